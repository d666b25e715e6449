//! Pictures whose file says where they were taken.

use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::ImageLocation,
    finds: || {
        Message::new(
            "撮影場所（GPS の位置情報）が記録されている画像ファイル。",
            "Image files that carry the place where they were taken (GPS data).",
        )
    },
    why: || {
        Message::new(
            "画像の位置情報から、撮影した人や写っている人の自宅や立ち寄り先が分かることがあります。",
            "The place in an image's data can tell where those live who took it or are in it.",
        )
    },
    examples: &[
        r#"{"text":"紅葉が見頃です。","media":[{"kind":"image","alt":"紅葉","located":true}]}"#,
        r#"{"text":"","media":[{"kind":"image"},{"kind":"image","located":true}]}"#,
    ],
    near_misses: &[
        r#"{"text":"紅葉が見頃です。","media":[{"kind":"image","alt":"紅葉"}]}"#,
        "撮影場所は市民公園です。",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let media = &context.post.media;
    let located = media.iter().filter(|media| media.located).count();
    if located == 0 {
        return;
    }
    hits.push(of_context(
        Concern::ImageLocation,
        Strength::Strong,
        Message::new(
            format!(
                "撮影場所の位置情報が入っている画像が{located}点あります。位置情報を消した画像に差し替えるか、公開してよい場所か確かめてください。"
            ),
            format!(
                "Images that carry the place where they were taken: {located}. Replace them by copies without it, or make sure that the place may be known."
            ),
        ),
    ));
}
