//! Images without an alternative text.

use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, MediaKind, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::MissingAltText,
    finds: || {
        Message::new(
            "代替テキスト（ALT）のない画像。動画は含みません。",
            "Images without an alternative text. Videos don't count.",
        )
    },
    why: || {
        Message::new(
            "代替テキストがないと、画面読み上げを使う人に画像の内容が伝わりません。",
            "Without an alternative text, people who use a screen reader don't learn what an image shows.",
        )
    },
    examples: &[
        r#"{"text":"会場の地図です。","media":[{"kind":"image"}]}"#,
        r#"{"text":"会場の地図です。","media":[{"kind":"image","alt":"会場の地図"},{"kind":"image","alt":" 　\n"}]}"#,
        r#"{"text":"","media":[{"kind":"gif","alt":""}]}"#,
    ],
    near_misses: &[
        "会場の地図です。",
        r#"{"text":"会場の地図です。","media":[{"kind":"image","alt":"市役所から会場までの地図"}]}"#,
        // Videos take captions, not this.
        r#"{"text":"動画を公開しました。","media":[{"kind":"video"}]}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let missing = context
        .post
        .media
        .iter()
        .filter(|media| media.kind != MediaKind::Video && media.alt.trim().is_empty())
        .count();
    if missing > 0 {
        hits.push(of_context(
            Concern::MissingAltText,
            Strength::Strong,
            Message::new(
                format!(
                    "代替テキスト（ALT）のない画像が{missing}点あります。画像の内容を説明する文を入れてください。"
                ),
                format!(
                    "Images without an alternative text: {missing}. Add a description of what they show."
                ),
            ),
        ));
    }
}
