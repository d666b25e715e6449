//! Every detector finds something in each of its examples and nothing in its
//! near misses.

use kakunin_core::detect::{Context, DETECTORS, Detector, Hit};
use kakunin_core::{Post, Settings, Text, link};

fn hits(detector: &Detector, text: &str) -> Vec<Hit> {
    let post = Post {
        text: text.to_owned(),
        ..Post::default()
    };
    let settings = Settings::default();
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
            let len = example.encode_utf16().count();
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
fn detectors_say_why() {
    for detector in DETECTORS {
        let why = (detector.why)();
        assert!(
            !why.ja.is_empty() && !why.en.is_empty(),
            "{}",
            detector.concern
        );
        assert!(!detector.examples.is_empty(), "{}", detector.concern);
        assert!(!detector.near_misses.is_empty(), "{}", detector.concern);
    }
}
