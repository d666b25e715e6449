//! Files of settings: JSON, or TOML where the name ends so.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use kakunin_core::{Guideline, Message, Settings};
use kakunin_guidelines::{PackError, SHIPPED};
use serde_json::{Map, Value};

use crate::say;

/// The table that says how browsers get the extension; no setting.
const INSTALL: &str = "install";

/// What stands in a file of settings.
pub struct File {
    /// The settings, as written.
    pub settings: Map<String, Value>,
    /// How browsers get the extension.
    pub install: Option<Value>,
}

impl File {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display();
        let text = fs::read_to_string(path)
            .with_context(|| format!("{name} を読めません / can't read {name}"))?;
        let file = if path.extension().is_some_and(|it| it == "toml") {
            Self::from_toml(&text)
        } else {
            parse_json(&text).map(Self::new)
        };
        file.map_err(|reason| anyhow::Error::msg(format!("{name}: {}", say::both(&reason))))
    }

    /// Reads TOML.
    pub fn from_toml(text: &str) -> Result<Self, Message> {
        parse_toml(text).map(Self::new)
    }

    /// Takes an object apart.
    pub fn new(mut settings: Map<String, Value>) -> Self {
        let install = settings.remove(INSTALL);
        Self { settings, install }
    }
}

/// Reads the settings of a file and refuses it where any is wrong.
pub fn read(path: &Path) -> Result<Settings> {
    let (settings, errors) = Settings::read(File::read(path)?.settings);
    if errors.is_empty() {
        return Ok(settings);
    }
    let reasons: Vec<_> = errors.into_iter().map(|error| error.reason).collect();
    Err(say::errors(&reasons).context(format!("{}", path.display())))
}

/// The guideline that settings name: their own pack, else a shipped one.
///
/// # Errors
/// Why there is none; every mistake of a pack, each with its line.
pub fn guideline(settings: &Settings) -> Result<Guideline, Vec<Message>> {
    match (&settings.guideline_pack, &settings.guideline) {
        (Some(pack), _) => own_guideline("guidelinePack", pack),
        (None, Some(id)) => shipped(id).map_err(|reason| vec![reason]),
        (None, None) => Err(vec![Message::new(
            "ガイドラインの指定がありません。guideline か guidelinePack を書いてください。",
            "No guideline is named: set guideline or guidelinePack.",
        )]),
    }
}

/// A pack that parses and whose examples show what its clauses do; `name` is
/// the file's, for errors.
pub fn own_guideline(name: &str, pack: &str) -> Result<Guideline, Vec<Message>> {
    let tell = |errors: Vec<PackError>| errors.iter().map(PackError::message).collect();
    let guideline = kakunin_guidelines::load(name, pack).map_err(tell)?;
    match kakunin_guidelines::run_examples(name, &guideline) {
        wrong if wrong.is_empty() => Ok(guideline),
        wrong => Err(tell(wrong)),
    }
}

/// The guideline that ships under an id.
pub fn shipped(id: &str) -> Result<Guideline, Message> {
    kakunin_guidelines::shipped(id).ok_or_else(|| {
        let ids = SHIPPED.join(", ");
        Message::new(
            format!("「{id}」というガイドラインは同梱されていません（あるもの: {ids}）。"),
            format!("No guideline is called \"{id}\"; there are {ids}."),
        )
    })
}

/// An object of settings in JSON.
pub fn parse_json(text: &str) -> Result<Map<String, Value>, Message> {
    if text.trim().is_empty() {
        return Err(Message::new("ファイルが空です。", "The file is empty."));
    }
    serde_json::from_str(text).map_err(|error| {
        Message::new(
            format!(
                "{}行{}字目で JSON のオブジェクトとして読めません（{error}）。",
                error.line(),
                error.column()
            ),
            format!("It is not a JSON object ({error})."),
        )
    })
}

fn parse_toml(text: &str) -> Result<Map<String, Value>, Message> {
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let before = error.span().map_or(0, |span| span.start);
        let line = 1 + text.bytes().take(before).filter(|it| *it == b'\n').count();
        Message::new(
            format!(
                "{line}行目が TOML として読めません（{}）。",
                error.message()
            ),
            format!("Line {line} is not TOML ({}).", error.message()),
        )
    })?;
    Ok(table
        .into_iter()
        .map(|(key, value)| (key, to_json(value)))
        .collect())
}

/// Dates and times of TOML become texts, so that they may stand without quotes.
fn to_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => flag.into(),
        toml::Value::Datetime(moment) => moment.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(to_json).collect(),
        toml::Value::Table(table) => table
            .into_iter()
            .map(|(key, value)| (key, to_json(value)))
            .collect(),
    }
}
