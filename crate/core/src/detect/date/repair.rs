use std::ops::Range;

use time::{Date, Duration, Weekday};

use super::scan::to_kanji;
use super::{Mention, full_width};
use crate::{Fix, Message, Text};

/// Writes a number in the place of another, in its digits: full-width,
/// half-width or kanji; with a leading zero where the other has one.
pub fn number(text: &Text, place: &Range<usize>, value: u32, padded: bool) -> String {
    let written = text.original(text.utf16(place.clone()));
    let padded = padded || (written.chars().count() > 1 && written.starts_with(['0', '０']));
    let ascii = if padded {
        format!("{value:02}")
    } else {
        value.to_string()
    };
    match written.chars().next() {
        Some('０'..='９') => full_width(&ascii),
        Some(c)
            if !c.is_ascii()
                && !text.folded()[place.clone()].starts_with(|c: char| c.is_ascii()) =>
        {
            to_kanji(value, &written)
        }
        _ => ascii,
    }
}

/// A fix that puts a day into a mention.
pub fn day(text: &Text, mention: &Mention, value: u32, label: Message) -> Fix {
    let zero = |place: &Range<usize>| {
        let digits = &text.folded()[place.clone()];
        digits.len() == 2 && digits.starts_with('0')
    };
    let padded = mention
        .month
        .as_ref()
        .is_some_and(|month| zero(&month.range) || dashed(text, mention));
    let span = text.utf16(mention.day.range.clone());
    Fix::Replace {
        start: span.start,
        end: span.end,
        with: number(text, &mention.day.range, value, padded),
        label,
    }
}

/// Whether a date is written 2026-11-25, which always has two digits.
fn dashed(text: &Text, mention: &Mention) -> bool {
    mention.year.is_some() && text.folded()[..mention.day.range.start].ends_with('-')
}

/// The day of the same month with this weekday that is nearest to a date; of
/// two as near, the later.
pub fn nearest(date: Date, weekday: Weekday) -> Option<Date> {
    (1..7)
        .flat_map(|days| [days, -days])
        .filter_map(|days| date.checked_add(Duration::days(days)))
        .find(|near| near.weekday() == weekday && near.month() == date.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::date;

    #[track_caller]
    fn check(written: &str, value: u32, expected: &str) {
        let text = Text::new(written);
        let mention = date::find(&text).remove(0);
        let Fix::Replace {
            start, end, with, ..
        } = day(&text, &mention, value, Message::new("", ""))
        else {
            panic!("no replacement");
        };
        let units: Vec<u16> = written.encode_utf16().collect();
        let mut fixed = String::from_utf16(&units[..start]).unwrap();
        fixed.push_str(&with);
        fixed.push_str(&String::from_utf16(&units[end..]).unwrap());
        assert_eq!(fixed, expected);
    }

    #[test]
    fn writes_days_alike() {
        check("11月25日(火)", 24, "11月24日(火)");
        check("１１月２５日（火）", 4, "１１月４日（火）");
        check("十一月二十五日", 24, "十一月二十四日");
        check("2026-11-25", 4, "2026-11-04");
        check("04/25(月)", 4, "04/04(月)");
        check("2026.11.25", 4, "2026.11.4");
        check("5月05日", 7, "5月07日");
    }

    #[test]
    fn finds_the_nearest_day() {
        let date = |day| date::calendar::date(2026, 11, day).unwrap();
        assert_eq!(nearest(date(25), Weekday::Tuesday), Some(date(24)));
        assert_eq!(nearest(date(30), Weekday::Tuesday), Some(date(24)));
        assert_eq!(nearest(date(1), Weekday::Saturday), Some(date(7)));
    }
}
