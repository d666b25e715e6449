//! Credentials that show by their shape, without a label.

use std::ops::Range;

use super::value::{is_mixed, second_value};
use crate::Strength;
use crate::detect::around::{after, has, line_before, runs, starting};

/// Keys that their makers gave a shape of their own: how they start, how many
/// characters follow at least.
pub const SHAPES: &[(&str, usize)] = &[
    ("AKIA", 16),
    ("ASIA", 16),
    ("AIza", 35),
    ("ghp_", 30),
    ("gho_", 30),
    ("ghs_", 30),
    ("github_pat_", 30),
    ("glpat-", 20),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("xoxa-", 20),
    ("sk-", 24),
    ("sk_live_", 16),
    ("rk_live_", 16),
    ("ya29.", 30),
    ("EAA", 24),
    ("AAAAAAAAAAAAAAAAAAAAA", 30),
    ("npm_", 30),
    ("hf_", 30),
];

pub fn keys(text: &str, found: &mut Vec<(Range<usize>, Strength)>) {
    let kind = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    for range in runs(text, kind) {
        let token = &text[range.clone()];
        let shaped = token.len() >= 16 && (is_shaped(token) || is_jwt(token));
        let block =
            token.starts_with("-----BEGIN") && after(text, range.end, 40).contains("PRIVATE KEY");
        if shaped || block {
            found.push((range, Strength::Strong));
        }
    }
}

pub fn is_shaped(token: &str) -> bool {
    SHAPES.iter().any(|(start, len)| {
        token.starts_with(start)
            && token.len() >= start.len() + len
            && is_mixed(&token[start.len()..])
    })
}

/// Three parts in base 64, the first of them JSON.
pub fn is_jwt(token: &str) -> bool {
    let mut parts = token.split('.');
    matches!(
        (parts.next(), parts.next(), parts.next(), parts.next()),
        (Some(head), Some(body), Some(_), None) if head.starts_with("eyJ") && body.starts_with("eyJ")
    )
}

/// 金庫は右に28、左に5、右に91: turns of a dial.
pub fn dials(text: &str, found: &mut Vec<(Range<usize>, Strength)>) {
    for word in ["金庫", "ダイヤル"] {
        for (at, _) in text.match_indices(word) {
            let near = after(text, at, 40);
            let turns = near
                .match_indices(['右', '左'])
                .filter(|(turn, _)| {
                    near[turn + '右'.len_utf8()..]
                        .trim_start_matches(['に', 'へ', ' '])
                        .starts_with(|c: char| c.is_ascii_digit())
                })
                .count();
            if turns >= 2 {
                found.push((at..at + near.len(), Strength::Strong));
            }
        }
    }
}

/// postgres://app:Haru1234@10.0.0.5, which is no link.
pub fn logins(text: &str, found: &mut Vec<(Range<usize>, Strength)>) {
    for (at, _) in text.match_indices("://") {
        let rest = &text[at + 3..];
        let end = rest
            .find(|c: char| !c.is_ascii_graphic())
            .unwrap_or(rest.len());
        let Some((login, _)) = rest[..end].split_once('@') else {
            continue;
        };
        if login.split_once(':').is_some_and(|(name, password)| {
            !name.is_empty() && !password.is_empty() && !password.contains('/')
        }) {
            found.push((at + 3..at + 3 + login.len(), Strength::Strong));
        }
    }
}

/// An address and a password with a slash between: koho@example.jp / Pass1234!
pub fn pairs(text: &str, found: &mut Vec<(Range<usize>, Strength)>) {
    for at in starting(text, |byte| matches!(byte, b'/' | b'@')) {
        if text.as_bytes()[at] == b'/' {
            found.extend(administrator(text, at).map(|range| (range, Strength::Strong)));
            continue;
        }
        let end = at
            + text[at..]
                .find(|c: char| !(c.is_ascii_alphanumeric() || "@.-_".contains(c)))
                .unwrap_or(text.len() - at);
        let Some((close, token)) = second_value(text, end) else {
            continue;
        };
        let line = line_before(text, at);
        let signed = has(line, &["ログイン", "アカウント", "管理者", "ID", "id"]);
        let slashed = text[end..close].trim_start().starts_with('/');
        let symbol = token.bytes().any(|b| b.is_ascii_punctuation());
        if signed && slashed && is_mixed(token) && token.len() >= 6 && (symbol || token.len() <= 16)
        {
            found.push((end..close, Strength::Strong));
        }
    }
}

/// admin/admin1234 around its slash.
pub fn administrator(text: &str, slash: usize) -> Option<Range<usize>> {
    const NAMES: [&str; 5] = ["admin", "administrator", "root", "user", "guest"];
    let before = text[..slash].trim_end();
    let name = NAMES.iter().find(|name| before.ends_with(**name))?;
    let start = before.len() - name.len();
    let free = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || ".-_/".contains(c));
    let (end, token) = second_value(text, slash)?;
    (free && token.len() >= 6 && is_mixed(token) && !token.contains('/')).then_some(start..end)
}
