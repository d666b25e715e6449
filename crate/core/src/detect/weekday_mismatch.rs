//! Dates whose weekday is another: 2026年11月25日(火).

use time::Date;

use super::around::{has, sentence_after, sentence_before};
use super::date::calendar::{Reading, Tier, now, readings};
use super::date::year::Year;
use super::date::{self, Mention, repair, weekday};
use super::{Context, Detector, Hit};
use crate::{Concern, Fix, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::WeekdayMismatch,
    finds: || {
        Message::new(
            "日付と曜日の組み合わせの誤り。西暦、和暦、漢数字、期間や日付の列挙を読み取ります。年が書かれていない日付は、投稿の時点で読む人が思う年で確かめ、曜日と日付の両方の直し方を出します。",
            "Dates whose weekday is another, in Gregorian or Japanese years, kanji numerals, ranges and lists. A date without a year is taken as a reader of the post would take it, and both repairs are offered: the weekday and the date.",
        )
    },
    why: || {
        Message::new(
            "日付と曜日が食い違うと、読む人はどちらを信じてよいか分からず、別の日に来てしまいます。",
            "Where date and weekday disagree, readers can't tell which is right, and come on the wrong day.",
        )
    },
    examples: &[
        "2026年11月25日(火)に開催します。",
        "令和8年11月25日（火）午前10時から",
        "R8.11.25(火) 10:00〜",
        "2026/11/25（火曜日）",
        "2026-11-25(火)",
        "２０２６年１１月２５日㈫",
        "二〇二六年十一月二十五日(火)",
        "令和8(2026)年11月25日火曜日",
        "2026年11月24日(火)〜26日(金)",
        "2026年11月6日(金)・22日(月)",
        "Nov 25, 2026 (Tue)",
        "令和8年11月23日(火・祝)",
        "次回は12月第1日曜の7日です",
    ],
    near_misses: &[
        "2026年11月25日(水)に開催します。",
        "令和8年4月1日(水)〜1月31日(日)",
        "2026年7月7日(月・木曜は休館)",
        "2026年11月25日(日中韓の会議)",
        "2026年11月25日(月2回)",
        "2026年11月25日(金田会館)",
        "2026年11月25日から毎週火曜日",
        "2026年11月7日・8日(土・日)",
        "2026年8月11日・9月8日・10月13日",
        r#"{"text":"11月25日(火)"}"#,
        "12月第1日曜の6日",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let now = now(context.post).map(|now| now.date());
    let text = context.text;
    let dates = &context.when().dates;
    for chain in date::chains(dates) {
        if chain.iter().any(|mention| mention.mark.is_some()) {
            judge(text, chain, now, dates, hits);
        }
    }
}

fn judge(text: &Text, chain: &[Mention], now: Option<Date>, all: &[Mention], hits: &mut Vec<Hit>) {
    let named = named_years(all, chain);
    let readings = readings(chain, now, &named);
    let natural: Vec<_> = readings
        .iter()
        .filter(|reading| reading.tier == Tier::Natural)
        .collect();
    if natural
        .iter()
        .any(|reading| wrong(reading, chain).is_empty())
    {
        return;
    }
    // The year before fits, or another that the text named: told as something
    // past, that is the year. Otherwise it is last year's post, used again,
    // unless the day was a few months ago.
    let others: Vec<_> = readings
        .iter()
        .filter(|reading| matches!(reading.tier, Tier::Past | Tier::Named))
        .filter(|reading| wrong(reading, chain).is_empty())
        .collect();
    if !others.is_empty() && is_past(text.folded(), chain) {
        return;
    }
    let likely = others
        .iter()
        .any(|reading| reading.tier == Tier::Named || distance(reading, now) < 2 * RECENT_DAYS);
    let strength = if likely {
        Strength::Weak
    } else {
        Strength::Strong
    };
    let Some(reading) = natural
        .into_iter()
        .min_by_key(|reading| (wrong(reading, chain).len(), distance(reading, now)))
    else {
        return;
    };
    for index in wrong(reading, chain) {
        let mention = &chain[index];
        if let (Some(date), Some(mark)) = (reading.dates[index], &mention.mark) {
            let strength = if mention.sure {
                strength
            } else {
                Strength::Weak
            };
            hits.push(hit(text, mention, mark, date, strength));
        }
    }
}

/// How many days ago a day is still spoken of without its year, at times.
const RECENT_DAYS: i32 = 210;

/// The mentions whose weekday is not that of their date.
fn wrong(reading: &Reading, chain: &[Mention]) -> Vec<usize> {
    reading
        .dates
        .iter()
        .zip(chain)
        .enumerate()
        .filter(|(_, (date, mention))| match (date, &mention.mark) {
            (Some(date), Some(mark)) => date.weekday() != mark.weekday,
            _ => false,
        })
        .map(|(index, _)| index)
        .collect()
}

/// How far the first date is from publication, the past counted double.
fn distance(reading: &Reading, now: Option<Date>) -> i32 {
    let (Some(now), Some(date)) = (now, reading.dates.iter().flatten().next()) else {
        return 0;
    };
    let days = date.to_julian_day() - now.to_julian_day();
    if days < 0 { -2 * days } else { days }
}

/// The years that the text writes out before a chain.
fn named_years(all: &[Mention], chain: &[Mention]) -> Vec<i32> {
    let start = chain.first().map_or(0, |mention| mention.range.start);
    all.iter()
        .take_while(|mention| mention.range.start < start)
        .filter_map(|mention| mention.year.as_ref().and_then(Year::gregorian))
        .collect()
}

/// Whether a chain's sentence tells of something that has been.
fn is_past(text: &str, chain: &[Mention]) -> bool {
    const CUES: &[&str] = &[
        "ました",
        "でした",
        "実施した",
        "開催した",
        "行った",
        "行われた",
        "開催され",
        "あった",
        "実績",
        "結果",
        "報告",
        "昨年",
        "去年",
        "前回",
        "議事",
        "当時",
        "以来",
        "発生した",
        "撮影",
        "過去",
    ];
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else {
        return false;
    };
    has(sentence_before(text, first.range.start), CUES) || has(sentence_after(text, last.end), CUES)
}

fn hit(
    text: &Text,
    mention: &Mention,
    mark: &weekday::Mark,
    date: Date,
    strength: Strength,
) -> Hit {
    let written = weekday::japanese_name(mark.weekday);
    let right = weekday::japanese_name(date.weekday());
    let day = format!(
        "{}年{}月{}日",
        date.year(),
        u8::from(date.month()),
        date.day()
    );
    let start = mention.range.start.min(mark.range.start);
    Hit {
        concern: Concern::WeekdayMismatch,
        span: Some(text.utf16(start..mention.end.max(mark.range.end))),
        strength,
        message: Message::new(
            format!(
                "{day}は{right}です（「{written}」と書かれています）。日付か曜日のどちらかを直してください。"
            ),
            format!(
                "{} is a {}, not a {}. Correct the date or the weekday.",
                english(date),
                weekday::english_name(date.weekday()),
                weekday::english_name(mark.weekday),
            ),
        ),
        fixes: fixes(text, mention, mark, date),
    }
}

fn fixes(text: &Text, mention: &Mention, mark: &weekday::Mark, date: Date) -> Vec<Fix> {
    let mut fixes = Vec::new();
    let span = text.utf16(mark.range.clone());
    if let Some(with) = weekday::like(&text.original(span.clone()), date.weekday()) {
        fixes.push(Fix::Replace {
            start: span.start,
            end: span.end,
            label: Message::new(
                format!("曜日を「{with}」に直す"),
                format!(
                    "Change the weekday to {}",
                    weekday::english_name(date.weekday())
                ),
            ),
            with,
        });
    }
    if let Some(near) = repair::nearest(date, mark.weekday) {
        fixes.push(repair::day(
            text,
            mention,
            u32::from(near.day()),
            Message::new(
                format!("日付を{}日に直す", near.day()),
                format!("Change the date to {}", english(near)),
            ),
        ));
    }
    fixes
}

/// 25 November 2026.
fn english(date: Date) -> String {
    format!("{} {} {}", date.day(), date.month(), date.year())
}
