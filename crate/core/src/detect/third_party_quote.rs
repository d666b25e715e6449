//! Posts that show somebody else's post.

use super::account::{Whose, whose};
use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Surface};

pub const DETECTOR: Detector = Detector {
    concern: Concern::ThirdPartyQuote,
    finds: || {
        Message::new(
            "ほかのアカウントの投稿の引用。自分の投稿や公式アカウントの投稿の引用は含みません。",
            "Quotes of other accounts' posts. Quotes of one's own posts and of official accounts don't count.",
        )
    },
    why: || {
        Message::new(
            "第三者の投稿を引用すると、その内容を自治体が認めたものと受け取られ、引用した後に内容が変わることもあります。",
            "A quoted post is taken as having the municipality's approval, and it may change after it was quoted.",
        )
    },
    examples: &[
        r#"{"text":"紹介していただきました。","surface":"quote"}"#,
        r#"{"text":"紹介していただきました。","surface":"quote","account":"city","quotes":"newspaper"}"#,
        r#"{"text":"紹介していただきました。","account":"city","quotes":"newspaper"}"#,
    ],
    near_misses: &[
        "「公園がきれいになった」との投稿をいただきました。",
        r#"{"text":"再度お知らせします。","surface":"quote","account":"city","quotes":"City"}"#,
        r#"{"text":"消防本部からです。","surface":"quote","platform":"x","account":"city","quotes":"city_fire","settings":{"officialAccounts":{"x":["@city","@city_fire"]}}}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let message = match whose(context, context.post.quotes.as_deref()) {
        Whose::Other(handle) => Message::new(
            format!(
                "@{handle} の投稿を引用しています。内容が信頼できるか、今後変わるおそれがないかを確かめてください。"
            ),
            format!(
                "This shows a post of @{handle}. Make sure that its content can be trusted and is not likely to change."
            ),
        ),
        Whose::Unknown if context.post.surface == Surface::Quote => Message::new(
            "ほかの投稿を引用しています。第三者の投稿であれば、内容が信頼できるか、今後変わるおそれがないかを確かめてください。",
            "This shows another post. If it is a third party's, make sure that its content can be trusted and is not likely to change.",
        ),
        _ => return,
    };
    hits.push(of_context(
        Concern::ThirdPartyQuote,
        Strength::Strong,
        message,
    ));
}
