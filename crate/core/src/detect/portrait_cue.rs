//! Cues that people can be recognised in a picture.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::PortraitCue,
    finds: || {
        Message::new(
            "子どもたちの笑顔や集合写真など、人が写った写真や動画を載せたことをうかがわせる文。本人の同意を得たと書かれたものは含みません。",
            "Sentences which suggest that people can be seen in a picture or video, such as children's smiles or a group photo. Those which say that the people agreed don't count.",
        )
    },
    why: || {
        Message::new(
            "人が写った写真や動画は、本人の同意がなければ肖像権を侵害するおそれがあります。",
            "A picture of people may infringe their portrait rights without their consent.",
        )
    },
    examples: &[
        "園の子たちのかわいい姿をパシャリ📸",
        "園児たちの笑顔を写真でお届けします📷",
        "参加した子どもたちの集合写真です",
    ],
    near_misses: &[
        "写真コンテストの作品を募集します",
        "本人の同意を得て写真を掲載しています",
        "マイナンバーカードの顔写真について",
        "桜の写真をお届けします🌸",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::PortraitCue, message, hits);
}

fn message(_topic: &str) -> Message {
    Message::new(
        "人が写った写真や動画についての投稿に読めます。本人（未成年は保護者）の同意を得ているか確かめてください。",
        "This seems to show people. Check that they, or the parents of minors, have agreed.",
    )
}
