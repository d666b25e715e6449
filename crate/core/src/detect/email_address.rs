//! E-mail addresses of private people, plain or disguised.

use std::cell::LazyCell;
use std::ops::Range;

use kakunin_words::sort_by_key;

use super::personal::{
    Cue, CueSet, Owner, Surroundings, before, char_after, char_before, hit, is_linked,
};
use super::{Context, Detector, Hit};
use crate::host::{HostKind, Hosts, is_tld};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::EmailAddress,
    finds: || {
        Message::new(
            "個人のメールアドレスと思われるもの。だれでも使えるメールサービスのアドレスや、個人の連絡先として書かれたアドレスです。＠を別の文字や言葉に置き換えたものも見つけます。申込み先などとして案内するアドレス、設定に登録したアドレスは含みません。",
            "E-mail addresses that seem to be private: those of mail services open to anybody, and those given as a person's contact, also where @ is replaced by other characters or words. Addresses given for applications and the like, and those listed in the settings, don't count.",
        )
    },
    why: || {
        Message::new(
            "個人のメールアドレスを公開すると、迷惑メールやなりすましに使われます。一度広まったものは取り消せません。",
            "A private e-mail address once published draws spam and impersonation, and can't be taken back.",
        )
    },
    examples: &[
        "ご連絡は yamada.taro@gmail.com まで",
        "佐藤さんのアドレスはhanako1990＠docomo.ne.jpです。",
        "連絡先：taro(at)yahoo.co.jp",
        "taro☆icloud.com（☆を@に変えてください）",
        "taro アットマーク gmail ドット com",
        "相談者のメール：suzuki@example.com",
        "hanako_88 あっと icloud.com",
    ],
    near_misses: &[
        "問い合わせ：kouhou@city.nagasaki.lg.jpへ",
        "申込みはEメール（info@example.or.jp）で受け付けます。",
        "【メール】minato.chorus@gmail.comへ。先着順。",
        "LINE公式アカウント@nagasaki_cityを友だち追加",
        "@gmail.com のアドレスには届かないことがあります。",
        "https://www.youtube.com/@nagasaki.city",
    ],
    detect,
};

/// Mail that anybody may have: free services, phone companies, providers.
const PRIVATE: &[&str] = &[
    "163.com",
    "aol.com",
    "aol.jp",
    "asahi-net.or.jp",
    "au.com",
    "biglobe.ne.jp",
    "bbiq.jp",
    "commufa.jp",
    "ctk.ne.jp",
    "daum.net",
    "dion.ne.jp",
    "disney.ne.jp",
    "docomo.ne.jp",
    "dti.ne.jp",
    "emobile.ne.jp",
    "eonet.ne.jp",
    "excite.co.jp",
    "ezweb.ne.jp",
    "fastmail.com",
    "gmail.com",
    "gmx.com",
    "goo.jp",
    "googlemail.com",
    "hi-ho.ne.jp",
    "home.ne.jp",
    "hotmail.co.jp",
    "hotmail.com",
    "hotmail.jp",
    "i.softbank.jp",
    "icloud.com",
    "infoseek.jp",
    "infoweb.ne.jp",
    "jcom.ne.jp",
    "kcn.jp",
    "kcn.ne.jp",
    "live.com",
    "live.jp",
    "livedoor.com",
    "mac.com",
    "mail.com",
    "mail.goo.ne.jp",
    "mail.ru",
    "me.com",
    "mopera.net",
    "msn.com",
    "mytter.jp",
    "naver.com",
    "ncv.jp",
    "nifty.com",
    "nifty.ne.jp",
    "ocn.ne.jp",
    "odn.ne.jp",
    "outlook.com",
    "outlook.jp",
    "pdx.ne.jp",
    "pikara.ne.jp",
    "plala.or.jp",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rakumail.jp",
    "so-net.ne.jp",
    "softbank.jp",
    "softbank.ne.jp",
    "t-com.ne.jp",
    "tiki.ne.jp",
    "tutanota.com",
    "uqmobile.jp",
    "vodafone.ne.jp",
    "willcom.com",
    "yahoo.co.jp",
    "yahoo.com",
    "yahoo.ne.jp",
    "yandex.com",
    "ybb.ne.jp",
    "ymail.com",
    "ymail.ne.jp",
    "ymobile.ne.jp",
    "ymobile1.ne.jp",
    "zaq.ne.jp",
    "zoho.com",
];

/// Local parts that stand for an office, whatever the domain.
const OFFICES: &[&str] = &[
    "admin",
    "bousai",
    "contact",
    "desk",
    "event",
    "hello",
    "help",
    "hp",
    "info",
    "inquiry",
    "jimukyoku",
    "kanko",
    "kouhou",
    "koho",
    "mail",
    "master",
    "office",
    "otoiawase",
    "post",
    "pr",
    "press",
    "recruit",
    "reservation",
    "sales",
    "shop",
    "soudan",
    "soumu",
    "staff",
    "support",
    "toiawase",
    "uketsuke",
    "webmaster",
];

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text.folded();
    let mut ats = signs(text);
    ats.extend(
        context
            .personal()
            .words
            .within(0..text.len(), CueSet::of(&[Cue::At]))
            .map(|word| (word.start..word.end, false)),
    );
    ats.extend(
        context
            .text
            .lower()
            .match_indices(" at ")
            .map(|(at, found)| (at..at + found.len(), false)),
    );
    sort_by_key(&mut ats, |(at, _)| (at.start, usize::MAX - at.end));
    let hosts = LazyCell::new(|| Hosts::new(context.settings));
    let mut end = 0;
    for (at, plain) in ats {
        if at.start < end {
            continue;
        }
        let Some(address) = read(text, &at) else {
            continue;
        };
        if !plain && !is_private(&address.domain) && !explains(text) {
            continue;
        }
        end = address.range.end;
        if is_linked(context, &(address.range.start..at.start))
            || is_official(context, &hosts, &address)
        {
            continue;
        }
        if let Some(strength) = judge(context, &address) {
            hits.push(hit(
                context,
                Concern::EmailAddress,
                address.range,
                strength,
                message(strength),
            ));
        }
    }
}

fn message(strength: Strength) -> Message {
    match strength {
        Strength::Strong => Message::new(
            "個人のメールアドレスとみられます。削除するか、公表している窓口のアドレスに書き換えてください。",
            "This looks like a private e-mail address. Delete it, or give the address of a public contact.",
        ),
        Strength::Weak => Message::new(
            "個人のメールアドレスかもしれません。本人が公表に同意しているか、窓口のアドレスに書き換えられないか確かめてください。",
            "This may be a private e-mail address. Make sure that its owner agreed, or give the address of a public contact.",
        ),
    }
}

/// Characters that people put in the place of the @.
const SIGNS: &str = "★☆●◎■◆◇□△▲♪♡❤*#%&";

/// Whether the text says what to put in the place of the @.
fn explains(text: &str) -> bool {
    ["@に", "アットマーク", "(at)", "[at]", "「@」", "半角@"]
        .iter()
        .any(|word| text.contains(word))
}

/// Every @, and every sign between two ASCII letters or digits that may stand
/// for one. Says which is plain.
fn signs(text: &str) -> Vec<(Range<usize>, bool)> {
    let bytes = text.as_bytes();
    let mut signs = Vec::new();
    for at in 0..bytes.len() {
        if bytes[at] == b'@' {
            signs.push((at..at + 1, true));
        } else if at > 0
            && bytes[at - 1].is_ascii_alphanumeric()
            && !bytes[at].is_ascii_alphanumeric()
        {
            let sign = char_after(text, at).filter(|&c| SIGNS.contains(c));
            if let Some(sign) = sign
                && char_after(text, at + sign.len_utf8()).is_some_and(|c| c.is_ascii_alphanumeric())
            {
                signs.push((at..at + sign.len_utf8(), false));
            }
        }
    }
    signs
}

struct Address {
    range: Range<usize>,
    /// In lower case.
    local: String,
    /// In lower case, with plain dots.
    domain: String,
}

/// The address around this @.
fn read(text: &str, at: &Range<usize>) -> Option<Address> {
    let before = text[..at.start].trim_end_matches([' ', '(', '[', '「', '」', '"', '、', '\'']);
    if before.len() + 6 < at.start {
        return None;
    }
    let local_start = before
        .rfind(|c: char| !(c.is_ascii_alphanumeric() || "._%+-".contains(c)))
        .map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
    let local = before[local_start..].trim_start_matches(['.', '-', '%', '+']);
    let start = before.len() - local.len();
    if local.is_empty() || char_before(text, start) == Some('@') {
        return None;
    }
    let after = text[at.end..].trim_start_matches([' ', ')', ']', '「', '」', '"', '、', '\'']);
    if text.len() - after.len() > at.end + 6 {
        return None;
    }
    let (domain, len) = read_domain(after)?;
    Some(Address {
        range: start..text.len() - after.len() + len,
        local: local.to_ascii_lowercase(),
        domain,
    })
}

/// A domain with at least one dot, however the dots are written, and its
/// length in the text.
fn read_domain(text: &str) -> Option<(String, usize)> {
    const DOTS: &[&str] = &[
        "(dot)",
        "[dot]",
        "{dot}",
        "dot ",
        " . ",
        "(ドット)",
        "[ドット]",
        "ドット",
        "[.]",
        "(.)",
    ];
    let mut domain = String::new();
    let mut good = None;
    let mut rest = text;
    loop {
        let len = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .unwrap_or(rest.len());
        if len == 0 {
            break;
        }
        let label = &rest[..len];
        // Words run into it: info@example.jpTEL095.
        let small = label
            .find(|c: char| !c.is_ascii_lowercase())
            .map_or(label, |at| &label[..at]);
        if !domain.is_empty() {
            let whole = label.to_ascii_lowercase();
            if is_tld(&whole) {
                good = Some((format!("{domain}{whole}"), text.len() - rest.len() + len));
            } else if is_tld(small) {
                good = Some((
                    format!("{domain}{small}"),
                    text.len() - rest.len() + small.len(),
                ));
            }
        }
        domain.push_str(&label.to_ascii_lowercase());
        domain.push('.');
        rest = &rest[len..];
        let spaced = rest.strip_prefix(' ').unwrap_or(rest);
        let lower = spaced[..spaced.floor_char_boundary(15)].to_ascii_lowercase();
        if let Some(dot) = DOTS.iter().find(|dot| lower.starts_with(**dot)) {
            rest = spaced[dot.len()..].trim_start_matches(' ');
        } else if let Some(after) = rest.strip_prefix(['.', '・']) {
            rest = after;
        } else {
            break;
        }
    }
    good
}

fn is_private(domain: &str) -> bool {
    PRIVATE.iter().any(|private| {
        domain
            .strip_suffix(private)
            .is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    })
}

fn is_official(context: &Context<'_>, hosts: &Hosts, address: &Address) -> bool {
    matches!(hosts.kind(&address.domain, "/"), HostKind::Official)
        || context.settings.official_emails.iter().any(|own| {
            let own = Text::new(own.trim()).lower().to_owned();
            match own.split_once('@') {
                Some((local, domain)) => {
                    domain == address.domain && (local.is_empty() || local == address.local)
                }
                None => {
                    address.domain == own
                        || address
                            .domain
                            .ends_with(&format!(".{}", own.trim_start_matches("*.")))
                }
            }
        })
}

fn judge(context: &Context<'_>, address: &Address) -> Option<Strength> {
    let before = before(
        context.text.folded(),
        &context.personal().words,
        address.range.start,
    );
    if matches!(before.owner, Owner::Person | Owner::Resident) {
        return Some(Strength::Strong);
    }
    let surroundings = Surroundings::new(context, &address.range);
    let published =
        surroundings.published() || matches!(before.owner, Owner::Contact | Owner::Office);
    if is_private(&address.domain) {
        return if !published {
            Some(Strength::Strong)
        } else if before.bracketed {
            None
        } else {
            Some(Strength::Weak)
        };
    }
    let local = address
        .local
        .split(['-', '_', '.'])
        .next()
        .unwrap_or_default();
    let local = local.trim_end_matches(|c: char| c.is_ascii_digit());
    if published || OFFICES.contains(&local) || local.is_empty() {
        None
    } else if surroundings.private {
        Some(Strength::Strong)
    } else {
        Some(Strength::Weak)
    }
}
