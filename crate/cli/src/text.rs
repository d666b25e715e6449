//! A report for people at a terminal, in Japanese.

use std::io::{self, Write};

use kakunin_core::{Action, Finding, Fix, Guideline, Post, Report, Verdict};

/// Prints a report with the clauses word for word.
pub fn write(
    out: &mut impl Write,
    guideline: &Guideline,
    post: &Post,
    report: &Report,
) -> io::Result<()> {
    let verdict = match report.verdict {
        Verdict::Blocked => "送信できません",
        Verdict::NeedsAnswer => "送信の前に確認が必要です",
        Verdict::Warned => "送信できますが、注意があります",
        Verdict::Clear => "問題は見つかりませんでした",
    };
    writeln!(out, "{}: {verdict}", guideline.municipality)?;
    for finding in &report.findings {
        write_finding(out, guideline, post, finding)?;
    }
    Ok(())
}

fn write_finding(
    out: &mut impl Write,
    guideline: &Guideline,
    post: &Post,
    finding: &Finding,
) -> io::Result<()> {
    let action = match finding.action {
        Action::Block => "禁止",
        Action::Confirm => "要確認",
        Action::Warn | Action::Remind => "注意",
    };
    writeln!(
        out,
        "\n[{action}] {} ({})",
        finding.concern.ja(),
        finding.concern
    )?;
    if let (Some(start), Some(text)) = (finding.start, &finding.text) {
        let (line, column) = place(&post.text, start);
        writeln!(out, "  {line}行{column}字目: {text}")?;
    }
    writeln!(out, "  {}", finding.message.ja)?;
    if finding.clauses.is_empty() {
        writeln!(
            out,
            "  {}の規定に明文なし（Kakunin の既定）",
            guideline.own_name
        )?;
    }
    for (label, ids) in [("根拠", &finding.clauses), ("関連", &finding.related)] {
        for clause in ids.iter().filter_map(|id| guideline.clause(id)) {
            writeln!(
                out,
                "  {label} {} {}: {}",
                guideline.municipality, clause.cite, clause.text
            )?;
        }
    }
    for fix in &finding.fixes {
        match fix {
            Fix::Replace { label, .. } => writeln!(out, "  直し方: {}", label.ja)?,
            Fix::AskUrl { .. } => writeln!(out, "  直し方: 元のURLに置き換える")?,
        }
    }
    Ok(())
}

/// Line and column, both from 1 and in characters, of a UTF-16 offset.
fn place(text: &str, utf16: usize) -> (usize, usize) {
    let (mut line, mut column, mut units) = (1, 1, 0);
    for character in text.chars() {
        if units >= utf16 {
            break;
        }
        units += character.len_utf16();
        if character == '\n' {
            line += 1;
            column = 1;
        } else {
            column += 1;
        }
    }
    (line, column)
}
