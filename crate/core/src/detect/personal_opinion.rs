//! The writer's own opinion, mood or private life.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::PersonalOpinion,
    finds: || {
        Message::new(
            "職員個人の意見、気分、私生活、職場への不満と読める文。アカウントを取り違えた投稿に多い書き方です。",
            "Sentences that read as the writer's own opinion, mood, private life or complaint about work, as they appear in posts from the wrong account.",
        )
    },
    why: || {
        Message::new(
            "公式アカウントでの個人的な意見や近況は、自治体の見解と受け取られます。",
            "A private opinion or mood on an official account is taken for the municipality's view.",
        )
    },
    examples: &[
        "個人的にはこの計画に反対です。",
        "眠い。早く帰りたい",
        "今日の上司ムカつく",
    ],
    near_misses: &[
        "花火大会を開催したいと思います。",
        "疲れたときは休憩をとりましょう",
        "個人的な事情により辞退する場合はご連絡ください。",
        "正直な商売の老舗",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::PersonalOpinion, message, hits);
}

fn message(topic: &str) -> Message {
    match topic {
        "opinion" => Message::new(
            "個人的な意見に読めます。自治体の公式の見解だけを書いてください。",
            "This reads as a private opinion. State the municipality's official position only.",
        ),
        "politics" => Message::new(
            "政治的な意見に読めます。公式アカウントには投稿しないでください。",
            "This reads as a political opinion. Don't post it on an official account.",
        ),
        "mood" => Message::new(
            "個人の気分のつぶやきに読めます。投稿するアカウントを確かめてください。",
            "This reads as a private mood. Check which account you are posting from.",
        ),
        "life" => Message::new(
            "私生活の話に読めます。投稿するアカウントを確かめてください。",
            "This reads as private life. Check which account you are posting from.",
        ),
        _ => Message::new(
            "職場への不満に読めます。投稿するアカウントを確かめてください。",
            "This reads as a complaint about work. Check which account you are posting from.",
        ),
    }
}
