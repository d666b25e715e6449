//! What follows the host: port, path, query and fragment, and where they end.

use std::ops::Range;

use url::Url;

use super::disguise::Disguise;
use super::hostname::{HostName, Mode, skip_break};
use super::scan::{Scanner, Written};
use super::scheme::Scheme;

impl Scanner<'_> {
    /// Reads port and path behind the host and puts the URL together.
    pub fn finish(
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
        let short = host.short.is_some();
        if short && let Some(slash) = self.broken_before_path(at) {
            disguises.push(Disguise::Broken);
            at = slash;
        }
        let mut end = self.path_end(at, wide_host, short || mode == Mode::Scheme);
        let mut path = folded[at..end].to_owned();
        if short
            && path == "/"
            && let Some(token) = self.broken_after_slash(end)
        {
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
        if (1..=5).contains(&len) && ends {
            &rest[..len + 1]
        } else {
            ""
        }
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
                is_path_byte(byte)
                    || byte == b'\\' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
            } else {
                wide && (byte.is_ascii_alphanumeric()
                    || b"/.-_=&?%#+@".contains(&byte)
                    || byte == b'~' && bytes[at - 1] == b'/')
            };
            if !accepted {
                break;
            }
            match byte {
                b'(' | b'[' => open.push((at, byte)),
                b')' | b']' => {
                    let opening = if byte == b')' { b'(' } else { b'[' };
                    if open.pop().is_none_or(|(_, byte)| byte != opening) {
                        break;
                    }
                }
                b'h' if self.next_url_glued(at) => break,
                _ => {}
            }
            at += 1;
        }
        // What was opened and never closed is a remark in the text around.
        let end = open.first().map_or(at, |&(at, _)| at);
        self.trimmed(start, end)
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
    pub fn trimmed(&self, start: usize, end: usize) -> usize {
        let mut kept = self.lower[start..end].trim_end_matches([
            '.', ',', ':', ';', '!', '?', '\'', '*', '|', '#', '(', '[', '\\',
        ]);
        while kept.ends_with(['&', '=', '@', '~']) && !self.text.is_plain(start + kept.len() - 1) {
            kept = &kept[..kept.len() - 1];
        }
        start + kept.len()
    }
}

pub(super) fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,/:;=@%?#[]|".contains(&byte)
}
