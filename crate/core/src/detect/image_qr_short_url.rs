//! QR codes in pictures that lead through a shortened URL.

use super::every_post::of_context;
use super::{Context, Detector, Hit, short_url};
use crate::{Concern, Message, Strength, Text, link};

pub const DETECTOR: Detector = Detector {
    concern: Concern::ImageQrShortUrl,
    finds: || {
        Message::new(
            "添付した画像のQRコードに入っている短縮URL。",
            "Shortened URLs in the QR codes of attached images.",
        )
    },
    why: || {
        Message::new(
            "QRコードは読み取るまでリンク先が見えません。短縮URLが入っていると、読み取っても本当の行き先が分かりません。",
            "Nobody sees where a QR code leads before scanning it; with a shortened URL in it, not even after.",
        )
    },
    examples: &[
        r#"{"text":"申込みはQRコードから","media":[{"kind":"image","alt":"QRコード","qr_codes":["https://bit.ly/3xyz"]}]}"#,
        r#"{"text":"","media":[{"kind":"image","qr_codes":["https://www.city.nagasaki.lg.jp/","HTTPS://LIN.EE/AbCdEf"]}]}"#,
    ],
    near_misses: &[
        r#"{"text":"申込みはQRコードから","media":[{"kind":"image","qr_codes":["https://www.city.nagasaki.lg.jp/bosai"]}]}"#,
        r#"{"text":"申込みはQRコードから","media":[{"kind":"image"}]}"#,
        r#"{"text":"","media":[{"kind":"image","qr_codes":["WIFI:S:city;T:WPA;;"]}]}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    for code in context.post.media.iter().flat_map(|media| &media.qr_codes) {
        let text = Text::new(code);
        for link in link::find(&text, context.settings) {
            if let Some((strength, reason)) = short_url::judge(&link, context.post.platform) {
                hits.push(hit(link.url.as_str(), strength, &reason));
            }
        }
    }
}

fn hit(url: &str, strength: Strength, reason: &Message) -> Hit {
    of_context(
        Concern::ImageQrShortUrl,
        strength,
        Message::new(
            format!("画像のQRコードのリンク先は {url} です。{}", reason.ja),
            format!("A QR code in an image leads to {url}. {}", reason.en),
        ),
    )
}
