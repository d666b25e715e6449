//! Hearsay, and news that doubts itself.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Rumour,
    finds: || {
        Message::new(
            "「噂によると」「らしい」「真偽不明」「拡散希望」など、確かめていないことを広める言い方。デマへの注意の呼びかけや、出所のはっきりした情報は含みません。",
            "Wording that spreads what nobody has confirmed: it is said, apparently, unverified, please share. Warnings against false rumours, and information with a clear source, don't count.",
        )
    },
    why: || {
        Message::new(
            "噂や確認できていない情報を自治体が流すと、事実として広まり、取り消せません。",
            "Rumours from a municipality spread as facts and can't be taken back.",
        )
    },
    examples: &[
        "噂によると駅前に大型店ができるらしいです",
        "真偽不明ですが、断水が起きているそうです",
        "【拡散希望】ライオンが逃げたらしい！",
    ],
    near_misses: &[
        "桜が見頃を迎えたそうです🌸",
        "災害時はデマにご注意ください。",
        "噂のスイーツが登場！",
        "気象台によると、明日は大雪になるとのことです。",
        "春らしい陽気になりました",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::Rumour, message, hits);
}

fn message(_topic: &str) -> Message {
    Message::new(
        "確かめられていない情報に読めます。出所を確認し、確かな事実だけを書いてください。",
        "This reads as unconfirmed. Check the source and state confirmed facts only.",
    )
}
