//! Links that no municipality may post: obscene sites, online casinos, code,
//! programs to download.

use url::Host;

use super::{Context, Detector, Hit};
use crate::host::{HostKind, is_harmful};
use crate::link::Link;
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::HarmfulLink,
    finds: || {
        Message::new(
            "わいせつなサイト、オンラインカジノなどの有害なサイト、公式でないサイトから直接ダウンロードさせるプログラム、開くとプログラムが動くアドレスへのリンク。",
            "Links to obscene sites, online casinos and other harmful sites, to programs offered for download outside official sites, and addresses that run code when opened.",
        )
    },
    why: || {
        Message::new(
            "わいせつなサイト、違法なオンラインカジノ、不正なプログラムなどへのリンクは、読む人に損害を与えるおそれがあります。",
            "Links to obscene sites, illegal online casinos or dubious programs may harm those who follow them.",
        )
    },
    examples: &[
        "https://www.pornhub.com/",
        "https://example.xxx/",
        "https://stake.com/ja",
        "https://example.casino/",
        "https://example.com/setup.exe",
        "http://203.0.113.24/update.exe",
        "javascript:alert(1)",
        "data:text/html,<b>a</b>",
        "https://www.google.com/url?q=https%3A%2F%2Fexample.porn%2F",
    ],
    near_misses: &[
        "https://www.city.nagasaki.lg.jp/tool/setup.exe",
        "https://www.example.com/setup.exe.html",
        "https://www.mhlw.go.jp/adult.html",
        "https://stakeholders.com/",
        "JavaScript: 入門講座",
        "data: 2026年11月、速報値",
        "https://www.city.nagasaki.lg.jp/file/1.pdf",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    for link in context.links {
        if let Some((strength, message)) = judge(link) {
            hits.push(Hit {
                concern: Concern::HarmfulLink,
                span: Some(link.span.clone()),
                strength,
                message,
                fixes: Vec::new(),
            });
        }
    }
}

fn judge(link: &Link) -> Option<(Strength, Message)> {
    let target = link
        .redirect
        .as_ref()
        .and_then(|redirect| redirect.target.as_ref());
    let (host, url, kind) = match target {
        Some(target) if harm_of_host(&target.host).is_some() => {
            (&target.host, &target.url, target.kind)
        }
        _ => (&link.host, &link.url, link.kind),
    };
    if matches!(url.scheme(), "javascript" | "vbscript" | "data") {
        return Some((Strength::Strong, code(url.scheme())));
    }
    if let Some(strength) = harm_of_host(host) {
        return Some((strength, site(host)));
    }
    let trusted = matches!(kind, HostKind::Official | HostKind::Allowed);
    let file = url.path().rsplit('/').next().unwrap_or_default();
    // Nobody who offers a program to the public does so from a bare address.
    let strength = match url.host() {
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => Strength::Strong,
        _ => Strength::Weak,
    };
    (!trusted && is_program(file)).then(|| (strength, program(host)))
}

/// How sure the host alone tells harm.
fn harm_of_host(host: &str) -> Option<Strength> {
    let tld = host.rsplit('.').next().unwrap_or_default();
    match tld {
        _ if is_harmful(host) => Some(Strength::Strong),
        "adult" | "porn" | "sex" | "sexy" | "xxx" => Some(Strength::Strong),
        "bet" | "casino" | "poker" => Some(Strength::Weak),
        _ => None,
    }
}

fn is_program(file: &str) -> bool {
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    matches!(
        extension.to_ascii_lowercase().as_str(),
        "apk"
            | "bat"
            | "cmd"
            | "dmg"
            | "exe"
            | "hta"
            | "iso"
            | "jar"
            | "lnk"
            | "msi"
            | "msix"
            | "pkg"
            | "ps1"
            | "scr"
            | "vbs"
            | "wsf"
    )
}

fn site(host: &str) -> Message {
    Message::new(
        format!(
            "わいせつなサイトやオンラインカジノなど、有害なサイト（{host}）へのリンクです。削除してください。"
        ),
        format!(
            "This links to a harmful site ({host}), such as an obscene one or an online casino. Remove it."
        ),
    )
}

fn code(scheme: &str) -> Message {
    Message::new(
        format!(
            "ページを開くのではなくプログラムを動かす書き方（{scheme}:）です。削除してください。"
        ),
        format!("This ({scheme}:) runs a program instead of opening a page. Remove it."),
    )
}

fn program(host: &str) -> Message {
    Message::new(
        format!(
            "{host} からプログラムを直接ダウンロードさせるリンクです。配布元の説明ページへのリンクに替えてください。"
        ),
        format!(
            "This makes readers download a program from {host}. Link to the page that explains it instead."
        ),
    )
}
