//! Makes the tables of the detectors of wording from their lists.

use std::path::Path;
use std::{env, fs};

use kakunin_words::{Source, compile};

/// Concern ids; their lists have the same names with `_`.
const CONCERNS: &[&str] = &[
    "discrimination",
    "insult",
    "obscenity",
    "incitement",
    "rumour",
    "personal-opinion",
    "partiality",
    "copyright-cue",
    "portrait-cue",
];

fn main() {
    let lists: Vec<_> = CONCERNS
        .iter()
        .map(|concern| {
            let name = concern.replace('-', "_");
            (*concern, read("words", &name), read("rules", &name))
        })
        .collect();
    let sources: Vec<_> = lists
        .iter()
        .map(|(concern, words, rules)| Source {
            concern,
            words,
            rules,
        })
        .collect();
    let tables = compile(&read("words", "speech"), &sources);
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let file = Path::new(&out).join("speech.tables");
    fs::write(&file, tables).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

fn read(folder: &str, name: &str) -> String {
    let file = format!("data/{folder}/{name}.txt");
    println!("cargo::rerun-if-changed={file}");
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"))
}
