//! Cues that somebody else's work is used.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::CopyrightCue,
    finds: || {
        Message::new(
            "新聞記事、テレビ画面、歌詞、アニメのキャラクター、ネットで見つけた画像など、他人の著作物を使ったことをうかがわせる文。許諾を得たと書かれたものは含みません。",
            "Sentences which suggest that somebody else's work is used: newspaper articles, TV screens, lyrics, anime characters, pictures found on the net. Those which say that leave was given don't count.",
        )
    },
    why: || {
        Message::new(
            "他人の著作物は、許諾や正しい引用がなければ使えません。",
            "Other people's works may be used only with leave or as proper quotations.",
        )
    },
    examples: &[
        "話題のキャラのイラストを真似して描きました",
        "ネットで見つけた画像を使いました",
        "新聞記事の写真を撮って載せました",
        "拾い画です",
    ],
    near_misses: &[
        "作者の許諾を得て掲載しています",
        "申請画面のスクリーンショットを添付してください",
        "歌詞を募集します",
        "アニメ映画の上映会を開催",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::CopyrightCue, message, hits);
}

fn message(_topic: &str) -> Message {
    Message::new(
        "他人の著作物を使っているように読めます。許諾を得ているか、引用の要件を満たすか確かめてください。",
        "This seems to use somebody else's work. Check that you have leave, or that it is a proper quotation.",
    )
}
