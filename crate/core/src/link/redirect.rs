//! Addresses that send their reader on to another one, which they carry.

use std::borrow::Cow;

use url::Url;

use super::host;
use crate::host::{HostKind, Hosts, registrable};

/// An address within an address within an address: no more is followed.
const MAX_HOPS: usize = 5;

/// That a link sends its reader on.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// Whether the site is known for it; otherwise the address only carries
    /// another site's.
    pub certain: bool,
    /// Where it leads in the end, if the address tells.
    pub target: Option<Target>,
}

/// Where a redirect leads.
#[derive(Debug, Clone)]
pub struct Target {
    /// The address.
    pub url: Url,
    /// Its host in lower-case ASCII without a trailing dot.
    pub host: String,
    /// What that host is to the municipality.
    pub kind: HostKind,
}

/// Says whether a URL redirects, and follows it as far as it tells.
pub(super) fn of(url: &Url, hosts: &Hosts) -> Option<Redirect> {
    let (certain, mut target) = step(url)?;
    for _ in 1..MAX_HOPS {
        let Some((_, Some(next))) = target.as_ref().and_then(step) else {
            break;
        };
        target = Some(next);
    }
    Some(Redirect {
        certain,
        target: target.map(|url| {
            let host = host(&url);
            let kind = hosts.kind(&host, url.path());
            Target { url, host, kind }
        }),
    })
}

/// One hop: whether it's certain, and the next address.
fn step(url: &Url) -> Option<(bool, Option<Url>)> {
    if url.scheme() == "line" {
        return Some((true, None));
    }
    let host = host(url);
    if let Some(target) = host.strip_suffix(".translate.goog") {
        return Some((true, translated(target, url)));
    }
    if let Some(rule) = RULES.iter().find(|rule| rule.fits(&host, url)) {
        return Some((true, rule.carries.read(url)));
    }
    carried(url, &host).map(|target| (false, Some(target)))
}

/// A site known for redirecting, and where the target stands in its address.
struct Rule {
    host: &'static str,
    path: &'static str,
    carries: Carries,
}

enum Carries {
    /// In one of these parameters.
    Param(&'static [&'static str]),
    /// As the whole query.
    Query,
    /// In the path, behind this mark.
    Path(&'static str),
    /// In the path, behind this mark, without its scheme.
    Bare(&'static str),
    /// Nowhere that could be read.
    Nothing,
}

use Carries::{Bare, Nothing, Param, Path, Query};

const fn rule(host: &'static str, path: &'static str, carries: Carries) -> Rule {
    Rule {
        host,
        path,
        carries,
    }
}

/// A host stands for its subdomains too; `google.*` for Google in any country.
const RULES: &[Rule] = &[
    rule("google.*", "/url", Param(&["q", "url"])),
    rule("google.*", "/amp/s/", Bare("/amp/s/")),
    rule("google.*", "/aclk", Param(&["adurl"])),
    rule("google.*", "/imgres", Param(&["imgrefurl", "imgurl"])),
    rule("news.google.com", "/rss/articles/", Nothing),
    rule("news.google.com", "/articles/", Nothing),
    rule("news.google.com", "/read/", Nothing),
    rule("translate.google.*", "/translate", Param(&["u"])),
    rule("googleadservices.com", "/pagead/", Param(&["adurl"])),
    rule("doubleclick.net", "/", Param(&["adurl", "ds_dest_url"])),
    rule("cdn.ampproject.org", "/c/s/", Bare("/c/s/")),
    rule("cdn.ampproject.org", "/v/s/", Bare("/v/s/")),
    rule("facebook.com", "/l.php", Param(&["u"])),
    rule("facebook.com", "/flx/warn", Param(&["u"])),
    rule("l.instagram.com", "/", Param(&["u"])),
    rule("l.messenger.com", "/", Param(&["u"])),
    rule("l.threads.net", "/", Param(&["u"])),
    rule("l.threads.com", "/", Param(&["u"])),
    rule("l.wl.co", "/", Param(&["u"])),
    rule("youtube.com", "/redirect", Param(&["q"])),
    rule("youtube.com", "/attribution_link", Nothing),
    rule("href.li", "/", Query),
    rule("anon.to", "/", Query),
    rule("anonym.to", "/", Query),
    rule("nullrefer.com", "/", Query),
    rule("dereferer.org", "/", Query),
    rule("out.reddit.com", "/", Param(&["url"])),
    rule("safelinks.protection.outlook.com", "/", Param(&["url"])),
    rule("urldefense.com", "/v3/__", Path("/v3/__")),
    rule("urldefense.us", "/v3/__", Path("/v3/__")),
    rule("urldefense.com", "/v2/", Param(&["u"])),
    rule("urldefense.proofpoint.com", "/v2/", Param(&["u"])),
    rule("urldefense.proofpoint.com", "/v1/", Param(&["u"])),
    rule("slack-redir.net", "/link", Param(&["url"])),
    rule("t.umblr.com", "/redirect", Param(&["z"])),
    rule("vk.com", "/away.php", Param(&["to"])),
    rule("away.vk.com", "/", Param(&["to"])),
    rule("steamcommunity.com", "/linkfilter", Param(&["u", "url"])),
    rule("exit.sc", "/", Param(&["url"])),
    rule("gate.sc", "/", Param(&["url"])),
    rule("linkedin.com", "/redir/redirect", Param(&["url"])),
    rule("linkedin.com", "/safety/go", Param(&["url"])),
    rule("duckduckgo.com", "/l/", Param(&["uddg"])),
    rule("bing.com", "/ck/a", Nothing),
    rule("bing.com", "/aclick", Nothing),
    rule("r.search.yahoo.com", "/", Path("/RU=")),
    rule("yahoo.co.jp", "/", Path("*-")),
    rule("yahoo.co.jp", "/", Path("*")),
    rule("jump.5ch.net", "/", Query),
    rule("jump.5ch.io", "/", Query),
    rule("jump.2ch.net", "/", Query),
    rule("jump.megabbs.info", "/", Query),
    rule("pinktower.com", "/", Query),
    rule("getpocket.com", "/redirect", Param(&["url"])),
    rule("pixiv.net", "/jump.php", Query),
    rule("deviantart.com", "/users/outgoing", Query),
    rule("deviantart.com", "/outgoing", Query),
    rule("link.zhihu.com", "/", Param(&["target"])),
    rule("weibo.cn", "/sinaurl", Param(&["u", "toasturl"])),
    rule("medium.com", "/r/", Param(&["url"])),
    rule("hb.afl.rakuten.co.jp", "/", Param(&["pc", "m"])),
    rule("px.a8.net", "/", Param(&["a8ejpredirect"])),
    rule("rpx.a8.net", "/", Param(&["rakuten"])),
    rule("ck.jp.ap.valuecommerce.com", "/", Param(&["vc_url"])),
    rule("af.moshimo.com", "/af/c/click", Param(&["url"])),
    rule("h.accesstrade.net", "/", Nothing),
    rule("click.linksynergy.com", "/", Param(&["murl"])),
    rule("go.redirectingat.com", "/", Param(&["url"])),
    rule("ct.sendgrid.net", "/", Nothing),
    rule("list-manage.com", "/track/click", Nothing),
    rule("mandrillapp.com", "/track/click", Nothing),
];

impl Rule {
    fn fits(&self, host: &str, url: &Url) -> bool {
        let on_host = match self.host.strip_suffix('*') {
            Some(name) => host
                .strip_prefix("www.")
                .unwrap_or(host)
                .strip_prefix(name)
                .is_some_and(|country| country.len() <= 6),
            None => {
                let rest = host.strip_suffix(self.host);
                rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            }
        };
        let path = url.path();
        on_host
            && path.strip_prefix(self.path).is_some_and(|rest| {
                self.path.ends_with(['/', '_']) || rest.is_empty() || rest.starts_with('/')
            })
            && match self.carries {
                // These sites are more than redirectors.
                Path(mark) if self.path == "/" => {
                    path.contains(mark) && self.carries.read(url).is_some()
                }
                Query if self.path == "/" => url.query().is_some(),
                _ => true,
            }
    }
}

impl Carries {
    fn read(&self, url: &Url) -> Option<Url> {
        match self {
            Param(names) => names.iter().find_map(|name| {
                let (_, value) = url.query_pairs().find(|(key, _)| key == name)?;
                absolute(&value).or_else(|| absolute(&proofpoint(&value)))
            }),
            Query => {
                let query = url.query()?;
                let decoded = decode(query);
                let value = decoded.strip_prefix("url=").unwrap_or(&decoded);
                absolute(value)
            }
            Path(mark) => {
                let (_, rest) = url.path().split_once(mark)?;
                let rest = rest.split("__;").next()?.split("/RK=").next()?;
                absolute(&decode(rest))
            }
            Bare(mark) => {
                let (_, rest) = url.path().split_once(mark)?;
                absolute(&format!("https://{rest}"))
            }
            Nothing => None,
        }
    }
}

/// Proofpoint's own encoding: `https-3A__example.com_a`.
fn proofpoint(value: &str) -> String {
    decode(&value.replace('-', "%").replace('_', "/")).into_owned()
}

/// `www-city-example-lg-jp.translate.goog` shows `www.city.example.lg.jp`; a
/// hyphen in the host is doubled.
fn translated(host: &str, url: &Url) -> Option<Url> {
    let host = host
        .replace("--", "\0")
        .replace('-', ".")
        .replace('\0', "-");
    let mut target = Url::parse(&format!("https://{host}{}", url.path())).ok()?;
    let own: Vec<_> = url
        .query_pairs()
        .filter(|(key, _)| !key.starts_with("_x_tr_"))
        .collect();
    if !own.is_empty() {
        target.query_pairs_mut().extend_pairs(own);
    }
    Some(target)
}

/// Another site's address in the parameters or in the path, as cushion pages
/// carry it. Share buttons and logins carry addresses for other reasons.
fn carried(url: &Url, host: &str) -> Option<Url> {
    if !matches!(url.scheme(), "http" | "https") || passes_address_for_good_reason(url, host) {
        return None;
    }
    const NAMES: [&str; 24] = [
        "continue",
        "dest",
        "destination",
        "go",
        "goto",
        "href",
        "jump",
        "link",
        "next",
        "out",
        "r",
        "redir",
        "redirect",
        "redirect_to",
        "redirect_uri",
        "redirect_url",
        "redirecturl",
        "return",
        "return_to",
        "returnurl",
        "target",
        "to",
        "u",
        "url",
    ];
    let from_query = url
        .query_pairs()
        .filter(|(key, _)| NAMES.contains(&key.to_ascii_lowercase().as_str()))
        .filter_map(|(_, value)| absolute(&value));
    let from_path = [
        "/https://",
        "/http://",
        "/https%3A",
        "/http%3A",
        "/https%3a",
        "/http%3a",
        "/https:/",
        "/http:/",
    ]
    .iter()
    .find_map(|mark| url.path().find(mark))
    .and_then(|at| absolute(&decode(&url.path()[at + 1..])));
    let whole_query = url.query().and_then(|query| absolute(&decode(query)));
    from_query
        .chain(from_path)
        .chain(whole_query)
        .find(|target| {
            let other = super::host(target);
            !other.is_empty() && registrable(&other) != registrable(host)
        })
}

fn passes_address_for_good_reason(url: &Url, host: &str) -> bool {
    const WORDS: [&str; 27] = [
        "account",
        "add",
        "auth",
        "authorize",
        "bookmark",
        "bookmarklet",
        "calendar",
        "create",
        "edit",
        "embed",
        "intent",
        "line",
        "lineit",
        "login",
        "msg",
        "oauth",
        "oauth2",
        "oembed",
        "post",
        "save",
        "send",
        "share",
        "sharer",
        "signin",
        "sso",
        "submit",
        "validator",
    ];
    matches!(
        registrable(host),
        "archive.org" | "archive.today" | "archive.ph" | "archive.is" | "hatena.ne.jp"
    ) || host.starts_with("accounts.")
        || host.starts_with("login.")
        || url.path_segments().is_some_and(|mut segments| {
            segments.any(|segment| {
                let word = segment
                    .split('.')
                    .next()
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                WORDS.contains(&word.as_str())
            })
        })
}

/// An absolute web address, if that is what the value is.
fn absolute(value: &str) -> Option<Url> {
    let value = value.trim();
    let start = value.get(..8).unwrap_or(value).to_ascii_lowercase();
    if !start.starts_with("http:/") && !start.starts_with("https:/") {
        return None;
    }
    Url::parse(value).ok().filter(|url| host(url).contains('.'))
}

fn decode(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy()
}
