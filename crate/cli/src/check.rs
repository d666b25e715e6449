use std::fs;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{ArgGroup, ValueEnum};
use kakunin_core::{Checker, Post, Settings};
use serde::Serialize;
use serde_json::Value;

use crate::{say, settings, text};

#[derive(clap::Args)]
#[command(group = ArgGroup::new("law").required(true).multiple(true).args(["guideline", "settings"]))]
pub struct Args {
    /// Id of a guideline (bunkyo, joetsu, wako, minato, nagasaki), or a pack
    #[arg(long, value_name = "ID|FILE.toml")]
    guideline: Option<String>,
    /// Settings as JSON or TOML, with the keys of the managed policy
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// How to print the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Read one post an object a line, write one report a line
    #[arg(long)]
    jsonl: bool,
    /// The post's text; - is standard input
    #[arg(default_value = "-")]
    file: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

const HELD: u8 = 1;

/// One line that could not be checked.
#[derive(Serialize)]
struct Malformed {
    id: Option<Value>,
    error: String,
}

/// Checks what the arguments name: 0 when all may go, 1 when any is held, 2
/// when a line was malformed.
pub fn run(args: &Args) -> Result<ExitCode> {
    let checker = checker(args)?;
    let input = open(&args.file)?;
    let output = BufWriter::new(io::stdout().lock());
    if args.jsonl {
        check_lines(&checker, input, output)
    } else {
        check_one(&checker, args.format, input, output)
    }
}

fn checker(args: &Args) -> Result<Checker> {
    let settings = match &args.settings {
        Some(file) => settings::read(file)?,
        None => Settings::default(),
    };
    let guideline = match &args.guideline {
        Some(pack) if pack.ends_with(".toml") => {
            let text = fs::read_to_string(pack)
                .with_context(|| format!("{pack} を読めません / can't read {pack}"))?;
            settings::own_guideline(pack, &text)
        }
        Some(id) => settings::shipped(id).map_err(|reason| vec![reason]),
        None => settings::guideline(&settings),
    };
    let guideline = guideline.map_err(|reasons| say::errors(&reasons))?;
    Ok(Checker::new(guideline, settings))
}

fn open(file: &Path) -> Result<Box<dyn BufRead>> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = fs::File::open(file).with_context(|| format!("can't read {}", file.display()))?;
    Ok(Box::new(BufReader::new(opened)))
}

fn check_one(
    checker: &Checker,
    format: Format,
    mut input: Box<dyn BufRead>,
    mut output: impl Write,
) -> Result<ExitCode> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let text = String::from_utf8(bytes).context("the post is not UTF-8 text")?;
    let post = Post {
        // A text file ends with a newline that nobody posts.
        text: text.strip_suffix('\n').unwrap_or(&text).to_owned(),
        ..Post::default()
    };
    let report = checker.check(&post);
    match format {
        Format::Text => text::write(&mut output, checker.guideline(), &post, &report)?,
        Format::Json => {
            serde_json::to_writer(&mut output, &report)?;
            writeln!(output)?;
        }
    }
    output.flush()?;
    Ok(status(report.verdict.is_held(), false))
}

fn check_lines(
    checker: &Checker,
    mut input: Box<dyn BufRead>,
    mut output: impl Write,
) -> Result<ExitCode> {
    let mut held = false;
    let mut malformed = false;
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            match parse(&line) {
                Ok(post) => {
                    let report = checker.check(&post);
                    held |= report.verdict.is_held();
                    serde_json::to_writer(&mut output, &report)?;
                }
                Err(error) => {
                    malformed = true;
                    serde_json::to_writer(&mut output, &error)?;
                }
            }
            writeln!(output)?;
        }
        line.clear();
    }
    output.flush()?;
    Ok(status(held, malformed))
}

fn parse(line: &[u8]) -> Result<Post, Malformed> {
    let line = String::from_utf8_lossy(line);
    let line = replace_lone_surrogates(&line);
    serde_json::from_str(&line).map_err(|error| Malformed {
        id: serde_json::from_str::<Value>(&line)
            .ok()
            .and_then(|value| value.get("id").cloned()),
        error: error.to_string(),
    })
}

/// Writes `\ufffd` for every escaped surrogate that has no partner, as a
/// browser does when it hands text on; else one torn emoji refuses the line.
fn replace_lone_surrogates(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let len = match (escaped_unit(rest), rest.get(6..).and_then(escaped_unit)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                out.push_str("\\ufffd");
                rest = &rest[6..];
                continue;
            }
            (Some(_), _) => 6,
            // `\\` is one escape: its second backslash starts no other.
            (None, _) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&rest[..len]);
        rest = &rest[len..];
    }
    out.push_str(rest);
    out
}

/// The UTF-16 unit of a `\uXXXX` at the start of `text`.
fn escaped_unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

fn status(held: bool, malformed: bool) -> ExitCode {
    match (malformed, held) {
        (true, _) => ExitCode::from(crate::BAD_USAGE),
        (false, true) => ExitCode::from(HELD),
        (false, false) => ExitCode::SUCCESS,
    }
}

#[cfg(test)]
mod tests {
    use super::replace_lone_surrogates;

    #[test]
    fn only_lone_surrogates_are_replaced() {
        for (line, expected) in [
            (r#"{"text":"\ud83d\ude00"}"#, r#"{"text":"\ud83d\ude00"}"#),
            (r#"{"text":"a\ud83d"}"#, r#"{"text":"a\ufffd"}"#),
            (
                r#"{"text":"\ude00\ud83d\ude00"}"#,
                r#"{"text":"\ufffd\ud83d\ude00"}"#,
            ),
            (r#"{"text":"\\ud83d"}"#, r#"{"text":"\\ud83d"}"#),
            (
                r#"{"text":"\u3042\ud83d\n"}"#,
                r#"{"text":"\u3042\ufffd\n"}"#,
            ),
            (r"\", r"\"),
            (r"\u12", r"\u12"),
        ] {
            assert_eq!(replace_lone_surrogates(line), expected);
        }
    }
}
