//! `cargo xtask package`: what browsers install, in dist/packages.

mod archive;
mod crx;
mod key;

use std::path::{Path, PathBuf};

use anyhow::Result;
use duct::cmd;
use rsa::sha2::{Digest, Sha256};

use crate::{
    build,
    manifest::{Browser, Manifest},
    paths::{in_repo, root},
    step::{Step, within},
};

/// Where the packages go.
const FOLDER: &str = "dist/packages";

/// What to sign with, and from where machines get it.
#[derive(clap::Args)]
pub struct Args {
    /// RSA private key in PEM that signs the CRX; dist/packages/key.pem without it, made if need be
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Folder of the server from which machines get the CRX: then update.xml is written
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
}

/// Builds, then packs.
pub fn run(args: &Args) -> Result<()> {
    build::run()?;
    lint()?;
    let (key, id) = within("パッケージを作る", || {
        let folder = in_repo(FOLDER);
        fs_err::create_dir_all(&folder)?;
        let key = key::get(args.key.as_deref(), &folder)?;
        let id = crx::extension_id(&key.private)?;
        let chrome = archive::pack(&in_repo("dist").join(Browser::Chrome.folder()))?;
        let firefox = archive::pack(&in_repo("dist").join(Browser::Firefox.folder()))?;
        let version = build::VERSION;
        let crx = format!("kakunin-{version}.crx");
        let mut files = vec![
            (crx.clone(), crx::sign(&chrome, &key.private)?),
            (format!("kakunin-{version}-store.zip"), chrome),
            (format!("kakunin-{version}.xpi"), firefox),
        ];
        if let Some(url) = &args.url {
            let oldest = Manifest::read()?.minimum_chrome_version()?;
            let codebase = format!("{}/{crx}", url.trim_end_matches('/'));
            let xml = update_manifest(&id, &codebase, version, oldest);
            files.push(("update.xml".to_owned(), xml.into_bytes()));
        }
        write(&folder, &files)?;
        Ok((key, id))
    })?;
    eprintln!(
        "\n{FOLDER} に書きました / written to {FOLDER}\n   \
         拡張機能の ID / extension id: {id}\n   \
         署名の鍵 / signed with: {}",
        key.path.display()
    );
    if key.is_new {
        eprintln!(
            "   鍵は新しいものです。失うと更新を配れません。安全な場所に移し、次からは --key で渡してください。\n   \
             The key is new. Without it no update can be rolled out: move it to a safe place and name it with --key from now on."
        );
    }
    if args.url.is_none() {
        eprintln!(
            "   自前で配るには --url も付けてください（update.xml を作ります）。 / To host it yourself add --url, for update.xml."
        );
    }
    Ok(())
}

/// Looks at the package for Firefox as addons.mozilla.org does.
pub fn lint() -> Result<()> {
    let xpi = in_repo("target/kakunin.xpi");
    let archive = archive::pack(&in_repo("dist").join(Browser::Firefox.folder()))?;
    fs_err::write(&xpi, archive)?;
    Step {
        title: "Firefox のパッケージを調べる（addons-linter）",
        tool: "addons-linter",
        advice: "上の指摘を直してください。\nFix what it says above.",
    }
    .quietly(
        &cmd!(
            "node",
            "node_modules/addons-linter/bin/addons-linter",
            "--warnings-as-errors",
            xpi
        )
        .dir(root()),
    )
}

/// Writes the files, and their hashes as `sha256sum --check` takes them.
fn write(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    let mut sums = String::new();
    for (name, bytes) in files {
        fs_err::write(folder.join(name), bytes)?;
        let digest = Sha256::digest(bytes);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        sums.push_str(&format!("{hex}  {name}\n"));
    }
    fs_err::write(folder.join("SHA256SUMS"), sums)?;
    Ok(())
}

/// What Chromium asks for to learn of a version.
fn update_manifest(id: &str, codebase: &str, version: &str, oldest: u32) -> String {
    let codebase = codebase.replace('&', "&amp;").replace('\'', "&apos;");
    format!(
        "<?xml version='1.0' encoding='UTF-8'?>\n\
         <gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>\n  \
         <app appid='{id}'>\n    \
         <updatecheck codebase='{codebase}' version='{version}' prodversionmin='{oldest}'/>\n  \
         </app>\n\
         </gupdate>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_update_manifest_names_id_address_and_version() {
        assert_eq!(
            update_manifest("abc", "https://a.example/?a=1&b=2", "1.2.3", 130),
            "<?xml version='1.0' encoding='UTF-8'?>\n\
             <gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>\n  \
             <app appid='abc'>\n    \
             <updatecheck codebase='https://a.example/?a=1&amp;b=2' version='1.2.3' prodversionmin='130'/>\n  \
             </app>\n\
             </gupdate>\n"
        );
    }

    #[test]
    fn sums_are_those_of_the_files() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("a".to_owned(), b"abc".to_vec())]).unwrap();
        let sums = fs_err::read_to_string(folder.path().join("SHA256SUMS")).unwrap();
        assert_eq!(
            sums,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n"
        );
    }
}
