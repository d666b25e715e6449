//! The numbering of Japanese documents: what stands before a provision.

use icu_normalizer::ComposingNormalizerBorrowed;

/// A way of numbering. Which stands below which is the document's affair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// 第１章
    Chapter,
    /// 第１節
    Section,
    /// 第１条
    Article,
    /// １ or 1.
    Number,
    /// (1) or ⑴
    Parenthesised,
    /// ①
    Circled,
    /// ア
    Kana,
    /// (ア)
    ParenthesisedKana,
    /// a
    Letter,
    /// ・, which has no number
    Bullet,
}

/// What stands before a provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// The way of numbering.
    pub style: Style,
    /// As the document prints it, e.g. ⑴.
    pub printed: String,
    /// For ids, in ASCII, e.g. `1` or `ka`; empty for bullets.
    pub id: String,
}

const BULLETS: &[char] = &[
    '・', '･', '•', '○', '●', '◎', '◯', '□', '■', '◆', '◇', '▪', '➢', '※', '＊', '-', '−', '–',
];

const KANA: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

const KANA_IDS: &[&str] = &[
    "a", "i", "u", "e", "o", "ka", "ki", "ku", "ke", "ko", "sa", "shi", "su", "se", "so", "ta",
    "chi", "tsu", "te", "to", "na", "ni", "nu", "ne", "no", "ha", "hi", "fu", "he", "ho", "ma",
    "mi", "mu", "me", "mo", "ya", "yu", "yo", "ra", "ri", "ru", "re", "ro", "wa",
];

/// Splits a line into its marker and the text after it; `None` where it has no
/// marker.
pub fn split(line: &str) -> Option<(Marker, &str)> {
    article(line)
        .or_else(|| parenthesised(line))
        .or_else(|| enclosed(line))
        .or_else(|| bare(line))
        .or_else(|| bullet(line))
}

/// 第…条 and its kin, with 第…条の２.
fn article(line: &str) -> Option<(Marker, &str)> {
    let number = line.strip_prefix('第')?;
    let (digits, rest) = digits(number)?;
    let mut rest = rest.chars();
    let style = match rest.next()? {
        '章' => Style::Chapter,
        '節' => Style::Section,
        '条' => Style::Article,
        _ => return None,
    };
    let mut rest = rest.as_str();
    let mut id = digits;
    if let Some((more, after)) = rest.strip_prefix('の').and_then(self::digits) {
        id = format!("{id}-{more}");
        rest = after;
    }
    // 第１条の規定により… is no marker.
    let text = after_gap(rest).or_else(|| rest.starts_with(['（', '(']).then_some(rest))?;
    Some((marker(style, line, text, id), text))
}

/// (1), （１）, (ア)
fn parenthesised(line: &str) -> Option<(Marker, &str)> {
    let inner = line.strip_prefix(['(', '（'])?;
    let (inside, rest) = inner.split_once([')', '）'])?;
    let (style, id) = if let Some((digits, "")) = digits(inside) {
        (Style::Parenthesised, digits)
    } else {
        (Style::ParenthesisedKana, kana(inside)?.to_owned())
    };
    let text = rest.trim_start();
    Some((marker(style, line, text, id), text))
}

/// ⑴ and ①, which fold to (1) and 1.
fn enclosed(line: &str) -> Option<(Marker, &str)> {
    let first = line.chars().next()?;
    let style = match first {
        '\u{2474}'..='\u{2487}' => Style::Parenthesised,
        '\u{2460}'..='\u{2473}' => Style::Circled,
        _ => return None,
    };
    let rest = &line[first.len_utf8()..];
    let id: String = fold(&first.to_string())
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let text = rest.trim_start();
    Some((marker(style, line, text, id), text))
}

/// １, 1., ア, a: only with a gap after it, or it may be a word's beginning.
fn bare(line: &str) -> Option<(Marker, &str)> {
    if let Some((digits, rest)) = arabic(line) {
        let text = after_gap(rest)?;
        // 1.2 is a number of its own, and 2026 a year.
        let is_number = digits.len() <= 2 && !text.starts_with(|c: char| c.is_ascii_digit());
        return is_number.then(|| (marker(Style::Number, line, text, digits), text));
    }
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let text = after_gap(rest)?;
    let name = line[..first.len_utf8()].to_owned();
    if let Some(id) = kana(&name) {
        return Some((marker(Style::Kana, line, text, id.to_owned()), text));
    }
    let folded = fold(&name);
    let is_letter = matches!(folded.as_bytes(), [b'a'..=b'z']);
    is_letter.then(|| (marker(Style::Letter, line, text, folded), text))
}

fn bullet(line: &str) -> Option<(Marker, &str)> {
    let rest = line.strip_prefix(BULLETS)?;
    let text = rest.trim_start();
    // A hyphen alone is a bullet only before a gap.
    let is_bullet = !line.starts_with(['-', '−', '–']) || text.len() < rest.len();
    is_bullet.then(|| (marker(Style::Bullet, line, text, String::new()), text))
}

fn marker(style: Style, line: &str, text: &str, id: String) -> Marker {
    Marker {
        style,
        printed: line[..line.len() - text.len()].trim_end().to_owned(),
        id,
    }
}

/// The text behind the gap that ends a marker: blanks, or a dot and blanks.
fn after_gap(rest: &str) -> Option<&str> {
    let text = rest.trim_start_matches(['.', '．', '、', ' ', '\u{3000}', '\t']);
    (text.len() < rest.len() && !text.is_empty()).then_some(text)
}

/// A number at the start, in ASCII: of any digits, kanji too.
fn digits(text: &str) -> Option<(String, &str)> {
    if let Some(found) = arabic(text) {
        return Some(found);
    }
    let end = text
        .find(|c| !"一二三四五六七八九十百".contains(c))
        .unwrap_or(text.len());
    let (kanji, rest) = text.split_at(end);
    Some((from_kanji(kanji)?.to_string(), rest))
}

fn arabic(text: &str) -> Option<(String, &str)> {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (!digits.is_empty()).then(|| (fold(digits), rest))
}

fn from_kanji(kanji: &str) -> Option<u32> {
    let (mut sum, mut digit) = (0, 0);
    for character in kanji.chars() {
        let unit = match character {
            '十' => 10,
            '百' => 100,
            other => {
                let at = "一二三四五六七八九".chars().position(|it| it == other)?;
                digit = u32::try_from(at).ok()? + 1;
                continue;
            }
        };
        sum += digit.max(1) * unit;
        digit = 0;
    }
    let number = sum + digit;
    (number > 0).then_some(number)
}

fn kana(text: &str) -> Option<&'static str> {
    let at = KANA.chars().position(|it| text.chars().eq([it]))?;
    KANA_IDS.get(at).copied()
}

/// With one form for every width of a character.
pub fn fold(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc()
        .normalize(text)
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(Style, &str, &str, &str)>) {
        let found = split(line);
        let found = found
            .as_ref()
            .map(|(it, text)| (it.style, it.printed.as_str(), it.id.as_str(), *text));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn numbers_of_japanese_documents_are_known() {
        check(
            "第１条　目的",
            Some((Style::Article, "第１条", "1", "目的")),
        );
        check(
            "第12条の2 特例",
            Some((Style::Article, "第12条の2", "12-2", "特例")),
        );
        check(
            "第二十三条　委任",
            Some((Style::Article, "第二十三条", "23", "委任")),
        );
        check(
            "第３章　運用",
            Some((Style::Chapter, "第３章", "3", "運用")),
        );
        check(
            "第2条（定義）",
            Some((Style::Article, "第2条", "2", "（定義）")),
        );
        check("１　趣旨", Some((Style::Number, "１", "1", "趣旨")));
        check("２．範囲", Some((Style::Number, "２．", "2", "範囲")));
        check(
            "（１）名称",
            Some((Style::Parenthesised, "（１）", "1", "名称")),
        );
        check(
            "(10) 公開",
            Some((Style::Parenthesised, "(10)", "10", "公開")),
        );
        check("⑶ 短縮", Some((Style::Parenthesised, "⑶", "3", "短縮")));
        check("⑿ 短縮", Some((Style::Parenthesised, "⑿", "12", "短縮")));
        check("①正確に", Some((Style::Circled, "①", "1", "正確に")));
        check("カ その他", Some((Style::Kana, "カ", "ka", "その他")));
        check(
            "(イ) その他",
            Some((Style::ParenthesisedKana, "(イ)", "i", "その他")),
        );
        check("ａ　写真", Some((Style::Letter, "ａ", "a", "写真")));
        check(
            "・誤解を招く表現",
            Some((Style::Bullet, "・", "", "誤解を招く表現")),
        );
        check("- 動画", Some((Style::Bullet, "-", "", "動画")));
    }

    #[test]
    fn what_only_looks_like_a_number_is_text() {
        for line in [
            "第１条の規定により",
            "2026年4月1日から施行する。",
            "1.5倍とする。",
            "3つの原則",
            "ア行の文字",
            "カメラで撮る",
            "（趣旨）",
            "-5度",
            "",
        ] {
            check(line, None);
        }
    }
}
