//! Runs of digits, as people write numbers: ASCII digits or kanji numerals.

use std::ops::Range;

use crate::Text;

/// Every digit of a text, in runs.
#[derive(Debug, Default)]
pub struct Numbers {
    digits: Vec<u8>,
    runs: Vec<Run>,
}

/// Digits of one script with nothing between them.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Where it starts, in bytes of the folded text.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// How it is written.
    pub script: Script,
    first: usize,
    len: usize,
}

/// How digits are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 123 or １２３
    Ascii,
    /// 一二三
    Kanji,
    /// ①②③, as lists are numbered.
    Circled,
}

impl Run {
    /// How many digits it has.
    pub fn len(&self) -> usize {
        self.len
    }
}

/// What stands between two runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: the script changes.
    None,
    Space,
    /// A line break, with nothing but spaces around it.
    Break,
    Dash,
    Dot,
    Slash,
    /// `(`, `)` or both.
    Paren,
    /// `・`
    Point,
    /// `の`, as numbers are read aloud.
    No,
    Comma,
    /// Anything else.
    Other,
}

impl Gap {
    /// Whether this gap beside a number is one of those inside it, so that
    /// the number goes on.
    pub fn continues(self, inside: &[Self]) -> bool {
        !matches!(self, Self::Other | Self::Break | Self::Comma | Self::Paren)
            && inside.contains(&self)
    }
}

impl Numbers {
    /// Finds every digit of a text.
    pub fn new(whole: &Text) -> Self {
        let text = whole.folded();
        let bytes = text.as_bytes();
        let mut numbers = Self::default();
        let mut at = 0;
        while at < bytes.len() {
            let len = match bytes[at] {
                digit @ b'0'..=b'9' => {
                    numbers.push(at, 1, digit - b'0', digit_script(whole, at));
                    1
                }
                b'O' | b'o' => {
                    if numbers.is_zero(text, at) {
                        numbers.push(at, 1, 0, Script::Ascii);
                    }
                    1
                }
                0xe2..=0xef => {
                    numbers.read_wide(text, at);
                    3
                }
                _ => 1,
            };
            at += len;
        }
        numbers
    }

    /// Takes a kanji numeral, or a character that stands for a digit's part.
    fn read_wide(&mut self, text: &str, at: usize) {
        // Most characters share no first byte with these.
        let Some(bytes) = text.as_bytes().get(at..at + 3) else {
            return;
        };
        match bytes {
            [0xe2, 0x83, 0xa3] => self.take_keycap(at),
            [0xe2, 0x97, 0x8b | 0xaf] if self.is_kanji_zero(text, at) => {
                self.push(at, 3, 0, Script::Kanji);
            }
            _ => {
                if let Some(value) = numeral(bytes) {
                    self.push(at, 3, value, Script::Kanji);
                }
            }
        }
    }

    /// Whether the letter O stands for a zero: O9O-1234-5678.
    fn is_zero(&self, text: &str, at: usize) -> bool {
        let bytes = text.as_bytes();
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let follows = self
            .runs
            .last()
            .is_some_and(|run| run.end == at && run.script == Script::Ascii);
        let starts = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        next.is_ascii_digit() && (follows || starts) || follows && !next.is_ascii_alphanumeric()
    }

    /// Whether a circle stands for a zero: ○九○.
    fn is_kanji_zero(&self, text: &str, at: usize) -> bool {
        let next = text.as_bytes().get(at + 3..at + 6);
        next.and_then(numeral).is_some()
            || self
                .runs
                .last()
                .is_some_and(|run| run.end == at && run.script == Script::Kanji)
    }

    fn push(&mut self, at: usize, len: usize, value: u8, script: Script) {
        match self.runs.last_mut() {
            Some(run) if run.end == at && run.script == script => {
                run.end += len;
                run.len += 1;
            }
            _ => self.runs.push(Run {
                start: at,
                end: at + len,
                script,
                first: self.digits.len(),
                len: 1,
            }),
        }
        self.digits.push(value);
    }

    /// A keycap belongs to the digit that it encloses.
    fn take_keycap(&mut self, at: usize) {
        if let Some(run) = self.runs.last_mut()
            && run.end == at
        {
            run.end += '\u{20e3}'.len_utf8();
        }
    }

    /// The runs, by place.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The first run that ends after this place.
    pub fn from(&self, at: usize) -> usize {
        self.runs.partition_point(|run| run.end <= at)
    }

    /// The digits of these runs, one after another.
    pub fn digits(&self, runs: Range<usize>) -> &[u8] {
        match (self.runs.get(runs.start), self.runs.get(runs.end - 1)) {
            (Some(first), Some(last)) => &self.digits[first.first..last.first + last.len],
            _ => &[],
        }
    }

    /// The place of these runs in the text.
    pub fn range(&self, runs: Range<usize>) -> Range<usize> {
        self.runs[runs.start].start..self.runs[runs.end - 1].end
    }

    /// What stands between a run and the next one; `None` after the last.
    pub fn gap(&self, text: &str, run: usize) -> Option<Gap> {
        let next = self.runs.get(run + 1)?;
        Some(gap(&text[self.runs[run].end..next.start]))
    }

    /// The most runs from `first` on that hold exactly `count` digits, where
    /// every gap between them passes.
    pub fn exactly(
        &self,
        text: &str,
        first: usize,
        count: usize,
        pass: impl Fn(Gap) -> bool,
    ) -> Option<Range<usize>> {
        let mut digits = 0;
        for at in first..self.runs.len() {
            digits += self.runs[at].len;
            if digits == count {
                return Some(first..at + 1);
            }
            if digits > count || !self.gap(text, at).is_some_and(&pass) {
                return None;
            }
        }
        None
    }
}

fn gap(between: &str) -> Gap {
    if between.len() > 24 {
        return Gap::Other;
    }
    let core = between.trim();
    match core {
        "" if between.is_empty() => Gap::None,
        "" if between.contains('\n') => Gap::Break,
        "" => Gap::Space,
        "." | "。" => Gap::Dot,
        "/" | "|" => Gap::Slash,
        "(" | ")" | ")-" | "-(" | "]" | "[" => Gap::Paren,
        "・" | "･" | "·" | "•" => Gap::Point,
        "の" | "ノ" => Gap::No,
        "," | "、" => Gap::Comma,
        _ if core.chars().all(is_dash) => Gap::Dash,
        _ => Gap::Other,
    }
}

/// The many characters that people take for a hyphen.
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | 'ー'
                | '─'
                | '━'
                | '~'
                | '〜'
                | '〰'
                | '_'
                | '\u{2043}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '='
    )
}

/// How the ASCII digit at this byte of the folded text was written.
fn digit_script(text: &Text, at: usize) -> Script {
    if text.is_plain(at) {
        return Script::Ascii;
    }
    let original = text.original(text.utf16(at..at + 1));
    if original.contains(|c| matches!(c, '①'..='⓿' | '❶'..='➓')) {
        Script::Circled
    } else {
        Script::Ascii
    }
}

/// The value of a kanji numeral, by its UTF-8.
fn numeral(bytes: &[u8]) -> Option<u8> {
    Some(match bytes {
        [0xe3, 0x80, 0x87] | [0xe9, 0x9b, 0xb6] => 0, // 〇 零
        [0xe4, 0xb8, 0x80] => 1,                      // 一
        [0xe4, 0xba, 0x8c] => 2,                      // 二
        [0xe4, 0xb8, 0x89] => 3,                      // 三
        [0xe5, 0x9b, 0x9b] => 4,                      // 四
        [0xe4, 0xba, 0x94] => 5,                      // 五
        [0xe5, 0x85, 0xad] => 6,                      // 六
        [0xe4, 0xb8, 0x83] => 7,                      // 七
        [0xe5, 0x85, 0xab] => 8,                      // 八
        [0xe4, 0xb9, 0x9d] => 9,                      // 九
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_script() {
        let check = |text: &str, runs: &[(&str, &[u8])]| {
            let text = Text::new(text);
            let numbers = Numbers::new(&text);
            let found: Vec<(&str, &[u8])> = numbers
                .runs()
                .iter()
                .enumerate()
                .map(|(at, run)| {
                    (
                        &text.folded()[run.start..run.end],
                        numbers.digits(at..at + 1),
                    )
                })
                .collect();
            assert_eq!(found, runs);
        };
        check("a12 ３4", &[("12", &[1, 2]), ("34", &[3, 4])]);
        check(
            "〇一二三四五六七八九零",
            &[("〇一二三四五六七八九零", &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0])],
        );
        check("①090", &[("1", &[1]), ("090", &[0, 9, 0])]);
        check("O9O CO2 ○○", &[("O9O", &[0, 9, 0]), ("2", &[2])]);
        check("○九○", &[("○九○", &[0, 9, 0])]);
        check(
            "1\u{fe0f}\u{20e3}2\u{fe0f}\u{20e3}",
            &[("1\u{20e3}2\u{20e3}", &[1, 2])],
        );
    }

    #[test]
    fn tells_gaps() {
        let text = Text::new("1-2 3\n4.5/6(7)8・9の1,2x3");
        let numbers = Numbers::new(&text);
        let gaps: Vec<_> = (0..numbers.runs().len())
            .map_while(|run| numbers.gap(text.folded(), run))
            .collect();
        assert_eq!(
            gaps,
            [
                Gap::Dash,
                Gap::Space,
                Gap::Break,
                Gap::Dot,
                Gap::Slash,
                Gap::Paren,
                Gap::Paren,
                Gap::Point,
                Gap::No,
                Gap::Comma,
                Gap::Other,
            ]
        );
    }
}
