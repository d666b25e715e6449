//! Links to pages that somebody else runs.

use super::{Context, Detector, Hit, account};
use crate::host::{HostKind, registrable};
use crate::link::Link;
use crate::{Concern, Message, Platform, Settings, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::ThirdPartyLink,
    finds: || {
        Message::new(
            "国や自治体の公式サイトでも、設定で認められたサイトでもないページへのリンク。自治体自身の公式アカウントへのリンクは含みません。",
            "Links to pages that are neither official sites of public bodies nor allowed in the settings. Links to the municipality's own official accounts don't count.",
        )
    },
    why: || {
        Message::new(
            "第三者のページへのリンクは、その内容を自治体が信頼できると認めたものと受け取られ、後から内容が変わることもあります。",
            "A link to a third party's page is taken as the municipality's word for it, and the page may change later.",
        )
    },
    examples: &[
        "詳しくは https://www.example.com/event をご覧ください。",
        "会場：https://example.co.jp",
        "申込みはevent.example.jpから",
        "https://x.com/somebody/status/1",
    ],
    near_misses: &[
        "https://www.city.nagasaki.lg.jp/",
        "https://www.city.joetsu.niigata.jp/page",
        "https://www.soumu.go.jp/",
        "https://www.nishi.or.jp/",
        "info@example.com",
        "README.md、node.js、@nagasaki.koho、#example.com",
        // These are short or redirecting; that says enough.
        "https://bit.ly/3xyz",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2F",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let strange = context
        .links
        .iter()
        .filter(|link| is_third_party(link) && !is_own_account(link, context.settings));
    hits.extend(strange.map(|link| Hit {
        concern: Concern::ThirdPartyLink,
        span: Some(link.span.clone()),
        strength: Strength::Strong,
        message: message(&link.host),
        fixes: Vec::new(),
    }));
}

fn is_third_party(link: &Link) -> bool {
    let redirect = link.redirect.as_ref();
    let short_target = redirect
        .and_then(|redirect| redirect.target.as_ref())
        .is_some_and(|target| target.kind.is_short());
    link.kind == HostKind::Other
        && !redirect.is_some_and(|redirect| redirect.certain)
        && !short_target
}

/// Whether the link shows one of the municipality's own accounts, as far as
/// the address names the account.
fn is_own_account(link: &Link, settings: &Settings) -> bool {
    let platform = match registrable(&link.host) {
        "x.com" | "twitter.com" => Platform::X,
        "facebook.com" | "fb.com" => Platform::Facebook,
        "instagram.com" | "threads.net" | "threads.com" => Platform::Instagram,
        "line.me" => Platform::Line,
        _ => return false,
    };
    let segments: Vec<&str> = link.url.path_segments().into_iter().flatten().collect();
    let named = match (platform, &segments[..]) {
        // line.me/R/ti/p/@account, page.line.me/account
        (Platform::Line, ["R", "ti", "p", account, ..] | ["ti", "p", account, ..]) => account,
        (_, [account, ..]) => account,
        _ => return false,
    };
    let named = named.strip_prefix("%40").unwrap_or(named);
    account::is_official(named.trim_start_matches('@'), Some(platform), settings)
}

fn message(host: &str) -> Message {
    Message::new(
        format!(
            "第三者のサイト（{host}）へのリンクです。内容が信頼できるか、今後変わるおそれがないかを確かめてください。"
        ),
        format!(
            "This links to a third party's site ({host}). Make sure that its content can be trusted and is not likely to change."
        ),
    )
}
