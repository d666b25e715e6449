//! What sentences are like, by the model that `build.rs` learns from the
//! labelled posts of `tests/corpus`. It sees what no rule says, and is never
//! sure: what it finds is a warning.

use std::ops::Range;
use std::sync::LazyLock;

use kakunin_model::{MOST_LABELS, Model, sentences};

use super::around::quoted;
use super::{Context, Hit};
use crate::{Concern, Message, Strength, Text};

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::load(include_bytes!(concat!(env!("OUT_DIR"), "/wording.model"))));

/// The label of all that has one of the concerns of speech.
const HARMFUL: &str = "speech";

/// A sentence and how much it is like those of each label.
pub struct Likeness {
    /// Where, in bytes of the folded text.
    pub range: Range<usize>,
    scores: [f32; MOST_LABELS],
}

/// What each further sentence of a text takes off the scores, up to so many:
/// the more sentences, the likelier that one of them scores by chance.
const CHANCE: f32 = 0.2;
const MOST_CHANCES: u8 = 8;

/// The sentences of a text.
pub fn read(text: &Text) -> Vec<Likeness> {
    let lower = text.lower();
    let mut likenesses: Vec<Likeness> = sentences(lower)
        .filter(|range| is_japanese(&lower[range.clone()]))
        .map(|range| Likeness {
            scores: MODEL.scores(&lower[range.clone()]),
            range,
        })
        .collect();
    let chances = likenesses.len().saturating_sub(1);
    let chances = u8::try_from(chances).map_or(MOST_CHANCES, |it| it.min(MOST_CHANCES));
    for score in likenesses.iter_mut().flat_map(|like| &mut like.scores) {
        *score -= CHANCE * f32::from(chances);
    }
    likenesses
}

/// Whether a sentence has enough Japanese in it to be like anything.
fn is_japanese(sentence: &str) -> bool {
    const ENOUGH: usize = 6;
    sentence
        .chars()
        .filter(|c| !c.is_ascii())
        .nth(ENOUGH - 1)
        .is_some()
}

impl Likeness {
    /// Whether it is like what has a concern of speech, at least so much.
    pub fn is_harmful(&self, least: f32) -> bool {
        self.scores[MODEL.label(HARMFUL)] >= least
    }

    /// Which of these concerns it is most like.
    pub fn closest(&self, concerns: &[Concern]) -> Option<Concern> {
        let mut concerns = concerns.iter().copied();
        let first = concerns.next()?;
        Some(concerns.fold(first, |best, concern| {
            if self.score(concern) > self.score(best) {
                concern
            } else {
                best
            }
        }))
    }

    /// How much it is like what has a concern.
    pub fn score(&self, concern: Concern) -> f32 {
        self.scores[MODEL.label(concern.id())]
    }

    /// The stretch of the text that says so, where these are the writer's own
    /// words.
    pub fn stretch(&self, label: &str, context: &Context<'_>) -> Option<Range<usize>> {
        let lower = context.text.lower();
        let stretch = MODEL.stretch(&lower[self.range.clone()], MODEL.label(label));
        let place = self.range.start + stretch.start..self.range.start + stretch.end;
        let is_own = !quoted(lower, &place) && context.links_over(&place).next().is_none();
        (is_own && !place.is_empty()).then_some(place)
    }

    /// [`Self::stretch`] for what has a concern of speech.
    pub fn harmful_stretch(&self, context: &Context<'_>) -> Option<Range<usize>> {
        self.stretch(HARMFUL, context)
    }
}

/// What is told of a concern that no rule has found.
pub fn message(concern: Concern) -> Message {
    Message::new(
        format!(
            "「{}」にあたる文章に似ています。そう読まれないか確かめ、必要なら書き方を改めてください。",
            concern.ja()
        ),
        format!(
            "This resembles texts with this problem: {}. Check how it will be read, and put it another way if need be.",
            concern.en()
        ),
    )
}

/// The surest of the sentences that are like what has a concern, at least so
/// much. None in which a rule has seen its words and found them harmless.
pub fn find(
    context: &Context<'_>,
    concern: Concern,
    least: f32,
    harmless: &[Range<usize>],
) -> Option<Hit> {
    let is_harmless = |sentence: &Range<usize>| {
        let mut places = harmless.iter();
        places.any(|place| sentence.start <= place.start && place.end <= sentence.end)
    };
    let like = context
        .likenesses()
        .iter()
        .filter(|sentence| sentence.score(concern) >= least && !is_harmless(&sentence.range))
        .max_by(|a, b| a.score(concern).total_cmp(&b.score(concern)))?;
    let stretch = like.stretch(concern.id(), context)?;
    Some(Hit {
        concern,
        span: Some(context.text.utf16(stretch)),
        strength: Strength::Weak,
        message: message(concern),
        fixes: Vec::new(),
    })
}
