//! Policy files of every format, read into the policies of a browser.

use std::io::Cursor;
use std::path::Path;

use kakunin_core::Message;
use plist::Value as Plist;
use serde_json::{Map, Value, json};

use super::chromium::Family;
use super::registry;
use crate::settings;

/// The policies of one browser in a file.
pub enum Found {
    /// Of a Chromium browser; of which one is known on Windows and macOS.
    Chromium(Option<Family>, Map<String, Value>),
    /// Of Firefox.
    Firefox(Map<String, Value>),
    /// No browser's: settings alone, and how browsers get the extension.
    Settings(settings::File),
}

/// Reads a file.
///
/// # Errors
/// Why it can't be read, in one line.
pub fn read(path: &Path) -> Result<Vec<Found>, Message> {
    let bytes = std::fs::read(path).map_err(|error| {
        Message::new(
            format!("読めません（{error}）。"),
            format!("Can't be read ({error})."),
        )
    })?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Message::new("ファイルが空です。", "The file is empty."));
    }
    if path.extension().is_some_and(|it| it == "toml") {
        let text = String::from_utf8_lossy(&bytes);
        return Ok(vec![Found::Settings(settings::File::from_toml(&text)?)]);
    }
    if let Some(tree) = registry::parse(&bytes) {
        return from_registry(&tree?);
    }
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"<") || start.starts_with(b"bplist") {
        return from_plist(path, &bytes);
    }
    from_json(&String::from_utf8_lossy(&bytes))
}

fn from_json(text: &str) -> Result<Vec<Found>, Message> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut object = settings::parse_json(text)?;
    if let Some(Value::Object(policies)) = object.remove("policies") {
        return Ok(vec![Found::Firefox(policies)]);
    }
    if object.contains_key("@odata.type") {
        return Err(Message::new(
            "Intune 用のファイルは読み戻せません。同じときに書いた .reg を確かめてください。",
            "Files for Intune can't be read back: check the .reg that was written with it.",
        ));
    }
    let known = ["3rdparty", "ExtensionSettings", "ExtensionInstallForcelist"];
    if known.iter().any(|name| object.contains_key(*name)) {
        return Ok(vec![Found::Chromium(None, object)]);
    }
    Ok(vec![Found::Settings(settings::File::new(object))])
}

fn from_registry(tree: &registry::Tree) -> Result<Vec<Found>, Message> {
    let hives = ["HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER"];
    let found: Vec<_> = hives
        .iter()
        .filter_map(|hive| tree.find(hive))
        .flat_map(|hive| Family::ALL.map(|family| (family, hive.find(family.registry()))))
        .filter_map(|(family, root)| Some((family, root?)))
        .map(|(family, root)| {
            let mut policies = root.object();
            if let Some(extensions) = root.find(r"3rdparty\extensions") {
                let settings: Map<String, Value> = extensions
                    .below()
                    .filter_map(|(id, tree)| {
                        let policy = tree.find("policy")?;
                        Some((id.to_owned(), policy.settings().into()))
                    })
                    .collect();
                policies.insert("3rdparty".into(), json!({ "extensions": settings }));
            }
            Found::Chromium(Some(family), policies)
        })
        .collect();
    if found.is_empty() {
        return Err(Message::new(
            r"SOFTWARE\Policies\Google\Chrome も SOFTWARE\Policies\Microsoft\Edge もありません。",
            r"There is neither SOFTWARE\Policies\Google\Chrome nor SOFTWARE\Policies\Microsoft\Edge.",
        ));
    }
    Ok(found)
}

fn from_plist(path: &Path, bytes: &[u8]) -> Result<Vec<Found>, Message> {
    let value = Plist::from_reader(Cursor::new(bytes)).map_err(|error| {
        Message::new(
            format!("plist として読めません（{error}）。"),
            format!("It is no plist ({error})."),
        )
    })?;
    let Value::Object(mut object) = to_json(&value) else {
        return Err(Message::new(
            "plist に辞書（dict）がありません。",
            "The plist has no dict.",
        ));
    };
    let payloads = match object.remove("PayloadContent") {
        Some(Value::Array(payloads)) => payloads
            .into_iter()
            .filter_map(|payload| {
                let Value::Object(mut payload) = payload else {
                    return None;
                };
                let domain = payload.get("PayloadType")?.as_str()?.to_owned();
                payload.retain(|key, _| !key.starts_with("Payload"));
                Some((domain, payload))
            })
            .collect(),
        // A plain plist is named after its domain.
        _ => {
            let domain = path.file_stem().unwrap_or_default().to_string_lossy();
            vec![(domain.into_owned(), object)]
        }
    };
    from_domains(payloads)
}

fn from_domains(payloads: Vec<(String, Map<String, Value>)>) -> Result<Vec<Found>, Message> {
    let mut found = Vec::new();
    let domains: Vec<String> = payloads.iter().map(|(domain, _)| domain.clone()).collect();
    for family in Family::ALL {
        let mut policies = Map::new();
        let mut settings = Map::new();
        let own = format!("{}.extensions.", family.domain());
        for (domain, payload) in &payloads {
            if domain == family.domain() {
                policies.extend(payload.clone());
            } else if let Some(id) = domain.strip_prefix(&own) {
                settings.insert(id.to_owned(), payload.clone().into());
            }
        }
        if !settings.is_empty() {
            policies.insert("3rdparty".into(), json!({ "extensions": settings }));
        }
        if !policies.is_empty() {
            found.push(Found::Chromium(Some(family), policies));
        }
    }
    for (domain, payload) in payloads {
        if domain == "org.mozilla.firefox" {
            found.push(Found::Firefox(payload));
        }
    }
    if found.is_empty() {
        let domains = domains.join(", ");
        return Err(Message::new(
            format!("Chrome、Edge、Firefox のどのドメインもありません（あるもの: {domains}）。"),
            format!("There is no domain of Chrome, Edge or Firefox, only {domains}."),
        ));
    }
    Ok(found)
}

fn to_json(value: &Plist) -> Value {
    match value {
        Plist::Array(list) => list.iter().map(to_json).collect(),
        Plist::Dictionary(dictionary) => dictionary
            .iter()
            .map(|(key, value)| (key.clone(), to_json(value)))
            .collect(),
        Plist::Boolean(flag) => (*flag).into(),
        Plist::Integer(number) => number.as_signed().into(),
        Plist::Real(number) => (*number).into(),
        Plist::String(text) => text.clone().into(),
        other => format!("{other:?}").into(),
    }
}
