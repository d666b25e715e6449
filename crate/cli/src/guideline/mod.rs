//! `kakunin guideline`: makes, checks and shows packs.

mod alike;
mod coverage;
mod head;
mod import;
mod show;
mod skeleton;
mod test;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Subcommand;
use kakunin_core::Guideline;
use kakunin_guidelines::{PackError, SHIPPED};

use crate::{say, settings};

#[derive(Subcommand)]
pub enum Command {
    /// 新しいパックを書く / Write a new pack
    New {
        #[command(flatten)]
        head: head::Args,
    },
    /// 文章のガイドラインから、条文を一字一句写したパックを作る / Turn a guideline's text into a pack, word for word
    Import {
        /// The guideline as plain text; its first line is the title
        text: PathBuf,
        #[command(flatten)]
        head: head::Args,
    },
    /// パックの書き方を確かめる / Check how packs are written
    Validate {
        /// Packs
        #[arg(required = true)]
        packs: Vec<PathBuf>,
    },
    /// パックの例を実行し、何が確認されるかの表を出す / Run a pack's examples and print what is checked
    Test {
        /// A pack
        pack: PathBuf,
    },
    /// 条文とその扱いを読む / Read the clauses and what is done about them
    Show {
        /// Id of a shipped guideline, or a pack
        guideline: String,
    },
    /// 何を確認し、何をなぜ確認しないか / What is checked, and what isn't and why
    Coverage {
        /// Ids of shipped guidelines, or packs; all that ship when none is named
        guidelines: Vec<String>,
    },
    /// エディターの補完に使うパックの JSON Schema / The JSON Schema of packs, for editors
    Schema,
}

/// Runs a `kakunin guideline` command.
pub fn run(command: &Command) -> Result<ExitCode> {
    let mut out = io::stdout().lock();
    match command {
        Command::New { head } => skeleton::new(head),
        Command::Import { text, head } => skeleton::import(text, head),
        Command::Validate { packs } => test::validate(packs),
        Command::Test { pack } => test::run(pack),
        Command::Show { guideline } => {
            show::write(&mut out, &find(guideline)?)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Coverage { guidelines } => {
            let all = || SHIPPED.iter().map(ToString::to_string).collect();
            let names = match &guidelines[..] {
                [] => all(),
                some => some.to_vec(),
            };
            for name in names {
                coverage::write(&mut out, &find(&name)?)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Command::Schema => {
            out.write_all(skeleton::schema()?.as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// A shipped guideline by id, or a pack by path.
fn find(name: &str) -> Result<Guideline> {
    if name.ends_with(".toml") {
        return load(Path::new(name))?.map_err(|errors| {
            let lines: Vec<_> = errors.iter().map(PackError::message).collect();
            say::errors(&lines)
        });
    }
    settings::shipped(name).map_err(|reason| say::errors(&[reason]))
}

/// Reads a pack.
fn load(path: &Path) -> Result<Result<Guideline, Vec<PackError>>> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path)
        .with_context(|| format!("{name} を読めません / can't read {name}"))?;
    Ok(kakunin_guidelines::load(&name, &text))
}
