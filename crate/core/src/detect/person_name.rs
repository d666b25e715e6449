//! Names of private people. The names that a municipality publishes on
//! purpose, of officials, performers or winners, are told by what stands
//! around them.

use std::ops::Range;

use super::personal::names::{self, Name};
use super::personal::{Cue, CueSet, CueWord, around, char_after, char_before, in_line, is_linked, value_start};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::PersonName,
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
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    const TRIGGERS: CueSet = CueSet::of(&[Cue::Honorific, Cue::Name, Cue::Resident, Cue::Suspect]);
    let text = context.text.folded();
    let mut end = 0;
    for word in context.personal().words.within(0..text.len(), TRIGGERS) {
        let found = if word.cues.has(Cue::Honorific) {
            honoured(context, word)
        } else if word.cues.has(Cue::Name) {
            labelled(context, word)
        } else {
            in_a_role(context, word)
        };
        let Some((range, strength)) = found else {
            continue;
        };
        if range.start < end || is_linked(context, &range) {
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

/// `山田さん`, `佐藤花子様`
fn honoured(context: &Context<'_>, honorific: &CueWord) -> Option<(Range<usize>, Strength)> {
    let text = context.text.folded();
    let word = &text[honorific.start..honorific.end];
    if goes_on(word, &text[honorific.end..]) {
        return None;
    }
    let name = names::ending_at(text, honorific.start).or_else(|| given(text, honorific))?;
    let short = name.range.len() <= 3;
    if short && matches!(word, "様" | "さま" | "氏" | "君" | "殿") && !char_before(text, name.range.start).is_none_or(|c| !names::is_name_char(c)) {
        return None;
    }
    let range = name.range.start..honorific.end;
    let strength = judge(context, &name, &range, word)?;
    Some((range, strength))
}

/// Whether the honorific is the start of another word: さんぽ, 氏名, 様々.
fn goes_on(word: &str, rest: &str) -> bool {
    let words: &[&str] = match word {
        "さん" => &["ぽ", "ご礁", "しょう", "ま祭", "かく", "ずい", "ばし"],
        "様" => &["々", "式", "子", "相", "態", "似", "変", "に"],
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

/// A given name alone before くん or ちゃん: 健太くん.
fn given(text: &str, honorific: &CueWord) -> Option<Name> {
    const LAST: &str = "太郎介輔斗翔樹也哉平夫男雄彦子美奈菜香花華恵代江枝乃音希乃里織咲莉愛結衣真馬吾悟";
    if !matches!(&text[honorific.start..honorific.end], "くん" | "ちゃん" | "君") {
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
    let fits = (2..=3).contains(&name.chars().count()) && name.ends_with(|c| LAST.contains(c)) && !name.ends_with("様子");
    fits.then(|| Name {
        range: start..honorific.start,
        full: false,
        common: false,
    })
}

/// `氏名：山田太郎`
fn labelled(context: &Context<'_>, label: &CueWord) -> Option<(Range<usize>, Strength)> {
    let text = context.text.folded();
    let start = value_start(text, label.end);
    if start == label.end {
        return None;
    }
    let name = names::starting_at(text, start)?;
    let word = &text[label.start..label.end];
    let vague = matches!(word, "名前" | "お名前" | "ふりがな" | "フリガナ" | "名義");
    // 名前の由来, 氏名の記入: a common noun follows.
    if !name.common && !name.full || text[label.end..start].ends_with('の') && !name.full {
        return None;
    }
    let strength = if vague || context.personal().words.tell(near(text, &name.range), CueSet::of(&[Cue::Role])) {
        Strength::Weak
    } else {
        Strength::Strong
    };
    Some((name.range, strength))
}

/// `滞納者の田中一郎`, `伊藤次郎容疑者`
fn in_a_role(context: &Context<'_>, role: &CueWord) -> Option<(Range<usize>, Strength)> {
    let text = context.text.folded();
    let word = &text[role.start..role.end];
    if matches!(word, "容疑者" | "被告" | "被疑者" | "受刑者" | "死刑囚") && char_before(text, role.start).is_some_and(names::is_name_char) {
        let name = names::ending_at(text, role.start)?;
        return Some((name.range.start..role.end, Strength::Strong));
    }
    if !role.cues.has(Cue::Resident) || matches!(word, "本人" | "名簿" | "個人情報" | "連絡網" | "緊急連絡先") {
        return None;
    }
    let rest = &text[role.end..];
    let joint = ["の", "は", "・", ":", "、", " ", "が", "「"].iter().find(|joint| rest.starts_with(**joint))?;
    let start = role.end + joint.len();
    let start = start + (text[start..].len() - text[start..].trim_start_matches(' ').len());
    let name = names::starting_at(text, start)?;
    let honoured = context
        .personal()
        .words
        .within(name.range.end..name.range.end + 12, CueSet::of(&[Cue::Honorific]))
        .any(|word| word.start == name.range.end);
    if honoured || !name.full || !name.common || names::is_common(&text[name.range.clone()]) {
        return None;
    }
    let kin = word.chars().count() <= 2;
    let colon = *joint == ":" || *joint == "は";
    Some((name.range, if kin || colon { Strength::Weak } else { Strength::Strong }))
}

/// What stands just around a name, in its line.
fn near(text: &str, range: &Range<usize>) -> Range<usize> {
    in_line(text, range, 75, 75)
}

fn judge(context: &Context<'_>, name: &Name, range: &Range<usize>, honorific: &str) -> Option<Strength> {
    let text = context.text.folded();
    let words = &context.personal().words;
    let line = in_line(text, range, 120, 150);
    let sensitive = words.tell(line.clone(), CueSet::of(&[Cue::Sensitive]));
    let public = is_public(context, name, range);
    match (sensitive, public) {
        (true, false) => Some(Strength::Strong),
        (false, true) => None,
        (true, true) => None,
        (false, false) if honorific == "氏" && !name.full => None,
        (false, false) => Some(Strength::Weak),
    }
}

/// Whether the person is named on purpose: interviewed, honoured, on stage.
fn is_public(context: &Context<'_>, name: &Name, range: &Range<usize>) -> bool {
    let text = context.text.folded();
    let words = &context.personal().words;
    interviewed(text, range)
        || words.tell(near(text, range), CueSet::of(&[Cue::Role]))
        || {
            let surname = &text[name.range.start..text.floor_char_boundary(name.range.end.min(name.range.start + 6))];
            let wide = around(text, range, 900, 900);
            let whole = &text[wide.clone()];
            // Introduced elsewhere in the post.
            whole.matches(surname).count() > 1 && words.tell(wide, CueSet::of(&[Cue::Role])) && whole.contains('「')
        }
}

/// `さん(45・桜町)は「…」と話す`
fn interviewed(text: &str, range: &Range<usize>) -> bool {
    let rest = &text[range.end..];
    let age = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')).is_some_and(|(inner, _)| {
        let inner = inner.trim();
        inner.len() <= 60
            && !inner.contains('歳')
            && (inner.chars().next().is_some_and(|c| c.is_ascii_digit()) && inner.chars().filter(char::is_ascii_digit).count() <= 3
                || inner.chars().all(|c| !c.is_ascii_digit()))
    });
    let line = in_line(text, range, 90, 240);
    let before = &text[line.start..range.start];
    let after = &text[range.end..line.end];
    age || after.starts_with("は「")
        || after.starts_with("は、「")
        || ["と話す", "と語る", "話します", "語ります", "話してくれ", "語ってくれ", "話しまし", "語りまし", "振り返る", "笑顔", "力を込め"]
            .iter()
            .any(|word| before.contains(word) || after.contains(word))
        || char_after(text, range.end) == Some('」') && before.ends_with("」")
}
