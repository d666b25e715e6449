//! Dates, weekdays and times as people write them: one reader for every
//! detector that minds dates.

use std::ops::Range;

pub mod calendar;
pub mod clock;
pub mod repair;
pub mod scan;
pub mod weekday;
pub mod year;

use self::clock::Clock;
use self::scan::{Number, Scan, is_digit, wide, width};
use self::weekday::Mark;
use self::year::{Written, Year};
use crate::Text;

/// A date as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the folded text, without the weekday.
    pub range: Range<usize>,
    /// Where it ends with its weekday.
    pub end: usize,
    /// Its year, where written.
    pub year: Option<Year>,
    /// Its month, where written. A number that is no month stays one.
    pub month: Option<Number>,
    /// Its day. A number that is no day stays one.
    pub day: Number,
    /// The weekday that stands with it.
    pub mark: Option<Mark>,
    /// Whether the weekday can be nothing else.
    pub sure: bool,
    /// How it is written.
    pub shape: Shape,
    /// How it goes on from the date before it.
    pub link: Link,
    /// For a day alone: the month that the text named last, and its year.
    pub heading: Option<Heading>,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// 11月25日, 25日.
    Kanji,
    /// 11/25, 2026/11/25.
    Slash,
    /// 2026.11.25, 2026-11-25, 11.25.
    Point,
    /// Nov 25.
    English,
}

/// How a date goes on from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// It stands alone.
    None,
    /// 〜: it is the end.
    Range,
    /// ・, 、: it is one more.
    List,
}

/// A month named in the text: 12月の休館日, or the month of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub year: Option<Year>,
    pub month: u32,
    /// The day before, where the month is that of a date.
    pub day: Option<u32>,
}

/// The dates and times in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// Dates, in order.
    pub dates: Vec<Mention>,
    /// Times of day, in order.
    pub clocks: Vec<Clock>,
}

impl When {
    /// Reads a text.
    pub fn new(text: &Text) -> Self {
        Self {
            dates: find(text),
            clocks: clock::find(text.folded()),
        }
    }
}

/// Every date in a text, in order.
pub fn find(text: &Text) -> Vec<Mention> {
    let mut found = Found {
        text,
        mentions: Vec::new(),
        heading: None,
    };
    found.run();
    found.mentions
}

/// Mentions that go on from each other: a range, a list, or one alone.
pub fn chains(mentions: &[Mention]) -> impl Iterator<Item = &[Mention]> {
    mentions.chunk_by(|_, next| next.link != Link::None)
}

struct Found<'a> {
    text: &'a Text,
    mentions: Vec<Mention>,
    heading: Option<Heading>,
}

impl Found<'_> {
    fn run(&mut self) {
        let folded = self.text.folded();
        let bytes = folded.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let opens = match byte {
                b'0'..=b'9' => {
                    let end = at + run(&bytes[at..], u8::is_ascii_digit);
                    if !opens_date(end - at, &folded[end..]) {
                        at = end;
                        continue;
                    }
                    true
                }
                b'A'..=b'Z' | b'a'..=b'z' => {
                    let end = at + run(&bytes[at..], u8::is_ascii_alphanumeric);
                    if is_url(&folded[at..]) {
                        at = url_end(folded, at);
                        continue;
                    }
                    if !opens_letters(&folded[at..end], &folded[end..]) {
                        at = end;
                        continue;
                    }
                    true
                }
                // Where kanji start.
                0xe4..=0xe9 => match wide(bytes, at) {
                    Some(c) if may_open(c) => opens_kanji(&folded[at..]),
                    _ => false,
                },
                _ => false,
            };
            at = match opens.then(|| self.read(at)).flatten() {
                Some(end) => end,
                // A number that is no date is none from its second digit on.
                None if byte.is_ascii_alphanumeric() => {
                    at + run(&bytes[at..], u8::is_ascii_alphanumeric)
                }
                None => at + width(byte),
            };
        }
    }

    /// Reads a date and all that goes on from it.
    fn read(&mut self, at: usize) -> Option<usize> {
        let scan = Scan::new(self.text.folded(), at);
        let Some(first) = self.mention(scan) else {
            return self.month(scan);
        };
        self.push(first, Link::None);
        while let Some((next, link)) = self.next() {
            self.push(next, link);
        }
        self.mentions.last().map(|last| last.end)
    }

    fn push(&mut self, mut mention: Mention, link: Link) {
        mention.link = link;
        let marks = weekday::after(self.text, mention.range.end);
        if let Some(marks) = marks {
            self.give(&mut mention, marks);
        } else if link == Link::None {
            self.mark_before(&mut mention);
        }
        if let Some(month) = &mention.month {
            self.heading = Some(Heading {
                year: mention.year.clone(),
                month: month.value,
                day: Some(mention.day.value),
            });
        } else if let Some(heading) = &mut self.heading {
            heading.day = Some(mention.day.value);
        }
        self.mentions.push(mention);
    }

    /// Gives a date its weekday; of several, the dates before it theirs.
    fn give(&mut self, mention: &mut Mention, marks: weekday::Marks) {
        let Some((last, rest)) = marks.marks.split_last() else {
            return;
        };
        let linked = self
            .mentions
            .iter()
            .rev()
            .take(rest.len())
            .filter(|before| before.mark.is_none())
            .count();
        mention.end = marks.end;
        // (土・日) behind one date is no weekday of it.
        if linked < rest.len() || (!rest.is_empty() && mention.link == Link::None) {
            return;
        }
        for (before, mark) in self.mentions.iter_mut().rev().zip(rest.iter().rev()) {
            before.mark = Some(mark.clone());
            before.sure = marks.sure;
        }
        mention.mark = Some(last.clone());
        mention.sure = marks.sure;
    }

    /// 火曜日(11月25日), 来週火曜日、11月25日.
    fn mark_before(&self, mention: &mut Mention) {
        if mention.month.is_none() || mention.shape == Shape::English {
            return;
        }
        let folded = self.text.folded();
        let before = &folded[..mention.range.start];
        let inside = before.ends_with('(');
        let before = before.trim_end_matches(['(', ' ', '、', 'の', ',']);
        let Some(before) = before
            .strip_suffix("曜日")
            .or_else(|| before.strip_suffix('曜'))
        else {
            return;
        };
        let Some(c) = before.chars().next_back() else {
            return;
        };
        let start = before.len() - c.len_utf8();
        let Some(mark) = weekday::name(&mut Scan::new(folded, start)) else {
            return;
        };
        let lead = &before[..start];
        let near = [
            "今週",
            "来週",
            "再来週",
            "今度の",
            "次の",
            "次回は",
            "明日",
            "あす",
            "本日",
            "今日",
            "今週の",
            "来週の",
        ]
        .iter()
        .any(|word| {
            lead.trim_end_matches(['、', ' ', 'の', 'は'])
                .ends_with(word)
        });
        let closed = inside && folded[mention.range.end..].starts_with(')');
        let repeated = lead.ends_with(['毎', '各', '隔'])
            || lead.ends_with("毎週")
            || lead.ends_with(['・', '、', 'と', ',']);
        if repeated || !(near || closed) {
            return;
        }
        mention.mark = Some(mark);
        mention.sure = near;
    }

    /// The date that goes on from the last one, if any does.
    fn next(&self) -> Option<(Mention, Link)> {
        let last = self.mentions.last()?;
        let mut scan = Scan::new(self.text.folded(), last.end);
        let (link, timed) = connector(&mut scan)?;
        scan.spaces();
        scan.eat_any(&["翌日の", "翌"]);
        if let Some(mention) = self.mention(scan)
            && mention.month.is_some()
        {
            return Some((mention, link));
        }
        if timed && link == Link::List {
            // 10:00、25日: a new sentence as likely as not.
            return self.mention(scan).map(|mention| (mention, link));
        }
        self.day(scan, last.shape).map(|mention| (mention, link))
    }

    fn mention(&self, scan: Scan<'_>) -> Option<Mention> {
        let c = scan.peek()?;
        if c.is_ascii_alphabetic()
            && let Some(mention) = english(scan)
        {
            return Some(mention);
        }
        kanji(scan)
            .or_else(|| ordinal(scan))
            .or_else(|| numeric(self.text, scan))
            .or_else(|| self.lone_day(scan))
    }

    /// A day that goes on from a date: 11月6日・22日, 11/1(土)・2(日).
    fn day(&self, mut scan: Scan<'_>, shape: Shape) -> Option<Mention> {
        let start = scan.at;
        let day = scan.number(2)?;
        let suffixed = day_suffix(&mut scan);
        if suffixed && counts(scan.rest()) {
            return None;
        }
        if !suffixed {
            weekday::after(self.text, scan.at)?;
        }
        Some(mention(start..scan.at, None, None, day, shape, None))
    }

    /// A day alone, which needs a weekday to be one: 25日(火), 来月5日(金).
    fn lone_day(&self, mut scan: Scan<'_>) -> Option<Mention> {
        let start = scan.at;
        let behind = scan.behind();
        let month = scan.eat_any(&[
            "来月", "今月", "本月", "当月", "翌月", "同月", "先月", "前月", "同",
        ]);
        scan.eat("の");
        scan.spaces();
        if behind.is_some_and(|c| is_digit(c) || "第満約./-月".contains(c)) {
            return None;
        }
        if Scan::new(self.text.folded(), start)
            .behind()
            .is_some_and(|c| c == '毎')
        {
            return None;
        }
        let day = scan.number(2)?;
        if !day_suffix(&mut scan) || counts(scan.rest()) {
            return None;
        }
        // 木曜日(27日)
        let mark = enclosed(self.text.folded(), start..scan.at);
        if mark.is_none() && !weekday::after(self.text, scan.at)?.sure
            || self.text.folded()[..start].ends_with("毎月")
        {
            return None;
        }
        let heading = match month {
            None | Some("同月" | "同") => self.heading.clone(),
            Some(word) => Some(Heading {
                year: None,
                month: match word {
                    "来月" | "翌月" => calendar::NEXT_MONTH,
                    "先月" | "前月" => calendar::LAST_MONTH,
                    _ => calendar::THIS_MONTH,
                },
                day: None,
            }),
        };
        let found = mention(start..scan.at, None, None, day, Shape::Kanji, heading);
        Some(Mention {
            sure: mark.is_some(),
            mark,
            ..found
        })
    }

    /// A month alone, the heading of days that follow: 12月の休館日.
    fn month(&mut self, mut scan: Scan<'_>) -> Option<usize> {
        let year = year_before_month(&mut scan);
        if scan.behind().is_some_and(|c| "第約".contains(c)) {
            return None;
        }
        let month = scan.number(2)?;
        scan.spaces();
        if !(1..=12).contains(&month.value) || !scan.eat("月") {
            return None;
        }
        self.heading = Some(Heading {
            year,
            month: month.value,
            day: None,
        });
        Some(scan.at)
    }
}

fn mention(
    range: Range<usize>,
    year: Option<Year>,
    month: Option<Number>,
    day: Number,
    shape: Shape,
    heading: Option<Heading>,
) -> Mention {
    Mention {
        end: range.end,
        range,
        year,
        month,
        day,
        mark: None,
        sure: false,
        shape,
        link: Link::None,
        heading,
    }
}

/// 11月25日, 令和8年11月25日, 来年1月5日, 十一月二十五日.
fn kanji(mut scan: Scan<'_>) -> Option<Mention> {
    let start = scan.at;
    let year = year_before_month(&mut scan);
    let month = scan.number(3)?;
    scan.spaces();
    if !scan.eat("月") && !scan.eat("がつ") {
        return None;
    }
    scan.spaces();
    let day = scan.number(3)?;
    let mut end = scan;
    if !day_suffix(&mut end) {
        if !goes_on(scan) {
            return None;
        }
        end = scan;
    } else if counts(end.rest()) {
        return None;
    }
    Some(mention(
        start..end.at,
        year,
        Some(month),
        day,
        Shape::Kanji,
        None,
    ))
}

/// 12月第1日曜の6日, 12月の第2土曜日(12日): the day of a weekday told by its number.
fn ordinal(mut scan: Scan<'_>) -> Option<Mention> {
    let start = scan.at;
    let year = year_before_month(&mut scan);
    let month = scan.number(2)?;
    if !scan.eat("月") {
        return None;
    }
    scan.eat("の");
    scan.spaces();
    if !scan.eat("第") {
        return None;
    }
    scan.number(1)?;
    let mark = weekday::name(&mut scan)?;
    scan.eat("曜日")
        .then_some(())
        .or_else(|| scan.eat("曜").then_some(()))?;
    scan.spaces();
    scan.eat_one("の、,(は:")?;
    let open = scan.behind() == Some('(');
    let mut again = scan;
    if again
        .number(2)
        .is_some_and(|number| number.value == month.value)
        && again.eat("月")
    {
        scan = again;
    }
    let day = scan.number(2)?;
    if !day_suffix(&mut scan) || counts(scan.rest()) {
        return None;
    }
    if open {
        scan.eat(")");
    }
    let found = mention(start..scan.at, year, Some(month), day, Shape::Kanji, None);
    Some(Mention {
        mark: Some(mark),
        sure: true,
        ..found
    })
}

/// The weekday before the bracket that holds nothing but this: 木曜日(27日).
fn enclosed(folded: &str, range: Range<usize>) -> Option<Mark> {
    let before = folded[..range.start].strip_suffix('(')?;
    let before = before
        .strip_suffix("曜日")
        .or_else(|| before.strip_suffix('曜'))?;
    let (start, _) = before.char_indices().next_back()?;
    let lead = &before[..start];
    if !folded[range.end..].starts_with(')')
        || lead.ends_with(['毎', '各', '隔', '・', '、', '週'])
            && !["今週", "来週", "再来週"]
                .iter()
                .any(|week| lead.ends_with(week))
    {
        return None;
    }
    weekday::name(&mut Scan::new(folded, start))
}

/// The year that stands before a month, its 年 and what it is given beside:
/// 令和8年(2026年), 令和8(2026)年, 来年, 8年.
fn year_before_month(scan: &mut Scan<'_>) -> Option<Year> {
    let mut ahead = *scan;
    for (word, offset) in [
        ("今年", 0),
        ("本年", 0),
        ("来年", 1),
        ("明年", 1),
        ("翌年", 1),
        ("昨年", -1),
        ("去年", -1),
        ("前年", -1),
    ] {
        if ahead.eat(word) {
            ahead.eat("の");
            let range = scan.at..ahead.at;
            *scan = ahead;
            return Some(Year {
                written: Written::Relative(offset),
                number: Number {
                    value: 0,
                    range: range.clone(),
                },
                range,
            });
        }
    }
    let mut year = match year::full(&mut ahead) {
        Some(year) => year,
        None => {
            let number = ahead.number(2).filter(|number| number.value > 0)?;
            Year {
                written: Written::Short,
                range: number.range.clone(),
                number,
            }
        }
    };
    beside(&mut ahead);
    ahead.spaces();
    if !ahead.eat("年") {
        return None;
    }
    ahead.spaces();
    beside(&mut ahead);
    ahead.spaces();
    ahead.eat_one("、,");
    ahead.spaces();
    if !ahead.peek().is_some_and(is_digit) {
        return None;
    }
    year.range.end = year.range.end.max(year.number.range.end);
    *scan = ahead;
    Some(year)
}

/// Eats a bracket with the same year the other way: (2026), (令和8年), or with
/// the zodiac sign.
fn beside(scan: &mut Scan<'_>) {
    let mut ahead = *scan;
    if ahead.eat_one("([").is_none() {
        return;
    }
    if year::full(&mut ahead).is_none() {
        return;
    }
    ahead.eat("年");
    if ahead.eat_one(")]").is_some() {
        *scan = ahead;
    }
}

/// Eats 日, but not the 日 of 日曜.
fn day_suffix(scan: &mut Scan<'_>) -> bool {
    let mut ahead = *scan;
    ahead.spaces();
    if ahead.rest().starts_with("日曜") || !(ahead.eat("日") || ahead.eat("にち")) {
        return false;
    }
    *scan = ahead;
    true
}

/// Whether this, behind N日, makes it a count of days.
fn counts(rest: &str) -> bool {
    ["間", "目", "以内", "連続", "分の", "齢"]
        .iter()
        .any(|word| rest.starts_with(word))
}

/// Whether a day without its 日 shares the 日 or the weekday of what follows:
/// 11月25・26日, 11月25〜27日, 11月25(火).
fn goes_on(mut scan: Scan<'_>) -> bool {
    let bracket = {
        let mut ahead = scan;
        ahead.spaces();
        ahead.peek().is_some_and(|c| "([【〔".contains(c))
    };
    if bracket {
        return true;
    }
    for _ in 0..31 {
        scan.spaces();
        if scan.eat_one("・、,/〜~-–—ー―と＆&").is_none() {
            return false;
        }
        scan.spaces();
        if scan.number(2).is_none() {
            return false;
        }
        if day_suffix(&mut scan) {
            return !counts(scan.rest());
        }
    }
    false
}

const SEPARATORS: &[(char, Shape)] = &[
    ('/', Shape::Slash),
    ('.', Shape::Point),
    ('-', Shape::Point),
    ('‐', Shape::Point),
    ('–', Shape::Point),
    ('−', Shape::Point),
    ('⁄', Shape::Slash),
    ('∕', Shape::Slash),
];

/// 2026/11/25, R8.11.25, 26/11/25, 11/25, 11.25(火).
fn numeric(text: &Text, mut scan: Scan<'_>) -> Option<Mention> {
    let start = scan.at;
    if scan.behind().is_some_and(|c| {
        c.is_ascii_alphanumeric() || ".-/:_%¥$#@=+*~".contains(c) && !opens(text, start)
    }) {
        return None;
    }
    let year = year::full(&mut scan);
    let mut first = None;
    if year.is_none() {
        first = Some(scan.digits(2)?);
    } else {
        beside(&mut scan);
    }
    let (sep, shape) = separator(&mut scan)?;
    let second = scan.digits(2)?;
    let mut three = scan;
    let third = if separator(&mut three).is_some_and(|(next, _)| next == sep) {
        three.digits(4)
    } else {
        None
    };
    let found = match (year, first, third) {
        (Some(year), _, Some(day)) if day.range.len() <= 2 => {
            scan = three;
            mention(start..scan.at, Some(year), Some(second), day, shape, None)
        }
        // 11/25/2026.
        (None, Some(month), Some(number))
            if number.range.len() == 4 && (1900..2200).contains(&number.value) =>
        {
            scan = three;
            let year = Year {
                written: Written::Western,
                range: number.range.clone(),
                number,
            };
            mention(start..scan.at, Some(year), Some(month), second, shape, None)
        }
        // 26/11/25.
        (None, Some(number), Some(day)) if number.range.len() == 2 && day.range.len() <= 2 => {
            scan = three;
            let year = Year {
                written: Written::Short,
                range: number.range.clone(),
                number,
            };
            mention(start..scan.at, Some(year), Some(second), day, shape, None)
        }
        (None, Some(month), None) => {
            mention(start..scan.at, None, Some(month), second, shape, None)
        }
        _ => return None,
    };
    let mut found = found;
    let mut suffix = scan;
    if day_suffix(&mut suffix) {
        if counts(suffix.rest()) {
            return None;
        }
        found.range.end = suffix.at;
        found.end = suffix.at;
        scan = suffix;
    }
    if scan
        .peek()
        .is_some_and(|c| c.is_ascii_alphanumeric() && !english_weekday(scan) || "/%‰℃°".contains(c))
    {
        return None;
    }
    // 3.11 and 1-2 are numbers unless a weekday says otherwise.
    if found.year.is_none() && shape == Shape::Point {
        weekday::after(text, found.range.end)?;
    }
    Some(found)
}

/// Whether the separator before a date opens it: 〜11/25, and not 1/11/25.
fn opens(text: &Text, start: usize) -> bool {
    let before = &text.folded()[..start];
    let mut chars = before.chars().rev();
    let separator = chars.next();
    let earlier = chars.next();
    matches!(separator, Some('-' | '~' | '/' | ':' | '*' | '#' | '='))
        && !earlier.is_some_and(|c| c.is_ascii_alphanumeric() || c == '/')
}

fn english_weekday(mut scan: Scan<'_>) -> bool {
    weekday::name(&mut scan).is_some()
}

fn separator(scan: &mut Scan<'_>) -> Option<(char, Shape)> {
    let mut ahead = *scan;
    let spaced = ahead.spaces();
    let c = ahead.peek()?;
    let &found = SEPARATORS.iter().find(|(sep, _)| *sep == c)?;
    // 2026. 11. 25 has its room behind the point; `5 - 3` is a sum.
    if spaced && c != '/' {
        return None;
    }
    ahead.skip();
    if ahead.spaces() && c != '/' && c != '.' {
        return None;
    }
    *scan = ahead;
    Some(found)
}

const MONTHS: [(&str, &str); 12] = [
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
];

/// Nov 25 (Tue), November 25th, 2026; Tue, Nov 25.
fn english(mut scan: Scan<'_>) -> Option<Mention> {
    let mut mark = None;
    if let Some(found) = weekday::name(&mut scan) {
        mark = Some(found);
        scan.eat(".");
        scan.spaces();
        scan.eat(",");
        scan.spaces();
    }
    let start = scan.at;
    let mut found = english_month_first(scan).or_else(|| {
        // Tue 11/25, Sat. 5/3; Tuesday, 25 November.
        mark.as_ref()?;
        english_day_first(scan).or_else(|| slash(scan))
    })?;
    found.range.start = start;
    found.sure = mark.is_some();
    found.mark = mark;
    Some(found)
}

fn english_month(scan: &mut Scan<'_>) -> Option<Number> {
    let letters = scan
        .rest()
        .bytes()
        .take(10)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let word = scan.rest()[..letters].to_ascii_lowercase();
    let index = MONTHS.iter().position(|(short, long)| {
        word == *short || word == *long || (word == "sept" && *short == "sep")
    })?;
    let range = scan.at..scan.at + letters;
    scan.at = range.end;
    scan.eat(".");
    Some(Number {
        value: index as u32 + 1,
        range,
    })
}

fn english_day(scan: &mut Scan<'_>) -> Option<Number> {
    let day = scan.digits(2)?;
    let _ = ["st", "nd", "rd", "th"]
        .iter()
        .any(|end| scan.eat_letters(end));
    Some(day)
}

fn english_year(scan: &mut Scan<'_>) -> Option<Year> {
    let mut ahead = *scan;
    ahead.eat(",");
    ahead.spaces();
    let year = year::western(&mut ahead)?;
    *scan = ahead;
    Some(year)
}

fn english_month_first(mut scan: Scan<'_>) -> Option<Mention> {
    let start = scan.at;
    let month = english_month(&mut scan)?;
    scan.spaces();
    let day = english_day(&mut scan)?;
    // May 2026 has no day.
    if scan.peek().is_some_and(|c| c.is_ascii_digit() || c == ':') {
        return None;
    }
    let year = english_year(&mut scan);
    Some(mention(
        start..scan.at,
        year,
        Some(month),
        day,
        Shape::English,
        None,
    ))
}

fn english_day_first(mut scan: Scan<'_>) -> Option<Mention> {
    let start = scan.at;
    let day = english_day(&mut scan)?;
    scan.spaces();
    let month = english_month(&mut scan)?;
    let year = english_year(&mut scan);
    Some(mention(
        start..scan.at,
        year,
        Some(month),
        day,
        Shape::English,
        None,
    ))
}

fn slash(mut scan: Scan<'_>) -> Option<Mention> {
    let start = scan.at;
    let month = scan.digits(2)?;
    scan.eat_one("/.")?;
    let day = scan.digits(2)?;
    Some(mention(
        start..scan.at,
        None,
        Some(month),
        day,
        Shape::Slash,
        None,
    ))
}

/// Reads what joins two dates, times between them included; says whether there
/// was one.
fn connector(scan: &mut Scan<'_>) -> Option<(Link, bool)> {
    let mut ahead = *scan;
    let mut timed = false;
    ahead.spaces();
    // 25日(火)10時〜27日(木)15時
    let mut after = ahead;
    if clock::at(&mut after).is_some() {
        timed = true;
        ahead = after;
        ahead.spaces();
        // 25日(火)10時〜12時、27日(木)
        let mut more = ahead;
        if more.eat_one("〜~-–—ー―").is_some() {
            more.spaces();
            if clock::at(&mut more).is_some() {
                ahead = more;
                ahead.spaces();
            }
        }
    }
    let link = if ahead
        .eat_any(&[
            "から", "より", "〜", "~", "--", "-", "‐", "–", "—", "―", "ー", "−", "→", "⇒", "➡",
            "to ",
        ])
        .is_some()
    {
        Link::Range
    } else if ahead
        .eat_any(&[
            "および",
            "及び",
            "並びに",
            "ならびに",
            "または",
            "又は",
            "・",
            "、",
            ",",
            "/",
            "&",
            "と",
            "or ",
            "and ",
        ])
        .is_some()
    {
        Link::List
    } else {
        return None;
    };
    ahead.spaces();
    *scan = ahead;
    Some((link, timed))
}

/// How many bytes at a text's start are of a kind.
fn run(bytes: &[u8], kind: impl Fn(&u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| kind(byte)).count()
}

/// Whether digits may start a date by what follows them.
fn opens_date(len: usize, rest: &str) -> bool {
    let next = rest.trim_start_matches(' ');
    let Some(c) = next.chars().next() else {
        return false;
    };
    match c {
        '月' | '年' | '日' => len <= 4,
        'が' | 'に' => len <= 2,
        '/' | '.' | '-' | '‐' | '–' | '−' | '⁄' | '∕' => {
            (len <= 2 || len == 4)
                && next[c.len_utf8()..]
                    .trim_start_matches(' ')
                    .starts_with(|c: char| c.is_ascii_digit())
        }
        '(' => len == 4 || len <= 2,
        _ => false,
    }
}

/// Whether a word in Latin letters may start a date: R8, Nov, Tuesday.
fn opens_letters(word: &str, rest: &str) -> bool {
    let mut letters = word.chars();
    let era = matches!(
        letters.next(),
        Some('R' | 'H' | 'S' | 'T' | 'M' | 'r' | 'h' | 's' | 't' | 'm')
    ) && match letters.next() {
        Some(c) => c.is_ascii_digit(),
        None => rest.starts_with(['元', '.']),
    };
    let Some(start) = word.get(..3) else {
        return era;
    };
    era || MONTHS
        .iter()
        .any(|(short, _)| start.eq_ignore_ascii_case(short))
        || weekday::is_english(start)
}

/// Whether a date may start with a kanji.
fn may_open(c: char) -> bool {
    matches!(
        c,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '令'
            | '平'
            | '昭'
            | '大'
            | '明'
            | '西'
            | '今'
            | '本'
            | '来'
            | '昨'
            | '去'
            | '翌'
            | '前'
            | '先'
            | '同'
            | '当'
    )
}

/// Whether kanji may start a date: 令和, 十一月, 来月, 昨年.
fn opens_kanji(rest: &str) -> bool {
    let mut chars = rest.chars();
    let (Some(first), Some(second)) = (chars.next(), chars.next()) else {
        return false;
    };
    match first {
        '令' => second == '和',
        '平' | '大' => matches!(second, '成' | '正'),
        '昭' => second == '和',
        '明' => matches!(second, '治' | '年'),
        '西' => second == '暦',
        '今' | '本' | '来' | '昨' | '去' | '翌' | '前' | '先' | '当' => {
            matches!(second, '年' | '月')
        }
        '同' => second == '月' || is_digit(second),
        c if is_digit(c) => rest
            .chars()
            .take(6)
            .find(|&c| !is_digit(c))
            .is_some_and(|c| matches!(c, '月' | '年' | '日')),
        _ => false,
    }
}

fn is_url(rest: &str) -> bool {
    rest.starts_with("http") && (rest.starts_with("http://") || rest.starts_with("https://"))
}

fn url_end(text: &str, at: usize) -> usize {
    text[at..]
        .find(|c: char| !c.is_ascii_graphic())
        .map_or(text.len(), |len| at + len)
}

/// ASCII in its full-width form.
pub fn full_width(ascii: &str) -> String {
    ascii
        .chars()
        .map(|c| match c {
            '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests;
