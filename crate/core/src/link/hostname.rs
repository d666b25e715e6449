//! Host names as they stand in a text: their labels, and the many ways in
//! which people write the dots between them.

use std::ops::Range;

use crate::Text;
use crate::host::{self, Hosts};

/// Host names have at most 253 characters; more is not looked at.
const MAX_LEN: usize = 300;

/// How a URL that may start here begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// After a scheme: any letters make a host.
    Scheme,
    /// With nothing before the host, in any letters.
    Idn,
    /// With nothing before the host: only what is surely one.
    Bare,
}

impl Mode {
    /// How many labels are looked at. Where nothing says that a host is meant,
    /// a long chain is a text without spaces.
    fn max_labels(self, dots: &[Dot]) -> usize {
        let usual = dots
            .iter()
            .all(|dot| matches!(dot, Dot::Plain | Dot::Bracketed));
        if self == Self::Scheme || self == Self::Bare && usual {
            20
        } else {
            4
        }
    }
}

/// How the dot before a label is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dot {
    Plain,
    /// `。` or `・`.
    Japanese,
    /// `[.]`, `(dot)`, `（ドット）`.
    Bracketed,
    /// With spaces or a line break beside it, or as a word.
    Loose,
}

/// A host name found in a text.
#[derive(Debug, Clone)]
pub(super) struct HostName {
    /// Bytes of the folded text.
    pub range: Range<usize>,
    /// Its labels in lower case, joined by plain dots.
    pub name: String,
    /// The bytes of each label.
    pub labels: Vec<Range<usize>>,
    /// The dot before each label but the first.
    pub dots: Vec<Dot>,
    /// Whether the last label is a known top-level domain.
    pub known: bool,
    /// Whether the dotted run goes on where the host ends.
    pub cut: bool,
    /// How many labels at its end make up a shortener's domain.
    pub short: Option<usize>,
}

impl HostName {
    /// Whether it is a shortener's domain and nothing before it.
    pub fn is_bare_shortener(&self) -> bool {
        self.short == Some(self.labels.len())
    }

    /// The same host without the first bytes of its first label.
    pub fn without(&self, head: usize, hosts: &Hosts) -> Self {
        let mut host = self.clone();
        host.range.start += head;
        host.labels[0].start += head;
        host.name.replace_range(..head, "");
        host.short = short_labels(&host.name, hosts);
        host
    }
}

/// Reads the host name that starts at `at`.
pub(super) fn host_at(text: &Text, hosts: &Hosts, at: usize, mode: Mode) -> Option<HostName> {
    let lower = text.lower();
    if mode == Mode::Scheme && lower[at..].starts_with('[') {
        return ipv6(text, at);
    }
    let (labels, dots) = labels_at(text, at, mode);
    let join = |count: usize| {
        let labels: Vec<&str> = labels[..count].iter().map(|l| &lower[l.clone()]).collect();
        labels.join(".")
    };
    let host = |count: usize, name: String, known: bool| HostName {
        range: at..labels[count - 1].end,
        short: short_labels(&name, hosts),
        name,
        labels: labels[..count].to_vec(),
        dots: dots[..count - 1].to_vec(),
        known,
        cut: count < labels.len()
            && matches!(dots[count - 1], Dot::Plain | Dot::Bracketed)
            && !is_capitalised(&text.folded()[labels[count].clone()]),
    };
    if mode == Mode::Scheme
        && labels
            .iter()
            .any(|label| lower[label.clone()].contains('%'))
    {
        let name = join(labels.len());
        let decoded = url::Host::parse(&name).ok()?.to_string();
        let tld = decoded.rsplit_once('.')?.1;
        return (host::is_tld(tld) || is_numeric(tld)).then(|| host(labels.len(), name, true));
    }
    for count in (2..=labels.len()).rev() {
        let tld = &lower[labels[count - 1].clone()];
        let punycode = tld.len() > 4 && tld.starts_with("xn--");
        if !host::is_tld(tld) && !punycode {
            continue;
        }
        let end = labels[count - 1].end;
        let slash = lower[end..].starts_with('/');
        let sentence = is_capitalised(&text.folded()[labels[count - 1].clone()])
            && !is_capitalised(&text.folded()[labels[0].clone()]);
        if sentence && !slash {
            continue;
        }
        let name = join(count);
        if dots_hold(&name, &dots[..count - 1], slash, hosts, mode) {
            return Some(host(count, name, true));
        }
    }
    if mode == Mode::Bare {
        return None;
    }
    let plain = dots
        .iter()
        .take_while(|dot| matches!(dot, Dot::Plain | Dot::Bracketed))
        .count();
    let count = labels.len().min(plain + 1);
    let name = join(count);
    let tld = name.rsplit('.').next().unwrap_or_default();
    let named = count > 1 && tld.len() > 1 && tld.bytes().all(|b| b.is_ascii_alphabetic());
    let numeric = is_numeric(tld) && (count > 1 || tld.len() > 3);
    (named || numeric).then(|| host(count, name, false))
}

/// Whether unusual dots may be taken for dots: only where it's sure that a
/// host is meant. `slash` is whether a path follows.
fn dots_hold(name: &str, dots: &[Dot], slash: bool, hosts: &Hosts, mode: Mode) -> bool {
    let Some(first) = dots
        .iter()
        .position(|dot| matches!(dot, Dot::Japanese | Dot::Loose))
    else {
        return true;
    };
    let count = dots.len() + 1;
    let inside_shortener =
        short_labels(name, hosts).is_some_and(|labels| first + 1 > count - labels);
    if inside_shortener {
        return slash || mode != Mode::Bare;
    }
    if mode == Mode::Bare || dots.contains(&Dot::Loose) {
        return false;
    }
    // A full stop after a whole host ends a sentence, unless a path follows.
    let complete = first > 0 && name.split('.').nth(first).is_some_and(host::is_tld);
    slash || !complete
}

fn short_labels(name: &str, hosts: &Hosts) -> Option<usize> {
    if name.is_ascii() {
        hosts.short_labels(name)
    } else {
        hosts.short_labels(&url::Host::parse(name).ok()?.to_string())
    }
}

fn labels_at(text: &Text, at: usize, mode: Mode) -> (Vec<Range<usize>>, Vec<Dot>) {
    let (mut labels, mut dots) = (Vec::new(), Vec::new());
    let mut start = at;
    loop {
        let (end, closed) = label_end(text, start, labels.len(), mode);
        if end == start {
            break;
        }
        labels.push(start..end);
        if closed || labels.len() == mode.max_labels(&dots) || end - at > MAX_LEN {
            break;
        }
        let Some((next, dot)) = dot_at(text, end, mode) else {
            break;
        };
        dots.push(dot);
        start = next;
    }
    dots.truncate(labels.len().saturating_sub(1));
    (labels, dots)
}

/// Where the label that starts here ends, and whether the host ends with it:
/// after `jp` in `jpへ`.
fn label_end(text: &Text, start: usize, index: usize, mode: Mode) -> (usize, bool) {
    let lower = &text.lower()[start..];
    let narrow = lower
        .find(|c| !is_label_char(c))
        .map_or(text.lower().len(), |len| start + len);
    if mode == Mode::Bare {
        return (narrow, false);
    }
    let wide = start + wide_len(lower);
    if wide == narrow {
        return (narrow, false);
    }
    if index > 0 {
        let next = text.lower()[narrow..].chars().next();
        if host::is_tld(&text.lower()[start..narrow])
            && !next
                .is_some_and(|c| looks_like_slash(c) && label_follows(text, narrow + c.len_utf8()))
        {
            return (narrow, true);
        }
        if dot_at(text, wide, mode).is_none() {
            if narrow > start {
                return (narrow, true);
            }
            if let Some(tld) = host::idn_tld_prefix(&text.lower()[start..wide]) {
                return (start + tld.end, true);
            }
        }
    }
    (wide, false)
}

fn wide_len(lower: &str) -> usize {
    let bytes = lower.as_bytes();
    for (at, c) in lower.char_indices() {
        let escape = c == '%'
            && bytes[at + 1..].len() >= 2
            && bytes[at + 1..at + 3].iter().all(u8::is_ascii_hexdigit);
        if !(escape || is_label_char(c) || is_idn_char(c)) || at > 250 {
            return at;
        }
    }
    lower.len()
}

fn label_follows(text: &Text, at: usize) -> bool {
    text.lower()[at..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// A dot, however written, with a label behind it: where that label starts.
fn dot_at(text: &Text, at: usize, mode: Mode) -> Option<(usize, Dot)> {
    let lower = text.lower();
    let rest = &lower[at..];
    let first = rest.chars().next()?;
    let starts_label =
        |c: char| is_label_char(c) || mode != Mode::Bare && (is_idn_char(c) || c == '%');
    let (after, dot) = match first {
        '.' => (&rest[1..], Dot::Plain),
        '。' | '・' | '·' => (&rest[first.len_utf8()..], Dot::Japanese),
        '[' | '(' | '{' => (strip_bracketed_dot(rest)?, Dot::Bracketed),
        _ => {
            let inside = skip_break(rest);
            let bracketed = strip_bracketed_dot(inside).map(skip_break);
            let after = match bracketed.or_else(|| strip_dot(inside)) {
                Some(after) if bracketed.is_some() => after,
                // "dot" must stand alone; ドット needs no spaces in Japanese.
                Some(after) if inside.starts_with("dot") => {
                    let word = skip_break(after);
                    if inside.len() == rest.len() || word.len() == after.len() {
                        return None;
                    }
                    word
                }
                Some(after) => skip_break(after),
                None => return None,
            };
            (after, Dot::Loose)
        }
    };
    if after.starts_with(starts_label) {
        return Some((lower.len() - after.len(), dot));
    }
    let broken = skip_break(after);
    (dot == Dot::Plain && broken.len() < after.len() && broken.starts_with(is_label_char))
        .then(|| (lower.len() - broken.len(), Dot::Loose))
}

fn strip_bracketed_dot(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['[', '(', '{'])?.trim_start_matches(' ');
    let after = strip_dot(inside)?.trim_start_matches(' ');
    after.strip_prefix([']', ')', '}'])
}

fn strip_dot(text: &str) -> Option<&str> {
    ["dot", "ドット", ".", "。"]
        .iter()
        .find_map(|dot| text.strip_prefix(dot))
}

/// Skips at most a line break and a space.
pub(super) fn skip_break(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..2 {
        rest = rest.strip_prefix([' ', '\n', '\t']).unwrap_or(rest);
    }
    rest
}

fn ipv6(text: &Text, at: usize) -> Option<HostName> {
    let rest = &text.lower()[at..];
    let end = rest.bytes().take(50).position(|b| b == b']')? + 1;
    let name = &rest[..end];
    url::Host::parse(name).ok()?;
    Some(HostName {
        range: at..at + end,
        name: name.to_owned(),
        labels: std::iter::once(at..at + end).collect(),
        dots: Vec::new(),
        known: false,
        cut: false,
        short: None,
    })
}

/// A number as a browser takes it for a part of an IP address: `127`, `0x7f`.
fn is_numeric(label: &str) -> bool {
    match label.strip_prefix("0x") {
        Some(hex) => hex.bytes().all(|b| b.is_ascii_hexdigit()),
        None => !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit()),
    }
}

/// `Please`, as a sentence begins.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

/// Letters that stand in a host name with nothing around it to prove that it
/// is one. The alphabets of Europe are among them: they pass for Latin.
pub(super) fn is_label_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c == '-'
        || c == '_'
        || matches!(c, '\u{c0}'..='\u{58f}' | '\u{1e00}'..='\u{1fff}') && c.is_alphabetic()
}

/// Other letters and signs that a host name may hold after a scheme.
pub(super) fn is_idn_char(c: char) -> bool {
    !c.is_ascii() && c.is_alphanumeric()
        || looks_like_slash(c)
        || matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}')
}

/// Characters that pass for a slash, so that what stands before them passes
/// for the whole host.
pub(super) fn looks_like_slash(c: char) -> bool {
    matches!(
        c,
        'ん' | 'ン'
            | 'ソ'
            | 'ノ'
            | '丿'
            | '\u{2044}'
            | '\u{2215}'
            | '\u{2571}'
            | '\u{29f8}'
            | '\u{3033}'
    )
}
