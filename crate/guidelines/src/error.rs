use std::fmt;

use kakunin_core::Message;

/// Why a pack is refused, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// The file's name, as the caller gave it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: Message,
}

impl PackError {
    /// The place and what is wrong there.
    pub fn message(&self) -> Message {
        let Self { file, line, reason } = self;
        Message::new(
            format!("{file}:{line}: {}", reason.ja),
            format!("{file}:{line}: {}", reason.en),
        )
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, reason } = self;
        write!(f, "{file}:{line}: {} / {}", reason.ja, reason.en)
    }
}

impl std::error::Error for PackError {}
