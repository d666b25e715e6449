//! `kakunin audit`, as whoever gets exported records calls it.

mod support;

use std::fs;

use kakunin_record::{Event, Head, Record};
use support::kakunin;

fn lines() -> Vec<String> {
    let mut head = Head {
        chain: "a".to_owned(),
        ..Head::default()
    };
    (0..3)
        .map(|minute| {
            let at = format!("2026-11-24T01:{minute:02}:00Z");
            head.append(Record::new(Event::Held, at, "0.1.0"))
        })
        .collect()
}

#[track_caller]
fn check(lines: &[String], status: i32, said: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("record.jsonl");
    fs::write(&file, lines.join("\n")).unwrap();
    let (code, out, _) = kakunin(&["audit", "verify", &file.display().to_string()], "");
    assert_eq!(code, Some(status), "{out}");
    assert!(out.contains(said), "{out}");
}

#[test]
fn an_untouched_record_holds() {
    check(&lines(), 0, "3件を調べました");
}

#[test]
fn a_changed_line_is_named() {
    let mut lines = lines();
    lines[1] = lines[1].replace("held", "pilot");
    check(&lines, 1, "record.jsonl:2: 書き換えられています");
}

#[test]
fn a_missing_line_is_named() {
    let mut lines = lines();
    lines.remove(1);
    check(&lines, 1, "2から2までの行が欠けています");
}

#[test]
fn a_file_that_is_not_there_is_bad_usage() {
    let (code, _, error) = kakunin(&["audit", "verify", "nowhere.jsonl"], "");
    assert_eq!(code, Some(2));
    assert!(error.contains("nowhere.jsonl"), "{error}");
}
