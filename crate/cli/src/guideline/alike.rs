//! Which clause of the guidelines that ship is most like another one:
//! municipalities write theirs from each other's.

use std::collections::{HashMap, HashSet};

use kakunin_core::{Clause, Guideline};

use super::import::fold;

/// The least share of one clause's words, weighed by how rare they are, that
/// the other must have.
const ENOUGH: f64 = 0.45;

type Pairs = HashSet<(char, char)>;

/// The clauses that enforce something.
pub struct Known<'a> {
    clauses: Vec<(&'a Guideline, &'a Clause, Pairs)>,
    /// In how many clauses a pair of characters is.
    counts: HashMap<(char, char), usize>,
}

impl<'a> Known<'a> {
    /// Takes in guidelines.
    pub fn new(guidelines: &'a [Guideline]) -> Self {
        let clauses: Vec<_> = guidelines
            .iter()
            .flat_map(|guideline| guideline.clauses.iter().map(move |it| (guideline, it)))
            .filter(|(_, clause)| !clause.enforce.is_empty())
            .map(|(guideline, clause)| (guideline, clause, pairs(&clause.text)))
            .collect();
        let mut counts = HashMap::new();
        for pair in clauses.iter().flat_map(|(_, _, pairs)| pairs) {
            *counts.entry(*pair).or_default() += 1;
        }
        Self { clauses, counts }
    }

    /// The clause that is most like a text, where one is enough alike.
    pub fn most_alike(&self, text: &str) -> Option<(&'a Guideline, &'a Clause)> {
        let text = pairs(text);
        let whole = self.weight(text.iter());
        self.clauses
            .iter()
            .map(|(guideline, clause, pairs)| {
                let least = whole.min(self.weight(pairs.iter()));
                let shared = self.weight(text.intersection(pairs));
                (shared / least.max(f64::MIN_POSITIVE), *guideline, *clause)
            })
            .filter(|(alike, _, _)| *alike >= ENOUGH)
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, guideline, clause)| (guideline, clause))
    }

    fn weight<'p>(&self, pairs: impl Iterator<Item = &'p (char, char)>) -> f64 {
        let weigh = |pair| {
            let count = self.counts.get(pair).copied().unwrap_or(0);
            ((self.clauses.len() + 1) as f64 / (count + 1) as f64).ln()
        };
        pairs.map(weigh).sum()
    }
}

fn pairs(text: &str) -> Pairs {
    let folded = fold(text);
    let characters: Vec<char> = folded.chars().filter(|c| !c.is_whitespace()).collect();
    characters.windows(2).map(|it| (it[0], it[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kakunin_guidelines::{SHIPPED, shipped};

    #[test]
    fn a_clause_finds_its_like_and_a_purpose_finds_none() {
        let guidelines: Vec<_> = SHIPPED.iter().filter_map(|id| shipped(id)).collect();
        let known = Known::new(&guidelines);
        for (text, expected) in [
            (
                "ＵＲＬ短縮サービスは、リンク先が分からず利用者に不安を与えるため、原則として使用しないこと。",
                Some("長崎市 7(3)"),
            ),
            ("意思形成過程にある情報", Some("上越市 5(4) 第2段落")),
            ("職員の個人的な意見", Some("長崎市 8(4)コ")),
            (
                "この基準は、ソーシャルメディアの活用に必要な事項を定めるものとする。",
                None,
            ),
            ("", None),
        ] {
            let found = known.most_alike(text);
            let found = found.map(|(it, clause)| format!("{} {}", it.municipality, clause.cite));
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
