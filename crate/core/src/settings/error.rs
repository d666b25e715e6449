use std::fmt;

use serde::Serialize;
use serde_json::Value;

use super::{Key, TimeOfDay};
use crate::Message;

/// How alike two words must be for one to be taken for a slip of the other.
const ALIKE: f64 = 0.8;

/// How many characters of a wrong value are repeated.
const SHOWN: usize = 60;

/// A setting that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettingsError {
    /// The key.
    pub key: String,
    /// What is wrong with it, in one line.
    pub reason: Message,
}

impl SettingsError {
    pub(super) fn unknown(id: &str) -> Self {
        let meant = Key::ALL
            .iter()
            .map(|key| (strsim::jaro_winkler(id, key.id), key.id))
            .filter(|(alike, _)| *alike >= ALIKE)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        let (ja, en) = match meant {
            Some((_, meant)) => (
                format!("「{meant}」の誤りではありませんか。"),
                format!(" Is it \"{meant}\"?"),
            ),
            None => (String::new(), String::new()),
        };
        Self::new(
            id,
            format!("「{}」という設定はありません。{ja}", shorten(id)),
            format!("There is no setting \"{}\".{en}", shorten(id)),
        )
    }

    pub(super) fn wrong_kind(key: &Key, value: &Value) -> Self {
        let Key { id, example, .. } = key;
        let kind = key.kind.name();
        let value = shorten(&value.to_string());
        Self::new(
            id,
            format!(
                "設定「{id}」は{}で書いてください（いまは {value}）。例: {example}",
                spaced(&kind.ja),
            ),
            format!(
                "The setting \"{id}\" must be {} (it is {value}). Example: {example}",
                kind.en
            ),
        )
    }

    pub(super) fn too_large(key: &Key) -> Self {
        let id = key.id;
        Self::new(
            id,
            format!("設定「{id}」が大きすぎます。1 MB までにしてください。"),
            format!("The setting \"{id}\" is too large: 1 MB is the most."),
        )
    }

    pub(super) fn unreadable(key: &Key, error: &impl fmt::Display) -> Self {
        let id = key.id;
        Self::new(
            id,
            format!("設定「{id}」は使えません（{error}）。"),
            format!("The setting \"{id}\" can't be used ({error})."),
        )
    }

    pub(super) fn hours(start: TimeOfDay, end: TimeOfDay) -> Self {
        Self::new(
            "officeHoursEnd",
            format!(
                "就業時間の終わり（officeHoursEnd、{end}）が始まり（officeHoursStart、{start}）より後ではありません。どちらも既定の時刻を使います。"
            ),
            format!(
                "The office closes (officeHoursEnd, {end}) no later than it opens (officeHoursStart, {start}). Both defaults are used."
            ),
        )
    }

    fn new(key: &str, ja: String, en: String) -> Self {
        Self {
            key: key.to_owned(),
            reason: Message::new(ja, en),
        }
    }
}

/// With the spaces that Japanese sets beside Latin letters.
fn spaced(text: &str) -> String {
    let before = if text.starts_with(|c: char| c.is_ascii()) {
        " "
    } else {
        ""
    };
    let after = if text.ends_with(|c: char| c.is_ascii()) {
        " "
    } else {
        ""
    };
    format!("{before}{text}{after}")
}

/// The beginning of a text, without line breaks.
fn shorten(text: &str) -> String {
    let mut short: String = text
        .chars()
        .filter(|c| !c.is_control())
        .take(SHOWN)
        .collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
