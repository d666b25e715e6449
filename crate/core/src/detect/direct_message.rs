//! Messages that only their recipient sees.

use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Surface};

pub const DETECTOR: Detector = Detector {
    concern: Concern::DirectMessage,
    finds: || {
        Message::new(
            "ダイレクトメッセージや個別のチャットなど、相手だけに見えるメッセージ。友だち全員への配信は含みません。",
            "Messages that only their recipient sees: direct messages and one-to-one chats. Broadcasts to all friends don't count.",
        )
    },
    why: || {
        Message::new(
            "相手だけに見えるメッセージでは、何を伝えたかをほかの人が確かめられず、個人情報のやり取りにもなりやすいからです。",
            "Nobody else can see what a private message said, and it easily turns into an exchange of personal data.",
        )
    },
    examples: &[
        r#"{"text":"お問い合わせの件でご連絡しました。","surface":"direct-message"}"#,
        r#"{"text":"お問い合わせの件でご連絡しました。","surface":"chat","platform":"line"}"#,
    ],
    near_misses: &[
        "ダイレクトメッセージでのお問い合わせは受け付けていません。",
        r#"{"text":"防災訓練のお知らせ","surface":"broadcast","platform":"line"}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let (ja, en) = match context.post.surface {
        Surface::DirectMessage => ("ダイレクトメッセージ", "a direct message"),
        Surface::Chat => ("個別のチャット", "a one-to-one chat"),
        _ => return,
    };
    hits.push(of_context(
        Concern::DirectMessage,
        Strength::Strong,
        Message::new(
            format!(
                "{ja}です。相手だけに見えます。利用してよい場合かを確かめ、個人情報や公表していない情報は書かないでください。"
            ),
            format!(
                "This is {en}: only its recipient sees it. Check whether you may use it, and write no personal or unpublished information."
            ),
        ),
    ));
}
