use kakunin_core::{Concern, Message};

/// The language of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// The first language.
    Japanese,
    /// The second.
    English,
}

impl Language {
    /// From a browser's language tag: everything but English is Japanese.
    pub fn from_tag(tag: &str) -> Self {
        if tag.starts_with("en") {
            Self::English
        } else {
            Self::Japanese
        }
    }

    /// The tag for `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }

    /// One of two texts.
    pub fn pick<'a>(self, ja: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Japanese => ja,
            Self::English => en,
        }
    }

    /// A message's text.
    pub fn of(self, message: &Message) -> &str {
        self.pick(&message.ja, &message.en)
    }

    /// A concern's name.
    pub fn concern(self, concern: Concern) -> &'static str {
        self.pick(concern.ja(), concern.en())
    }
}
