//! Numbers that a public body gives to a person: passport, residence card,
//! licence, pension, insurance and the like.

use std::ops::Range;

use super::personal::names::is_name_kanji;
use super::personal::numbers::Script;
use super::personal::{
    Cue, CueSet, Gap, around, char_after, char_before, hit, is_linked, is_somebody, value_start,
};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::IdNumber,
    finds: || {
        Message::new(
            "旅券、在留カード、運転免許証、年金、健康保険、介護保険、住民票コード、受給者証、宛名番号など、公的な機関が個人に付けた番号。",
            "Numbers that public bodies give to a person: passport, residence card, driving licence, pension, health and care insurance, resident record code, benefit certificate, addressee number.",
        )
    },
    why: || {
        Message::new(
            "旅券・免許証・保険証などの番号は本人になりすますのに使われます。",
            "The numbers of passports, licences or insurance cards are used to impersonate people.",
        )
    },
    examples: &[
        "旅券番号：TK1234567",
        "在留カード番号 AB12345678CD",
        "運転免許証の番号は123456789012です。",
        "基礎年金番号：1234-567890",
        "介護保険の被保険者番号0001234567",
        "健康保険証 記号12 番号3456789",
        "住民票コード：12345678901",
        "受給者証番号 1234567",
        "山田さんの宛名番号：0012345678",
    ],
    near_misses: &[
        "マイナ保険証の利用は2024年12月2日から。",
        "国民健康保険の問い合わせは095-829-1136へ。",
        "パスポートの申請は5月12日から。手数料16,300円",
        "整理番号R7-12",
        "基礎年金番号の分かるものをお持ちください。0570-05-1165",
        "運転免許証の自主返納で1000円分のバス券",
        "受給者証の更新は令和8年9月30日まで",
    ],
    detect,
};

/// A kind of number and how it looks.
struct Kind {
    cue: Cue,
    ja: &'static str,
    en: &'static str,
    /// How many letters stand before the digits.
    letters: Range<usize>,
    /// How many digits it has.
    digits: Range<usize>,
    /// Whether its words also name a card or a scheme, so that 番号 must be
    /// said too.
    named: bool,
    /// Whether it is a secret only beside a person.
    with_person: bool,
}

const fn kind(
    cue: Cue,
    ja: &'static str,
    en: &'static str,
    letters: Range<usize>,
    digits: Range<usize>,
) -> Kind {
    Kind {
        cue,
        ja,
        en,
        letters,
        digits,
        named: false,
        with_person: false,
    }
}

const KINDS: &[Kind] = &[
    kind(Cue::Passport, "旅券番号", "a passport number", 2..3, 7..8),
    kind(
        Cue::ResidenceCard,
        "在留カードの番号",
        "a residence card number",
        2..3,
        8..9,
    ),
    kind(
        Cue::Licence,
        "運転免許証の番号",
        "a driver's licence number",
        0..1,
        12..13,
    ),
    kind(Cue::Pension, "年金の番号", "a pension number", 0..1, 10..15),
    kind(
        Cue::ResidentCode,
        "住民票コード",
        "a resident register code",
        0..1,
        11..12,
    ),
    Kind {
        named: true,
        ..kind(
            Cue::Insurance,
            "保険の記号・番号",
            "an insurance number",
            0..1,
            5..13,
        )
    },
    Kind {
        named: true,
        ..kind(
            Cue::Recipient,
            "受給者・手帳の番号",
            "a benefit or disability certificate number",
            0..1,
            4..12,
        )
    },
    Kind {
        with_person: true,
        ..kind(Cue::Staff, "職員番号", "a staff number", 0..3, 4..11)
    },
    Kind {
        with_person: true,
        ..kind(Cue::Student, "学籍番号", "a student number", 0..3, 4..11)
    },
    Kind {
        with_person: true,
        ..kind(
            Cue::Reference,
            "個人に付いた番号",
            "a number given to a person",
            0..3,
            5..13,
        )
    },
];

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    const ALL: CueSet = CueSet::of(&[
        Cue::Passport,
        Cue::ResidenceCard,
        Cue::Licence,
        Cue::Pension,
        Cue::ResidentCode,
        Cue::Insurance,
        Cue::Recipient,
        Cue::Staff,
        Cue::Student,
        Cue::Reference,
    ]);
    let text = context.text.folded();
    let mut end = 0;
    for word in context.personal().words.within(0..text.len(), ALL) {
        let Some(kind) = KINDS.iter().find(|kind| word.cues.has(kind.cue)) else {
            continue;
        };
        let Some(range) = value(context, kind, word.start..word.end) else {
            continue;
        };
        if range.start < end || is_linked(context, &range) {
            continue;
        }
        end = range.end;
        let strength = if kind.with_person && !has_person(context, &range) {
            Strength::Weak
        } else {
            Strength::Strong
        };
        hits.push(hit(
            context,
            Concern::IdNumber,
            range,
            strength,
            message(kind, strength),
        ));
    }
    unlabelled_residence_cards(context, hits);
}

fn message(kind: &Kind, strength: Strength) -> Message {
    let Kind { ja, en, .. } = kind;
    match strength {
        Strength::Strong => Message::new(
            format!("{ja}とみられます。削除してください。"),
            format!("This looks like {en}. Delete it."),
        ),
        Strength::Weak => Message::new(
            format!("{ja}かもしれません。個人の番号であれば削除してください。"),
            format!("This may be {en}. If it belongs to a person, delete it."),
        ),
    }
}

/// The number that this label introduces.
fn value(context: &Context<'_>, kind: &Kind, label: Range<usize>) -> Option<Range<usize>> {
    let text = context.text.folded();
    let numbers = &context.personal().numbers;
    let start = value_start(text, label.end);
    let letters = text[start..]
        .bytes()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    // 記号 長10
    let sign: usize = match kind.cue {
        Cue::Insurance => text[start..]
            .chars()
            .take(3)
            .take_while(|&c| is_name_kanji(c))
            .map(char::len_utf8)
            .sum(),
        _ => 0,
    };
    let digits_start = text[start + letters + sign..].trim_start_matches([' ', '-']);
    let digits_start = text.len() - digits_start.len();
    if !kind.letters.contains(&letters) {
        return None;
    }
    let first = numbers.from(digits_start);
    if numbers.runs().get(first)?.start != digits_start {
        return None;
    }
    if kind.named && !says_number(&text[label.start..digits_start]) {
        return None;
    }
    let runs = read(context, kind, first)?;
    let digits = numbers.digits(runs.clone());
    let range = start..numbers.range(runs.clone()).end;
    let blank = digits.iter().all(|digit| digit == &digits[0]);
    let measure = char_after(text, range.end)
        .is_some_and(|c| "円年月日時分人件名歳回個枚本%〜~,".contains(c));
    let phone = digits[0] == 0 && runs.len() == 3 && numbers.runs()[runs.end - 1].len() == 4;
    (!blank && !measure && !phone).then_some(range)
}

/// The runs that make up the number: 1234-567890, or 記号12 番号3456.
fn read(context: &Context<'_>, kind: &Kind, first: usize) -> Option<Range<usize>> {
    let text = context.text.folded();
    let numbers = &context.personal().numbers;
    let mut count = 0;
    let mut best = None;
    for at in first..numbers.runs().len().min(first + 14) {
        count += numbers.runs()[at].len();
        if count >= kind.digits.end {
            break;
        }
        if kind.digits.contains(&count) {
            best = Some(first..at + 1);
        }
        let joined = match numbers.gap(text, at) {
            Some(Gap::Dash | Gap::Space | Gap::None | Gap::Point) => true,
            Some(Gap::Other) => {
                let between = &text[numbers.runs()[at].end..numbers.runs()[at + 1].start];
                kind.cue == Cue::Insurance && between.contains("番号") && between.len() <= 18
            }
            _ => false,
        };
        if !joined {
            break;
        }
    }
    best
}

fn says_number(label: &str) -> bool {
    ["番号", "記号", "コード", "No", "no", "第", "№"]
        .iter()
        .any(|word| label.contains(word))
}

fn has_person(context: &Context<'_>, range: &Range<usize>) -> bool {
    let text = context.text.folded();
    let words = &context.personal().words;
    let wide = around(text, range, 150, 90);
    words
        .within(wide.clone(), CueSet::of(&[Cue::Honorific]))
        .any(|word| is_somebody(text, word.start))
        || words
            .within(
                wide,
                CueSet::of(&[Cue::Name, Cue::Birth, Cue::Resident, Cue::Home, Cue::Own]),
            )
            // お客様番号 names a number.
            .any(|word| !text[word.end..].starts_with("番号"))
}

/// `AB12345678CD`: nothing else looks so.
fn unlabelled_residence_cards(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text.folded();
    for run in context.personal().numbers.runs() {
        let capitals = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase());
        let fits = run.len() == 8
            && run.script == Script::Ascii
            && run.start >= 2
            && text.get(run.start - 2..run.start).is_some_and(capitals)
            && text.get(run.end..run.end + 2).is_some_and(capitals);
        if !fits {
            continue;
        }
        let range = run.start - 2..run.end + 2;
        let known = char_before(text, range.start)
            .is_some_and(|c| c.is_ascii_alphanumeric() || "-_/=".contains(c))
            || char_after(text, range.end)
                .is_some_and(|c| c.is_ascii_alphanumeric() || "-_/=".contains(c))
            || is_linked(context, &range)
            || hits.iter().any(|hit| {
                hit.concern == Concern::IdNumber
                    && hit.span.as_ref().is_some_and(|span| {
                        span.start <= context.text.utf16(range.clone()).start
                            && context.text.utf16(range.clone()).start < span.end
                    })
            });
        if !known {
            hits.push(hit(
                context,
                Concern::IdNumber,
                range,
                Strength::Weak,
                message(&KINDS[1], Strength::Weak),
            ));
        }
    }
}
