//! Word lists and rules of wording, and where a text has what they say.
//!
//! A [`Lexicon`] finds the words of a plain list. A [`Grammar`] knows words
//! however they are written and the rules that say which of them, in which
//! order, mean what; [`compile`] makes its tables when the program is built,
//! and [`Speech`] is a text as it reads it.

mod bare;
mod classes;
mod compile;
mod front;
mod grammar;
mod index;
mod lexicon;
mod order;
mod place;
mod rule;
mod speech;
mod word;

pub use compile::{Source, compile};
pub use grammar::{Grammar, Grounds};
pub use lexicon::{Lexicon, Word};
pub use order::sort_by_key;
pub use rule::Sure;
pub use speech::{Match, Speech};
