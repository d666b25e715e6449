//! Posting from an account that is not among the municipality's official ones.

use super::account::{handle, is_official, official};
use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::UnofficialAccount,
    finds: || {
        Message::new(
            "設定に登録した公式アカウントではないアカウントからの投稿。公式アカウントが登録されているときだけ確かめます。",
            "Posts from an account that is not among the official accounts in the settings. Checked only where official accounts are listed.",
        )
    },
    why: || {
        Message::new(
            "自治体の情報は、組織が管理する公式アカウントから発信しないと、本物かどうかを読む人が確かめられません。個人のアカウントとの取り違えも起きています。",
            "Readers can trust a municipality's information only from an account that the organisation runs. Posts have gone out from the wrong account by mistake.",
        )
    },
    examples: &[
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"tanaka1985","settings":{"officialAccounts":{"x":["city"]}}}"#,
        r#"{"text":"市民まつりを開催します。","account":"tanaka1985","settings":{"officialAccounts":{"x":["city"],"line":["@city"]}}}"#,
    ],
    near_misses: &[
        "市民まつりを開催します。",
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"@City","settings":{"officialAccounts":{"x":["city"]}}}"#,
        // Which accounts are official, nobody said.
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"city"}"#,
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"city","settings":{"officialAccounts":{"line":["@city"]}}}"#,
        r#"{"text":"市民まつりを開催します。","platform":"x","settings":{"officialAccounts":{"x":["city"]}}}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let platform = context.post.platform;
    let Some(acting) = handle(context.post.account.as_deref()) else {
        return;
    };
    let named = official(platform, context.settings).next().is_some();
    if named && !is_official(acting, platform, context.settings) {
        hits.push(of_context(
            Concern::UnofficialAccount,
            Strength::Strong,
            Message::new(
                format!(
                    "@{acting} は、公式アカウントとして登録されていません。公式アカウントに切り替えてから投稿してください。"
                ),
                format!(
                    "@{acting} is not registered as an official account. Switch to the official account before you post."
                ),
            ),
        ));
    }
}
