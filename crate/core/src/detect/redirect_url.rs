//! Addresses that send their reader on to somewhere else.

use super::{Context, Detector, Hit};
use crate::host::HostKind;
use crate::link::Link;
use crate::{Concern, Fix, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::RedirectUrl,
    finds: || {
        Message::new(
            "開くと別のページへ転送されるURL。検索サイトやSNSの転送用URL、メールの安全確認サービスを通したURL、LINEアプリだけで開くリンクなどです。",
            "URLs that send the reader on to another page: those of search engines and social networks, links wrapped by mail security services, and links that open only in the LINE app.",
        )
    },
    why: || {
        Message::new(
            "転送用のURLは、表示されるドメインと実際に開くページのドメインが違うため、読む人がリンク先を確かめられません。",
            "A redirecting URL shows one domain and opens another, so readers can't check where it leads.",
        )
    },
    examples: &[
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fwww.city.nagasaki.lg.jp%2F",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.city.nagasaki.lg.jp%2F&h=AT0",
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2F&data=05",
        "https://href.li/?https://example.com/",
        "https://www-city-nagasaki-lg-jp.translate.goog/page?_x_tr_sl=ja",
        "https://urldefense.com/v3/__https://example.com/a__;!!abc",
        "https://jump.5ch.net/?https://example.com/",
        "LINEで開く line://app/1234-AbCd",
        "https://example.com/jump?url=https%3A%2F%2Fexample.org%2F",
    ],
    near_misses: &[
        "https://www.google.com/maps?q=長崎市役所",
        "https://twitter.com/intent/tweet?url=https%3A%2F%2Fwww.city.nagasaki.lg.jp%2F",
        "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fwww.city.nagasaki.lg.jp%2F",
        "https://example.com/login?next=https%3A%2F%2Fwww.example.com%2Fmypage",
        "https://www.city.nagasaki.lg.jp/search?url=%2Fkurashi%2F",
        "https://web.archive.org/web/2020/https://www.city.nagasaki.lg.jp/",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    hits.extend(context.links.iter().filter_map(judge));
}

fn judge(link: &Link) -> Option<Hit> {
    let redirect = link.redirect.as_ref()?;
    let target = redirect.target.as_ref();
    let host = if link.host.is_empty() {
        link.url.scheme()
    } else {
        &link.host
    };
    let message = match (target, redirect.certain) {
        (Some(target), true) => Message::new(
            format!(
                "{host} の転送用URLで、実際に開くのは {} です。リンク先のURLを直接書いてください。",
                target.host
            ),
            format!(
                "This is a redirecting URL of {host}; it opens {}. Write the destination itself.",
                target.host
            ),
        ),
        (Some(target), false) => Message::new(
            format!(
                "{host} から別のサイト（{}）へ転送するURLのように見えます。リンク先のURLを直接書いてください。",
                target.host
            ),
            format!(
                "This URL of {host} seems to send readers on to {}. Write the destination itself.",
                target.host
            ),
        ),
        (None, _) if link.kind == HostKind::None => Message::new(
            "LINEアプリだけで開くリンクで、開くページが分かりません。ウェブページのURLを書いてください。",
            "This link opens only in the LINE app and does not show its page. Write the URL of a web page.",
        ),
        (None, _) => Message::new(
            format!(
                "{host} の転送用URLで、実際に開くページが分かりません。リンク先のURLを直接書いてください。"
            ),
            format!(
                "This is a redirecting URL of {host}; what it opens can't be seen. Write the destination itself."
            ),
        ),
    };
    let (start, end) = (link.span.start, link.span.end);
    let fix = match target {
        Some(target) => Fix::Replace {
            start,
            end,
            with: target.url.to_string(),
            label: Message::new("リンク先のURLに置き換える", "Replace by the destination"),
        },
        None => Fix::AskUrl { start, end },
    };
    Some(Hit {
        concern: Concern::RedirectUrl,
        span: Some(link.span.clone()),
        strength: if redirect.certain {
            Strength::Strong
        } else {
            Strength::Weak
        },
        message,
        fixes: vec![fix],
    })
}
