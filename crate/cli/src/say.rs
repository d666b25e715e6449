//! How the command speaks: Japanese first, English second, one line a thing.

use kakunin_core::Message;

/// Both languages in one line.
pub fn both(message: &Message) -> String {
    format!("{} / {}", message.ja, message.en)
}

/// An error, a line a message.
pub fn errors(messages: &[Message]) -> anyhow::Error {
    let lines: Vec<_> = messages.iter().map(both).collect();
    anyhow::Error::msg(lines.join("\n"))
}
