//! A detector's example as a line of Markdown.

use serde_json::{Map, Value};

/// The post's text, then what it comes with.
pub fn write(example: &str) -> String {
    let Ok(mut post) = serde_json::from_str::<Map<String, Value>>(example) else {
        return code(example);
    };
    let text = match post.remove("text") {
        Some(Value::String(text)) if !text.is_empty() => code(&text),
        _ => "（本文なし / no text）".to_owned(),
    };
    let circumstances: Vec<String> = post
        .iter()
        .map(|(key, value)| match value {
            Value::String(value) => code(&format!("{key}: {value}")),
            value => code(&format!("{key}: {value}")),
        })
        .collect();
    if circumstances.is_empty() {
        return text;
    }
    format!("{text} — {}", circumstances.join(" "))
}

/// A code span, in one line and with nothing invisible in it.
fn code(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        match c {
            '\n' => shown.push_str(" ⏎ "),
            // Direction marks would turn the page's own text around.
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => {
                shown.extend(c.escape_unicode());
            }
            c => shown.push(c),
        }
    }
    let fence = if shown.contains('`') { "``" } else { "`" };
    format!("{fence}{shown}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_stand_in_one_line() {
        for (example, expected) in [
            ("テスト", "`テスト`"),
            ("氏名\n住所", "`氏名 ⏎ 住所`"),
            ("a\u{202e}b\u{200b}c", "`a\\u{202e}b\\u{200b}c`"),
            ("a`b", "``a`b``"),
            ("{{氏名}} 様", "`{{氏名}} 様`"),
            (r#"{"text":"続き"}"#, "`続き`"),
            (
                r#"{"text":"続き","surface":"reply","media":[{"kind":"gif"}]}"#,
                "`続き` — `media: [{\"kind\":\"gif\"}]` `surface: reply`",
            ),
            (
                r#"{"text":"","surface":"reply"}"#,
                "（本文なし / no text） — `surface: reply`",
            ),
        ] {
            assert_eq!(write(example), expected);
        }
    }
}
