//! Years of the Japanese eras that don't agree with the Gregorian year beside
//! them, or that no era reached: 令和7年(2026年), 平成32年.

use time::Date;

use super::around::{after, quoted};
use super::date::calendar;
use super::date::repair;
use super::date::scan::{Scan, wide, width};
use super::date::year::{self, Era, Written, Year};
use super::{Context, Detector, Hit};
use crate::{Concern, Fix, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::EraMismatch,
    finds: || {
        Message::new(
            "並べて書かれた和暦と西暦の年の食い違いと、平成32年のように実際にはなかった和暦の年。",
            "Japanese and Gregorian years side by side that disagree, and years that no era reached, such as 平成32年.",
        )
    },
    why: || {
        Message::new(
            "和暦と西暦が食い違うと、いつのことか分からなくなります。",
            "Where the Japanese year and the Gregorian year disagree, nobody knows which year is meant.",
        )
    },
    examples: &[
        "令和7年(2026年)4月1日から施行します。",
        "2026年（令和7年）11月25日",
        "令和8(2027)年度",
        "2025(令和8)年国勢調査",
        "平成32年4月1日",
        "平成33年度の計画",
        "昭和65年に完成した橋",
        "R7年（2026年）",
        "令和7年、西暦2026年",
    ],
    near_misses: &[
        "令和8年(2026年)4月1日から施行します。",
        "2026(令和8)年度",
        "平成31年(2019年)4月",
        "令和元年（2019年）5月",
        "昭和64年(1989年)",
        "昭和100年記念事業",
        "令和7年度(2026年3月卒業予定)",
        "令和8年度(2027年)二十歳のつどい",
        "令和7年(2026人が参加)",
        "令和6年(1〜12月)の火災",
        "令和32年(2050年)カーボンニュートラル",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let folded = text.folded();
    let now = calendar::now(context.post).map(|now| now.date());
    let bytes = folded.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let opens = match byte {
            b'1' | b'2' => is_year(&bytes[at..]) && !folded[..at].ends_with(is_joined),
            b'M' | b'T' | b'S' | b'H' | b'R' => !folded[..at].ends_with(is_joined),
            // Where kanji start.
            0xe4..=0xe9 => matches!(
                wide(bytes, at),
                Some('明' | '大' | '昭' | '平' | '令' | '西')
            ),
            _ => false,
        };
        let mut scan = Scan::new(folded, at);
        let Some(first) = opens.then(|| year::full(&mut scan)).flatten() else {
            at += width(byte);
            continue;
        };
        let (term, end) = term(scan);
        if let Some((second, other, end)) = beside(end) {
            hits.extend(disagree(text, (&first, term), (&second, other)));
            at = end;
        } else {
            hits.extend(unreached(text, &first, term, now));
            at = scan.at;
        }
    }
}

/// Whether a text starts with four digits.
fn is_year(bytes: &[u8]) -> bool {
    bytes.len() >= 4 && bytes[..4].iter().all(u8::is_ascii_digit)
}

/// Whether what follows a character is part of something else.
fn is_joined(c: char) -> bool {
    c.is_ascii_alphanumeric() || "./-_".contains(c)
}

/// What stands behind a year's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Term {
    Bare,
    Year,
    FiscalYear,
}

fn term(mut scan: Scan<'_>) -> (Term, Scan<'_>) {
    let mut ahead = scan;
    ahead.spaces();
    if ahead.eat("年度") {
        return (Term::FiscalYear, ahead);
    }
    if ahead.eat("年") {
        return (Term::Year, ahead);
    }
    scan.spaces();
    (Term::Bare, scan)
}

/// Reads the year that stands in a bracket or behind a sign of equality.
fn beside(mut scan: Scan<'_>) -> Option<(Year, Term, usize)> {
    scan.spaces();
    let bracket = scan.eat_one("([").is_some();
    let equal = !bracket
        && (scan.eat_one("=").is_some()
            || (scan.eat_one("、,/・").is_some() && gregorian_follows(scan)));
    if !(bracket || equal) {
        return None;
    }
    scan.spaces();
    let second = year::full(&mut scan)?;
    let (term, mut end) = term(scan);
    end.spaces();
    // (2026年3月卒業予定) and (2026人) are no other name of the year.
    if bracket && end.eat_one(")]").is_none() {
        return None;
    }
    Some((second, term, end.at))
}

fn gregorian_follows(scan: Scan<'_>) -> bool {
    scan.rest().trim_start().starts_with("西暦")
}

/// A year of an era and a Gregorian year that stand for the same and are not.
fn disagree(text: &Text, first: (&Year, Term), second: (&Year, Term)) -> Option<Hit> {
    let ((japanese, term), (western, other)) = match (first.0.written, second.0.written) {
        (Written::Era(_), Written::Western) => (first, second),
        (Written::Western, Written::Era(_)) => (second, first),
        _ => return None,
    };
    let Written::Era(era) = japanese.written else {
        return None;
    };
    let right = japanese.gregorian()?;
    let written = western.gregorian()?;
    // An event of a fiscal year may lie in its last months.
    let fiscal = (term == Term::FiscalYear) != (other == Term::FiscalYear);
    if written == right || (fiscal && written == right + 1) {
        return None;
    }
    let span = text.utf16(
        japanese.range.start.min(western.range.start)..japanese.range.end.max(western.range.end),
    );
    let n = japanese.number.value;
    let name = if n == 1 {
        format!("{}元年", era.name())
    } else {
        format!("{}{n}年", era.name())
    };
    let latin = era.latin();
    let mut fixes = vec![replace(
        text,
        western,
        right as u32,
        Message::new(
            format!("西暦を{right}年に直す"),
            format!("Change the Gregorian year to {right}"),
        ),
    )];
    if let Some(n) = in_era(era, written) {
        fixes.push(replace(
            text,
            japanese,
            n,
            Message::new(
                format!("和暦を{}{n}年に直す", era.name()),
                format!("Change the Japanese year to {latin} {n}"),
            ),
        ));
    }
    Some(Hit {
        concern: Concern::EraMismatch,
        span: Some(span),
        strength: Strength::Strong,
        message: Message::new(
            format!(
                "{name}は西暦{right}年で、{written}年ではありません。どちらかを直してください。"
            ),
            format!("{latin} {n} is {right}, not {written}. Correct one of them."),
        ),
        fixes,
    })
}

/// The year of an era that a Gregorian year is, if the era lasted so long.
fn in_era(era: Era, year: i32) -> Option<u32> {
    let n = year - era.start().0 + 1;
    let ended = era.next().is_some_and(|next| year > next.start().0);
    u32::try_from(n).ok().filter(|&n| n > 0 && !ended)
}

fn replace(text: &Text, year: &Year, value: u32, label: Message) -> Fix {
    let span = text.utf16(year.number.range.clone());
    Fix::Replace {
        start: span.start,
        end: span.end,
        with: repair::number(text, &year.number.range, value, false),
        label,
    }
}

/// A year that its era did not reach, or that lies too far ahead for a date.
fn unreached(text: &Text, year: &Year, term: Term, now: Option<Date>) -> Option<Hit> {
    let Written::Era(era) = year.written else {
        return None;
    };
    let n = year.number.value;
    let folded = text.folded();
    let latin = folded[year.range.clone()].starts_with(|c: char| c.is_ascii_alphabetic());
    if term == Term::Bare {
        return None;
    }
    let Some(next) = era.next() else {
        return (!latin).then(|| far(text, year, term, now)).flatten();
    };
    let gregorian = era.year(n);
    // 昭和100年 is a jubilee, not a year.
    if gregorian <= next.start().0 || n >= 90 {
        return None;
    }
    let (now_era, now_n) = Era::of(gregorian)?;
    let strength = if term == Term::FiscalYear || quoted(folded, &year.range) {
        Strength::Weak
    } else {
        Strength::Strong
    };
    let span = text.utf16(year.range.clone());
    let right = if now_n == 1 {
        format!("{}元", now_era.name())
    } else {
        let number = repair::number(text, &year.number.range, now_n, false);
        format!("{}{number}", now_era.name())
    };
    let last = next.start().0 - era.start().0 + 1;
    Some(Hit {
        concern: Concern::EraMismatch,
        span: Some(span.clone()),
        strength,
        message: Message::new(
            format!(
                "{}は{last}年までで、{n}年はありません。西暦{gregorian}年であれば{right}年です。元号と年を確かめてください。",
                era.name()
            ),
            format!(
                "{} ended with year {last}; there is no year {n}. If {gregorian} is meant, it is {} {now_n}. Check era and year.",
                era.latin(),
                now_era.latin(),
            ),
        ),
        fixes: vec![Fix::Replace {
            start: span.start,
            end: span.end,
            label: Message::new(
                format!("「{right}年」に直す"),
                format!("Change to {} {now_n}", now_era.latin()),
            ),
            with: right,
        }],
    })
}

/// 令和31年4月27日: a date that lies decades ahead was meant as 平成.
fn far(text: &Text, year: &Year, term: Term, now: Option<Date>) -> Option<Hit> {
    const YEARS: i32 = 10;
    let gregorian = year.gregorian()?;
    if term != Term::Year
        || gregorian - now?.year() < YEARS
        || !is_dated(text.folded(), year.range.end)
    {
        return None;
    }
    let n = year.number.value;
    Some(Hit {
        concern: Concern::EraMismatch,
        span: Some(text.utf16(year.range.clone())),
        strength: Strength::Weak,
        message: Message::new(
            format!("令和{n}年は西暦{gregorian}年です。元号と年に間違いがないか確かめてください。"),
            format!("Reiwa {n} is {gregorian}. Make sure that era and year are right."),
        ),
        fixes: Vec::new(),
    })
}

/// Whether month and day follow a year.
fn is_dated(text: &str, at: usize) -> bool {
    let mut scan = Scan::new(after(text, at, 12), 0);
    scan.spaces();
    scan.eat("年");
    scan.spaces();
    scan.number(2).is_some() && scan.eat("月") && scan.number(2).is_some() && scan.eat("日")
}
