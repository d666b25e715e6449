//! A pack that is wrong is refused with file, line and reason.

use kakunin_guidelines::{load, run_examples};

const HEAD: &str = r#"[guideline]
id = "mine"
municipality = "わが市"
title = "わが市ガイドライン"
revision = "令和8年"
self = "本市"
"#;

/// The pack's errors as `line: reason`.
fn errors(pack: &str) -> Vec<String> {
    match load("mine.toml", pack) {
        Ok(guideline) => run_examples("mine.toml", &guideline),
        Err(errors) => errors,
    }
    .iter()
    .map(|error| {
        let text = error.to_string();
        text.strip_prefix("mine.toml:")
            .map_or(text.clone(), str::to_owned)
    })
    .collect()
}

fn clause(rest: &str) -> String {
    format!("{HEAD}[[clause]]\nid = \"1\"\ncite = \"1\"\ntext = \"守ること。\"\n{rest}")
}

#[test]
fn a_good_pack_has_no_errors() {
    let good = clause(
        "[[clause.enforce]]\nconcern = \"short-url\"\naction = \"block\"\noverride = \"reason\"\n\
         [[clause.example]]\npost = \"https://bit.ly/1\"\nexpect = \"block\"\n\
         [[clause.example]]\npost = \"https://orbit.ly/about\"\nexpect = \"none\"\n",
    );
    assert_eq!(errors(&good), [""; 0]);
}

#[test]
fn each_mistake_is_named_with_its_line() {
    for (pack, line, reason) in [
        ("[guideline".to_owned(), 1, "unclosed table"),
        (format!("{HEAD}colour = 1\n"), 7, "unknown field `colour`"),
        (HEAD.to_owned(), 1, "no [[clause]]"),
        (clause(""), 8, "needs [[clause.enforce]] or `unenforced`"),
        (
            clause("unenforced = \" \"\n"),
            8,
            "needs [[clause.enforce]] or `unenforced`",
        ),
        (
            clause("kind = \"heading\"\nunenforced = \"見出し\"\n"),
            8,
            "is a heading",
        ),
        (
            clause(
                "unenforced = \"なし\"\n[[clause.enforce]]\nconcern = \"insult\"\naction = \"warn\"\n",
            ),
            8,
            "enforced and `unenforced` at once",
        ),
        (
            clause("parent = \"9\"\nunenforced = \"なし\"\n"),
            11,
            "no clause \"9\"",
        ),
        (
            clause("[[clause.enforce]]\nconcern = \"short-urls\"\naction = \"block\"\n"),
            12,
            "no concern is called \"short-urls\"",
        ),
        (
            clause("[[clause.enforce]]\nconcern = \"short-url\"\naction = \"forbid\"\n"),
            13,
            "unknown variant `forbid`",
        ),
        (
            clause(
                "[[clause.enforce]]\nconcern = \"short-url\"\naction = \"warn\"\noverride = \"reason\"\n",
            ),
            12,
            "`override` goes with",
        ),
        (
            clause(
                "unenforced = \"なし\"\n[[clause]]\nid = \"1\"\ncite = \"1\"\ntext = \"a\"\nunenforced = \"なし\"\n",
            ),
            13,
            "stands twice, first in line 8",
        ),
        (
            clause(
                "unenforced = \"なし\"\n[[default]]\nconcern = \"short-url\"\naction = \"block\"\nrelated = [\"2\"]\n",
            ),
            15,
            "no clause \"2\"",
        ),
        (
            clause(
                "[[clause.enforce]]\nconcern = \"short-url\"\naction = \"block\"\n\
                 [[clause.example]]\npost = \"こんにちは\"\nexpect = \"block\"\n",
            ),
            15,
            "expects block, the check says none",
        ),
        (
            clause(
                "[[clause.enforce]]\nconcern = \"short-url\"\naction = \"block\"\n\
                 [[clause.example]]\npost = \"https://bit.ly/1\"\nexpect = \"none\"\n",
            ),
            15,
            "expects none, the check says block",
        ),
        (
            clause(
                "[[clause.enforce]]\nconcern = \"approval\"\naction = \"confirm\"\n\
                 [[clause.example]]\npost = \"こんにちは\"\nexpect = \"none\"\n\
                 settings = { managedDevise = true }\n",
            ),
            17,
            "unknown field `managedDevise`",
        ),
    ] {
        let errors = errors(&pack);
        let first = errors
            .first()
            .unwrap_or_else(|| panic!("accepted:\n{pack}"));
        assert!(
            first.starts_with(&format!("{line}: ")) && first.contains(reason),
            "expected {line}: …{reason}…, got {first}"
        );
    }
}

#[test]
fn a_default_beside_a_clause_is_refused() {
    let pack = clause(
        "[[clause.enforce]]\nconcern = \"short-url\"\naction = \"block\"\n\
         [[default]]\nconcern = \"short-url\"\naction = \"warn\"\n",
    );
    assert!(errors(&pack)[0].contains("short-url stands under a clause and in [[default]]"));
}
