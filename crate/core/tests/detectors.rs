//! Every detector finds something in each of its examples and nothing in its
//! near misses.

use kakunin_core::detect::{Context, DETECTORS, Detector, Hit};
use kakunin_core::{Post, Settings, Text, link};
use serde::Deserialize;

/// A post as a detector's example writes it.
#[derive(Deserialize)]
struct Example {
    #[serde(flatten)]
    post: Post,
    #[serde(default)]
    settings: Settings,
}

/// A Tuesday in office hours.
const NOW: &str = "2026-11-24T10:00:00+09:00";

fn read(example: &str) -> Example {
    if example.starts_with("{\"") {
        return serde_json::from_str(example).unwrap_or_else(|error| panic!("{example}: {error}"));
    }
    Example {
        post: Post {
            text: example.to_owned(),
            at: Some(NOW.to_owned()),
            ..Post::default()
        },
        settings: Settings::default(),
    }
}

fn hits(detector: &Detector, example: &str) -> Vec<Hit> {
    let Example { post, settings } = read(example);
    let text = Text::new(&post.text);
    let links = link::find(&text, &settings);
    let context = Context::new(&post, &text, &links, &settings);
    let mut hits = Vec::new();
    (detector.detect)(&context, &mut hits);
    hits
}

#[test]
fn examples_hit_and_near_misses_do_not() {
    let mut wrong = Vec::new();
    for detector in DETECTORS {
        for example in detector.examples {
            if hits(detector, example).is_empty() {
                wrong.push(format!(
                    "{}: nothing found in {example:?}",
                    detector.concern
                ));
            }
        }
        for near_miss in detector.near_misses {
            for hit in hits(detector, near_miss) {
                wrong.push(format!(
                    "{}: found in {near_miss:?}: {hit:?}",
                    detector.concern
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn hits_are_of_the_detectors_concern_and_inside_the_text() {
    for detector in DETECTORS {
        for example in detector.examples {
            let len = read(example).post.text.encode_utf16().count();
            for hit in hits(detector, example) {
                assert_eq!(hit.concern, detector.concern, "{example:?}");
                let span = hit.span.unwrap_or_default();
                assert!(span.start <= span.end && span.end <= len, "{example:?}");
                assert!(!hit.message.ja.is_empty() && !hit.message.en.is_empty());
            }
        }
    }
}

#[test]
fn detectors_say_what_and_why() {
    for detector in DETECTORS {
        for said in [(detector.finds)(), (detector.why)()] {
            assert!(
                !said.ja.is_empty() && !said.en.is_empty(),
                "{}",
                detector.concern
            );
        }
        assert!(!detector.examples.is_empty(), "{}", detector.concern);
        assert!(!detector.near_misses.is_empty(), "{}", detector.concern);
    }
}
