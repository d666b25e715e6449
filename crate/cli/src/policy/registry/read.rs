//! Reads .reg files as Windows and then Chromium would.

use std::collections::BTreeMap;

use kakunin_core::{Key, Kind, Message};
use serde_json::{Map, Value};

use super::HEADER;
use super::value::{self, Written};

/// A key of the registry with everything below it. Names are in the case in
/// which they were first written; Windows tells none apart by case.
#[derive(Debug, Default)]
pub struct Tree {
    values: BTreeMap<String, Written>,
    keys: BTreeMap<String, Tree>,
}

/// Reads a file; `None` where it is no .reg file at all.
///
/// # Errors
/// The first line that regedit would not take.
pub fn parse(bytes: &[u8]) -> Option<Result<Tree, Message>> {
    let text = decode(bytes)?;
    let body = text.trim_start().strip_prefix(HEADER)?;
    Some(read(body))
}

fn decode(bytes: &[u8]) -> Option<String> {
    if let Some(units) = bytes.strip_prefix(b"\xFF\xFE") {
        let units: Vec<u16> = units
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect();
        return String::from_utf16(&units).ok();
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    String::from_utf8(bytes.to_vec()).ok()
}

fn read(body: &str) -> Result<Tree, Message> {
    let mut root = Tree::default();
    let mut key: Option<Vec<String>> = None;
    let mut lines = body.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        // The header is the first line.
        let number = number + 1;
        let mut line = line.trim().to_owned();
        while line.starts_with('"') && line.ends_with('\\') && !line.ends_with("\\\"") {
            line.pop();
            match lines.next() {
                Some((_, more)) => line.push_str(more.trim()),
                None => break,
            }
        }
        if line.is_empty() || line.starts_with(';') {
            continue;
        }
        if let Some(path) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            key = match path.strip_prefix('-') {
                Some(gone) => {
                    root.remove(&segments(gone));
                    None
                }
                None => Some(segments(path)),
            };
            if let Some(key) = &key {
                root.enter(key);
            }
            continue;
        }
        let written = key.as_ref().and_then(|key| {
            let (name, rest) = value::unquote(&line)?;
            let written = value::parse(rest.trim().strip_prefix('=')?.trim())?;
            Some((key, name, written))
        });
        match written {
            Some((key, name, Written::Gone)) => root.enter(key).forget(&name),
            Some((key, name, written)) => root.enter(key).set(name, written),
            None => {
                return Err(Message::new(
                    format!("{number}行目が .reg として読めません: {line}"),
                    format!("Line {number} can't be read as .reg: {line}"),
                ));
            }
        }
    }
    Ok(root)
}

fn segments(path: &str) -> Vec<String> {
    path.split('\\').map(str::to_owned).collect()
}

impl Tree {
    /// The key below this one, by its path.
    pub fn find(&self, path: &str) -> Option<&Self> {
        path.split('\\').try_fold(self, |tree, name| {
            let mut keys = tree.keys.iter();
            keys.find(|(it, _)| it.eq_ignore_ascii_case(name))
                .map(|(_, tree)| tree)
        })
    }

    /// The keys right below, by name.
    pub fn below(&self) -> impl Iterator<Item = (&str, &Self)> {
        self.keys.iter().map(|(name, tree)| (name.as_str(), tree))
    }

    fn enter(&mut self, path: &[String]) -> &mut Self {
        path.iter().fold(self, |tree, name| {
            let known = tree.keys.keys().find(|it| it.eq_ignore_ascii_case(name));
            let name = known.unwrap_or(name).clone();
            tree.keys.entry(name).or_default()
        })
    }

    fn remove(&mut self, path: &[String]) {
        if let [above @ .., last] = path {
            self.enter(above)
                .keys
                .retain(|name, _| !name.eq_ignore_ascii_case(last));
        }
    }

    fn forget(&mut self, name: &str) {
        self.values.retain(|it, _| !it.eq_ignore_ascii_case(name));
    }

    fn set(&mut self, name: String, written: Written) {
        self.forget(&name);
        self.values.insert(name, written);
    }

    /// As Chromium reads a policy of which it has no schema here: texts of JSON
    /// are taken apart.
    pub fn object(&self) -> Map<String, Value> {
        let values = self.values.iter().filter_map(|(name, written)| {
            let value = match written {
                Written::Text(text) => {
                    serde_json::from_str(text).unwrap_or_else(|_| text.clone().into())
                }
                Written::Number(number) => (*number).into(),
                Written::Gone | Written::Unread => return None,
            };
            Some((name.clone(), value))
        });
        let keys = self
            .keys
            .iter()
            .map(|(name, tree)| (name.clone(), tree.object().into()));
        values.chain(keys).collect()
    }

    /// As Chromium reads the settings of the extension, whose schema it has.
    pub fn settings(&self) -> Map<String, Value> {
        let values = self.values.iter().filter_map(|(name, written)| {
            let value = typed(Key::find(name).map(|key| key.kind), written)?;
            Some((name.clone(), value))
        });
        let keys = self.keys.iter().map(|(name, tree)| {
            let value = match Key::find(name).map(|key| key.kind) {
                Some(Kind::Texts | Kind::Days) => tree.list(),
                _ => tree.lists(),
            };
            (name.clone(), value)
        });
        values.chain(keys).collect()
    }

    fn list(&self) -> Value {
        let numbered = self.values.iter().filter(|(name, _)| is_number(name));
        numbered
            .filter_map(|(_, written)| typed(Some(Kind::Text), written))
            .collect()
    }

    fn lists(&self) -> Value {
        self.keys
            .iter()
            .map(|(name, tree)| (name.clone(), tree.list()))
            .collect()
    }
}

fn is_number(name: &str) -> bool {
    name.parse::<i32>().is_ok()
}

fn typed(kind: Option<Kind>, written: &Written) -> Option<Value> {
    Some(match (kind, written) {
        (Some(Kind::Flag), Written::Number(number)) => (*number != 0).into(),
        (Some(Kind::Flag), Written::Text(text)) if is_number(text) => (text != "0").into(),
        (Some(Kind::Number), Written::Text(text)) if is_number(text) => {
            serde_json::from_str(text).ok()?
        }
        (Some(Kind::Texts | Kind::Days | Kind::TextsByPlatform), Written::Text(text)) => {
            serde_json::from_str(text).unwrap_or_else(|_| text.clone().into())
        }
        (_, Written::Text(text)) => text.clone().into(),
        (_, Written::Number(number)) => (*number).into(),
        (_, Written::Gone | Written::Unread) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn settings(body: &str) -> Value {
        let file = format!("{HEADER}\n\n[HKLM\\policy]\n{body}");
        let tree = parse(file.as_bytes()).unwrap().unwrap();
        tree.find("hklm\\POLICY").unwrap().settings().into()
    }

    #[test]
    fn values_become_what_the_schema_says() {
        assert_eq!(
            settings(
                "; a comment\n\"managedDevice\"=dword:00000001\n\"guideline\"=\"a\\\\b\\\"c\"\n\
                 \"closedDays\"=\"[\\\"2026-08-14\\\"]\"\n"
            ),
            json!({"managedDevice": true, "guideline": "a\\b\"c", "closedDays": ["2026-08-14"]})
        );
        assert_eq!(
            settings("[HKLM\\policy\\officialAccounts\\x]\n\"1\"=\"a\"\n\"2\"=\"b\"\n"),
            json!({"officialAccounts": {"x": ["a", "b"]}})
        );
    }

    #[test]
    fn a_text_of_bytes_is_read_over_its_lines() {
        assert_eq!(
            settings("\"guideline\"=hex(1):61,00,\\\n  0a,00,\\\n  62,00,00,00\n"),
            json!({"guideline": "a\nb"})
        );
    }

    #[test]
    fn what_is_taken_away_is_gone() {
        assert_eq!(
            settings(
                "\"guideline\"=\"a\"\n\"guideline\"=-\n\"officialDomains\"=hex(7):61,00\n\
                 [HKLM\\policy\\closedDays]\n\"1\"=\"2026-08-14\"\n[-HKLM\\policy\\closeddays]\n"
            ),
            json!({})
        );
    }

    #[test]
    fn a_line_that_is_none_is_named() {
        let file = format!("{HEADER}\r\n\r\n[HKLM]\r\nguideline=1\r\n");
        let error = parse(file.as_bytes()).unwrap().unwrap_err();
        assert!(error.ja.starts_with("4行目"), "{error:?}");
        assert!(parse(b"{}").is_none());
    }
}
