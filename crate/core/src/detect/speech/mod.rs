//! Speech: what is said, seen through disguise. Shared by the detectors of
//! wording: each has words in `data/words/` and rules in `data/rules/`, of
//! which `build.rs` makes the tables.

use std::ops::Range;
use std::sync::LazyLock;

use kakunin_words::{Grammar, Speech, Sure, sort_by_key};

use super::{Context, Hit, learned};
use crate::{Concern, Message, Strength};

/// The concerns of speech and of rights, and how each takes what is not the
/// writer's own voice.
const STANCES: [(Concern, Stance); 9] = [
    (Concern::Discrimination, Stance::HURTS),
    (Concern::Insult, Stance::HURTS),
    (Concern::Obscenity, Stance::ACTS),
    (Concern::Incitement, Stance::ACTS),
    (Concern::Rumour, Stance::VOICES),
    (Concern::PersonalOpinion, Stance::MOODS),
    (Concern::Partiality, Stance::SIDES),
    (Concern::CopyrightCue, Stance::ASKS),
    (Concern::PortraitCue, Stance::ASKS),
];

/// The concerns that the model knows too.
const LEARNED: [Concern; 7] = [
    Concern::Discrimination,
    Concern::Insult,
    Concern::Obscenity,
    Concern::Incitement,
    Concern::Rumour,
    Concern::PersonalOpinion,
    Concern::Partiality,
];

/// How much a sentence has to be like harmful ones, in the logarithm of the
/// odds.
const LIKE: f32 = 0.1;

/// What takes how much off a rule's strength, 2 for strong and 1 for weak.
struct Stance {
    /// Quotation marks around it or a quoting particle after it.
    reported: u8,
    /// A campaign's wording beside it.
    campaign: u8,
    /// A word beside it of the concern's class `excuse-CONCERN`.
    excuse: u8,
}

impl Stance {
    /// For words that hurt in whoever's mouth: reported they are a warning,
    /// reported in a campaign nothing.
    const HURTS: Self = Self {
        reported: 1,
        campaign: 1,
        excuse: 1,
    };
    /// For acts: a campaign names the act to speak against it.
    const ACTS: Self = Self {
        reported: 1,
        campaign: 2,
        excuse: 2,
    };
    /// For what only the writer's own voice does.
    const VOICES: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 2,
    };
    /// For moods, which events for everybody invite to.
    const MOODS: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 1,
    };
    /// For sides that an administration of elections names without taking.
    const SIDES: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 1,
    };
    /// For what can only be asked about: leave or consent answers it.
    const ASKS: Self = Self {
        reported: 0,
        campaign: 2,
        excuse: 2,
    };
}

static GRAMMAR: LazyLock<Grammar> =
    LazyLock::new(|| Grammar::load(include_bytes!(concat!(env!("OUT_DIR"), "/speech.tables"))));

/// Something said, with a concern.
pub struct Said {
    concern: Concern,
    /// Where, in bytes of the folded text.
    range: Range<usize>,
    ground: Ground,
}

/// What a concern is seen by.
enum Ground {
    Rule {
        strength: Strength,
        topic: &'static str,
    },
    Likeness,
}

/// Everything that a text says with a concern of speech or of rights.
pub fn read(context: &Context<'_>) -> Vec<Said> {
    let speech = Speech::new(&GRAMMAR, context.text.lower());
    let mut said: Vec<Said> = STANCES
        .iter()
        .flat_map(|(concern, stance)| by_rules(context, &speech, *concern, stance))
        .collect();
    said.extend(by_likeness(context, &said));
    said
}

/// What a concern's rules find. Hits that overlap are one, as strong as the
/// strongest.
fn by_rules(
    context: &Context<'_>,
    speech: &Speech<'static>,
    concern: Concern,
    stance: &Stance,
) -> Vec<Said> {
    let Some(grounds) = GRAMMAR.grounds(concern.id()) else {
        return Vec::new();
    };
    let mut found: Vec<(Range<usize>, u8, &'static str)> = Vec::new();
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
    let mut merged: Vec<(Range<usize>, u8, &'static str)> = Vec::new();
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
    let said = merged.into_iter().filter_map(|(range, sure, topic)| {
        let range = speech.folded(range, context.text.lower());
        // An address is not speech.
        let is_in_link = context
            .links_over(&range)
            .any(|link| link.folded.start <= range.start && range.end <= link.folded.end);
        let strength = if sure > 1 {
            Strength::Strong
        } else {
            Strength::Weak
        };
        (!is_in_link).then_some(Said {
            concern,
            range,
            ground: Ground::Rule { strength, topic },
        })
    });
    said.collect()
}

/// The sentences in which no rule finds anything and that are like harmful
/// ones, each with the concern that it is most like.
fn by_likeness(context: &Context<'_>, said: &[Said]) -> Vec<Said> {
    let likenesses = context.likenesses().iter();
    let like = likenesses.filter(|sentence| sentence.is_harmful(LIKE));
    let new = like.filter(|sentence| {
        !said.iter().any(|said| {
            LEARNED.contains(&said.concern)
                && said.range.start < sentence.range.end
                && sentence.range.start < said.range.end
        })
    });
    let said = new.filter_map(|sentence| {
        Some(Said {
            concern: sentence.closest(&LEARNED)?,
            range: sentence.harmful_stretch(context)?,
            ground: Ground::Likeness,
        })
    });
    said.collect()
}

/// Tells of what was said with a concern; `message` of a rule's topic.
pub fn detect(
    context: &Context<'_>,
    concern: Concern,
    message: fn(&str) -> Message,
    hits: &mut Vec<Hit>,
) {
    let said = context.said().iter().filter(|it| it.concern == concern);
    hits.extend(said.map(|said| {
        let (strength, message) = match said.ground {
            Ground::Rule { strength, topic } => (strength, message(topic)),
            Ground::Likeness => (Strength::Weak, learned::message(concern)),
        };
        Hit {
            concern,
            span: Some(context.text.utf16(said.range.clone())),
            strength,
            message,
            fixes: Vec::new(),
        }
    }));
}
