use serde::{Deserialize, Serialize};

/// A text for people, in the product's two languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Japanese, the first language of every screen.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Message {
    /// Both languages at once.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            ja: ja.into(),
            en: en.into(),
        }
    }
}
