//! Calls to unlawful acts, and offers of them.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Incitement,
    finds: || {
        Message::new(
            "暴力や迷惑行為の呼びかけ、飲酒運転や脱税などの違法な行為をすすめる言い方、違法薬物や闇バイトの誘い、自殺をすすめる言い方。防止や注意の呼びかけは含みません。",
            "Calls for violence or harassment, encouragement of unlawful acts such as drink-driving or tax evasion, offers of illegal drugs or criminal jobs, encouragement of suicide. Warnings against them don't count.",
        )
    },
    why: || {
        Message::new(
            "違法な行為をあおる投稿は、住民を危険にさらし、自治体が責任を問われます。",
            "A post that stirs people up to unlawful acts puts them in danger, and the municipality answers for it.",
        )
    },
    examples: &[
        "信号なんて誰も見ていないから渡っちゃえ",
        "みんなで市役所に押しかけよう！",
        "飲酒運転しても大丈夫",
        "大麻売ります。",
        "日給10万、荷物を受け取るだけの仕事です。DMください",
        "税金なんか払わなくていい",
    ],
    near_misses: &[
        "「荷物を受け取るだけ」で高額報酬？それ、闇バイトです。",
        "飲酒運転は絶対にやめましょう。",
        "闇バイトに注意！「高額報酬」「ホワイト案件」にだまされないで",
        "脂肪を燃やそう！エアロビ教室",
        "不法投棄は犯罪です",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::Incitement, message, hits);
}

fn message(topic: &str) -> Message {
    match topic {
        "violence" => Message::new(
            "暴力や迷惑行為を呼びかけています。投稿しないでください。",
            "This calls for violence or harassment. Don't post it.",
        ),
        "call" => Message::new(
            "違法な行為やルール違反をすすめる言い方に読めます。禁止や注意の呼びかけであれば、はっきりそう書いてください。",
            "This reads as encouraging an unlawful act. If it is meant as a warning, say so plainly.",
        ),
        "drug" => Message::new(
            "違法薬物の売買に使われる言い方です。投稿しないでください。",
            "This is wording used to sell illegal drugs. Don't post it.",
        ),
        "job" => Message::new(
            "闇バイトの募集に使われる言い方です。注意の呼びかけであれば、はっきりそう書いてください。",
            "This is wording used to recruit for crimes. If it is meant as a warning, say so plainly.",
        ),
        "suicide" => Message::new(
            "自殺をすすめる、またはほのめかす言い方です。投稿しないでください。",
            "This encourages or hints at suicide. Don't post it.",
        ),
        _ => Message::new(
            "違法な取引や不審なもうけ話に読めます。投稿しないでください。",
            "This reads as an unlawful or dubious offer. Don't post it.",
        ),
    }
}
