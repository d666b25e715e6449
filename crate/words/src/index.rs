//! Finds the words of a list in a text, without an automaton to make: words
//! are looked up by their first two characters.

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// The words of a sorted list, by how they start.
#[derive(Debug)]
pub struct Index {
    words: Vec<&'static str>,
    /// What most places of a text fail at: whether a word starts so.
    sieve: Sieve,
    /// Words of one character: their number.
    single: FxHashMap<char, u32>,
    /// The numbers of the words that start with these two characters.
    longer: FxHashMap<(char, char), Range<u32>>,
}

impl Index {
    /// Takes words in order, none twice, none empty.
    pub fn new(words: Vec<&'static str>) -> Self {
        let mut sieve = Sieve::default();
        let mut single = FxHashMap::default();
        let mut longer: FxHashMap<_, Range<u32>> =
            FxHashMap::with_capacity_and_hasher(words.len() / 2, FxBuildHasher);
        for (number, word) in (0..).zip(&words) {
            let mut chars = word.chars();
            match (chars.next(), chars.next()) {
                (Some(only), None) => {
                    sieve.add(only, '\0');
                    single.insert(only, number);
                }
                (Some(first), Some(second)) => {
                    sieve.add(first, second);
                    longer.entry((first, second)).or_insert(number..number).end = number + 1;
                }
                (None, _) => {}
            }
        }
        Self {
            words,
            sieve,
            single,
            longer,
        }
    }

    /// A word by its number.
    pub fn word(&self, number: usize) -> &'static str {
        self.words[number]
    }

    /// Calls back for every word in a text, overlapping ones too, by where
    /// they start and then by length: its bytes in the text and its number.
    pub fn find(&self, text: &str, mut found: impl FnMut(Range<usize>, usize)) {
        let mut chars = text.char_indices();
        let mut here = chars.next();
        while let Some((at, first)) = here {
            here = chars.next();
            if self.sieve.may_have(first, '\0')
                && let Some(&number) = self.single.get(&first)
            {
                found(at..at + first.len_utf8(), number as usize);
            }
            let Some((_, second)) = here else {
                return;
            };
            if !self.sieve.may_have(first, second) {
                continue;
            }
            let Some(numbers) = self.longer.get(&(first, second)) else {
                continue;
            };
            // All have this start; most fail at the next character.
            let start = first.len_utf8() + second.len_utf8();
            let rest = &text.as_bytes()[at + start..];
            let next = next_of(rest);
            for number in numbers.start as usize..numbers.end as usize {
                let tail = &self.words[number].as_bytes()[start..];
                let wanted = next_of(tail);
                if wanted > next {
                    break;
                }
                if (wanted == next || tail.len() < 3) && rest.starts_with(tail) {
                    found(at..at + start + tail.len(), number);
                }
            }
        }
    }
}

/// The next three bytes, as a number in the order of words: one character of
/// Japanese.
fn next_of(bytes: &[u8]) -> u32 {
    let at = |place: usize| u32::from(bytes.get(place).copied().unwrap_or_default());
    at(0) << 16 | at(1) << 8 | at(2)
}

/// A Bloom filter of pairs of characters: small enough for the nearest cache.
#[derive(Debug)]
struct Sieve(Vec<u64>);

impl Sieve {
    const BITS: u32 = 16;

    fn add(&mut self, first: char, second: char) {
        let place = Self::place(first, second);
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn may_have(&self, first: char, second: char) -> bool {
        let place = Self::place(first, second);
        self.0[place / 64] & (1 << (place % 64)) != 0
    }

    fn place(first: char, second: char) -> usize {
        let pair = u64::from(first) << 32 | u64::from(second);
        // Knuth's multiplicative hashing: the upper bits are the mixed ones.
        (pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - Self::BITS)) as usize
    }
}

impl Default for Sieve {
    fn default() -> Self {
        Self(vec![0; (1 << Self::BITS) / 64])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word_by_where_it_starts() {
        let index = Index::new(vec!["い", "いろ", "いろは", "ろ", "ろは", "上越市"]);
        let text = "いろはに上越市い";
        let mut found = Vec::new();
        index.find(text, |range, number| {
            assert_eq!(&text[range.clone()], index.word(number));
            found.push((range.start, index.word(number)));
        });
        assert_eq!(
            found,
            [
                (0, "い"),
                (0, "いろ"),
                (0, "いろは"),
                (3, "ろ"),
                (3, "ろは"),
                (12, "上越市"),
                (21, "い")
            ]
        );
    }
}
