//! Dates and times that don't exist: 2月30日, 11月31日, 18時75分.

use time::Date;

use super::around::{after, before, has, line_after, line_before, starts};
use super::date::calendar::{self, last_day, years};
use super::date::clock::{self, Clock};
use super::date::scan::Scan;
use super::date::year::Written;
use super::date::{self, Link, Mention, Shape};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::ImpossibleDate,
    finds: || {
        Message::new(
            "2月30日、11月31日、13月、18時75分など、存在しない日付や時刻。平年の2月29日も含みます。",
            "Dates and times that don't exist, such as 30 February, 31 November, a thirteenth month or 18:75; also 29 February outside leap years.",
        )
    },
    why: || {
        Message::new(
            "存在しない日付や時刻を載せると、読む人は正しい日時を知ることができません。",
            "A date or time that doesn't exist leaves readers without the real one.",
        )
    },
    examples: &[
        "2月30日まで受け付けます。",
        "締切は11月31日です。",
        "令和8年2月29日に開催します。",
        "13月5日(金)",
        "2026/2/30(月) 10:00",
        "申込期間:11月1日〜31日",
        "二月三十日",
        "11/31(月)は休館日です。",
        "開演 18時75分",
        "日時:13:70〜15:00",
        "Nov 31, 2026",
    ],
    near_misses: &[
        "2月28日まで受け付けます。",
        "令和10年2月29日に開催します。",
        "うるう年の2月29日に生まれた方",
        "31人中11人(11/31)が合格しました。",
        "アプリVer.2.30を公開しました。",
        "深夜25時から26時30分まで放送します。",
        "割合は30:70です。",
        "得点は3-66でした。",
        "13か月、31日間、75分",
        "型番 2026-13-45",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let now = calendar::now(context.post).map(|now| now.date());
    let when = context.when();
    for chain in date::chains(&when.dates) {
        for index in 0..chain.len() {
            hits.extend(day(context.text, chain, index, now));
        }
    }
    for clock in &when.clocks {
        hits.extend(time(context.text, clock));
    }
}

/// What is wrong with a date.
struct Fault {
    year: Option<i32>,
    month: u32,
    /// The month's last day; `None` where there is no such month.
    last: Option<u32>,
}

fn day(text: &Text, chain: &[Mention], index: usize, now: Option<Date>) -> Option<Hit> {
    let mention = &chain[index];
    let fault = fault(chain, index, now)?;
    let mut strength = belief(text.folded(), mention, fault.last)?;
    let day = mention.day.value;
    if fault.month == 2 && day == 29 && mention.year.is_none() {
        if mention.mark.is_none() {
            strength = Strength::Weak;
        }
        if is_about_leap_years(text.folded(), mention) {
            return None;
        }
    }
    // The heading may be another list's.
    if mention.month.is_none() && mention.heading.is_some() && day <= 31 {
        strength = Strength::Weak;
    }
    Some(Hit {
        concern: Concern::ImpossibleDate,
        span: Some(text.utf16(mention.range.clone())),
        strength,
        message: message(&fault, day),
        fixes: Vec::new(),
    })
}

fn fault(chain: &[Mention], index: usize, now: Option<Date>) -> Option<Fault> {
    let mention = &chain[index];
    let day = mention.day.value;
    let month = chain[..=index]
        .iter()
        .rev()
        .find_map(|mention| mention.month.as_ref().map(|month| month.value))
        .or_else(|| {
            let heading = chain[0].heading.as_ref()?;
            (1..=12).contains(&heading.month).then_some(heading.month)
        });
    let Some(month) = month else {
        return (day == 0 || day > 31).then_some(Fault {
            year: None,
            month: 0,
            last: Some(31),
        });
    };
    let years = mention
        .year
        .as_ref()
        .map(|year| years(year, now))
        .unwrap_or_default();
    let Some(last) = last_day(years.first().copied(), month) else {
        return Some(Fault {
            year: None,
            month,
            last: None,
        });
    };
    let fault = |year| {
        Some(Fault {
            year,
            month,
            last: Some(last),
        })
    };
    if day == 0 || day > last {
        return fault(years.first().copied());
    }
    // A 29 February of no year: one must be near.
    if month == 2 && day == 29 && mention.year.is_none() {
        let now = now?;
        let near = (-1..=1).any(|offset| calendar::date(now.year() + offset, 2, 29).is_some());
        return if near { None } else { fault(None) };
    }
    None
}

/// How sure it is that numbers are meant as a date.
fn belief(text: &str, mention: &Mention, last: Option<u32>) -> Option<Strength> {
    let day = mention.day.value;
    let marked = mention.mark.is_some();
    match mention.shape {
        Shape::Kanji | Shape::English => Some(Strength::Strong),
        // 2026.13.5, alone or labelled as a date.
        _ if day <= 31 && last.is_none() && mention.year.is_some() => {
            let alone = line_before(text, mention.range.start).trim().is_empty()
                && line_after(text, mention.range.end).trim().is_empty();
            (marked || alone || timed(text, mention) || labelled(text, mention))
                .then_some(Strength::Weak)
        }
        _ if day > 39 || last.is_none() => marked.then_some(Strength::Weak).filter(|_| day <= 39),
        _ if marked => Some(Strength::Strong),
        Shape::Slash | Shape::Point => {
            let dated = timed(text, mention) || labelled(text, mention);
            match &mention.year {
                Some(year) if year.written == Written::Short => dated.then_some(Strength::Strong),
                Some(_) => Some(Strength::Strong),
                None if mention.link == Link::Range => Some(Strength::Strong),
                None => dated.then_some(Strength::Strong),
            }
        }
    }
}

/// Whether a time follows: 2/30 10:00.
fn timed(text: &str, mention: &Mention) -> bool {
    let mut scan = Scan::new(text, mention.end);
    scan.spaces();
    scan.eat(",");
    clock::at(&mut scan).is_some()
}

/// Whether the words around say that a date stands here.
fn labelled(text: &str, mention: &Mention) -> bool {
    const LABELS: &[&str] = &[
        "締切",
        "締め切り",
        "〆切",
        "期限",
        "日時",
        "開催日",
        "実施日",
        "期日",
        "期間",
        "日程",
        "予備日",
        "とき",
        "開始日",
        "納期",
    ];
    const ENDS: &[&str] = &[
        "まで",
        "必着",
        "締切",
        "〆切",
        "消印",
        "開催",
        "スタート",
        "オープン",
        "発売",
        "実施",
        "より",
        "から",
    ];
    has(before(text, mention.range.start, 10), LABELS)
        || starts(
            after(text, mention.end, 8).trim_start_matches([' ', 'に', '(']),
            ENDS,
        )
}

fn is_about_leap_years(text: &str, mention: &Mention) -> bool {
    const CUES: &[&str] = &[
        "うるう",
        "閏",
        "生まれ",
        "誕生",
        "4年に",
        "四年に",
        "存在しな",
        "毎年",
    ];
    has(line_before(text, mention.range.start), CUES) || has(line_after(text, mention.end), CUES)
}

fn message(fault: &Fault, day: u32) -> Message {
    match (fault.month, fault.last) {
        (0, _) => Message::new(
            format!("{day}日という日はありません。正しい日付に直してください。"),
            format!("No month has a day {day}. Correct the date."),
        ),
        (month, None) => Message::new(
            format!("{month}月という月はありません。正しい日付に直してください。"),
            format!("There is no month {month}. Correct the date."),
        ),
        (month, Some(last)) if fault.month == 2 && day == 29 => {
            let (ja, en) = match fault.year {
                Some(year) => (format!("{year}年"), format!(" of {year}")),
                None => ("この前後の年".to_owned(), " of the years around".to_owned()),
            };
            let last = last.min(28);
            Message::new(
                format!(
                    "{ja}はうるう年ではなく、{month}月は{last}日までです。正しい日付に直してください。"
                ),
                format!(
                    "The February{en} ends with day {last}: it is no leap year. Correct the date."
                ),
            )
        }
        (month, Some(last)) => Message::new(
            format!(
                "{month}月{day}日という日付はありません（{month}月は{last}日まで）。正しい日付に直してください。"
            ),
            format!("Month {month} has no day {day}; it ends with day {last}. Correct the date."),
        ),
    }
}

fn time(text: &Text, clock: &Clock) -> Option<Hit> {
    let bad_minute = clock.minute > 59;
    // 深夜25時 is what broadcasters write; it goes to 30時 at most.
    let bad_hour = clock.hour > 30;
    if !(bad_minute || bad_hour) || !is_time(text.folded(), clock) {
        return None;
    }
    let written = &text.folded()[clock.range.clone()];
    let (ja, en) = if bad_minute {
        ("分は59までです", "minutes end with 59")
    } else {
        ("このような時刻はありません", "there is no such hour")
    };
    Some(Hit {
        concern: Concern::ImpossibleDate,
        span: Some(text.utf16(clock.range.clone())),
        strength: Strength::Strong,
        message: Message::new(
            format!("「{written}」という時刻はありません（{ja}）。正しい時刻に直してください。"),
            format!("\"{written}\" is no time of day: {en}. Correct it."),
        ),
        fixes: Vec::new(),
    })
}

/// Whether numbers that make no time were meant as one, and not as a ratio or
/// a score.
fn is_time(text: &str, clock: &Clock) -> bool {
    const BEFORE: &[&str] = &[
        "時間", "時刻", "日時", "開場", "開演", "開始", "受付", "集合", "午前", "午後", "終了",
        "曜日", ")", "日 ", "とき",
    ];
    const AFTER: &[&str] = &[
        "〜",
        "~",
        "から",
        "より",
        "まで",
        "開場",
        "開演",
        "開始",
        "集合",
        "受付",
        "スタート",
        "頃",
        "ごろ",
        "に",
        "より",
    ];
    if clock.half.is_some() {
        return true;
    }
    let near = before(text, clock.range.start, 6);
    let next = after(text, clock.range.end, 6).trim_start();
    if !clock.colon {
        // 32時10分, 75分; an hour alone may be a count of hours.
        return clock.hour <= 30 || clock.minute > 0 || starts(next, AFTER) && clock.hour < 48;
    }
    clock.hour <= 30
        && (near.trim_end_matches([' ', ':']).ends_with(['〜', '~'])
            || BEFORE.iter().any(|word| {
                near.trim_end_matches([' ', ':', '】', '」'])
                    .ends_with(word.trim_end())
            })
            || starts(next, AFTER))
}
