//! Shortened URLs: neutral services, companies' own short addresses, `t.co`.

use url::Url;

use super::{Context, Detector, Hit};
use crate::host::{Alias, HostKind, registrable};
use crate::link::Link;
use crate::{Concern, Fix, Message, Platform, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::ShortUrl,
    finds: || {
        Message::new(
            "bit.ly、x.gd、lin.ee、youtu.be、t.co など、URL短縮サービスや各社の短いURL。全角で書かれたものや前後の文字につながったものも見つけます。知らない短いドメインは注意にとどめます。",
            "URLs of shortening services and companies' own short addresses such as bit.ly, x.gd, lin.ee, youtu.be or t.co, also in full-width letters or run into the words around them. A short domain that isn't known is a note only.",
        )
    },
    why: || {
        Message::new(
            "短縮URLは本来のドメイン名を隠すため、読む人はリンク先が安全かどうかをドメイン名で判断できません。",
            "A shortened URL hides the real domain name, so readers can't judge by it whether the link is safe.",
        )
    },
    examples: &[
        "詳しくは https://bit.ly/3xyz へ",
        "申込みはこちらhttps://x.gd/AbCdEから",
        "申込みはｈｔｔｐｓ：／／ｂｉｔ．ｌｙ／３ｘｙｚへ",
        "ux.nu/a1b2C をご覧ください。",
        "友だち追加：https://lin.ee/AbCdEfG",
        "動画 https://youtu.be/dQw4w9WgXcQ",
        "地図 https://maps.app.goo.gl/AbCdEfGhIjKlMnOp6",
        "https://t.co/AbCdEfGhIj",
        "hxxps://bit[.]ly/3xyz",
        "https://www.google.com/url?q=https%3A%2F%2Fbit.ly%2F3xyz",
        "https://q7z.to/Ab3dE",
    ],
    near_misses: &[
        "詳しくは https://www.city.nagasaki.lg.jp/ へ",
        "https://orbit.ly/guide/about.html",
        "https://www.bit.ly.example.com/guide",
        "bit.lyやtinyurl.comなどの短縮URLは使いません。",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://x.com/nagasaki_koho/status/1234567890",
        "https://www.google.com/maps/place/%E9%95%B7%E5%B4%8E%E5%B8%82",
        "10:30-12.00、Ver.2.0、No.5、3.5km",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    for link in context.links {
        if let Some((strength, message)) = judge(link, context.post.platform) {
            hits.push(Hit {
                concern: Concern::ShortUrl,
                span: Some(link.span.clone()),
                strength,
                message,
                fixes: vec![Fix::AskUrl {
                    start: link.span.start,
                    end: link.span.end,
                }],
            });
        }
    }
}

/// Whether a link is a shortened URL, how sure that is, and why.
pub fn judge(link: &Link, platform: Option<Platform>) -> Option<(Strength, Message)> {
    if let Some(message) = known(link.kind, &link.host, platform) {
        return Some((Strength::Strong, message));
    }
    let target = link
        .redirect
        .as_ref()
        .and_then(|redirect| redirect.target.as_ref());
    if let Some(target) = target
        && target.kind.is_short()
    {
        return Some((Strength::Strong, behind_redirect(&target.host)));
    }
    (link.kind == HostKind::Other && looks_short(&link.host, &link.url))
        .then(|| (Strength::Weak, unknown(&link.host)))
}

fn known(kind: HostKind, host: &str, platform: Option<Platform>) -> Option<Message> {
    match kind {
        HostKind::Shortener => Some(service(host)),
        HostKind::Alias(alias) => Some(company(host, alias)),
        HostKind::XWrapper => Some(wrapper(platform)),
        _ => None,
    }
}

fn service(host: &str) -> Message {
    Message::new(
        format!(
            "短縮URLサービス（{host}）のURLです。リンク先のドメイン名が分かりません。短縮する前のURLに書き換えてください。"
        ),
        format!(
            "This is a URL of the shortening service {host}. It hides the domain it leads to. Write the original URL instead."
        ),
    )
}

fn company(host: &str, alias: &Alias) -> Message {
    let Alias { ja, en, what, .. } = alias;
    Message::new(
        format!(
            "{ja}が自社サービス用に出す短縮URL（{host}、{what}）です。リンク先のドメイン名が表示されません。短縮する前のURLに書き換えてください。管理者が許可していれば使えます。"
        ),
        format!(
            "This is a short URL ({host}) that {en} issues for its own service. It does not show the domain it leads to. Write the original URL instead, or ask your administrator to allow it."
        ),
    )
}

fn wrapper(platform: Option<Platform>) -> Message {
    let (ja, en) = match platform {
        Some(Platform::X) => (
            "t.co は、X が投稿時に自動で付ける短縮URLです。貼り付けるとリンク先が分かりません。X が自動で処理するので、元のURLをそのまま書いてください。",
            "t.co is the short URL that X adds by itself when you post. Pasted, it hides where it leads. Write the original URL; X does the rest.",
        ),
        _ => (
            "t.co は、X が投稿時に自動で付ける短縮URLです。貼り付けるとリンク先が分かりません。元のURLに書き換えてください。",
            "t.co is the short URL that X adds by itself to posts. Pasted, it hides where it leads. Write the original URL instead.",
        ),
    };
    Message::new(ja, en)
}

fn behind_redirect(host: &str) -> Message {
    Message::new(
        format!(
            "転送先が短縮URL（{host}）です。最終的なリンク先が分かりません。本来のURLに書き換えてください。"
        ),
        format!(
            "This link leads on to a shortened URL ({host}), so its real destination is unknown. Write the original URL instead."
        ),
    )
}

fn unknown(host: &str) -> Message {
    Message::new(
        format!(
            "短縮URLのように見えます（{host}）。短縮URLであれば、元のURLに書き換えてください。"
        ),
        format!(
            "This looks like a shortened URL ({host}). If it is one, write the original URL instead."
        ),
    )
}

/// Whether an unknown site's address has a shortener's build: a short domain
/// and one made-up token.
fn looks_short(host: &str, url: &Url) -> bool {
    const WELL_KNOWN: [&str; 17] = [
        "bbc.com", "box.com", "cnn.com", "fc2.com", "hp.com", "ibm.com", "imdb.com", "jal.com",
        "line.me", "msn.com", "note.com", "note.mu", "qq.com", "t.me", "wa.me", "x.com", "zoom.us",
    ];
    let name = registrable(host);
    let Some((label, tld)) = name.split_once('.') else {
        return false;
    };
    let rare = !matches!(tld, "com" | "jp" | "net" | "org");
    url.scheme().starts_with("http")
        && matches!(url.host(), Some(url::Host::Domain(_)))
        && (host == name || host.strip_prefix("www.") == Some(name))
        && !tld.contains('.')
        && label.len() <= if rare { 4 } else { 3 }
        && !WELL_KNOWN.contains(&name)
        && url.query().is_none()
        && is_token(url.path().trim_start_matches('/').trim_end_matches('/'))
}

/// `Ab3dE`, not `about` or `Osaka2025`.
fn is_token(segment: &str) -> bool {
    let bytes = segment.as_bytes();
    let has = |test: fn(&u8) -> bool| bytes.iter().any(test);
    let word_and_number = segment.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_word = word_and_number.len() > 2
        && bytes[0].is_ascii_alphabetic()
        && word_and_number[1..].bytes().all(|b| b.is_ascii_lowercase());
    let shuffled = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
        || bytes
            .windows(2)
            .any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    (3..=10).contains(&bytes.len())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && !is_word
        && shuffled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_tokens_from_words() {
        for token in ["Ab3dE", "3xyz", "a1b2C", "kHjsDq"] {
            assert!(is_token(token), "{token}");
        }
        for word in ["about", "osaka2025", "2025", "ja", "kouhou-2025", "NEWS"] {
            assert!(!is_token(word), "{word}");
        }
    }
}
