//! Runs of digits, as people write numbers: ASCII digits or kanji numerals.

use std::ops::Range;

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
    /// Whether it is written in kanji numerals.
    pub kanji: bool,
    first: usize,
    len: usize,
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

impl Numbers {
    /// Finds every digit of a folded text.
    pub fn new(text: &str) -> Self {
        let mut numbers = Self::default();
        for (at, c) in text.char_indices() {
            let (value, kanji) = match c {
                '0'..='9' => (c as u8 - b'0', false),
                '\u{20e3}' => {
                    numbers.take_keycap(at);
                    continue;
                }
                _ => match kanji_digit(c) {
                    Some(value) => (value, true),
                    None => continue,
                },
            };
            numbers.push(at, c.len_utf8(), value, kanji);
        }
        numbers
    }

    fn push(&mut self, at: usize, len: usize, value: u8, kanji: bool) {
        match self.runs.last_mut() {
            Some(run) if run.end == at && run.kanji == kanji => {
                run.end += len;
                run.len += 1;
            }
            _ => self.runs.push(Run {
                start: at,
                end: at + len,
                kanji,
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

fn kanji_digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}
