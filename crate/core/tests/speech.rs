//! How much of what may not be said is seen, and how much else: measured on
//! sentences written for this test.

use std::fs;
use std::path::Path;

use kakunin_core::detect::{Context, DETECTORS};
use kakunin_core::{Concern, Post, Settings, Text, link};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    text: String,
    concerns: Vec<Concern>,
}

fn is_flagged(text: &str, concerns: &[Concern]) -> bool {
    let post = Post {
        text: text.to_owned(),
        ..Post::default()
    };
    let settings = Settings::default();
    let text = Text::new(&post.text);
    let links = link::find(&text, &settings);
    let context = Context::new(&post, &text, &links, &settings);
    let mut hits = Vec::new();
    for detector in DETECTORS
        .iter()
        .filter(|detector| concerns.contains(&detector.concern))
    {
        (detector.detect)(&context, &mut hits);
    }
    !hits.is_empty()
}

/// Of the cases that hurt, `found` in 100 are held or warned; of the harmless
/// ones at most `wrong` in 100.
#[track_caller]
fn measure(file: &str, concerns: &[Concern], found: usize, wrong: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/corpus")
        .join(file);
    let corpus = fs::read_to_string(path).unwrap();
    let cases: Vec<Case> = corpus
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let (hurting, harmless): (Vec<_>, Vec<_>) =
        cases.iter().partition(|case| !case.concerns.is_empty());
    let count = |cases: &[&Case]| {
        cases
            .iter()
            .filter(|case| is_flagged(&case.text, concerns))
            .count()
    };
    let (hits, alarms) = (count(&hurting), count(&harmless));
    println!(
        "{file}: {hits} of {} found, {alarms} of {} in error",
        hurting.len(),
        harmless.len()
    );
    assert!(
        hits * 100 >= found * hurting.len(),
        "{file}: found only {hits} of {}",
        hurting.len()
    );
    assert!(
        alarms * 100 <= wrong * harmless.len(),
        "{file}: {alarms} of {} in error",
        harmless.len()
    );
}

#[test]
fn speech_is_seen() {
    use Concern::*;
    let concerns = [
        Discrimination,
        Insult,
        Obscenity,
        Incitement,
        Rumour,
        PersonalOpinion,
        Partiality,
    ];
    measure("speech.jsonl", &concerns, 97, 3);
    measure("speech-unseen.jsonl", &concerns, 95, 3);
}

#[test]
fn rights_are_seen() {
    let concerns = [Concern::CopyrightCue, Concern::PortraitCue];
    measure("rights.jsonl", &concerns, 95, 3);
    measure("rights-unseen.jsonl", &concerns, 90, 3);
}
