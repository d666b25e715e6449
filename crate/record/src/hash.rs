use sha2::{Digest, Sha256};

/// SHA-256 of some bytes, in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The hash by which a text is known: the same for what a compose box shows
/// and for what the platform's request carries of it.
pub fn text_hash(text: &str) -> String {
    hex(same_text(text).as_bytes())
}

/// A text without what editors add and take away on the way to the request:
/// the kind of line break, and white space at a line's or the text's end.
fn same_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<_> = text.trim().split('\n').map(str::trim_end).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_through_its_request() {
        let shown = "市民まつりを開催します。\n\n詳しくは市のページへ";
        assert_eq!(
            text_hash(shown),
            text_hash("市民まつりを開催します。 \r\n\r\n詳しくは市のページへ\n")
        );
        assert_ne!(text_hash(shown), text_hash("市民まつりを開催します。"));
    }
}
