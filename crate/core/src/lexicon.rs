//! Word lists as automata: one pass over a text finds every word of a list.

use std::ops::Range;

use daachorse::CharwiseDoubleArrayAhoCorasick;

/// A list of words, each with a tag that says what kind of word it is.
pub struct Lexicon {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    entries: Vec<(&'static str, &'static str)>,
}

/// A word of a list, found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where, in bytes of the text that was searched.
    pub range: Range<usize>,
    /// The word, as the list writes it.
    pub word: &'static str,
    /// Its tag; empty where the list gives none.
    pub tag: &'static str,
}

impl Lexicon {
    /// Reads a list: a word a line, a tag after a tab, `#` starts a comment.
    ///
    /// # Panics
    /// Where the list is empty or names a word twice: lists are part of the
    /// program, and a test reads every one.
    pub fn new(list: &'static str) -> Self {
        let entries: Vec<_> = list
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| line.split_once('\t').unwrap_or((line, "")))
            .collect();
        let words = entries.iter().map(|(word, _)| *word);
        let automaton = CharwiseDoubleArrayAhoCorasick::new(words)
            .unwrap_or_else(|error| panic!("a word list is broken: {error}"));
        Self { automaton, entries }
    }

    /// Every word in the text, overlapping ones too, by where they end.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Word> + 'a {
        self.automaton.find_overlapping_iter(text).map(|found| {
            let (word, tag) = self.entries[found.value() as usize];
            Word {
                range: found.start()..found.end(),
                word,
                tag,
            }
        })
    }
}
