//! Any text, under any of the guidelines: every span is a place in the text.
#![no_main]

use std::sync::LazyLock;

use kakunin_core::{Checker, Fix, Platform, Post, Settings, Surface};
use kakunin_guidelines::{SHIPPED, shipped};
use libfuzzer_sys::fuzz_target;

static CHECKERS: LazyLock<Vec<Checker>> = LazyLock::new(|| {
    let guidelines = SHIPPED.iter().filter_map(|id| shipped(id));
    guidelines
        .map(|guideline| Checker::new(guideline, Settings::default()))
        .collect()
});

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let choice = usize::from(choice);
    let post = Post {
        text: text.to_owned(),
        at: Some("2026-11-24T10:00:00+09:00".to_owned()),
        platform: (choice % 2 == 0).then_some(Platform::X),
        surface: [Surface::Post, Surface::Reply][choice / 2 % 2],
        ..Post::default()
    };
    let report = CHECKERS[choice / 4 % CHECKERS.len()].check(&post);
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |start: usize, end: usize| {
        String::from_utf16(&units[start..end]).expect("a span splits no character")
    };
    for finding in &report.findings {
        let written = match (finding.start, finding.end) {
            (Some(start), Some(end)) => Some(slice(start, end)),
            (None, None) => None,
            half => panic!("half a span: {half:?}"),
        };
        assert_eq!(written, finding.text);
        for fix in &finding.fixes {
            let (Fix::Replace { start, end, .. } | Fix::AskUrl { start, end }) = fix;
            slice(*start, *end);
        }
    }
});
