//! The phrases that the detectors of leftovers and of secrecy look for, found
//! in one pass.

use std::sync::LazyLock;

use crate::Text;
use kakunin_words::{Lexicon, Word, sort_by_key};

/// What a template, a test or an alert left over: tags `filler`, `test`,
/// `alert`, `order`. What is not meant for the public: `mark`, `maru`,
/// `undecided`, `credential`, `internal`.
static PHRASES: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(
        &[
            include_str!("../../data/words/leftovers.txt"),
            include_str!("../../data/words/secrecy.txt"),
        ],
        |tag| tag,
    )
});

/// Every phrase in a text.
pub fn find(text: &Text) -> Vec<Word> {
    PHRASES.find(text.lower())
}

/// The phrases with a tag, the longest where several start together, none that
/// overlaps the one before.
pub fn tagged<'a>(words: &'a [Word], tag: &str) -> Vec<&'a Word> {
    let mut all: Vec<&Word> = words.iter().filter(|word| word.tag == tag).collect();
    sort_by_key(&mut all, |word| {
        (word.range.start, usize::MAX - word.range.end)
    });
    let mut end = 0;
    all.retain(|word| {
        let apart = word.range.start >= end;
        if apart {
            end = word.range.end;
        }
        apart
    });
    all
}
