//! Values of the registry as .reg files write them.

use serde_json::Value;

/// A value's line.
pub fn line(name: &str, value: &Value) -> String {
    let value = match value {
        Value::Bool(flag) => dword(u32::from(*flag)),
        Value::Number(number) => dword(
            number
                .as_u64()
                .and_then(|it| u32::try_from(it).ok())
                .unwrap_or(u32::MAX),
        ),
        Value::String(text) if text.contains(char::is_control) => in_hex(text),
        Value::String(text) => quote(text),
        other => quote(&other.to_string()),
    };
    format!("{}={value}\n", quote(name))
}

fn dword(number: u32) -> String {
    format!("dword:{number:08x}")
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""))
}

/// A text with line breaks, which can't stand between quotes: its UTF-16 bytes.
fn in_hex(text: &str) -> String {
    let bytes: Vec<_> = text
        .encode_utf16()
        .chain([0])
        .flat_map(u16::to_le_bytes)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let lines: Vec<_> = bytes.chunks(24).map(|chunk| chunk.join(",")).collect();
    format!("hex(1):{}", lines.join(",\\\n  "))
}

/// What a line's right side says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// A text.
    Text(String),
    /// A number.
    Number(u32),
    /// The value is taken away.
    Gone,
    /// A kind that browsers don't read.
    Unread,
}

/// Reads the right side of a line; continued lines are joined already.
pub fn parse(text: &str) -> Option<Written> {
    if text == "-" {
        return Some(Written::Gone);
    }
    if let Some(digits) = text.strip_prefix("dword:") {
        return Some(Written::Number(u32::from_str_radix(digits, 16).ok()?));
    }
    if text.starts_with('"') {
        let (value, rest) = unquote(text)?;
        return rest.trim().is_empty().then_some(Written::Text(value));
    }
    for kind in ["hex(1):", "hex(2):"] {
        if let Some(bytes) = text.strip_prefix(kind) {
            return from_hex(bytes).map(Written::Text);
        }
    }
    text.starts_with("hex").then_some(Written::Unread)
}

/// The text between quotes at the start, and what follows it.
pub fn unquote(text: &str) -> Option<(String, &str)> {
    let mut characters = text.strip_prefix('"')?.char_indices();
    let mut value = String::new();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((value, &text[at + 2..])),
            '\\' => value.push(characters.next()?.1),
            other => value.push(other),
        }
    }
    None
}

fn from_hex(text: &str) -> Option<String> {
    let bytes: Vec<u8> = text
        .split(',')
        .map(|digits| u8::from_str_radix(digits.trim(), 16).ok())
        .collect::<Option<_>>()?;
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    let text = String::from_utf16(&units).ok()?;
    Some(text.trim_end_matches('\0').to_owned())
}
