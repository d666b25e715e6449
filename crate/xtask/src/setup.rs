//! What a fresh machine needs beyond Rust and Node.js, and how to get it.

use std::{env, path::PathBuf, time::SystemTime};

use anyhow::{Context, Result, bail};
use duct::cmd;
use which::which;

use crate::{
    chromium, firefox,
    manifest::Manifest,
    paths::{in_repo, root},
    step::Step,
};

const WASM: &str = "wasm32-unknown-unknown";

const FONT_PACKAGES: [(&str, &str); 2] = [
    // fontconfig's name of a language that such a font covers, and the package that brings one.
    ("ja", "fonts-noto-cjk"),
    ("und-zsye", "fonts-noto-color-emoji"),
];

/// Makes sure of everything that building needs.
pub fn for_building() -> Result<()> {
    wasm_target()?;
    node()?;
    node_modules()
}

/// Makes sure of a browser that can show the extension, with fonts for Japanese and emoji, and
/// gives its path.
pub fn browser(manifest: &Manifest) -> Result<PathBuf> {
    let minimum = manifest.minimum_chrome_version()?;
    let found = chromium::find(minimum);
    let mut packages = missing_font_packages();
    if found.is_err() {
        packages.push("chromium");
    }
    if packages.is_empty() {
        return found.map_err(|refusals| chromium::advice(&refusals, minimum));
    }

    // Who names a browser doesn't want another one installed.
    let named_wrongly = found.is_err() && chromium::named().is_some();
    if !named_wrongly && install("ブラウザーとフォントを入れる（apt-get）", &packages)?
    {
        return chromium::find(minimum).map_err(|refusals| chromium::advice(&refusals, minimum));
    }

    let browser = found.map_err(|refusals| chromium::advice(&refusals, minimum))?;
    // Without them the tests still hold; only what a person sees is poorer.
    eprintln!(
        "   日本語か絵文字のフォントがありません。次を入れると文字が正しく表示されます: {0}\n   \
         A font for Japanese or emoji is missing. To see the text, install: {0}",
        packages.join(" ")
    );
    Ok(browser)
}

/// Makes sure of a Firefox for the browser tests, and gives its path.
pub fn firefox(manifest: &Manifest) -> Result<PathBuf> {
    let minimum = manifest.minimum_firefox_version()?;
    if let Some(found) = firefox::find(minimum) {
        return Ok(found);
    }
    // Who names a browser doesn't want another one installed.
    if env::var_os("FIREFOX").is_none() {
        install("Firefox を入れる（apt-get）", &["firefox-esr"])?;
    }
    firefox::find(minimum).ok_or_else(|| firefox::advice(minimum))
}

/// Installs packages of the system, and tells whether this user may.
fn install(title: &str, packages: &[&str]) -> Result<bool> {
    let Some(apt_get) = apt_get() else {
        return Ok(false);
    };
    let apt = Step {
        title,
        tool: "apt-get",
        advice: "通信とディスクの空きを確かめ、もう一度実行してください。\n\
                 Check the network and the free disk space, then run this again.",
    };
    let run = |arguments: &[&str]| {
        let words = apt_get.iter().skip(1).copied();
        cmd(apt_get[0], words.chain(arguments.iter().copied()))
    };
    apt.quietly(&run(&["update"]))?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt.quietly(&run(&[&install[..], packages].concat()))?;
    Ok(true)
}

fn wasm_target() -> Result<()> {
    let libraries = cmd!("rustc", "--print", "target-libdir", "--target", WASM)
        .dir(root())
        .read()
        .context("rustc could not be started")?;
    if PathBuf::from(libraries.trim()).is_dir() {
        return Ok(());
    }
    Step {
        title: "WebAssembly 用の標準ライブラリを入れる（rustup）",
        tool: "rustup target add wasm32-unknown-unknown",
        advice: "Rust は rustup（https://rustup.rs）で入れ、通信を確かめてから、もう一度実行してください。\n\
                 Install Rust with rustup (https://rustup.rs), check the network, then run this again.",
    }
    .quietly(&cmd!("rustup", "target", "add", WASM).dir(root()))
}

fn node() -> Result<()> {
    let wanted = wanted_node()?;
    let found = cmd!("node", "--version").read().ok();
    if found
        .as_deref()
        .and_then(version)
        .is_some_and(|it| it >= wanted)
    {
        return Ok(());
    }
    let (major, minor) = wanted;
    let found = found.unwrap_or_else(|| "なし / none".into());
    bail!(
        "Node.js {major}.{minor} 以上が要ります（いま: {found}）。https://nodejs.org から入れてください。\n\
         Node.js {major}.{minor} or later is needed (found: {found}). Install it from https://nodejs.org."
    )
}

fn wanted_node() -> Result<(u32, u32)> {
    let package: serde_json::Value =
        serde_json::from_str(&fs_err::read_to_string(in_repo("package.json"))?)?;
    package["engines"]["node"]
        .as_str()
        .and_then(version)
        .context("package.json: engines.node must be like \">=20.19\"")
}

/// Major and minor of "v20.19.0" as of ">=20.19".
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text
        .trim()
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .split('.');
    let major = numbers.next()?.parse().ok()?;
    let minor = numbers.next()?.parse().ok()?;
    Some((major, minor))
}

fn node_modules() -> Result<()> {
    let changed =
        |path: &str| -> Option<SystemTime> { in_repo(path).metadata().ok()?.modified().ok() };
    // npm writes the inner file last, so a broken-off install doesn't count.
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    let npm = which("npm").context(
        "npm が見つかりません。Node.js を https://nodejs.org から入れ直してください。\n\
         npm was not found. Install Node.js again from https://nodejs.org.",
    )?;
    Step {
        title: "JavaScript の道具を入れる（npm ci）",
        tool: "npm ci",
        advice: "通信を確かめ、もう一度実行してください。\nCheck the network, then run this again.",
    }
    // No package here needs its install script, and none gets to run one.
    .quietly(&cmd!(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund").dir(root()))
}

fn missing_font_packages() -> Vec<&'static str> {
    if !cfg!(target_os = "linux") {
        return Vec::new();
    }
    FONT_PACKAGES
        .iter()
        .filter(|(language, _)| {
            let fonts = cmd!("fc-list", format!(":lang={language}"), "family").read();
            fonts.map_or(true, |fonts| fonts.is_empty())
        })
        .map(|&(_, package)| package)
        .collect()
}

/// The beginning of a command that may install packages, where this user may.
fn apt_get() -> Option<Vec<&'static str>> {
    which("apt-get").ok()?;
    let words = |text: &'static str| text.split(' ').collect();
    let is_root = cmd!("id", "-u").read().ok()? == "0";
    if is_root {
        return Some(words("env DEBIAN_FRONTEND=noninteractive apt-get"));
    }
    let may_sudo = cmd!("sudo", "-n", "true").stdout_null().stderr_null().run();
    may_sudo
        .is_ok()
        .then(|| words("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_read_and_compared_by_number() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(version(">=20.19"), Some((20, 19)));
        assert!(version("v20.9.0") < version(">=20.19"));
        assert!(version("v24.0.0") > version(">=20.19"));
        assert_eq!(version(""), None);
        assert_eq!(version("v20"), None);
    }

    #[test]
    fn the_wanted_node_is_named_in_package_json() {
        assert!(wanted_node().is_ok());
    }
}
