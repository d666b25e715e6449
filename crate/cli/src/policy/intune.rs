//! Intune: a custom configuration with OMA-URIs, as Microsoft Graph takes it.

use anyhow::Result;
use kakunin_core::{Key, Kind, Platform};
use quick_xml::escape::escape;
use serde_json::{Map, Value, json};

use super::admx;
use super::chromium::Family;
use super::install::{PrivateWindows, Source};
use super::write::{File, json_file};

/// What stands between the parts of a list in the value of a policy.
const BETWEEN: &str = "&#xF000;";

/// The configuration of a browser: its ADMX, and every policy that is set.
pub fn file(
    family: Family,
    source: &Source,
    private_windows: Option<PrivateWindows>,
    settings: &Map<String, Value>,
) -> Result<File> {
    let area = format!("Kakunin{}", family.name());
    let policy = |name: &str| {
        format!(
            "./Device/Vendor/MSFT/Policy/Config/{area}~Policy~{}/{name}",
            admx::CATEGORY
        )
    };
    let mut omas = vec![
        oma(
            "ADMX",
            format!(
                "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/{area}/Policy/Kakunin"
            ),
            admx::template(family, source, private_windows)?,
        ),
        oma(admx::INSTALL, policy(admx::INSTALL), "<enabled/>".into()),
    ];
    if private_windows.is_some() {
        let name = admx::PRIVATE_WINDOWS;
        omas.push(oma(name, policy(name), "<enabled/>".into()));
    }
    for key in Key::ALL {
        if let Some(value) = settings.get(key.id) {
            omas.push(oma(key.id, policy(key.id), data(key, value)));
        }
    }
    let whole = json!({
        "@odata.type": "#microsoft.graph.windows10CustomConfiguration",
        "displayName": format!("Kakunin（{}）", family.name()),
        "omaSettings": omas,
    });
    let whole = whole.as_object().cloned().unwrap_or_default();
    Ok((
        format!("intune/kakunin-{}.json", family.id()),
        json_file(&whole)?,
    ))
}

fn oma(name: &str, uri: String, value: String) -> Value {
    json!({
        "@odata.type": "#microsoft.graph.omaSettingString",
        "displayName": name,
        "omaUri": uri,
        "value": value,
    })
}

/// What a policy is set to, in the words of the Policy CSP.
fn data(key: &Key, value: &Value) -> String {
    let one = |id: &str, text: &str| format!("<data id=\"{id}\" value=\"{text}\"/>");
    let data = match (key.kind, value) {
        (Kind::Flag, Value::Bool(false)) => return "<disabled/>".into(),
        (Kind::Flag, _) => String::new(),
        (Kind::TextsByPlatform, value) => Platform::ALL
            .iter()
            .filter_map(|it| {
                let id = admx::platform_element(key, *it);
                Some(one(&id, &list(value.get(it.id())?)))
            })
            .collect(),
        (_, Value::Array(_)) => one(key.id, &list(value)),
        (_, Value::String(text)) => {
            // Else XML makes blanks of the line breaks.
            one(key.id, &escape(text).replace('\n', "&#xA;"))
        }
        (_, other) => one(key.id, &other.to_string()),
    };
    format!("<enabled/>{data}")
}

fn list(value: &Value) -> String {
    let texts = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let parts: Vec<_> = texts
        .iter()
        .filter_map(Value::as_str)
        .enumerate()
        .map(|(at, text)| format!("{}{BETWEEN}{}", at + 1, escape(text)))
        .collect();
    parts.join(BETWEEN)
}
