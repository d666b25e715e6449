//! Ends before their starts: 15:00〜13:00, doors after the curtain, 12月10日〜12月5日.

use std::ops::Range;

use super::around::{
    after, before, has, line_after, line_before, sentence_after, sentence_before, starts,
};
use super::date::calendar::{self, years};
use super::date::clock::{Clock, Half};
use super::date::scan::Scan;
use super::date::{self, Link, Mention, Shape};
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::TimeReversed,
    finds: || {
        Message::new(
            "終わりが始まりより前になっている時刻や期間と、開演より遅い開場。夜をまたぐ時間や年をまたぐ期間は含みません。",
            "Times and periods that end before they start, and doors that open after the performance begins. Hours across midnight and periods across the turn of the year don't count.",
        )
    },
    why: || {
        Message::new(
            "終わりが始まりより前になっていると、読む人は正しい日時を知ることができません。",
            "Where the end comes before the start, readers can't tell the real time.",
        )
    },
    examples: &[
        "時間:15:00〜13:00",
        "午後3時〜午後1時",
        "13時30分から10時まで",
        "受付 10:00〜9:30",
        "14〜12時",
        "開場 14:00／開演 13:30",
        "18時開場、17時30分開演",
        "12月10日〜12月5日",
        "令和8年12月25日〜令和8年12月20日",
        "12月20日(日)〜18日(金)",
    ],
    near_misses: &[
        "時間:13:00〜15:00",
        "22:00〜翌2:00",
        "22時〜5時は通行止めです。",
        "夜間受付 17:15〜8:30",
        "午前9時〜12時、午後1時〜5時",
        "9時〜5時",
        "開場 13:00／開演 13:30",
        "12月28日〜1月4日",
        "4月1日〜3月31日",
        "開始を15:00から13:00に変更します。",
        "開催日を12月10日から12月5日に変更します。",
        "11月25日22時〜26日5時",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let when = context.when();
    for pair in when.clocks.windows(2) {
        hits.extend(times(text, &pair[0], &pair[1]));
    }
    for clock in &when.clocks {
        hits.extend(short_times(text, clock));
    }
    for pair in when.clocks.windows(2) {
        hits.extend(named(text, &pair[0], &pair[1]));
    }
    let now = calendar::now(context.post).map(|now| now.date());
    for chain in date::chains(&when.dates) {
        for pair in chain.windows(2).filter(|pair| pair[1].link == Link::Range) {
            if is_reversed(text.folded(), &pair[0], &pair[1], now)
                && !is_change(text.folded(), pair)
            {
                hits.push(dates(text, &pair[0], &pair[1]));
            }
        }
    }
}

/// 15:00〜13:00.
fn times(text: &Text, start: &Clock, end: &Clock) -> Option<Hit> {
    let folded = text.folded();
    let between = &folded[start.range.end..end.range.start];
    if between.len() > 30 || !joins(between) {
        return None;
    }
    let range = start.range.start..end.range.end;
    let strength = order(start, end, is_night(folded, &range))?;
    (!is_moved(folded, between, end.range.end)).then(|| hit(text, range, strength))
}

/// 14〜12時, 午後3〜1時: the first 時 left out.
fn short_times(text: &Text, end: &Clock) -> Option<Hit> {
    let folded = text.folded();
    let lead = folded[..end.range.start].trim_end_matches([' ', '〜', '~', '-', '–', '—', 'ー']);
    let between = &folded[lead.len()..end.range.start];
    if end.colon || end.next_day || !joins(between) {
        return None;
    }
    let at = lead.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| {
        at + lead[at..].chars().next().map_or(1, char::len_utf8)
    });
    let mut scan = Scan::new(folded, at);
    let hour = scan.digits(2)?;
    if scan.at != lead.len() {
        return None;
    }
    let head = &folded[..at];
    if head.ends_with([':', '.', '/', '-', '月', '年', '第', '〜', '~']) {
        return None;
    }
    let half = [("午前", Half::Morning), ("午後", Half::Afternoon)]
        .into_iter()
        .find(|(word, _)| head.ends_with(word))
        .map(|(_, half)| half);
    let start = Clock {
        range: at..lead.len(),
        hour: hour.value,
        minute: 0,
        half,
        colon: false,
        next_day: false,
    };
    let range = at..end.range.end;
    let strength = order(&start, end, is_night(folded, &range))?;
    (hour.value <= 24).then(|| hit(text, range, strength))
}

/// Whether this, between two times, makes a range of them.
fn joins(between: &str) -> bool {
    const WORDS: &[&str] = &[
        "開始",
        "スタート",
        "開場",
        "受付",
        "頃",
        "ごろ",
        "(予定)",
        "(受付)",
        "(開場)",
    ];
    let mut between = between.trim_matches([' ', '\u{3000}']);
    for word in WORDS {
        between = between.strip_prefix(word).unwrap_or(between).trim_start();
    }
    matches!(
        between,
        "〜" | "~"
            | "-"
            | "‐"
            | "–"
            | "—"
            | "ー"
            | "―"
            | "−"
            | "から"
            | "より"
            | "〜 "
            | "--"
            | "~~"
    )
}

/// Whether the words make the two a change from one to the other.
fn is_moved(text: &str, between: &str, end: usize) -> bool {
    const CHANGES: &[&str] = &[
        "に変更",
        "へ変更",
        "に延",
        "へ延",
        "に繰り",
        "に前倒し",
        "に早め",
        "に短縮",
        "となり",
        "になり",
        "に改",
    ];
    let next = after(text, end, 8);
    starts(next, CHANGES) || (between.contains(['か', 'よ']) && next.starts_with('に'))
}

fn is_night(text: &str, range: &Range<usize>) -> bool {
    const CUES: &[&str] = &[
        "翌",
        "夜",
        "深夜",
        "泊",
        "宿",
        "通行止",
        "工事",
        "当直",
        "救急",
        "断水",
        "停電",
        "メンテ",
        "停止",
        "チェック",
        "24時間",
        "規制",
        "休止",
        "未明",
        "早朝",
        "明け方",
        "鑑賞",
        "当番",
        "警備",
        "閉鎖",
        "オールナイト",
        "作業",
    ];
    has(line_before(text, range.start), CUES) || has(line_after(text, range.end), CUES)
}

const HOUR: u32 = 60;

/// How sure it is that an end lies before its start, if it does.
fn order(start: &Clock, end: &Clock, night: bool) -> Option<Strength> {
    if end.next_day || start.hour > 24 || end.hour > 30 || start.minute > 59 || end.minute > 59 {
        return None;
    }
    let (from, to) = (start.minutes(), end.minutes());
    if to >= from {
        return None;
    }
    let wrapped = to + 24 * HOUR - from;
    match (start.half, end.half) {
        // 午前12時, 午後12時: nobody agrees what they are.
        (_, Some(_)) if end.hour == 12 => None,
        (Some(first), Some(second)) if first == second => Some(Strength::Strong),
        (Some(_), Some(_)) => by_length(wrapped, night),
        (Some(Half::Afternoon), None) if end.hour <= 12 => {
            // The end is in the afternoon too, or in the next morning.
            if end.hour == 12 || to + 12 * HOUR > from || night {
                None
            } else if from < 18 * HOUR {
                Some(Strength::Strong)
            } else {
                None
            }
        }
        (Some(Half::Morning), None) => (end.hour >= 8 && !night).then_some(Strength::Weak),
        (None, Some(_)) if start.hour <= 12 => None,
        _ if start.hour <= 12 && end.hour < 8 => None,
        _ if start.hour <= 12 && !start.colon => (!night).then_some(Strength::Weak),
        _ => by_length(wrapped, night),
    }
}

/// A night may lie between; the better part of a day hardly.
fn by_length(wrapped: u32, night: bool) -> Option<Strength> {
    if wrapped > 20 * HOUR {
        Some(if night {
            Strength::Weak
        } else {
            Strength::Strong
        })
    } else if wrapped > 18 * HOUR && !night {
        Some(Strength::Weak)
    } else {
        None
    }
}

/// 開場 14:00 開演 13:30: two times that words put in order.
fn named(text: &Text, first: &Clock, second: &Clock) -> Option<Hit> {
    const PAIRS: [(&str, &str); 7] = [
        ("開場", "開演"),
        ("開場", "開始"),
        ("開館", "閉館"),
        ("開店", "閉店"),
        ("開会", "閉会"),
        ("開始", "終了"),
        ("集合", "解散"),
    ];
    let folded = text.folded();
    if second.range.start - first.range.end > 60 {
        return None;
    }
    let (word_a, word_b) = words(folded, first, second)?;
    let (start, end) = PAIRS.iter().find_map(|&(early, late)| {
        if word_a == early && word_b == late {
            Some((first, second))
        } else if word_a == late && word_b == early {
            Some((second, first))
        } else {
            None
        }
    })?;
    let from = start.minutes();
    let mut to = end.minutes();
    // 午後1時30分開場、2時開演.
    if end.half.is_none() && end.hour <= 12 && start.half == Some(Half::Afternoon) {
        to += 12 * HOUR;
    }
    let unclear = start.half.is_none() && start.hour < 12 && end.half.is_some();
    let overnight = to < 6 * HOUR || end.next_day;
    if to >= from || unclear || overnight {
        return None;
    }
    Some(hit(
        text,
        first.range.start..second.range.end,
        Strength::Strong,
    ))
}

/// The words that stand with two times: before both or behind both.
fn words(text: &str, first: &Clock, second: &Clock) -> Option<(&'static str, &'static str)> {
    const WORDS: [&str; 8] = [
        "開場", "開演", "開館", "閉館", "開店", "閉店", "集合", "解散",
    ];
    const MORE: [&str; 4] = ["開会", "閉会", "開始", "終了"];
    const BARE: &[char] = &[
        ' ', ':', '・', 'は', '(', ')', '】', '[', ']', '■', '◆', '●', '\n', '時', '刻', '間',
        '予', '定', '/', 'に',
    ];
    let all = || WORDS.into_iter().chain(MORE);
    let behind = |clock: &Clock| {
        let next = after(text, clock.range.end, 6)
            .trim_start_matches([' ', 'に', '(', 'よ', 'り', 'か', 'ら', '頃', 'ご', 'ろ']);
        all().find(|word| next.starts_with(word))
    };
    let ahead = |clock: &Clock| {
        let near = before(text, clock.range.start, 8).trim_end_matches(BARE);
        all().find(|word| near.ends_with(word))
    };
    match (behind(first), behind(second)) {
        (Some(a), Some(b)) => Some((a, b)),
        _ => Some((ahead(first)?, ahead(second)?)),
    }
}

/// Whether a range of dates ends before it starts.
fn is_reversed(text: &str, start: &Mention, end: &Mention, now: Option<time::Date>) -> bool {
    let year = |mention: &Mention| {
        let year = mention.year.as_ref()?;
        years(year, now).first().copied()
    };
    let month = |mention: &Mention| mention.month.as_ref().map(|month| month.value);
    let months = (month(start), month(end));
    if end.day.value > 31 || start.day.value > 31 {
        return false;
    }
    let earlier = end.day.value < start.day.value;
    // 18年4月2日〜19年4月1日: years, although it is open of which century.
    let unclear = |mention: &Mention| mention.year.is_some() && year(mention).is_none();
    if unclear(start) || unclear(end) {
        return false;
    }
    match (year(start), year(end)) {
        (Some(from), Some(to)) => {
            let (Some(first), Some(last)) = months else {
                return false;
            };
            (to, last, end.day.value) < (from, first, start.day.value)
        }
        (_, Some(_)) => false,
        _ => match months {
            (Some(first), Some(last)) => first == last && earlier && is_date(text, start),
            (Some(_), None) => earlier && is_date(text, start) && !follows(text, end),
            (None, _) => false,
        },
    }
}

/// Whether it is a date and no fraction.
fn is_date(text: &str, mention: &Mention) -> bool {
    mention.shape == Shape::Kanji
        || mention.mark.is_some()
        || mention.year.is_some()
        || has(
            before(text, mention.range.start, 8),
            &["期間", "日時", "開催", "日程", "会期"],
        )
}

/// 翌20日, 翌月20日.
fn follows(text: &str, end: &Mention) -> bool {
    before(text, end.range.start, 4).contains('翌')
}

/// 12月10日から12月5日に変更します.
fn is_change(text: &str, pair: &[Mention]) -> bool {
    const CUES: &[&str] = &[
        "変更",
        "延期",
        "前倒し",
        "繰り上げ",
        "繰上げ",
        "訂正",
        "誤",
        "早め",
        "改め",
    ];
    let between = &text[pair[0].end..pair[1].range.start];
    has(between, &["→", "⇒", "➡"])
        || has(sentence_after(text, pair[1].end), CUES)
        || has(sentence_before(text, pair[0].range.start), CUES)
        || before(text, pair[0].range.start, 4).contains('毎')
}

fn dates(text: &Text, start: &Mention, end: &Mention) -> Hit {
    hit(text, start.range.start..end.end, Strength::Strong)
}

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    let written = &text.folded()[range.clone()];
    Hit {
        concern: Concern::TimeReversed,
        strength,
        message: Message::new(
            format!(
                "「{}」は、終わりが始まりより前になっています。正しい順序か確かめてください。",
                one_line(written)
            ),
            format!(
                "\"{}\" ends before it starts. Check the order.",
                one_line(written)
            ),
        ),
        span: Some(text.utf16(range)),
        fixes: Vec::new(),
    }
}

fn one_line(written: &str) -> String {
    written.replace('\n', " ")
}
