//! Figures and the tables they stand in.

use std::fmt;

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    pub part: u64,
    pub whole: u64,
}

impl Share {
    /// Counts one more of the whole.
    pub fn count(&mut self, is_part: bool) {
        self.part += u64::from(is_part);
        self.whole += 1;
    }

    /// The share out of so many; nothing where there was nothing to measure.
    pub fn out_of(self, many: u32) -> Option<f64> {
        // Counts of texts are far below what a double holds exactly.
        (self.whole > 0).then(|| f64::from(many) * self.part as f64 / self.whole as f64)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}

/// Which way a figure improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
}

/// What a column says.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    pub title: &'static str,
    pub out_of: u32,
    pub better: Better,
}

/// A kind of table, by the mark before it in the page.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    pub mark: &'static str,
    pub title: &'static str,
    pub columns: &'static [Column],
}

const fn percent(title: &'static str, better: Better) -> Column {
    Column {
        title,
        out_of: 100,
        better,
    }
}

const fn in_thousand(title: &'static str) -> Column {
    Column {
        title,
        out_of: 1000,
        better: Better::Lower,
    }
}

const HELD_AND_WARNED: &[Column] = &[
    in_thousand("止めた（held）/ 1,000"),
    in_thousand("注意（warned）/ 1,000"),
];

impl Section {
    /// Labelled posts, by concern.
    pub const CONCERNS: Self = Self {
        mark: "concerns",
        title: "項目ごと / By concern",
        columns: &[
            percent("再現率（recall）", Better::Higher),
            percent("適合率（precision）", Better::Higher),
            percent("未見・再現率（unseen, recall）", Better::Higher),
            percent("未見・適合率（unseen, precision）", Better::Higher),
        ],
    };

    /// Labelled posts, by family of concerns.
    pub const FAMILIES: Self = Self {
        mark: "families",
        title: "分野ごと / By family",
        columns: &[
            percent("発見（found）", Better::Higher),
            percent("誤報（false alarms）", Better::Lower),
            percent("未見・発見（unseen, found）", Better::Higher),
            percent("未見・誤報（unseen, false alarms）", Better::Lower),
        ],
    };

    /// Genuine texts that ship.
    pub const SHIPPED: Self = Self {
        mark: "shipped",
        title: "同梱の公的な文章 / Genuine texts that ship",
        columns: HELD_AND_WARNED,
    };

    /// Genuine texts in a file that somebody gives.
    pub const GIVEN: Self = Self {
        mark: "given",
        title: "同梱しない公的な文章 / Genuine texts that don't ship",
        columns: HELD_AND_WARNED,
    };

    /// Every section, in the order of the page.
    pub const ALL: [&'static Self; 4] = [
        &Self::CONCERNS,
        &Self::FAMILIES,
        &Self::SHIPPED,
        &Self::GIVEN,
    ];
}

/// One line of a table: a concern, a family, or all together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    pub name: String,
    pub shares: Vec<Share>,
}

/// The figures of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub section: &'static Section,
    pub rows: Vec<Row>,
}

impl Table {
    /// The row of this id.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }
}
