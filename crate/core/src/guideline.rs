use serde::{Deserialize, Serialize};

use crate::{Concern, Post, Settings};

/// A municipality's document, ready to be enforced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Guideline {
    /// Stable id, e.g. `nagasaki`.
    pub id: String,
    /// The body whose document it is, e.g. 長崎市.
    pub municipality: String,
    /// How the document calls that body, e.g. 本市.
    #[serde(rename = "self")]
    pub own_name: String,
    /// The document's title.
    pub title: String,
    /// The document's date or revision, as it prints it.
    pub revision: String,
    /// Every provision, in the document's order.
    pub clauses: Vec<Clause>,
    /// What the product checks where no clause says anything.
    pub defaults: Vec<Default>,
}

impl Guideline {
    /// The clause with this id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }
}

/// The smallest citable provision, word for word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clause {
    /// Id within the guideline, e.g. `7.3`.
    pub id: String,
    /// Id of the heading that it stands under.
    pub parent: Option<String>,
    /// Whether it is only a heading.
    pub is_heading: bool,
    /// How people cite it, e.g. 7(3).
    pub cite: String,
    /// The number that the source prints before the text, e.g. ⑶.
    pub marker: String,
    /// The caption that it stands under, where that is not its parent's text.
    pub heading: Option<String>,
    /// The text, verbatim.
    pub text: String,
    /// What is done about which concern.
    pub enforce: Vec<Enforce>,
    /// Why nothing is checked, where nothing is.
    pub unenforced: Option<String>,
    /// Posts that show the enforcement; run as tests.
    #[serde(skip)]
    pub examples: Vec<Example>,
}

/// What a clause does about a concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enforce {
    /// The concern.
    pub concern: Concern,
    /// The enforcement of a strong hit.
    pub action: Action,
    /// Whether an operator may send despite a block.
    #[serde(rename = "override")]
    pub overriding: Option<Override>,
    /// The enforcement while emergency posting is on, where the guideline
    /// relaxes it.
    pub emergency: Option<Action>,
    /// Ids of the clauses whose cases the operator may name in the answer.
    pub cases: Vec<String>,
}

impl Enforce {
    /// The enforcement of a strong hit in a post.
    pub fn action(&self, is_emergency: bool) -> Action {
        match self.emergency {
            Some(relaxed) if is_emergency => relaxed,
            _ => self.action,
        }
    }
}

/// What the product does by default about a concern that no clause names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Default {
    /// The concern.
    pub concern: Concern,
    /// The enforcement of a strong hit.
    pub action: Action,
    /// Clauses that are near, shown as related and never as the basis.
    pub related: Vec<String>,
}

/// Enforcement, from the mildest to the strictest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Shown on the dashboard when due; not about this post.
    Remind,
    /// Marked and explained, never holds.
    Warn,
    /// Held until the operator has answered.
    Confirm,
    /// Held until the text no longer does it.
    Block,
}

/// How an operator may send despite a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Override {
    /// With a reason, always recorded.
    Reason,
}

/// A post in a pack and what the clause must say to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// The post.
    pub post: Post,
    /// The settings under which it is checked.
    pub settings: Settings,
    /// The strictest action among the findings that cite the clause.
    pub expect: Expect,
    /// The line in the pack, from 1.
    pub line: usize,
}

/// What an example expects of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expect {
    /// No finding cites the clause.
    None,
    /// The strictest finding warns.
    Warn,
    /// The strictest finding asks.
    Confirm,
    /// A finding blocks.
    Block,
}

impl From<Option<Action>> for Expect {
    fn from(action: Option<Action>) -> Self {
        match action {
            None | Some(Action::Remind) => Self::None,
            Some(Action::Warn) => Self::Warn,
            Some(Action::Confirm) => Self::Confirm,
            Some(Action::Block) => Self::Block,
        }
    }
}
