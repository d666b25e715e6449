//! `kakunin audit`: looks at records that were exported.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use kakunin_core::Message;
use kakunin_record::{Broken, Follower};

use crate::say;

/// Look at exported records
#[derive(clap::Subcommand)]
pub enum Command {
    /// Check that exported records are as they were written
    Verify {
        /// Files of JSONL, one machine's record each
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

/// Runs the command; the status is 1 where a record does not hold.
pub fn run(command: &Command) -> Result<ExitCode> {
    let Command::Verify { files } = command;
    let mut out = std::io::stdout().lock();
    let mut is_whole = true;
    for path in files {
        let name = path.display();
        let file = File::open(path).with_context(|| name.to_string())?;
        let mut follower = Follower::default();
        let mut count = 0;
        for line in BufReader::new(file).lines() {
            let line = line.with_context(|| name.to_string())?;
            count += 1;
            if let Err(why) = follower.follow(&line) {
                is_whole = false;
                writeln!(out, "{name}:{count}: {}", say::both(&said(&why)))?;
            }
        }
        let end = Message::new(
            format!("{count}件を調べました"),
            format!("{count} lines read"),
        );
        writeln!(out, "{name}: {}", say::both(&end))?;
    }
    Ok(if is_whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn said(why: &Broken) -> Message {
    match why {
        Broken::Unreadable => Message::new("記録として読み取れません", "this is no record"),
        Broken::Changed => Message::new("書き換えられています", "the line was changed"),
        Broken::Missing { from, to } => Message::new(
            format!("{from}から{to}までの行が欠けています"),
            format!("lines {from} to {to} are missing"),
        ),
        Broken::Moved => Message::new(
            "前の行に続きません（差し込まれたか、並べ替えられています）",
            "the line does not follow the one before: it was put in or moved",
        ),
    }
}
