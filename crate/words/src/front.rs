//! Front coding: of a word in a sorted list only what the one before it lacks
//! is written. A list takes half the room so.

/// Writes words: for each how many bytes it shares with the one before, how
/// many follow, and these.
///
/// # Panics
/// Where a word is longer than 255 bytes.
pub fn encode<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut code = Vec::new();
    let mut before = "";
    for word in words {
        let shared: usize = word
            .chars()
            .zip(before.chars())
            .take_while(|(c, other)| c == other)
            .map(|(c, _)| c.len_utf8())
            .sum();
        for len in [shared, word.len() - shared] {
            code.push(u8::try_from(len).unwrap_or_else(|_| panic!("too long: {word:?}")));
        }
        code.extend_from_slice(&word.as_bytes()[shared..]);
        before = word;
    }
    code
}

/// Reads what [`encode`] wrote; `None` where it did not.
pub fn decode(mut code: &[u8]) -> Option<Vec<&'static str>> {
    let mut text = String::new();
    let mut starts = Vec::new();
    let mut start = 0;
    while let [shared, len, rest @ ..] = code {
        let (own, rest) = rest.split_at_checked(usize::from(*len))?;
        let here = text.len();
        text.extend_from_within(start..start + usize::from(*shared));
        text.push_str(str::from_utf8(own).ok()?);
        start = here;
        starts.push(start);
        code = rest;
    }
    let text: &'static str = text.leak();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let words = starts.iter().zip(ends);
    Some(words.map(|(&start, end)| &text[start..end]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let words = ["a", "ab", "b", "あい", "あいう", "あお", "う"];
        let code = encode(words.into_iter());
        assert_eq!(decode(&code).unwrap(), words);
        assert!(code.len() < words.concat().len() + 2 * words.len());
        assert_eq!(decode(&[]), Some(vec![]));
        assert_eq!(decode(&[0, 9, b'a']), None);
    }
}
