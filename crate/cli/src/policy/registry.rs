//! Windows' registry as .reg files: UTF-16 with CRLF, as regedit writes them.

mod read;
mod value;

pub use read::{Tree, parse};

use serde_json::{Map, Value};

use super::chromium::Family;
use super::install::Source;
use super::write::File;
use value::line;

const HIVE: &str = "HKEY_LOCAL_MACHINE";
const HEADER: &str = "Windows Registry Editor Version 5.00";

/// A key goes before a value of the same name, so one that others set as JSON would be lost.
const NOTE: &str = "\
; ExtensionSettings を JSON の値として別に配っている場合は、このファイルの ExtensionSettings を
; その JSON に書き足してください。キーがあると JSON の値は読まれません。
; Where ExtensionSettings is rolled out as JSON already, add the entry below to that JSON instead:
; browsers do not read the JSON where the key exists.

";

/// The file that installs, and the one that takes all of it back.
pub fn files(family: Family, source: &Source, policies: &Map<String, Value>) -> [File; 2] {
    let root = format!(r"{HIVE}\{}", family.registry());
    // Cleared first, so that a list that became shorter leaves nothing behind.
    let mut own = vec![
        format!(r"{root}\ExtensionSettings\{}", source.id),
        format!(r"{root}\3rdparty\extensions\{}", source.id),
    ];
    for name in policies.keys() {
        if !["ExtensionSettings", "3rdparty"].contains(&name.as_str()) && policies[name].is_array()
        {
            own.push(format!(r"{root}\{name}"));
        }
    }
    let clear: String = own.iter().map(|key| format!("[-{key}]\n\n")).collect();
    let mut set = format!("{NOTE}{clear}");
    for (name, value) in policies {
        match (name.as_str(), value) {
            ("3rdparty", value) => {
                let settings = &value["extensions"][&source.id];
                let key = format!(r"{root}\3rdparty\extensions\{}\policy", source.id);
                write_key(&mut set, &key, settings);
            }
            (name, Value::Object(_) | Value::Array(_)) => {
                write_key(&mut set, &format!(r"{root}\{name}"), value);
            }
            (name, value) => {
                set.push_str(&format!("[{root}]\n{}\n", line(name, value)));
            }
        }
    }
    let mut remove = clear;
    for (name, value) in policies {
        if !value.is_object() && !value.is_array() {
            remove.push_str(&format!("[{root}]\n\"{name}\"=-\n\n"));
        }
    }
    let id = family.id();
    [
        (format!("windows/kakunin-{id}.reg"), encode(&set)),
        (format!("windows/kakunin-{id}-remove.reg"), encode(&remove)),
    ]
}

/// Writes an object or a list as a key with values and keys below it.
fn write_key(out: &mut String, key: &str, value: &Value) {
    let entries: Vec<(String, &Value)> = match value {
        Value::Object(object) => object.iter().map(|(k, v)| (k.clone(), v)).collect(),
        // Lists are numbered from 1.
        Value::Array(list) => (1..).map(|n: usize| n.to_string()).zip(list).collect(),
        _ => return,
    };
    let (below, values): (Vec<_>, Vec<_>) = entries
        .into_iter()
        .partition(|(_, value)| value.is_object() || value.is_array());
    if !values.is_empty() {
        out.push_str(&format!("[{key}]\n"));
        for (name, value) in values {
            out.push_str(&line(&name, value));
        }
        out.push('\n');
    }
    for (name, value) in below {
        write_key(out, &format!(r"{key}\{name}"), value);
    }
}

fn encode(body: &str) -> Vec<u8> {
    let text = format!("{HEADER}\n\n{body}");
    let text = text.replace('\n', "\r\n");
    std::iter::once(0xFEFF)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect()
}
