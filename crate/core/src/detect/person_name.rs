//! Names of private people. The names that a municipality publishes on
//! purpose, of officials, performers or winners, are told by what stands
//! around them.

use std::ops::Range;

use kakunin_words::sort_by_key;

use super::personal::names::{self, Name};
use super::personal::{
    Cue, CueSet, CueWord, Surroundings, char_before, in_line, is_linked, line_above, value_start,
};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::PersonName,
    finds: || {
        Message::new(
            "個人の氏名と思われるもの。さん・様・容疑者などを付けた名前、氏名欄の名前、住民や被害者などの立場とともに書かれた名前です。首長や議員、講師、出演者、選手など、公の立場で紹介される人の名前は含みません。",
            "Names that seem to be of private people: with an honorific, in a name field, or with a role such as resident or victim. Mayors, council members, speakers, performers, athletes and others who are presented to the public don't count.",
        )
    },
    why: || {
        Message::new(
            "個人の氏名を本人の同意なく公開すると、プライバシーの侵害になります。",
            "Naming a private person without consent violates that person's privacy.",
        )
    },
    examples: &[
        "生活保護を受けている山田太郎さんから苦情がありました。",
        "氏名：鈴木花子",
        "本日、佐藤さんが窓口に来られました。",
        "滞納者の田中一郎",
        "被害者は高橋 健太さん（45歳）です。",
        "いじめの加害生徒は中村くんと小林君です。",
        "山本様のご自宅に伺いました。",
        "伊藤次郎容疑者を逮捕",
        "虐待通告のあった小川家の件",
        "大声を出したのは村井という方です。",
        "先日ご相談いただいた荒木です。",
    ],
    near_misses: &[
        "皆さん、お客さま、赤ちゃん、農家さん、お父さんも大歓迎！",
        "俳優の山田太郎さんがトークショーに出演します。",
        "講師：佐藤花子さん（管理栄養士）",
        "参加した鈴木一郎さん（45・桜町）は「楽しかった」と話しました。",
        "多様な仕様、模様、山口県様々な",
        "鈴木市長が高橋知事と会談",
        "氏名、住所、電話番号をご記入ください。",
        "長崎くんち、長崎さんぽ、長崎ちゃんぽん",
        "児童の安全、生徒の中心、住民の平和",
        "長谷川選手が金メダル",
        "徳川家の歴史をひもとく",
        "親子で楽しむコンサート",
    ],
    detect,
};

/// What a name turned out to be.
struct Found<'a> {
    range: Range<usize>,
    /// The surname where it stands alone, to be looked up among the known.
    bare: Option<&'a str>,
    strength: Strength,
}

impl Found<'_> {
    fn sure(range: Range<usize>, strength: Strength) -> Self {
        Self {
            range,
            bare: None,
            strength,
        }
    }
}

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    const TRIGGERS: CueSet = CueSet::of(&[
        Cue::Apposed,
        Cue::Honorific,
        Cue::Household,
        Cue::Name,
        Cue::Resident,
        Cue::Suspect,
    ]);
    let text = context.text.folded();
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut known: Vec<&str> = Vec::new();
    for word in context.personal().words.within(0..text.len(), TRIGGERS) {
        let name = if word.cues.has(Cue::Honorific) {
            honoured(context, word, &mut known)
        } else if word.cues.has(Cue::Name) {
            labelled(context, word)
        } else if word.cues.meets(CueSet::of(&[Cue::Apposed, Cue::Household])) {
            explained(context, word)
        } else {
            in_a_role(context, word)
        };
        found.extend(name);
    }
    found.extend(beside_numbers(context));
    accused(context, &mut found);
    sort_by_key(&mut found, |found| (found.range.start, 0));
    let mut end = 0;
    for Found {
        range,
        bare,
        strength,
    } in found
    {
        // 佐藤さん, where the post has introduced 店主の佐藤次郎さん.
        let introduced = bare.is_some_and(|surname| known.contains(&surname));
        if range.start < end || introduced || is_linked(context, &range) {
            continue;
        }
        end = range.end;
        hits.push(Hit {
            concern: Concern::PersonName,
            span: Some(context.text.utf16(range)),
            strength,
            message: message(strength),
            fixes: Vec::new(),
        });
    }
}

fn message(strength: Strength) -> Message {
    match strength {
        Strength::Strong => Message::new(
            "個人の氏名とみられます。削除するか、「市民の方」など特定されない表現に書き換えてください。",
            "This looks like the name of a private person. Delete it, or write so that nobody is singled out.",
        ),
        Strength::Weak => Message::new(
            "個人の氏名のようです。本人が公表に同意しているか確かめてください。",
            "This seems to be a person's name. Make sure that the person agreed to be named.",
        ),
    }
}

/// `山田さん`, `佐藤花子様`. Remembers who is named on purpose.
fn honoured<'a>(
    context: &Context<'a>,
    honorific: &CueWord,
    known: &mut Vec<&'a str>,
) -> Option<Found<'a>> {
    const MANY: usize = 64;
    let text = context.text.folded();
    let word = &text[honorific.start..honorific.end];
    if goes_on(word, &text[honorific.end..]) {
        return None;
    }
    let before = &text[..honorific.start];
    let end = before
        .strip_suffix([' ', '」'])
        .map_or(before.len(), str::len);
    let name = names::ending_at(text, end).or_else(|| given(text, honorific))?;
    if is_common_noun(&text[name.range.clone()], word) || in_a_title(text, &name.range) {
        return None;
    }
    let range = name.range.start..honorific.end;
    let surname = name.surname(text);
    let bare = (!name.is_full()).then_some(surname);
    match judge(context, &name, &range, word) {
        Judgement::Private(strength) => Some(Found::sure(range, strength)),
        Judgement::Unclear(strength) => Some(Found {
            range,
            bare,
            strength,
        }),
        Judgement::None => None,
        Judgement::Public => {
            if known.len() < MANY && !known.contains(&surname) {
                known.push(surname);
            }
            None
        }
    }
}

/// Whether the honorific is the start of another word: さんぽ, 氏名, 様々.
fn goes_on(word: &str, rest: &str) -> bool {
    let words: &[&str] = match word {
        "さん" => &["ぽ", "ご礁", "しょう", "ま祭", "かく", "ずい", "ばし"],
        "様" => &["々", "式", "子", "相", "態", "似", "変"],
        "氏" => &["名", "神", "族", "子", "家"],
        "君" => &["が代", "津", "臨", "主", "子", "島"],
        "くん" => &["ち", "れん", "しょう", "せい"],
        "ちゃん" => &["ぽん", "と", "こ", "ばら", "ぷる", "ねる", "ちゃん"],
        "殿" => &["下", "堂", "様", "町", "山", "台", "前", "内", "場"],
        "さま" => &["ざま", "よ", "ー", "す"],
        _ => &[],
    };
    words.iter().any(|word| rest.starts_with(word))
}

/// 模様, 仕様, 王様: what looks like a name before 様 or 殿.
fn is_common_noun(name: &str, honorific: &str) -> bool {
    let formal = matches!(honorific, "様" | "さま" | "氏" | "君" | "殿");
    formal
        && (name.ends_with(['模', '仕', '多', '同', '異', '紋', '逆', '有'])
            || name.chars().count() <= 3 && name.ends_with('文')
            || matches!(
                name,
                "王" | "宮" | "星" | "神" | "龍" | "馬" | "南" | "北" | "東" | "西" | "牧"
            ))
}

/// 『山田さんちの猫』
fn in_a_title(text: &str, range: &Range<usize>) -> bool {
    let line = in_line(text, range, 90, 90);
    let open = text[line.start..range.start].rfind(['『', '』']);
    open.is_some_and(|at| text[line.start + at..].starts_with('『'))
        && text[range.end..line.end].contains('』')
}

/// A given name alone before くん or ちゃん: 健太くん.
fn given(text: &str, honorific: &CueWord) -> Option<Name> {
    const LAST: &str =
        "太郎介輔斗翔樹也哉平夫男雄彦子美奈菜香花華恵代江枝乃音希乃里織咲莉愛結衣真馬吾悟";
    if !matches!(
        &text[honorific.start..honorific.end],
        "くん" | "ちゃん" | "君"
    ) {
        return None;
    }
    let before = &text[..honorific.start];
    let start = before
        .char_indices()
        .rev()
        .take_while(|&(_, c)| names::is_name_kanji(c))
        .last()
        .map(|(at, _)| at)?;
    let name = &before[start..];
    let fits = (2..=3).contains(&name.chars().count())
        && name.ends_with(|c| LAST.contains(c))
        && !name.ends_with("様子");
    fits.then_some(Name {
        range: start..honorific.start,
        surname_end: honorific.start,
        common: false,
    })
}

/// `氏名：山田太郎`
fn labelled<'a>(context: &Context<'a>, label: &CueWord) -> Option<Found<'a>> {
    let text = context.text.folded();
    let start = value_start(text, label.end);
    if start == label.end {
        return None;
    }
    let name = names::starting_at(text, start)?;
    let word = &text[label.start..label.end];
    let line = in_line(text, &name.range, 60, 0);
    if ["記入例", "例:", "例)", "見本"]
        .iter()
        .any(|sample| text[line.clone()].contains(sample))
    {
        return None;
    }
    let vague = matches!(word, "名前" | "お名前" | "ふりがな" | "フリガナ" | "名義");
    // 名前の由来, 氏名の記入: a common noun follows.
    if !name.common && !name.is_full() || text[label.end..start].ends_with('の') && !name.is_full()
    {
        return None;
    }
    let strength = if vague
        || context
            .personal()
            .words
            .tell(near(text, &name.range), CueSet::of(&[Cue::Role]))
    {
        Strength::Weak
    } else {
        Strength::Strong
    };
    Some(Found::sure(name.range, strength))
}

/// `滞納者の田中一郎`, `伊藤次郎容疑者`
fn in_a_role<'a>(context: &Context<'a>, role: &CueWord) -> Option<Found<'a>> {
    let text = context.text.folded();
    let word = &text[role.start..role.end];
    if matches!(word, "容疑者" | "被告" | "被疑者" | "受刑者" | "死刑囚")
        && char_before(text, role.start).is_some_and(names::is_name_char)
    {
        let name = names::ending_at(text, role.start)?;
        return Some(Found::sure(name.range.start..role.end, Strength::Strong));
    }
    if !role.cues.has(Cue::Resident)
        || matches!(word, "本人" | "名簿" | "個人情報" | "連絡網" | "緊急連絡先")
    {
        return None;
    }
    let rest = &text[role.end..];
    let listed = ["リスト", "一覧", "名簿", "メモ", "情報", "台帳"]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    let rest = listed.unwrap_or(rest);
    let joint = ["の", "は", "・", ":", "、", " ", "が", "「", "("]
        .iter()
        .find(|joint| rest.starts_with(**joint))?;
    let start = text.len() - rest.len() + joint.len();
    let start = text.len()
        - text[start..]
            .trim_start_matches([' ', '「', '『', '\n'])
            .len();
    let name = names::starting_at(text, start)?;
    let honoured = context
        .personal()
        .words
        .within(
            name.range.end..name.range.end + 12,
            CueSet::of(&[Cue::Honorific]),
        )
        .any(|word| word.start == name.range.end);
    // 世帯主：福田; without a colon a bare surname may be a common noun, unless
    // something grave is told of somebody.
    let bare = !name.is_full() || names::is_common(&text[name.range.clone()]);
    let told = bare && *joint != ":" && *joint != "、" && {
        let next = &text[name.range.end..];
        let line = in_line(text, &name.range, 120, 150);
        [
            "から", "が", "は", "に", "へ", "より", "と", "(", "、", "・", " ",
        ]
        .iter()
        .any(|particle| next.starts_with(particle))
            && context
                .personal()
                .words
                .tell(line, CueSet::of(&[Cue::Grave]))
            || next.starts_with('(')
            || *joint == "(" && next.starts_with(['・', '、', ')', ' '])
    };
    if honoured || !name.common || bare && *joint != ":" && !told {
        return None;
    }
    let kin = word.chars().count() <= 2;
    let colon = *joint == ":" || *joint == "は";
    Some(Found::sure(
        name.range,
        if kin || colon || told {
            Strength::Weak
        } else {
            Strength::Strong
        },
    ))
}

/// `村井という方`, `大久保(来庁の男性)`, `小川家の件`: what follows says that
/// somebody is meant.
fn explained<'a>(context: &Context<'a>, word: &CueWord) -> Option<Found<'a>> {
    const BRACKET: usize = 60;
    let text = context.text.folded();
    if text[word.start..word.end].ends_with(['た', 'す']) && !text[word.start..].starts_with('と')
    {
        return introduced(text, word.end);
    }
    let words = &context.personal().words;
    let household = word.cues.has(Cue::Household);
    let near = in_line(text, &(word.start..word.end), 150, 150);
    // Families are spoken of in most posts for children.
    if household
        && !words.tell(near.clone(), PRIVATE)
        && !words.tell(near, CueSet::of(&[Cue::Grave]))
    {
        return None;
    }
    let before = &text[..word.start];
    let end = before
        .strip_suffix(['」', ' '])
        .map_or(before.len(), str::len);
    let name = names::ending_at(text, end).or_else(|| {
        let line = in_line(text, &(word.start..word.end), BRACKET, 0);
        let open = text[line.start..word.start].rfind(['(', ')'])?;
        text[line.start + open..]
            .starts_with('(')
            .then(|| names::ending_at(text, line.start + open))?
    })?;
    if !name.common {
        return None;
    }
    let line = in_line(text, &name.range, 120, 150);
    let tells = |cues| words.tell(line.clone(), cues);
    let taught = ["詐欺", "ご注意", "不審", "歴史", "展"]
        .iter()
        .any(|word| text[line.clone()].contains(word));
    let called = text[word.start..].starts_with("とい");
    if taught || !called && tells(CueSet::of(&[Cue::Role])) {
        return None;
    }
    if tells(CueSet::of(&[Cue::Grave])) {
        Some(Found::sure(name.range, Strength::Strong))
    } else if !household || tells(PRIVATE) {
        Some(Found::sure(name.range, Strength::Weak))
    } else {
        None
    }
}

/// `お世話になっております。岡本です。`, as a mail begins; `ご相談いただいた荒木です`.
fn introduced<'a>(text: &'a str, greeting: usize) -> Option<Found<'a>> {
    let sentence = text[greeting..].trim_start_matches(['。', '、', '!', '\n', ' ']);
    let start = text.len() - sentence.len();
    let end = start + sentence.find("です").filter(|&len| len <= 75)?;
    let name =
        names::ending_at(text, end).filter(|name| name.common && name.range.start >= start)?;
    Some(Found::sure(name.range, Strength::Weak))
}

/// `河合 090-…`, and the names that stand alone in the line above a phone
/// number or an address.
fn beside_numbers<'a>(context: &Context<'a>) -> Vec<Found<'a>> {
    let text = context.text.folded();
    let numbers = &context.personal().numbers;
    let mut found = Vec::new();
    for (at, run) in numbers.runs().iter().enumerate() {
        let mobile = matches!(numbers.digits(at..at + 1), [0, 6..=9, 0, ..]) && run.len() <= 11;
        let reach = mobile
            || text[..run.start].ends_with('〒')
            || numbers
                .gap(text, at)
                .is_some_and(|gap| gap == super::personal::Gap::Dash)
            || text[run.end..].starts_with(['丁', '番']);
        if !reach {
            continue;
        }
        let above = line_above(text, run.start).and_then(|line| names::alone(text, line));
        let before = text[..run.start]
            .trim_end_matches(|c: char| c.is_whitespace() || ":(・、/→".contains(c))
            .len();
        let name = above.or_else(|| {
            names::ending_at(text, before)
                .filter(|name| mobile && name.common && before < run.start)
        });
        let Some(name) = name else {
            continue;
        };
        let known = found
            .last()
            .is_some_and(|last: &Found<'_>| last.range == name.range);
        if !known && !Surroundings::new(context, &name.range).published() {
            found.push(Found::sure(name.range, Strength::Weak));
        }
    }
    found
}

/// `平山健について調査中`: a full name with no honorific, in a line that tells
/// something grave.
fn accused<'a>(context: &Context<'a>, found: &mut Vec<Found<'a>>) {
    let text = context.text.folded();
    let words = &context.personal().words;
    let mut end = 0;
    for word in words.within(0..text.len(), CueSet::of(&[Cue::Grave])) {
        let line = in_line(text, &(word.start..word.end), 90, 90);
        let from = line.start.max(end);
        if from >= line.end || words.tell(line.clone(), CueSet::of(&[Cue::Role])) {
            continue;
        }
        end = line.end;
        let mut behind = char_before(text, from).unwrap_or(' ');
        for (at, c) in text[from..line.end].char_indices() {
            let opens = names::is_name_kanji(c) && !names::is_name_kanji(behind);
            behind = c;
            if !opens {
                continue;
            }
            let name = names::starting_at(text, from + at)
                .filter(|name| name.common && name.range.end <= line.end)
                .filter(|name| {
                    let written = &text[name.range.clone()];
                    let long = written.contains(' ') || (3..=5).contains(&written.chars().count());
                    let next = &text[name.range.end..];
                    let cut = next.is_empty() || next.starts_with(['、', '(', '\n', '・']);
                    name.is_full() && long || !name.is_full() && cut && names::is_common(written)
                });
            if let Some(name) = name {
                found.push(Found::sure(name.range, Strength::Weak));
                break;
            }
        }
    }
}

/// What stands just around a name, in its line.
fn near(text: &str, range: &Range<usize>) -> Range<usize> {
    in_line(text, range, 75, 75)
}

/// What is told of nobody in public.
const PRIVATE: CueSet = CueSet::of(&[
    Cue::Address,
    Cue::Birth,
    Cue::Home,
    Cue::Licence,
    Cue::Mobile,
    Cue::MyNumber,
    Cue::Passport,
    Cue::Pension,
    Cue::Recipient,
    Cue::Reference,
    Cue::ResidenceCard,
    Cue::ResidentCode,
    Cue::Sensitive,
    Cue::Staff,
    Cue::Student,
]);

/// What the words around a name say of the person.
enum Judgement {
    /// Something that nobody tells of people in public.
    Private(Strength),
    /// Maybe a private person, unless the post introduces the name elsewhere.
    Unclear(Strength),
    /// Somebody who is named on purpose.
    Public,
    /// No name for sure.
    None,
}

fn judge(context: &Context<'_>, name: &Name, range: &Range<usize>, honorific: &str) -> Judgement {
    let text = context.text.folded();
    let words = &context.personal().words;
    let line = in_line(text, range, 120, 150);
    let tells = |cue| words.tell(line.clone(), CueSet::of(&[cue]));
    let interviewed = interviewed(context, range);
    let aged = is_aged(text, range);
    let on_stage = is_on_stage(context, range);
    if tells(Cue::Grave) || has_contact(text, range) {
        return match (interviewed, aged || on_stage) {
            (true, _) => Judgement::Public,
            (false, true) => Judgement::Private(Strength::Weak),
            (false, false) => Judgement::Private(Strength::Strong),
        };
    }
    if interviewed || aged || on_stage {
        return Judgement::Public;
    }
    let sensitive = words.tell(line.clone(), PRIVATE) || text[line.clone()].contains('@');
    if words.tell(near(text, range), CueSet::of(&[Cue::Member])) {
        return if sensitive {
            Judgement::Unclear(Strength::Weak)
        } else {
            Judgement::None
        };
    }
    match (sensitive, honorific) {
        // What people say of themselves stands beside what they said.
        (true, _) if text[line].contains('「') => Judgement::Unclear(Strength::Weak),
        (true, _) => Judgement::Unclear(Strength::Strong),
        (false, "氏") if !name.is_full() => Judgement::None,
        (false, _) => Judgement::Unclear(Strength::Weak),
    }
}

/// Whether the person's phone number or address follows: 宮本さん(☎0957…).
fn has_contact(text: &str, range: &Range<usize>) -> bool {
    let line = in_line(text, range, 0, 45);
    let rest = text[range.end..line.end].trim_start_matches(['(', ' ', ':', '・', '、', '=']);
    let number = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let number = [
        "携帯", "電話", "自宅", "tel", "TEL", "Tel", "番号", ":", ".", " ",
    ]
    .iter()
    .fold(number, |rest, label| {
        rest.strip_prefix(label).unwrap_or(rest)
    });
    rest.len() < text[range.end..line.end].len()
        && number.starts_with('0')
        && number.bytes().take(6).filter(u8::is_ascii_digit).count() >= 3
}

/// Whether the person is named on purpose: honoured, or on stage.
fn is_on_stage(context: &Context<'_>, range: &Range<usize>) -> bool {
    let text = context.text.folded();
    in_a_line_of_its_own(text, range)
        || context
            .personal()
            .words
            .tell(near(text, range), CueSet::of(&[Cue::Role]))
}

/// A byline, or a list of people on stage.
fn in_a_line_of_its_own(text: &str, range: &Range<usize>) -> bool {
    let line = in_line(text, range, 45, 45);
    let bullets = |part: &str| !part.chars().any(|c| c.is_alphanumeric());
    text[..range.end].ends_with("さん")
        && bullets(&text[line.start..range.start])
        && bullets(&text[range.end..line.end])
}

/// `さん(45)`, as newspapers write: with nothing more, or with the district.
fn is_aged(text: &str, range: &Range<usize>) -> bool {
    let rest = &text[range.end..text.floor_char_boundary((range.end + 66).min(text.len()))];
    let Some((inner, _)) = rest
        .strip_prefix('(')
        .and_then(|inner| inner.split_once(')'))
    else {
        return false;
    };
    let digits = inner.bytes().filter(u8::is_ascii_digit).count();
    !inner.contains('歳')
        && !inner.contains(|c: char| c.is_ascii_alphabetic())
        && (digits == 0 && text[..range.end].ends_with("さん")
            || (1..=3).contains(&digits) && inner.starts_with(|c: char| c.is_ascii_digit()))
}

/// `さんは「…」と話す`
fn interviewed(context: &Context<'_>, range: &Range<usize>) -> bool {
    let text = context.text.folded();
    let after = &text[range.end..];
    after.starts_with("は「")
        || after.starts_with("。「")
        || after.starts_with("は、「")
        || context
            .personal()
            .words
            .tell(in_line(text, range, 90, 240), CueSet::of(&[Cue::Said]))
}
