//! The page docs/quality.md: how figures are measured, and the tables, which are read back from it.

use anyhow::{Context, Result};
use comfy_table::{CellAlignment, presets::ASCII_MARKDOWN};

use super::figures::{Column, Row, Section, Share, Table};

const TEMPLATE: &str = include_str!("page.md");

/// The page with these tables.
pub fn write(tables: &[Table]) -> String {
    let mut page = TEMPLATE.to_owned();
    for section in Section::ALL {
        let mark = mark(section);
        let table = tables
            .iter()
            .find(|table| table.section == section)
            .map_or_else(|| "–".to_owned(), draw);
        page = page.replacen(&mark, &format!("{mark}\n\n{table}"), 1);
    }
    page
}

/// The tables of the page.
pub fn read(page: &str) -> Result<Vec<Table>> {
    Section::ALL
        .into_iter()
        .filter_map(|section| {
            let (_, after) = page.split_once(&mark(section))?;
            let lines = after
                .trim_start()
                .lines()
                .take_while(|line| line.starts_with('|'));
            // The titles and the rule below them.
            let rows: Result<Vec<Row>> = lines.skip(2).map(read_row).collect();
            rows.map(|rows| (!rows.is_empty()).then_some(Table { section, rows }))
                .transpose()
        })
        .collect()
}

/// A table as Markdown, which is as good to read on a terminal.
pub fn draw(table: &Table) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(ASCII_MARKDOWN);
    let titles = table.section.columns.iter().map(|column| column.title);
    drawn.set_header([""].into_iter().chain(titles));
    for row in &table.rows {
        let figures = row.shares.iter().zip(table.section.columns);
        drawn.add_row(
            [format!("{} `{}`", row.name, row.id)]
                .into_iter()
                .chain(figures.map(|(share, column)| cell(*share, column))),
        );
    }
    for column in drawn.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    drawn.to_string()
}

fn mark(section: &Section) -> String {
    format!("<!-- {} -->", section.mark)
}

fn cell(share: Share, column: &Column) -> String {
    match share.out_of(column.out_of) {
        Some(figure) if column.out_of == 100 => format!("{figure:.1} % ({share})"),
        Some(figure) => format!("{figure:.1} ({share})"),
        None => "–".to_owned(),
    }
}

fn read_row(line: &str) -> Result<Row> {
    let wrong = || format!("docs/quality.md: {line}");
    let mut cells = line.trim_matches('|').split('|').map(str::trim);
    let (name, id) = cells
        .next()
        .and_then(|cell| cell.strip_suffix('`')?.split_once('`'))
        .with_context(wrong)?;
    let shares: Option<Vec<Share>> = cells.map(read_cell).collect();
    Ok(Row {
        id: id.to_owned(),
        name: name.trim().to_owned(),
        shares: shares.with_context(wrong)?,
    })
}

/// The counts of a figure: the figure itself is rounded.
fn read_cell(cell: &str) -> Option<Share> {
    if cell == "–" {
        return Some(Share::default());
    }
    let (_, counts) = cell.strip_suffix(')')?.rsplit_once('(')?;
    let (part, whole) = counts.split_once('/')?;
    Some(Share {
        part: part.parse().ok()?,
        whole: whole.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, name: &str, shares: &[(u64, u64)]) -> Row {
        Row {
            id: id.to_owned(),
            name: name.to_owned(),
            shares: shares
                .iter()
                .map(|&(part, whole)| Share { part, whole })
                .collect(),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let tables = vec![
            Table {
                section: &Section::CONCERNS,
                rows: vec![
                    row(
                        "insult",
                        "誹謗中傷・侮蔑",
                        &[(1, 3), (2, 3), (0, 0), (7, 7)],
                    ),
                    row("all", "すべて", &[(1, 3), (2, 3), (0, 5), (7, 7)]),
                ],
            },
            Table {
                section: &Section::GIVEN,
                rows: vec![row("all", "すべて", &[(6, 6030), (30, 6030)])],
            },
        ];
        let page = write(&tables);
        assert!(page.contains("33.3 % (1/3)") && page.contains("5.0 (30/6030)"));
        assert_eq!(read(&page).unwrap(), tables);
        assert_eq!(write(&read(&page).unwrap()), page);
    }

    #[test]
    fn the_page_has_a_place_for_every_table() {
        for section in Section::ALL {
            assert_eq!(TEMPLATE.matches(&mark(section)).count(), 1);
        }
    }

    #[test]
    fn a_row_that_nobody_wrote_is_named() {
        for line in [
            "| insult | 1 (1/2) |",
            "| a `insult` | 1 |",
            "| a `b` | (1/x) |",
        ] {
            let page = format!("<!-- given -->\n\n|   | a |\n|---|---|\n{line}\n");
            let error = read(&page).unwrap_err().to_string();
            assert!(error.contains(line), "{error}");
        }
    }

    #[test]
    fn a_page_without_tables_has_no_figures() {
        assert_eq!(read("").unwrap(), []);
        assert_eq!(read(&write(&[])).unwrap(), []);
    }
}
