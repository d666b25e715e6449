//! Adapters: where on a platform's page the compose boxes are. Data, no code:
//! a selector can be mended without a new engine.

use kakunin_core::{Platform, Surface};
use serde::{Deserialize, Serialize};

const FILES: &[(&str, &str)] = &[("x.toml", include_str!("../data/x.toml"))];

/// What the content script knows of a platform's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adapter {
    /// The platform.
    pub platform: Platform,
    /// Its name, as people say it.
    pub name: String,
    /// Exact hosts of its pages.
    pub hosts: Vec<String>,
    /// Selectors of what one send sends, the nearest first.
    pub scopes: Vec<String>,
    /// Selectors of the send controls.
    pub send: Vec<String>,
    /// Selector of what hides the other parts of a thread while it is open.
    pub parts_hidden_by: Option<String>,
    /// Compose boxes, in order of trust.
    pub editor: Vec<Editor>,
    /// Keys that send from within a box.
    pub send_key: Vec<SendKey>,
    /// Where the acting account's handle stands.
    pub account: Vec<Account>,
    /// How a scope's surface is told; the first that fits.
    pub surface: Vec<SurfaceRule>,
    /// Attached media.
    pub media: MediaSelectors,
}

/// A kind of compose box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Editor {
    /// Selector of the editable element itself.
    pub selector: String,
    /// How its text is read and replaced.
    pub kind: EditorKind,
}

/// How a box's text is read and replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditorKind {
    /// Draft.js: a block a line.
    Draft,
    /// A plain `<textarea>`.
    Textarea,
}

/// A key that sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendKey {
    /// `KeyboardEvent.key`.
    pub key: String,
    /// Whether Ctrl or Command must be down.
    #[serde(default)]
    pub ctrl_or_meta: bool,
}

/// Where a handle stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Selector of the element.
    pub selector: String,
    /// The attribute.
    pub attribute: String,
    /// What stands before the handle in it.
    pub prefix: String,
}

/// A condition that tells the surface; all parts given must fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurfaceRule {
    /// The surface.
    pub is: Surface,
    /// Selector that the scope itself matches.
    pub scope: Option<String>,
    /// Selector of something within the scope.
    pub has: Option<String>,
    /// Part of the page's path.
    pub path: Option<String>,
}

/// Selectors of attached media within a scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaSelectors {
    /// Pictures; the alternative text is their `alt`.
    pub image: String,
    /// Videos.
    pub video: String,
}

/// Every adapter that ships.
///
/// # Errors
/// Names the file and what is wrong in it.
pub fn adapters() -> Result<Vec<Adapter>, String> {
    FILES
        .iter()
        .map(|(file, text)| toml::from_str(text).map_err(|error| format!("{file}: {error}")))
        .collect()
}

/// Every adapter as the JSON that the content script is built with.
///
/// # Errors
/// Those of [`adapters`].
pub fn adapters_json() -> Result<String, String> {
    serde_json::to_string(&adapters()?).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_an_adapter_with_a_box_and_a_send_control() {
        for adapter in adapters().unwrap() {
            assert!(!adapter.hosts.is_empty(), "{}", adapter.name);
            assert!(!adapter.editor.is_empty(), "{}", adapter.name);
            assert!(!adapter.send.is_empty(), "{}", adapter.name);
        }
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let text = FILES[0].1.replace("parts_hidden_by", "parts_hiden_by");
        let refused = toml::from_str::<Adapter>(&text).unwrap_err();
        assert!(refused.to_string().contains("parts_hiden_by"));
    }
}
