use std::ops::Range;

use time::Weekday;

use super::clock;
use super::scan::Scan;
use crate::Text;
use crate::detect::around;

/// A weekday that stands with a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub weekday: Weekday,
    /// Bytes of the folded text that name it: 火 of (火曜日), Tue of Tue.
    pub range: Range<usize>,
}

/// What stands behind a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// One weekday; two or more for a range or list of dates: (土・日).
    pub marks: Vec<Mark>,
    /// Where they end, the bracket included.
    pub end: usize,
    /// Whether nothing but a weekday can be meant.
    pub sure: bool,
}

/// The weekdays, Monday first: kanji, kana, English.
const NAMES: [(char, &str, &str, &str); 7] = [
    ('月', "げつ", "mon", "monday"),
    ('火', "か", "tue", "tuesday"),
    ('水', "すい", "wed", "wednesday"),
    ('木', "もく", "thu", "thursday"),
    ('金', "きん", "fri", "friday"),
    ('土', "ど", "sat", "saturday"),
    ('日', "にち", "sun", "sunday"),
];

const BRACKETS: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('<', '>'),
    ('{', '}'),
    ('〔', '〕'),
    ('【', '】'),
    ('〈', '〉'),
    ('《', '》'),
    ('〘', '〙'),
];

const SEPARATORS: &str = "・、,/.:;|〜~-–—ー―";

/// What may follow a weekday and a separator inside the bracket, so that it is
/// the date's weekday and no list of other things.
const TAILS: &[&str] = &[
    "祝",
    "休",
    "振",
    "祭",
    "国民",
    "午",
    "雨",
    "荒",
    "小雨",
    "悪天",
    "晴",
    "予備",
    "順延",
    "当日",
    "消印",
    "必着",
    "〆",
    "締",
    "夜",
    "朝",
    "昼",
    "夕",
    "正午",
    "大安",
    "赤口",
    "先勝",
    "友引",
    "先負",
    "仏滅",
    "初日",
    "最終",
    "開",
    "受付",
    "元日",
    "元旦",
    "成人",
    "建国",
    "天皇",
    "春分",
    "秋分",
    "昭和",
    "憲法",
    "みどり",
    "こども",
    "子ども",
    "海",
    "山",
    "敬老",
    "スポーツ",
    "体育",
    "文化",
    "勤労",
    "平日",
    "大晦日",
    "大みそか",
    "クリスマス",
    "イブ",
    "冬至",
    "夏至",
    "七夕",
    "節分",
    "第",
    "前夜",
    "本祭",
    "宵",
    "後夜",
    "両日",
    "各日",
    "全",
    "オンライン",
    "対面",
    "限定",
    "先着",
    "以降",
    "以後",
    "午前",
    "午後",
    "から",
    "より",
    "まで",
    "本日",
    "明日",
    "あす",
    "今日",
    "終日",
    "臨時",
    "延期",
    "中止",
    "変更",
    "仮",
    "予定",
];

/// Words behind a weekday by which it is a rule about weekdays.
const RULES: &[&str] = &[
    "休館",
    "休業",
    "定休",
    "休み",
    "休診",
    "閉館",
    "休園",
    "を除",
    "除く",
    "以外",
    "毎週",
    "隔週",
    "曜は",
    "曜日は",
];

/// Reads the weekday behind a date that ends at `at`.
pub fn after(text: &Text, at: usize) -> Option<Marks> {
    let mut scan = Scan::new(text.folded(), at);
    scan.spaces();
    bracketed(scan).or_else(|| bare(text, at))
}

fn bracketed(mut scan: Scan<'_>) -> Option<Marks> {
    let open = scan.peek()?;
    let &(_, close) = BRACKETS.iter().find(|(c, _)| *c == open)?;
    scan.skip();
    scan.spaces();
    prefix(&mut scan);
    let first = name(&mut scan)?;
    let spelled = suffix(&mut scan);
    let mut marks = vec![first];
    let mut sure = true;
    let separated = scan.spaces();
    match scan.peek()? {
        c if c == close => {}
        // (土日) of two dates.
        '日' if first_is_saturday(&marks) => {
            marks.push(name(&mut scan)?);
            suffix(&mut scan);
        }
        '祝' | '休' | '振' | '祭' => {}
        c if separated || SEPARATORS.contains(c) => {
            list(&mut scan, &mut marks);
            scan.spaces();
            if scan.peek() != Some(close) {
                scan.eat_one(SEPARATORS);
                scan.spaces();
                sure = tail(&scan, marks.len(), spelled)?;
            }
        }
        '午' | '夜' | '朝' if spelled => {}
        c if spelled && (c.is_ascii_digit() || scan.behind() == Some('日')) => {}
        _ => return None,
    }
    let rest = around::after(scan.rest(), 0, 30);
    let end = rest.find(close)?;
    if rest[..end].contains('\n') || RULES.iter().any(|rule| rest[..end].contains(rule)) {
        return None;
    }
    Some(Marks {
        marks,
        end: scan.at + end + close.len_utf8(),
        sure,
    })
}

fn first_is_saturday(marks: &[Mark]) -> bool {
    marks
        .first()
        .is_some_and(|mark| mark.weekday == Weekday::Saturday)
}

/// What may stand before the weekday in its bracket.
fn prefix(scan: &mut Scan<'_>) {
    let word = scan.eat_any(&[
        "祝日",
        "祝",
        "休日",
        "休",
        "振休",
        "今週",
        "来週",
        "再来週",
        "本日",
        "今日",
        "明日",
        "あす",
        "明後日",
        "昨日",
        "次の",
        "次週",
        "同",
        "翌",
    ]);
    if word.is_some() {
        scan.eat_one("・、,/の");
        scan.spaces();
    }
}

/// More weekdays: 土・日 or 火〜木.
fn list(scan: &mut Scan<'_>, marks: &mut Vec<Mark>) {
    while marks.len() < 7 {
        let mut ahead = *scan;
        ahead.spaces();
        if ahead.eat_one("・、,/〜~-–—ー―と").is_none() {
            return;
        }
        ahead.spaces();
        let Some(next) = name(&mut ahead) else {
            return;
        };
        // 日・月末 is no list of weekdays.
        let spelled = suffix(&mut ahead);
        if !spelled
            && ahead
                .peek()
                .is_some_and(|c| !")]>}〕】〉》〙・、,/〜~-–—ー―と祝休 ".contains(c))
        {
            return;
        }
        marks.push(next);
        *scan = ahead;
    }
}

/// Whether what follows weekday and separator leaves no doubt; `None` where it
/// shows that no weekday was meant.
fn tail(scan: &Scan<'_>, count: usize, spelled: bool) -> Option<bool> {
    let rest = scan.rest();
    let mut ahead = *scan;
    if ahead.number(2).is_some() {
        ahead.spaces();
        return if ahead
            .eat_any(&["時", ":", "回目", "日目", "・", "/"])
            .is_some()
        {
            Some(true)
        } else {
            spelled.then_some(false)
        };
    }
    if TAILS.iter().any(|tail| rest.starts_with(tail)) {
        return Some(true);
    }
    // (月・火は休館): the rule is not this date's weekday.
    if count > 1 {
        return None;
    }
    spelled.then_some(false)
}

/// A weekday without a bracket.
fn bare(text: &Text, at: usize) -> Option<Marks> {
    let folded = text.folded();
    let mut scan = Scan::new(folded, at);
    let spaced = scan.spaces();
    let mut sure = true;
    let mut linked = false;
    if let Some(c) = scan.eat_one("・、,/の:はが") {
        linked = "のはが".contains(c);
        sure = linked;
        scan.spaces();
    }
    let start = scan.at;
    let mark = name(&mut scan)?;
    let english = folded.as_bytes()[start].is_ascii_alphabetic();
    if english {
        return Some(one(mark, scan.at, true));
    }
    // ㊋: nobody writes it for anything else.
    let original = text.original(text.utf16(mark.range.clone()));
    if original.starts_with(['㊊', '㊋', '㊌', '㊍', '㊎', '㊏', '㊐']) {
        return Some(one(mark, scan.at, true));
    }
    if suffix(&mut scan) {
        let rest = scan.rest();
        let rule = ["休", "定休", "以外", "を除", "大工", "始ま"];
        let closed = ["は休", "も休", "が休", "を休"];
        let starts = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
        // 11月3日火曜日は休館 is closed on that day, 11月3日 火曜日は休館 on Tuesdays.
        if !linked && (starts(&rule) || (spaced || !sure) && starts(&closed)) {
            return None;
        }
        if scan.behind() == Some('曜')
            && rest.starts_with(|c: char| is_kanji(c) && !"午夜朝昼夕祝".contains(c))
        {
            return None;
        }
        if !sure
            && (rest.starts_with(['は', 'も', '・', 'と', '〜', '~']) || rest.starts_with("休"))
        {
            return None;
        }
        if linked
            && ["が", "休", "定休", "以外", "も"]
                .iter()
                .any(|word| rest.starts_with(word))
        {
            return None;
        }
        return Some(one(mark, scan.at, sure));
    }
    if linked || !sure {
        return None;
    }
    // 11/25 火 10:00: one kanji with nothing but room around it.
    let lone = scan.at - start == '火'.len_utf8();
    if !lone || (!spaced && folded[start..].starts_with(['月', '日'])) {
        return None;
    }
    let mut ahead = scan;
    let gap = ahead.spaces();
    let alone = match ahead.peek() {
        None | Some('\n' | '】' | ']' | ')' | '〉' | '》' | '|') => true,
        Some(_) => (gap || !spaced) && clock::at(&mut ahead).is_some(),
    };
    alone.then(|| one(mark, scan.at, true))
}

fn one(mark: Mark, end: usize, sure: bool) -> Marks {
    Marks {
        marks: vec![mark],
        end,
        sure,
    }
}

/// Reads a weekday's name.
pub fn name(scan: &mut Scan<'_>) -> Option<Mark> {
    let start = scan.at;
    let c = scan.peek()?;
    let index = if c.is_ascii_alphabetic() {
        english(scan)?
    } else if let Some(index) = NAMES.iter().position(|name| name.0 == c) {
        scan.skip();
        index
    } else {
        // (か) or (すいようび), in posts for children.
        let (index, name) = NAMES
            .iter()
            .enumerate()
            .map(|(index, name)| (index, name.1))
            .find(|(_, name)| scan.rest().starts_with(name))?;
        let rest = &scan.rest()[name.len()..];
        if !(rest.starts_with("よう") || rest.starts_with([')', ']', '】'])) {
            return None;
        }
        scan.at += name.len();
        index
    };
    Some(Mark {
        weekday: Weekday::Monday.nth_next(index as u8),
        range: start..scan.at,
    })
}

/// Whether three letters start the name of a weekday.
pub fn is_english(start: &str) -> bool {
    NAMES.iter().any(|name| start.eq_ignore_ascii_case(name.2))
}

/// Reads Tue, Tues, Tuesday, TUE.
fn english(scan: &mut Scan<'_>) -> Option<usize> {
    let letters = scan
        .rest()
        .bytes()
        .take(10)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let word = scan.rest()[..letters].to_ascii_lowercase();
    let index = NAMES.iter().position(|(_, _, short, long)| {
        word == *short
            || word == *long
            || matches!(
                (*short, word.as_str()),
                ("tue", "tues") | ("thu", "thur" | "thurs") | ("wed", "weds")
            )
    })?;
    scan.at += letters;
    Some(index)
}

/// Eats what makes a kanji a weekday: 曜日, 曜. Also the dot of `Tue.`
fn suffix(scan: &mut Scan<'_>) -> bool {
    if scan.behind().is_some_and(|c| c.is_ascii_alphabetic()) {
        scan.eat(".");
        return true;
    }
    scan.eat_any(&["曜日", "曜び", "ようび", "よう日", "曜", "よう"])
        .is_some()
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The name of `weekday` in the form of another: 水 for 火, Wed for Tue. The
/// form is read from the original: ㈬ for ㈫.
pub fn like(written: &str, weekday: Weekday) -> Option<String> {
    let index = usize::from(weekday.number_days_from_monday());
    let (kanji, kana, _, _) = NAMES[index];
    let mut chars = written.chars();
    let first = chars.next()?;
    if chars.next().is_none() {
        return match first {
            '㈪'..='㈰' => char::from_u32('㈪' as u32 + index as u32).map(String::from),
            '㊊'..='㊐' => char::from_u32('㊊' as u32 + index as u32).map(String::from),
            c if NAMES.iter().any(|name| name.0 == c) => Some(kanji.to_string()),
            _ => kana_like(written, kana),
        };
    }
    let folded = Text::new(written);
    if !folded
        .folded()
        .starts_with(|c: char| c.is_ascii_alphabetic())
    {
        return kana_like(written, kana);
    }
    let full = english_name(weekday);
    let word = if folded.folded().len() > 5 {
        full
    } else {
        &full[..3]
    };
    let upper = folded.folded().chars().all(|c| c.is_ascii_uppercase());
    let lower = folded.folded().chars().all(|c| c.is_ascii_lowercase());
    let cased = match (upper, lower) {
        (true, _) => word.to_ascii_uppercase(),
        (_, true) => word.to_ascii_lowercase(),
        _ => word.to_owned(),
    };
    if first.is_ascii() {
        return Some(cased);
    }
    Some(super::full_width(&cased))
}

fn kana_like(written: &str, kana: &str) -> Option<String> {
    NAMES
        .iter()
        .any(|name| name.1 == written)
        .then(|| kana.to_owned())
}

/// 火曜日.
pub fn japanese_name(weekday: Weekday) -> String {
    let index = usize::from(weekday.number_days_from_monday());
    format!("{}曜日", NAMES[index].0)
}

/// Tuesday.
pub fn english_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &[Weekday]) {
        let text = Text::new(written);
        let found: Vec<_> = after(&text, 0)
            .into_iter()
            .flat_map(|marks| marks.marks)
            .map(|mark| mark.weekday)
            .collect();
        assert_eq!(found, expected, "{written:?}");
    }

    #[test]
    fn reads_weekdays() {
        use Weekday::*;
        for written in [
            "(火)",
            "（火）",
            " (火)",
            "(火曜)",
            "(火曜日)",
            "[火]",
            "【火】",
            "〈火〉",
            "㈫",
            "㊋",
            "火曜日",
            "火曜",
            " 火曜日",
            "は火曜日です",
            "(火・祝)",
            "(火祝)",
            "(祝・火)",
            "(火/祝)",
            "(火、雨天順延)",
            "(火 10:00〜)",
            "(火曜日開催)",
            "(Tue)",
            "(TUE.)",
            " Tue.",
            "Tuesday",
            " 火 10:00",
            " 火】",
            "火 19:00",
            "(か)",
            "(かようび)",
            "(今週火曜)",
            "(火・振休)",
        ] {
            check(written, &[Tuesday]);
        }
        check("(土・日)", &[Saturday, Sunday]);
        check("(火〜木)", &[Tuesday, Thursday]);
        check("(土日)", &[Saturday, Sunday]);
        check("(日)", &[Sunday]);
    }

    #[test]
    fn reads_no_weekdays() {
        for written in [
            "⽉",
            "(月・火曜は休館)",
            "(日中韓)",
            "(月2回)",
            "(月額)",
            "(土砂災害)",
            "(金田)",
            "(水江)",
            "(火気厳禁)",
            "(日・英)",
            "(月・木曜は休み)",
            "(土曜日は休館)",
            "から毎週火曜日",
            "水が出ます",
            "(日没まで)",
            "木曜大工",
            " 水 500ml",
            "(木造)",
            "(金)",
            "",
        ] {
            let expected: &[Weekday] = if written == "(金)" {
                &[Weekday::Friday]
            } else {
                &[]
            };
            check(written, expected);
        }
    }

    #[test]
    fn writes_weekdays_alike() {
        let check = |written, expected: &str| {
            assert_eq!(like(written, Weekday::Wednesday).as_deref(), Some(expected));
        };
        check("火", "水");
        check("㈫", "㈬");
        check("㊋", "㊌");
        check("Tue", "Wed");
        check("TUESDAY", "WEDNESDAY");
        check("ＴＵＥ", "ＷＥＤ");
        check("か", "すい");
    }
}
