//! The shipped lists, in `data/`; a test there keeps them sorted and clean.

use std::sync::LazyLock;

/// A company's short address for its own service.
#[derive(Debug, PartialEq, Eq)]
pub struct Alias {
    /// The host, in lower case.
    pub host: &'static str,
    /// The path that it must start with, such as `/maps`; empty for any.
    pub path: &'static str,
    /// The company, in Japanese.
    pub ja: &'static str,
    /// The company, in English.
    pub en: &'static str,
    /// What it shortens, in Japanese.
    pub what: &'static str,
}

type List = LazyLock<Vec<&'static str>>;

pub static TLDS: List = LazyLock::new(|| lines(include_str!("../../data/tlds.txt")).collect());
pub static SHORTENERS: List =
    LazyLock::new(|| lines(include_str!("../../data/shorteners.txt")).collect());
pub static OFFICIAL: List =
    LazyLock::new(|| lines(include_str!("../../data/official_domains.txt")).collect());
pub static HARMFUL: List =
    LazyLock::new(|| lines(include_str!("../../data/harmful.txt")).collect());

pub static ALIASES: LazyLock<Vec<Alias>> = LazyLock::new(|| {
    lines(include_str!("../../data/aliases.csv"))
        .filter_map(|line| {
            let mut fields = line.split(',');
            let address = fields.next()?;
            let (host, path) = address.split_at(address.find('/').unwrap_or(address.len()));
            Some(Alias {
                host,
                path,
                ja: fields.next()?,
                en: fields.next()?,
                what: fields.next()?,
            })
        })
        .collect()
});

pub fn holds(list: &[&'static str], entry: &str) -> bool {
    list.binary_search(&entry).is_ok()
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}
