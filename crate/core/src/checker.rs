use std::cmp::Reverse;

use crate::detect::{Context, DETECTORS, Hit};
use crate::link;
use crate::{
    Action, Concern, Enforce, Finding, Guideline, Post, Report, Settings, Strength, Text, Verdict,
};

/// A guideline and settings, ready to check posts.
#[derive(Debug, Clone)]
pub struct Checker {
    guideline: Guideline,
    settings: Settings,
}

impl Checker {
    /// A checker for one municipality.
    pub fn new(guideline: Guideline, settings: Settings) -> Self {
        Self {
            guideline,
            settings,
        }
    }

    /// The guideline in force.
    pub fn guideline(&self) -> &Guideline {
        &self.guideline
    }

    /// Says what the guideline says about the post.
    pub fn check(&self, post: &Post) -> Report {
        let text = Text::new(&post.text);
        let links = link::find(&text, &self.settings);
        let context = Context::new(post, &text, &links, &self.settings);
        let mut hits = Vec::new();
        for detector in DETECTORS {
            (detector.detect)(&context, &mut hits);
        }
        let mut findings: Vec<Finding> = hits
            .into_iter()
            .filter_map(|hit| self.enforce(hit, post, &text))
            .collect();
        // By place; what is asked of the post as a whole comes last.
        findings.sort_by_key(|finding| {
            (
                finding.start.is_none(),
                finding.start,
                Reverse(finding.action),
                finding.end,
                finding.concern,
            )
        });
        Report {
            id: post.id.clone(),
            verdict: Verdict::from(findings.iter().map(|finding| finding.action).max()),
            findings,
        }
    }

    /// What the guideline does about a hit; nothing where it says nothing.
    fn enforce(&self, hit: Hit, post: &Post, text: &Text) -> Option<Finding> {
        let basis = self.basis(hit.concern, post.emergency)?;
        let action = match hit.strength {
            Strength::Strong => basis.action,
            Strength::Weak => basis.action.min(Action::Warn),
        };
        Some(Finding {
            concern: hit.concern,
            start: hit.span.as_ref().map(|span| span.start),
            end: hit.span.as_ref().map(|span| span.end),
            text: hit.span.map(|span| text.original(span)),
            action,
            strength: hit.strength,
            message: hit.message,
            clauses: basis.clauses,
            related: basis.related,
            overridable: action == Action::Block
                && basis.overridable
                && self.settings.may_override(),
            fixes: hit.fixes,
        })
    }

    /// The strictest action on a concern and all clauses that name it. A block
    /// may be overridden only where every clause that blocks leaves room.
    fn basis(&self, concern: Concern, is_emergency: bool) -> Option<Basis> {
        let enforced: Vec<_> = self
            .guideline
            .clauses
            .iter()
            .flat_map(|clause| clause.enforce.iter().map(move |enforce| (clause, enforce)))
            .filter(|(_, enforce)| enforce.concern == concern)
            .collect();
        let action_of = |enforce: &Enforce| enforce.action(is_emergency);
        if let Some(action) = enforced.iter().map(|(_, enforce)| action_of(enforce)).max() {
            let mut cited = enforced.clone();
            cited.sort_by_key(|(_, enforce)| Reverse(action_of(enforce)));
            return Some(Basis {
                action,
                clauses: cited.iter().map(|(clause, _)| clause.id.clone()).collect(),
                related: Vec::new(),
                overridable: enforced
                    .iter()
                    .filter(|(_, enforce)| action_of(enforce) == Action::Block)
                    .all(|(_, enforce)| enforce.overriding.is_some()),
            });
        }
        let default = self
            .guideline
            .defaults
            .iter()
            .find(|default| default.concern == concern)?;
        Some(Basis {
            action: default.action,
            clauses: Vec::new(),
            related: default.related.clone(),
            overridable: false,
        })
    }
}

/// What a guideline does about a concern, and on what ground.
struct Basis {
    action: Action,
    clauses: Vec<String>,
    related: Vec<String>,
    overridable: bool,
}
