//! Any text as a pack: it is taken, or each error names one of its lines.
#![no_main]

use kakunin_guidelines::{load, run_examples};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match load("pack.toml", text) {
        Ok(guideline) => {
            run_examples("pack.toml", &guideline);
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            let lines = text.lines().count().max(1);
            for error in errors {
                assert!((1..=lines + 1).contains(&error.line), "{error}");
            }
        }
    }
});
