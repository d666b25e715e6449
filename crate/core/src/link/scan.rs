//! Finds URLs in one pass over a folded text.

use std::ops::Range;

use url::Url;

use super::disguise::Disguise;
use super::hostname::{
    Dot, HostName, Mode, host_at, is_capitalised, is_idn_char, is_label_char, skip_break,
};
use crate::Text;
use crate::host::{self, Hosts};

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

struct Scanner<'a> {
    text: &'a Text,
    lower: &'a str,
    hosts: &'a Hosts,
    /// The end of the last link.
    floor: usize,
}

/// The beginning of a URL, up to where the host starts.
struct Scheme {
    start: usize,
    host: usize,
    name: &'static str,
    disguises: Vec<Disguise>,
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

    /// `http:` and what people make of it.
    fn scheme(&self, at: usize, end: usize) -> Option<Scheme> {
        if let Some((name, end)) = self.masked_scheme(at) {
            return self.separator(at, end, name, vec![Disguise::Defanged]);
        }
        let word = &self.lower[at..end];
        const SCHEMES: [(&str, &str, bool); 8] = [
            ("https", "https", false),
            ("http", "http", false),
            ("hxxps", "https", true),
            ("hxxp", "http", true),
            ("ttps", "https", true),
            ("ttp", "http", true),
            ("ftp", "ftp", false),
            ("ftps", "ftp", false),
        ];
        let (written, name, defanged) = SCHEMES
            .into_iter()
            .find(|(written, ..)| *written == word || written.starts_with('h') && word.ends_with(written))?;
        let disguises = if defanged { vec![Disguise::Defanged] } else { Vec::new() };
        self.separator(end - written.len(), end, name, disguises)
    }

    /// `h**p`, `h○○ps`.
    fn masked_scheme(&self, at: usize) -> Option<(&'static str, usize)> {
        let rest = self.lower[at..].strip_prefix('h')?;
        let mut rest = rest;
        for _ in 0..2 {
            rest = rest.strip_prefix(['t', 'x', '*', '+', '_', '-', '?', '×', '○', '●', '〇', '◯'])?;
        }
        let rest = rest.strip_prefix('p')?;
        let (name, rest) = match rest.strip_prefix('s') {
            Some(rest) => ("https", rest),
            None => ("http", rest),
        };
        let end = self.lower.len() - rest.len();
        (!matches!(&self.lower[at..end], "http" | "https")).then_some((name, end))
    }

    /// `://`, and what people make of it.
    fn separator(
        &self,
        start: usize,
        end: usize,
        name: &'static str,
        mut disguises: Vec<Disguise>,
    ) -> Option<Scheme> {
        let rest = &self.lower[end..];
        let bracketed = ["[:]", "(:)", "[://]", "(://)"]
            .iter()
            .find_map(|colon| rest.strip_prefix(colon));
        let colon = bracketed.or_else(|| rest.strip_prefix(':'));
        let after = colon.unwrap_or(rest);
        let host = after.trim_start_matches(['/', '\\']);
        let slashes = &after[..after.len() - host.len()];
        if bracketed.is_some() {
            disguises.push(Disguise::Defanged);
        } else if slashes.contains('\\') {
            disguises.push(Disguise::Backslash);
        } else if colon.is_none() && slashes.len() < 2 {
            return None;
        } else if colon.is_none() || slashes.len() != 2 {
            disguises.push(Disguise::Malformed);
        }
        Some(Scheme {
            start,
            host: self.lower.len() - host.len(),
            name,
            disguises,
        })
    }

    fn after_scheme(&self, scheme: Scheme) -> Option<Written> {
        let user = self.user(scheme.host);
        let at = user.as_ref().map_or(scheme.host, |user| user.end + 1);
        let host = host_at(self.text, self.hosts, at, Mode::Scheme)?;
        self.finish(scheme, user, host, Mode::Scheme)
    }

    /// `user:password@` before a host; an `@` that begins a mention or stands
    /// in a mail address is none.
    fn user(&self, at: usize) -> Option<Range<usize>> {
        let mut last = None;
        for (offset, c) in self.lower[at..].char_indices().take(200) {
            let here = at + offset;
            let stops = c.is_whitespace()
                || matches!(c, '/' | '\\' | '?' | '#' | '"' | '<' | '>')
                || !c.is_ascii() && !is_idn_char(c)
                || !self.text.is_plain(here) && matches!(c, '(' | ')' | '[' | ']' | ',' | '!');
            if stops {
                break;
            }
            if c == '@' {
                last = Some(at..here);
            }
        }
        let user = last.filter(|user| !user.is_empty())?;
        let name = &self.lower[user.clone()];
        if !name.is_ascii() && name.contains('.') {
            return None;
        }
        host_at(self.text, self.hosts, user.end + 1, Mode::Scheme).map(|_| user)
    }

    /// `//example.jp/`.
    fn relative(&self, at: usize) -> Option<Written> {
        let rest = self.lower[at..].strip_prefix("//")?;
        let before = self.before(at);
        if before.is_some_and(|c| c == '/' || c.is_ascii_alphanumeric()) {
            return None;
        }
        let host = host_at(self.text, self.hosts, self.lower.len() - rest.len(), Mode::Bare)?;
        let scheme = Scheme {
            start: at,
            host: host.range.start,
            name: "https",
            disguises: Vec::new(),
        };
        self.finish(scheme, None, host, Mode::Scheme)
    }

    /// A host with no scheme before it.
    fn bare(&self, at: usize) -> Option<Written> {
        let start = at + (self.lower[at..].len() - self.lower[at..].trim_start_matches(['-', '_']).len());
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
                !["at", "@", "アット", "アットマーク", "(a"].iter().any(|at| head.ends_with(at))
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
        if host.is_shortener(self.hosts) {
            return end > host.range.end + 1 || !host.is_bare_shortener(self.hosts);
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
            return host.labels[..host.labels.len() - 1].iter().any(|l| l.len() > 1);
        }
        let generic = tld.len() > 2 || matches!(tld, "co" | "tv");
        let file_or_firm = matches!(tld, "zip" | "mov" | "inc" | "ltd" | "llc" | "gmbh");
        let abbreviation = matches!(
            second,
            "co" | "dept" | "dr" | "fig" | "inc" | "jr" | "ltd" | "mr" | "mrs" | "ms" | "mt" | "no"
                | "prof" | "sec" | "sr" | "st" | "tel" | "ver" | "vol"
        );
        let letter = second.len() == 1 && tld != "com";
        let framework = matches!(host.name.as_str(), "ado.net" | "asp.net" | "vb.net");
        generic && !file_or_firm && !abbreviation && !letter && !framework
    }

    /// A host in Japanese letters with no scheme: `総務省.jp`. `at` is its
    /// first dot.
    fn idn(&self, at: usize) -> Option<Written> {
        if !self.before(at).is_some_and(|c| is_idn_char(c) && c.is_alphanumeric()) {
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
        let host = host_at(self.text, self.hosts, first, Mode::Scheme).filter(|host| host.known)?;
        if self.lower[host.range.end..].starts_with('/') {
            for &start in &starts {
                let mut host = host.clone();
                host.range.start = start;
                host.labels[0].start = start;
                host.name.replace_range(..start - first, "");
                if host.is_bare_shortener(self.hosts) {
                    return self.finish(Scheme::none(start), None, host, Mode::Bare);
                }
            }
        }
        let tld = host.name.rsplit('.').next()?;
        let usual = matches!(tld, "jp" | "com" | "net" | "org" | "コム" | "みんな");
        let alone = !self.before(first).is_some_and(|c| {
            c.is_alphanumeric() || matches!(c, '.' | '@' | '#' | '/' | '。' | '、' | '-' | '_' | '・')
        });
        let name = &self.lower[first..at];
        (usual && alone && host.dots[0] == Dot::Plain && is_one_script(name))
            .then(|| self.finish(Scheme::none(first), None, host, Mode::Bare))
            .flatten()
    }

    /// `data:`, `javascript:` and `line://`, which have no host.
    fn opaque(&self, at: usize, end: usize) -> Option<Written> {
        let rest = &self.lower[end..];
        let written = match &self.lower[at..end] {
            "line" if rest.starts_with("://") => rest.len() > 3 && is_path_byte(rest.as_bytes()[3]),
            "javascript" | "vbscript" => {
                let code = rest.strip_prefix(':').unwrap_or_default();
                let code = code.get(..code.find(char::is_whitespace).unwrap_or(code.len()))?;
                code.contains(['(', '=', '%'])
            }
            "data" => {
                let (kind, _) = rest.strip_prefix(':')?.split_once([',', ';'])?;
                let (class, name) = kind.split_once('/')?;
                class.bytes().all(|b| b.is_ascii_lowercase())
                    && !class.is_empty()
                    && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
            }
            _ => false,
        };
        if !written {
            return None;
        }
        let len = rest
            .find(|c: char| !c.is_ascii() || c.is_whitespace() || matches!(c, '"' | '<' | '>'))
            .unwrap_or(rest.len());
        let range = at..self.trimmed(end, end + len);
        let plain = self.text.folded()[range.clone()].to_owned();
        Some(Written {
            host: end..end,
            name: String::new(),
            user: None,
            url: Url::parse(&plain).ok()?,
            plain,
            disguises: Vec::new(),
            range,
        })
    }

    /// Reads port and path behind the host and puts the URL together.
    fn finish(
        &self,
        scheme: Scheme,
        user: Option<Range<usize>>,
        host: HostName,
        mode: Mode,
    ) -> Option<Written> {
        let folded = self.text.folded();
        let mut disguises = scheme.disguises;
        for dot in &host.dots {
            disguises.extend(Disguise::of_dot(*dot));
        }
        let mut at = host.range.end;
        if self.lower[at..].starts_with("./") || self.lower[at..].starts_with(".:") {
            disguises.push(Disguise::TrailingDot);
            at += 1;
        }
        let wide_host = host.range.clone().any(|at| !self.text.is_plain(at));
        let port = self.port(at, wide_host);
        at += port.len();
        let short = host.is_shortener(self.hosts);
        if short && let Some(slash) = self.broken_before_path(at) {
            disguises.push(Disguise::Broken);
            at = slash;
        }
        let mut end = self.path_end(at, wide_host, short || mode == Mode::Scheme);
        let mut path = folded[at..end].to_owned();
        if short && path == "/" && let Some(token) = self.broken_after_slash(end) {
            disguises.push(Disguise::Broken);
            path.push_str(&folded[token.clone()]);
            end = token.end;
        }
        if path.contains('\\') {
            disguises.push(Disguise::Backslash);
        }
        let range = scheme.start..end;
        if range.clone().any(|at| !self.text.is_plain(at)) {
            disguises.push(Disguise::FullWidth);
        }
        let path = path.replace('\\', "/");
        let assemble = |port: &str| format!("{}://{}{port}{path}", scheme.name, host.name);
        // A port that can't be makes no better link.
        let (plain, url) = [port, ""].iter().find_map(|port| {
            let plain = assemble(port);
            Url::parse(&plain).ok().map(|url| (plain, url))
        })?;
        disguises.sort_unstable();
        disguises.dedup();
        Some(Written {
            range,
            host: host.range,
            name: host.name,
            user: user.map(|user| folded[user].to_owned()),
            url,
            plain,
            disguises,
        })
    }

    fn port(&self, at: usize, wide: bool) -> &str {
        let rest = &self.lower[at..];
        let Some(digits) = rest.strip_prefix(':') else {
            return "";
        };
        if !self.text.is_plain(at) && !wide {
            return "";
        }
        let len = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        let ends = !digits[len..].starts_with(|c: char| c.is_alphanumeric());
        if (1..=5).contains(&len) && ends { &rest[..len + 1] } else { "" }
    }

    /// A slash after a line break or a space, with a path behind it.
    fn broken_before_path(&self, at: usize) -> Option<usize> {
        let rest = &self.lower[at..];
        let broken = skip_break(rest);
        let path = broken.strip_prefix('/')?;
        (broken.len() < rest.len() && path.starts_with(|c: char| c.is_ascii_alphanumeric()))
            .then(|| self.lower.len() - broken.len())
    }

    /// A shortener's token after a slash and a line break or a space.
    fn broken_after_slash(&self, at: usize) -> Option<Range<usize>> {
        let rest = &self.lower[at..];
        let broken = skip_break(rest);
        let start = self.lower.len() - broken.len();
        let len = broken
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
            .unwrap_or(broken.len());
        let token = &self.text.folded()[start..start + len];
        let looks_made = token.contains(|c: char| c.is_ascii_digit())
            && token.contains(|c: char| c.is_ascii_alphabetic())
            || token.contains(|c: char| c.is_ascii_lowercase())
                && token[1.min(len)..].contains(|c: char| c.is_ascii_uppercase());
        (broken.len() < rest.len() && (4..=16).contains(&len) && looks_made)
            .then_some(start..start + len)
    }

    /// Where path, query and fragment end. They are ASCII as written; only a
    /// URL written full-width goes on in full-width letters.
    fn path_end(&self, start: usize, wide_host: bool, sure: bool) -> usize {
        let bytes = self.lower.as_bytes();
        let next = bytes.get(start + 1).copied().unwrap_or_default();
        let plain = self.text.is_plain(start);
        let begins = match bytes.get(start) {
            Some(b'/') => plain || wide_host || sure && next.is_ascii_alphanumeric(),
            Some(b'?') => (plain || wide_host) && next.is_ascii_alphanumeric(),
            Some(b'\\') => plain && next.is_ascii_alphanumeric(),
            _ => false,
        };
        if !begins {
            return start;
        }
        let wide = !plain;
        let mut open = Vec::new();
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            let accepted = if self.text.is_plain(at) {
                is_path_byte(byte) || byte == b'\\' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
            } else {
                wide && (byte.is_ascii_alphanumeric()
                    || b"/.-_=&?%#+@".contains(&byte)
                    || byte == b'~' && bytes[at - 1] == b'/')
            };
            if !accepted {
                break;
            }
            match byte {
                b'(' | b'[' => open.push(byte),
                b')' | b']' => {
                    let opening = if byte == b')' { b'(' } else { b'[' };
                    if open.pop() != Some(opening) {
                        break;
                    }
                }
                b'h' if self.next_url_glued(at) => break,
                _ => {}
            }
            at += 1;
        }
        self.trimmed(start, at)
    }

    /// Whether another URL starts here with nothing between but a letter or a
    /// comma. After `/`, `=` and the like it belongs to this one.
    fn next_url_glued(&self, at: usize) -> bool {
        let rest = &self.lower[at..];
        let before = self.lower.as_bytes()[at - 1];
        (before.is_ascii_alphanumeric() || b",;|".contains(&before))
            && ["http://", "https://", "hxxp://", "hxxps://"]
                .iter()
                .any(|scheme| rest.starts_with(scheme))
    }

    /// The end without the punctuation of the sentence around the URL.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        let mut kept = self.lower[start..end].trim_end_matches([
            '.', ',', ':', ';', '!', '?', '\'', '*', '|', '#', '(', '[', '\\',
        ]);
        while kept.ends_with(['&', '=', '@', '~']) && !self.text.is_plain(start + kept.len() - 1) {
            kept = &kept[..kept.len() - 1];
        }
        start + kept.len()
    }

    /// Skips `@name.of.somebody` and `#tag`, and the domain of a mail address.
    fn mention_end(&self, at: usize) -> usize {
        let end = self.label_run_end(at);
        if self.scheme(at, end).is_some() { at } else { self.dotted_run_end(at) }
    }

    fn label_run_end(&self, at: usize) -> usize {
        let rest = &self.lower[at..];
        at + rest.find(|c| !is_label_char(c)).unwrap_or(rest.len())
    }

    /// The end of labels joined by plain dots.
    fn dotted_run_end(&self, at: usize) -> usize {
        let rest = &self.lower[at..];
        let end = at + rest
            .find(|c| !is_label_char(c) && c != '.')
            .unwrap_or(rest.len());
        // A scheme may stand at the end of the run.
        let last = self.lower[at..end].rfind('.').map_or(at, |dot| at + dot + 1);
        if last > at && self.scheme(last, end).is_some() { last } else { end }
    }

    fn char(&self, at: usize) -> Option<char> {
        self.lower[at..].chars().next()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.lower[..at].chars().next_back()
    }
}

impl Scheme {
    fn none(start: usize) -> Self {
        Self {
            start,
            host: start,
            name: "https",
            disguises: Vec::new(),
        }
    }
}

/// A label of kanji only, or of kana only: no sentence.
fn is_one_script(label: &str) -> bool {
    let kana = |c: char| matches!(c, 'ぁ'..='ヿ');
    let letters = || label.chars().filter(|c| !c.is_ascii());
    letters().all(kana) || !letters().any(|c| matches!(c, 'ぁ'..='ゖ'))
}

fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,/:;=@%?#[]|".contains(&byte)
}
