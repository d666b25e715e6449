//! `kakunin guideline validate` and `test`.

use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use comfy_table::{Table, presets};
use kakunin_core::{Clause, Guideline};
use kakunin_guidelines::{PackError, coverage, run_examples};

use super::load;
use super::skeleton::UNDECIDED;
use crate::say;

/// The most characters of a clause's text in the table.
const SHOWN: usize = 28;

/// Says of each pack whether it is written as it must be.
pub fn validate(packs: &[PathBuf]) -> Result<ExitCode> {
    let mut wrong = false;
    for path in packs {
        match load(path)? {
            Ok(guideline) => writeln!(stdout(), "✓ {}: {}", path.display(), sum(&guideline))?,
            Err(errors) => {
                wrong = true;
                print(&errors)?;
            }
        }
    }
    Ok(status(wrong))
}

/// Runs the examples and prints a table of what is checked.
pub fn run(path: &Path) -> Result<ExitCode> {
    let guideline = match load(path)? {
        Ok(guideline) => guideline,
        Err(errors) => {
            print(&errors)?;
            return Ok(status(true));
        }
    };
    let wrong = run_examples(&path.display().to_string(), &guideline);
    let mut out = stdout().lock();
    writeln!(out, "{}", table(&guideline, &wrong))?;
    writeln!(out, "{}", sum(&guideline))?;
    let undetected = coverage(&guideline).undetected;
    if !undetected.is_empty() {
        let ids: Vec<_> = undetected.iter().map(|it| it.id()).collect();
        let ids = ids.join(", ");
        writeln!(out, "検出器がまだないもの / not detected yet: {ids}")?;
    }
    drop(out);
    print(&wrong)?;
    Ok(status(!wrong.is_empty()))
}

fn status(wrong: bool) -> ExitCode {
    if wrong {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

fn print(errors: &[PackError]) -> Result<()> {
    let mut out = stdout().lock();
    for error in errors {
        writeln!(out, "✗ {}", say::both(&error.message()))?;
    }
    Ok(())
}

fn table(guideline: &Guideline, wrong: &[PackError]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_header(["条項", "条文", "確認すること", "扱い", "例"]);
    for clause in &coverage(guideline).enforced {
        let column = |of: fn(&kakunin_core::Enforce) -> &'static str| {
            let lines: Vec<_> = clause.enforce.iter().map(of).collect();
            lines.join("\n")
        };
        table.add_row([
            clause.cite.clone(),
            shorten(&clause.text),
            column(|it| it.concern.id()),
            column(|it| it.action.id()),
            examples(clause, wrong),
        ]);
    }
    table
}

fn examples(clause: &Clause, wrong: &[PackError]) -> String {
    let all = clause.examples.len();
    let failed = clause
        .examples
        .iter()
        .filter(|example| wrong.iter().any(|it| it.line == example.line))
        .count();
    match (all, failed) {
        (0, _) => "なし".to_owned(),
        (all, 0) => format!("✓ {all}"),
        (all, failed) => format!("✗ {failed}/{all}"),
    }
}

fn sum(guideline: &Guideline) -> String {
    let coverage = coverage(guideline);
    let undecided = coverage
        .unenforced
        .iter()
        .filter(|it| it.unenforced.as_deref() == Some(UNDECIDED))
        .count();
    let examples: usize = guideline.clauses.iter().map(|it| it.examples.len()).sum();
    format!(
        "{} {}: 規定 {}、確認する {}、確認しない {}、{UNDECIDED} {undecided}、例 {examples}",
        guideline.municipality,
        guideline.title,
        coverage.provisions,
        coverage.enforced.len(),
        coverage.unenforced.len() - undecided,
    )
}

fn shorten(text: &str) -> String {
    let start: String = text.chars().take(SHOWN).collect();
    if start.len() < text.len() {
        start + "…"
    } else {
        start
    }
}
