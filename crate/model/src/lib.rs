//! A small linear model of wording.
//!
//! [`learn`] makes it from labelled texts when the program is built; a
//! [`Model`] says how much a sentence is like those of each label, and which
//! stretch of it says so. It knows runs of up to five characters, so it needs
//! no dictionary, and its numbers are the same on every machine.

mod grams;
mod learn;
mod model;

pub use grams::sentences;
pub use learn::{Example, learn};
pub use model::{MOST_LABELS, Model};
