//! `cargo xtask docs`: a page for each concern, written from its detector and the packs.
//!
//! The pages are in git because people read them there; a test keeps them as the sources have it.

mod example;
mod index;
mod page;
mod settings;

use std::collections::BTreeMap;

use anyhow::Result;
use kakunin_core::{Action, Guideline, detect::DETECTORS};
use kakunin_guidelines::{SHIPPED, shipped};

use crate::{paths::in_repo, step::within};

const FOLDER: &str = "docs/concerns";

/// Writes every page and removes those of concerns that are gone.
pub fn run() -> Result<()> {
    within("確認する項目のページを書く", || {
        let folder = in_repo(FOLDER);
        if folder.exists() {
            fs_err::remove_dir_all(&folder)?;
        }
        fs_err::create_dir_all(&folder)?;
        for (name, page) in pages()? {
            fs_err::write(folder.join(name), page)?;
        }
        for (path, page) in settings::pages()? {
            fs_err::write(path, page)?;
        }
        Ok(())
    })?;
    eprintln!("\n{FOLDER} に書きました / written to {FOLDER}");
    Ok(())
}

/// Every page by file name.
fn pages() -> Result<BTreeMap<String, String>> {
    let guidelines = guidelines();
    let mut pages: BTreeMap<String, String> = DETECTORS
        .iter()
        .map(|detector| {
            let name = format!("{}.md", detector.concern.id());
            (name, page::write(detector, &guidelines))
        })
        .collect();
    pages.insert("README.md".to_owned(), index::write(&guidelines));
    Ok(pages)
}

fn guidelines() -> Vec<Guideline> {
    SHIPPED.iter().filter_map(|id| shipped(id)).collect()
}

/// What an action is called, as in the panel.
fn name_of(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Block => ("禁止", "not allowed"),
        Action::Confirm => ("要確認", "confirm"),
        Action::Warn => ("注意", "note"),
        Action::Remind => ("期限で知らせる", "reminder"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn committed_pages_are_as_the_sources_have_them() {
        let mut committed = BTreeMap::new();
        for entry in fs_err::read_dir(in_repo(FOLDER)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            committed.insert(name, fs_err::read_to_string(&path).unwrap());
        }
        let pages = pages().unwrap();
        let names: BTreeSet<&String> = pages.keys().chain(committed.keys()).collect();
        let stale: Vec<&String> = names
            .into_iter()
            .filter(|name| pages.get(*name) != committed.get(*name))
            .collect();
        assert!(
            stale.is_empty(),
            "{FOLDER} is not as the sources have it: run `cargo xtask docs`. {stale:?}"
        );
    }
}
