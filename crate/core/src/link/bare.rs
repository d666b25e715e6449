//! URLs with no scheme before the host.

use super::hostname::{Dot, HostName, Mode, host_at, is_capitalised, is_idn_char, is_label_char};
use super::scan::{Scanner, Written};
use super::scheme::Scheme;
use crate::host;

/// What people write before a full stop with no space behind it: `Mr.Children`.
const ABBREVIATIONS: [&str; 19] = [
    "co", "dept", "dr", "fig", "inc", "jr", "ltd", "mr", "mrs", "ms", "mt", "no", "prof", "sec",
    "sr", "st", "tel", "ver", "vol",
];

impl Scanner<'_> {
    /// A host with no scheme before it.
    pub fn bare(&self, at: usize) -> Option<Written> {
        let start =
            at + (self.lower[at..].len() - self.lower[at..].trim_start_matches(['-', '_']).len());
        let host = host_at(self.text, self.hosts, start, Mode::Bare)?;
        let written = self.finish(Scheme::none(start), None, host.clone(), Mode::Bare)?;
        (self.stands_alone(at) && self.is_surely_meant(&host, &written)).then_some(written)
    }

    /// Whether nothing before it makes it part of something else: a mail
    /// address, a path, a suffix such as `.lg.jp`.
    fn stands_alone(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else {
            return true;
        };
        let before_that = self.before(at - before.len_utf8());
        match before {
            '@' | '#' | '/' | '\\' | '%' | '$' => false,
            '.' => before_that.is_some_and(|c| c == '.' || is_idn_char(c)),
            // info★example.lg.jp, so that no robot reads it.
            '★' | '☆' | '●' | '○' | '■' | '□' | '◆' | '◇' | '※' | '◎' => {
                !before_that.is_some_and(|c| c.is_ascii_alphanumeric())
            }
            ')' | ']' | '}' => {
                let head = self.lower[..at].trim_end_matches([')', ']', '}']);
                !["at", "@", "アット", "アットマーク", "(a"]
                    .iter()
                    .any(|at| head.ends_with(at))
            }
            _ => true,
        }
    }

    /// What counts as a link without a scheme. As on X, two labels that end in
    /// a country's domain need a path; words, file names and units are none.
    fn is_surely_meant(&self, host: &HostName, written: &Written) -> bool {
        let lower = self.lower;
        let end = written.range.end;
        if host.cut || !host.known || lower[host.range.end..].starts_with('@') {
            return false;
        }
        if host.short.is_some() {
            return end > host.range.end + 1 || !host.is_bare_shortener();
        }
        let label = |back: usize| &lower[host.labels[host.labels.len() - back].clone()];
        let (tld, second) = (label(1), label(2));
        if !second.contains(|c: char| c.is_alphabetic()) || host::is_public_suffix(&host.name) {
            return false;
        }
        if lower[host.range.end..].starts_with("()") {
            return false;
        }
        if end > host.range.end {
            return !matches!(tld, "zip" | "mov");
        }
        if host.dots.contains(&Dot::Bracketed) {
            return true;
        }
        if is_capitalised(&self.text.folded()[host.labels[host.labels.len() - 1].clone()]) {
            return false;
        }
        if host.labels.len() > 2 {
            // 5.h1.ki is a number of a paragraph.
            let (_, names) = host.labels.split_last().unwrap_or((&(0..0), &[]));
            return names.iter().any(|name| {
                name.len() > 2 && lower[name.clone()].contains(|c: char| c.is_alphabetic())
            });
        }
        let generic = tld.len() > 2 || matches!(tld, "co" | "tv");
        let file_or_firm = matches!(tld, "zip" | "mov" | "inc" | "ltd" | "llc" | "gmbh");
        let abbreviation = ABBREVIATIONS.contains(&second);
        let letter = second.len() == 1 && tld != "com";
        let framework = matches!(host.name.as_str(), "ado.net" | "asp.net" | "vb.net");
        generic && !file_or_firm && !abbreviation && !letter && !framework
    }

    /// A host in Japanese letters with no scheme: `総務省.jp`. `at` is its
    /// first dot.
    pub fn idn(&self, at: usize) -> Option<Written> {
        if !self
            .before(at)
            .is_some_and(|c| is_idn_char(c) && c.is_alphanumeric())
        {
            return None;
        }
        let starts: Vec<usize> = self.lower[self.floor..at]
            .char_indices()
            .rev()
            .take(20)
            .take_while(|&(_, c)| is_idn_char(c) && c.is_alphanumeric() || is_label_char(c))
            .map(|(start, _)| self.floor + start)
            .collect();
        let first = *starts.last()?;
        let host = host_at(self.text, self.hosts, first, Mode::Idn).filter(|host| host.known)?;
        if self.lower[host.range.end..].starts_with('/') {
            // Names of shorteners are short.
            for &start in starts.iter().take(4) {
                let host = host.without(start - first, self.hosts);
                if host.is_bare_shortener() {
                    return self.finish(Scheme::none(start), None, host, Mode::Bare);
                }
            }
        }
        if host.is_bare_shortener() {
            return None;
        }
        let tld = host.name.rsplit('.').next()?;
        let usual = matches!(tld, "jp" | "com" | "net" | "org" | "コム" | "みんな");
        let alone = !self.before(first).is_some_and(|c| {
            c.is_alphanumeric()
                || matches!(c, '.' | '@' | '#' | '/' | '。' | '、' | '-' | '_' | '・')
        });
        let name = &self.lower[first..at];
        // みんな is also a word.
        let ends = tld.is_ascii() || !self.char(host.range.end).is_some_and(char::is_alphanumeric);
        (usual && ends && alone && host.dots[0] == Dot::Plain && is_one_script(name))
            .then(|| self.finish(Scheme::none(first), None, host, Mode::Bare))
            .flatten()
    }
}

/// A label of kanji only, or of kana only: no sentence.
fn is_one_script(label: &str) -> bool {
    let kana = |c: char| matches!(c, 'ぁ'..='ヿ');
    let letters = || label.chars().filter(|c| !c.is_ascii());
    letters().all(kana) || !letters().any(|c| matches!(c, 'ぁ'..='ゖ'))
}
