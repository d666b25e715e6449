//! Posting from a machine that the municipality does not manage. Asked only
//! where the post's acting account is known: a bare text is judged as a text.

use super::every_post::ask;
use super::{Context, Detector, Hit};
use crate::{Concern, Message};

pub const DETECTOR: Detector = Detector {
    concern: Concern::UnmanagedDevice,
    finds: || {
        Message::new(
            "自治体が管理する端末として設定されていない端末からの投稿。投稿するアカウントが分かるときだけ確かめます。",
            "Posting from a machine that is not set up as one that the municipality manages. Asked only where the posting account is known.",
        )
    },
    why: || {
        Message::new(
            "私物や共用の端末は、紛失、盗難、ウイルスなどで公式アカウントを乗っ取られるおそれがあります。",
            "From a private or shared machine the official account may be taken over through loss, theft or malware.",
        )
    },
    examples: &[
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"city"}"#,
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"city","settings":{"managedDevice":false}}"#,
    ],
    near_misses: &[
        "市民まつりを開催します。",
        r#"{"text":"市民まつりを開催します。","platform":"x","account":"city","settings":{"managedDevice":true}}"#,
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    if context.settings.managed_device {
        return;
    }
    let message = Message::new(
        "この端末は、自治体が管理する端末として登録されていません。投稿に使ってよい端末であることを確かめてください。",
        "This machine is not registered as one that the municipality manages. Make sure that it may be used for posting.",
    );
    ask(context, Concern::UnmanagedDevice, message, hits);
}
