use kakunin_core::{Action, Concern, Finding, Guideline, Post, Report, Verdict};
use serde::{Deserialize, Serialize};

use crate::text_hash;

/// One line of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// What happened.
    pub event: Event,
    /// When, by this machine's clock: RFC 3339 in UTC.
    pub at: String,
    /// Kakunin's version.
    pub version: String,
    /// About which post, where it is about one.
    #[serde(flatten)]
    pub subject: Subject,
    /// What was said to what held the post.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Given>,
    /// The reason given, or what went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Record {
    /// A line that says what happened and when, and nothing else yet.
    pub fn new(event: Event, at: impl Into<String>, version: impl Into<String>) -> Self {
        Self {
            event,
            at: at.into(),
            version: version.into(),
            subject: Subject::default(),
            answers: Vec::new(),
            reason: None,
        }
    }
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A send was held.
    Held,
    /// A post was released after its questions were answered.
    Answered,
    /// A post was released despite a block, with a reason.
    Overridden,
    /// Emergency posting was turned on.
    EmergencyOn,
    /// Emergency posting was turned off.
    EmergencyOff,
    /// A send went while emergency posting was on.
    Emergency,
    /// A send that would have been held went, since the pilot mode is on.
    Pilot,
    /// A send went that could not be checked (未検査).
    Unchecked,
    /// The network guard stopped a request.
    Cancelled,
    /// A page's box, send control or account was not found as expected.
    Drift,
    /// The operator says that a finding is none.
    FalseAlarm,
}

/// The post that a line is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Subject {
    /// The platform's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// Where on the platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surface: Option<String>,
    /// The acting account's handle, without `@`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Id of the guideline in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guideline: Option<String>,
    /// Its revision, as the document prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// What the check said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// What was found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Judged>,
    /// The text's hash, see [`text_hash`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_hash: Option<String>,
    /// The text itself, only where the settings say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Subject {
    /// A post as it was checked; the text itself only where `keeps_text`.
    pub fn new(
        post: &Post,
        report: Option<&Report>,
        guideline: Option<&Guideline>,
        keeps_text: bool,
    ) -> Self {
        Self {
            platform: post.platform.map(|platform| word(&platform)),
            surface: Some(word(&post.surface)),
            account: post.account.clone(),
            guideline: guideline.map(|guideline| guideline.id.clone()),
            revision: guideline.map(|guideline| guideline.revision.clone()),
            verdict: report.map(|report| report.verdict),
            findings: report
                .map(|report| report.findings.iter().map(Judged::from).collect())
                .unwrap_or_default(),
            text_hash: Some(text_hash(&post.text)),
            text: keeps_text.then(|| post.text.clone()),
        }
    }
}

/// A finding without the words that it marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// What was found.
    pub concern: Concern,
    /// What is done about it.
    pub action: Action,
    /// The clauses that it stands on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<String>,
}

impl From<&Finding> for Judged {
    fn from(finding: &Finding) -> Self {
        Self {
            concern: finding.concern,
            action: finding.action,
            clauses: finding.clauses.clone(),
        }
    }
}

/// What the operator said to a finding that holds a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What was asked about.
    pub concern: Concern,
    /// The clauses that asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<String>,
    /// Who approved, or why the post goes all the same; empty for a tick.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Id of the clause whose case it is, e.g. of an oral approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
}

/// The word that a unit variant is written as.
pub fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
