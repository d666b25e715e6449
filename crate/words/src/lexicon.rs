use std::ops::Range;

use crate::index::Index;

/// A list of words, each with a tag that says what kind of word it is.
#[derive(Debug)]
pub struct Lexicon<T = &'static str> {
    index: Index,
    /// The tag of each word.
    tags: Vec<T>,
}

/// A word of a list, found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<T = &'static str> {
    /// Where, in bytes of the text that was searched.
    pub range: Range<usize>,
    /// The word, as the list writes it.
    pub word: &'static str,
    /// What the list says of it.
    pub tag: T,
}

impl<T: Copy> Lexicon<T> {
    /// Reads lists: a word a line, a tag after a tab, `#` starts a comment. Of
    /// a word that stands twice the first counts.
    pub fn new(lists: &[&'static str], read_tag: fn(&'static str) -> T) -> Self {
        let entries = entries(lists);
        Self {
            index: Index::new(entries.iter().map(|&(word, _)| word).collect()),
            tags: entries.iter().map(|&(_, tag)| read_tag(tag)).collect(),
        }
    }

    /// Every word in the text, overlapping ones too, by where they start.
    pub fn find(&self, text: &str) -> Vec<Word<T>> {
        let mut words = Vec::new();
        self.index.find(text, |range, number| {
            words.push(Word {
                range,
                word: self.index.word(number),
                tag: self.tags[number],
            });
        });
        words
    }
}

/// Words and tags, by word. Apart from the kinds of tags, so that the compiled
/// program has it once.
fn entries(lists: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    let mut entries: Vec<_> = lists
        .iter()
        .flat_map(|list| list.lines())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap_or((line, "")))
        .collect();
    entries.sort_by_key(|&(word, _)| word);
    entries.dedup_by_key(|&mut (word, _)| word);
    entries
}
