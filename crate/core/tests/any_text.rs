//! Whatever the text, nothing panics and every place is a place in it.

use kakunin_core::detect::{Context, DETECTORS};
use kakunin_core::{Post, Settings, Text, link};
use proptest::prelude::*;

/// Pieces that links are made of, so that chance makes links too.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,4}",
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "http",
            "https",
            "://",
            ":",
            "/",
            "//",
            "\\",
            ".",
            "。",
            "．",
            "[.]",
            " dot ",
            "bit",
            "ly",
            "bit.ly",
            "t.co",
            "jp",
            "com",
            "コム",
            "日本",
            "へ",
            "ん",
            "@",
            "#",
            "%2E",
            "%",
            "?",
            "u=",
            "(",
            ")",
            "「",
            "）",
            "ｂｉｔ",
            "ｶﾞ",
            "か\u{3099}",
            "\u{200b}",
            "\u{202e}",
            "\u{fe0f}",
            "👨\u{200d}👩",
            "\u{1100}",
            "\u{1161}",
            "hxxp",
            "h**p",
            ":80",
            "0x7f",
            "1",
            "line://a",
            "data:a/b,c",
            "javascript:a()",
            "\n",
            " ",
            "…",
            "㈱",
            "①",
            "google.com/url?q=https://",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_places_in_the_text(original in text()) {
        let text = Text::new(&original);
        let units: Vec<u16> = original.encode_utf16().collect();
        let mut last = 0..0;
        for (at, c) in text.folded().char_indices() {
            let span = text.utf16(at..at + c.len_utf8());
            prop_assert!(span.start < span.end && span.end <= units.len());
            prop_assert!(span.start >= last.start && span.end >= last.end);
            let slice = String::from_utf16(&units[span.clone()]);
            prop_assert_eq!(slice.ok(), Some(text.original(span.clone())));
            last = span;
        }
        prop_assert_eq!(text.original(0..units.len()), original);
        prop_assert_eq!(text.lower().len(), text.folded().len());
    }

    #[test]
    fn detectors_stay_inside_the_text(original in text()) {
        let post = Post {
            text: original,
            account: Some("city".to_owned()),
            at: Some("2026-11-29T22:00:00+09:00".to_owned()),
            ..Post::default()
        };
        let settings = Settings::default();
        let text = Text::new(&post.text);
        let links = link::find(&text, &settings);
        let units: Vec<u16> = post.text.encode_utf16().collect();
        let mut end = 0;
        for link in &links {
            prop_assert!(end <= link.span.start && link.span.start < link.span.end);
            prop_assert!(String::from_utf16(&units[link.span.clone()]).is_ok());
            end = link.span.end;
        }
        let context = Context::new(&post, &text, &links, &settings);
        let mut hits = Vec::new();
        for detector in DETECTORS {
            (detector.detect)(&context, &mut hits);
        }
        for span in hits.into_iter().filter_map(|hit| hit.span) {
            prop_assert!(span.start <= span.end && span.end <= units.len());
            prop_assert!(String::from_utf16(&units[span]).is_ok());
        }
    }
}
