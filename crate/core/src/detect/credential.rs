//! Passwords, PINs, keys and tokens with their values.

use std::ops::Range;

use kakunin_words::sort_by_key;

use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

mod label;
mod shape;
mod value;

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
    shape::keys(text.folded(), &mut found);
    for link in context.links {
        if link
            .url
            .password()
            .is_some_and(|password| !password.is_empty())
        {
            found.push((link.folded.clone(), Strength::Strong));
        }
    }
    shape::pairs(text.folded(), &mut found);
    shape::dials(text.folded(), &mut found);
    shape::logins(text.folded(), &mut found);
    for word in tagged(context.phrases(), "credential") {
        found.extend(label::labelled(text.folded(), text.lower(), word));
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
