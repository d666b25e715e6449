//! macOS: a configuration profile for MDM, and plain plists of each domain.

use anyhow::Result;
use plist::{Dictionary, Value as Plist};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::chromium::Family;
use super::install::{PrivateWindows, Source};
use super::write::File;

const IDENTIFIER: &str = "example.kakunin";

/// The files of a Chromium browser.
pub fn chromium(
    family: Family,
    source: &Source,
    private_windows: Option<PrivateWindows>,
    settings: &Map<String, Value>,
) -> Result<Vec<File>> {
    let domain = family.domain();
    // Chromium reads an extension's settings from a domain of its own.
    let own = format!("{domain}.extensions.{}", source.id);
    let installing = family.installing(source, private_windows);
    files(
        family.id(),
        family.name(),
        &[(domain, &installing), (&own, settings)],
    )
}

/// The files of Firefox.
pub fn firefox(policies: &Map<String, Value>) -> Result<Vec<File>> {
    let mut policies = policies.clone();
    policies.insert("EnterprisePoliciesEnabled".into(), true.into());
    files("firefox", "Firefox", &[("org.mozilla.firefox", &policies)])
}

fn files(id: &str, name: &str, domains: &[(&str, &Map<String, Value>)]) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut payloads = Vec::new();
    for (domain, policies) in domains {
        files.push((format!("macos/{domain}.plist"), xml(policies)?));
        let mut payload = (*policies).clone();
        payload.extend(head(&format!("{IDENTIFIER}.{id}.{domain}"), domain, name));
        payloads.push(Value::from(payload));
    }
    let mut profile = head(&format!("{IDENTIFIER}.{id}"), "Configuration", name);
    profile.insert("PayloadScope".into(), "System".into());
    profile.insert("PayloadContent".into(), payloads.into());
    files.push((format!("macos/kakunin-{id}.mobileconfig"), xml(&profile)?));
    Ok(files)
}

/// What each payload says of itself. The same identifier has the same UUID, so
/// that a new profile takes the place of the old one.
fn head(identifier: &str, kind: &str, browser: &str) -> Map<String, Value> {
    let uuid = Uuid::new_v5(&Uuid::NAMESPACE_DNS, identifier.as_bytes());
    let head = json!({
        "PayloadType": kind,
        "PayloadVersion": 1,
        "PayloadIdentifier": identifier,
        "PayloadUUID": uuid.to_string().to_uppercase(),
        "PayloadDisplayName": format!("Kakunin（{browser}）"),
    });
    match head {
        Value::Object(head) => head,
        _ => Map::new(),
    }
}

fn xml(object: &Map<String, Value>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    to_plist(&Value::from(object.clone())).to_writer_xml(&mut bytes)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn to_plist(value: &Value) -> Plist {
    match value {
        Value::Null => Plist::String(String::new()),
        Value::Bool(flag) => Plist::Boolean(*flag),
        Value::Number(number) => number
            .as_i64()
            .map_or_else(|| Plist::String(number.to_string()), Plist::from),
        Value::String(text) => Plist::String(text.clone()),
        Value::Array(list) => Plist::Array(list.iter().map(to_plist).collect()),
        Value::Object(object) => Plist::Dictionary(
            object
                .iter()
                .map(|(key, value)| (key.clone(), to_plist(value)))
                .collect::<Dictionary>(),
        ),
    }
}
