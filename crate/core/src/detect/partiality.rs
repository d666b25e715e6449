//! Taking sides in elections, in religion, or for one business.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Partiality,
    finds: || {
        Message::new(
            "特定の候補者や政党の支持または非難、特定の信仰のすすめ、特定の店や商品の宣伝。投票の呼びかけや選挙のお知らせ、行事の案内は含みません。",
            "Support of or attacks on a candidate or party, promotion of a religion, advertising for one shop or product. Calls to vote, election notices and announcements of events don't count.",
        )
    },
    why: || {
        Message::new(
            "自治体は政治、宗教、営利について中立でなければなりません。",
            "A municipality must be neutral in politics, religion and trade.",
        )
    },
    examples: &[
        "○○さんを市長に！応援よろしくお願いします",
        "○○候補に清き一票をお願いします",
        "比例は○○党へ",
        "当店は期間限定セール実施中！ぜひお買い求めください",
        "当教団に入信すれば救われます",
    ],
    near_misses: &[
        "必ず儲かるという投資話にご注意ください",
        "投票に行こう！期日前投票は市役所1階で",
        "清き一票を大切に",
        "お気に入りの作品に投票してください",
        "神社の秋祭り",
        "愛称候補に投票しよう！",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::Partiality, message, hits);
}

fn message(topic: &str) -> Message {
    match topic {
        "election" => Message::new(
            "特定の候補者や政党を支持または非難する表現に読めます。投稿しないでください。",
            "This supports or opposes a candidate or party. Don't post it.",
        ),
        "religion" => Message::new(
            "特定の信仰をすすめる表現に読めます。投稿しないでください。",
            "This promotes a religion. Don't post it.",
        ),
        _ => Message::new(
            "特定の事業者や商品の宣伝に読めます。事業として必要な紹介か確かめてください。",
            "This reads as advertising for one business. Check that the introduction is needed for your work.",
        ),
    }
}
