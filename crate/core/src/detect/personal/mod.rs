//! What the detectors of personal data share: the digits of a text, the words
//! around them, the names of people, and whose a number is.

use std::ops::Range;

use super::{Context, Hit};
use crate::{Concern, Fix, Message, Strength, Text};

pub mod cues;
pub mod date;
mod label;
pub mod names;
pub mod numbers;
mod owner;

pub use cues::{Cue, CueSet, CueWord, CueWords};
pub use label::{NumberLabel, label, value_start};
pub use numbers::{Gap, Numbers};
pub use owner::{Before, Owner, Surroundings, before, is_somebody};

/// What one pass over a text finds, for all detectors of personal data.
#[derive(Debug)]
pub struct Personal {
    /// Its digits.
    pub numbers: Numbers,
    /// Its telling words.
    pub words: CueWords,
}

impl Personal {
    /// Reads a text.
    pub fn new(text: &Text) -> Self {
        Self {
            numbers: Numbers::new(text),
            words: CueWords::new(text.lower()),
        }
    }
}

/// The place up to `back` bytes before `range` and `ahead` bytes after it,
/// with whole characters.
pub fn around(text: &str, range: &Range<usize>, back: usize, ahead: usize) -> Range<usize> {
    text.floor_char_boundary(range.start.saturating_sub(back))
        ..text.ceil_char_boundary(range.end.saturating_add(ahead).min(text.len()))
}

/// As `around`, no further than the ends of the line.
pub fn in_line(text: &str, range: &Range<usize>, back: usize, ahead: usize) -> Range<usize> {
    let wide = around(text, range, back, ahead);
    let start = text[wide.start..range.start]
        .rfind('\n')
        .map_or(wide.start, |at| wide.start + at + 1);
    let end = text[range.end..wide.end]
        .find('\n')
        .map_or(wide.end, |at| range.end + at);
    start..end
}

/// The line above the one that a place lies in, if that is no longer than a
/// name's.
pub fn line_above(text: &str, at: usize) -> Option<Range<usize>> {
    let own = around(text, &(at..at), 150, 0).start;
    let end = own + text[own..at].rfind('\n')?;
    let wide = around(text, &(end..end), 60, 0).start;
    let start = match text[wide..end].rfind('\n') {
        Some(at) => wide + at + 1,
        None if wide == 0 => 0,
        None => return None,
    };
    Some(start..end)
}

/// Whether the place lies in a link.
pub fn is_linked(context: &Context<'_>, range: &Range<usize>) -> bool {
    context.links_over(range).next().is_some()
}

/// A hit on a range of the folded text that may simply be deleted.
pub fn hit(
    context: &Context<'_>,
    concern: Concern,
    range: Range<usize>,
    strength: Strength,
    message: Message,
) -> Hit {
    let span = context.text.utf16(range);
    Hit {
        concern,
        strength,
        message,
        fixes: vec![Fix::Replace {
            start: span.start,
            end: span.end,
            with: String::new(),
            label: Message::new("削除する", "Delete"),
        }],
        span: Some(span),
    }
}

/// The character before a place.
pub fn char_before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// Whether a letter or a digit runs into this run of digits. A digit of
/// another script doesn't: in ①090 the list's number ends where the phone's
/// begins.
pub fn runs_in(context: &Context<'_>, run: usize) -> bool {
    let text = context.text.folded();
    let runs = context.personal().numbers.runs();
    let start = runs[run].start;
    let other_script = run > 0 && runs[run - 1].end == start;
    !other_script && char_before(text, start).is_some_and(|c| c.is_ascii_alphanumeric())
}

/// The character after a place.
pub fn char_after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}
