//! What the content script, the frame and the worker say to each other; the
//! other side is `extension/content/protocol.ts`.

use kakunin_core::{Message, Post, Report};
use serde::{Deserialize, Serialize};

use crate::journal::Entry;
use crate::language::Language;

/// Number of a compose box within its page.
pub type BoxId = u32;

/// From the content script to the frame.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ToFrame {
    /// Asks about a box's present post.
    Check {
        #[serde(rename = "box")]
        id: BoxId,
        request: u32,
        post: Post,
    },
    /// The boxes of the send that the operator is at, in their order.
    Boxes {
        boxes: Vec<BoxId>,
        /// Whether nobody has seen them on the platform's own page.
        unverified: bool,
    },
    /// A send was held because of these boxes.
    Held,
    /// A send of these boxes goes.
    Sending,
    /// The editor did not take a repair.
    NotReplaced {
        #[serde(rename = "box")]
        id: BoxId,
    },
}

/// From the frame to the content script.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum FromFrame {
    /// The engine answers from now on.
    Ready,
    /// The answer to a question.
    Answer {
        #[serde(rename = "box")]
        id: BoxId,
        request: u32,
        #[serde(flatten)]
        answer: Answer,
    },
    /// Put `with` in the place of a span, where it still says `was`.
    Replace {
        #[serde(rename = "box")]
        id: BoxId,
        start: usize,
        end: usize,
        was: String,
        with: String,
    },
    /// Show a place in the text.
    Point {
        #[serde(rename = "box")]
        id: BoxId,
        start: usize,
        end: usize,
    },
    /// Show none any more.
    Unpoint,
    /// Do the send that was held.
    Release,
    /// The panel's height in CSS pixels; 0 hides it.
    Size { height: f64 },
    /// Put the focus back into a box.
    Leave {
        #[serde(rename = "box")]
        id: BoxId,
    },
}

/// To the worker.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ToWorker {
    /// From the content script: asks about a post, where there is no frame.
    Check { post: Post },
    /// From the content script: a send of these posts goes, where there is no
    /// frame.
    Sending { posts: Vec<Post> },
    /// From the content script: how much of the page it can see.
    Sight { sight: Sight },
    /// From the frame: these posts may go, and that is recorded.
    Release {
        posts: Vec<Post>,
        entries: Vec<Entry>,
    },
    /// From Kakunin's own pages: turns emergency posting on, with the reason,
    /// or off.
    Emergency { reason: Option<String> },
}

/// How much of a page the content script can see.
#[derive(Serialize, Deserialize)]
pub struct Sight {
    /// The platform's id.
    pub platform: String,
    /// The page's address without its query.
    pub page: String,
    /// What was not found where it should be.
    pub missing: Vec<Part>,
}

/// A part of a compose box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The box itself: only the generic search found it.
    Box,
    /// The control that sends.
    Send,
    /// The acting account.
    Account,
}

/// From the worker to the content script.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum FromWorker {
    /// The network guard stopped a request.
    Cancelled { summary: String },
}

/// What the content script needs to know about a post.
#[derive(Serialize)]
pub struct Answer {
    /// Whether the send waits.
    pub hold: bool,
    /// The report, where the post could be checked.
    pub report: Option<Report>,
    /// One line for the operator, for where the panel can't be shown.
    pub summary: String,
}

impl Answer {
    /// From a report, or from why there is none.
    pub fn new(outcome: &Result<Report, Message>, hold: bool, language: Language) -> Self {
        match outcome {
            Ok(report) => Self {
                hold,
                summary: summary(report, language),
                report: Some(report.clone()),
            },
            Err(reason) => Self {
                hold,
                report: None,
                summary: language.of(reason).to_owned(),
            },
        }
    }
}

fn summary(report: &Report, language: Language) -> String {
    let strictest = report.findings.iter().map(|finding| finding.action).max();
    let lines: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| Some(finding.action) == strictest)
        .map(|finding| match &finding.text {
            Some(text) => format!("「{text}」{}", language.of(&finding.message)),
            None => language.of(&finding.message).to_owned(),
        })
        .collect();
    lines.join("\n")
}
