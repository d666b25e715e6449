//! Passwords, PINs, keys and tokens with their values.

use std::ops::Range;

use kakunin_words::{Word, sort_by_key};

use super::around::{
    after, before, has, line_after, line_before, runs, sentence_after, sentence_before, starting,
    starts,
};
use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Credential,
    finds: || {
        Message::new(
            "パスワード、暗証番号、APIキー、秘密鍵などの実際の値。使い方の注意や桁数の説明は含みません。",
            "The actual values of passwords, PINs, API keys and private keys. Advice on how to use them, or how long they should be, doesn't count.",
        )
    },
    why: || {
        Message::new(
            "パスワードや鍵を公開すると、アカウントやシステムが乗っ取られます。",
            "Whoever reads a password or a key can take over the account or the system.",
        )
    },
    examples: &[
        "管理画面のID:koho01 パスワード:Nagasaki2026!",
        "PW: abcd1234",
        "パスワードは「city1234」です。",
        "暗証番号は1234です。",
        "APIキー:AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "-----BEGIN RSA PRIVATE KEY-----",
        "仮パスワード【Xy12Zz89】でログインしてください。",
        "Wi-Fiのパスワード:cityhall2026",
        "Password=Summer2026",
        "管理者ログイン: koho / Sakura#2026",
        "Wi-Fiのキーは sakura1234",
    ],
    near_misses: &[
        "パスワードを使い回さないようにしましょう。",
        "パスワードは8文字以上で設定してください。",
        "暗証番号は4桁です。",
        "「123456」や「password」は危険なパスワードです。",
        "パスワード:申込者にメールでお知らせします。",
        "APIを公開しました。",
        "認証コードを他人に教えないで！",
        "1日フリーパス: 1200円",
        "Wi-Fi(パスワード不要)",
        "秘密鍵とは?暗号の仕組みを学ぶ",
        "パスポート番号を控えておきましょう",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let mut found: Vec<(Range<usize>, Strength)> = Vec::new();
    keys(text.folded(), &mut found);
    for link in context.links {
        if link
            .url
            .password()
            .is_some_and(|password| !password.is_empty())
        {
            found.push((link.folded.clone(), Strength::Strong));
        }
    }
    pairs(text.folded(), &mut found);
    for word in tagged(context.phrases(), "credential") {
        found.extend(labelled(text.folded(), text.lower(), word));
    }
    sort_by_key(&mut found, |(range, strength)| {
        (range.start, usize::from(*strength == Strength::Weak))
    });
    let mut end = 0;
    for (range, strength) in found {
        if range.start >= end {
            end = range.end;
            hits.push(hit(text, range, strength));
        }
    }
}

/// Keys that their makers gave a shape of their own: how they start, how many
/// characters follow at least.
const SHAPES: &[(&str, usize)] = &[
    ("AKIA", 16),
    ("ASIA", 16),
    ("AIza", 35),
    ("ghp_", 30),
    ("gho_", 30),
    ("ghs_", 30),
    ("github_pat_", 30),
    ("glpat-", 20),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("xoxa-", 20),
    ("sk-", 24),
    ("sk_live_", 16),
    ("rk_live_", 16),
    ("ya29.", 30),
    ("EAA", 24),
    ("AAAAAAAAAAAAAAAAAAAAA", 30),
    ("npm_", 30),
    ("hf_", 30),
];

fn keys(text: &str, found: &mut Vec<(Range<usize>, Strength)>) {
    let kind = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    for range in runs(text, kind) {
        let token = &text[range.clone()];
        let shaped = token.len() >= 16 && (is_shaped(token) || is_jwt(token));
        let block =
            token.starts_with("-----BEGIN") && after(text, range.end, 40).contains("PRIVATE KEY");
        if shaped || block {
            found.push((range, Strength::Strong));
        }
    }
}

fn is_shaped(token: &str) -> bool {
    SHAPES.iter().any(|(start, len)| {
        token.starts_with(start)
            && token.len() >= start.len() + len
            && is_mixed(&token[start.len()..])
    })
}

/// Three parts in base 64, the first of them JSON.
fn is_jwt(token: &str) -> bool {
    let mut parts = token.split('.');
    matches!(
        (parts.next(), parts.next(), parts.next(), parts.next()),
        (Some(head), Some(body), Some(_), None) if head.starts_with("eyJ") && body.starts_with("eyJ")
    )
}

/// Whether a token has letters and digits.
fn is_mixed(token: &str) -> bool {
    token.bytes().any(|b| b.is_ascii_digit()) && token.bytes().any(|b| b.is_ascii_alphabetic())
}

/// What a label asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Password,
    Pin,
    Key,
    User,
    /// A pass for one meeting or one sign-in.
    Passing,
}

fn kind(word: &str) -> Kind {
    match word {
        "暗証番号"
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
        "パスワード" | "ぱすわーど" | "password" | "passwd" | "pwd" | "pw" | "パス" | "id/pw"
        | "pass" | "key" | "キー" | "wep" | "wpa" => Kind::Password,
        _ => Kind::Key,
    }
}

/// Words by which a sentence warns or explains.
const TAUGHT: &[&str] = &[
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

fn labelled(text: &str, lower: &str, word: &Word) -> Option<(Range<usize>, Strength)> {
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
    let value = value(text, range.end, kind, word.word)?;
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

/// An address and a password with a slash between: koho@example.jp / Pass1234!
fn pairs(text: &str, found: &mut Vec<(Range<usize>, Strength)>) {
    for at in starting(text, |byte| matches!(byte, b'/' | b'@')) {
        if text.as_bytes()[at] == b'/' {
            found.extend(administrator(text, at).map(|range| (range, Strength::Strong)));
            continue;
        }
        let end = at
            + text[at..]
                .find(|c: char| !(c.is_ascii_alphanumeric() || "@.-_".contains(c)))
                .unwrap_or(text.len() - at);
        let Some((close, token)) = second_value(text, end) else {
            continue;
        };
        let line = line_before(text, at);
        let signed = has(line, &["ログイン", "アカウント", "管理者", "ID", "id"]);
        let slashed = text[end..close].trim_start().starts_with('/');
        let symbol = token.bytes().any(|b| b.is_ascii_punctuation());
        if signed && slashed && is_mixed(token) && token.len() >= 6 && (symbol || token.len() <= 16)
        {
            found.push((end..close, Strength::Strong));
        }
    }
}

/// admin/admin1234 around its slash.
fn administrator(text: &str, slash: usize) -> Option<Range<usize>> {
    const NAMES: [&str; 5] = ["admin", "administrator", "root", "user", "guest"];
    let before = text[..slash].trim_end();
    let name = NAMES.iter().find(|name| before.ends_with(**name))?;
    let start = before.len() - name.len();
    let free = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || ".-_/".contains(c));
    let (end, token) = second_value(text, slash)?;
    (free && token.len() >= 6 && is_mixed(token) && !token.contains('/')).then_some(start..end)
}

/// Finds the value that a label gives.
fn value(text: &str, at: usize, kind: Kind, word: &str) -> Option<Range<usize>> {
    let mut at = at;
    // パスワード(初期): …, but ワンタイムパスワード(831 204)
    if text[at..].starts_with('(')
        && let Some(end) = after(text, at, 14).find(')')
    {
        let value = text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        at += if value { 1 } else { end + 1 };
    }
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
fn is_telling(rest: &str, words: usize, kind: Kind) -> bool {
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

fn second_value(text: &str, at: usize) -> Option<(usize, &str)> {
    let rest = &text[at..];
    let skipped = rest.len() - rest.trim_start_matches([' ', '/', '・']).len();
    let start = at + skipped;
    let len = text[start..]
        .find(|c: char| !is_value(c))
        .unwrap_or(text.len() - start);
    (len > 0).then(|| (start + len, &text[start..start + len]))
}

/// Characters of passwords and keys.
fn is_value(c: char) -> bool {
    c.is_ascii_graphic()
        && !matches!(
            c,
            '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | '=' | ':' | ','
        )
}

/// Whether a token is a secret's value and not a word of the sentence.
fn is_secret(token: &str, kind: Kind, firm: bool, word: &str, next: &str) -> bool {
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
            digits && (3..=8).contains(&len) || firm && is_mixed(token) && (4..=12).contains(&len)
        }
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
fn is_word(lower: &str) -> bool {
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

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '々')
}

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    Hit {
        concern: Concern::Credential,
        span: Some(text.utf16(range)),
        strength,
        message: Message::new(
            "パスワードや暗証番号、鍵などの認証情報のように見えます。投稿から削除し、すでに外部に出たものは変更してください。",
            "This looks like a password, a PIN or a key. Take it out of the post, and change it if anybody has seen it.",
        ),
        fixes: Vec::new(),
    }
}
