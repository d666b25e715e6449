use std::ops::Range;

use super::scan::{Scan, is_digit, wide, width};

/// A time of day as people write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Bytes of the folded text.
    pub range: Range<usize>,
    /// As written, 0 and more.
    pub hour: u32,
    /// As written; 0 where nothing is.
    pub minute: u32,
    /// 午前 or 午後, where written.
    pub half: Option<Half>,
    /// 15:00, not 15時.
    pub colon: bool,
    /// 翌 stands before it.
    pub next_day: bool,
}

/// A half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    Morning,
    Afternoon,
}

impl Clock {
    /// Minutes since midnight, 午後1時 as 13時.
    pub fn minutes(&self) -> u32 {
        let hour = match self.half {
            Some(Half::Afternoon) if self.hour < 12 => self.hour + 12,
            Some(Half::Morning) if self.hour == 12 => 0,
            _ => self.hour,
        };
        hour * 60 + self.minute
    }
}

/// Reads a time of day: 15:00, 午後3時, 15時30分, 3時半, 正午, 3pm.
pub fn at(scan: &mut Scan<'_>) -> Option<Clock> {
    let mut ahead = *scan;
    let next_day = ahead.eat_any(&["翌日の", "翌日", "翌朝", "翌"]).is_some();
    ahead.spaces();
    let mut half = half(&mut ahead);
    ahead.spaces();
    if half.is_none() && ahead.eat("正午") {
        let clock = Clock {
            range: scan.at..ahead.at,
            hour: 12,
            minute: 0,
            half,
            colon: false,
            next_day,
        };
        *scan = ahead;
        return Some(clock);
    }
    let hour = ahead.number(2)?.value;
    let ascii = ahead.behind().is_some_and(|c| c.is_ascii_digit());
    let mut minute = 0;
    let mut colon = false;
    let mut room = ahead;
    room.spaces();
    if ascii && ahead.eat(":") {
        let written = ahead.digits(2)?;
        if written.range.len() != 2 {
            return None;
        }
        // 12:30:45 has seconds; 1:2:3 is a ratio.
        let mut seconds = ahead;
        if seconds.eat(":") {
            seconds.digits(2)?;
            ahead = seconds;
        }
        if ahead
            .peek()
            .is_some_and(|c| c.is_ascii_digit() || "%:.".contains(c) && !ends(&ahead))
        {
            return None;
        }
        minute = written.value;
        colon = true;
    } else if room.eat("時") {
        ahead = room;
        if ["間", "代", "給", "計", "刻", "短", "速", "期", "価", "々"]
            .iter()
            .any(|word| ahead.rest().starts_with(word))
        {
            return None;
        }
        if ahead.eat("半") {
            minute = 30;
        } else {
            let mut more = ahead;
            more.spaces();
            if let Some(written) = more.number(2) {
                more.spaces();
                if more.eat("分") && !more.rest().starts_with('間') {
                    minute = written.value;
                    ahead = more;
                }
            }
        }
    } else if half.is_some() {
        // 午後3〜5時 leaves the first 時 out; the reader of ranges knows.
        return None;
    } else if latin_half(&mut room).is_none() {
        return None;
    }
    let mut after = ahead;
    after.spaces();
    if half.is_none() && ascii {
        half = latin_half(&mut after);
        if half.is_some() {
            ahead = after;
        }
    }
    if hour > 12 {
        // 午後15時, 深夜25時: sloppy, and clear.
        half = None;
    }
    let clock = Clock {
        range: scan.at..ahead.at,
        hour,
        minute,
        half,
        colon,
        next_day,
    };
    *scan = ahead;
    Some(clock)
}

/// Every time of day in a text, in order.
pub fn find(text: &str) -> Vec<Clock> {
    let mut clocks: Vec<Clock> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let opens = match byte {
            b'0'..=b'9' => {
                let end = at + digits(&bytes[at..]);
                if !is_hour(&bytes[at..end], &bytes[end..]) || is_joined(text, at, &clocks) {
                    at = end;
                    continue;
                }
                true
            }
            b'A' | b'P' | b'a' | b'p' => at == 0 || !bytes[at - 1].is_ascii_alphanumeric(),
            // Where kanji start.
            0xe4..=0xe9 => match wide(bytes, at) {
                Some('午' | '正' | '翌' | '夜' | '朝') => true,
                Some('一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') => {
                    has_hour(&text[at..])
                }
                _ => false,
            },
            _ => false,
        };
        let mut scan = Scan::new(text, at);
        if opens && let Some(clock) = self::at(&mut scan) {
            at = scan.at;
            clocks.push(clock);
        } else {
            at += width(byte);
        }
    }
    clocks
}

/// How many digits a text starts with.
fn digits(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

/// Whether digits may be an hour by what follows them.
fn is_hour(number: &[u8], rest: &[u8]) -> bool {
    number.len() <= 2
        && (rest.starts_with("時".as_bytes())
            || rest.first().is_some_and(|byte| b": aApP".contains(byte)))
}

/// Whether 時 follows the kanji that a text starts with.
fn has_hour(text: &str) -> bool {
    text.chars().take(4).find(|&c| !is_digit(c)) == Some('時')
}

/// Whether the number at a byte is part of something else, and no time.
fn is_joined(text: &str, at: usize, clocks: &[Clock]) -> bool {
    let mut before = text[..at].chars().rev();
    match before.next() {
        // 時間:15:00
        Some(':') => before.next().is_some_and(|c| c.is_ascii_digit()),
        // 10:00-15:00
        Some('-') => clocks
            .last()
            .is_none_or(|last| text[last.range.end..at].trim() != "-"),
        Some(c) => c.is_ascii_alphanumeric() || "./第約¥#".contains(c),
        None => false,
    }
}

/// Reads 午前, 午後, AM, PM, 朝, 夜 before a time.
pub fn half(scan: &mut Scan<'_>) -> Option<Half> {
    if scan.eat_any(&["午前", "朝", "翌朝"]).is_some() {
        return Some(Half::Morning);
    }
    if scan.eat_any(&["午後", "夜"]).is_some() {
        return Some(Half::Afternoon);
    }
    if scan.behind().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut ahead = *scan;
    let half = latin_half(&mut ahead)?;
    ahead.spaces();
    if !ahead.peek().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    *scan = ahead;
    Some(half)
}

fn latin_half(scan: &mut Scan<'_>) -> Option<Half> {
    let mut ahead = *scan;
    let half = if ahead.eat_letters("am") || ahead.eat_letters("a.m.") {
        Half::Morning
    } else if ahead.eat_letters("pm") || ahead.eat_letters("p.m.") {
        Half::Afternoon
    } else {
        return None;
    };
    if ahead.peek().is_some_and(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    *scan = ahead;
    Some(half)
}

/// Whether nothing but a sentence's end stands here.
fn ends(scan: &Scan<'_>) -> bool {
    let mut ahead = *scan;
    ahead.skip();
    ahead.peek().is_none_or(|c| !c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, minutes: u32, rest: &str) {
        let mut scan = Scan::new(text, 0);
        assert_eq!(
            at(&mut scan).map(|clock| clock.minutes()),
            Some(minutes),
            "{text:?}"
        );
        assert_eq!(scan.rest(), rest);
    }

    #[test]
    fn reads_times() {
        check("15:00〜", 900, "〜");
        check("15時30分から", 930, "から");
        check("午後3時半", 930, "");
        check("正午", 720, "");
        check("午後12時30分", 750, "");
        check("午前0時", 0, "");
        check("3pm", 900, "");
        check("PM3:00", 900, "");
        check("夜7時", 1140, "");
        check("午後三時", 900, "");
        check("翌2:00", 120, "");
        check("25時", 1500, "");
    }

    #[test]
    fn reads_no_times() {
        for text in ["3時間", "1:2", "16:9", "10:300", "15", "100時", "2026:11"] {
            assert_eq!(at(&mut Scan::new(text, 0)), None, "{text:?}");
        }
    }
}
