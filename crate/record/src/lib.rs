//! The record: the audit log of sends. One line of JSON an event; each line
//! names the hash of the line before, so that a line that was changed, left
//! out or put in shows.

mod chain;
mod event;
mod hash;

pub use chain::{Broken, Head, Link, sha256_of, verify};
pub use event::{Event, Given, Judged, Record, Subject};
pub use hash::{same_text, text_hash};
