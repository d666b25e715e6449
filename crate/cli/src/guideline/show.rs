//! A guideline to read.

use std::io::{self, Write};

use kakunin_core::{Clause, Guideline, Override};

/// Prints every clause and what is done about it.
pub fn write(out: &mut impl Write, guideline: &Guideline) -> io::Result<()> {
    writeln!(
        out,
        "{} {}（{}、{}）",
        guideline.municipality, guideline.title, guideline.id, guideline.revision
    )?;
    for clause in &guideline.clauses {
        let depth = depth(guideline, clause);
        let indent = "  ".repeat(depth);
        writeln!(out)?;
        if let Some(heading) = &clause.heading {
            writeln!(out, "{indent}{heading}")?;
        }
        let marker = match clause.marker.as_str() {
            "" => String::new(),
            marker => format!("{marker} "),
        };
        writeln!(out, "{indent}{marker}{}", clause.text)?;
        for enforce in &clause.enforce {
            let may = match enforce.overriding {
                Some(Override::Reason) => "（理由があれば送信できる）",
                None => "",
            };
            writeln!(
                out,
                "{indent}  → {} {}: {}{may}",
                clause.cite,
                enforce.concern,
                enforce.action.id()
            )?;
        }
        if let Some(why) = &clause.unenforced {
            writeln!(out, "{indent}  → {} 確認しない: {why}", clause.cite)?;
        }
    }
    writeln!(out)?;
    for default in &guideline.defaults {
        writeln!(
            out,
            "{}の規定に明文なし（Kakunin の既定） {}: {}",
            guideline.own_name,
            default.concern,
            default.action.id()
        )?;
    }
    Ok(())
}

fn depth(guideline: &Guideline, clause: &Clause) -> usize {
    let above = |it: &Clause| guideline.clause(it.parent.as_deref()?);
    std::iter::successors(above(clause), |it| above(it))
        // A pack may name a clause as its own parent.
        .take(guideline.clauses.len())
        .count()
}
