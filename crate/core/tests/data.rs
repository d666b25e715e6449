//! The shipped lists are kept normal by this test, not by review.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use kakunin_core::{Day, Text};

fn entries(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(file);
    let text = fs::read_to_string(path).unwrap();
    assert!(text.starts_with('#'), "{file} says nothing of its source");
    let entries: Vec<String> = text
        .lines()
        .skip_while(|line| line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    for pair in entries.windows(2) {
        assert!(
            pair[0] < pair[1],
            "{file}: {} and {} are not in order",
            pair[0],
            pair[1]
        );
    }
    for entry in &entries {
        assert!(
            !entry.is_empty() && entry.trim() == entry,
            "{file}: {entry:?}"
        );
    }
    entries
}

fn hosts(file: &str) -> Vec<String> {
    let hosts: Vec<String> = entries(file)
        .into_iter()
        .map(|entry| {
            entry
                .split([',', '/'])
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    for host in &hosts {
        let parsed = url::Host::parse(host).unwrap().to_string();
        assert_eq!(&parsed, host, "{file}");
        assert!(
            host.contains('.') && !host.starts_with("www.") | (file == "official_domains.txt"),
            "{file}: {host}"
        );
    }
    hosts
}

#[test]
fn lists_are_normal_and_apart() {
    let tlds: HashSet<String> = entries("tlds.txt").into_iter().collect();
    assert!(
        tlds.iter()
            .all(|tld| tld.to_lowercase() == *tld && !tld.contains('.'))
    );
    let mut seen = HashSet::new();
    for file in [
        "shorteners.txt",
        "official_domains.txt",
        "harmful.txt",
        "aliases.csv",
    ] {
        let hosts: HashSet<String> = hosts(file).into_iter().collect();
        for host in hosts {
            let tld = host.rsplit('.').next().unwrap();
            assert!(
                tld.starts_with("xn--") || tlds.contains(tld),
                "{file}: {host}"
            );
            // goo.gl shortens for everybody and, below some paths, for Google.
            assert!(
                host == "goo.gl" || seen.insert(host.clone()),
                "{host} is in two lists"
            );
        }
    }
}

/// An entry stands for its subdomains, so none may stand beside it.
#[test]
fn no_entry_says_what_another_says() {
    for file in ["shorteners.txt", "harmful.txt"] {
        let hosts = hosts(file);
        let all: HashSet<&str> = hosts.iter().map(String::as_str).collect();
        for host in &hosts {
            let mut rest = host.as_str();
            while let Some((_, parent)) = rest.split_once('.') {
                assert!(!all.contains(parent), "{file}: {host} is below {parent}");
                rest = parent;
            }
        }
    }
}

#[test]
fn no_official_site_is_a_shortener() {
    let official = hosts("official_domains.txt");
    let short: HashSet<String> = hosts("shorteners.txt")
        .into_iter()
        .chain(hosts("aliases.csv"))
        .collect();
    for host in official {
        let mut rest = host.as_str();
        loop {
            assert!(!short.contains(rest), "{host}");
            let Some((_, parent)) = rest.split_once('.') else {
                break;
            };
            rest = parent;
        }
    }
}

#[test]
fn word_lists_are_written_as_texts_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/words");
    for file in fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let mut seen = HashSet::new();
        for entry in entries(&format!("words/{name}")) {
            let word = entry.split('\t').next().unwrap_or_default();
            assert_eq!(Text::new(word).lower(), word, "{name}");
            assert!(seen.insert(word.to_owned()), "{name}: {word} stands twice");
        }
    }
}

#[test]
fn every_year_has_its_holidays() {
    let mut years = BTreeMap::<String, usize>::new();
    for entry in entries("holidays.tsv") {
        let (day, name) = entry.split_once('\t').unwrap();
        assert!(Day::try_from(day.to_owned()).is_ok(), "{day}");
        assert!(!name.is_empty(), "{day}");
        *years.entry(day[..4].to_owned()).or_default() += 1;
    }
    assert_eq!(years.len(), 31);
    assert!(years.values().all(|holidays| (16..=21).contains(holidays)));
}
