//! `kakunin policy write`: a folder with a file for every way of rolling out.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use kakunin_core::{Message, Settings};
use serde_json::{Map, Value, json};

use super::chromium::Family;
use super::install::{Install, PrivateWindows};
use super::{admx, firefox, intune, mac, registry};
use crate::{say, settings};

/// A file below the folder that was asked for.
pub type File = (String, Vec<u8>);

/// Checks the settings and writes the files.
pub fn run(path: &Path, out: &Path) -> Result<ExitCode> {
    let file = settings::File::read(path)?;
    let install = Install::read(file.install).map_err(|errors| refused(path, &errors))?;
    let mut object = file.settings;
    if let Some(pack) = &install.pack {
        let pack = path.parent().unwrap_or(Path::new("")).join(pack);
        let name = pack.display();
        let text = fs::read_to_string(&pack)
            .with_context(|| format!("{name} を読めません / can't read {name}"))?;
        object.insert("guidelinePack".into(), text.into());
    }
    let errors = errors(&object);
    if !errors.is_empty() {
        return Err(refused(path, &errors));
    }
    let mut written = Vec::new();
    for (name, bytes) in files(&install, &object)? {
        let target: PathBuf = out.join(&name);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&target, bytes).with_context(|| format!("{}", target.display()))?;
        written.push(target);
    }
    if install.private_windows == Some(PrivateWindows::Allowed)
        && install.chromium().any(|(it, _)| it == Family::Chrome)
    {
        let note = Message::new(
            "Chrome のシークレットウィンドウでは、利用者が chrome://extensions で Kakunin を許可するまで動きません（許可を強制するポリシーが Chrome にはありません）。",
            "In Chrome's incognito windows Kakunin runs only once the user allows it in chrome://extensions: Chrome has no policy for that.",
        );
        eprintln!("{}", say::both(&note));
    }
    // Last, for whoever reads may stop early.
    let mut out = io::stdout().lock();
    for target in written {
        writeln!(out, "{}", target.display())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn refused(path: &Path, errors: &[Message]) -> anyhow::Error {
    say::errors(errors).context(format!("{}", path.display()))
}

/// What is wrong with settings, the guideline that they name included.
pub fn errors(object: &Map<String, Value>) -> Vec<Message> {
    let (taken, errors) = Settings::read(object.clone());
    let mut errors: Vec<_> = errors.into_iter().map(|error| error.reason).collect();
    // Whoever wrote one that isn't taken is told why already.
    let names_one = object.contains_key("guideline") || object.contains_key("guidelinePack");
    if errors.is_empty() || !names_one {
        errors.extend(settings::guideline(&taken).err().unwrap_or_default());
    }
    errors
}

fn files(install: &Install, object: &Map<String, Value>) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let private_windows = install.private_windows;
    for (family, source) in install.chromium() {
        let policies = family.policies(source, private_windows, object);
        files.push((
            format!("linux/{}/kakunin.json", family.id()),
            json_file(&policies)?,
        ));
        files.extend(registry::files(family, source, &policies));
        files.extend(admx::files(family, source, private_windows)?);
        files.push(intune::file(family, source, private_windows, object)?);
        files.extend(mac::chromium(family, source, private_windows, object)?);
    }
    if let Some(xpi) = &install.firefox {
        let policies = firefox::policies(xpi, private_windows, object);
        files.extend(mac::firefox(&policies)?);
        let whole = Map::from_iter([("policies".to_owned(), json!(policies))]);
        files.push(("firefox/policies.json".into(), json_file(&whole)?));
    }
    Ok(files)
}

/// JSON as people read it.
pub fn json_file(object: &Map<String, Value>) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(object)?;
    bytes.push(b'\n');
    Ok(bytes)
}
