use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Message, Platform};

mod civil;

pub use civil::{Day, TimeOfDay};

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
    /// When the office opens, in Japan's time; 08:30 where it is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office_hours_start: Option<TimeOfDay>,
    /// When the office closes, in Japan's time; 17:15 where it is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office_hours_end: Option<TimeOfDay>,
    /// Days on which the office is closed beyond weekends, holidays and 29
    /// December to 3 January.
    pub closed_days: Vec<Day>,
    /// Whether this machine is one that the municipality manages: IT sets it
    /// there.
    pub managed_device: bool,
    /// Whether an operator may send despite a block whose clause leaves room;
    /// yes where it is not set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub override_allowed: Option<bool>,
    /// Whether everything is shown and recorded and nothing is held.
    pub pilot_mode: bool,
    /// What happens to a post that can't be checked.
    pub unchecked: Unchecked,
    /// What happens to a request on a publishing endpoint whose text can't be
    /// read.
    pub unreadable_request: UnreadableRequest,
    /// Whether the record keeps the posts' texts, not only their hashes.
    pub record_text: bool,
    /// Adapters of platforms, each the text of a TOML file that takes the
    /// place of the one that ships.
    pub platform_adapters: Vec<String>,
}

/// What happens to a post that can't be checked: no engine, a broken pack, a
/// torn storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unchecked {
    /// It is held; emergency posting stays possible.
    #[default]
    Hold,
    /// It goes, and is recorded.
    Allow,
}

/// What happens to a request on a publishing endpoint whose text can't be
/// read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadableRequest {
    /// It goes, and is recorded.
    #[default]
    Allow,
    /// It is stopped.
    Stop,
}

impl Settings {
    /// Whether an operator may send despite a block whose clause leaves room.
    pub fn may_override(&self) -> bool {
        self.override_allowed.unwrap_or(true)
    }

    /// When the office opens and closes, in Japan's time.
    pub fn office_hours(&self) -> (TimeOfDay, TimeOfDay) {
        (
            self.office_hours_start.unwrap_or(TimeOfDay::OPENS),
            self.office_hours_end.unwrap_or(TimeOfDay::CLOSES),
        )
    }

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
                Err(error) => errors.push(SettingsError::new(key, error)),
            }
        }
        let mut settings: Self = serde_json::from_value(Value::Object(taken)).unwrap_or_default();
        let (start, end) = settings.office_hours();
        if start >= end {
            settings.office_hours_start = None;
            settings.office_hours_end = None;
            errors.push(SettingsError::new(
                "officeHoursEnd".to_owned(),
                format!("\"{end}\" does not come after officeHoursStart, \"{start}\""),
            ));
        }
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

impl SettingsError {
    fn new(key: String, error: impl fmt::Display) -> Self {
        Self {
            reason: Message::new(
                format!("設定「{key}」は使えません（{error}）。"),
                format!("The setting \"{key}\" can't be used ({error})."),
            ),
            key,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> (Settings, Vec<String>) {
        let (settings, errors) = Settings::read(serde_json::from_str(json).unwrap());
        (
            settings,
            errors.into_iter().map(|error| error.key).collect(),
        )
    }

    #[track_caller]
    fn check_hours(json: &str, expected: &str, wrong: &[&str]) {
        let (settings, errors) = read(json);
        let (start, end) = settings.office_hours();
        assert_eq!(format!("{start}-{end}"), expected);
        assert_eq!(errors, wrong);
    }

    #[test]
    fn reads_office_hours() {
        check_hours("{}", "8:30-17:15", &[]);
        check_hours(
            r#"{"officeHoursStart": "09:00", "officeHoursEnd": "17:45"}"#,
            "9:00-17:45",
            &[],
        );
        check_hours(r#"{"officeHoursEnd": "17:00"}"#, "8:30-17:00", &[]);
        check_hours(
            r#"{"officeHoursStart": "9時", "officeHoursEnd": "18:00"}"#,
            "8:30-18:00",
            &["officeHoursStart"],
        );
        check_hours(
            r#"{"officeHoursStart": "08:60"}"#,
            "8:30-17:15",
            &["officeHoursStart"],
        );
        check_hours(
            r#"{"officeHoursStart": "18:00"}"#,
            "8:30-17:15",
            &["officeHoursEnd"],
        );
        check_hours(
            r#"{"officeHoursStart": "17:00", "officeHoursEnd": "09:00"}"#,
            "8:30-17:15",
            &["officeHoursEnd"],
        );
    }

    #[test]
    fn one_wrong_value_never_costs_the_others() {
        let (settings, errors) = read(
            r#"{"closedDays": ["2026-08-14", "2026-02-30"], "managedDevice": true, "officalDomains": []}"#,
        );
        assert_eq!(errors, ["closedDays", "officalDomains"]);
        assert!(settings.closed_days.is_empty() && settings.managed_device);
    }

    #[test]
    fn writes_what_it_reads() {
        let json = r#"{"officeHoursStart":"08:45","closedDays":["2026-08-14"]}"#;
        let (settings, errors) = read(json);
        assert_eq!(errors, [""; 0]);
        let written = serde_json::to_value(&settings).unwrap();
        assert_eq!(written["officeHoursStart"], "08:45");
        assert_eq!(written["closedDays"], serde_json::json!(["2026-08-14"]));
    }
}
