//! Answers to somebody's post: replies and comments, but not the parts of a
//! thread.

use super::account::{Whose, whose};
use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Surface};

pub const DETECTOR: Detector = Detector {
    concern: Concern::Reply,
    finds: || {
        Message::new(
            "ほかの人の投稿への返信やコメント。自分の投稿の続きや、公式アカウントどうしの返信は含みません。",
            "Replies and comments to somebody's post. Continuations of one's own posts, and replies between official accounts, don't count.",
        )
    },
    why: || {
        Message::new(
            "返信は自治体の公式な回答として受け取られ、特定の人とのやり取りが全員に見えたまま続くことがあります。",
            "A reply is taken as the municipality's official answer, and the exchange with one person goes on in front of everybody.",
        )
    },
    examples: &[
        r#"{"text":"お問い合わせありがとうございます。","surface":"reply"}"#,
        r#"{"text":"ご意見ありがとうございます。","surface":"comment","account":"city","reply_to":"citizen"}"#,
        r#"{"text":"担当課で確認します。","account":"city","reply_to":"citizen"}"#,
    ],
    near_misses: &[
        "@city_library の新着図書をご紹介します。返信はできません。",
        r#"{"text":"続きです。","surface":"reply","account":"city","reply_to":"@City"}"#,
        r#"{"text":"消防本部からのお知らせです。","surface":"reply","platform":"x","account":"city","reply_to":"city_fire","settings":{"officialAccounts":{"x":["city","city_fire"]}}}"#,
        r#"{"text":"こんにちは。","surface":"direct-message","reply_to":"citizen"}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    if is_reply(context) {
        let message = match whose(context, context.post.reply_to.as_deref()) {
            Whose::Other(handle) => Message::new(
                format!(
                    "@{handle} への返信です。自治体の公式な回答として受け取られます。返信してよい場合かを確かめてください。"
                ),
                format!(
                    "This is a reply to @{handle}. It is taken as the municipality's official answer. Check whether a reply is allowed here."
                ),
            ),
            _ => Message::new(
                "返信です。自治体の公式な回答として受け取られます。返信してよい場合かを確かめてください。",
                "This is a reply. It is taken as the municipality's official answer. Check whether a reply is allowed here.",
            ),
        };
        hits.push(of_context(Concern::Reply, Strength::Strong, message));
    }
}

/// Whether the post answers somebody else, as far as is known.
pub fn is_reply(context: &Context<'_>) -> bool {
    let answers = match context.post.surface {
        Surface::Reply | Surface::Comment => true,
        Surface::Post | Surface::Quote => false,
        Surface::DirectMessage | Surface::Broadcast | Surface::Chat | Surface::Profile => {
            return false;
        }
    };
    match whose(context, context.post.reply_to.as_deref()) {
        Whose::Own => false,
        Whose::Unknown => answers,
        Whose::Other(_) => true,
    }
}
