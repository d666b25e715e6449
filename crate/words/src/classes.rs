use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A set of classes of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Classes([u64; 6]);

impl Classes {
    fn one(index: usize) -> Self {
        let mut bits = [0; 6];
        bits[index / 64] = 1 << (index % 64);
        Self(bits)
    }

    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    pub fn meets(self, other: Self) -> bool {
        let [a, b, c, d, e, f] = self.0;
        let [u, v, w, x, y, z] = other.0;
        a & u | b & v | c & w | d & x | e & y | f & z != 0
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
