//! `kakunin guideline import`: from a guideline's plain text to the skeleton of
//! its pack, word for word.

mod marker;
mod outline;

pub use marker::fold;
pub use outline::outline;

/// A clause of the skeleton.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clause {
    /// Id within the pack.
    pub id: String,
    /// Id of the clause that it stands under.
    pub parent: Option<String>,
    /// Whether it is only a heading.
    pub is_heading: bool,
    /// How people cite it.
    pub cite: String,
    /// What the document prints before the text.
    pub marker: String,
    /// The caption that it stands under.
    pub heading: Option<String>,
    /// The text, word for word; line breaks of the page are gone.
    pub text: String,
}
