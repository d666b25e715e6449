//! The words around personal data: who is meant, what a number is, where
//! people are asked to turn to.

use std::ops::Range;
use std::sync::LazyLock;

use kakunin_words::{Lexicon, sort_by_key};

static WORDS: LazyLock<Lexicon<CueSet>> = LazyLock::new(|| {
    Lexicon::new(
        &[include_str!("../../../data/words/personal.txt")],
        CueSet::read,
    )
});

macro_rules! cues {
    ($($variant:ident $tag:literal)*) => {
        /// What a word tells; the names are the tags of the list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Cue { $($variant),* }

        impl Cue {
            #[cfg(test)]
            const ALL: &[(Self, &str)] = &[$((Self::$variant, $tag)),*];

            fn read(tag: &str) -> Option<Self> {
                match tag {
                    $($tag => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

cues! {
    Account "account"
    AccountType "account-type"
    Address "address"
    Apposed "apposed"
    At "at"
    Bank "bank"
    Birth "birth"
    Born "born"
    Branch "branch"
    Card "card"
    Contact "contact"
    Event "event"
    Fax "fax"
    Grave "grave"
    Home "home"
    Honorific "honorific"
    Household "household"
    Housing "housing"
    Insurance "insurance"
    Licence "licence"
    Mail "mail"
    Mobile "mobile"
    Member "member"
    MyNumber "my-number"
    Name "name"
    Office "office"
    OtherNumber "other-number"
    Own "own"
    Passport "passport"
    Pension "pension"
    Phone "phone"
    Plate "plate"
    Recipient "recipient"
    Reference "reference"
    ResidenceCard "residence-card"
    Resident "resident"
    ResidentCode "resident-code"
    Role "role"
    Said "said"
    Sensitive "sensitive"
    Staff "staff"
    Student "student"
    Suspect "suspect"
    Transfer "transfer"
    Vague "vague"
    Venue "venue"
}

/// Several cues at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CueSet(u64);

impl CueSet {
    /// These cues.
    pub const fn of(cues: &[Cue]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < cues.len() {
            set |= 1 << cues[at] as u64;
            at += 1;
        }
        Self(set)
    }

    /// Whether the two share a cue.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether this cue is among them.
    pub const fn has(self, cue: Cue) -> bool {
        self.meets(Self::of(&[cue]))
    }

    fn read(tags: &str) -> Self {
        tags.split(',')
            .filter_map(Cue::read)
            .fold(Self::default(), |set, cue| Self(set.0 | Self::of(&[cue]).0))
    }
}

/// A word of the list in a text.
#[derive(Debug, Clone, Copy)]
pub struct CueWord {
    /// Where it starts, in bytes of the folded text.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// What it tells.
    pub cues: CueSet,
}

/// Every word of the list in a text, by where it ends.
#[derive(Debug, Default)]
pub struct CueWords(Vec<CueWord>);

impl CueWords {
    /// Finds them in a folded text in lower case.
    pub fn new(lower: &str) -> Self {
        let mut words: Vec<_> = WORDS
            .find(lower)
            .into_iter()
            .map(|word| CueWord {
                start: word.range.start,
                end: word.range.end,
                cues: word.tag,
            })
            .collect();
        sort_by_key(&mut words, |word| (word.end, 0));
        Self(words)
    }

    /// The words that lie within `range` and tell one of `wanted`.
    pub fn within(
        &self,
        range: Range<usize>,
        wanted: CueSet,
    ) -> impl DoubleEndedIterator<Item = &CueWord> {
        let from = self.0.partition_point(|word| word.end <= range.start);
        let to = self.0.partition_point(|word| word.end <= range.end);
        self.0[from..to]
            .iter()
            .filter(move |word| word.start >= range.start && word.cues.meets(wanted))
    }

    /// Whether a word within `range` tells one of `wanted`.
    pub fn tell(&self, range: Range<usize>, wanted: CueSet) -> bool {
        self.within(range, wanted).next().is_some()
    }

    /// The last word within `range` that tells one of `wanted`; of those that
    /// end alike, the longest.
    pub fn nearest(&self, range: Range<usize>, wanted: CueSet) -> Option<&CueWord> {
        let end = self.within(range, wanted).next_back()?.end;
        self.ending_at(end, wanted)
    }

    /// The longest word that ends just here and tells one of `wanted`.
    pub fn ending_at(&self, end: usize, wanted: CueSet) -> Option<&CueWord> {
        let to = self.0.partition_point(|word| word.end <= end);
        self.0[..to]
            .iter()
            .rev()
            .take_while(|word| word.end == end)
            .filter(|word| word.cues.meets(wanted))
            .min_by_key(|word| word.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_is_known_and_used() {
        let list = include_str!("../../../data/words/personal.txt");
        let tags = || {
            list.lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(|line| {
                    line.split_once('\t')
                        .map_or("", |(_, tags)| tags)
                        .split(',')
                })
        };
        assert_eq!(tags().find(|tag| Cue::read(tag).is_none()), None);
        for (_, tag) in Cue::ALL {
            assert!(tags().any(|used| used == *tag), "{tag}");
        }
    }
}
