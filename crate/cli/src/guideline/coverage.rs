//! What of a guideline is checked, and what isn't and why.

use std::io::{self, Write};

use kakunin_core::Guideline;
use kakunin_guidelines::coverage;

/// Prints it.
pub fn write(out: &mut impl Write, guideline: &Guideline) -> io::Result<()> {
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
            .map(|enforce| format!("{} {}", enforce.concern, enforce.action.id()))
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
        let action = default.action.id();
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
