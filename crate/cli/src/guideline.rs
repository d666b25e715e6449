use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;
use kakunin_core::Guideline;
use kakunin_guidelines::{SHIPPED, coverage};

use crate::{say, settings};

#[derive(Subcommand)]
pub enum Command {
    /// What of each guideline is checked, and what isn't and why
    Coverage {
        /// Ids of guidelines; all that ship when none is named
        ids: Vec<String>,
    },
}

/// Runs a `kakunin guideline` command.
pub fn run(command: &Command) -> Result<ExitCode> {
    match command {
        Command::Coverage { ids } => print_coverage(ids),
    }
}

fn print_coverage(ids: &[String]) -> Result<ExitCode> {
    let mut out = io::stdout().lock();
    let all = SHIPPED.iter().map(ToString::to_string);
    let ids: Vec<String> = if ids.is_empty() {
        all.collect()
    } else {
        ids.to_vec()
    };
    for id in &ids {
        let guideline = settings::shipped(id).map_err(|reason| say::errors(&[reason]))?;
        print_one(&mut out, &guideline)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn print_one(out: &mut impl Write, guideline: &Guideline) -> Result<()> {
    let coverage = coverage(guideline);
    writeln!(
        out,
        "{} {}（{}）",
        guideline.municipality, guideline.title, guideline.id
    )?;
    writeln!(
        out,
        "  規定 {}（ほかに見出し {}）、確認する {}、確認しない {}",
        coverage.provisions,
        coverage.headings,
        coverage.enforced.len(),
        coverage.unenforced.len(),
    )?;
    writeln!(out, "  確認する")?;
    for clause in &coverage.enforced {
        let actions: Vec<_> = clause
            .enforce
            .iter()
            .map(|enforce| format!("{} {:?}", enforce.concern, enforce.action).to_lowercase())
            .collect();
        writeln!(out, "    {}  {}", clause.cite, actions.join(", "))?;
    }
    writeln!(out, "  確認しない")?;
    for clause in &coverage.unenforced {
        let why = clause.unenforced.as_deref().unwrap_or_default();
        writeln!(out, "    {}  {why}", clause.cite)?;
    }
    writeln!(out, "  規定にないもの（Kakunin の既定）")?;
    for default in &guideline.defaults {
        let action = format!("{:?}", default.action).to_lowercase();
        writeln!(
            out,
            "    {} {action}  関連 {}",
            default.concern,
            default.related.join(", ")
        )?;
    }
    let undetected: Vec<_> = coverage
        .undetected
        .iter()
        .map(|concern| concern.id())
        .collect();
    writeln!(
        out,
        "  検出器がまだないもの {}: {}\n",
        undetected.len(),
        undetected.join(", ")
    )?;
    Ok(())
}
