//! Detectors: each knows one concern as people write it, and no law.

use std::cell::OnceCell;
use std::ops::Range;

use self::date::When;
use self::personal::Personal;
use self::speech::Speech;
use crate::link::Link;
use crate::{Concern, Fix, Message, Post, Settings, Strength, Text};

mod around;
mod date;
mod disguised_url;
mod era_mismatch;
mod harmful_link;
mod impossible_date;
mod past_date;
mod personal;
mod redirect_url;
mod short_url;
mod speech;
mod third_party_link;
mod time_reversed;
mod weekday_mismatch;

/// Every detector.
pub const DETECTORS: &[Detector] = &[
    short_url::DETECTOR,
    redirect_url::DETECTOR,
    disguised_url::DETECTOR,
    third_party_link::DETECTOR,
    harmful_link::DETECTOR,
    weekday_mismatch::DETECTOR,
    impossible_date::DETECTOR,
    past_date::DETECTOR,
    era_mismatch::DETECTOR,
    time_reversed::DETECTOR,
];

/// A detector: its concern and how it looks for it.
pub struct Detector {
    /// What it looks for.
    pub concern: Concern,
    /// Why a municipality minds, in one or two sentences.
    pub why: fn() -> Message,
    /// Posts that it finds something in.
    pub examples: &'static [&'static str],
    /// Posts that look alike and are fine.
    pub near_misses: &'static [&'static str],
    /// Finds every hit in a post.
    pub detect: fn(&Context<'_>, &mut Vec<Hit>),
}

/// What detectors read.
pub struct Context<'a> {
    /// The post.
    pub post: &'a Post,
    /// Its text, normalised, with the way back.
    pub text: &'a Text,
    /// The URLs in it, by place.
    pub links: &'a [Link],
    /// The municipality's own lists.
    pub settings: &'a Settings,
    personal: OnceCell<Personal>,
    speech: OnceCell<Speech>,
    when: OnceCell<When>,
}

impl<'a> Context<'a> {
    /// What detectors read of a post.
    pub fn new(post: &'a Post, text: &'a Text, links: &'a [Link], settings: &'a Settings) -> Self {
        Self {
            post,
            text,
            links,
            settings,
            personal: OnceCell::new(),
            speech: OnceCell::new(),
            when: OnceCell::new(),
        }
    }

    /// The text's digits and telling words, read once for all detectors of
    /// personal data.
    fn personal(&self) -> &Personal {
        self.personal
            .get_or_init(|| Personal::new(self.text.folded(), self.text.lower()))
    }

    /// What the text says, read once for all detectors of speech.
    fn speech(&self) -> &Speech {
        self.speech.get_or_init(|| Speech::new(self.text))
    }

    /// The dates and times in the text, read once for all detectors of facts.
    fn when(&self) -> &When {
        self.when.get_or_init(|| When::new(self.text))
    }
}

/// One place where a concern shows, before the guideline has spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub concern: Concern,
    /// UTF-16 code units of the post's text; `None` for the context.
    pub span: Option<Range<usize>>,
    /// How sure the detector is.
    pub strength: Strength,
    /// What it is, in one sentence.
    pub message: Message,
    /// Repairs on offer.
    pub fixes: Vec<Fix>,
}
