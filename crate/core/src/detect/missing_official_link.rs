//! Information without a link to an official page. Asked only where the post's
//! acting account is known: a bare text is judged as a text. Answers and
//! messages to one person need no page of their own.

use super::every_post::ask;
use super::reply::is_reply;
use super::{Context, Detector, Hit};
use crate::host::is_official;
use crate::link::{HostKind, Link};
use crate::{Concern, Message, Settings, Surface};

pub const DETECTOR: Detector = Detector {
    concern: Concern::MissingOfficialLink,
    finds: || {
        Message::new(
            "国や自治体の公式サイトへのリンクがない投稿。返信や、相手だけに見えるメッセージは含みません。投稿するアカウントが分かるときだけ確かめます。",
            "Posts without a link to an official site of a public body. Replies and messages that only one person sees don't count. Asked only where the posting account is known.",
        )
    },
    why: || {
        Message::new(
            "ソーシャルメディアを使わない人も同じ情報を得られるように、また正確な内容を確かめられるように、公式サイトへの掲載が必要です。",
            "Those who use no social media must find the same information, and everybody must be able to check it, on the official site.",
        )
    },
    examples: &[
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"city"}"#,
        r#"{"text":"詳しくは https://www.example.com/event へ","platform":"x","account":"city"}"#,
        r#"{"text":"詳しくは https://bit.ly/3xyz へ","surface":"broadcast","platform":"line","account":"@city"}"#,
    ],
    near_misses: &[
        "市民まつりを開催します。",
        r#"{"text":"詳しくは https://www.city.nagasaki.lg.jp/ へ","platform":"x","account":"city"}"#,
        r#"{"text":"警報は気象庁へ https://www.jma.go.jp/bosai/map.html","platform":"x","account":"city"}"#,
        r#"{"text":"詳しくは matsuri.example.jp へ","platform":"x","account":"city","settings":{"officialDomains":["example.jp"],"allowedDomains":["example.jp"]}}"#,
        r#"{"text":"ありがとうございます。","surface":"reply","account":"city","reply_to":"citizen"}"#,
        r#"{"text":"お答えします。","surface":"chat","platform":"line","account":"@city"}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let informs = match context.post.surface {
        Surface::DirectMessage | Surface::Chat | Surface::Profile => false,
        _ => !is_reply(context),
    };
    if !informs
        || context
            .links
            .iter()
            .any(|link| leads_to_official(link, context.settings))
    {
        return;
    }
    let message = Message::new(
        "公式サイトへのリンクがありません。同じ情報を公式サイトに掲載していることを確かめ、できればそのページのURLを添えてください。",
        "There is no link to the official site. Make sure that the same information stands there, and add that page's URL if you can.",
    );
    ask(context, Concern::MissingOfficialLink, message, hits);
}

fn leads_to_official(link: &Link, settings: &Settings) -> bool {
    match link.kind {
        HostKind::Official => true,
        // Allowed says nothing of whose it is.
        HostKind::Allowed => is_official(&link.host, link.url.path(), settings),
        _ => link
            .redirect
            .as_ref()
            .and_then(|redirect| redirect.target.as_ref())
            .is_some_and(|target| target.kind == HostKind::Official),
    }
}
