//! The tables of settings in the administrators' pages, from the one table in the core.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use kakunin_core::{Key, Kind};
use serde_json::Value;

use crate::paths::in_repo;

const START: &str = "<!-- settings: ";
const END: &str = "<!-- /settings -->";

/// Every page below docs/ with a table of settings, as it has to be.
pub fn pages() -> Result<Vec<(PathBuf, String)>> {
    let mut pages = Vec::new();
    for folder in ["docs", "docs/rollout"] {
        for entry in fs_err::read_dir(in_repo(folder))? {
            let path = entry?.path();
            if path.extension().is_none_or(|it| it != "md") {
                continue;
            }
            let page = fs_err::read_to_string(&path)?;
            if page.contains(START) {
                let filled = fill(&page).with_context(|| path.display().to_string())?;
                pages.push((path, filled));
            }
        }
    }
    Ok(pages)
}

/// Puts a table between each pair of marks.
fn fill(page: &str) -> Result<String> {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(START) {
        let (name, after) = after.split_once(" -->").context("a mark without end")?;
        let (_, after) = after.split_once(END).context("a table without end")?;
        out.push_str(&format!(
            "{before}{START}{name} -->\n{}{END}",
            table(Format::named(name)?)
        ));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// How a value is written.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Toml,
    Registry,
    Plist,
}

impl Format {
    fn named(name: &str) -> Result<Self> {
        Ok(match name {
            "json" => Self::Json,
            "toml" => Self::Toml,
            "registry" => Self::Registry,
            "plist" => Self::Plist,
            other => bail!("there is no table of settings called {other:?}"),
        })
    }

    /// What the key's type is called, Japanese first.
    fn kind(self, kind: Kind) -> String {
        match (self, kind) {
            (Self::Registry, Kind::Flag | Kind::Number) => "REG_DWORD".into(),
            (Self::Registry, Kind::Text | Kind::Choice(_) | Kind::Time) => "REG_SZ".into(),
            (Self::Registry, Kind::Texts | Kind::Days) => {
                "サブキーに 1, 2, … の REG_SZ / subkey with REG_SZ 1, 2, …".into()
            }
            (Self::Registry, Kind::TextsByPlatform) => {
                "対象ごとのサブキーに 1, 2, … の REG_SZ / subkey a platform with REG_SZ 1, 2, …"
                    .into()
            }
            _ => {
                let name = kind.name();
                format!("{} / {}", name.ja, name.en)
            }
        }
    }

    fn value(self, key: &str, value: &Value) -> String {
        match self {
            Self::Json => format!("`\"{key}\": {}`", spaced(value)),
            Self::Toml => format!("`{key} = {}`", toml(value)),
            Self::Registry => registry(key, value).join("<br>"),
            Self::Plist => format!("`<key>{key}</key>{}`", plist(value)),
        }
    }
}

fn table(format: Format) -> String {
    let mut rows = vec![
        "| キー / Key | 型 / Type | 既定 / Default | 意味 / Meaning | 例 / Example |".to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    for key in Key::ALL {
        let example = serde_json::from_str(key.example).unwrap_or_default();
        let default = match key.default() {
            None | Some(Value::Array(_) | Value::Object(_)) => "なし / none".to_owned(),
            Some(value) => format!("`{value}`"),
        };
        rows.push(format!(
            "| `{}` | {} | {default} | {} / {} | {} |",
            key.id,
            format.kind(key.kind),
            key.ja,
            key.en,
            format.value(key.id, &example),
        ));
    }
    rows.join("\n") + "\n"
}

fn spaced(value: &Value) -> String {
    match value {
        Value::Array(list) => {
            let list: Vec<_> = list.iter().map(spaced).collect();
            format!("[{}]", list.join(", "))
        }
        Value::Object(object) => {
            let entries: Vec<_> = object
                .iter()
                .map(|(key, value)| format!("\"{key}\": {}", spaced(value)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
        other => other.to_string(),
    }
}

fn toml(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let entries: Vec<_> = object
                .iter()
                .map(|(key, value)| format!("{key} = {}", spaced(value)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
        other => spaced(other),
    }
}

fn registry(name: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => (1..)
            .zip(list)
            .map(|(number, value)| format!("`{name}\\{number}` = `{}`", bare(value)))
            .collect(),
        Value::Object(object) => object
            .iter()
            .flat_map(|(key, value)| registry(&format!("{name}\\{key}"), value))
            .collect(),
        Value::Bool(flag) => vec![format!("`{name}` = `{}`", u8::from(*flag))],
        other => vec![format!("`{name}` = `{}`", bare(other))],
    }
}

fn plist(value: &Value) -> String {
    match value {
        Value::Bool(flag) => format!("<{flag}/>"),
        Value::Number(number) => format!("<integer>{number}</integer>"),
        Value::Array(list) => {
            let list: String = list.iter().map(plist).collect();
            format!("<array>{list}</array>")
        }
        Value::Object(object) => {
            let entries: String = object
                .iter()
                .map(|(key, value)| format!("<key>{key}</key>{}", plist(value)))
                .collect();
            format!("<dict>{entries}</dict>")
        }
        other => format!("<string>{}</string>", bare(other)),
    }
}

/// A text without quotes, in one line.
fn bare(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('\n', "⏎"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committed_tables_are_as_the_settings_have_them() {
        let mut tables = 0;
        for (path, filled) in pages().unwrap() {
            let committed = fs_err::read_to_string(&path).unwrap();
            assert_eq!(committed, filled, "run `cargo xtask docs`");
            tables += 1;
        }
        assert!(tables > 3, "{tables}");
    }

    #[test]
    fn a_mark_that_is_wrong_is_named() {
        let wrong = |page: &str| fill(page).unwrap_err().to_string();
        assert!(wrong("<!-- settings: ini -->\n<!-- /settings -->").contains("ini"));
        assert!(wrong("<!-- settings: json -->\n").contains("without end"));
        assert_eq!(fill("no table\n").unwrap(), "no table\n");
    }
}
