//! The labelled posts and the genuine texts, as they lie in the repository.

use std::path::Path;

use anyhow::{Context, Result};
use kakunin_core::{Concern, Post};
use serde::{Deserialize, de::DeserializeOwned};

use crate::paths::in_repo;

const FOLDER: &str = "tests/corpus";
const GENUINE: &str = "genuine";
/// Ends the name of a file that was written without looking at the code.
const UNSEEN: &str = "-unseen";

/// A post and what is to be found in it.
#[derive(Deserialize)]
pub struct Case {
    #[serde(flatten)]
    pub post: Post,
    pub concerns: Vec<Concern>,
}

/// A file of cases. Its labels are complete for the concerns of its family.
pub struct Labelled {
    pub family: String,
    pub is_unseen: bool,
    pub cases: Vec<Case>,
}

/// Every file of labelled posts, by name.
pub fn labelled() -> Result<Vec<Labelled>> {
    let mut files = Vec::new();
    for entry in fs_err::read_dir(in_repo(FOLDER))? {
        let path = entry?.path();
        let Some(name) = path.file_stem().and_then(|name| name.to_str()) else {
            continue;
        };
        if path.extension().is_none_or(|it| it != "jsonl") || name == GENUINE {
            continue;
        }
        files.push(Labelled {
            family: name.trim_end_matches(UNSEEN).to_owned(),
            is_unseen: name.ends_with(UNSEEN),
            cases: read(&path)?,
        });
    }
    files.sort_by(|a, b| (&a.family, a.is_unseen).cmp(&(&b.family, b.is_unseen)));
    Ok(files)
}

#[derive(Deserialize)]
struct Genuine {
    text: String,
    date: Option<String>,
}

/// The genuine texts that ship.
pub fn genuine() -> Result<Vec<Post>> {
    genuine_in(&in_repo(FOLDER).join(GENUINE).with_extension("jsonl"))
}

/// The genuine texts of a file, as posts of the morning of their day.
pub fn genuine_in(file: &Path) -> Result<Vec<Post>> {
    let texts: Vec<Genuine> = read(file)?;
    Ok(texts
        .into_iter()
        .map(|text| Post {
            text: text.text,
            at: text.date.map(|date| format!("{date}T10:00:00+09:00")),
            ..Post::default()
        })
        .collect())
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    fs_err::read_to_string(file)?
        .lines()
        .enumerate()
        .map(|(index, line)| {
            serde_json::from_str(line).with_context(|| format!("{}:{}", file.display(), index + 1))
        })
        .collect()
}
