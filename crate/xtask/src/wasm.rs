//! From crate/web to target/wasm-bindgen/: the engine as WebAssembly, with JavaScript to call it and
//! its TypeScript types.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use duct::cmd;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    paths::{in_repo, root},
    step::{Step, within},
};

/// Builds the engine and its bindings.
pub fn build() -> Result<()> {
    compile()?;
    within("JavaScript から呼べるようにする（wasm-bindgen）", bind)
}

/// The cargo that runs this.
pub fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".into())
}

fn compile() -> Result<()> {
    let target = "--target=wasm32-unknown-unknown";
    Step {
        title: "WebAssembly を作る（cargo build）",
        tool: "cargo build --release --target wasm32-unknown-unknown --package kakunin-web",
        advice: "上のコンパイラーの指摘を直してください。\nFix what the compiler says above.",
    }
    .quietly(
        &cmd!(
            cargo(),
            "build",
            "--release",
            target,
            "--package",
            "kakunin-web",
            "--lib"
        )
        .dir(root())
        .env("CARGO_ENCODED_RUSTFLAGS", nameless_paths()?.join("\x1f")),
    )
}

/// Compiler flags that keep this machine's folders out of the binary (panic messages name source
/// files), so that everyone who builds it gets the same bytes.
fn nameless_paths() -> Result<Vec<String>> {
    let remap = |from: PathBuf, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let mut flags = vec![remap(root().into(), ".")];
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .context("the home folder is unknown")?;
    // Named after the registry's address, so a mirror would show.
    for registry in fs_err::read_dir(home.join("registry/src"))? {
        flags.push(remap(registry?.path(), "registry"));
    }
    flags.sort();
    Ok(flags)
}

fn bind() -> Result<()> {
    let out = in_repo("target/wasm-bindgen");
    Bindgen::new()
        .input_path(target_folder()?.join("wasm32-unknown-unknown/release/kakunin_web.wasm"))
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&out)?;
    Ok(())
}

/// Where cargo puts what it builds: a developer may have moved it.
fn target_folder() -> Result<PathBuf> {
    let metadata = cmd!(cargo(), "metadata", "--no-deps", "--format-version=1")
        .dir(root())
        .read()?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"]
        .as_str()
        .context("cargo metadata tells no target_directory")?;
    Ok(folder.into())
}
