//! The words that rules speak of and how they may be written.

use serde::{Deserialize, Serialize};

use crate::bare::{is_hiragana, is_kana, is_katakana, is_mask};
use crate::classes::Classes;

/// What a word is. Many words are of one kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Kind {
    pub forms: Vec<Form>,
    /// The texts of rules that it is one of, by number.
    pub texts: Vec<u16>,
    pub is_word: bool,
    pub shields: bool,
    pub joins: bool,
    /// Its classes wherever it stands; `forms` are the others.
    pub anywhere: Classes,
}

/// One way to write a word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Form {
    pub classes: Classes,
    pub script: Script,
    /// The one way to write it, where no other counts.
    pub only: Option<Box<str>>,
    /// Whether it bounds the word beside it.
    pub joins: bool,
    pub free_left: bool,
    pub free_right: bool,
    /// Whether it counts whatever stands beside it.
    pub anywhere: bool,
    /// How it goes on, where it is only a stem.
    pub tail: Option<Tail>,
}

/// How a stem goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tail {
    /// As an adjective: い, かった, すぎ.
    Adjective,
    /// As what is not: ない, ねえ, へん.
    Negation,
}

impl Tail {
    /// A word of a list and what it says after `/` of how it goes on.
    pub fn split(word: &str) -> (&str, Option<Self>) {
        match word.split_once('/') {
            None => (word, None),
            Some((stem, "い")) => (stem, Some(Self::Adjective)),
            Some((stem, "ない")) => (stem, Some(Self::Negation)),
            Some(_) => panic!("a stem that goes on in no known way: {word:?}"),
        }
    }

    /// How many bytes of a text that follows the stem belong to the word.
    pub fn len(self, rest: &str) -> Option<usize> {
        let endings: &[&str] = match self {
            Self::Adjective => &["かった", "すぎ", "い", "く", "け", "さ"],
            Self::Negation => &[
                "なかった",
                "なく",
                "なさ",
                "ない",
                "無い",
                "ねえ",
                "へん",
                "ません",
                "ませ",
                "ん",
            ],
        };
        let ending = endings.iter().find(|ending| rest.starts_with(**ending));
        ending.map(|ending| ending.len())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Script {
    Hiragana,
    Katakana,
    /// Both in one short word.
    Mixed,
    /// A word too long to be mistaken, or not of kana alone.
    Any,
}

impl Script {
    /// In which a word of this spelling counts: short words of kana are too
    /// easily part of others.
    fn of(word: &str) -> Self {
        if word.chars().count() > 3 || !word.chars().all(is_kana) {
            Self::Any
        } else if word.chars().all(is_hiragana) {
            Self::Hiragana
        } else if word.chars().all(is_katakana) {
            Self::Katakana
        } else {
            Self::Mixed
        }
    }
}

impl Form {
    /// A word as a list writes it, with what it says of its sides.
    pub fn new(word: &str, classes: Classes, free: &str, tail: Option<Tail>) -> Self {
        let script = Script::of(word);
        let free_left = free.contains('<');
        let free_right = free.contains('>') || tail.is_some();
        let only = free.contains('=') || script == Script::Mixed;
        Self {
            classes,
            script,
            only: only.then(|| word.into()),
            joins: !free.contains('~'),
            free_left,
            free_right,
            tail,
            anywhere: free_left
                && free_right
                && tail.is_none()
                && script == Script::Any
                && !only
                && !word.contains(is_mask)
                && !word.ends_with('な')
                && !word.starts_with(['あ', 'い', 'う', 'え', 'お', 'ア', 'イ', 'ウ', 'エ', 'オ']),
        }
    }
}
