//! `cargo xtask quality`: what is found in labelled posts, and what is held and warned of genuine
//! public-sector texts. It fails where a figure is worse than the one in docs/quality.md.

pub mod corpus;
mod figures;
mod measure;
mod page;
mod regression;

use std::path::PathBuf;

use anyhow::{Result, bail};

use self::figures::{Section, Table};
use crate::{paths::in_repo, step::within};

const PAGE: &str = "docs/quality.md";
const TITLE: &str = "検出の品質を測る";

/// What to measure with.
#[derive(clap::Args)]
pub struct Args {
    /// A file of genuine texts that can't be shipped: JSON lines with `text` and, if known, `date`.
    #[arg(long, value_name = "FILE")]
    texts: Option<PathBuf>,

    /// Writes the figures even where they are worse than before.
    #[arg(long)]
    accept: bool,
}

/// Measures, shows the tables and writes them to the page.
pub fn run(args: &Args) -> Result<()> {
    let committed = committed()?;
    let mut tables = within(TITLE, || {
        let mut tables = measure::shipped()?;
        if let Some(file) = &args.texts {
            tables.push(measure::given(file)?);
        }
        Ok(tables)
    })?;
    for table in &tables {
        eprintln!("\n{}\n{}", table.section.title, page::draw(table));
    }
    if !args.accept {
        refuse_worse(&tables, &committed)?;
    }
    // What was not measured this time stays as it was.
    let kept = committed
        .into_iter()
        .find(|table| args.texts.is_none() && table.section == &Section::GIVEN);
    tables.extend(kept);
    fs_err::write(in_repo(PAGE), page::write(&tables))?;
    eprintln!("\n{PAGE} に書きました / written to {PAGE}");
    Ok(())
}

/// Measures what ships and fails where a figure is worse than the committed one.
pub fn check() -> Result<()> {
    within(TITLE, || refuse_worse(&measure::shipped()?, &committed()?))
}

fn committed() -> Result<Vec<Table>> {
    let page = in_repo(PAGE);
    if !page.exists() {
        return Ok(Vec::new());
    }
    page::read(&fs_err::read_to_string(page)?)
}

fn refuse_worse(now: &[Table], committed: &[Table]) -> Result<()> {
    let worse = regression::find(now, committed);
    if worse.is_empty() {
        return Ok(());
    }
    bail!(
        "{PAGE} より悪くなった数値があります / Figures are worse than in {PAGE}:\n   {}\n   \
         直してください。やむをえなければ `cargo xtask quality --accept` で記録します。\n   \
         Mend it. Where it has to be, `cargo xtask quality --accept` records it.",
        worse.join("\n   ")
    )
}
