//! What a pack says of its guideline: from flags, and for the rest from the
//! person at the terminal.

use std::io::{IsTerminal, stdin};
use std::path::PathBuf;

use anyhow::Result;
use dialoguer::Input;
use kakunin_core::Message;

use crate::say;

/// The flags.
#[derive(clap::Args)]
pub struct Args {
    /// Id in ASCII letters, e.g. kamome
    #[arg(long)]
    id: Option<String>,
    /// The body whose document it is, e.g. かもめ市
    #[arg(long)]
    municipality: Option<String>,
    /// The document's title
    #[arg(long)]
    title: Option<String>,
    /// Its date or revision, as it prints it
    #[arg(long)]
    revision: Option<String>,
    /// How it calls that body, e.g. 本市
    #[arg(long, value_name = "NAME")]
    own_name: Option<String>,
    /// The pack; ID.toml where it isn't named
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What a pack says of its guideline.
pub struct Head {
    pub id: String,
    pub municipality: String,
    pub title: String,
    pub revision: String,
    pub own_name: String,
}

impl Args {
    /// Completes the flags; `title` is the document's own, where it is known.
    ///
    /// # Errors
    /// The first thing that is missing where nobody can be asked, or wrong.
    pub fn complete(&self, title: Option<&str>) -> Result<Head> {
        let id = ask(&self.id, "--id", "ID（半角英字）/ Id (ASCII letters)", None)?;
        let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(is_id) {
            return Err(say::errors(&[Message::new(
                format!("ID {id:?} に使えるのは半角の英小文字、数字、- だけです。"),
                format!("The id {id:?} may have a-z, 0-9 and - only."),
            )]));
        }
        let municipality = ask(
            &self.municipality,
            "--municipality",
            "自治体名 / Municipality",
            None,
        )?;
        let title = ask(&self.title, "--title", "題名 / Title", title)?;
        let revision = ask(
            &self.revision,
            "--revision",
            "制定・改定の日付 / Date or revision",
            None,
        )?;
        // 本市, 本区, 本町 …
        let own_name = municipality.chars().last().map(|last| format!("本{last}"));
        let own_name = ask(
            &self.own_name,
            "--own-name",
            "自らの呼び方 / How it calls itself",
            own_name.as_deref(),
        )?;
        Ok(Head {
            id,
            municipality,
            title,
            revision,
            own_name,
        })
    }
}

/// The flag, else the answer, else what is likely where nobody can be asked.
fn ask(given: &Option<String>, flag: &str, prompt: &str, likely: Option<&str>) -> Result<String> {
    if let Some(given) = given {
        return Ok(given.clone());
    }
    if stdin().is_terminal() {
        let mut input = Input::<String>::new().with_prompt(prompt);
        if let Some(likely) = likely {
            input = input.default(likely.to_owned());
        }
        return Ok(input.interact_text()?);
    }
    likely.map(str::to_owned).ok_or_else(|| {
        say::errors(&[Message::new(
            format!("{flag} を書いてください（{prompt}）。"),
            format!("{flag} is missing."),
        )])
    })
}
