//! Dates of birth of private people.

use std::ops::Range;

use super::personal::date::{self, Date};
use super::personal::{
    Cue, CueSet, around, char_before, hit, in_line, is_linked, is_somebody, names, value_start,
};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::BirthDate,
    finds: || {
        Message::new(
            "個人の生年月日と思われるもの。対象となる年齢の範囲の案内、歴史上の人物や動物の生年月日は含みません。",
            "Dates that seem to be a private person's date of birth. Age ranges of those invited, and the births of historical figures and animals, don't count.",
        )
    },
    why: || {
        Message::new(
            "生年月日は氏名などと合わせて個人を特定し、本人確認にも使われます。",
            "Together with a name, a date of birth singles a person out and passes identity checks.",
        )
    },
    examples: &[
        "氏名：山田太郎 生年月日：昭和50年4月1日",
        "生年月日 S50.4.1",
        "佐藤花子さん（平成3年5月6日生）",
        "鈴木さんは1975年4月1日生まれです。",
        "相談者は昭和二十年八月十五日生まれの男性",
        "田中さんの誕生日は5月3日です。",
        "平成二十三年十一月三日生まれのお子さんの件",
    ],
    near_misses: &[
        "対象：平成20年4月2日〜平成21年4月1日生まれの方",
        "2024年4月2日以降に生まれた赤ちゃんに絵本を贈ります",
        "氏名・生年月日・電話番号を明記し、5月8日までに",
        "1901年4月1日生まれの画家・佐藤次郎の作品展",
        "4月1日生涯学習センターがオープン",
        "レッサーパンダのメイは2023年6月1日生まれのメスです。",
        "平成3年5月6日生まれの人は窓口へ",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text.folded();
    let words = &context.personal().words;
    let mut end = 0;
    for word in words.within(0..text.len(), CueSet::of(&[Cue::Birth, Cue::Born])) {
        let place = word.start..word.end;
        let found = if word.cues.has(Cue::Birth) {
            labelled(context, &place)
        } else {
            born(context, &place)
        };
        let Some((range, strength)) = found else {
            continue;
        };
        if range.start < end || is_linked(context, &range) {
            continue;
        }
        end = range.end;
        hits.push(hit(
            context,
            Concern::BirthDate,
            range,
            strength,
            message(strength),
        ));
    }
}

fn message(strength: Strength) -> Message {
    match strength {
        Strength::Strong => Message::new(
            "個人の生年月日とみられます。削除してください。",
            "This looks like somebody's date of birth. Delete it.",
        ),
        Strength::Weak => Message::new(
            "個人の生年月日かもしれません。本人が公表に同意しているか確かめてください。",
            "This may be somebody's date of birth. Make sure that the person agreed to publish it.",
        ),
    }
}

/// `生年月日：昭和50年4月1日`
fn labelled(context: &Context<'_>, label: &Range<usize>) -> Option<(Range<usize>, Strength)> {
    let text = context.text.folded();
    let start = value_start(text, label.end);
    let date = date::starting(&context.text.lower()[start..])?;
    let range = start..start + date.len;
    if is_eligibility(text, &range) || is_old(&date) {
        return None;
    }
    let words = ["誕生", "バースデー"];
    if is_group(text, &range) && !is_case(context, &range) {
        return None;
    }
    if date.year.is_none()
        || words
            .iter()
            .any(|word| text[label.clone()].starts_with(word))
    {
        // 開館の誕生日, or a mascot's.
        let person = is_named(context, &range) || is_case(context, &range);
        return (person && !is_public(context, &range)).then_some((range, Strength::Weak));
    }
    let strength = if is_public(context, &range) {
        Strength::Weak
    } else {
        Strength::Strong
    };
    Some((range, strength))
}

/// `昭和50年4月1日生まれ`, `S50.4.1生`
fn born(context: &Context<'_>, word: &Range<usize>) -> Option<(Range<usize>, Strength)> {
    let text = context.text.folded();
    let rest = &text[word.end..];
    let bare = &text[word.clone()] == "生";
    // 生涯, 生後; but S50.4.1生の中野さん
    if bare && rest.starts_with(|c: char| names::is_name_char(c) && c != 'の') {
        return None;
    }
    let before = text[..word.start].trim_end_matches([' ', '(', '「']);
    let before = before.strip_suffix('に').unwrap_or(before);
    let (start, date) = date::ending(&context.text.lower()[..before.len()])?;
    // 1950年4月2日〜51年4月1日: the rest of a date. 4月1日生のもの: no birth.
    if date.year.is_none() && (text[..start].ends_with('年') || bare && rest.starts_with('の')) {
        return None;
    }
    let range = start..word.end;
    if is_eligibility(text, &range) || is_old(&date) || is_public(context, &range) {
        return None;
    }
    if is_group(text, &range) {
        return is_case(context, &range).then_some((range, Strength::Weak));
    }
    let person = has_person(context, &range);
    match (date.year, person) {
        (Some(_), true) => Some((range, Strength::Strong)),
        // Buildings and clubs are born too.
        (Some(_), false) if !bare => None,
        (Some(_), false) | (None, true) => Some((range, Strength::Weak)),
        (None, false) => None,
    }
}

/// Whether the date is said of all who were born on it: 5月6日生まれの人は窓口へ.
fn is_group(text: &str, range: &Range<usize>) -> bool {
    const AFTER: &[&str] = &[
        "の方",
        "の人",
        "の者",
        "のお子",
        "の子",
        "の児",
        "のこども",
        "の赤",
        "の女子",
        "の男子",
        "の市民",
        "の町民",
        "の住民",
        "の生徒",
        "の学",
        "の幼児",
        "の乳児",
        "で、",
        "で\n",
        "た方",
        "た人",
        "た者",
        "たお子",
        "た子",
        "た赤",
        "た児",
        "た幼児",
    ];
    let after = text[range.end..].trim_start_matches([' ', ')', '」']);
    AFTER.iter().any(|word| after.starts_with(word))
}

/// Whether something is told that concerns one person only.
fn is_case(context: &Context<'_>, range: &Range<usize>) -> bool {
    const CASE: CueSet = CueSet::of(&[
        Cue::Resident,
        Cue::Sensitive,
        Cue::Own,
        Cue::Home,
        Cue::Mobile,
    ]);
    let text = context.text.folded();
    let line = in_line(text, range, 120, 120);
    let after = &text[range.end..line.end];
    after.contains("の件")
        || ["お子さんは", "お子様は", "娘は", "息子は"]
            .iter()
            .any(|word| text[line.start..range.start].ends_with(word))
        || context
            .personal()
            .words
            .within(line, CASE)
            .any(|word| word.end <= range.start || word.start >= range.end)
}

/// Whether the date bounds a group of people: 〜平成21年4月1日生まれの方.
fn is_eligibility(text: &str, range: &Range<usize>) -> bool {
    const AFTER: &[&str] = &[
        "以降",
        "以前",
        "以後",
        "まで",
        "から",
        "より",
        "~",
        "〜",
        "の男性と",
        "の男女",
        "の世代",
        "の馬",
        "の犬",
        "の猫",
        "のオス",
        "のメス",
        "の雄",
        "の雌",
        "の皆",
        "のみな",
        "、または",
        "又は",
        "または",
        "前の",
        "後の",
        "(対象",
        "が対象",
        "を対象",
        "に限",
        "かつ",
    ];
    let after = text[range.end..].trim_start_matches([' ', ')', '」']);
    let before = text[..range.start].trim_end_matches([' ', '(', '「']);
    AFTER.iter().any(|word| after.starts_with(word))
        || [
            "~", "〜", "-", "―", "から", "より", "対象:", "対象", "資格:", "条件:", "平日", "年齢:",
        ]
        .iter()
        .any(|word| before.ends_with(word))
}

/// Whether the person, or what was born, is public: an artist, a mascot, an
/// animal of the zoo.
fn is_public(context: &Context<'_>, range: &Range<usize>) -> bool {
    const ANIMALS: &[&str] = &[
        "メス",
        "オス",
        "雌",
        "雄",
        "♀",
        "♂",
        "動物",
        "パンダ",
        "キリン",
        "ゾウ",
        "ペンギン",
        "譲渡",
        "迷い",
        "子犬",
        "子猫",
        "馬",
        "開園",
        "開館",
        "キャラ",
        "マスコット",
        "ゆるキャラ",
        "妖精",
        "PR大使",
        "水族館",
    ];
    let text = context.text.folded();
    let wide = around(text, range, 120, 90);
    let line = in_line(text, range, 90, 90);
    let near = &text[wide.clone()];
    context
        .personal()
        .words
        .tell(line, CueSet::of(&[Cue::Role]))
        || ANIMALS.iter().any(|word| near.contains(word))
}

/// Nobody alive is so old.
fn is_old(date: &Date) -> bool {
    date.year.is_some_and(|year| year < 1912)
}

/// Whether somebody's surname, or a role of private people, stands near.
fn is_named(context: &Context<'_>, range: &Range<usize>) -> bool {
    let text = context.text.folded();
    let words = &context.personal().words;
    let wide = around(text, range, 120, 60);
    words.tell(
        wide.clone(),
        CueSet::of(&[Cue::Resident, Cue::Name, Cue::Own]),
    ) || words
        .within(wide, CueSet::of(&[Cue::Honorific]))
        .any(|word| names::ending_at(text, word.start).is_some())
}

fn has_person(context: &Context<'_>, range: &Range<usize>) -> bool {
    const PERSON: CueSet = CueSet::of(&[
        Cue::Address,
        Cue::Home,
        Cue::Name,
        Cue::Own,
        Cue::Resident,
        Cue::Sensitive,
        Cue::Suspect,
        Cue::Phone,
        Cue::Mobile,
    ]);
    let text = context.text.folded();
    let words = &context.personal().words;
    let wide = around(text, range, 120, 60);
    let opened = text[..range.start].trim_end_matches(['(', ' ', ',', '、', '・', '\n']);
    words.tell(wide.clone(), PERSON)
        || [
            "男性",
            "女性",
            "男児",
            "女児",
            "男の子",
            "女の子",
            "歳",
            "才",
        ]
        .iter()
        .any(|word| text[wide.clone()].contains(word))
        || words
            .within(wide, CueSet::of(&[Cue::Honorific]))
            .any(|word| is_somebody(text, word.start))
        || char_before(text, opened.len()).is_some_and(names::is_name_char)
            && names::ending_at(text, opened.len()).is_some_and(|name| name.is_full())
}
