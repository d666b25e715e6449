//! `kakunin`: checks posts and shows guidelines, without a browser.

mod audit;
mod check;
mod guideline;
mod platform;
mod policy;
mod say;
mod settings;
mod text;

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Kakunin（確認）: checks a post against a municipality's social-media guideline.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a post, or with --jsonl many
    Check(check::Args),
    /// Look at the guidelines
    #[command(subcommand)]
    Guideline(guideline::Command),
    /// Look at exported records
    #[command(subcommand)]
    Audit(audit::Command),
    /// Look at the platforms' pages as the extension sees them, and mend them
    #[command(subcommand)]
    Platform(platform::Command),
    /// Roll the extension out with the settings
    #[command(subcommand)]
    Policy(policy::Command),
}

/// Bad usage, or input that can't be read.
const BAD_USAGE: u8 = 2;

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Guideline(command) => guideline::run(&command),
        Command::Audit(command) => audit::run(&command),
        Command::Platform(command) => platform::run(&command),
        Command::Policy(command) => policy::run(&command),
    };
    match outcome {
        Ok(status) => status,
        // Whoever reads may stop early, as `head` does.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kakunin: {error:#}");
            ExitCode::from(BAD_USAGE)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
        let json = cause
            .downcast_ref::<serde_json::Error>()
            .and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(io::ErrorKind::BrokenPipe)
    })
}
