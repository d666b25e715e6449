//! Posting in somebody else's place: under the post of an account that is not
//! the municipality's.

use super::account::{Whose, whose};
use super::every_post::of_context;
use super::reply::is_reply;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::OtherAccount,
    finds: || {
        Message::new(
            "公式アカウントではないアカウントの投稿への書き込み。",
            "Writing under the post of an account that is not an official one.",
        )
    },
    why: || {
        Message::new(
            "ほかの人のアカウントの投稿に書き込むと、自治体が管理できない場所に公式の発言が残ります。",
            "What is written under somebody else's post leaves an official statement where the municipality has no control.",
        )
    },
    examples: &[
        r#"{"text":"市の見解をお伝えします。","surface":"comment","account":"city","reply_to":"newspaper"}"#,
        r#"{"text":"ありがとうございます。","surface":"reply","reply_to":"citizen"}"#,
    ],
    near_misses: &[
        "newspaper の投稿をご覧ください。",
        // Whose post it is, nobody said.
        r#"{"text":"ありがとうございます。","surface":"reply","account":"city"}"#,
        r#"{"text":"続きです。","surface":"reply","account":"city","reply_to":"city"}"#,
        r#"{"text":"続きは図書館から。","surface":"comment","platform":"facebook","account":"city","reply_to":"Library","settings":{"officialAccounts":{"facebook":["city","library"]}}}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    if is_reply(context)
        && let Whose::Other(handle) = whose(context, context.post.reply_to.as_deref())
    {
        hits.push(of_context(
            Concern::OtherAccount,
            Strength::Strong,
            Message::new(
                format!(
                    "@{handle} は公式アカウントではありません。ほかのアカウントの投稿には書き込まず、自分のアカウントから投稿してください。"
                ),
                format!(
                    "@{handle} is not an official account. Don't write under other accounts' posts; post from your own account."
                ),
            ),
        ));
    }
}
