//! The text as it sounds: kana of one kind, letters that stand for others
//! put right, spelled-out words joined.

use std::ops::Range;

/// A text in which a word looks the same however it was written.
///
/// Katakana is hiragana, a drawn-out sound is one vowel, a word spelled out
/// with separators (`し・ね`) is joined, a masked letter is `○`.
pub struct Bare {
    text: String,
    /// Where a character of `text` lies elsewhere in the folded text than the
    /// one before it: its byte in `text`, its byte in the folded text.
    shifts: Vec<(usize, usize)>,
}

impl Bare {
    /// Reads a folded text whose ASCII letters are in lower case.
    pub fn new(lower: &str) -> Self {
        let mut build = Build {
            bare: Self {
                text: String::with_capacity(lower.len()),
                shifts: vec![(0, 0)],
            },
            shift: 0,
            vowel: None,
            drawn: 0,
        };
        let mut before = None;
        let mut after_letter = false;
        let mut alone = false;
        let mut joined = 0;
        let mut chars = lower.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let letter = is_letter(c) || is_mask(c);
            // A letter that stands alone and a separator may spell a word out.
            if alone
                && !letter
                && is_separator(c)
                && let Some(skip) = spelled_out(&lower[at..], before, joined)
            {
                joined += 1;
                for _ in 1..skip {
                    chars.next();
                }
                before = None;
                after_letter = false;
                continue;
            }
            alone = letter && !after_letter;
            if !alone {
                joined = 0;
            }
            after_letter = letter;
            build.push(at, c, before, chars.peek().map(|&(_, next)| next));
            before = Some(c);
        }
        build.bare
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the folded text that a range of this one stands for.
    pub fn folded(&self, range: Range<usize>, lower: &str) -> Range<usize> {
        let start = self.origin(range.start);
        let Some(last) = self.text[range.clone()].chars().next_back() else {
            return start..start;
        };
        let last = self.origin(range.end - last.len_utf8());
        let end = last + lower[last..].chars().next().map_or(0, char::len_utf8);
        start..end
    }

    /// Where a character of this text starts in the folded text.
    fn origin(&self, at: usize) -> usize {
        let after = self.shifts.partition_point(|&(bare, _)| bare <= at);
        let (bare, folded) = self.shifts[after.saturating_sub(1)];
        folded + (at - bare)
    }
}

struct Build {
    bare: Bare,
    /// How far behind the folded text the last character lies, wrapping.
    shift: usize,
    /// The vowel of the last kana.
    vowel: Option<char>,
    /// How many times it has been drawn out.
    drawn: usize,
}

impl Build {
    fn push(&mut self, at: usize, c: char, before: Option<char>, next: Option<char>) {
        // Most of a text: kanji, and hiragana that draw nothing out.
        let plain = match c {
            'っ' => false,
            'か'..='ゔ' => true,
            '一'..='鿿' => look_alike(c).is_none(),
            _ => false,
        };
        if plain {
            self.emit(at, c);
            self.vowel = vowel(c);
            self.drawn = 0;
            return;
        }
        let mark = matches!(c, 'ー' | '〜' | '~' | '―');
        let small = matches!(
            c,
            'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ'
        );
        let kana = hiragana(c);
        if let Some(vowel) = self.vowel {
            let draws = mark || full(kana) == vowel;
            if draws {
                if self.drawn < if mark || small { 1 } else { 2 } {
                    self.emit(at, vowel);
                }
                self.drawn += 1;
                return;
            }
        }
        if matches!(c, 'っ' | 'ッ') && self.bare.text.ends_with('っ') {
            return;
        }
        if matches!(c, '\u{3099}' | '\u{309a}') {
            self.voice(c);
            return;
        }
        let c = if is_katakana(c) || is_hiragana(c) {
            kana
        } else if masks(c, before, next) {
            '○'
        } else if let Some(kana) = look_alike(c)
            && (before.is_some_and(is_katakana)
                || next.is_some_and(is_katakana) && !before.is_some_and(is_kanji))
        {
            kana
        } else {
            c
        };
        self.emit(at, c);
        self.vowel = vowel(c);
        self.drawn = 0;
    }

    fn emit(&mut self, at: usize, c: char) {
        let here = self.bare.text.len();
        let shift = at.wrapping_sub(here);
        if shift != self.shift {
            self.shift = shift;
            self.bare.shifts.push((here, at));
        }
        self.bare.text.push(c);
    }

    /// Puts a voicing mark that stands alone onto the kana before it.
    fn voice(&mut self, mark: char) {
        let text = self.bare.text.trim_end_matches(' ');
        let Some(last) = text.chars().next_back() else {
            return;
        };
        let step = if mark == '\u{3099}' { 1 } else { 2 };
        if !matches!(last, 'か'..='と' | 'は'..='ほ') {
            return;
        }
        let Some(voiced) = char::from_u32(last as u32 + step) else {
            return;
        };
        let at = text.len() - last.len_utf8();
        let origin = self.bare.origin(at);
        self.bare.text.truncate(at);
        self.bare.shifts.retain(|&(bare, _)| bare < at || bare == 0);
        self.shift = usize::MAX;
        self.emit(origin, voiced);
    }
}

/// Whether a text that starts with a separator goes on spelling a word out,
/// of which so many letters are joined; then how many characters of it are
/// separators.
fn spelled_out(text: &str, before: Option<char>, joined: usize) -> Option<usize> {
    let mut chars = text.chars();
    let separator = chars.next()?;
    let mut skip = 1;
    let mut next = chars.next()?;
    if next == separator && separator != '\n' {
        skip += 1;
        next = chars.next()?;
    }
    let masks = is_mask(next) && !before.is_some_and(is_mask);
    let spells = next.is_ascii_alphabetic() && before.is_some_and(|c| c.is_ascii_alphabetic());
    if !is_kana(next) && !is_kanji(next) && !masks && !spells {
        return None;
    }
    // A short word may end it, so that a particle can follow: し・ねよ. After
    // two letters more of one may: せ っ く すしたい.
    let most = match separator {
        '\n' => 0,
        _ if joined >= 2 => 6,
        _ => 2,
    };
    let rest = chars.take_while(|&c| is_letter(c)).take(most + 1).count();
    (rest <= most).then_some(skip)
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\n'
            | '・'
            | '.'
            | ','
            | '、'
            | '_'
            | '-'
            | '/'
            | '|'
            | '\\'
            | '\''
            | '`'
            | '^'
            | '+'
            | '='
            | '★'
            | '☆'
            | '♪'
            | '♡'
            | '♥'
            | '※'
            | '◆'
            | '◇'
            | '‐'
            | '–'
            | '―'
            | '‥'
            | '·'
            | '•'
    )
}

pub fn is_mask(c: char) -> bool {
    matches!(
        c,
        '○' | '〇' | '◯' | '●' | '◎' | '⚪' | '⚫' | '⭕' | '*' | '✕' | '✖' | '❌'
    )
}

/// Whether a character stands for a letter between these. □ is rather the box
/// before an item of a list.
fn masks(c: char, before: Option<char>, next: Option<char>) -> bool {
    is_mask(c) && (before.is_some_and(is_letter) || next.is_some_and(is_letter))
        || c == '□' && before.is_some_and(is_katakana) && next.is_some_and(is_kana)
}

/// The hiragana that a kanji passes for beside katakana.
fn look_alike(c: char) -> Option<char> {
    Some(match c {
        '力' => 'か',
        '口' => 'ろ',
        '二' => 'に',
        '工' => 'え',
        '卜' => 'と',
        '夕' => 'た',
        '才' => 'お',
        '千' => 'ち',
        _ => return None,
    })
}

/// Whether a vowel only draws out the kana before it.
pub fn draws_out(kana: char, c: char) -> bool {
    vowel(kana) == Some(full(hiragana(c)))
}

fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        c => c,
    }
}

/// A small vowel at full size.
fn full(c: char) -> char {
    match c {
        'ぁ' => 'あ',
        'ぃ' => 'い',
        'ぅ' => 'う',
        'ぇ' => 'え',
        'ぉ' => 'お',
        c => c,
    }
}

fn vowel(c: char) -> Option<char> {
    // ぁ to ゖ, in the order of Unicode.
    const VOWELS: &[u8] =
        b"aaiiuueeooaaiiuueeooaaiiuueeooaaii-uueeooaiueoaaaiiiuuueeeoooaiueoaauuooaiueoaaieo-uae";
    let index = (c as usize).checked_sub('ぁ' as usize)?;
    Some(match VOWELS.get(index)? {
        b'a' => 'あ',
        b'i' => 'い',
        b'u' => 'う',
        b'e' => 'え',
        b'o' => 'お',
        _ => return None,
    })
}

pub fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

pub fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ')
}

pub fn is_kana(c: char) -> bool {
    is_hiragana(c) || is_katakana(c)
}

pub fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '々' | '〆')
}

pub fn is_letter(c: char) -> bool {
    is_kana(c) || is_kanji(c) || c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lower: &str, bare: &str) {
        assert_eq!(Bare::new(lower).text(), bare, "{lower:?}");
    }

    #[test]
    fn sounds_the_same() {
        check("バカ", "ばか");
        check("バーカ", "ばあか");
        check("ばぁぁか", "ばあか");
        check("しねぇぇええ", "しねえ");
        check("うるせー", "うるせえ");
        check("キッッッモ", "きっも");
        check("かわいい", "かわいい");
        check("ファイト", "ふぁいと");
        check("ハ \u{3099}カ", "ばか");
        check("バ力", "ばか");
        check("エ口い", "えろい");
        check("努力", "努力");
        check("読解力ゼロ", "読解力ぜろ");
        check("この力ス", "このかす");
    }

    #[test]
    fn joins_what_is_spelled_out() {
        check("し・ね", "しね");
        check("し_ねよ", "しねよ");
        check("バ.カ.ヤ.ロ.ウ", "ばかやろう");
        check("死 ね", "死ね");
        check("し\nね", "しね");
        check("つくし・ねぎ", "つくし・ねぎ");
        check("お前 は バカ", "お前 はばか");
        check("せ っ く すしたい", "せっくすしたい");
        check("s e x 友", "sex友");
        check("a b cコース", "ab cこおす");
        check("月・水曜日", "月水曜日");
        check("月・水曜日の", "月・水曜日の");
        check("10.5", "10.5");
    }

    #[test]
    fn masks() {
        check("バ●カ", "ば○か");
        check("f*ck", "f○ck");
        check("* * *", "* * *");
        check("エ□い", "え○い");
        check("□氏名", "□氏名");
    }

    #[test]
    fn finds_the_way_back() {
        let lower = "a し・ねぇ";
        let bare = Bare::new(lower);
        let start = bare.text().find("しね").unwrap();
        let range = bare.folded(start..start + "しね".len(), lower);
        assert_eq!(&lower[range], "し・ね");
    }
}
