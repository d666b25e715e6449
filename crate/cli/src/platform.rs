//! `kakunin platform`: the adapters that ship, and one that takes the place of
//! one of them.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use kakunin_core::Message;
use kakunin_platforms::{adapters, mended, schema};

use crate::say;

/// Look at the platforms' pages as the extension sees them, and mend them
#[derive(clap::Subcommand)]
pub enum Command {
    /// Print the adapter that ships, to be edited
    Show {
        /// x, facebook, instagram or line
        platform: String,
    },
    /// Print the JSON Schema of adapters, for editors that complete
    Schema,
    /// Say whether the setting platformAdapters takes a file
    Check {
        /// A file of JSON, one adapter
        file: PathBuf,
    },
}

/// Runs the command; the status is 1 where a file is not taken.
pub fn run(command: &Command) -> Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    match command {
        Command::Show { platform } => {
            let adapter = adapters()
                .into_iter()
                .find(|adapter| adapter.platform.id() == platform)
                .ok_or_else(|| say::errors(&[unknown(platform)]))?;
            serde_json::to_writer_pretty(&mut out, &adapter)?;
            writeln!(out)?;
        }
        Command::Schema => {
            serde_json::to_writer_pretty(&mut out, &schema())?;
            writeln!(out)?;
        }
        Command::Check { file } => {
            let name = file.display();
            let json = std::fs::read_to_string(file).with_context(|| name.to_string())?;
            match mended(&json) {
                Ok(adapter) => {
                    let taken = Message::new(
                        format!("{}の画面のデータとして使えます", adapter.name),
                        format!("can be used for {}", adapter.name),
                    );
                    writeln!(out, "{name}: {}", say::both(&taken))?;
                }
                Err(error) => {
                    let refused = Message::new(
                        format!("使えません（{error}）"),
                        format!("can't be used ({error})"),
                    );
                    writeln!(out, "{name}: {}", say::both(&refused))?;
                    return Ok(ExitCode::FAILURE);
                }
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(platform: &str) -> Message {
    let ids: Vec<_> = adapters().iter().map(|it| it.platform.id()).collect();
    Message::new(
        format!("「{platform}」はありません。{}のどれかです", ids.join("、")),
        format!(
            "there is no \"{platform}\"; it is one of {}",
            ids.join(", ")
        ),
    )
}
