//! Abuse, threats and contempt, open or polite.

use super::{Context, Detector, Hit, speech};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Insult,
    finds: || {
        Message::new(
            "人をののしる、脅す、死を望む、見下す表現。伏せ字、当て字、間に記号を入れた書き方や、丁寧な言葉による皮肉も見つけます。いじめや中傷を防ぐ呼びかけの中の引用は含みません。",
            "Wording that abuses, threatens, wishes death or shows contempt; masked, respelt or split forms and polite sarcasm too. Quotations in notices against bullying and abuse don't count.",
        )
    },
    why: || {
        Message::new(
            "誹謗中傷や侮蔑は相手を傷つけ、自治体の発言として拡散されます。",
            "Abuse and contempt hurt people and spread as the municipality's own words.",
        )
    },
    examples: &[
        "読解力ゼロの人が多すぎる",
        "死ねよ",
        "し・ね",
        "お前はバカか",
        "ば○か",
        "無能な課長",
        "文句ばかり言う住民には困ったものです。",
        "ちゃんと書いてありますよ。読めないんですか？",
        "税金泥棒は辞めろ",
    ],
    near_misses: &[
        "リサイクルにご協力ください。",
        "ピエロのショーとマグロの解体",
        "カスタマイズできます",
        "「死ね」「バカ」などの言葉は心を深く傷つけます。",
        "ゴミの分別にご協力を",
        "親バカ写真コンテスト",
        "アホウドリの保護",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    speech::detect(context, Concern::Insult, message, hits);
}

fn message(topic: &str) -> Message {
    match topic {
        "threat" => Message::new(
            "人を脅す、または死を望む言葉です。投稿しないでください。",
            "This threatens somebody or wishes them dead. Don't post it.",
        ),
        "abuse" => Message::new(
            "人を侮辱する言葉です。削除するか、書き方を改めてください。",
            "This insults somebody. Delete it or put it another way.",
        ),
        _ => Message::new(
            "住民や相手を見下した言い方に読めます。事実だけを丁寧に書いてください。",
            "This reads as contempt for residents or others. State the facts politely.",
        ),
    }
}
