//! The `[install]` table: which browsers get the extension, and from where.

use std::path::PathBuf;

use kakunin_core::Message;
use serde::Deserialize;
use serde_json::Value;

use crate::policy::chromium::Family;

/// How browsers get the extension.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Install {
    chrome: Option<Source>,
    edge: Option<Source>,
    /// Where Firefox gets the extension.
    pub firefox: Option<Xpi>,
    /// What becomes of private windows; they stay as they are where it isn't said.
    pub private_windows: Option<PrivateWindows>,
    /// File of the municipality's own pack, from the folder of the settings.
    pub pack: Option<PathBuf>,
}

/// Where a Chromium browser gets the extension.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// The extension's id there.
    pub id: String,
    /// Address of the update manifest; the browser's own store where there is none.
    pub update_url: Option<String>,
}

/// Where Firefox gets the extension.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Xpi {
    /// Address of the XPI.
    pub url: String,
}

/// What becomes of private windows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrivateWindows {
    /// There are none.
    Off,
    /// The extension runs there too, as far as the browser lets a policy say so.
    Allowed,
}

impl Install {
    /// Reads the table.
    ///
    /// # Errors
    /// What is wrong with it, one line each.
    pub fn read(table: Option<Value>) -> Result<Self, Vec<Message>> {
        let Some(table) = table else {
            return Err(vec![Message::new(
                "[install] がありません。どのブラウザーに、どこから入れるかを書いてください。",
                "There is no [install]: say which browsers get the extension, and from where.",
            )]);
        };
        let install: Self = serde_json::from_value(table).map_err(|error| {
            vec![Message::new(
                format!("[install] の書き方が正しくありません（{error}）。"),
                format!("[install] is not as it must be ({error})."),
            )]
        })?;
        let errors = install.errors();
        if errors.is_empty() {
            Ok(install)
        } else {
            Err(errors)
        }
    }

    /// The Chromium browsers that get the extension, and where each gets it.
    pub fn chromium(&self) -> impl Iterator<Item = (Family, &Source)> {
        let sources = [(Family::Chrome, &self.chrome), (Family::Edge, &self.edge)];
        sources
            .into_iter()
            .filter_map(|(family, source)| Some((family, source.as_ref()?)))
    }

    fn errors(&self) -> Vec<Message> {
        let mut errors = Vec::new();
        for (family, source) in self.chromium() {
            let place = format!("install.{}", family.id());
            if !is_extension_id(&source.id) {
                errors.push(wrong_id(&format!("{place}.id"), &source.id));
            }
            if let Some(url) = &source.update_url {
                errors.extend(wrong_address(&format!("{place}.updateUrl"), url));
            }
        }
        if let Some(xpi) = &self.firefox {
            errors.extend(wrong_address("install.firefox.url", &xpi.url));
        } else if self.chromium().next().is_none() {
            errors.push(Message::new(
                "[install.chrome]、[install.edge]、[install.firefox] のどれもありません。",
                "There is none of [install.chrome], [install.edge] and [install.firefox].",
            ));
        }
        errors
    }
}

/// Whether it could be an extension's id in a Chromium browser.
pub fn is_extension_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'a'..=b'p'))
}

/// Says that an id can't be an extension's.
pub fn wrong_id(place: &str, id: &str) -> Message {
    Message::new(
        format!(
            "{place} の {id:?} は拡張機能の ID ではありません。ID は a から p までの32文字です。"
        ),
        format!("{place}: {id:?} is no extension's id, which is 32 letters from a to p."),
    )
}

fn wrong_address(place: &str, url: &str) -> Option<Message> {
    let known = ["https://", "http://", "file:///"];
    if known.iter().any(|scheme| url.starts_with(scheme)) {
        return None;
    }
    Some(Message::new(
        format!("{place} の {url:?} はアドレスではありません。https:// から書いてください。"),
        format!("{place}: {url:?} is no address; begin with https://."),
    ))
}
