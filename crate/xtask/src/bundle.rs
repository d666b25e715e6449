//! Bundling TypeScript with esbuild, one file for one entry.

use std::path::Path;

use anyhow::{Context, Result};
use duct::cmd;
use which::which_in;

use crate::{
    paths::{in_repo, root},
    step::Step,
};

/// What the bundle is loaded as.
#[derive(Clone, Copy)]
pub enum Format {
    /// A script that leaves nothing in its global scope.
    Script,
    /// An ECMAScript module.
    Module,
}

/// Bundles `entry` for browsers, like `chrome140,firefox140`, into `out`.
///
/// A .wasm file that it imports becomes the file's bytes, since extension pages may not fetch.
pub fn for_browsers(entry: &Path, out: &Path, format: Format, browsers: &str) -> Result<()> {
    esbuild(
        entry,
        out,
        format,
        &[
            "--platform=browser",
            "--loader:.wasm=binary",
            &format!("--target={browsers}"),
        ],
    )
}

/// Bundles `entry` for Node.js into `out`; packages stay imports.
pub fn for_node(entry: &Path, out: &Path) -> Result<()> {
    esbuild(
        entry,
        out,
        Format::Module,
        &["--platform=node", "--packages=external", "--target=node20"],
    )
}

fn esbuild(entry: &Path, out: &Path, format: Format, options: &[&str]) -> Result<()> {
    let program = which_in("esbuild", Some(in_repo("node_modules/.bin")), root())
        .context("esbuild is missing from node_modules")?;
    let format = match format {
        Format::Script => "--format=iife",
        Format::Module => "--format=esm",
    };
    let mut arguments = vec![
        entry.display().to_string(),
        format!("--outfile={}", out.display()),
        format.into(),
        "--bundle".into(),
        "--charset=utf8".into(),
        "--log-level=warning".into(),
    ];
    arguments.extend(options.iter().map(ToString::to_string));
    let name = out.file_name().unwrap_or(out.as_os_str()).display();
    Step {
        title: &format!("{name} にまとめる（esbuild）"),
        tool: "esbuild",
        advice: "上の指摘を直してください。\nFix what it says above.",
    }
    .quietly(&cmd(program, arguments).dir(root()))
}
