//! What stands around a place in a text: its line, its sentence, its quotes.
//! All of it bounded, so that a detector stays linear in the text's length.

use std::ops::Range;

/// How many bytes of a line or sentence are looked at on each side.
const REACH: usize = 600;

/// Where the characters start whose first byte is wanted. Reading bytes is
/// several times faster than reading characters.
pub fn starting(text: &str, wanted: impl Fn(u8) -> bool) -> impl Iterator<Item = usize> {
    text.bytes()
        .enumerate()
        .filter(move |&(_, byte)| wanted(byte))
        .map(|(at, _)| at)
}

/// The longest runs of ASCII characters of a kind.
pub fn runs(text: &str, kind: impl Fn(u8) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let start = at + bytes[at..].iter().position(|&byte| kind(byte))?;
        let len = bytes[start..].iter().position(|&byte| !kind(byte));
        at = len.map_or(bytes.len(), |len| start + len);
        Some(start..at)
    })
}

/// The part of the line before a byte.
pub fn line_before(text: &str, at: usize) -> &str {
    let from = floor(text, at.saturating_sub(REACH));
    let before = &text[from..at];
    before.rfind('\n').map_or(before, |end| &before[end + 1..])
}

/// The part of the line from a byte on.
pub fn line_after(text: &str, at: usize) -> &str {
    let to = floor(text, at.saturating_add(REACH));
    let after = &text[at..to];
    after.find('\n').map_or(after, |end| &after[..end])
}

/// The part of the sentence before a byte, on its line.
pub fn sentence_before(text: &str, at: usize) -> &str {
    let line = line_before(text, at);
    line.rfind(is_stop)
        .map_or(line, |end| line[end..].trim_start_matches(is_stop))
}

/// The part of the sentence from a byte on, on its line.
pub fn sentence_after(text: &str, at: usize) -> &str {
    let line = line_after(text, at);
    line.find(is_stop).map_or(line, |end| &line[..end])
}

/// At most `chars` characters before a byte.
pub fn before(text: &str, at: usize, chars: usize) -> &str {
    let from = text[..at]
        .char_indices()
        .rev()
        .take(chars)
        .last()
        .map_or(at, |(start, _)| start);
    &text[from..at]
}

/// At most `chars` characters from a byte on.
pub fn after(text: &str, at: usize, chars: usize) -> &str {
    let to = text[at..]
        .char_indices()
        .nth(chars)
        .map_or(text.len(), |(end, _)| at + end);
    &text[at..to]
}

/// Whether a place stands between quotation marks, as a title or as somebody's
/// words.
pub fn quoted(text: &str, place: &Range<usize>) -> bool {
    const PAIRS: [(char, char); 4] = [('「', '」'), ('『', '』'), ('“', '”'), ('〝', '〟')];
    let before = line_before(text, place.start);
    let after = line_after(text, place.end);
    PAIRS.into_iter().any(|(open, close)| {
        let opened = before.rfind(open);
        let closed = before.rfind(close);
        opened.is_some_and(|at| closed.is_none_or(|end| end < at))
            && after
                .find(close)
                .is_some_and(|end| after.find(open).is_none_or(|at| end < at))
    })
}

/// Whether any of the words stands in a text. It is read once for all of them,
/// and words are looked for only where one may start.
pub fn has(text: &str, words: &[&str]) -> bool {
    let mut firsts = [0_u64; 4];
    for word in words {
        let Some(first) = word.chars().next() else {
            return true;
        };
        let low = first as u8;
        firsts[usize::from(low / 64)] |= 1 << (low % 64);
    }
    text.char_indices().any(|(at, c)| {
        let low = c as u8;
        firsts[usize::from(low / 64)] & 1 << (low % 64) != 0 && {
            let rest = &text.as_bytes()[at..];
            let next = rest.first_chunk::<3>();
            words.iter().map(|word| word.as_bytes()).any(|word| {
                let chunk = word.first_chunk::<3>();
                (chunk.is_none() || chunk == next) && rest.starts_with(word)
            })
        }
    })
}

/// Whether a text starts with any of the words.
pub fn starts(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Whether a text ends with any of the words.
pub fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// The last character boundary at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_lines_and_sentences() {
        let text = "あい。うえ!\nかき。くけ。こ\nさ";
        let at = text.find('け').unwrap();
        assert_eq!(line_before(text, at), "かき。く");
        assert_eq!(line_after(text, at), "け。こ");
        assert_eq!(sentence_before(text, at), "く");
        assert_eq!(sentence_after(text, at), "け");
        assert_eq!(before(text, at, 2), "。く");
        assert_eq!(after(text, at, 2), "け。");
        assert_eq!(after(text, at, 99), "け。こ\nさ");
    }

    #[test]
    fn finds_by_bytes() {
        let text = "あa-1。b2";
        let found: Vec<_> = runs(text, |byte| byte.is_ascii_alphanumeric())
            .map(|run| &text[run])
            .collect();
        assert_eq!(found, ["a", "1", "b2"]);
        assert_eq!(starting(text, |byte| byte == b'-').collect::<Vec<_>>(), [4]);
    }

    #[test]
    fn has_words() {
        let text = "本日a会議。";
        assert!(has(text, &["会", "x"]) && has(text, &["本日a会議。"]) && has(text, &["a会"]));
        assert!(!has(text, &["会本", "議。あ", "A"]) && !has(text, &[]) && !has("", &["a"]));
    }

    #[test]
    fn knows_quotes() {
        let check = |text: &str, expected| {
            let at = text.find('字').unwrap();
            assert_eq!(
                quoted(text, &(at..at + '字'.len_utf8())),
                expected,
                "{text}"
            );
        };
        check("「文字列」", true);
        check("「あ」文字「い」", false);
        check("『字』", true);
        check("「字", false);
    }
}
