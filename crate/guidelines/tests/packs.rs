//! The packs that ship: complete, word for word, and showing what they do.

use kakunin_core::Guideline;
use kakunin_guidelines::{SHIPPED, load, pack, run_examples, shipped};

/// A source, and what it prints beside its provisions: from the first through the second; an
/// empty one is the source's own start or end.
struct Source {
    id: &'static str,
    text: &'static str,
    beside: &'static [(&'static str, &'static str)],
}

const SOURCES: &[Source] = &[
    Source {
        id: "bunkyo",
        text: include_str!("../source/bunkyo.txt"),
        beside: &[],
    },
    Source {
        id: "joetsu",
        text: include_str!("../source/joetsu.txt"),
        // The table of contents.
        beside: &[("## 目次", "(3) トラブル等への対応\t7")],
    },
    Source {
        id: "wako",
        text: include_str!("../source/wako.txt"),
        // The web page's menu and its contact block.
        beside: &[("", "ここから本文です。"), ("お問い合わせ\n", "")],
    },
    Source {
        id: "minato",
        text: include_str!("../source/minato.txt"),
        beside: &[],
    },
    Source {
        id: "nagasaki",
        text: include_str!("../source/nagasaki.txt"),
        beside: &[],
    },
];

impl Source {
    /// The provisions alone, without white space and markup.
    fn provisions(&self) -> String {
        let mut text = self.text.to_owned();
        for (from, to) in self.beside {
            let start = if from.is_empty() {
                Some(0)
            } else {
                text.rfind(from)
            };
            let end = if to.is_empty() {
                Some(text.len())
            } else {
                text.find(to).map(|at| at + to.len())
            };
            text.replace_range(start.expect("it starts")..end.expect("it ends"), "");
        }
        squeeze(&text)
    }
}

fn guideline(id: &str) -> Guideline {
    let text = pack(id).expect("the pack ships");
    load(&format!("{id}.toml"), text).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_pack_loads_under_its_own_id() {
    for id in SHIPPED {
        assert_eq!(guideline(id).id, *id);
    }
}

#[test]
fn what_ships_is_what_is_written() {
    for id in SHIPPED {
        let mut written = guideline(id);
        for clause in &mut written.clauses {
            clause.examples.clear();
        }
        assert_eq!(shipped(id), Some(written));
    }
    assert_eq!(shipped("edo"), None);
}

#[test]
fn every_example_shows_what_its_clause_does() {
    for id in SHIPPED {
        let wrong = run_examples(&format!("{id}.toml"), &guideline(id));
        assert!(
            wrong.is_empty(),
            "{}",
            wrong.iter().map(|e| format!("{e}\n")).collect::<String>()
        );
    }
}

#[test]
fn every_clause_stands_word_for_word_and_in_order_in_its_source() {
    for source in SOURCES {
        let text = source.provisions();
        let mut from = 0;
        for clause in &guideline(source.id).clauses {
            let words = squeeze(&clause.text);
            // One source prints its amendments above the title.
            let start = if is_amendment(&clause.id) { 0 } else { from };
            let at = text[start..].find(&words).unwrap_or_else(|| {
                panic!("{}/{} is not in the source: {words}", source.id, clause.id)
            });
            if start == from {
                from += at + words.len();
            }
        }
    }
}

#[test]
fn nothing_of_a_source_is_left_out() {
    for source in SOURCES {
        let mut left = source.provisions();
        for clause in &guideline(source.id).clauses {
            for part in [
                Some(&clause.text),
                clause.heading.as_ref(),
                Some(&clause.marker),
            ] {
                left = left.replacen(&squeeze(part.map_or("", String::as_str)), "\n", 1);
            }
        }
        let left: String = left.split(['\n', '#', '*', '-', '•']).collect();
        assert_eq!(left, "", "{}", source.id);
    }
}

fn is_amendment(id: &str) -> bool {
    id.starts_with("meta.")
}
