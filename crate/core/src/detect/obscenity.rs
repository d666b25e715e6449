//! Sexual wording and solicitation.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Obscenity,
    finds: || {
        Message::new(
            "性的な言葉や誘い。伏せ字も見つけます。検診や性教育、防犯のお知らせで使う正式な用語は含みません。",
            "Sexual wording and solicitation, masked forms too. The proper terms of notices on health, sex education and crime prevention don't count.",
        )
    },
    why: || {
        Message::new(
            "わいせつな表現は公序良俗に反し、自治体の信用を失わせます。",
            "Obscene wording offends public decency and costs the municipality its good name.",
        )
    },
    examples: &[
        "エロ画像送って",
        "今夜やらせてくれる人いない？",
        "ち○こ",
        "セフレ募集中",
    ],
    near_misses: &[
        "乳がん検診のお知らせ",
        "ちんちん電車が走ります",
        "性教育講座を開催します",
        "盗撮は犯罪です。見かけたら110番",
        "ピエロのショー",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::Obscenity, message, hits);
}

fn message(_topic: &str) -> Message {
    Message::new(
        "性的な表現です。投稿しないでください。健康や防犯のお知らせであれば、正式な用語に改めてください。",
        "This is sexual wording. Don't post it. In a notice on health or crime prevention, use the proper term.",
    )
}
