//! The labelled posts of `tests/corpus`, and what detectors find in a post.

use std::fs;
use std::path::Path;

use kakunin_core::detect::{Context, DETECTORS, Hit};
use kakunin_core::{Concern, Post, Settings, Text, link};
use serde::Deserialize;

/// A post and what is to be found in it.
#[derive(Deserialize)]
pub struct Case {
    #[serde(flatten)]
    pub post: Post,
    pub concerns: Vec<Concern>,
}

/// The cases of a file.
pub fn cases(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus")
        .join(file);
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// What the detectors of these concerns find.
pub fn find(post: &Post, settings: &Settings, concerns: &[Concern]) -> Vec<Hit> {
    let text = Text::new(&post.text);
    let links = link::find(&text, settings);
    let context = Context::new(post, &text, &links, settings);
    let mut hits = Vec::new();
    for detector in DETECTORS {
        if concerns.contains(&detector.concern) {
            (detector.detect)(&context, &mut hits);
        }
    }
    hits
}
