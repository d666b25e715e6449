//! The record: the audit log of sends. One line of JSON an event; each line
//! names the hash of the line before, so that a line that was changed, left
//! out or put in shows.

mod chain;
mod csv;
mod event;
mod hash;
mod retention;

pub use chain::{Broken, Follower, Head, Link, verify};
pub use csv::to_csv;
pub use event::{Event, Given, Judged, Record, Subject};
pub use hash::text_hash;
pub use retention::Exported;
