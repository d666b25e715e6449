//! The packs that ship: complete, word for word, and showing what they do.

use kakunin_core::Guideline;
use kakunin_guidelines::{SHIPPED, run_examples, shipped};

/// What a source prints beside its provisions: menus, tables of contents,
/// contact blocks, markup. Everything else stands in the pack.
const SOURCES: &[(&str, &str, &[&str])] = &[
    ("bunkyo", include_str!("../source/bunkyo.txt"), &["-"]),
    ("joetsu", include_str!("../source/joetsu.txt"), &["#", "*", "-"]),
    ("wako", include_str!("../source/wako.txt"), &["•"]),
    ("minato", include_str!("../source/minato.txt"), &[]),
    ("nagasaki", include_str!("../source/nagasaki.txt"), &[]),
];

fn guideline(id: &str) -> Guideline {
    let loaded = shipped(id).expect("the pack ships");
    loaded.unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_pack_loads_under_its_own_id() {
    for (id, _) in SHIPPED {
        assert_eq!(guideline(id).id, *id);
    }
}

#[test]
fn every_example_shows_what_its_clause_does() {
    for (id, _) in SHIPPED {
        let wrong = run_examples(&format!("{id}.toml"), &guideline(id));
        assert!(wrong.is_empty(), "{}", wrong.iter().map(|e| format!("{e}\n")).collect::<String>());
    }
}

#[test]
fn every_clause_stands_word_for_word_and_in_order_in_its_source() {
    for (id, source, _) in SOURCES {
        let source = squeeze(source);
        let mut from = 0;
        for clause in &guideline(id).clauses {
            let text = squeeze(&clause.text);
            // The source prints its enactment and amendments above the title.
            let start = if clause.id.starts_with("meta.") { 0 } else { from };
            let at = source[start..]
                .find(&text)
                .unwrap_or_else(|| panic!("{id}/{} does not stand in the source: {text}", clause.id));
            if start == from {
                from += at + text.len();
            }
        }
    }
}
