use std::collections::BTreeSet;

use kakunin_core::detect::DETECTORS;
use kakunin_core::{Action, Clause, Concern, Guideline};

/// What of a guideline is checked, and what isn't and why.
#[derive(Debug)]
pub struct Coverage<'a> {
    /// The guideline.
    pub guideline: &'a Guideline,
    /// Provisions; headings are not counted.
    pub provisions: usize,
    /// Headings.
    pub headings: usize,
    /// Provisions that enforce something.
    pub enforced: Vec<&'a Clause>,
    /// Provisions that enforce nothing; each says why.
    pub unenforced: Vec<&'a Clause>,
    /// Concerns of the text or context that the pack names and that no
    /// detector looks for yet.
    pub undetected: BTreeSet<Concern>,
}

/// Sums up a guideline.
pub fn coverage(guideline: &Guideline) -> Coverage<'_> {
    let (headings, provisions): (Vec<_>, Vec<_>) = guideline
        .clauses
        .iter()
        .partition(|clause| clause.is_heading);
    let (unenforced, enforced): (Vec<_>, Vec<_>) = provisions
        .iter()
        .copied()
        .partition(|clause| clause.enforce.is_empty());
    let named = enforced
        .iter()
        .flat_map(|clause| clause.enforce.iter())
        .map(|enforce| (enforce.concern, enforce.action))
        .chain(
            guideline
                .defaults
                .iter()
                .map(|default| (default.concern, default.action)),
        );
    let undetected = named
        .filter(|(_, action)| *action != Action::Remind)
        .map(|(concern, _)| concern)
        .filter(|concern| {
            DETECTORS
                .iter()
                .all(|detector| detector.concern != *concern)
        })
        .collect();
    Coverage {
        guideline,
        provisions: provisions.len(),
        headings: headings.len(),
        enforced,
        unenforced,
        undetected,
    }
}
