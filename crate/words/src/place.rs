//! Whether what was found at a place really is the word.

use std::ops::Range;

use crate::bare::{
    Bare, draws_out, is_hiragana, is_kana, is_kanji, is_katakana, is_letter, is_mask,
};
use crate::word::{Form, Script};

/// Where words start and end in a text.
pub struct Bounds {
    starts: Vec<bool>,
    ends: Vec<bool>,
}

impl Bounds {
    pub fn new(len: usize) -> Self {
        Self {
            starts: vec![false; len + 1],
            ends: vec![false; len + 1],
        }
    }

    pub fn add(&mut self, range: &Range<usize>) {
        self.starts[range.start] = true;
        self.ends[range.end] = true;
    }
}

/// Where a word was found, and what stands beside it.
pub struct Place<'a> {
    /// The characters as written.
    written: &'a str,
    kana_only: bool,
    before: Option<char>,
    after: Option<char>,
    word_before: bool,
    word_after: bool,
    katakana_first: bool,
    katakana_last: bool,
}

impl<'a> Place<'a> {
    pub fn new(bare: &Bare, lower: &'a str, range: &Range<usize>, bounds: &Bounds) -> Self {
        let folded = bare.folded(range.clone(), lower);
        let written = &lower[folded.clone()];
        let word = &bare.text()[range.clone()];
        // A look-alike kanji is written for katakana.
        let as_katakana = |bare: Option<char>, written: Option<char>| {
            bare.is_some_and(is_hiragana) && !written.is_some_and(is_hiragana)
        };
        Self {
            written,
            kana_only: word.chars().all(is_hiragana),
            before: lower[..folded.start].chars().next_back(),
            after: following(&lower[folded.end..], word),
            word_before: bounds.ends[range.start],
            word_after: bounds.starts[range.end],
            katakana_first: as_katakana(word.chars().next(), written.chars().next()),
            katakana_last: as_katakana(word.chars().next_back(), written.chars().next_back()),
        }
    }

    pub fn suits(&self, form: &Form) -> bool {
        if form
            .only
            .as_deref()
            .is_some_and(|only| only != self.written)
        {
            return false;
        }
        // Not a word, but what draws out the one before it: ソ[ーラー].
        if self.written.starts_with(['ー', '〜', '~']) {
            return false;
        }
        let mut strict = false;
        let mut disguised = false;
        if form.script != Script::Any && self.kana_only {
            let hiragana = self.written.chars().any(is_hiragana);
            let katakana = self.written.chars().any(|c| is_katakana(c) && c != 'ー');
            disguised = hiragana && katakana && form.script != Script::Mixed;
            strict = disguised || !hiragana || form.script == Script::Hiragana;
            let suits = match form.script {
                Script::Mixed => hiragana && katakana,
                script => hiragana && katakana || hiragana == (script == Script::Hiragana),
            };
            if !suits {
                return false;
            }
        }
        // So it is when it is spelled out.
        let spelled = self.written.chars().any(|c| !is_letter(c)) && !self.written.contains('○');
        let strict = strict || spelled && self.written.chars().count() > 1 && self.kana_or_kanji();
        (form.free_left && !disguised || self.left(strict))
            && (form.free_right && !disguised || self.right(strict))
            && !self.is_placeholder()
            && !self.forbids_nothing()
    }

    /// Whether a mask at an end is one of several: ○○ stands for a name.
    fn is_placeholder(&self) -> bool {
        let mask = |c: Option<char>| c.is_some_and(is_mask);
        mask(self.written.chars().next()) && mask(self.before)
            || mask(self.written.chars().next_back()) && mask(self.after)
    }

    /// Whether a word that forbids, such as 来るな, goes on as something else:
    /// 来るなど, 来るなら.
    fn forbids_nothing(&self) -> bool {
        let mut last = self.written.chars().rev();
        last.next() == Some('な')
            && last
                .next()
                .is_some_and(|c| "うくすつぬぶむるぐ".contains(c))
            && self.after.is_some_and(|c| "どらんのくいかりじ".contains(c))
    }

    fn kana_or_kanji(&self) -> bool {
        self.written
            .chars()
            .next()
            .is_some_and(|c| is_kana(c) || is_kanji(c))
    }

    fn left(&self, strict: bool) -> bool {
        let Some(before) = self.before.filter(|&c| is_letter(c)) else {
            return true;
        };
        let first = self.written.chars().next().unwrap_or_default();
        if self.word_before {
            return true;
        }
        if self.katakana_first {
            return !(is_katakana(before) || strict && is_mixed(self.written) && is_kana(before));
        }
        if is_kanji(first) {
            return !is_kanji(before) || self.written.chars().count() >= 4;
        }
        if is_hiragana(first) {
            return !strict
                || before == 'ー'
                || "はがもとやよねっにを".contains(before) && !is_mixed(self.written);
        }
        !before.is_ascii_alphanumeric()
    }

    fn right(&self, strict: bool) -> bool {
        let Some(after) = self.after.filter(|&c| is_letter(c)) else {
            return true;
        };
        let last = self.written.chars().next_back().unwrap_or_default();
        if self.word_after {
            return true;
        }
        if self.katakana_last {
            return !(is_katakana(after) || strict && is_mixed(self.written) && is_kana(after));
        }
        if is_kanji(last) {
            return !is_kanji(after) || self.written.chars().count() >= 4;
        }
        if is_hiragana(last) {
            return !strict
                || is_katakana(after)
                || is_kanji(after)
                || "だでなにはもよねがかとてやみめのをじわぞぜ".contains(after)
                    && !is_mixed(self.written)
                || last == 'い' && "んけすくぞさ".contains(after);
        }
        !after.is_ascii_alphanumeric()
    }
}

fn is_mixed(written: &str) -> bool {
    written.chars().any(is_hiragana) && written.chars().any(|c| is_katakana(c) && c != 'ー')
}

/// The character after a word, past what only draws it out.
fn following(rest: &str, word: &str) -> Option<char> {
    let last = word.chars().next_back().unwrap_or_default();
    rest.chars()
        .find(|&c| !matches!(c, 'ー' | '〜' | '~' | 'っ' | 'ッ') && !draws_out(last, c))
}
