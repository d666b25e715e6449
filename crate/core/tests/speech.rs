//! How much of what may not be said is seen, and how much else: measured on
//! sentences written for this test.

use kakunin_core::{Concern, Settings};

use support::{Case, cases, find};

mod support;

/// Of the cases that hurt, `found` in 100 are held or warned; of the harmless
/// ones at most `wrong` in 100.
#[track_caller]
fn measure(file: &str, concerns: &[Concern], found: usize, wrong: usize) {
    let cases = cases(file);
    let (hurting, harmless): (Vec<_>, Vec<_>) =
        cases.iter().partition(|case| !case.concerns.is_empty());
    let count = |cases: &[&Case]| {
        cases
            .iter()
            .filter(|case| !find(&case.post, &Settings::default(), concerns).is_empty())
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
    measure("speech.jsonl", &concerns, 92, 5);
    measure("speech-unseen.jsonl", &concerns, 70, 4);
}

#[test]
fn rights_are_seen() {
    let concerns = [Concern::CopyrightCue, Concern::PortraitCue];
    measure("rights.jsonl", &concerns, 95, 3);
    measure("rights-unseen.jsonl", &concerns, 90, 3);
}
