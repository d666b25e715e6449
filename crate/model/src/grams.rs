//! What a sentence is cut into: every run of up to five characters.

use std::ops::Range;

/// The longest run.
const LONGEST: usize = 5;

/// The sentences of a text, as byte ranges without the space around them and
/// the marks before them.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive(['。', '!', '?', '！', '？', '\n'])
        .map(move |part| {
            let at = start;
            start += part.len();
            let rest = part.trim_start_matches(|c: char| c.is_whitespace() || is_mark(c));
            let from = at + part.len() - rest.len();
            from..(at + part.trim_end().len()).max(from)
        })
        .filter(|range| !range.is_empty())
}

/// Calls `found` with the hash of every run and the byte range of its
/// characters; the sentence's start and end are characters of no bytes.
pub fn grams(sentence: &str, mut found: impl FnMut(u32, Range<usize>)) {
    const START: u32 = 1;
    const END: u32 = 2;
    let mut last = [(0, START); LONGEST];
    let mut count = 1;
    let chars = sentence
        .char_indices()
        .map(|(at, c)| (at, at + c.len_utf8(), letter(c)));
    for (start, end, c) in chars.chain([(sentence.len(), sentence.len(), END)]) {
        last.rotate_right(1);
        last[0] = (start, c);
        count += 1;
        let mut hash = 0x9e37_79b9_u32;
        for &(start, c) in last.iter().take(count) {
            hash = (hash ^ c).wrapping_mul(0x85eb_ca6b);
            hash ^= hash >> 15;
            found(hash.wrapping_mul(0xc2b2_ae35), start..end);
        }
    }
}

/// A character as the model knows it: figures are alike, so are the cases of
/// ASCII letters and their full-width forms. Marks before items or in place of
/// names are spaces.
fn letter(c: char) -> u32 {
    let c = match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    match c.to_ascii_lowercase() {
        '0'..='9' => u32::from('0'),
        c if is_mark(c) => u32::from(' '),
        c if c.is_whitespace() => u32::from(' '),
        c => u32::from(c),
    }
}

/// A mark before an item or in place of a name.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '○' | '〇'
            | '◯'
            | '●'
            | '□'
            | '■'
            | '△'
            | '▲'
            | '▽'
            | '▼'
            | '◇'
            | '◆'
            | '☆'
            | '★'
            | '◎'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_sentences() {
        let text = " あ。い!\n\n■ う ";
        let found: Vec<_> = sentences(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["あ。", "い!", "う"]);
    }

    #[test]
    fn cuts_runs() {
        let mut found = Vec::new();
        grams("あ1", |hash, range| found.push((hash, range)));
        let ranges: Vec<_> = found.iter().map(|(_, range)| range.clone()).collect();
        assert_eq!(
            ranges,
            [0..3, 0..3, 3..4, 0..4, 0..4, 4..4, 3..4, 0..4, 0..4]
        );
        let mut other = Vec::new();
        grams("あ２", |hash, _| other.push(hash));
        assert_eq!(found.iter().map(|it| it.0).collect::<Vec<_>>(), other);
    }
}
