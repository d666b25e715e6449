//! `kakunin policy check`: what Kakunin makes of policy files.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use kakunin_core::{Key, Message, Settings};
use serde_json::{Map, Value};

use super::FIREFOX_ID;
use super::chromium::Family;
use super::install::{Install, is_extension_id, wrong_id};
use super::reading::{self, Found};
use super::write::errors;
use crate::{say, settings};

/// The most characters of a value that are shown.
const SHOWN: usize = 60;

/// Prints what each file means: 1 where anything is wrong.
pub fn run(files: &[PathBuf]) -> Result<ExitCode> {
    let mut out = io::stdout().lock();
    let mut wrong = false;
    for path in files {
        let views = match reading::read(path) {
            Ok(found) => found.into_iter().map(View::new).collect(),
            Err(reason) => vec![View {
                problems: vec![reason],
                ..View::default()
            }],
        };
        for view in views {
            wrong |= !view.problems.is_empty();
            view.print(&mut out, path)?;
        }
    }
    Ok(if wrong {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// What Kakunin makes of one browser's policies.
#[derive(Default)]
struct View {
    /// Whose policies they are.
    title: String,
    /// What is in force.
    lines: Vec<String>,
    /// What is wrong.
    problems: Vec<Message>,
}

impl View {
    fn new(found: Found) -> Self {
        let mut view = Self::default();
        match found {
            Found::Settings(file) => {
                view.title = "設定 / Settings".into();
                view.settings(&file.settings);
                if let Some(install) = file.install {
                    view.problems
                        .extend(Install::read(Some(install)).err().unwrap_or_default());
                }
            }
            Found::Chromium(family, policies) => {
                let name = family.map_or("Chrome, Edge", Family::name);
                view.title = format!("{name} のポリシー / policies");
                let mut extensions = Extensions::new(&policies, "extensions");
                extensions.forced(&policies);
                view.chromium(&extensions);
            }
            Found::Firefox(policies) => {
                view.title = "Firefox のポリシー / policies".into();
                view.firefox(&Extensions::new(&policies, "Extensions"));
            }
        }
        view
    }

    fn chromium(&mut self, extensions: &Extensions) {
        let Some((id, own)) = self.one(extensions) else {
            return;
        };
        if !is_extension_id(id) {
            self.problems.push(wrong_id("3rdparty.extensions", id));
            return;
        }
        self.installation(extensions, id);
        self.settings(own);
    }

    fn firefox(&mut self, extensions: &Extensions) {
        let Some((id, own)) = self.one(extensions) else {
            return;
        };
        if id != FIREFOX_ID {
            self.problems.push(Message::new(
                format!("3rdparty.Extensions の {id:?} は Kakunin の ID ではありません。{FIREFOX_ID:?} と書いてください。"),
                format!("3rdparty.Extensions: {id:?} is not Kakunin's id, which is {FIREFOX_ID:?}."),
            ));
            return;
        }
        self.installation(extensions, id);
        self.settings(own);
    }

    /// The settings of the extension that is meant.
    fn one<'a>(&mut self, extensions: &'a Extensions) -> Option<(&'a str, &'a Map<String, Value>)> {
        let known =
            |own: &&(String, Map<String, Value>)| own.1.keys().any(|key| Key::find(key).is_some());
        let all = &extensions.settings;
        let meant = all.iter().find(known).or(match &all[..] {
            [only] => Some(only),
            _ => None,
        });
        match meant {
            Some((id, own)) => Some((id, own)),
            // On macOS the settings of an extension are in a plist of their own.
            None if all.is_empty() && !extensions.installed.is_empty() => {
                for (id, how) in &extensions.installed {
                    self.lines.push(format!("導入 / Installed: {id} {how}"));
                }
                self.lines
                    .push("設定 / Settings: このファイルにはなし / not in this file".into());
                None
            }
            None => {
                self.problems.push(Message::new(
                    "Kakunin の設定（3rdparty）がありません。ガイドラインが選ばれるまで、送信は止まったままになります。",
                    "There are no settings for Kakunin (3rdparty): every send is held until a guideline is chosen.",
                ));
                None
            }
        }
    }

    fn installation(&mut self, extensions: &Extensions, id: &str) {
        let here = extensions.installed.iter().find(|(it, _)| it == id);
        match (here, extensions.installed.first()) {
            (Some((_, how)), _) => self.lines.push(format!("導入 / Installed: {id} {how}")),
            (None, Some((other, _))) => self.problems.push(Message::new(
                format!("導入する拡張機能の ID（{other}）と設定を配る ID（{id}）が違います。"),
                format!("The id that is installed ({other}) is not the id that gets the settings ({id})."),
            )),
            (None, None) => self.lines.push(format!(
                "導入 / Installed: {id} このファイルには指定なし / not by this file"
            )),
        }
    }

    fn settings(&mut self, own: &Map<String, Value>) {
        let (taken, _) = Settings::read(own.clone());
        let in_force = serde_json::to_value(&taken).unwrap_or_default();
        for key in Key::ALL {
            let value = in_force.get(key.id).filter(|_| own.contains_key(key.id));
            if let Some(value) = value {
                self.lines.push(format!("{} = {}", key.id, shorten(value)));
            }
        }
        if let Ok(guideline) = settings::guideline(&taken) {
            self.lines.push(format!(
                "確認に使うガイドライン / Guideline in force: {} {}（{}）",
                guideline.municipality, guideline.title, guideline.revision
            ));
        }
        self.problems.extend(errors(own));
    }

    fn print(&self, out: &mut impl Write, path: &Path) -> Result<()> {
        writeln!(out, "{}: {}", path.display(), self.title)?;
        for line in &self.lines {
            writeln!(out, "  {line}")?;
        }
        for problem in &self.problems {
            writeln!(out, "  ✗ {}", say::both(problem))?;
        }
        if self.problems.is_empty() {
            writeln!(out, "  ✓ 誤りはありません / nothing is wrong")?;
        }
        Ok(())
    }
}

/// What policies say of extensions.
struct Extensions {
    /// Settings by id.
    settings: Vec<(String, Map<String, Value>)>,
    /// How it is installed, by id.
    installed: Vec<(String, String)>,
}

impl Extensions {
    fn new(policies: &Map<String, Value>, name: &str) -> Self {
        let own = policies.get("3rdparty").and_then(|it| it.get(name));
        let objects = |value: Option<&Value>| value.and_then(Value::as_object).cloned();
        Self {
            settings: objects(own)
                .unwrap_or_default()
                .into_iter()
                .filter_map(|(id, own)| Some((id, own.as_object()?.clone())))
                .collect(),
            installed: objects(policies.get("ExtensionSettings"))
                .unwrap_or_default()
                .into_iter()
                .filter(|(_, entry)| entry["installation_mode"] == "force_installed")
                .map(|(id, entry)| {
                    let url = entry.get("update_url").or(entry.get("install_url"));
                    let url = url.and_then(Value::as_str).unwrap_or_default();
                    (id, format!("force_installed {url}"))
                })
                .collect(),
        }
    }

    /// Adds what the older list of Chromium installs: `id;address`.
    fn forced(&mut self, policies: &Map<String, Value>) {
        let list = policies.get("ExtensionInstallForcelist");
        let entries: Vec<&Value> = match list {
            Some(Value::Array(list)) => list.iter().collect(),
            Some(Value::Object(numbered)) => numbered.values().collect(),
            _ => Vec::new(),
        };
        for entry in entries.into_iter().filter_map(Value::as_str) {
            let (id, url) = entry.split_once(';').unwrap_or((entry, ""));
            self.installed
                .push((id.to_owned(), format!("force_installed {url}")));
        }
    }
}

fn shorten(value: &Value) -> String {
    let text = value.to_string();
    let count = text.chars().count();
    if count <= SHOWN {
        return text;
    }
    let start: String = text.chars().take(SHOWN).collect();
    format!("{start}…（{count} 文字 / characters）")
}
