//! Packs as they are before anyone has decided what is checked.

use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use kakunin_core::{Clause as Treated, Guideline, Message, Override};
use kakunin_guidelines::{SHIPPED, shipped};

use super::alike::Known;
use super::head::{Args, Head};
use super::import::{Clause, outline};
use crate::say;

/// Why nothing is checked, while nobody has decided yet.
pub const UNDECIDED: &str = "未検討";

const SCHEMA: &str = "kakunin-pack.schema.json";

const EXAMPLE: &str = r##"
# 条文は、原文のまま、一つずつ書きます。先頭の「# 」を取って使ってください。
# Each clause stands word for word. Take the "# " away.

# [[clause]]
# id = "1"                    # このファイルの中で一つだけの番号
# cite = "第1条"              # 画面に出す条項番号
# text = "条文の原文"
# [[clause.enforce]]
# concern = "short-url"       # 何について
# action = "block"            # block 禁止、confirm 要確認、warn 注意
# override = "reason"         # 「原則」など、理由があれば送れるときだけ
# [[clause.example]]          # 例。kakunin guideline test で実行される
# post = "詳しくは https://bit.ly/3xyz へ"
# expect = "block"

# [[clause]]
# id = "2"
# cite = "第2条"
# text = "条文の原文"
# unenforced = "何も確認しない理由"

# どの条文にも書かれていないが、確認すること。
# What no clause says and is checked all the same.
# [[default]]
# concern = "disguised-url"
# action = "block"
"##;

/// Writes a pack without clauses, and how to write them.
pub fn new(args: &Args) -> Result<ExitCode> {
    let head = args.complete(None)?;
    let text = format!("{}{EXAMPLE}", write_head(&head));
    write(args, &head, &text)
}

/// Writes a pack with every clause of a text.
pub fn import(path: &Path, args: &Args) -> Result<ExitCode> {
    let name = path.display();
    let text = fs::read_to_string(path)
        .with_context(|| format!("{name} を読めません / can't read {name}"))?;
    let clauses = outline(text.trim_start_matches('\u{feff}'));
    let Some(title) = clauses.first() else {
        return Err(say::errors(&[Message::new(
            format!("{name} が空です。"),
            format!("{name} is empty."),
        )]));
    };
    let head = args.complete(Some(&title.text))?;
    let guidelines: Vec<Guideline> = SHIPPED.iter().filter_map(|id| shipped(id)).collect();
    let known = Known::new(&guidelines);
    let mut pack = write_head(&head);
    for clause in &clauses {
        pack.push_str(&write_clause(clause, &known));
    }
    write(args, &head, &pack)
}

/// The JSON Schema of packs.
pub fn schema() -> Result<String> {
    Ok(serde_json::to_string_pretty(&kakunin_guidelines::schema())? + "\n")
}

fn write(args: &Args, head: &Head, text: &str) -> Result<ExitCode> {
    let default = || PathBuf::from(format!("{}.toml", head.id));
    let path = args.out.clone().unwrap_or_else(default);
    let name = path.display();
    let mut file = fs::File::create_new(&path).with_context(|| {
        format!("{name} を新しく作れません（あるファイルには書きません） / can't create {name}")
    })?;
    file.write_all(text.as_bytes())?;
    let schema_path = path.with_file_name(SCHEMA);
    fs::write(&schema_path, schema()?)?;
    let mut out = stdout().lock();
    writeln!(out, "{name}\n{}", schema_path.display())?;
    Ok(ExitCode::SUCCESS)
}

fn write_head(head: &Head) -> String {
    format!(
        "#:schema {SCHEMA}\n\
         # {}のガイドライン。kakunin guideline test FILE で試せます。\n\n\
         [guideline]\nid = {}\nmunicipality = {}\ntitle = {}\nrevision = {}\nself = {}\n",
        head.municipality,
        quote(&head.id),
        quote(&head.municipality),
        quote(&head.title),
        quote(&head.revision),
        quote(&head.own_name),
    )
}

fn write_clause(clause: &Clause, known: &Known<'_>) -> String {
    let mut lines = vec![String::new(), "[[clause]]".to_owned()];
    let mut line = |key: &str, value: &str| lines.push(format!("{key} = {}", quote(value)));
    line("id", &clause.id);
    if let Some(parent) = &clause.parent {
        line("parent", parent);
    }
    if clause.is_heading {
        line("kind", "heading");
    }
    line("cite", &clause.cite);
    if !clause.marker.is_empty() {
        line("marker", &clause.marker);
    }
    if let Some(heading) = &clause.heading {
        line("heading", heading);
    }
    line("text", &clause.text);
    if !clause.is_heading {
        line("unenforced", UNDECIDED);
        lines.extend(suggest(clause, known));
    }
    lines.join("\n") + "\n"
}

/// How the most alike clause that ships is treated, as comments.
fn suggest(clause: &Clause, known: &Known<'_>) -> Vec<String> {
    let Some((guideline, like)) = known.most_alike(&clause.text) else {
        return Vec::new();
    };
    let mut lines = vec![format!(
        "# 似た条文: {} {}「{}」。同じ扱いにするなら、unenforced の行を消し、次の行の「# 」を取る",
        guideline.municipality, like.cite, like.text
    )];
    lines.extend(
        enforcement(like)
            .into_iter()
            .map(|line| format!("# {line}")),
    );
    lines
}

fn enforcement(clause: &Treated) -> Vec<String> {
    let mut lines = Vec::new();
    for enforce in &clause.enforce {
        lines.push("[[clause.enforce]]".to_owned());
        lines.push(format!("concern = \"{}\"", enforce.concern));
        lines.push(format!("action = \"{}\"", enforce.action.id()));
        if let Some(Override::Reason) = enforce.overriding {
            lines.push("override = \"reason\"".to_owned());
        }
    }
    lines
}

/// A text of TOML; JSON escapes the same things in the same way.
fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
