//! Dates as they stand beside a person: 昭和50年4月1日, S50.4.1, 1975/4/1.

/// A day, with its year in the Gregorian calendar where it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// The year; of two digits without an era as it stands.
    pub year: Option<u32>,
    /// How long it is, in bytes.
    pub len: usize,
}

const ERAS: &[(&str, u32)] = &[
    ("明治", 1867),
    ("大正", 1911),
    ("昭和", 1925),
    ("平成", 1988),
    ("令和", 2018),
    ("明", 1867),
    ("大", 1911),
    ("昭", 1925),
    ("平", 1988),
    ("令", 2018),
    ("m", 1867),
    ("t", 1911),
    ("s", 1925),
    ("h", 1988),
    ("r", 2018),
];

/// The date that the text, in lower case, starts with.
pub fn starting(text: &str) -> Option<Date> {
    with_year(text)
        .or_else(|| without_year(text))
        .or_else(|| packed(text))
}

/// Where a date starts that reaches to the end of the text.
pub fn ending(text: &str) -> Option<(usize, Date)> {
    let end = text.trim_end().len();
    let from = text.floor_char_boundary(end.saturating_sub(60));
    text[from..end]
        .char_indices()
        .map(|(at, _)| from + at)
        .filter(|&at| !text[..at].ends_with(|c: char| c.is_ascii_digit()))
        .find_map(|at| {
            starting(&text[at..end])
                .filter(|date| at + date.len == end)
                .map(|date| (at, date))
        })
}

fn with_year(text: &str) -> Option<Date> {
    let mut at = 0;
    let rest = text.strip_prefix("西暦").unwrap_or(text);
    at += text.len() - rest.len();
    let era = ERAS.iter().find(|(name, _)| rest.starts_with(name));
    if let Some((name, _)) = era {
        at += name.len();
        at += spaces(&text[at..]);
    }
    let (year, len) = number(&text[at..])?;
    at += len;
    if era.is_none() && !(1850..2100).contains(&year) {
        return None;
    }
    at += separator(&text[at..], "年")?;
    let (month, len) = number(&text[at..])?;
    at += len;
    at += separator(&text[at..], "月")?;
    let (day, len) = number(&text[at..])?;
    at += len;
    at += day_sign(&text[at..]);
    let year = era.map_or(year, |(_, first)| first + year);
    is_day(month, day).then_some(Date {
        year: Some(year),
        len: at,
    })
}

fn without_year(text: &str) -> Option<Date> {
    let (month, len) = number(text)?;
    let mut at = len;
    at += "月".len() * usize::from(text[at..].starts_with('月'));
    if at == len {
        return None;
    }
    let (day, len) = number(&text[at..])?;
    at += len;
    if !text[at..].starts_with('日') {
        return None;
    }
    at += "日".len();
    is_day(month, day).then_some(Date {
        year: None,
        len: at,
    })
}

/// `19750401`
fn packed(text: &str) -> Option<Date> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 8 {
        return None;
    }
    let part = |from: usize, to: usize| text[from..to].parse::<u32>().ok();
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    ((1850..2100).contains(&year) && is_day(month, day)).then_some(Date {
        year: Some(year),
        len: 8,
    })
}

fn is_day(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

fn day_sign(text: &str) -> usize {
    let at = spaces(text);
    if text[at..].starts_with('日') {
        at + "日".len()
    } else {
        0
    }
}

/// `年`, `.`, `/` or `-`, with spaces around it.
fn separator(text: &str, sign: &str) -> Option<usize> {
    let before = spaces(text);
    let rest = &text[before..];
    let len = if rest.starts_with(sign) {
        sign.len()
    } else {
        rest.chars()
            .next()
            .filter(|&c| matches!(c, '.' | '/' | '・') || super::numbers::is_dash(c))?
            .len_utf8()
    };
    Some(before + len + spaces(&rest[len..]))
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// A number below ten thousand in ASCII digits, in kanji numerals of either
/// kind, or 元.
fn number(text: &str) -> Option<(u32, usize)> {
    if text.starts_with('元') {
        return Some((1, "元".len()));
    }
    let ascii = text.bytes().take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        return (ascii <= 4).then(|| text[..ascii].parse().ok().map(|value| (value, ascii)))?;
    }
    let mut sum = 0;
    let mut digits: Option<u32> = None;
    let mut len = 0;
    for c in text.chars().take(8) {
        if let Some(value) = "〇一二三四五六七八九".chars().position(|digit| digit == c) {
            digits = Some(digits.unwrap_or(0) * 10 + value as u32);
        } else if let Some(unit) = [('十', 10), ('百', 100), ('千', 1000)]
            .iter()
            .find(|(unit, _)| *unit == c)
        {
            sum += digits.take().unwrap_or(1) * unit.1;
        } else {
            break;
        }
        len += c.len_utf8();
    }
    (len > 0).then(|| (sum + digits.unwrap_or(0), len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates() {
        let check = |text: &str, year: Option<u32>| {
            let date = starting(text);
            assert_eq!(
                date.map(|date| (date.year, date.len)),
                Some((year, text.len())),
                "{text}"
            );
        };
        check("昭和50年4月1日", Some(1975));
        check("s50.4.1", Some(1975));
        check("平成元年 12月 31日", Some(1989));
        check("昭和五十年四月一日", Some(1975));
        check("一九七五年四月一日", Some(1975));
        check("1975/04/01", Some(1975));
        check("1975-4-1", Some(1975));
        check("19750401", Some(1975));
        check("4月1日", None);
        assert_eq!(starting("50円"), None);
        assert_eq!(starting("2026年度"), None);
    }

    #[test]
    fn finds_dates_at_the_end() {
        let (at, date) = ending("彼は昭和50年4月1日").unwrap();
        assert_eq!((at, date.year), ("彼は".len(), Some(1975)));
    }
}
