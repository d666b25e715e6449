//! `cargo xtask`: what a person and CI run to build, test and try Kakunin.
//!
//! Each command sets up what it needs, so it works from a fresh clone.

#![expect(
    clippy::print_stderr,
    reason = "a command line tool tells its progress on stderr"
)]

mod bench;
mod build;
mod bundle;
mod chromium;
mod demo;
mod docs;
mod firefox;
mod fuzz;
mod icons;
mod manifest;
mod package;
mod paths;
mod quality;
mod scene;
mod setup;
mod step;
mod test;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, tests and shows Kakunin.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the extension into dist/chrome and dist/firefox.
    Build,
    /// Builds, then makes the packages that browsers install, in dist/packages.
    Package(package::Args),
    /// Runs every check and test.
    Test,
    /// Builds, then shows an operator's post being checked in a browser.
    Demo(demo::Args),
    /// Builds, then measures.
    Bench,
    /// Measures what is found and what is found in error, and writes docs/quality.md.
    Quality(quality::Args),
    /// Tries random texts and packs until the time is over or something breaks.
    Fuzz(fuzz::Args),
    /// Writes the page of each concern into docs/concerns.
    Docs,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Build => build::run(),
        Command::Package(args) => package::run(&args),
        Command::Test => test::run(),
        Command::Demo(args) => demo::run(&args),
        Command::Bench => bench::run(),
        Command::Quality(args) => quality::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Docs => docs::run(),
    };
    if let Err(error) = done {
        // Without a backtrace: what failed is a tool or a file, not this program.
        eprintln!("\n✗  {error:#}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
