use std::collections::BTreeMap;

use serde_json::Value;

use super::{Day, TimeOfDay};
use crate::{Message, Platform};

/// The most bytes of JSON that a value may have; Windows' registry, where
/// policies live, is not made for more.
pub(super) const MOST_BYTES: usize = 1 << 20;

/// What there is to say about a key of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key, e.g. `officialDomains`.
    pub id: &'static str,
    /// What values it takes.
    pub kind: Kind,
    /// A short name in Japanese.
    pub title_ja: &'static str,
    /// A short name in English.
    pub title_en: &'static str,
    /// What it is for, in Japanese.
    pub ja: &'static str,
    /// What it is for, in English.
    pub en: &'static str,
    /// A value, as JSON.
    pub example: &'static str,
}

impl Key {
    /// The key with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|key| key.id == id)
    }
}

/// What values a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false`.
    Flag,
    /// A whole number from 0.
    Number,
    /// A text.
    Text,
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// A time of day such as `"08:30"`.
    Time,
    /// A list of texts.
    Texts,
    /// A list of days such as `"2026-08-14"`.
    Days,
    /// A list of texts for each of some platforms.
    TextsByPlatform,
}

impl Kind {
    /// What it is called.
    pub fn name(self) -> Message {
        let (ja, en) = match self {
            Self::Flag => ("true か false", "true or false"),
            Self::Number => ("0以上の整数", "a whole number from 0"),
            Self::Text => ("文字列", "a text"),
            Self::Choice(of) => {
                return Message::new(
                    format!("{} のどれか", of.join("、")),
                    format!("one of {}", of.join(", ")),
                );
            }
            Self::Time => ("時刻", "a time of day"),
            Self::Texts => ("文字列の配列", "a list of texts"),
            Self::Days => ("日付の配列", "a list of days"),
            Self::TextsByPlatform => {
                let ids = Platform::ALL.map(Platform::id);
                return Message::new(
                    format!("対象（{}）ごとの文字列の配列", ids.join("、")),
                    format!("a list of texts for each platform ({})", ids.join(", ")),
                );
            }
        };
        Message::new(ja, en)
    }

    /// Whether a value is of this kind.
    pub(super) fn fits(self, value: &Value) -> bool {
        match self {
            Self::Flag => value.is_boolean(),
            Self::Number => value.as_u64().is_some_and(|it| u32::try_from(it).is_ok()),
            Self::Text => value.is_string(),
            Self::Choice(of) => value.as_str().is_some_and(|text| of.contains(&text)),
            Self::Time => is(value, |text| TimeOfDay::try_from(text).is_ok()),
            Self::Texts => all(value, Value::is_string),
            Self::Days => all(value, |it| is(it, |text| Day::try_from(text).is_ok())),
            Self::TextsByPlatform => value.as_object().is_some_and(|by| {
                by.iter().all(|(id, texts)| {
                    Platform::ALL.iter().any(|it| it.id() == id) && all(texts, Value::is_string)
                })
            }),
        }
    }
}

fn is(value: &Value, read: impl Fn(String) -> bool) -> bool {
    value.as_str().is_some_and(|text| read(text.to_owned()))
}

fn all(value: &Value, fits: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|list| list.iter().all(fits))
}

/// A type that a field of the settings may have.
pub(super) trait Setting {
    /// What values it takes.
    const KIND: Kind;

    /// Whether it says nothing, so that it need not be written.
    fn is_unset(&self) -> bool {
        false
    }
}

impl Setting for bool {
    const KIND: Kind = Kind::Flag;
}

impl Setting for u32 {
    const KIND: Kind = Kind::Number;
}

impl Setting for TimeOfDay {
    const KIND: Kind = Kind::Time;
}

impl Setting for Vec<String> {
    const KIND: Kind = Kind::Texts;
}

impl Setting for Vec<Day> {
    const KIND: Kind = Kind::Days;
}

impl Setting for BTreeMap<Platform, Vec<String>> {
    const KIND: Kind = Kind::TextsByPlatform;
}

impl Setting for Option<String> {
    const KIND: Kind = Kind::Text;

    fn is_unset(&self) -> bool {
        self.is_none()
    }
}
