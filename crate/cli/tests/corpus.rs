//! The corpus of cases, natively. `tests/wasm` and `tests/browser` run the
//! same files in WASM and inside the extension.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use kakunin_core::{Checker, Post, Report, Settings};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    guideline: String,
    #[serde(default)]
    settings: Map<String, Value>,
    post: Post,
    verdict: String,
    findings: Vec<Expected>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    concern: String,
    text: Option<String>,
    action: String,
}

#[test]
fn every_case_gives_its_report() {
    let mut guidelines = HashMap::new();
    let mut wrong = Vec::new();
    for (place, line) in lines() {
        let case: Case =
            serde_json::from_str(&line).unwrap_or_else(|error| panic!("{place}: {error}"));
        let guideline = guidelines.entry(case.guideline.clone()).or_insert_with(|| {
            kakunin_guidelines::shipped(&case.guideline).expect("the guideline ships")
        });
        let (settings, errors) = Settings::read(case.settings);
        assert!(errors.is_empty(), "{}: {errors:?}", case.name);
        let report = Checker::new(guideline.clone(), settings).check(&case.post);
        spans_are_on_boundaries(&case.name, &case.post, &report);
        let (verdict, findings) = summed_up(&report);
        if (&verdict, &findings) != (&case.verdict, &case.findings) {
            wrong.push(format!("{place} {}: {verdict} {findings:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every line of every file of cases, with its place.
fn lines() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/cases");
    let mut lines = Vec::new();
    for file in fs::read_dir(folder).expect("the corpus is there") {
        let file = file.expect("a file");
        let name = file.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(file.path()).expect("UTF-8");
        lines.extend(
            text.lines()
                .enumerate()
                .map(|(index, line)| (format!("{name}:{}", index + 1), line.to_owned())),
        );
    }
    lines
}

fn summed_up(report: &Report) -> (String, Vec<Expected>) {
    let id = |value: Value| value.as_str().unwrap_or_default().to_owned();
    let findings = report
        .findings
        .iter()
        .map(|finding| Expected {
            concern: finding.concern.id().to_owned(),
            text: finding.text.clone(),
            action: id(serde_json::to_value(finding.action).expect("an action is a word")),
        })
        .collect();
    (
        id(serde_json::to_value(report.verdict).expect("a verdict is a word")),
        findings,
    )
}

/// The marked text is what stands at the offsets, counted as a browser counts.
fn spans_are_on_boundaries(name: &str, post: &Post, report: &Report) {
    let units: Vec<u16> = post.text.encode_utf16().collect();
    for finding in &report.findings {
        if let (Some(start), Some(end)) = (finding.start, finding.end) {
            let written = String::from_utf16(&units[start..end]);
            assert_eq!(written.ok(), finding.text, "{name}");
        }
    }
}
