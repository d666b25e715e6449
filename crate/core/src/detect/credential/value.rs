//! The values that labels give.

use std::ops::Range;

use super::label::Kind;
use crate::detect::around::{after, line_after, starts};

/// Whether a token has letters and digits.
pub fn is_mixed(token: &str) -> bool {
    token.bytes().any(|b| b.is_ascii_digit()) && token.bytes().any(|b| b.is_ascii_alphabetic())
}

/// 秘密の質問の答えは「ぽち」
pub fn answer(text: &str, at: usize) -> Option<Range<usize>> {
    let told = after(text, at, 12);
    let open = told.find(['「', '『', ':'])?;
    let start = at + open + told[open..].chars().next().map_or(0, char::len_utf8);
    let answered = told[..open].contains("答え");
    let end = start
        + line_after(text, start)
            .find(['」', '』', '。'])
            .unwrap_or(0);
    (answered && end > start).then_some(start..end)
}

/// 合言葉「もみじ2026」: a value that isn't ASCII, between quotation marks.
pub fn spoken(text: &str, at: usize) -> Option<Range<usize>> {
    let told = after(text, at, 3);
    let open = told.find(['「', '『', '“'])?;
    if !told[..open].trim_matches(['は', ':', ' ']).is_empty() {
        return None;
    }
    let start = at + open + told[open..].chars().next().map_or(0, char::len_utf8);
    let end = start + line_after(text, start).find(['」', '』', '”'])?;
    let value = &text[start..end];
    let plain = value
        .chars()
        .all(|c| c.is_alphanumeric() || "-_#!".contains(c));
    let digits = value.bytes().any(|b| b.is_ascii_digit());
    (plain && digits && (4..=20).contains(&value.chars().count())).then_some(start..end)
}

/// Finds the value that a label gives.
pub fn value(text: &str, at: usize, kind: Kind, word: &str) -> Option<Range<usize>> {
    let mut at = at;
    // パスワード(初期): …, but ワンタイムパスワード(831 204)
    if text[at..].starts_with('(')
        && let Some(end) = after(text, at, 14).find(')')
    {
        let value = text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        at += if value { 1 } else { end + 1 };
    }
    // インスタのパスワードを教えます。minato_55
    at += [
        "を教えます。",
        "をお知らせします。",
        "を送ります。",
        "は次のとおりです。",
    ]
    .iter()
    .find(|told| text[at..].starts_with(**told))
    .map_or(0, |told| told.len());
    // PINは誕生日ではなく7702
    let denied = after(text, at, 16);
    at += denied
        .find("ではなく")
        .map_or(0, |at| at + "ではなく".len());
    // 暗証番号は4桁で0815
    let told = after(text, at, 8);
    at += ["桁で", "文字で", "桁の"]
        .iter()
        .find_map(|word| Some(told.find(word)? + word.len()))
        .unwrap_or(0);
    let lead = after(text, at, 24);
    let mut firm = false;
    let mut len = 0;
    let mut words = 0;
    for c in lead.chars() {
        match c {
            ':' | '=' | '→' | '⇒' | '>' | '】' | '「' | '『' | '【' | '"' | '\'' | '”' | '“'
            | '[' | '<' => firm = true,
            'は' | 'が' | 'の' | 'に' | 'を' | ' ' | '\n' | '-' | '、' | '・' | '/' => {}
            c if is_value(c) => break,
            // パスワード変更しました→
            c if !matches!(c, '。' | '!' | '?')
                && words < 10
                && matches!(kind, Kind::Password | Kind::Key | Kind::User) =>
            {
                words += 1
            }
            _ => return None,
        }
        len += c.len_utf8();
    }
    let start = at + len;
    // パスワードはいつもの Koho1234 です
    if words > 0 && !firm && !is_telling(&text[start..], words, kind) {
        return None;
    }
    // ID/PW は koho / Mayor!23
    let mut end = start
        + text[start..]
            .find(|c: char| !is_value(c) || kind == Kind::User && c == '/')
            .unwrap_or(text.len() - start);
    // 831 204
    if kind == Kind::Passing
        && text[start..end].len() == 3
        && let Some((close, second)) = second_value(text, end)
        && second.len() == 3
    {
        return text[start..close]
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b' ')
            .then_some(start..close);
    }
    // 4 6 4 9
    if kind == Kind::Pin && end - start == 1 {
        let apart = text[start..]
            .find(|c: char| !c.is_ascii_digit() && c != ' ')
            .map_or(text.len(), |len| start + len);
        let parts: Vec<&str> = text[start..apart].split_whitespace().collect();
        let end = start + text[start..apart].trim_end().len();
        return ((4..=8).contains(&parts.len()) && parts.iter().all(|it| it.len() == 1))
            .then_some(start..end);
    }
    // パスをkoho→Umineko#9に変えた
    if kind == Kind::Password
        && let Some(new) = text[end..].strip_prefix('→')
    {
        let close = end + '→'.len_utf8() + new.find(|c: char| !is_value(c)).unwrap_or(new.len());
        let token = &text[end + '→'.len_utf8()..close];
        if is_secret(token, kind, true, word, &text[close..]) {
            return Some(start..close);
        }
    }
    let mut token = &text[start..end];
    if word == "id/pw"
        && let Some((rest, second)) = second_value(text, end)
    {
        token = second;
        end = rest;
    }
    let trimmed = token.trim_end_matches(['.', ',', ')', '!', '?', ':', ';', '#', '*']);
    if kind != Kind::Password {
        end -= token.len() - trimmed.len();
        token = trimmed;
    }
    (is_secret(token, kind, firm, word, &text[end..])).then_some(start..end)
}

/// Whether what follows a few words can hardly be one: Koho1234.
pub fn is_telling(rest: &str, words: usize, kind: Kind) -> bool {
    let end = rest.find(|c: char| !is_value(c)).unwrap_or(rest.len());
    let token = &rest[..end];
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let product = ["office", "windows", "microsoft"]
        .iter()
        .any(|name| token.to_ascii_lowercase().starts_with(name));
    let paired = kind == Kind::User
        && second_value(rest, end).is_some_and(|(_, token)| token.len() >= 6 && is_mixed(token));
    paired || words <= 5 && token.len() >= 6 && is_mixed(token) && digits >= 3 && !product
}

pub fn second_value(text: &str, at: usize) -> Option<(usize, &str)> {
    let rest = &text[at..];
    let skipped = rest.len() - rest.trim_start_matches([' ', '/', '・']).len();
    let start = at + skipped;
    let len = text[start..]
        .find(|c: char| !is_value(c))
        .unwrap_or(text.len() - start);
    (len > 0).then(|| (start + len, &text[start..start + len]))
}

/// Characters of passwords and keys.
pub fn is_value(c: char) -> bool {
    c.is_ascii_graphic()
        && !matches!(
            c,
            '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | '=' | ':' | ','
        )
}

/// Whether a token is a secret's value and not a word of the sentence.
pub fn is_secret(token: &str, kind: Kind, firm: bool, word: &str, next: &str) -> bool {
    const COUNTED: &[&str] = &[
        "文字", "桁", "回", "年", "日", "月", "時", "分", "件", "以上", "つ", "個", "種", "円",
        "人", "ヶ", "か", "カ", "歳", "段階", "番", "度", "版",
    ];
    let len = token.len();
    let digits = token.bytes().all(|b| b.is_ascii_digit());
    let paired =
        second_value(next, 0).is_some_and(|(_, token)| token.len() >= 6 && is_mixed(token));
    let counted = starts(next.trim_start(), COUNTED);
    let lower = token.to_ascii_lowercase();
    if counted || lower.starts_with("http") || lower.contains("@") && lower.contains(".jp") {
        return false;
    }
    match kind {
        Kind::Pin => {
            // 0-4-1-9
            let parted = token.bytes().all(|b| b.is_ascii_digit() || b == b'-')
                && token.split('-').count() == token.bytes().filter(u8::is_ascii_digit).count()
                && (5..=15).contains(&len);
            parted
                || digits && (3..=8).contains(&len)
                || firm && is_mixed(token) && (4..=12).contains(&len)
        }
        Kind::Answer => false,
        Kind::Passing => {
            let numbered = token.bytes().all(|b| b.is_ascii_digit() || b == b'-');
            (numbered || is_mixed(token)) && (4..=40).contains(&len)
        }
        Kind::User => {
            (firm || paired)
                && len >= 3
                && token.bytes().any(|b| b.is_ascii_alphabetic())
                && !is_word(&lower)
        }
        Kind::Key => {
            len >= 16 && is_mixed(token)
                || firm
                    && len >= 8
                    && is_mixed(token)
                    && !matches!(word, "トークン" | "token" | "シークレット" | "secret")
        }
        Kind::Password => {
            let symbol = token.bytes().any(|b| b.is_ascii_punctuation());
            let mixed = is_mixed(token);
            if !(4..=64).contains(&len) || is_word(&lower) {
                false
            } else if digits {
                firm || starts(next, &["です", "。", "だ", "に変更", "を入"])
            } else if mixed {
                true
            } else {
                firm && (symbol || len >= 6)
            }
        }
    }
}

/// Words that stand behind labels without being values.
pub fn is_word(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "required",
        "none",
        "reset",
        "change",
        "changes",
        "manager",
        "management",
        "protected",
        "private",
        "security",
        "policy",
        "free",
        "not",
        "only",
        "here",
        "line",
        "email",
        "mail",
        "sms",
        "web",
        "qr",
        "app",
        "help",
        "forgot",
        "your",
        "and",
        "wi-fi",
        "wifi",
        "the",
        "is",
        "id",
        "pc",
        "zoom",
        "n/a",
        "google",
        "x",
        "facebook",
        "instagram",
    ];
    WORDS.contains(&lower.trim_matches(['.', ',', '!', '?', '-']))
}

pub fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

pub fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '々')
}
