//! Speech: what is said, seen through disguise. Shared by the detectors of
//! wording: each has words in `data/words/` and rules in `data/rules/`, of
//! which `build.rs` makes the tables.

use std::ops::Range;
use std::sync::LazyLock;

use kakunin_words::{Grammar, Speech, Sure, sort_by_key};

use super::{Context, Hit};
use crate::{Concern, Message, Strength, Text};

/// What takes how much off a rule's strength, 2 for strong and 1 for weak.
pub struct Stance {
    /// Quotation marks around it or a quoting particle after it.
    pub reported: u8,
    /// A campaign's wording beside it.
    pub campaign: u8,
    /// A word beside it of the concern's class `excuse-CONCERN`.
    pub excuse: u8,
}

impl Stance {
    /// For words that hurt in whoever's mouth: reported they are a warning,
    /// reported in a campaign nothing.
    pub const HURTS: Self = Self {
        reported: 1,
        campaign: 1,
        excuse: 1,
    };
    /// For acts: a campaign names the act to speak against it.
    pub const ACTS: Self = Self {
        reported: 1,
        campaign: 2,
        excuse: 2,
    };
    /// For what only the writer's own voice does.
    pub const VOICES: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 2,
    };
    /// For moods, which events for everybody invite to.
    pub const MOODS: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 1,
    };
    /// For sides that an administration of elections names without taking.
    pub const SIDES: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 1,
    };
    /// For what can only be asked about: leave or consent answers it.
    pub const ASKS: Self = Self {
        reported: 0,
        campaign: 2,
        excuse: 2,
    };
}

static GRAMMAR: LazyLock<Grammar> =
    LazyLock::new(|| Grammar::load(include_bytes!(concat!(env!("OUT_DIR"), "/speech.tables"))));

/// Reads a text as the detectors of wording do.
pub fn read(text: &Text) -> Speech<'static> {
    Speech::new(&GRAMMAR, text.lower())
}

/// Finds what a concern's rules find and tells of it. Hits that overlap are
/// one, as strong as the strongest.
pub fn detect(
    context: &Context<'_>,
    concern: Concern,
    stance: &Stance,
    message: fn(&str) -> Message,
    hits: &mut Vec<Hit>,
) {
    let speech = context.speech();
    let Some(grounds) = GRAMMAR.grounds(concern.id()) else {
        return;
    };
    let mut found: Vec<(Range<usize>, u8, &str)> = Vec::new();
    for matched in speech.matches(grounds) {
        let range = matched.range;
        let mut sure: u8 = match matched.sure {
            Sure::Strong => 2,
            Sure::Faint if speech.is_benign(&range) => 0,
            Sure::Weak | Sure::Faint => 1,
        };
        for (holds, off) in [
            (speech.is_reported(&range), stance.reported),
            (speech.is_campaign(&range), stance.campaign),
            (speech.is_excused(&range, grounds), stance.excuse),
        ] {
            if holds {
                sure = sure.saturating_sub(off);
            }
        }
        if sure > 0 {
            found.push((range, sure, matched.topic));
        }
    }
    sort_by_key(&mut found, |(range, sure, _)| {
        (range.start, usize::from(u8::MAX - sure))
    });
    let mut merged: Vec<(Range<usize>, u8, &str)> = Vec::new();
    for (range, sure, topic) in found {
        match merged.last_mut() {
            Some(last) if range.start < last.0.end => {
                last.0.end = last.0.end.max(range.end);
                if sure > last.1 {
                    last.1 = sure;
                    last.2 = topic;
                }
            }
            _ => merged.push((range, sure, topic)),
        }
    }
    hits.extend(merged.into_iter().filter_map(|(range, sure, topic)| {
        let folded = speech.folded(range, context.text.lower());
        // An address is not speech.
        let is_in_link = context
            .links_over(&folded)
            .any(|link| link.folded.start <= folded.start && folded.end <= link.folded.end);
        if is_in_link {
            return None;
        }
        Some(Hit {
            concern,
            span: Some(context.text.utf16(folded)),
            strength: if sure > 1 {
                Strength::Strong
            } else {
                Strength::Weak
            },
            message: message(topic),
            fixes: Vec::new(),
        })
    }));
}
