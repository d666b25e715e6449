//! Finding a Firefox for the browser tests, which drive it as it comes, over WebDriver BiDi.

use std::{env, path::PathBuf};

use anyhow::{Error, anyhow};
use duct::cmd;
use which::which;

/// The first Firefox of this version or later: what the environment names in `FIREFOX`, else what is
/// on the path.
pub fn find(minimum: u32) -> Option<PathBuf> {
    let named = env::var_os("FIREFOX").map(PathBuf::from);
    let candidates = match named {
        Some(named) => vec![named],
        None => ["firefox-esr", "firefox"]
            .into_iter()
            .filter_map(|name| which(name).ok())
            .collect(),
    };
    candidates.into_iter().find(|browser| {
        let told = cmd!(browser, "--version").stderr_null().unchecked().read();
        told.ok().and_then(|it| version(&it)) >= Some(minimum)
    })
}

/// What to tell a person who has none.
pub fn advice(minimum: u32) -> Error {
    anyhow!(
        "Firefox {minimum} 以上が見つかりません。次のどちらかで用意してください。\n\
         No Firefox {minimum} or later was found. Get one in one of these ways.\n\
         \x20 Debian:  sudo apt-get install firefox-esr\n\
         \x20 すでにある / have one:  FIREFOX=/path/to/firefox cargo xtask …"
    )
}

/// The major version in what Firefox tells, like `Mozilla Firefox 153.7.0esr`.
fn version(told: &str) -> Option<u32> {
    let rest = told.trim().strip_prefix("Mozilla Firefox ")?;
    rest.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(version("Mozilla Firefox 153.7.0esr\n"), Some(153));
        assert_eq!(version("Mozilla Firefox 160.0"), Some(160));
        assert_eq!(version("Chromium 156.0.8078.79"), None);
        assert_eq!(version(""), None);
    }

    #[test]
    fn advice_names_what_to_install() {
        let text = advice(140).to_string();
        assert!(text.contains("apt-get install firefox-esr"), "{text}");
        assert!(text.contains("FIREFOX="), "{text}");
    }
}
