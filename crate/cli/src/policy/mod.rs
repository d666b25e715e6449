//! `kakunin policy`: files that roll the extension out, and what Kakunin makes
//! of such files.

mod admx;
mod check;
mod chromium;
mod firefox;
mod install;
mod intune;
mod mac;
mod reading;
mod registry;
mod write;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

/// Firefox' id of the extension, from its manifest.
const FIREFOX_ID: &str = "kakunin@kakunin.example";

#[derive(Subcommand)]
pub enum Command {
    /// 設定から、配布に使うファイルを全部書く / Write the files for every way of rolling out
    Write {
        /// Settings with an [install] table, as TOML or JSON
        #[arg(long, value_name = "FILE")]
        settings: PathBuf,
        /// Where the files go
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// ポリシーのファイルを Kakunin がどう読むかを示す / Say what Kakunin makes of policy files
    Check {
        /// JSON, policies.json, .reg, .plist, .mobileconfig, or settings as TOML
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

/// Runs a `kakunin policy` command.
pub fn run(command: &Command) -> Result<ExitCode> {
    match command {
        Command::Write { settings, out } => write::run(settings, out),
        Command::Check { files } => check::run(files),
    }
}
