//! Whose number or address it is, from what stands just before it.

use std::ops::Range;

use super::super::Context;
use super::cues::{Cue, CueSet, CueWord, CueWords};
use super::names;
use super::numbers::is_dash;

/// Whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A private person, named so that nothing else is meant: 山田さんの, 自宅.
    Person,
    /// Somebody in a role that only private people have: 相談者.
    Resident,
    /// A surname stands before it, no more.
    Named,
    /// People are asked to turn to it.
    Contact,
    /// An office, a firm or a group.
    Office,
    /// Nothing tells.
    Unknown,
}

/// What stands just before a number or an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before {
    /// Whose it is.
    pub owner: Owner,
    /// Whether a word such as 電話 says what it is.
    pub labelled: bool,
    /// Whether that word is 携帯.
    pub mobile: bool,
    /// Whether that word is FAX.
    pub fax: bool,
    /// Whether that word stands in brackets as newsletters set it: 【電話】.
    pub bracketed: bool,
}

const LABEL: CueSet = CueSet::of(&[
    Cue::Address,
    Cue::Phone,
    Cue::Mobile,
    Cue::Fax,
    Cue::Mail,
    Cue::Vague,
]);
const OWNER: CueSet = CueSet::of(&[
    Cue::Home,
    Cue::Own,
    Cue::Resident,
    Cue::Honorific,
    Cue::Contact,
    Cue::Office,
]);

/// Reads back from `start`, over labels and what joins them, to the word that
/// tells whose it is.
pub fn before(text: &str, words: &CueWords, start: usize) -> Before {
    let mut found = Before {
        owner: Owner::Unknown,
        labelled: false,
        mobile: false,
        fax: false,
        bracketed: false,
    };
    let mut at = start;
    let mut breaks = 0;
    for _ in 0..10 {
        let (end, closed) = trim(text, at, &mut breaks);
        at = end;
        if breaks > 2 {
            return found;
        }
        if let Some(word) = words.ending_at(at, LABEL)
            && words
                .ending_at(at, OWNER)
                .is_none_or(|owner| owner.start >= word.start)
        {
            if !found.labelled {
                found.bracketed = closed && super::char_before(text, word.start) == Some('【');
                found.mobile = word.cues.has(Cue::Mobile);
                found.fax = word.cues.has(Cue::Fax);
            }
            found.labelled = true;
            at = word.start;
            continue;
        }
        if let Some(owner) = owner_ending_at(text, words, at) {
            found.owner = owner;
            return found;
        }
        // Another number stands between: 自宅 095-…、携帯 090-….
        let number = text[..at]
            .trim_end_matches(|c: char| c.is_ascii_digit() || is_dash(c) || matches!(c, '(' | ')'));
        if number.len() + 6 <= at && at - number.len() <= 20 {
            at = number.len();
            continue;
        }
        return found;
    }
    found
}

/// Who is meant by the word that ends here.
fn owner_ending_at(text: &str, words: &CueWords, at: usize) -> Option<Owner> {
    // 山田さん宅, 佐藤様方, 田中さんち
    let bare = ["宅", "方", "の家", "家", "ち"]
        .iter()
        .find_map(|suffix| text[..at].strip_suffix(suffix))
        .map(str::len)
        .filter(|&end| {
            words
                .ending_at(end, CueSet::of(&[Cue::Honorific]))
                .is_some()
        });
    let home = text[..at].strip_suffix('宅');
    let at = bare.unwrap_or(at);
    let word = words.ending_at(at, OWNER);
    // 自治会長宅, not 住宅
    if let Some(owner) = home
        && word.is_none()
        && owner.ends_with(names::is_name_kanji)
        && !owner.ends_with(['住', '在', '帰', '邸', '別', '旧', '民', '社', '居'])
    {
        return Some(Owner::Person);
    }
    if let Some(word) = word {
        let cues = word.cues;
        if cues.has(Cue::Honorific) {
            return is_somebody(text, word.start).then_some(Owner::Person);
        }
        if cues.meets(CueSet::of(&[Cue::Home, Cue::Own])) {
            return Some(Owner::Person);
        }
        if cues.has(Cue::Resident) {
            return Some(Owner::Resident);
        }
        if cues.has(Cue::Contact) {
            return Some(Owner::Contact);
        }
    }
    if is_affected(&text[..at]) {
        return Some(Owner::Resident);
    }
    if names::ending_at(text, at).is_some() {
        return Some(Owner::Named);
    }
    word.filter(|word| is_office(text, word))
        .map(|_| Owner::Office)
}

/// 申請者, 療養者: people whom something befalls, not those who offer it.
fn is_affected(before: &str) -> bool {
    const OFFERING: &[&str] = &[
        "業", "担当", "主催", "管理", "関係", "責任", "代表", "経営", "指導", "出演", "記", "学",
        "医", "運営", "設置", "発行", "施工", "委託", "受託", "販売", "生産", "出店", "著", "編",
        "前", "後", "両", "第三", "主宰", "幹事", "連絡",
    ];
    before.strip_suffix('者').is_some_and(|role| {
        role.ends_with(names::is_name_kanji)
            && !OFFERING.iter().any(|offering| role.ends_with(offering))
    })
}

/// Whether the word names an office here: 課 in 観光課へ, not in 課題.
pub fn is_office(text: &str, word: &CueWord) -> bool {
    let name = &text[word.start..word.end];
    if name.chars().count() > 1 {
        return true;
    }
    let next = super::char_after(text, word.end).unwrap_or(' ');
    // 社会, 機会, 住所
    let common = match name {
        "会" => "社機都司入退再面照開閉集",
        "所" => "住近台名便長短箇当急要局随場",
        _ => "",
    };
    let ends = if "会社園院所館店駅港寺塾".contains(name) {
        !next.is_alphabetic()
            && !super::char_before(text, word.start).is_some_and(|c| common.contains(c))
    } else {
        !names::is_name_kanji(next)
    };
    ends && super::char_before(text, word.start).is_some_and(names::is_name_char)
}

/// Whether さん or 様 follows a person here: 山田さん, not 皆さん or 業者さん.
pub fn is_somebody(text: &str, honorific: usize) -> bool {
    const NOBODY: &[&str] = &[
        "皆",
        "みな",
        "みんな",
        "客",
        "お客",
        "業者",
        "屋",
        "各位",
        "者",
        "お子",
        "奥",
        "娘",
        "神",
        "仏",
        "王",
        "殿",
        "同",
        "多",
        "赤",
        "父",
        "母",
        "兄",
        "姉",
        "じい",
        "ばあ",
        "おじ",
        "おば",
        "爺",
        "婆",
    ];
    let before = text[..honorific].trim_end_matches(' ');
    before.chars().next_back().is_some_and(names::is_name_char)
        && !NOBODY.iter().any(|nobody| before.ends_with(nobody))
}

/// Takes off what joins a label to what follows. Says whether a bracket of the
/// kind 】 was among it.
fn trim(text: &str, end: usize, breaks: &mut usize) -> (usize, bool) {
    const PARTICLES: &[&str] = &[
        "は", "が", "の", "も", "に", "へ", "で", "と", "です", "まで", "あて", "宛",
    ];
    let mut closed = false;
    let mut end = end;
    let mut particles = 0;
    loop {
        let before = &text[..end];
        let Some(last) = before.chars().next_back() else {
            return (end, closed);
        };
        if last.is_whitespace()
            || is_dash(last)
            || ":;()[]{}<>「」『』【】〔〕〈〉《》・,、.→➡▶►⇒⇨|/♪★☆◆◇■□●○◎▼▽✨👉*※\"'"
                .contains(last)
        {
            closed |= last == '】';
            *breaks += usize::from(last == '\n');
            end -= last.len_utf8();
            continue;
        }
        let particle = PARTICLES
            .iter()
            .find(|particle| before.ends_with(**particle));
        match particle {
            // One particle at most: the second belongs to a word.
            Some(particle) if particles == 0 => {
                particles += 1;
                end -= particle.len();
            }
            _ => return (end, closed),
        }
    }
}

/// What the words around a number tell.
pub struct Surroundings {
    /// People are asked to turn to it.
    pub contact: bool,
    /// The words that ask stand before it: 問い合わせ：….
    pub introduced: bool,
    /// An office, a firm or a group.
    pub office: bool,
    /// When and where something takes place.
    pub event: bool,
    /// Somebody is named, or something told of them.
    pub private: bool,
}

impl Surroundings {
    /// Looks around a range of the folded text.
    pub fn new(context: &Context<'_>, range: &Range<usize>) -> Self {
        let text = context.text.folded();
        let words = &context.personal().words;
        let wide = super::around(text, range, 240, 60);
        let mut found = Self {
            contact: asks(&text[range.end..]),
            introduced: false,
            office: false,
            event: false,
            private: false,
        };
        const ANY: CueSet = CueSet::of(&[
            Cue::Contact,
            Cue::Event,
            Cue::Honorific,
            Cue::Office,
            Cue::Resident,
            Cue::Sensitive,
            Cue::Venue,
        ]);
        for word in words.within(wide, ANY) {
            if word.start < range.end && range.start < word.end {
                continue;
            }
            found.contact |= word.cues.has(Cue::Contact);
            found.introduced |= word.cues.has(Cue::Contact) && word.end <= range.start;
            found.event |= word.cues.meets(CueSet::of(&[Cue::Event, Cue::Venue]));
            found.office = found.office || word.cues.has(Cue::Office) && is_office(text, word);
            found.private = found.private
                || word.end <= range.start
                    && (word
                        .cues
                        .meets(CueSet::of(&[Cue::Resident, Cue::Sensitive]))
                        || word.cues.has(Cue::Honorific) && is_somebody(text, word.start));
        }
        found
    }

    /// Whether an office or an event gives it to the public.
    pub fn given(&self) -> bool {
        self.introduced || self.office || self.event
    }

    /// Whether it is given to the public on purpose.
    pub fn published(&self) -> bool {
        self.contact || self.office || self.event
    }
}

/// Whether what follows the number asks people to call it.
fn asks(after: &str) -> bool {
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || ")]」』】〕".contains(c));
    [
        "まで",
        "へ",
        "に連絡",
        "にご連絡",
        "に電話",
        "にお電話",
        "にお問",
        "にお申",
    ]
    .iter()
    .any(|asking| after.starts_with(asking))
}
