//! Detectors: each knows one concern as people write it, and no law.

use std::cell::OnceCell;
use std::ops::Range;

use kakunin_words::Word;

use self::date::When;
use self::learned::Likeness;
use self::personal::Personal;
use self::speech::Said;
use crate::link::Link;
use crate::{Concern, Fix, Message, Post, Settings, Strength, Text};

mod account;
mod allowed_topic;
mod approval;
mod around;
mod bank_account;
mod birth_date;
mod calendar;
mod copyright_cue;
mod credential;
mod date;
mod direct_message;
mod discrimination;
mod disguised_url;
mod email_address;
mod emergency_wording;
mod era_mismatch;
mod every_post;
mod harmful_link;
mod id_number;
mod image_face;
mod image_location;
mod image_qr_short_url;
mod impossible_date;
mod incitement;
mod insult;
mod internal_system;
mod learned;
mod media_attached;
mod missing_alt_text;
mod missing_official_link;
mod my_number;
mod obscenity;
mod off_hours;
mod other_account;
mod partiality;
mod past_date;
mod payment_card;
mod person_name;
mod personal;
mod personal_opinion;
mod phone_number;
mod phrases;
mod placeholder;
mod portrait_cue;
mod postal_address;
mod redirect_url;
mod reply;
mod rumour;
mod secrecy_marking;
mod short_url;
mod speech;
mod test_post;
mod third_party_link;
mod third_party_quote;
mod time_reversed;
mod undecided_policy;
mod unmanaged_device;
mod unofficial_account;
mod vehicle_plate;
mod weekday_mismatch;

/// Every detector.
pub const DETECTORS: &[Detector] = &[
    short_url::DETECTOR,
    redirect_url::DETECTOR,
    disguised_url::DETECTOR,
    third_party_link::DETECTOR,
    harmful_link::DETECTOR,
    missing_official_link::DETECTOR,
    phone_number::DETECTOR,
    email_address::DETECTOR,
    postal_address::DETECTOR,
    person_name::DETECTOR,
    my_number::DETECTOR,
    id_number::DETECTOR,
    payment_card::DETECTOR,
    bank_account::DETECTOR,
    birth_date::DETECTOR,
    vehicle_plate::DETECTOR,
    secrecy_marking::DETECTOR,
    undecided_policy::DETECTOR,
    credential::DETECTOR,
    internal_system::DETECTOR,
    discrimination::DETECTOR,
    insult::DETECTOR,
    obscenity::DETECTOR,
    incitement::DETECTOR,
    rumour::DETECTOR,
    personal_opinion::DETECTOR,
    partiality::DETECTOR,
    weekday_mismatch::DETECTOR,
    impossible_date::DETECTOR,
    past_date::DETECTOR,
    era_mismatch::DETECTOR,
    time_reversed::DETECTOR,
    placeholder::DETECTOR,
    test_post::DETECTOR,
    emergency_wording::DETECTOR,
    copyright_cue::DETECTOR,
    portrait_cue::DETECTOR,
    media_attached::DETECTOR,
    missing_alt_text::DETECTOR,
    image_location::DETECTOR,
    image_qr_short_url::DETECTOR,
    image_face::DETECTOR,
    reply::DETECTOR,
    direct_message::DETECTOR,
    third_party_quote::DETECTOR,
    other_account::DETECTOR,
    unofficial_account::DETECTOR,
    off_hours::DETECTOR,
    approval::DETECTOR,
    unmanaged_device::DETECTOR,
    allowed_topic::DETECTOR,
];

/// A detector: its concern and how it looks for it.
pub struct Detector {
    /// What it looks for.
    pub concern: Concern,
    /// What it finds and what it leaves alone, in words that need no knowledge
    /// of the program.
    pub finds: fn() -> Message,
    /// Why a municipality minds, in one or two sentences.
    pub why: fn() -> Message,
    /// Posts that it finds something in: a text, sent on Tuesday, 24 November
    /// 2026, or where a text can't show it the post as JSON, with the
    /// `settings` that it needs.
    pub examples: &'static [&'static str],
    /// Posts that look alike and are fine.
    pub near_misses: &'static [&'static str],
    /// Finds every hit in a post.
    pub detect: Detect,
}

/// Finds every hit of a concern in a post.
pub type Detect = fn(&Context<'_>, &mut Vec<Hit>);

/// What runs at a check, apart from [`DETECTORS`]: a program that only checks
/// then carries nothing of what is said about detectors.
pub(crate) static DETECT: [Detect; DETECTORS.len()] = {
    let mut all = [DETECTORS[0].detect; DETECTORS.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = DETECTORS[at].detect;
        at += 1;
    }
    all
};

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
    said: OnceCell<Vec<Said>>,
    likenesses: OnceCell<Vec<Likeness>>,
    when: OnceCell<When>,
    phrases: OnceCell<Vec<Word>>,
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
            said: OnceCell::new(),
            likenesses: OnceCell::new(),
            when: OnceCell::new(),
            phrases: OnceCell::new(),
        }
    }

    /// The links that a range of the folded text touches.
    fn links_over(&self, range: &Range<usize>) -> impl Iterator<Item = &Link> {
        let after = self
            .links
            .partition_point(|link| link.folded.end <= range.start);
        self.links[after..]
            .iter()
            .take_while(move |link| link.folded.start < range.end)
    }

    /// The text's digits and telling words, read once for all detectors of
    /// personal data.
    fn personal(&self) -> &Personal {
        self.personal.get_or_init(|| Personal::new(self.text))
    }

    /// What the text says, read once for all detectors of speech.
    fn said(&self) -> &[Said] {
        self.said.get_or_init(|| speech::read(self))
    }

    /// The text's sentences and what they are like, read once.
    fn likenesses(&self) -> &[Likeness] {
        self.likenesses.get_or_init(|| learned::read(self.text))
    }

    /// The dates and times in the text, read once for all detectors of facts.
    fn when(&self) -> &When {
        self.when.get_or_init(|| When::new(self.text))
    }

    /// The phrases of leftovers and of secrecy in the text, found once.
    fn phrases(&self) -> &[Word] {
        self.phrases.get_or_init(|| phrases::find(self.text))
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
