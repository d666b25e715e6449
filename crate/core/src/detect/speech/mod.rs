//! Speech: what is said, seen through disguise. Shared by the detectors of
//! wording.

use crate::Text;

/// A text as detectors of wording read it.
pub struct Speech;

impl Speech {
    pub fn new(_text: &Text) -> Self {
        Self
    }
}
