//! Administrative templates for Group Policy: the ADMX and its texts.

mod texts;
mod xml;

use anyhow::Result;
use kakunin_core::{Key, Kind, Platform};

use super::chromium::Family;
use super::install::{PrivateWindows, Source};
use super::write::File;
use xml::{Xml, element};

/// The category under which the policies stand.
pub const CATEGORY: &str = "Kakunin";
/// The policy that installs the extension.
pub const INSTALL: &str = "install";
/// The policy of private windows.
pub const PRIVATE_WINDOWS: &str = "privateWindows";

const SCHEMA: &str = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions";

/// The longest text that Kakunin takes; without it Group Policy cuts at 1023.
const MOST_CHARACTERS: &str = "1048576";

/// The template and its texts, ja-JP and en-US.
pub fn files(
    family: Family,
    source: &Source,
    private_windows: Option<PrivateWindows>,
) -> Result<Vec<File>> {
    let id = family.id();
    let mut files = vec![(
        format!("windows/admx/kakunin-{id}.admx"),
        template(family, source, private_windows)?.into_bytes(),
    )];
    for language in texts::Language::ALL {
        files.push((
            format!("windows/admx/{}/kakunin-{id}.adml", language.tag()),
            texts::write(family, language, private_windows.is_some())?.into_bytes(),
        ));
    }
    Ok(files)
}

/// The template.
pub fn template(
    family: Family,
    source: &Source,
    private_windows: Option<PrivateWindows>,
) -> Result<String> {
    let mut policies = vec![install(family, source)];
    policies.extend(private_windows.map(|it| shut(family, source, it)));
    policies.extend(Key::ALL.iter().map(|key| setting(family, source, key)));
    let namespace = format!("Kakunin.{}", family.name());
    element("policyDefinitions")
        .with("xmlns", SCHEMA)
        .with("revision", "1.0")
        .with("schemaVersion", "1.0")
        .holding([
            element("policyNamespaces").holding([element("target")
                .with("prefix", "kakunin")
                .with("namespace", &namespace)]),
            element("resources").with("minRequiredRevision", "1.0"),
            element("supportedOn").holding([element("definitions").holding([element(
                "definition",
            )
            .with("name", "supported")
            .with("displayName", "$(string.supported)")])]),
            element("categories").holding([element("category")
                .with("name", CATEGORY)
                .with("displayName", "$(string.category)")]),
            element("policies").holding(policies),
        ])
        .write()
}

/// The element of a platform's list.
pub fn platform_element(key: &Key, platform: Platform) -> String {
    format!("{}_{}", key.id, platform.id())
}

fn policy(name: &str, key: &str) -> Xml {
    element("policy")
        .with("name", name)
        .with("class", "Both")
        .with("displayName", &format!("$(string.{name})"))
        .with("explainText", &format!("$(string.{name}_help)"))
        .with("key", key)
}

fn place() -> [Xml; 2] {
    [
        element("parentCategory").with("ref", CATEGORY),
        element("supportedOn").with("ref", "supported"),
    ]
}

/// Enabled, it writes the extension's entry in ExtensionSettings.
fn install(family: Family, source: &Source) -> Xml {
    let key = format!(r"{}\ExtensionSettings\{}", family.registry(), source.id);
    let items = family
        .installation(source)
        .into_iter()
        .map(|(name, value)| {
            let value = match value.as_str() {
                Some(text) => element("string").saying(text),
                None => element("decimal").with("value", "1"),
            };
            element("item")
                .with("key", &key)
                .with("valueName", &name)
                .holding([element("value").holding([value])])
        });
    policy(INSTALL, &key)
        .holding(place())
        .holding([element("enabledList").holding(items)])
}

fn shut(family: Family, source: &Source, private_windows: PrivateWindows) -> Xml {
    let policies = family.installing(source, Some(private_windows));
    let root = family.registry();
    let items = policies
        .into_iter()
        .filter(|(name, _)| name != "ExtensionSettings")
        .map(|(name, value)| match value.as_array() {
            Some(_) => element("item")
                .with("key", &format!(r"{root}\{name}"))
                .with("valueName", "1")
                .holding([element("value").holding([element("string").saying(&source.id)])]),
            None => element("item")
                .with("key", root)
                .with("valueName", &name)
                .holding([element("value").holding([element("decimal").with("value", "1")])]),
        });
    policy(PRIVATE_WINDOWS, root)
        .holding(place())
        .holding([element("enabledList").holding(items)])
}

fn setting(family: Family, source: &Source, key: &Key) -> Xml {
    let root = format!(
        r"{}\3rdparty\extensions\{}\policy",
        family.registry(),
        source.id
    );
    let policy = policy(key.id, &root);
    let decimal = |value| element("decimal").with("value", value);
    if key.kind == Kind::Flag {
        return policy.with("valueName", key.id).holding(place()).holding([
            element("enabledValue").holding([decimal("1")]),
            element("disabledValue").holding([decimal("0")]),
        ]);
    }
    policy
        .with("presentation", &format!("$(presentation.{})", key.id))
        .holding(place())
        .holding([element("elements").holding(elements(key, &root))])
}

fn elements(key: &Key, root: &str) -> Vec<Xml> {
    let one = |name| {
        element(name)
            .with("id", key.id)
            .with("valueName", key.id)
            .with("required", "true")
    };
    let list = |id: &str, path: &str| {
        element("list")
            .with("id", id)
            .with("key", &format!(r"{root}\{path}"))
            .with("valuePrefix", "")
    };
    match key.kind {
        Kind::Flag => Vec::new(),
        Kind::Number => vec![
            one("decimal")
                .with("minValue", "0")
                .with("maxValue", "4294967295"),
        ],
        Kind::Text | Kind::Time => vec![one("text").with("maxLength", MOST_CHARACTERS)],
        Kind::Choice(of) => vec![one("enum").holding(of.iter().map(|value| {
            element("item")
                .with("displayName", &format!("$(string.{}_{value})", key.id))
                .holding([element("value").holding([element("string").saying(value)])])
        }))],
        Kind::Texts | Kind::Days => vec![list(key.id, key.id)],
        Kind::TextsByPlatform => Platform::ALL
            .iter()
            .map(|it| {
                list(
                    &platform_element(key, *it),
                    &format!(r"{}\{}", key.id, it.id()),
                )
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_key_has_its_element() {
        let key = |kind| Key {
            id: "k",
            kind,
            title_ja: "題",
            title_en: "title",
            ja: "説明",
            en: "about",
            example: "1",
        };
        for (kind, expected) in [
            (Kind::Number, r#"<decimal id="k" valueName="k""#),
            (Kind::Text, r#"<text id="k" valueName="k""#),
            (Kind::Time, r#"<text id="k" valueName="k""#),
            (Kind::Choice(&["a", "b"]), "<string>b</string>"),
            (Kind::Texts, r#"<list id="k" key="R\k" valuePrefix=""/>"#),
            (Kind::Days, r#"<list id="k" key="R\k" valuePrefix=""/>"#),
            (Kind::TextsByPlatform, r#"<list id="k_line" key="R\k\line""#),
        ] {
            let xml: String = elements(&key(kind), "R")
                .iter()
                .map(|it| it.write().unwrap())
                .collect();
            assert!(xml.contains(expected), "{xml}");
        }
    }
}
