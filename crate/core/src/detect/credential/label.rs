//! Labels of credentials: what each asks for, and whether it is given.

use std::ops::Range;

use kakunin_words::Word;

use super::value::{answer, is_kanji, is_katakana, is_mixed, second_value, spoken, value};
use crate::Strength;
use crate::detect::around::{
    before, has, line_after, line_before, sentence_after, sentence_before,
};

/// What a label asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Password,
    Pin,
    Key,
    User,
    /// A pass for one meeting or one sign-in.
    Passing,
    /// What a security question is answered with.
    Answer,
}

pub fn kind(word: &str) -> Kind {
    match word {
        "暗証番号"
        | "ロック解除"
        | "解除コード"
        | "入館コード"
        | "開錠コード"
        | "暗証ナンバー"
        | "暗証コード"
        | "暗証"
        | "pinコード"
        | "pin"
        | "解錠番号"
        | "電子錠"
        | "キーボックス"
        | "ナンバーロック"
        | "ダイヤル錠"
        | "オートロック"
        | "金庫の番号"
        | "鍵の番号"
        | "鍵番号"
        | "解錠コード"
        | "開錠番号"
        | "入室番号"
        | "入室コード"
        | "ロック番号"
        | "キーコード"
        | "セキュリティコード" => Kind::Pin,
        "認証コード"
        | "予備コード"
        | "アクセスコード"
        | "確認コード"
        | "認証番号"
        | "パスコード"
        | "passcode"
        | "ワンタイムパスワード"
        | "ワンタイムパス"
        | "桁コード"
        | "認証用コード"
        | "バックアップコード"
        | "リカバリーコード"
        | "リカバリコード"
        | "復元コード"
        | "復旧コード"
        | "回復コード"
        | "合言葉" => Kind::Passing,
        "ログイン" | "アカウント" | "ログインid" | "ユーザid" | "ユーザーid" | "ユーザ名"
        | "ユーザー名" | "管理者id" | "user id" | "userid" | "username" | "login id" | "login" => {
            Kind::User
        }
        "パスワード"
        | "ぱすわーど"
        | "password"
        | "passwd"
        | "pwd"
        | "pw"
        | "パス"
        | "id/pw"
        | "pass"
        | "key"
        | "キー"
        | "wep"
        | "wpa"
        | "ログインパスワード"
        | "解凍パス"
        | "解凍パスワード"
        | "初期パスワード"
        | "仮パスワード"
        | "zipパス"
        | "wi-fiパス"
        | "wifiパス"
        | "共有シークレット"
        | "パスフレーズ"
        | "接続キー"
        | "共有キー"
        | "事前共有キー"
        | "ログインキー"
        | "pass番号"
        | "解読キー" => Kind::Password,
        "秘密の質問" => Kind::Answer,
        _ => Kind::Key,
    }
}

/// Words by which a sentence warns or explains.
pub const TAUGHT: &[&str] = &[
    "危険",
    "使い回",
    "見直",
    "推測",
    "避け",
    "詐欺",
    "例:",
    "例)",
    "(例",
    "例えば",
    "ng",
    "ダメ",
    "ありがち",
    "ランキング",
    "簡単な",
    "やめま",
    "教えない",
    "とは",
    "学",
    "講座",
    "など",
    "聞き出",
    "弱い",
    "破られ",
    "不要",
    "なし",
];

pub fn labelled(text: &str, lower: &str, word: &Word) -> Option<(Range<usize>, Strength)> {
    let range = &word.range;
    let mut kind = kind(word.word);
    if word.word.is_ascii() {
        let whole = !lower[..range.start].ends_with(|c: char| c.is_ascii_alphanumeric())
            && !lower[range.end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if !whole {
            return None;
        }
    }
    if word.word == "パス" {
        let behind = text[..range.start].chars().next_back().unwrap_or(' ');
        if text[range.end..].starts_with(is_katakana) {
            return None;
        }
        if is_katakana(behind) || behind.is_ascii_alphanumeric() {
            return None;
        }
        // 管理画面パスは line!2026, but 一日パスは500円
        if is_kanji(behind)
            && !value(text, range.end, Kind::Password, word.word)
                .is_some_and(|value| is_mixed(&text[value]))
        {
            return None;
        }
    }
    let line = (
        line_before(lower, range.start),
        line_after(lower, range.end),
    );
    let wifi = ["wi-fi", "wifi", "ssid", "無線lan", "フリーwi"];
    let public =
        has(line.0, &wifi) || has(line.1, &wifi) || has(before(lower, range.start, 40), &wifi);
    if public && word.word.ends_with("キー") {
        kind = Kind::Password;
    }
    // Of all keys, only those of a wireless network are called so.
    if matches!(word.word, "key" | "キー" | "wep" | "wpa") && !public {
        return None;
    }
    let value = match kind {
        Kind::Answer => answer(text, range.end)?,
        Kind::Pin | Kind::User => value(text, range.end, kind, word.word)?,
        _ => value(text, range.end, kind, word.word).or_else(|| spoken(text, range.end))?,
    };
    if text[range.end..value.start].contains('例') {
        return None;
    }
    let sentence = (
        sentence_before(lower, range.start),
        sentence_after(lower, value.end),
    );
    // A value may hold the ! that would end the sentence.
    if has(sentence.0, TAUGHT)
        || has(sentence.1, TAUGHT)
        || has(line_after(lower, value.end), &["危険", "使い回", "見直"])
    {
        return None;
    }
    // ログイン: koho / Sakura#2026
    let paired = kind == Kind::User
        && second_value(text, value.end)
            .is_some_and(|(_, token)| token.len() >= 6 && is_mixed(token));
    if matches!(word.word, "ログイン" | "アカウント") && !paired {
        return None;
    }
    let strength = if public || !paired && matches!(kind, Kind::User | Kind::Passing) {
        Strength::Weak
    } else {
        Strength::Strong
    };
    Some((range.start..value.end, strength))
}
