//! Which figures are worse than before.

use super::figures::{Better, Column, Row, Share, Table};

/// Every figure that is worse now, one line each. What is measured for the first time, or not
/// this time, is not compared.
pub fn find(now: &[Table], committed: &[Table]) -> Vec<String> {
    let mut worse = Vec::new();
    for table in now {
        let before = committed.iter().find(|it| it.section == table.section);
        if let Some(before) = before {
            compare(table, before, &mut worse);
        }
    }
    worse
}

fn compare(now: &Table, before: &Table, worse: &mut Vec<String>) {
    let gone = before.rows.iter().filter(|row| now.row(&row.id).is_none());
    for row in now.rows.iter().chain(gone) {
        for (index, column) in now.section.columns.iter().enumerate() {
            let (was, is) = (share(before, row, index), share(now, row, index));
            if is_worse(column.better, was, is) {
                worse.push(format!(
                    "{} {}: {} ({was}) → {} ({is})",
                    row.id,
                    column.title,
                    in_words(column, was),
                    in_words(column, is),
                ));
            }
        }
    }
}

fn share(table: &Table, row: &Row, column: usize) -> Share {
    table
        .row(&row.id)
        .and_then(|row| row.shares.get(column).copied())
        .unwrap_or_default()
}

/// A row that is not there says that nothing was found: worse where much is good, and best where
/// little is.
fn is_worse(better: Better, was: Share, is: Share) -> bool {
    // Fractions, not their rounded figures: one post of thousands counts.
    match better {
        Better::Higher if was.whole == 0 => false,
        Better::Higher => is.whole == 0 || is.part * was.whole < was.part * is.whole,
        Better::Lower => is.part * was.whole.max(1) > was.part * is.whole,
    }
}

fn in_words(column: &Column, share: Share) -> String {
    share
        .out_of(column.out_of)
        .map_or_else(|| "–".to_owned(), |figure| format!("{figure:.1}"))
}

#[cfg(test)]
mod tests {
    use super::super::figures::Section;
    use super::*;

    fn table(section: &'static Section, rows: &[(&str, &[(u64, u64)])]) -> Vec<Table> {
        let rows = rows
            .iter()
            .map(|(id, shares)| Row {
                id: (*id).to_owned(),
                name: String::new(),
                shares: shares
                    .iter()
                    .map(|&(part, whole)| Share { part, whole })
                    .collect(),
            })
            .collect();
        vec![Table { section, rows }]
    }

    #[track_caller]
    fn check(
        section: &'static Section,
        was: &[(&str, &[(u64, u64)])],
        is: &[(&str, &[(u64, u64)])],
        expected: &[&str],
    ) {
        let found = find(&table(section, is), &table(section, was));
        assert_eq!(found, expected);
    }

    #[test]
    fn recall_and_precision_may_only_rise() {
        let was: &[(&str, &[(u64, u64)])] = &[("insult", &[(9, 10), (10, 10), (0, 0), (0, 0)])];
        check(&Section::CONCERNS, was, was, &[]);
        check(
            &Section::CONCERNS,
            was,
            &[("insult", &[(10, 10), (11, 11), (1, 2), (1, 2)])],
            &[],
        );
        check(
            &Section::CONCERNS,
            was,
            &[("insult", &[(89, 100), (10, 11), (0, 0), (0, 0)])],
            &[
                "insult 再現率（recall）: 90.0 (9/10) → 89.0 (89/100)",
                "insult 適合率（precision）: 100.0 (10/10) → 90.9 (10/11)",
            ],
        );
    }

    #[test]
    fn what_is_no_longer_measured_is_worse() {
        let was: &[(&str, &[(u64, u64)])] = &[("insult", &[(9, 10), (0, 0), (0, 0), (0, 0)])];
        check(
            &Section::CONCERNS,
            was,
            &[],
            &["insult 再現率（recall）: 90.0 (9/10) → – (0/0)"],
        );
    }

    #[test]
    fn held_and_warned_may_only_fall() {
        let was: &[(&str, &[(u64, u64)])] = &[("insult", &[(1, 700), (3, 700)])];
        check(&Section::SHIPPED, was, was, &[]);
        check(&Section::SHIPPED, was, &[], &[]);
        check(
            &Section::SHIPPED,
            was,
            &[("insult", &[(1, 701), (3, 699)])],
            &["insult 注意（warned）/ 1,000: 4.3 (3/700) → 4.3 (3/699)"],
        );
        check(
            &Section::SHIPPED,
            was,
            &[("rumour", &[(0, 700), (1, 700)])],
            &["rumour 注意（warned）/ 1,000: – (0/0) → 1.4 (1/700)"],
        );
    }

    #[test]
    fn a_first_measurement_has_nothing_to_be_worse_than() {
        let now = table(&Section::SHIPPED, &[("insult", &[(7, 7), (0, 7)])]);
        assert!(find(&now, &[]).is_empty());
    }
}
