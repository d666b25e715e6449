//! Counts what the checker finds.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use anyhow::Result;
use kakunin_core::{
    Action, Checker, Concern, Default as ByDefault, Guideline, Post, Settings, Strength,
    detect::DETECTORS,
};

use super::{
    corpus::{self, Labelled},
    figures::{Row, Section, Share, Table},
};

/// The families' names in Japanese, in the order of the vocabulary.
const FAMILIES: [(&str, &str); 6] = [
    ("personal", "個人情報"),
    ("secrecy", "秘密"),
    ("speech", "表現"),
    ("facts", "日付と時刻"),
    ("leftovers", "消し忘れ"),
    ("rights", "権利"),
];

/// Holds many a text and none in error: that a link leads to a third party is a fact.
const LINK: Concern = Concern::ThirdPartyLink;

/// Everything that can be measured with what ships.
pub fn shipped() -> Result<Vec<Table>> {
    let checker = minding_everything();
    let files = corpus::labelled()?;
    let judged: Vec<Judged<'_>> = files
        .iter()
        .map(|file| Judged::new(file, &files, &checker))
        .collect();
    Ok(vec![
        by_concern(&judged),
        by_family(&judged),
        held_and_warned(&Section::SHIPPED, &corpus::genuine()?, &checker),
    ])
}

/// The genuine texts of a file.
pub fn given(file: &Path) -> Result<Table> {
    let posts = corpus::genuine_in(file)?;
    Ok(held_and_warned(
        &Section::GIVEN,
        &posts,
        &minding_everything(),
    ))
}

/// A guideline of no municipality that holds whatever any detector is sure of,
/// as the strictest of the real ones does.
fn minding_everything() -> Checker {
    let defaults = DETECTORS
        .iter()
        .map(|detector| ByDefault {
            concern: detector.concern,
            action: Action::Block,
            related: Vec::new(),
        })
        .collect();
    let guideline = Guideline {
        id: String::new(),
        municipality: String::new(),
        own_name: String::new(),
        title: String::new(),
        revision: String::new(),
        clauses: Vec::new(),
        defaults,
    };
    Checker::new(guideline, Settings::default())
}

/// What is found in a text, and how surely at best. What is about the
/// context has no place in the text and says nothing of it.
fn find(checker: &Checker, post: &Post) -> BTreeMap<Concern, Strength> {
    let mut found = BTreeMap::new();
    for finding in checker.check(post).findings {
        if finding.start.is_some() {
            let strength = found.entry(finding.concern).or_insert(finding.strength);
            *strength = finding.strength.max(*strength);
        }
    }
    found
}

/// A file of labelled posts, checked.
struct Judged<'a> {
    family: &'a str,
    is_unseen: bool,
    /// What the family is about: all that is labelled in its files.
    scope: BTreeSet<Concern>,
    /// What each post is labelled with, and what of the scope is found in it.
    posts: Vec<(BTreeSet<Concern>, BTreeSet<Concern>)>,
}

impl<'a> Judged<'a> {
    fn new(file: &'a Labelled, all: &[Labelled], checker: &Checker) -> Self {
        let scope: BTreeSet<Concern> = all
            .iter()
            .filter(|other| other.family == file.family)
            .flat_map(|other| &other.cases)
            .flat_map(|case| case.concerns.iter().copied())
            .collect();
        let posts = file
            .cases
            .iter()
            .map(|case| {
                let found = find(checker, &case.post).into_keys();
                (
                    case.concerns.iter().copied().collect(),
                    found.filter(|concern| scope.contains(concern)).collect(),
                )
            })
            .collect();
        Self {
            family: &file.family,
            is_unseen: file.is_unseen,
            scope,
            posts,
        }
    }
}

/// Recall and precision of each concern, seen and unseen.
fn by_concern(files: &[Judged<'_>]) -> Table {
    let mut rows: BTreeMap<Concern, [Share; 4]> = BTreeMap::new();
    let mut all = [Share::default(); 4];
    for file in files {
        let at = if file.is_unseen { 2 } else { 0 };
        for (labelled, found) in &file.posts {
            for concern in &file.scope {
                for shares in [rows.entry(*concern).or_default(), &mut all] {
                    if labelled.contains(concern) {
                        shares[at].count(found.contains(concern));
                    }
                    if found.contains(concern) {
                        shares[at + 1].count(labelled.contains(concern));
                    }
                }
            }
        }
    }
    let rows = rows
        .iter()
        .map(|(concern, shares)| row(*concern, shares))
        .chain([total(&all)])
        .collect();
    Table {
        section: &Section::CONCERNS,
        rows,
    }
}

/// Of the posts that have anything of a family how many are found, and of those without how many
/// give an alarm.
fn by_family(files: &[Judged<'_>]) -> Table {
    let mut rows: BTreeMap<&str, [Share; 4]> = BTreeMap::new();
    for file in files {
        let at = if file.is_unseen { 2 } else { 0 };
        let shares = rows.entry(file.family).or_default();
        for (labelled, found) in &file.posts {
            shares[at + usize::from(labelled.is_empty())].count(!found.is_empty());
        }
    }
    let place = |family: &str| FAMILIES.iter().position(|(id, _)| *id == family);
    let mut rows: Vec<Row> = rows
        .into_iter()
        .map(|(family, shares)| Row {
            id: family.to_owned(),
            name: place(family).map_or("", |at| FAMILIES[at].1).to_owned(),
            shares: shares.to_vec(),
        })
        .collect();
    rows.sort_by_key(|row| place(&row.id).unwrap_or(FAMILIES.len()));
    Table {
        section: &Section::FAMILIES,
        rows,
    }
}

/// How many texts are held or only warned about, by concern and in sum.
fn held_and_warned(section: &'static Section, posts: &[Post], checker: &Checker) -> Table {
    let found: Vec<_> = posts.iter().map(|post| find(checker, post)).collect();
    let count = |strength: &dyn Fn(&BTreeMap<Concern, Strength>) -> Option<Strength>| {
        let mut shares = [Share::default(); 2];
        for text in &found {
            let strength = strength(text);
            shares[0].count(strength == Some(Strength::Strong));
            shares[1].count(strength == Some(Strength::Weak));
        }
        shares
    };
    let concerns: BTreeSet<Concern> = found.iter().flat_map(|text| text.keys().copied()).collect();
    let rows = concerns
        .into_iter()
        .map(|concern| row(concern, &count(&|text| text.get(&concern).copied())))
        .chain([
            total(&count(&|text| text.values().copied().max())),
            without_links(&count(&|text| {
                let others = text.iter().filter(|(it, _)| **it != LINK);
                others.map(|(_, strength)| *strength).max()
            })),
        ])
        .collect();
    Table { section, rows }
}

fn row(concern: Concern, shares: &[Share]) -> Row {
    Row {
        id: concern.id().to_owned(),
        name: concern.ja().to_owned(),
        shares: shares.to_vec(),
    }
}

fn total(shares: &[Share]) -> Row {
    Row {
        id: "all".to_owned(),
        name: "すべて".to_owned(),
        shares: shares.to_vec(),
    }
}

fn without_links(shares: &[Share]) -> Row {
    Row {
        id: format!("all-but-{LINK}"),
        name: format!("{}のほかすべて", LINK.ja()),
        shares: shares.to_vec(),
    }
}
