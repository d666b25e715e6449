use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Message, Platform};

/// What a municipality or its IT sets. The keys are the same in managed
/// policy, on the options page and in `--settings`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Settings {
    /// Id of a shipped guideline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guideline: Option<String>,
    /// Text of the municipality's own pack; goes before `guideline`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guideline_pack: Option<String>,
    /// Domains that count as the municipality's own, subdomains included.
    pub official_domains: Vec<String>,
    /// Handles of the official accounts, without `@`, by platform.
    pub official_accounts: BTreeMap<Platform, Vec<String>>,
    /// The municipality's own phone numbers, in any form.
    pub official_phones: Vec<String>,
    /// The municipality's own e-mail addresses, or whole domains of them.
    pub official_emails: Vec<String>,
    /// More domains of URL shorteners, subdomains included.
    pub extra_shorteners: Vec<String>,
    /// Domains that may be linked although they are short, redirecting or a
    /// third party's, subdomains included.
    pub allowed_domains: Vec<String>,
}

impl Settings {
    /// Takes what is right from an object of settings and reports the rest:
    /// one wrong value never costs the others.
    pub fn read(object: Map<String, Value>) -> (Self, Vec<SettingsError>) {
        let mut taken = Map::new();
        let mut errors = Vec::new();
        for (key, value) in object {
            let alone = Map::from_iter([(key.clone(), value.clone())]);
            match serde_json::from_value::<Self>(Value::Object(alone)) {
                Ok(_) => {
                    taken.insert(key, value);
                }
                Err(error) => errors.push(SettingsError {
                    reason: Message::new(
                        format!("設定「{key}」は使えません（{error}）。"),
                        format!("The setting \"{key}\" can't be used ({error})."),
                    ),
                    key,
                }),
            }
        }
        let settings = serde_json::from_value(Value::Object(taken)).unwrap_or_default();
        (settings, errors)
    }
}

/// A setting that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettingsError {
    /// The key.
    pub key: String,
    /// What is wrong with it.
    pub reason: Message,
}
