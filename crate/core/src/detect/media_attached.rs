//! Pictures and videos: who is in them and who made them, no text says.

use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, MediaKind, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::MediaAttached,
    finds: || {
        Message::new(
            "画像や動画が添付されていること。中身は見ずに、添付の有無で確かめます。",
            "That pictures or videos are attached. What they show is not looked at.",
        )
    },
    why: || {
        Message::new(
            "画像や動画には、写っている人の肖像権やプライバシー、作った人の著作権があり、文章だけでは確かめられません。",
            "Pictures and videos carry the rights of those who are in them and of those who made them, which no text shows.",
        )
    },
    examples: &[
        r#"{"text":"運動会の様子です。","media":[{"kind":"image","alt":"玉入れ"}]}"#,
        r#"{"text":"","media":[{"kind":"video"},{"kind":"gif"}]}"#,
    ],
    near_misses: &[
        "写真はホームページに掲載しています。",
        r#"{"text":"動画を公開しました。","media":[]}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let media = &context.post.media;
    if media.is_empty() {
        return;
    }
    let videos = media
        .iter()
        .filter(|media| media.kind == MediaKind::Video)
        .count();
    let images = media.len() - videos;
    let (ja, en) = match (images, videos) {
        (_, 0) => (format!("画像{images}点"), counted(images, "image")),
        (0, _) => (format!("動画{videos}点"), counted(videos, "video")),
        _ => (
            format!("画像{images}点と動画{videos}点"),
            format!(
                "{} and {}",
                counted(images, "image"),
                counted(videos, "video")
            ),
        ),
    };
    hits.push(of_context(
        Concern::MediaAttached,
        Strength::Strong,
        Message::new(
            format!(
                "{ja}を添付しています。写っている人の了解、著作権、写り込んだ個人情報や位置情報を確かめてください。"
            ),
            format!(
                "{en} attached. Check the consent of those shown, the copyright, and personal data or places in view."
            ),
        ),
    ));
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
