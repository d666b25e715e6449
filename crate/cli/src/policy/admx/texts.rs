//! The texts of a template in one language.

use anyhow::Result;
use kakunin_core::{Key, Kind, Platform};
use serde_json::Value;

use super::super::chromium::Family;
use super::xml::{Xml, element};
use super::{INSTALL, PRIVATE_WINDOWS, SCHEMA, platform_element};

/// A language of the templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Japanese.
    Japanese,
    /// English.
    English,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Japanese, Self::English];

    /// Its name on Windows, which is the folder's.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Japanese => "ja-JP",
            Self::English => "en-US",
        }
    }

    fn of<T>(self, ja: T, en: T) -> T {
        match self {
            Self::Japanese => ja,
            Self::English => en,
        }
    }
}

/// The texts of a browser's template.
pub fn write(family: Family, language: Language, private_windows: bool) -> Result<String> {
    let name = family.name();
    let category = format!("Kakunin（{name}）");
    let string = |id: &str, text: &str| element("string").with("id", id).saying(text);
    let mut strings = vec![
        string("category", &category),
        string(
            "supported",
            language.of("Kakunin 0.1 以降", "Kakunin 0.1 or later"),
        ),
        string(INSTALL, language.of("Kakunin を入れる", "Install Kakunin")),
        string(
            &format!("{INSTALL}_help"),
            language.of(
                "有効にすると、Kakunin を強制的に入れてツールバーに固定します。",
                "Enabled, it force-installs Kakunin and pins it to the toolbar.",
            ),
        ),
    ];
    if private_windows {
        strings.push(string(
            PRIVATE_WINDOWS,
            language.of("プライベートウィンドウ", "Private windows"),
        ));
        strings.push(string(
            &format!("{PRIVATE_WINDOWS}_help"),
            language.of(
                "有効にすると、このテンプレートを作ったときに選んだ扱い（使えなくする、または Kakunin を許可したときだけ使える）になります。",
                "Enabled, private windows are as was chosen when this template was made: none, or only with Kakunin in them.",
            ),
        ));
    }
    let mut presentations = Vec::new();
    for key in Key::ALL {
        strings.push(string(key.id, language.of(key.title_ja, key.title_en)));
        strings.push(string(&format!("{}_help", key.id), &help(key, language)));
        if let Kind::Choice(of) = key.kind {
            strings.extend(
                of.iter()
                    .map(|value| string(&format!("{}_{value}", key.id), value)),
            );
        }
        let boxes = boxes(key, language);
        if !boxes.is_empty() {
            presentations.push(element("presentation").with("id", key.id).holding(boxes));
        }
    }
    element("policyDefinitionResources")
        .with("xmlns", SCHEMA)
        .with("revision", "1.0")
        .with("schemaVersion", "1.0")
        .holding([
            element("displayName").saying(&category),
            element("description").saying(&category),
            element("resources").holding([
                element("stringTable").holding(strings),
                element("presentationTable").holding(presentations),
            ]),
        ])
        .write()
}

fn help(key: &Key, language: Language) -> String {
    let about = language.of(key.ja, key.en);
    let stop = language.of("。", ".");
    let example = serde_json::from_str(key.example).unwrap_or_default();
    let mut help = format!(
        "{about}{stop}\n{}: {}",
        language.of("例", "Example"),
        plain(&example)
    );
    if key.kind == Kind::Text {
        help.push_str(language.of(
            "\nこの欄には改行を入れられません。何行もある文は .reg か Intune で配ってください。",
            "\nThis box takes no line breaks: roll out a text of several lines by .reg or Intune.",
        ));
    }
    help
}

/// A value as people type it into the boxes of Group Policy: without JSON's marks.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(lists) => {
            let lists = lists
                .iter()
                .map(|(id, list)| format!("{id}: {}", plain(list)));
            lists.collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

/// Where the value is written, in the editor of Group Policy.
fn boxes(key: &Key, language: Language) -> Vec<Xml> {
    let title = language.of(key.title_ja, key.title_en);
    let one = |name| element(name).with("refId", key.id);
    match key.kind {
        Kind::Flag => Vec::new(),
        Kind::Number => vec![one("decimalTextBox").saying(title)],
        Kind::Text | Kind::Time => {
            vec![one("textBox").holding([element("label").saying(title)])]
        }
        Kind::Choice(_) => vec![one("dropdownList").with("noSort", "true").saying(title)],
        Kind::Texts | Kind::Days => vec![one("listBox").saying(title)],
        Kind::TextsByPlatform => Platform::ALL
            .iter()
            .map(|it| {
                element("listBox")
                    .with("refId", &platform_element(key, *it))
                    .saying(&format!("{title}（{}）", it.id()))
            })
            .collect(),
    }
}
