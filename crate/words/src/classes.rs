use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A set of classes of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(into = "Vec<u16>", from = "Vec<u16>")]
pub struct Classes([u64; WORDS]);

const WORDS: usize = 8;

impl Classes {
    fn one(index: usize) -> Self {
        let mut bits = [0; WORDS];
        bits[index / 64] = 1 << (index % 64);
        Self(bits)
    }

    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    pub fn meets(self, other: Self) -> bool {
        let pairs = self.0.iter().zip(other.0);
        pairs.fold(0, |all, (mine, its)| all | mine & its) != 0
    }

    /// Whether the class of this number is among them.
    pub fn has(self, number: u16) -> bool {
        let number = usize::from(number);
        self.0[number / 64] & 1 << (number % 64) != 0
    }

    pub fn without(mut self, other: Self) -> Self {
        for (mine, its) in self.0.iter_mut().zip(other.0) {
            *mine &= !its;
        }
        self
    }

    pub fn with(mut self, other: Self) -> Self {
        for (mine, its) in self.0.iter_mut().zip(other.0) {
            *mine |= its;
        }
        self
    }
}

/// Tables hold the numbers of the classes: most sets have one.
impl From<Classes> for Vec<u16> {
    fn from(classes: Classes) -> Self {
        (0..WORDS * 64)
            .filter(|&index| classes.meets(Classes::one(index)))
            .filter_map(|index| u16::try_from(index).ok())
            .collect()
    }
}

impl From<Vec<u16>> for Classes {
    fn from(indices: Vec<u16>) -> Self {
        indices.into_iter().fold(Self::default(), |all, index| {
            all.with(Self::one(index.into()))
        })
    }
}

/// The names of the classes and their bits.
#[derive(Default)]
pub struct Names(BTreeMap<String, usize>);

impl Names {
    /// The class of a name, a new one where it is unheard of.
    pub fn class(&mut self, name: &str) -> Classes {
        if let Some(&index) = self.0.get(name) {
            return Classes::one(index);
        }
        let index = self.0.len();
        self.0.insert(name.to_owned(), index);
        Classes::one(index)
    }

    /// The class of a name that some list has given.
    pub fn known(&self, name: &str) -> Classes {
        let index = self.0.get(name);
        Classes::one(*index.unwrap_or_else(|| panic!("no word is of class {name:?}")))
    }
}
