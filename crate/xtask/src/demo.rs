//! `cargo xtask demo`: an operator's post, checked before one's eyes.

use std::{env, ffi::OsString, path::PathBuf};

use anyhow::Result;

use crate::scene;

/// What to show.
#[derive(clap::Args)]
pub struct Args {
    /// The guideline to check against.
    #[arg(long, value_name = "ID")]
    guideline: Option<String>,

    /// A file with the post to write instead of the sample.
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
}

/// Builds and shows the scene, in a window where there is a screen.
pub fn run(args: &Args) -> Result<()> {
    let mut arguments: Vec<OsString> = Vec::new();
    if let Some(id) = &args.guideline {
        arguments.extend(["--guideline".into(), id.into()]);
    }
    if let Some(file) = &args.text {
        // A mistyped name is told before the build, not after it.
        fs_err::File::open(file)?;
        arguments.extend(["--text".into(), std::path::absolute(file)?.into()]);
    }
    if has_screen() {
        arguments.push("--headed".into());
    }
    scene::play("demo", arguments)
}

fn has_screen() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| env::var_os(name).is_some_and(|it| !it.is_empty()))
}
