use std::ops::Range;

/// A reader that walks over folded text. Copy it to look ahead.
#[derive(Debug, Clone, Copy)]
pub struct Scan<'a> {
    text: &'a str,
    /// The next byte to read; always on a character's start.
    pub at: usize,
}

/// The character of three bytes that starts at a byte, as kanji, kana and most
/// signs do. Much cheaper than decoding whatever stands there.
pub fn wide(bytes: &[u8], at: usize) -> Option<char> {
    let &[a, b, c] = bytes.get(at..at + 3)? else {
        return None;
    };
    let low = |byte: u8| u32::from(byte & 0x3f);
    char::from_u32(u32::from(a & 0xf) << 12 | low(b) << 6 | low(c))
}

/// How many bytes the character has that starts with this one.
pub fn width(first: u8) -> usize {
    match first {
        0..=0xbf => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

/// A whole number as written, in ASCII digits or kanji.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// What it counts.
    pub value: u32,
    /// Bytes of the folded text.
    pub range: Range<usize>,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character just before.
    pub fn behind(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    pub fn skip(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    pub fn eat(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    /// Eats the first of the words that stands here; put longer ones first.
    pub fn eat_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().copied().find(|word| self.eat(word))
    }

    pub fn eat_one(&mut self, set: &str) -> Option<char> {
        let c = self.peek().filter(|&c| set.contains(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Eats a word in ASCII letters of either case; `word` is in lower case.
    pub fn eat_letters(&mut self, word: &str) -> bool {
        let found = self
            .rest()
            .as_bytes()
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
        if found {
            self.at += word.len();
        }
        found
    }

    /// Eats blanks, not line breaks.
    pub fn spaces(&mut self) -> bool {
        let start = self.at;
        while self.eat_one(" \t").is_some() {}
        self.at > start
    }

    /// Eats a number of at most `most` ASCII digits, or one in kanji.
    pub fn number(&mut self, most: usize) -> Option<Number> {
        self.digits(most).or_else(|| self.kanji_number())
    }

    /// Eats a run of ASCII digits that is no longer than `most`.
    pub fn digits(&mut self, most: usize) -> Option<Number> {
        let len = self
            .rest()
            .bytes()
            .take(most + 1)
            .take_while(u8::is_ascii_digit)
            .count();
        if len == 0 || len > most {
            return None;
        }
        let range = self.at..self.at + len;
        let value = self.text[range.clone()].parse().ok()?;
        self.at = range.end;
        Some(Number { value, range })
    }

    /// Eats a number in kanji: 十一, 二十五, 二五, 二〇二六.
    pub fn kanji_number(&mut self) -> Option<Number> {
        let start = self.at;
        let mut total = 0;
        let mut group: Option<u32> = None;
        let mut count = 0;
        let mut scan = *self;
        while let Some(digit) = scan.peek().and_then(kanji_digit) {
            count += 1;
            if count > 5 {
                return None;
            }
            scan.skip();
            match digit {
                Kanji::Digit(digit) => group = Some(group.unwrap_or(0) * 10 + digit),
                Kanji::Unit(unit) => {
                    total += group.take().unwrap_or(1) * unit;
                }
            }
        }
        // 〇 alone is a blank to be filled in.
        if count == 0 || total + group.unwrap_or(0) == 0 {
            return None;
        }
        self.at = scan.at;
        Some(Number {
            value: total + group.unwrap_or(0),
            range: start..scan.at,
        })
    }
}

enum Kanji {
    Digit(u32),
    Unit(u32),
}

fn kanji_digit(c: char) -> Option<Kanji> {
    Some(match c {
        '〇' | '零' => Kanji::Digit(0),
        '一' => Kanji::Digit(1),
        '二' => Kanji::Digit(2),
        '三' => Kanji::Digit(3),
        '四' => Kanji::Digit(4),
        '五' => Kanji::Digit(5),
        '六' => Kanji::Digit(6),
        '七' => Kanji::Digit(7),
        '八' => Kanji::Digit(8),
        '九' => Kanji::Digit(9),
        '十' => Kanji::Unit(10),
        '百' => Kanji::Unit(100),
        _ => return None,
    })
}

/// Whether a character is a digit, in ASCII or kanji.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || kanji_digit(c).is_some()
}

/// Writes a number in the kanji that another was written in: 二十五 with 十,
/// 二五 without.
pub fn to_kanji(value: u32, like: &str) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |value: u32| DIGITS[value as usize % 10];
    let (tens, ones) = (value / 10, value % 10);
    let mut written = String::new();
    // A single digit doesn't tell; with 十 is what people write.
    if like.contains('十') || like.chars().count() == 1 {
        if tens > 1 {
            written.push(digit(tens));
        }
        if tens > 0 {
            written.push('十');
        }
        if ones > 0 {
            written.push(digit(ones));
        }
    } else {
        for place in value.to_string().chars() {
            written.push(digit(place.to_digit(10).unwrap_or(0)));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: u32, rest: &str) {
        let mut scan = Scan::new(text, 0);
        assert_eq!(scan.number(4).map(|number| number.value), Some(value));
        assert_eq!(scan.rest(), rest);
    }

    #[test]
    fn reads_numbers() {
        check("25日", 25, "日");
        check("二十五日", 25, "日");
        check("二五日", 25, "日");
        check("十月", 10, "月");
        check("三十一日", 31, "日");
        check("二〇二六年", 2026, "年");
        assert_eq!(Scan::new("12345", 0).number(4), None);
        assert_eq!(Scan::new("日", 0).number(4), None);
    }

    #[test]
    fn writes_kanji() {
        assert_eq!(to_kanji(26, "二十五"), "二十六");
        assert_eq!(to_kanji(26, "二五"), "二六");
        assert_eq!(to_kanji(10, "九"), "十");
        assert_eq!(to_kanji(30, "三一"), "三〇");
    }
}
