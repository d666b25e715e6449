//! Finds URLs in one pass over a folded text.

use std::ops::Range;

use url::Url;

use super::disguise::Disguise;
use super::hostname::is_label_char;
use crate::Text;
use crate::host::Hosts;

/// A URL as it stands in the text.
pub(super) struct Written {
    /// Bytes of the folded text.
    pub range: Range<usize>,
    /// Where the host stands in it; empty where there is none.
    pub host: Range<usize>,
    /// The host as written, in lower case.
    pub name: String,
    /// What stands before an `@` in front of the host.
    pub user: Option<String>,
    pub url: Url,
    /// The URL without disguise.
    pub plain: String,
    /// What was seen on the way.
    pub disguises: Vec<Disguise>,
}

/// Every URL in the text, by place.
pub(super) fn links(text: &Text, hosts: &Hosts) -> Vec<Written> {
    let mut scanner = Scanner {
        text,
        lower: text.lower(),
        hosts,
        floor: 0,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < scanner.lower.len() {
        match scanner.step(at) {
            Step::Link(link) => {
                at = link.range.end;
                scanner.floor = at;
                found.push(*link);
            }
            Step::Skip(next) => at = next,
        }
    }
    found
}

enum Step {
    Link(Box<Written>),
    Skip(usize),
}

pub(super) struct Scanner<'a> {
    pub text: &'a Text,
    /// The folded text in lower case.
    pub lower: &'a str,
    pub hosts: &'a Hosts,
    /// The end of the last link.
    pub floor: usize,
}

impl Scanner<'_> {
    fn step(&self, at: usize) -> Step {
        let c = self.char(at).unwrap_or_default();
        let next = at + c.len_utf8();
        let link = match c {
            '@' | '#' => return Step::Skip(self.mention_end(next)),
            '/' => self.relative(at),
            '.' => self.idn(at),
            c if is_label_char(c) => return self.run(at),
            _ => None,
        };
        link.map_or(Step::Skip(next), |link| Step::Link(Box::new(link)))
    }

    /// A run of letters and digits: a scheme, a host or a word.
    fn run(&self, at: usize) -> Step {
        let end = self.label_run_end(at);
        let link = self
            .scheme(at, end)
            .and_then(|scheme| self.after_scheme(scheme))
            .or_else(|| self.opaque(at, end))
            .or_else(|| self.bare(at));
        match link {
            Some(link) => Step::Link(Box::new(link)),
            None => Step::Skip(self.dotted_run_end(at)),
        }
    }

    /// Skips `@name.of.somebody` and `#tag`, and the domain of a mail address.
    fn mention_end(&self, at: usize) -> usize {
        let end = self.label_run_end(at);
        if self.scheme(at, end).is_some() {
            at
        } else {
            self.dotted_run_end(at)
        }
    }

    fn label_run_end(&self, at: usize) -> usize {
        let rest = &self.lower[at..];
        at + rest.find(|c| !is_label_char(c)).unwrap_or(rest.len())
    }

    /// The end of labels joined by plain dots.
    fn dotted_run_end(&self, at: usize) -> usize {
        let rest = &self.lower[at..];
        let end = at
            + rest
                .find(|c| !is_label_char(c) && c != '.')
                .unwrap_or(rest.len());
        // A scheme may stand at the end of the run.
        let last = self.lower[at..end]
            .rfind('.')
            .map_or(at, |dot| at + dot + 1);
        if last > at && self.scheme(last, end).is_some() {
            last
        } else {
            end
        }
    }

    pub fn char(&self, at: usize) -> Option<char> {
        self.lower[at..].chars().next()
    }

    pub fn before(&self, at: usize) -> Option<char> {
        self.lower[..at].chars().next_back()
    }
}
