//! URLs that begin with a scheme, however it's written.

use std::ops::Range;

use url::Url;

use super::disguise::Disguise;
use super::hostname::{Mode, host_at, is_idn_char};
use super::scan::{Scanner, Written};
use super::tail::is_path_byte;

/// The beginning of a URL, up to where the host starts.
pub(super) struct Scheme {
    pub start: usize,
    pub host: usize,
    pub name: &'static str,
    pub disguises: Vec<Disguise>,
}

impl Scheme {
    /// None: the host itself starts here.
    pub fn none(start: usize) -> Self {
        Self {
            start,
            host: start,
            name: "https",
            disguises: Vec::new(),
        }
    }
}

impl Scanner<'_> {
    /// `http:` and what people make of it.
    pub fn scheme(&self, at: usize, end: usize) -> Option<Scheme> {
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
        let (written, name, defanged) = SCHEMES.into_iter().find(|(written, ..)| {
            *written == word || written.starts_with('h') && word.ends_with(written)
        })?;
        let disguises = if defanged {
            vec![Disguise::Defanged]
        } else {
            Vec::new()
        };
        self.separator(end - written.len(), end, name, disguises)
    }

    /// `h**p`, `h○○ps`.
    fn masked_scheme(&self, at: usize) -> Option<(&'static str, usize)> {
        let mut rest = self.lower[at..].strip_prefix('h')?;
        for _ in 0..2 {
            rest =
                rest.strip_prefix(['t', 'x', '*', '+', '_', '-', '?', '×', '○', '●', '〇', '◯'])?;
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

    pub fn after_scheme(&self, scheme: Scheme) -> Option<Written> {
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
    pub fn relative(&self, at: usize) -> Option<Written> {
        let rest = self.lower[at..].strip_prefix("//")?;
        let before = self.before(at);
        if before.is_some_and(|c| c == '/' || c.is_ascii_alphanumeric()) {
            return None;
        }
        let host = host_at(
            self.text,
            self.hosts,
            self.lower.len() - rest.len(),
            Mode::Bare,
        )?;
        let scheme = Scheme {
            start: at,
            host: host.range.start,
            name: "https",
            disguises: Vec::new(),
        };
        self.finish(scheme, None, host, Mode::Scheme)
    }

    /// `data:`, `javascript:` and `line://`, which have no host.
    pub fn opaque(&self, at: usize, end: usize) -> Option<Written> {
        let rest = &self.lower[end..];
        let written = match &self.lower[at..end] {
            "line" if rest.starts_with("://") => rest.len() > 3 && is_path_byte(rest.as_bytes()[3]),
            "javascript" | "vbscript" => {
                let code = rest.strip_prefix(':').unwrap_or_default();
                let code = code.get(..code.find(char::is_whitespace).unwrap_or(code.len()))?;
                code.contains(['(', '=', '%'])
            }
            "data" => {
                let kind = rest.strip_prefix(':')?;
                let len = kind.bytes().take(80).position(|b| b == b',' || b == b';')?;
                let kind = &kind[..len];
                let (class, name) = kind.split_once('/')?;
                class.bytes().all(|b| b.is_ascii_lowercase())
                    && !class.is_empty()
                    && name
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
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
}
