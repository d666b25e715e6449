use kakunin_core::{Checker, Expect, Guideline, Message};

use crate::PackError;

/// Runs every example of a pack against its clause, in both directions.
///
/// `file` names the pack in the errors. An empty list means that every example
/// shows what its clause does.
pub fn run_examples(file: &str, guideline: &Guideline) -> Vec<PackError> {
    let mut errors = Vec::new();
    for clause in &guideline.clauses {
        for example in &clause.examples {
            let checker = Checker::new(guideline.clone(), example.settings.clone());
            let report = checker.check(&example.post);
            let strictest = report
                .findings
                .iter()
                .filter(|finding| finding.clauses.contains(&clause.id))
                .map(|finding| finding.action)
                .max();
            let got = Expect::from(strictest);
            if got != example.expect {
                errors.push(PackError {
                    file: file.to_owned(),
                    line: example.line,
                    reason: wrong(&clause.id, example.expect, got, &example.post.text),
                });
            }
        }
    }
    errors
}

fn wrong(clause: &str, expected: Expect, got: Expect, post: &str) -> Message {
    Message::new(
        format!(
            "条文 {clause:?} の例は {} のはずですが、{} になりました: {post}",
            expected.id(),
            got.id()
        ),
        format!(
            "the example of clause {clause:?} expects {}, the check says {}: {post}",
            expected.id(),
            got.id()
        ),
    )
}
