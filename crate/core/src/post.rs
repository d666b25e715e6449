use serde::{Deserialize, Serialize};

/// What is about to be published, with its context.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Post {
    /// The caller's name for the post, given back in the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The text as the platform will send it, lines joined by `\n`.
    pub text: String,
    /// Where it will appear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<Platform>,
    /// Where on the platform.
    #[serde(default)]
    pub surface: Surface,
    /// The acting account's handle, without `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// When it is sent, and published unless it is scheduled: RFC 3339, e.g.
    /// `2026-11-24T10:00:00+09:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// When the platform will publish it, where it is scheduled: RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled_at: Option<String>,
    /// Handle of the account that it answers, without `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    /// Handle of the account whose post it shows, without `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotes: Option<String>,
    /// Attached pictures and videos.
    #[serde(default)]
    pub media: Vec<Media>,
    /// Whether emergency posting is on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub emergency: bool,
}

/// A platform that Kakunin knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// X, formerly Twitter.
    X,
    /// Facebook and Meta Business Suite.
    Facebook,
    /// Instagram.
    Instagram,
    /// LINE Official Account Manager.
    Line,
}

impl Platform {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::X, Self::Facebook, Self::Instagram, Self::Line];

    /// Its name in files, e.g. `x`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::X => "x",
            Self::Facebook => "facebook",
            Self::Instagram => "instagram",
            Self::Line => "line",
        }
    }
}

/// Where on the platform a post is written.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// A post of one's own; parts of a thread too.
    #[default]
    Post,
    /// An answer to somebody's post.
    Reply,
    /// A post that shows somebody's post.
    Quote,
    /// A message that only its recipient sees.
    DirectMessage,
    /// A message to all friends of an account.
    Broadcast,
    /// One-to-one chat of an official account.
    Chat,
    /// A comment under a post.
    Comment,
    /// The account's own description.
    Profile,
}

/// An attached picture or video.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// Its alternative text, if any.
    #[serde(default)]
    pub alt: String,
    /// Whether its file says where it was taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub located: bool,
    /// What the QR codes in it say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qr_codes: Vec<String>,
}

/// Kinds of attached media.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MediaKind {
    /// A still picture.
    Image,
    /// A video.
    Video,
    /// An animated picture.
    Gif,
}
