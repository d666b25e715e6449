//! Links: the URLs in a post as people write them in Japanese text, and where
//! they lead as far as the text itself tells.

use std::ops::Range;

use url::Url;

use crate::host::Hosts;
use crate::{Settings, Text};

mod bare;
mod disguise;
mod hostname;
mod redirect;
mod scan;
mod scheme;
mod tail;

pub use crate::host::{Alias, HostKind};
pub use disguise::Disguise;
pub use redirect::{Redirect, Target};

/// A URL in a post.
#[derive(Debug, Clone)]
pub struct Link {
    /// UTF-16 code units of the post's text.
    pub span: Range<usize>,
    /// Bytes of the folded text.
    pub folded: Range<usize>,
    /// What a browser makes of it.
    pub url: Url,
    /// The same as people write it: without disguise, IDN not in punycode.
    pub plain: String,
    /// The host in lower-case ASCII without a trailing dot; empty where the
    /// scheme has none.
    pub host: String,
    /// What the host is to the municipality.
    pub kind: HostKind,
    /// What hides or distorts the address, each once.
    pub disguises: Vec<Disguise>,
    /// Where it sends its reader on to, if it does.
    pub redirect: Option<Redirect>,
}

/// Finds every link in a text, by place. They don't overlap.
pub fn find(text: &Text, settings: &Settings) -> Vec<Link> {
    find_with(text, &Hosts::new(settings))
}

/// The same, where the settings' hosts have been read.
pub(crate) fn find_with(text: &Text, hosts: &Hosts) -> Vec<Link> {
    scan::links(text, hosts)
        .into_iter()
        .map(|written| {
            let host = host(&written.url);
            let kind = hosts.kind(&host, written.url.path());
            Link {
                span: text.utf16(written.range.clone()),
                disguises: disguise::of(&written, &host, text),
                redirect: match kind {
                    HostKind::Allowed => None,
                    kind if kind.is_short() => None,
                    _ => redirect::of(&written.url, hosts),
                },
                plain: written.plain,
                folded: written.range,
                url: written.url,
                host,
                kind,
            }
        })
        .collect()
}

/// A URL's host in lower-case ASCII without a trailing dot; empty where the
/// scheme is not the web's.
fn host(url: &Url) -> String {
    let host = url
        .host_str()
        .filter(|_| url.is_special())
        .unwrap_or_default();
    host.trim_end_matches('.').to_ascii_lowercase()
}
