use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();
const COMBINING: CanonicalCombiningClassMapBorrowed<'static> =
    CanonicalCombiningClassMapBorrowed::new();

/// A text in the one form that detectors read, with the way back.
///
/// The folded text is the original in NFKC without the characters that nobody
/// sees: zero-width, direction marks, soft hyphens, variation selectors, tags.
/// Letters keep their case.
///
/// Folded text is counted in bytes, the original in UTF-16 code units, which
/// is what browsers count.
#[derive(Debug, Clone)]
pub struct Text {
    original: String,
    folded: String,
    lower: String,
    pieces: Vec<Piece>,
}

/// A run of clusters that are folded alike: each takes `step` of both texts.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: Place,
    step: Place,
    change: Change,
}

/// An offset, or a length, in each of the three countings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Place {
    folded: usize,
    utf16: usize,
    original: usize,
}

/// What folding did to a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    None,
    Folded,
    /// The folded text holds nothing of it.
    Removed,
}

impl Text {
    /// Folds a text.
    pub fn new(original: &str) -> Self {
        let mut fold = Fold {
            original,
            folded: String::with_capacity(original.len()),
            pieces: Vec::new(),
            at: Place::default(),
        };
        fold.run();
        Self {
            lower: fold.folded.to_ascii_lowercase(),
            folded: fold.folded,
            pieces: fold.pieces,
            original: original.to_owned(),
        }
    }

    /// The folded text.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The folded text with ASCII letters in lower case; offsets are the same.
    pub fn lower(&self) -> &str {
        &self.lower
    }

    /// The UTF-16 code units of the original that a byte range of the folded
    /// text stands for: every character that went into it, and none beside it.
    /// An empty range gives an empty one.
    pub fn utf16(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.cluster(folded.start).0.utf16;
        if folded.is_empty() {
            return start..start;
        }
        let (last, step) = self.cluster(folded.end - 1);
        start..last.utf16 + step.utf16
    }

    /// The original text between two UTF-16 offsets. An offset beyond the end
    /// means the end; one inside a surrogate pair means the pair's start.
    pub fn original(&self, utf16: Range<usize>) -> String {
        let start = self.original_at(utf16.start);
        let end = self.original_at(utf16.end).max(start);
        self.original[start..end].to_owned()
    }

    /// Whether the character at this byte of the folded text was written just
    /// so, not full-width, circled or otherwise.
    pub fn is_plain(&self, folded: usize) -> bool {
        self.piece(folded)
            .is_none_or(|piece| piece.change == Change::None)
    }

    /// Whether an invisible character was removed inside this byte range of
    /// the folded text, not at its ends.
    pub fn hides_in(&self, folded: Range<usize>) -> bool {
        let from = self
            .pieces
            .partition_point(|piece| piece.start.folded <= folded.start);
        self.pieces[from..]
            .iter()
            .take_while(|piece| piece.start.folded < folded.end)
            .any(|piece| piece.change == Change::Removed)
    }

    /// The last piece that starts at or before this byte of the folded text.
    fn piece(&self, folded: usize) -> Option<&Piece> {
        let after = self
            .pieces
            .partition_point(|piece| piece.start.folded <= folded);
        self.pieces[..after].last()
    }

    /// Where the cluster at this byte of the folded text starts, and its size.
    fn cluster(&self, folded: usize) -> (Place, Place) {
        match self.piece(folded) {
            Some(piece) if piece.change != Change::Removed => {
                let count = (folded - piece.start.folded) / piece.step.folded;
                (piece.start.after(piece.step, count), piece.step)
            }
            // Only removed characters reach to the end of the text.
            Some(piece) => (piece.start, Place::default()),
            None => Default::default(),
        }
    }

    fn original_at(&self, utf16: usize) -> usize {
        let after = self
            .pieces
            .partition_point(|piece| piece.start.utf16 <= utf16);
        let Some(piece) = self.pieces[..after].last() else {
            return 0;
        };
        let count = (utf16 - piece.start.utf16) / piece.step.utf16;
        let start = piece.start.after(piece.step, count);
        let mut left = utf16 - start.utf16;
        let mut at = start.original;
        // Past the end, `at` may lie beyond the text.
        for c in self.original.get(at..).unwrap_or_default().chars() {
            if left < c.len_utf16() {
                break;
            }
            left -= c.len_utf16();
            at += c.len_utf8();
        }
        at.min(self.original.len())
    }
}

impl Place {
    fn after(self, step: Self, count: usize) -> Self {
        Self {
            folded: self.folded + step.folded * count,
            utf16: self.utf16 + step.utf16 * count,
            original: self.original + step.original * count,
        }
    }
}

/// Folding at work.
struct Fold<'a> {
    original: &'a str,
    folded: String,
    pieces: Vec<Piece>,
    at: Place,
}

impl Fold<'_> {
    fn run(&mut self) {
        loop {
            self.take_inert();
            let Some(c) = self.original[self.at.original..].chars().next() else {
                return;
            };
            if is_invisible(c) {
                self.push(Change::Removed, c.len_utf8());
                continue;
            }
            let end = self.cluster_end(c);
            let raw = &self.original[self.at.original..end];
            if raw.len() == c.len_utf8() {
                self.fold_char(c);
            } else {
                let visible: String = raw.chars().filter(|&c| !is_invisible(c)).collect();
                self.folded.push_str(&NFKC.normalize(&visible));
                self.push(Change::Folded, raw.len());
            }
        }
    }

    /// Takes the characters that come next, as long as they are inert and one
    /// as long as the other, and nothing after them may join them.
    fn take_inert(&mut self) {
        let rest = &self.original[self.at.original..];
        let mut chars = rest.chars();
        let mut here = chars.next();
        let (mut len, mut count) = (0, 0);
        let mut first = None;
        while let Some(c) = here {
            here = chars.next();
            let alike = *first.get_or_insert(c.len_utf8()) == c.len_utf8();
            if !alike || !is_inert(c) || here.is_some_and(|next| !is_inert(next)) {
                break;
            }
            len += c.len_utf8();
            count += 1;
        }
        if let Some(c) = rest[..len].chars().next() {
            self.folded.push_str(&rest[..len]);
            let step = Place {
                folded: c.len_utf8(),
                utf16: c.len_utf16(),
                original: c.len_utf8(),
            };
            self.record(Change::None, step, count);
        }
    }

    fn fold_char(&mut self, c: char) {
        let mut change = Change::Folded;
        if is_inert(c) {
            self.folded.push(c);
            change = Change::None;
        } else if let Some(half) = half_width(c) {
            self.folded.push(half);
        } else {
            let mut utf8 = [0; 4];
            let raw: &str = c.encode_utf8(&mut utf8);
            let folded = NFKC.normalize(raw);
            if folded == raw {
                change = Change::None;
            }
            self.folded.push_str(&folded);
        }
        self.push(change, c.len_utf8());
    }

    /// Where the cluster that starts here with `first` ends: a character and
    /// all that folds together with it, such as ｶ with ﾞ.
    fn cluster_end(&self, first: char) -> usize {
        let start = self.at.original;
        let mut end = start + first.len_utf8();
        let mut at = end;
        for c in self.original[end..].chars() {
            at += c.len_utf8();
            if is_invisible(c) {
                continue;
            }
            if is_inert(c) || half_width(c).is_some() || !self.joins(start..end, c) {
                break;
            }
            end = at;
        }
        end
    }

    fn joins(&self, cluster: Range<usize>, c: char) -> bool {
        if COMBINING.get_u8(c) != 0 || matches!(c, 'ﾞ' | 'ﾟ') {
            return true;
        }
        if !may_join(c) {
            return false;
        }
        let mut both: String = self.original[cluster]
            .chars()
            .filter(|&c| !is_invisible(c))
            .collect();
        let mut apart = NFKC.normalize(&both).into_owned();
        let mut utf8 = [0; 4];
        apart.push_str(&NFKC.normalize(c.encode_utf8(&mut utf8)));
        both.push(c);
        NFKC.normalize(&both) != apart
    }

    /// Records what was done to the next `len` bytes of the original.
    fn push(&mut self, change: Change, len: usize) {
        let raw = &self.original[self.at.original..self.at.original + len];
        let step = Place {
            folded: self.folded.len() - self.at.folded,
            utf16: raw.chars().map(char::len_utf16).sum(),
            original: len,
        };
        self.record(change, step, 1);
    }

    /// Records so many steps of one kind.
    fn record(&mut self, change: Change, step: Place, count: usize) {
        if self
            .pieces
            .last()
            .is_none_or(|last| last.change != change || last.step != step)
        {
            self.pieces.push(Piece {
                start: self.at,
                step,
                change,
            });
        }
        self.at = self.at.after(step, count);
    }
}

/// Characters that fold to themselves and with nothing before them: all that
/// most Japanese posts are made of. A fast path, no more.
fn is_inert(c: char) -> bool {
    matches!(c,
        '\0'..='\x7f'
        | '、'..='〕' | '〝'..='〞'
        | 'ぁ'..='ゖ' | 'ァ'..='ヾ'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{1f300}'..='\u{1faff}')
}

/// The ASCII character of a full-width one.
fn half_width(c: char) -> Option<char> {
    match c {
        '\u{3000}' => Some(' '),
        '！'..='～' => char::from_u32(c as u32 - 0xfee0),
        _ => None,
    }
}

/// Whether a character that is no combining mark may fold together with what
/// stands before it: Korean letters, vowel signs of India and its neighbours.
fn may_join(c: char) -> bool {
    matches!(c,
        '\u{0900}'..='\u{1cff}'
        | '\u{3131}'..='\u{318e}'
        | '\u{a800}'..='\u{abff}'
        | '\u{ffa0}'..='\u{ffdc}'
        | '\u{11000}'..='\u{16fff}')
}

/// Characters that take no room on the screen.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(original: &str, folded: &str) {
        assert_eq!(Text::new(original).folded(), folded, "{original:?}");
    }

    #[test]
    fn folds() {
        check("", "");
        check("ｈｔｔｐｓ：／／ｂｉｔ．ｌｙ　", "https://bit.ly ");
        check("ﾅｶﾞｻｷｼ ﾊﾟﾝﾌﾚｯﾄ", "ナガサキシ パンフレット");
        check("か\u{3099}き\u{200b}\u{3099}", "がぎ");
        check("㈱①㍻…", "(株)1平成...");
        check("a\u{200b}b\u{202e}c\u{ad}d\u{fe0f}", "abcd");
        check("👨‍👩‍👧", "👨👩👧");
        check("1\u{fe0f}\u{20e3}", "1\u{20e3}");
        check("ABCａｂｃ", "ABCabc");
        check("\u{3131}\u{314f}", "가");
    }

    #[track_caller]
    fn check_span(original: &str, folded: &str, expected: &str) {
        let text = Text::new(original);
        let start = text.folded().find(folded).unwrap();
        let span = text.utf16(start..start + folded.len());
        assert_eq!(text.original(span), expected, "{original:?}");
    }

    #[test]
    fn finds_the_way_back() {
        check_span("あb.jp", "b.jp", "b.jp");
        check_span("😀ｂｉｔ．ｌｙ", "bit.ly", "ｂｉｔ．ｌｙ");
        check_span("あ\u{200b}b\u{200b}i\u{200b}", "bi", "b\u{200b}i");
        check_span("ﾅｶﾞｻｷ", "ガサ", "ｶﾞｻ");
        check_span("㈱長崎", "株", "㈱");
        check_span("x…y", ".", "…");
    }

    #[test]
    fn counts_utf16() {
        let text = Text::new("😀ab\u{200b}");
        assert_eq!(text.utf16(4..6), 2..4);
        assert_eq!(text.utf16(6..6), 4..4);
        assert_eq!(text.original(1..3), "😀a");
        assert_eq!(text.original(3..99), "b\u{200b}");
    }

    #[test]
    fn knows_what_was_changed() {
        let text = Text::new("aｂ\u{200b}c");
        assert_eq!(text.folded(), "abc");
        assert!(text.is_plain(0) && !text.is_plain(1) && text.is_plain(2));
        assert!(text.hides_in(0..3) && !text.hides_in(2..3) && !text.hides_in(0..2));
    }

    /// Folding by cluster is the same as folding the visible text at once.
    #[test]
    fn folds_every_character_as_nfkc() {
        for base in ["か", "\u{1100}", "\u{9c7}"] {
            // Beyond lie only ideographs, tags and private use.
            for c in ('\0'..'\u{20000}').filter(|&c| !is_invisible(c)) {
                let original = format!("{base}{c}");
                assert_eq!(
                    Text::new(&original).folded(),
                    NFKC.normalize(&original),
                    "{original:?}"
                );
            }
        }
    }
}
