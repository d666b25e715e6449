//! Facts, leftovers and secrets in posts written for these tests, and the
//! repairs on offer.

use std::collections::BTreeMap;

use kakunin_core::{Concern, Fix, Post, Settings, Strength};

use support::{cases, find};

mod support;

const CONCERNS: [Concern; 12] = [
    Concern::WeekdayMismatch,
    Concern::ImpossibleDate,
    Concern::PastDate,
    Concern::EraMismatch,
    Concern::TimeReversed,
    Concern::Placeholder,
    Concern::TestPost,
    Concern::EmergencyWording,
    Concern::SecrecyMarking,
    Concern::UndecidedPolicy,
    Concern::Credential,
    Concern::InternalSystem,
];

/// Checks a corpus: of each concern at least `percent` is found, and of the
/// posts without any at most `alarms` in a hundred give one.
#[track_caller]
fn check_corpus(file: &str, percent: usize, alarms: usize) {
    let mut found: BTreeMap<Concern, (usize, usize)> = BTreeMap::new();
    let (mut clean, mut alarmed) = (0, 0);
    let mut wrong = Vec::new();
    for case in cases(file) {
        let hits = find(&case.post, &Settings::default(), &CONCERNS);
        for &concern in &case.concerns {
            let seen = hits.iter().any(|hit| hit.concern == concern);
            let entry = found.entry(concern).or_default();
            entry.0 += usize::from(seen);
            entry.1 += 1;
            if !seen {
                wrong.push(format!("{concern} missed in {:?}", case.post.text));
            }
        }
        if case.concerns.is_empty() {
            clean += 1;
            alarmed += usize::from(!hits.is_empty());
            for hit in hits {
                wrong.push(format!("{} found in {:?}", hit.concern, case.post.text));
            }
        }
    }
    let wrong = wrong.join("\n");
    for (concern, (seen, all)) in found {
        assert!(
            seen * 100 >= all * percent,
            "{file}: {concern} {seen} of {all}\n{wrong}"
        );
    }
    assert!(
        alarmed * 100 <= clean * alarms,
        "{file}: {alarmed} of {clean}\n{wrong}"
    );
}

#[test]
fn facts_are_checked() {
    check_corpus("facts.jsonl", 100, 0);
    check_corpus("facts-unseen.jsonl", 95, 0);
}

#[test]
fn leftovers_are_seen() {
    check_corpus("leftovers.jsonl", 100, 0);
    check_corpus("leftovers-unseen.jsonl", 95, 2);
}

#[test]
fn secrets_are_seen() {
    check_corpus("secrecy.jsonl", 90, 5);
    check_corpus("secrecy-unseen.jsonl", 50, 3);
}

/// Either repair of a wrong weekday makes date and weekday agree.
#[test]
fn repairs_of_weekdays_are_right() {
    let mismatches = |post: &Post| {
        find(post, &Settings::default(), &CONCERNS)
            .into_iter()
            .filter(|hit| hit.concern == Concern::WeekdayMismatch)
            .collect::<Vec<_>>()
    };
    let mut repaired = 0;
    for case in cases("facts.jsonl")
        .into_iter()
        .chain(cases("facts-unseen.jsonl"))
    {
        let hits = mismatches(&case.post);
        for hit in hits.iter().filter(|hit| hit.strength == Strength::Strong) {
            assert!(!hit.fixes.is_empty(), "{:?}", case.post.text);
            for fix in &hit.fixes {
                let mut post = case.post.clone();
                post.text = apply(&case.post.text, fix);
                let left = mismatches(&post);
                assert!(
                    left.len() < hits.len(),
                    "{:?} became {:?}: {left:?}",
                    case.post.text,
                    post.text
                );
                repaired += 1;
            }
        }
    }
    assert!(repaired > 150, "{repaired}");
}

/// The text with a fix in it.
fn apply(text: &str, fix: &Fix) -> String {
    let Fix::Replace {
        start, end, with, ..
    } = fix
    else {
        panic!("{fix:?} replaces nothing");
    };
    let units: Vec<u16> = text.encode_utf16().collect();
    let part = |units: &[u16]| String::from_utf16(units).unwrap();
    part(&units[..*start]) + with + &part(&units[*end..])
}
