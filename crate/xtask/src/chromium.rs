//! Finding a browser that loads an unpacked extension.
//!
//! Google Chrome from 137 on ignores `--load-extension`, so only Chromium will do (Google's "Chrome
//! for Testing" too: it is built like Chromium).

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Error, anyhow};
use duct::cmd;
use which::which;

use crate::paths::root;

/// Why a browser that was found won't do.
#[derive(Debug)]
pub struct Refusal {
    browser: PathBuf,
    reason: String,
}

/// The browser that the environment names in `CHROMIUM`, which then decides alone.
pub fn named() -> Option<OsString> {
    env::var_os("CHROMIUM")
}

/// The first browser that will do, or all that won't.
pub fn find(minimum: u32) -> Result<PathBuf, Vec<Refusal>> {
    let mut refusals = Vec::new();
    for browser in candidates(named()) {
        match check(&browser, minimum) {
            Ok(()) => return Ok(browser),
            Err(reason) => refusals.push(Refusal { browser, reason }),
        }
    }
    Err(refusals)
}

/// What to tell a person who has no browser that will do.
pub fn advice(refusals: &[Refusal], minimum: u32) -> Error {
    let found = refusals
        .iter()
        .map(|it| format!("  {}: {}\n", it.browser.display(), it.reason))
        .collect::<Vec<_>>()
        .concat();
    anyhow!(
        "拡張機能を読み込める Chromium {minimum} 以上が見つかりません。次のどれかで用意してください。\n\
         No Chromium {minimum} or later that loads an extension was found. Get one in one of these ways.\n\
         {found}\
         \x20 Debian:  sudo apt-get install chromium fonts-noto-cjk fonts-noto-color-emoji\n\
         \x20 Windows, macOS, Ubuntu …:  npx playwright install chromium\n\
         \x20 すでにある / have one:  CHROMIUM=/path/to/chromium cargo xtask …\n\
         Google Chrome は 137 以降 --load-extension を無視するため使えません。\n\
         Google Chrome won't do: from 137 on it ignores --load-extension."
    )
}

fn candidates(named: Option<OsString>) -> Vec<PathBuf> {
    if let Some(named) = named {
        return vec![named.into()];
    }
    let on_path = ["chromium", "chromium-browser"]
        .into_iter()
        .filter_map(|name| which(name).ok());
    let usual = if cfg!(target_os = "macos") {
        vec![PathBuf::from(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        )]
    } else if cfg!(windows) {
        ["LOCALAPPDATA", "ProgramFiles"]
            .into_iter()
            .filter_map(env::var_os)
            .map(|folder| Path::new(&folder).join(r"Chromium\Application\chrome.exe"))
            .collect()
    } else {
        Vec::new()
    };
    on_path
        .chain(usual)
        .chain(playwrights_own())
        .filter(|it| it.exists())
        .collect()
}

/// Where `npx playwright install chromium` puts one.
fn playwrights_own() -> Option<PathBuf> {
    let script = "require('@playwright/test').chromium.executablePath()";
    let path = cmd!("node", "--input-type=commonjs", "--print", script)
        .dir(root())
        .stderr_null()
        .read()
        .ok()?;
    Some(path.into())
}

fn check(browser: &Path, minimum: u32) -> Result<(), String> {
    if !browser.is_file() {
        return Err("ありません / there is no such file".into());
    }
    // There the program opens a window instead of telling its version.
    if cfg!(windows) {
        return Ok(());
    }
    let told = cmd!(browser, "--version")
        .stderr_null()
        .unchecked()
        .read()
        .map_err(|error| error.to_string())?;
    judge(&told, minimum)
}

/// Judges what a browser says of its version, like `Chromium 156.0.8078.79 built on Debian`.
fn judge(told: &str, minimum: u32) -> Result<(), String> {
    let told = told.trim();
    let version = told
        .split_whitespace()
        .find_map(|word| word.split_once('.')?.0.parse::<u32>().ok())
        .ok_or("Chromium ではありません / it isn't Chromium")?;
    let branded =
        told.starts_with("Google Chrome ") && !told.starts_with("Google Chrome for Testing ");
    if branded {
        return Err(format!(
            "{told}: --load-extension が効きません / ignores --load-extension"
        ));
    }
    if version < minimum {
        return Err(format!("{told}: 古すぎます / too old"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chromium_and_chrome_for_testing_will_do() {
        assert_eq!(
            judge(
                "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n",
                140
            ),
            Ok(())
        );
        assert_eq!(judge("Chromium 140.0.7339.80 snap", 140), Ok(()));
        assert_eq!(
            judge("Google Chrome for Testing 141.0.7390.37", 140),
            Ok(())
        );
    }

    #[test]
    fn branded_chrome_is_refused() {
        let reason = judge("Google Chrome 156.0.8078.79 ", 140).unwrap_err();
        assert!(reason.contains("--load-extension"), "{reason}");
    }

    #[test]
    fn an_old_browser_is_refused() {
        let reason = judge("Chromium 99.0.4844.51", 140).unwrap_err();
        assert!(reason.contains("too old"), "{reason}");
    }

    #[test]
    fn what_tells_no_version_is_refused() {
        // Ubuntu's /usr/bin/chromium-browser without the snap.
        assert!(
            judge(
                "Command '/usr/bin/chromium-browser' requires the chromium snap to be installed.",
                140
            )
            .is_err()
        );
        assert!(judge("", 140).is_err());
    }

    #[test]
    fn a_named_browser_decides_alone() {
        assert_eq!(
            candidates(Some("/opt/chromium".into())),
            [PathBuf::from("/opt/chromium")]
        );
    }

    #[test]
    fn advice_names_what_was_found_and_what_to_install() {
        let refusal = Refusal {
            browser: "/opt/chrome".into(),
            reason: "too old".into(),
        };
        let text = advice(&[refusal], 140).to_string();
        for needed in [
            "/opt/chrome: too old",
            "apt-get install chromium",
            "playwright install chromium",
            "CHROMIUM=",
        ] {
            assert!(text.contains(needed), "{needed} is missing from {text}");
        }
    }
}
