//! Whether this is information that this account may publish. Asked only where
//! the post's acting account is known: a bare text is judged as a text. A
//! message to one person publishes nothing.

use super::every_post::ask;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Surface};

pub const DETECTOR: Detector = Detector {
    concern: Concern::AllowedTopic,
    finds: || {
        Message::new(
            "このアカウントで発信してよい情報かどうか。文面からは決められないので、どの投稿でも確かめます。投稿するアカウントが分かるときだけで、相手だけに見えるメッセージは含みません。",
            "Whether this account may publish this information. No text can settle it, so it is asked of every post where the posting account is known; messages that only one person sees don't count.",
        )
    },
    why: || {
        Message::new(
            "アカウントごとに発信してよい情報が決まっており、それ以外の情報を出すと、受け手が混乱し、公式の発信としての信頼も損なわれます。",
            "Each account is for certain information. Anything else confuses its readers and costs it their trust.",
        )
    },
    examples: &[
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"city"}"#,
        r#"{"text":"お答えします。","surface":"comment","platform":"facebook","account":"city"}"#,
    ],
    near_misses: &[
        "市民まつりを開催します。",
        r#"{"text":"お答えします。","surface":"direct-message","platform":"x","account":"city"}"#,
        r#"{"text":"お答えします。","surface":"chat","platform":"line","account":"@city"}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    if matches!(context.post.surface, Surface::DirectMessage | Surface::Chat) {
        return;
    }
    let message = Message::new(
        "この投稿の内容が、このアカウントから発信してよい情報に当たることを確かめてください。",
        "Make sure that this is information which this account may publish.",
    );
    ask(context, Concern::AllowedTopic, message, hits);
}
