//! Firefox' policies, for policies.json and for macOS.

use serde_json::{Map, Value, json};

use super::FIREFOX_ID;
use super::install::{PrivateWindows, Xpi};

/// Every policy, by name.
pub fn policies(
    xpi: &Xpi,
    private_windows: Option<PrivateWindows>,
    settings: &Map<String, Value>,
) -> Map<String, Value> {
    let mut entry = json!({
        "installation_mode": "force_installed",
        "install_url": xpi.url,
        "default_area": "navbar",
    });
    let mut policies = Map::new();
    match private_windows {
        Some(PrivateWindows::Off) => {
            policies.insert("PrivateBrowsingModeAvailability".into(), 1.into());
        }
        Some(PrivateWindows::Allowed) => entry["private_browsing"] = true.into(),
        None => {}
    }
    policies.insert("ExtensionSettings".into(), json!({ FIREFOX_ID: entry }));
    policies.insert(
        "3rdparty".into(),
        json!({ "Extensions": { FIREFOX_ID: settings } }),
    );
    policies
}
