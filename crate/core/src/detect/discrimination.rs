//! Slurs, and groups of people that are shut out or put down.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Discrimination,
    finds: || {
        Message::new(
            "人種、国籍、出身、障害、性別、職業などを理由に、人を締め出す、見下す、決めつける表現と差別語。伏せ字やはっきり名指ししない言い方も見つけます。差別をなくす呼びかけや、差別の例としての引用は含みません。",
            "Wording that shuts people out, looks down on them or prejudges them by race, nationality, origin, disability, sex, occupation and the like, and slurs; masked and indirect forms too. Calls against discrimination, and quotations as examples of it, don't count.",
        )
    },
    why: || {
        Message::new(
            "人種、国籍、出身、障害、性別、職業などで人を差別する投稿は、人権を傷つけ、自治体への信頼を失わせます。",
            "A post that discriminates by race, nationality, origin, disability, sex or occupation hurts people's rights and the trust in the municipality.",
        )
    },
    examples: &[
        "ベトナムの人が増えて夜歩けなくなりました",
        "精神科に通っている人は入居をご遠慮ください",
        "外国人は国へ帰れ",
        "あの町の人間は信用できない",
        "障害者のくせに文句を言うな",
        "これだから女は困る",
        "この池沼がまた来た",
        "ガ○ジは黙ってろ",
        "生活保護受給者は税金泥棒",
    ],
    near_misses: &[
        "「外国人は出ていけ」といったヘイトスピーチは許されません。",
        "部落差別の解消に向けた講演会を開催します。",
        "支那そばの名店が出店します",
        "ちびっこ相撲大会",
        "障害者差別解消法をご存じですか",
        "外国人の方は在留カードをお持ちください。",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::Discrimination, message, hits);
}

fn message(topic: &str) -> Message {
    match topic {
        "slur" => Message::new(
            "人を差別する言葉です。使わない書き方に改めてください。",
            "This word discriminates against people. Put it another way.",
        ),
        "exclusion" => Message::new(
            "特定の人々を締め出す言い方です。投稿しないでください。",
            "This shuts a group of people out. Don't post it.",
        ),
        "contempt" => Message::new(
            "特定の人々をひとまとめに見下す言い方です。事実だけを、誰も傷つけない言葉で書いてください。",
            "This looks down on a whole group of people. State facts only, in words that hurt nobody.",
        ),
        _ => Message::new(
            "性別による決めつけに読めます。性別によらない書き方に改めてください。",
            "This reads as a prejudice about sex. Write it without regard to sex.",
        ),
    }
}
