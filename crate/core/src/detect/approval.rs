//! The approval that every post needs. Asked only where the post's acting
//! account is known: a bare text is judged as a text.

use super::every_post::ask;
use super::{Context, Detector, Hit};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Approval,
    finds: || {
        Message::new(
            "決裁（了承）が必要な投稿であること。文面からは分からないので、どの投稿でも確かめます。投稿するアカウントが分かるときだけです。",
            "That the post needs approval. No text shows whether it was given, so it is asked of every post where the posting account is known.",
        )
    },
    why: || {
        Message::new(
            "投稿は自治体の公式な発信です。責任者が内容を確かめてから出すことで、誤りや不適切な発信を防ぎます。",
            "A post is the municipality's official word. That somebody responsible has seen it keeps mistakes from going out.",
        )
    },
    examples: &[
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"city"}"#,
        r#"{"text":"市民まつりを開催します。","surface":"broadcast","platform":"line","account":"@city"}"#,
    ],
    near_misses: &[
        "市民まつりを開催します。",
        r#"{"text":"市民まつりを開催します。","platform":"x","account":""}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let message = Message::new(
        "この投稿の内容について、所属長などの責任者の決裁（了承）を受けていることを確かめてください。",
        "Make sure that the person in charge has approved what this post says.",
    );
    ask(context, Concern::Approval, message, hits);
}
