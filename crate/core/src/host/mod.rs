//! Hosts: what is known of them, by whole DNS labels, the longest match first.

use std::ops::Range;

use crate::{Settings, Text};

mod lists;

pub use lists::Alias;
use lists::{ALIASES, HARMFUL, OFFICIAL, SHORTENERS, TLDS};

/// What a host is to the municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostKind {
    /// There is no host, as in `data:`.
    None,
    /// IT lets it be linked, whatever it is.
    Allowed,
    /// A municipality, a prefecture or the state.
    Official,
    /// A service that shortens anybody's URLs.
    Shortener,
    /// `t.co`, which X puts before every URL by itself.
    XWrapper,
    /// A company's short address for its own service.
    Alias(&'static Alias),
    /// Anybody else.
    Other,
}

impl HostKind {
    /// Whether the address hides the host that it leads to.
    pub fn is_short(self) -> bool {
        matches!(self, Self::Shortener | Self::XWrapper | Self::Alias(_))
    }
}

/// The shipped lists together with the municipality's own.
#[derive(Debug, Clone)]
pub(crate) struct Hosts {
    allowed: Domains,
    shorteners: Domains,
    official: Domains,
}

impl Hosts {
    pub fn new(settings: &Settings) -> Self {
        Self {
            allowed: Domains::new(&settings.allowed_domains),
            shorteners: Domains::new(&settings.extra_shorteners),
            official: Domains::new(&settings.official_domains),
        }
    }

    /// What this host is; `path` starts with a slash.
    pub fn kind(&self, host: &str, path: &str) -> HostKind {
        if host.is_empty() {
            HostKind::None
        } else if self.allowed.hold(host, path) {
            HostKind::Allowed
        } else if self.shorteners.hold(host, path) {
            HostKind::Shortener
        } else if self.official.hold(host, path) {
            HostKind::Official
        } else {
            shipped_kind(host, path)
        }
    }

    /// How many labels at the end of the host make up a shortener's domain,
    /// its own or a company's.
    pub fn short_labels(&self, host: &str) -> Option<usize> {
        suffixes(host)
            .find(|suffix| {
                self.shorteners.0.iter().any(|(own, _)| own == suffix)
                    || shipped_suffix(suffix, "/").is_some_and(HostKind::is_short)
            })
            .map(|suffix| suffix.split('.').count())
    }
}

fn shipped_kind(host: &str, path: &str) -> HostKind {
    suffixes(host)
        .find_map(|suffix| shipped_suffix(suffix, path))
        .unwrap_or_else(|| {
            if is_governmental(host) {
                HostKind::Official
            } else {
                HostKind::Other
            }
        })
}

fn shipped_suffix(suffix: &str, path: &str) -> Option<HostKind> {
    if suffix == "t.co" {
        return Some(HostKind::XWrapper);
    }
    let start = ALIASES.partition_point(|alias| alias.host < suffix);
    let alias = ALIASES[start..]
        .iter()
        .take_while(|alias| alias.host == suffix)
        .find(|alias| is_below(path, alias.path));
    if let Some(alias) = alias {
        Some(HostKind::Alias(alias))
    } else if lists::holds(&SHORTENERS, suffix) {
        Some(HostKind::Shortener)
    } else if lists::holds(&OFFICIAL, suffix) {
        Some(HostKind::Official)
    } else {
        None
    }
}

/// Whether the name alone shows a public body: names that the registry keeps
/// for them.
fn is_governmental(host: &str) -> bool {
    let labels: Vec<&str> = host.rsplit('.').take(4).collect();
    match labels[..] {
        ["jp", "lg" | "go", _, ..] => true,
        ["jp", pref, _, "city" | "town" | "vill"] if is_prefecture(pref) => true,
        ["jp", pref, "pref", ..] if is_prefecture(pref) => true,
        ["jp", "tokyo", "metro", ..] => true,
        ["jp", name, "city", ..] => DESIGNATED_CITIES.contains(&name),
        _ => false,
    }
}

/// The cities whose own names are second-level domains.
const DESIGNATED_CITIES: [&str; 7] = [
    "kawasaki",
    "kitakyushu",
    "kobe",
    "nagoya",
    "sapporo",
    "sendai",
    "yokohama",
];

const PREFECTURES: [&str; 47] = [
    "aichi",
    "akita",
    "aomori",
    "chiba",
    "ehime",
    "fukui",
    "fukuoka",
    "fukushima",
    "gifu",
    "gunma",
    "hiroshima",
    "hokkaido",
    "hyogo",
    "ibaraki",
    "ishikawa",
    "iwate",
    "kagawa",
    "kagoshima",
    "kanagawa",
    "kochi",
    "kumamoto",
    "kyoto",
    "mie",
    "miyagi",
    "miyazaki",
    "nagano",
    "nagasaki",
    "nara",
    "niigata",
    "oita",
    "okayama",
    "okinawa",
    "osaka",
    "saga",
    "saitama",
    "shiga",
    "shimane",
    "shizuoka",
    "tochigi",
    "tokushima",
    "tokyo",
    "tottori",
    "toyama",
    "wakayama",
    "yamagata",
    "yamaguchi",
    "yamanashi",
];

fn is_prefecture(label: &str) -> bool {
    PREFECTURES.binary_search(&label).is_ok()
}

/// Whether a municipality, a prefecture or the state runs the host, allowed or
/// not; `path` starts with a slash.
pub(crate) fn is_official(host: &str, path: &str, settings: &Settings) -> bool {
    Domains::new(&settings.official_domains).hold(host, path)
        || shipped_kind(host, path) == HostKind::Official
}

/// Whether the host is a well-known site that no municipality may link to.
pub(crate) fn is_harmful(host: &str) -> bool {
    suffixes(host).any(|suffix| lists::holds(&HARMFUL, suffix))
}

/// Whether the label, in lower case, is a top-level domain.
pub(crate) fn is_tld(label: &str) -> bool {
    lists::holds(&TLDS, label)
}

/// The longest top-level domain, not in ASCII, that a text starts with.
pub(crate) fn idn_tld_prefix(text: &str) -> Option<Range<usize>> {
    text.char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(8)
        .filter(|&end| is_tld(&text[..end]))
        .last()
        .map(|end| 0..end)
}

/// Whether people can't register this very name: `co.jp`, `lg.jp`.
pub(crate) fn is_public_suffix(host: &str) -> bool {
    host.split_once('.').is_some_and(|(second, tld)| {
        tld.len() == 2
            && (is_category(second) || tld == "jp" && is_prefecture(second))
            && !tld.contains('.')
    })
}

fn is_category(label: &str) -> bool {
    matches!(
        label,
        "ac" | "ad"
            | "co"
            | "com"
            | "ed"
            | "edu"
            | "go"
            | "gov"
            | "gr"
            | "lg"
            | "ne"
            | "net"
            | "or"
            | "org"
    )
}

/// The part of a host that somebody registered, by the usual rule: what stands
/// before the public suffix, and the suffix.
pub(crate) fn registrable(host: &str) -> &str {
    if host.parse::<std::net::IpAddr>().is_ok() {
        return host;
    }
    let all: Vec<&str> = suffixes(host).collect();
    let suffix = all
        .iter()
        .position(|suffix| is_public_suffix(suffix) || !suffix.contains('.'));
    match suffix {
        Some(at) => all[at.saturating_sub(1)],
        None => host,
    }
}

/// The host itself, then the host less its first label, and so on.
fn suffixes(host: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(host), |host| {
        host.split_once('.').map(|(_, rest)| rest)
    })
}

fn is_below(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix)
        .is_some_and(|rest| prefix.is_empty() || rest.is_empty() || rest.starts_with(['/', '?']))
}

/// Domains that the municipality names, each with the path that it covers.
#[derive(Debug, Clone)]
struct Domains(Vec<(String, String)>);

impl Domains {
    fn new(entries: &[String]) -> Self {
        Self(entries.iter().filter_map(|entry| domain(entry)).collect())
    }

    fn hold(&self, host: &str, path: &str) -> bool {
        !self.0.is_empty()
            && suffixes(host).any(|suffix| {
                self.0
                    .iter()
                    .any(|(own, below)| own == suffix && is_below(path, below))
            })
    }
}

/// Reads a domain as people write it into a form: with a scheme, a `www.`, a
/// `*.`, full-width, or with the path that it's limited to.
fn domain(entry: &str) -> Option<(String, String)> {
    let text = Text::new(entry.trim());
    let entry = text.folded();
    let entry = entry.split_once("://").map_or(entry, |(_, rest)| rest);
    let (host, path) = entry.split_at(entry.find('/').unwrap_or(entry.len()));
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let host = host.trim_start_matches("*.").trim_matches('.');
    let host = match host.get(..4) {
        Some(www) if www.eq_ignore_ascii_case("www.") => &host[4..],
        _ => host,
    };
    match url::Host::parse(host).ok()? {
        url::Host::Domain(host) => Some((host, path.trim_end_matches('/').to_owned())),
        ip => Some((ip.to_string(), String::new())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(host: &str, path: &str, settings: &Settings) -> String {
        match Hosts::new(settings).kind(host, path) {
            HostKind::Alias(alias) => alias.en.to_owned(),
            kind => format!("{kind:?}"),
        }
    }

    #[test]
    fn knows_the_shipped_hosts() {
        let check = |host, path, expected: &str| {
            assert_eq!(
                kind(host, path, &Settings::default()),
                expected,
                "{host}{path}"
            );
        };
        check("bit.ly", "/x", "Shortener");
        check("sub.bit.ly", "/x", "Shortener");
        check("orbit.ly", "/x", "Other");
        check("bit.ly.example.com", "/x", "Other");
        check("x.co", "/x", "Shortener");
        check("x.com", "/x", "Other");
        check("t.co", "/x", "XWrapper");
        check("goo.gl", "/x", "Shortener");
        check("goo.gl", "/maps/x", "Google");
        check("goo.gl", "/mapsx", "Shortener");
        check("maps.app.goo.gl", "/x", "Google");
        check("example.page.link", "/x", "Shortener");
        check("xn--jj0a.jp", "/x", "Shortener");
        check("www.city.nagasaki.lg.jp", "/", "Official");
        check("lg.jp", "/", "Other");
        check("www.soumu.go.jp", "/", "Official");
        check("city.joetsu.niigata.jp", "/", "Official");
        check("www.pref.nagasaki.jp", "/", "Official");
        check("a.metro.tokyo.jp", "/", "Official");
        check("www.city.kobe.jp", "/", "Official");
        check("city.example.jp", "/", "Other");
        check("city.nagasaki.example.jp", "/", "Other");
        check("www.nishi.or.jp", "/", "Official");
        check("shirakawa-go.org", "/", "Official");
        check("www.kesennuma.miyagi.jp", "/", "Official");
        check("shop.kesennuma.miyagi.jp", "/", "Other");
    }

    #[test]
    fn own_lists_go_first() {
        let settings = Settings {
            official_domains: vec!["https://www.example.jp/".into(), "日本語.jp".into()],
            extra_shorteners: vec!["*.Short.example".into(), "x.gd".into(), "lg.jp".into()],
            allowed_domains: vec![
                "ｂｉｔ．ｌｙ".into(),
                "youtube.com/@nagasaki".into(),
                "".into(),
            ],
            ..Settings::default()
        };
        let check = |host, path, expected: &str| {
            assert_eq!(kind(host, path, &settings), expected, "{host}{path}");
        };
        check("example.jp", "/", "Official");
        check("a.xn--wgv71a119e.jp", "/", "Official");
        check("short.example", "/", "Shortener");
        check("city.nagasaki.lg.jp", "/", "Shortener");
        check("bit.ly", "/x", "Allowed");
        check("www.youtube.com", "/@nagasaki/videos", "Allowed");
        check("www.youtube.com", "/@nagasaki2", "Other");
    }

    #[test]
    fn finds_what_was_registered() {
        let check = |host, expected: &str| assert_eq!(registrable(host), expected, "{host}");
        check("www.example.co.jp", "example.co.jp");
        check("a.b.example.com", "example.com");
        check("www.city.nagasaki.lg.jp", "nagasaki.lg.jp");
        check("example.com.au", "example.com.au");
        check("co.jp", "co.jp");
        check("localhost", "localhost");
        check("192.0.2.1", "192.0.2.1");
    }
}
