//! One step of a command: a line of progress while it works, the tool's last words if it fails.
//!
//! On a terminal the line is alive; elsewhere (CI, a pipe) it is one plain line at the start and one
//! at the end.

use std::{
    collections::VecDeque,
    io::{BufRead, BufReader},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use duct::Expression;
use indicatif::{ProgressBar, ProgressStyle};

/// How much of a failed tool's output is repeated.
const LAST_LINES: usize = 60;

/// A step that is done by another program.
pub struct Step<'a> {
    /// What it does, Japanese first.
    pub title: &'a str,
    /// The program, as a person would look for it.
    pub tool: &'a str,
    /// What to do when it fails, Japanese first.
    pub advice: &'a str,
}

impl Step<'_> {
    /// Runs the program and keeps its output to itself unless it fails.
    pub fn quietly(&self, program: &Expression) -> Result<()> {
        let line = Line::start(self.title);
        let mut last_lines = VecDeque::with_capacity(LAST_LINES);
        let reader = program
            .stderr_to_stdout()
            .stdin_null()
            .unchecked()
            .reader()
            .with_context(|| self.missing())?;
        for bytes in BufReader::new(&reader).split(b'\n') {
            let text = String::from_utf8_lossy(&bytes?).trim_end().to_owned();
            if text.is_empty() {
                continue;
            }
            line.tell(&text);
            if last_lines.len() == LAST_LINES {
                last_lines.pop_front();
            }
            last_lines.push_back(text);
        }
        let status = reader
            .try_wait()?
            .context("a program that closed its output has not ended")?
            .status;
        if !status.success() {
            line.fail();
            for text in last_lines {
                eprintln!("  │ {text}");
            }
            bail!("{}", self.failed(status));
        }
        line.done();
        Ok(())
    }

    /// Runs the program with the terminal to itself: its output is for the person.
    pub fn openly(&self, program: &Expression) -> Result<()> {
        headline(self.title);
        let status = program
            .unchecked()
            .run()
            .with_context(|| self.missing())?
            .status;
        if !status.success() {
            bail!("{}", self.failed(status));
        }
        Ok(())
    }

    fn failed(&self, status: std::process::ExitStatus) -> String {
        format!(
            "{} ({status})\n   {}",
            self.tool,
            self.advice.replace('\n', "\n   ")
        )
    }

    fn missing(&self) -> String {
        format!("{} を始められません / could not be started", self.tool)
    }
}

/// A step that is done here, without another program.
pub fn within<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let line = Line::start(title);
    let result = work();
    match result {
        Ok(_) => line.done(),
        Err(_) => line.fail(),
    }
    result
}

/// Announces a part of a longer run.
pub fn headline(title: &str) {
    eprintln!("\n━━ {title}");
}

struct Line {
    title: String,
    bar: ProgressBar,
}

impl Line {
    fn start(title: &str) -> Self {
        let bar = ProgressBar::new_spinner();
        if bar.is_hidden() {
            eprintln!("   {title} …");
        } else {
            if let Ok(style) =
                ProgressStyle::with_template("{spinner} {prefix} {elapsed} {wide_msg:.dim}")
            {
                bar.set_style(style);
            }
            bar.set_prefix(title.to_owned());
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        Self {
            title: title.to_owned(),
            bar,
        }
    }

    fn tell(&self, text: &str) {
        self.bar.set_message(text.to_owned());
    }

    fn done(&self) {
        self.end("✓");
    }

    fn fail(&self) {
        self.end("✗");
    }

    fn end(&self, mark: &str) {
        let took = self.bar.elapsed();
        self.bar.finish_and_clear();
        eprintln!("{mark}  {} ({:.1} s)", self.title, took.as_secs_f64());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use duct::cmd;

    const STEP: Step<'_> = Step {
        title: "title",
        tool: "the tool",
        advice: "one\ntwo",
    };

    #[test]
    fn a_failure_names_the_tool_its_status_and_what_to_do() {
        let failing = cmd!("rustc", "--no-such-option");
        for result in [STEP.quietly(&failing), STEP.openly(&failing)] {
            let error = result.unwrap_err().to_string();
            assert!(error.starts_with("the tool (exit"), "{error}");
            assert!(error.ends_with("\n   one\n   two"), "{error}");
        }
    }

    #[test]
    fn a_missing_program_is_named() {
        let missing = cmd!("kakunin-has-no-such-program");
        let error = STEP.quietly(&missing).unwrap_err().to_string();
        assert!(error.starts_with("the tool "), "{error}");
    }

    #[test]
    fn what_works_is_silent() {
        assert!(STEP.quietly(&cmd!("rustc", "--version")).is_ok());
    }
}
