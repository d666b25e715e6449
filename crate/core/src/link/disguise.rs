//! What makes an address look like another one, or not work as written.

use super::hostname::{Dot, looks_like_slash};
use super::scan::Written;
use crate::Text;

/// Something that hides or distorts an address, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Disguise {
    /// `https://city.example.lg.jp@evil.example/`: what stands before the `@`
    /// is not the host.
    UserLikeHost,
    /// Letters of an alphabet that pass for Latin, or kana for a slash.
    Lookalike,
    /// A host with `%2E` and the like in it.
    PercentHost,
    /// An IP address in an unusual form: `0x7f.1`, `2130706433`.
    OddNumber,
    /// Invisible characters in the host.
    HiddenInHost,
    /// Other credentials before an `@`.
    User,
    /// An IP address in the place of a name.
    Number,
    /// Invisible characters beside the host.
    Hidden,
    /// Full-width or otherwise styled letters.
    FullWidth,
    /// `hxxp`, `[.]`.
    Defanged,
    /// `。` or `・` in the place of a dot.
    JapaneseDot,
    /// Too few slashes, or no colon.
    Malformed,
    /// A dot at the host's end.
    TrailingDot,
    /// `\` in the place of `/`.
    Backslash,
    /// Broken by a space or a line break.
    Broken,
}

impl Disguise {
    /// Whether it can only mislead; the others also happen by accident.
    pub fn is_grave(self) -> bool {
        self <= Self::HiddenInHost
    }

    /// Whether the address is known once the disguise is taken off.
    pub fn has_plain_form(self) -> bool {
        !matches!(
            self,
            Self::UserLikeHost
                | Self::Lookalike
                | Self::PercentHost
                | Self::OddNumber
                | Self::User
                | Self::Number
        )
    }

    pub(super) fn of_dot(dot: Dot) -> Option<Self> {
        match dot {
            Dot::Plain => None,
            Dot::Japanese => Some(Self::JapaneseDot),
            Dot::Bracketed => Some(Self::Defanged),
            Dot::Loose => Some(Self::Broken),
        }
    }
}

/// Every disguise of a URL; `host` is what a browser makes of its host.
pub(super) fn of(written: &Written, host: &str, text: &Text) -> Vec<Disguise> {
    let mut found = written.disguises.clone();
    if let Some(user) = &written.user {
        let like_host = user.contains('.') || !user.is_ascii();
        found.push(if like_host {
            Disguise::UserLikeHost
        } else {
            Disguise::User
        });
    }
    if is_lookalike(&idna::domain_to_unicode(host).0) {
        found.push(Disguise::Lookalike);
    }
    if written.name.contains('%') {
        found.push(Disguise::PercentHost);
    }
    if matches!(
        written.url.host(),
        Some(url::Host::Ipv4(_) | url::Host::Ipv6(_))
    ) {
        let odd = written.name != written.url.host_str().unwrap_or_default();
        let ipv6 = written.name.starts_with('[');
        found.push(if odd && !ipv6 {
            Disguise::OddNumber
        } else {
            Disguise::Number
        });
    }
    if text.hides_in(written.host.clone()) {
        found.push(Disguise::HiddenInHost);
    } else if text.hides_in(written.range.clone()) {
        found.push(Disguise::Hidden);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a host passes for another: a label that mixes alphabets, letters
/// of another alphabet that all look Latin, or a kana or a kanji between
/// Latin letters that passes for a slash or a hyphen. Japanese beside Latin is
/// as usual in names as it is in text.
fn is_lookalike(host: &str) -> bool {
    let latin_tld = host.rsplit('.').next().is_some_and(str::is_ascii);
    host.split('.').any(|label| {
        let chars: Vec<char> = label.chars().collect();
        let latin = chars.iter().any(|&c| is_latin(c));
        let foreign = || chars.iter().copied().filter(|&c| is_foreign(c));
        let mixed = latin && foreign().next().is_some();
        let all_foreign = latin_tld
            && foreign().next().is_some()
            && foreign().all(passes_for_latin)
            && chars.iter().all(|&c| is_foreign(c) || c.is_ascii());
        let between = chars.windows(3).any(|window| {
            window[0].is_ascii_alphanumeric()
                && window[2].is_ascii_alphanumeric()
                && (looks_like_slash(window[1])
                    || matches!(
                        window[1],
                        'ー' | '一'
                            | '亠'
                            | 'ニ'
                            | 'ロ'
                            | '口'
                            | 'エ'
                            | '工'
                            | 'ト'
                            | '卜'
                            | 'カ'
                            | '力'
                    ))
        });
        let odd_latin = latin
            && chars
                .iter()
                .any(|&c| matches!(c, 'ı' | '\u{1c0}'..='\u{1c3}' | '\u{250}'..='\u{2af}' | 'ꓲ'));
        mixed || all_foreign || between || odd_latin
    })
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Greek, Cyrillic, Armenian, Cherokee, Lisu: alphabets with Latin shapes.
fn is_foreign(c: char) -> bool {
    matches!(c,
        '\u{370}'..='\u{58f}' | '\u{13a0}'..='\u{13ff}' | '\u{1f00}'..='\u{1fff}'
        | '\u{2c80}'..='\u{2cff}' | '\u{a4d0}'..='\u{a4ff}' | '\u{ab70}'..='\u{abbf}')
}

fn passes_for_latin(c: char) -> bool {
    "аԁеһіјкӏмոорԛгѕтυνухѡցսհԝοαρκιτвнзбьճ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_lookalikes() {
        for host in [
            "gооgle.com",
            "аррӏе.com",
            "bіt.ly",
            "booking.comんdetail.example.com",
            "ɡoogle.com",
            "exampleーcity.jp",
        ] {
            assert!(is_lookalike(host), "{host}");
        }
        for host in [
            "example.com",
            "総務省.jp",
            "東京2020.jp",
            "日本go.jp",
            "münchen.de",
            "москва.рф",
            "москва.com",
            "ドメイン.コム",
            "エフエムm.jp",
        ] {
            assert!(!is_lookalike(host), "{host}");
        }
    }
}
