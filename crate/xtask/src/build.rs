//! `cargo xtask build`: the extension, ready to load, in dist/chrome and dist/firefox.

use std::path::{Path, PathBuf};

use anyhow::Result;
use duct::cmd;

use crate::{
    bundle::{self, Format},
    icons,
    manifest::{Browser, Manifest},
    paths::{in_repo, root},
    setup,
    step::{Step, within},
    wasm,
};

/// The version of the workspace, which is the extension's.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Sets up what building needs, then builds.
pub fn run() -> Result<()> {
    setup::for_building()?;
    extension()
}

/// Builds the extension.
pub fn extension() -> Result<()> {
    let manifest = Manifest::read()?;
    wasm::build()?;
    within("プラットフォームのデータを書き出す", platform_data)?;
    check_types("拡張機能の型を調べる（tsc）", "tsconfig.json")?;
    scripts(&manifest)?;
    within("dist/ にそろえる", || {
        for browser in Browser::ALL {
            assemble(&manifest, browser)?;
        }
        Ok(())
    })
}

/// Type-checks a TypeScript project.
pub fn check_types(title: &str, project: &str) -> Result<()> {
    Step {
        title,
        tool: "tsc",
        advice: "上の型の誤りを直してください。\nFix the type errors above.",
    }
    .quietly(
        &cmd!(
            "node",
            "node_modules/typescript/bin/tsc",
            "--project",
            project
        )
        .dir(root()),
    )
}

/// The content script reads the adapters as JSON: it has no WebAssembly to ask.
fn platform_data() -> Result<()> {
    fs_err::create_dir_all(in_repo("target/generated"))?;
    fs_err::write(
        in_repo("target/generated/platforms.json"),
        kakunin_platforms::ADAPTERS,
    )?;
    Ok(())
}

/// Bundled scripts wait here for `assemble`.
fn bundled() -> PathBuf {
    in_repo("target/bundled")
}

fn scripts(manifest: &Manifest) -> Result<()> {
    let browsers = manifest.targets()?;
    if bundled().exists() {
        fs_err::remove_dir_all(bundled())?;
    }
    let bundle = |entry: &Path, name: &str, format| {
        bundle::for_browsers(entry, &bundled().join(name), format, &browsers)
    };
    bundle(
        &in_repo("extension/content/main.ts"),
        "content.js",
        Format::Script,
    )?;
    bundle(
        &in_repo("extension/worker/main.ts"),
        "worker.js",
        Format::Module,
    )?;
    for page in files("extension/pages", &["html"])? {
        let script = page.with_extension("ts");
        if let Some(name) = page.file_stem().filter(|_| script.exists()) {
            bundle(&script, &format!("{}.js", name.display()), Format::Module)?;
        }
    }
    Ok(())
}

fn assemble(manifest: &Manifest, browser: Browser) -> Result<()> {
    let dist = in_repo("dist").join(browser.folder());
    if dist.exists() {
        fs_err::remove_dir_all(&dist)?;
    }
    fs_err::create_dir_all(&dist)?;
    fs_err::write(
        dist.join("manifest.json"),
        manifest.derive(browser, VERSION)?,
    )?;
    icons::draw(&dist.join("icons"))?;
    if let Some(name) = manifest.managed_schema(browser) {
        let schema = serde_json::to_string_pretty(&kakunin_core::managed_schema())?;
        fs_err::write(dist.join(name), schema + "\n")?;
    }

    let mut flat = files("target/bundled", &["js"])?;
    flat.extend(files("extension/content", &["css"])?);
    flat.extend(files("extension/pages", &["html", "css"])?);
    flat.extend(files("extension", &["json"])?);
    for file in flat {
        copy_into(&file, &dist)?;
    }
    for locale in entries("extension/_locales")? {
        if let Some(name) = locale.file_name() {
            copy_into(
                &locale.join("messages.json"),
                &dist.join("_locales").join(name),
            )?;
        }
    }
    Ok(())
}

fn copy_into(file: &Path, folder: &Path) -> Result<()> {
    fs_err::create_dir_all(folder)?;
    if let Some(name) = file.file_name() {
        fs_err::copy(file, folder.join(name))?;
    }
    Ok(())
}

/// What lies directly in a folder.
fn entries(folder: &str) -> Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs_err::read_dir(in_repo(folder))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.sort();
    Ok(paths)
}

/// The files directly in a folder whose names end so.
fn files(folder: &str, extensions: &[&str]) -> Result<Vec<PathBuf>> {
    let mut paths = entries(folder)?;
    paths.retain(|it| {
        let extension = it.extension().and_then(|it| it.to_str());
        extension.is_some_and(|it| extensions.contains(&it))
    });
    Ok(paths)
}
