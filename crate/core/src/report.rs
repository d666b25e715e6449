use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Action, Concern, Message};

/// What the guideline says about a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The post's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The sum of the findings.
    pub verdict: Verdict,
    /// Every hit that the guideline enforces, by place in the text; what is
    /// about the context comes last.
    pub findings: Vec<Finding>,
}

/// The report's sum, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing found.
    Clear,
    /// Something to look at; the post may go.
    Warned,
    /// Held until the operator has answered.
    NeedsAnswer,
    /// Held until the text no longer does it.
    Blocked,
}

impl Verdict {
    /// Whether the send waits.
    pub fn is_held(self) -> bool {
        self >= Self::NeedsAnswer
    }
}

impl From<Option<Action>> for Verdict {
    fn from(strictest: Option<Action>) -> Self {
        match strictest {
            None | Some(Action::Remind) => Self::Clear,
            Some(Action::Warn) => Self::Warned,
            Some(Action::Confirm) => Self::NeedsAnswer,
            Some(Action::Block) => Self::Blocked,
        }
    }
}

/// One hit that the guideline enforces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What was found.
    pub concern: Concern,
    /// Where it starts, in UTF-16 code units of the post's text; `null` where
    /// the finding is about the context.
    pub start: Option<usize>,
    /// Where it ends, exclusive, in UTF-16 code units.
    pub end: Option<usize>,
    /// The marked text, as written.
    pub text: Option<String>,
    /// What is done about it.
    pub action: Action,
    /// How sure the detector is.
    pub strength: Strength,
    /// What it is, in one sentence.
    pub message: Message,
    /// The clauses that it stands on; empty where it is the product's default.
    pub clauses: Vec<String>,
    /// Clauses that are near, where no clause names the concern.
    pub related: Vec<String>,
    /// Whether the operator may send despite it, with a reason.
    pub overridable: bool,
    /// Repairs on offer.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// What the operator has to say before a post with this finding may go;
    /// `None` where it does not hold the post, or nothing said could release
    /// it.
    pub fn ask(&self) -> Option<Ask> {
        match (self.action, self.concern) {
            (Action::Block, _) if self.overridable => Some(Ask::Reason),
            (Action::Confirm, Concern::Approval) => Some(Ask::Approver),
            (Action::Confirm, Concern::OffHours) => Some(Ask::Reason),
            (Action::Confirm, _) => Some(Ask::Tick),
            _ => None,
        }
    }

    /// Whether it holds the post until it is answered, or for good.
    pub fn holds(&self) -> bool {
        self.action >= Action::Confirm
    }
}

/// What is asked about a finding that holds a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// That it was looked at.
    Tick,
    /// Who approved the post.
    Approver,
    /// Why the post goes all the same.
    Reason,
}

impl Ask {
    /// Whether these words answer it: a name is more than a letter, a reason
    /// more than a word.
    pub fn takes(self, words: &str) -> bool {
        let letters = words.chars().filter(|letter| letter.is_alphanumeric());
        let distinct: BTreeSet<_> = letters.clone().collect();
        match self {
            Self::Tick => true,
            Self::Approver => letters.count() >= 2,
            Self::Reason => letters.count() >= 6 && distinct.len() >= 4,
        }
    }
}

/// How sure a detector is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// A warning at most, whatever the clause does.
    Weak,
    /// Gets the clause's enforcement.
    Strong,
}

/// A repair of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Fix {
    /// Put `with` in the place of the span.
    Replace {
        /// UTF-16 start.
        start: usize,
        /// UTF-16 end, exclusive.
        end: usize,
        /// The new text; empty to delete.
        with: String,
        /// What the button says.
        label: Message,
    },
    /// Ask the operator for the URL that belongs in the place of the span:
    /// it can't be found out without leaving the machine.
    AskUrl {
        /// UTF-16 start.
        start: usize,
        /// UTF-16 end, exclusive.
        end: usize,
    },
}
