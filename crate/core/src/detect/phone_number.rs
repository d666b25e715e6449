//! Phone numbers of private people. A municipality's posts carry thousands of
//! numbers that are published on purpose; what stands around one tells.

use std::cell::LazyCell;
use std::ops::Range;

use super::personal::numbers::is_dash;
use super::personal::{
    Before, Cue, CueSet, Gap, Numbers, Owner, Surroundings, before, char_after, char_before, hit,
    is_linked, runs_in,
};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Settings, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::PhoneNumber,
    finds: || {
        Message::new(
            "個人の電話番号と思われるもの。携帯電話の番号や、自宅・本人・相談者などの言葉とともに書かれた番号です。問い合わせ先として案内する役所や施設の番号、フリーダイヤル、設定に登録した番号は含みません。",
            "Phone numbers that seem to be private: mobile numbers, and numbers given with words such as home, the person concerned or a caller. Numbers of offices and facilities given for enquiries, toll-free numbers and numbers listed in the settings don't count.",
        )
    },
    why: || {
        Message::new(
            "個人の電話番号を公開すると、本人に迷惑電話や嫌がらせが及びます。一度広まった番号は取り消せません。",
            "A private phone number once published brings unwanted calls and harassment, and can't be taken back.",
        )
    },
    examples: &[
        "山田さんの携帯は090-1234-5678です。",
        "迷い犬の飼い主の方は０８０－１２３４－５６７８へ",
        "担当の佐藤（090 1234 5678）までご連絡ください。",
        "鈴木様宅（095-822-1234）に連絡済みです。",
        "自宅の電話番号は（０９５）８２２－１２３４です。",
        "相談者の連絡先：+81 90-1234-5678",
        "連絡は〇九〇ー一二三四ー五六七八まで",
        "田中さんの自宅 822-1234",
        "通報者は 0 9 0 - 3 3 1 1 - 5 6 7 2",
        "直通の携帯（〇8〇-1234-5678）へ",
    ],
    near_misses: &[
        "問い合わせ：観光課 095-822-8888",
        "☎（095）822-8888（代表）",
        "申込みは市民センター（TEL 0957-22-1111、FAX 0957-22-1112）へ。",
        "救急相談は#7119、子ども医療は#8000へ。",
        "フリーダイヤル0120-123-456、ナビダイヤル0570-012-345",
        "問合せ：青山\n【電話】080-1234-5678。",
        "〒850-8685 長崎市魚の町4-1",
        "2026-04-01 10:00、ISBN978-4-09-123456-7",
        "携帯：090-●●●●-●●●●",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text.folded();
    let personal = context.personal();
    let official = LazyCell::new(|| official(context.settings));
    let mut done = 0;
    for first in 0..personal.numbers.runs().len() {
        if first < done {
            continue;
        }
        let Some(number) = read(text, context, first) else {
            continue;
        };
        done = number.runs.end;
        if is_official(&number, &official) || is_linked(context, &number.range) {
            continue;
        }
        if let Some(strength) = judge(context, &number) {
            hits.push(hit(
                context,
                Concern::PhoneNumber,
                number.range,
                strength,
                message(strength),
            ));
        }
    }
}

fn message(strength: Strength) -> Message {
    match strength {
        Strength::Strong => Message::new(
            "個人の電話番号とみられます。削除するか、公表している窓口の番号に書き換えてください。",
            "This looks like a private phone number. Delete it, or give the number of a public contact.",
        ),
        Strength::Weak => Message::new(
            "個人の電話番号かもしれません。本人が公表に同意しているか、窓口の番号に書き換えられないか確かめてください。",
            "This may be a private phone number. Make sure that its owner agreed, or give the number of a public contact.",
        ),
    }
}

/// A phone number in a text.
struct Number {
    runs: Range<usize>,
    range: Range<usize>,
    /// With the leading zero, where it has an area code.
    digits: Vec<u8>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Mobile,
    /// With an area code, or 050.
    Fixed,
    /// Without an area code.
    Local,
}

/// The phone number that starts with this run of digits.
fn read(text: &str, context: &Context<'_>, first: usize) -> Option<Number> {
    let numbers = &context.personal().numbers;
    let run = numbers.runs()[first];
    let likely = match numbers.digits(first..first + 1) {
        [0, ..] | [8, 1] => true,
        _ => {
            matches!(numbers.runs().get(first + 1), Some(next) if next.len() == 4 && next.start <= run.end + 3)
        }
    };
    if !likely || !starts_freely(text, context, first) {
        return None;
    }
    let (runs, digits) = match numbers.digits(first..first + 1) {
        [8, 1] if char_before(text, run.start) == Some('+') => international(text, numbers, first)?,
        [0, ..] => national(text, numbers, first)?,
        _ => return local(text, numbers, first),
    };
    let kind = kind(&digits)?;
    if !ends_freely(text, numbers, runs.end - 1) {
        return None;
    }
    let mut range = numbers.range(runs.clone());
    if char_before(text, range.start) == Some('+') {
        range.start -= 1;
    }
    if char_before(text, range.start) == Some('(')
        && text[range.clone()].matches(')').count() > text[range.clone()].matches('(').count()
    {
        range.start -= 1;
    }
    Some(Number {
        runs,
        range,
        digits,
        kind,
    })
}

fn national(text: &str, numbers: &Numbers, first: usize) -> Option<(Range<usize>, Vec<u8>)> {
    [11, 10].into_iter().find_map(|count| {
        let runs = numbers.exactly(text, first, count, |gap| gap != Gap::Other)?;
        let digits = numbers.digits(runs.clone());
        let (lens, gaps) = groups(text, numbers, &runs);
        is_grouped(&lens, &gaps, count == 11).then(|| (runs, digits.to_vec()))
    })
}

/// How many digits stand together, and what stands between: 〇9〇 is one group.
fn groups(text: &str, numbers: &Numbers, runs: &Range<usize>) -> (Vec<usize>, Vec<Gap>) {
    let mut lens = Vec::new();
    let mut gaps = Vec::new();
    let mut open = false;
    for run in runs.clone() {
        let len = numbers.runs()[run].len();
        match lens.last_mut() {
            Some(last) if open => *last += len,
            _ => lens.push(len),
        }
        let gap = numbers.gap(text, run).filter(|_| run + 1 < runs.end);
        open = gap == Some(Gap::None);
        gaps.extend(gap.filter(|_| !open));
    }
    (lens, gaps)
}

/// `+81 90-1234-5678`, `+81(0)90-1234-5678`
fn international(text: &str, numbers: &Numbers, first: usize) -> Option<(Range<usize>, Vec<u8>)> {
    let next = first + 1;
    if numbers.gap(text, first)? == Gap::Other {
        return None;
    }
    let zero = numbers.digits(next..next + 1).first() == Some(&0);
    let counts = if zero { [11, 10] } else { [10, 9] };
    counts.into_iter().find_map(|count| {
        let runs = numbers.exactly(text, next, count, |gap| gap != Gap::Other)?;
        let mut digits = numbers.digits(runs.clone()).to_vec();
        if !zero {
            digits.insert(0, 0);
        }
        kind(&digits)?;
        Some((first..runs.end, digits))
    })
}

/// `822-8888`
fn local(text: &str, numbers: &Numbers, first: usize) -> Option<Number> {
    let runs = first..first + 2;
    let [exchange, line] = numbers.runs().get(runs.clone())? else {
        return None;
    };
    let fits = (2..=4).contains(&exchange.len())
        && line.len() == 4
        && numbers.gap(text, first) == Some(Gap::Dash)
        && !text[exchange.end..line.start].contains(['~', '〜', ' ', '\n'])
        && !is_year(numbers.digits(first..first + 1))
        && ends_freely(text, numbers, first + 1);
    fits.then(|| Number {
        range: numbers.range(runs.clone()),
        digits: numbers.digits(runs.clone()).to_vec(),
        runs,
        kind: Kind::Local,
    })
}

fn is_year(digits: &[u8]) -> bool {
    matches!(digits, [1, 8 | 9, _, _] | [2, 0, _, _])
}

/// Whether these digits are a mobile or a fixed number, not a toll-free, a
/// premium or a navigation one.
fn kind(digits: &[u8]) -> Option<Kind> {
    match digits {
        [0, 6..=9, 0, 1..=9, ..] if digits.len() == 11 => Some(Kind::Mobile),
        [0, 5, 0, 1..=9, ..] if digits.len() == 11 => Some(Kind::Fixed),
        [0, 1, 2, 0, ..] | [0, 5, 7, 0, ..] | [0, 9, 9, 0, ..] | [0, 1, 8, 0, ..] => None,
        [0, 1..=9, second, third, ..] if digits.len() == 10 => {
            (*second != 0 && (*second, *third) != (1, 0)).then_some(Kind::Fixed)
        }
        _ => None,
    }
}

/// Whether people group a number so.
fn is_grouped(lens: &[usize], gaps: &[Gap], mobile: bool) -> bool {
    let usual = if mobile {
        matches!(lens, [11] | [3, 8] | [7, 4] | [3, 4, 4])
    } else {
        matches!(lens, [10] | [2..=5, 1..=4, 4] | [6, 4] | [2..=5, 5..=8])
    };
    if usual {
        return !gaps.contains(&Gap::Comma) || gaps.iter().all(|gap| *gap == Gap::Comma);
    }
    // 0 9 0 - 1 2 3 4 - 5 6 7 8
    if lens.iter().all(|len| *len == 1) {
        return gaps
            .iter()
            .all(|gap| matches!(gap, Gap::Space | Gap::Dash | Gap::Paren))
            && gaps.iter().filter(|gap| **gap != Gap::Space).count() <= 4
            || gaps.iter().all(|gap| gap == &gaps[0] && *gap != Gap::Slash);
    }
    // 090-12-34-56-78
    gaps.iter().all(|gap| gap == &gaps[0])
        && matches!(
            gaps[0],
            Gap::Space | Gap::Dash | Gap::Point | Gap::Dot | Gap::No | Gap::None | Gap::Comma
        )
        && mobile
        && lens[0] == 3
        && lens.iter().all(|len| *len <= 4)
}

/// Whether no longer number or word runs into it.
fn starts_freely(text: &str, context: &Context<'_>, first: usize) -> bool {
    const LABEL: CueSet = CueSet::of(&[Cue::Phone, Cue::Mobile, Cue::Fax]);
    let personal = context.personal();
    let start = personal.numbers.runs()[first].start;
    let Some(last) = char_before(text, start) else {
        return true;
    };
    if runs_in(context, first) {
        return personal.words.ending_at(start, LABEL).is_some();
    }
    if matches!(last, '#' | '$' | '¥' | '\\' | '%' | '&' | '@') {
        return false;
    }
    let tight = first > 0 && {
        let previous = personal.numbers.runs()[first - 1].end;
        let between = &text[previous..start];
        between.chars().count() == 1
            && (is_dash(last) && last != '~' || matches!(last, '.' | '/' | ','))
    };
    !tight || last == '/' && personal.numbers.digits(first - 1..first).len() == 4
}

fn ends_freely(text: &str, numbers: &Numbers, last: usize) -> bool {
    let end = numbers.runs()[last].end;
    let Some(next) = char_after(text, end) else {
        return true;
    };
    if next.is_ascii_alphabetic() || matches!(next, '円' | '%' | '¥') {
        return false;
    }
    let more = numbers
        .runs()
        .get(last + 1)
        .is_some_and(|run| run.start == end + next.len_utf8());
    !(more && (is_dash(next) && next != '~' || matches!(next, '.' | ',')))
}

fn judge(context: &Context<'_>, number: &Number) -> Option<Strength> {
    let text = context.text.folded();
    let words = &context.personal().words;
    let before = before(text, words, number.range.start);
    let surroundings = Surroundings::new(context, &number.range);
    match (number.kind, before.owner) {
        (_, Owner::Person) => Some(Strength::Strong),
        (Kind::Mobile, Owner::Resident) => Some(Strength::Strong),
        (Kind::Mobile, _) => judge_mobile(&before, &surroundings),
        (Kind::Fixed, Owner::Resident) if !surroundings.given() => Some(Strength::Strong),
        (Kind::Fixed, Owner::Named) if !surroundings.published() => Some(Strength::Weak),
        (Kind::Fixed, Owner::Unknown) if surroundings.private && !surroundings.published() => {
            Some(Strength::Strong)
        }
        (Kind::Local, Owner::Resident | Owner::Named)
            if before.labelled && !surroundings.published() =>
        {
            Some(Strength::Weak)
        }
        _ => None,
    }
}

/// A mobile number is somebody's own unless an office or an event gives it.
fn judge_mobile(before: &Before, surroundings: &Surroundings) -> Option<Strength> {
    // Newsletters print the mobile numbers of clubs and farms in one layout.
    if before.bracketed && surroundings.published() {
        return None;
    }
    let given = surroundings.given() || matches!(before.owner, Owner::Contact | Owner::Office);
    Some(if given {
        Strength::Weak
    } else {
        Strength::Strong
    })
}

/// The digits of the municipality's own numbers.
fn official(settings: &Settings) -> Vec<String> {
    settings
        .official_phones
        .iter()
        .map(|phone| {
            let text = Text::new(phone);
            let digits: String = text.folded().chars().filter(char::is_ascii_digit).collect();
            match digits.strip_prefix("81") {
                Some(national) if text.folded().trim_start().starts_with('+') => {
                    format!("0{}", national.trim_start_matches('0'))
                }
                _ => digits,
            }
        })
        .filter(|digits| digits.len() >= 6)
        .collect()
}

fn is_official(number: &Number, official: &[String]) -> bool {
    let digits: String = number
        .digits
        .iter()
        .map(|digit| char::from(b'0' + digit))
        .collect();
    official.iter().any(|own| match number.kind {
        Kind::Local => own.ends_with(&digits),
        _ => *own == digits,
    })
}
