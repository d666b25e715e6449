//! Addresses and names of systems that only staff can reach.

use std::ops::Range;

use kakunin_words::{Word, sort_by_key};

use super::around::{after, before, has, line_after, line_before, runs, starting, starts};
use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::InternalSystem,
    finds: || {
        Message::new(
            "庁内からしか使えないシステムの場所や名前。庁内のネットワークのアドレス、共有フォルダー、パソコンの中のファイル、LGWAN端末や庁内LANを使う案内などです。",
            "Where systems are that only staff can reach, and their names: addresses in the internal network, shared folders, files on a PC, directions to use LGWAN machines or the office LAN.",
        )
    },
    why: || {
        Message::new(
            "庁内システムの所在は攻撃の手がかりになり、住民には開けない案内にもなります。",
            "Where internal systems are helps attackers, and residents can't open them.",
        )
    },
    examples: &[
        "庁内システムは http://192.168.10.5/portal から",
        "共有フォルダ \\\\fs01\\koho\\R8 に保存しました。",
        "https://portal.city-intra.local/ を参照",
        "LGWAN端末から申請してください。",
        "庁内LANのポータルサイトに掲載しています。",
        "サーバ名:SV-KOHO-01 IP:10.0.0.12",
        "file://server01/share/post.docx",
        "http://portal/ にログイン",
        "C:\\Users\\yamada\\Desktop\\post.txt",
        "https://intra.city.lan/news/123",
    ],
    near_misses: &[
        "お問い合わせは広報課(内線2345)へ",
        "住基ネットとは、住民基本台帳ネットワークシステムのことです。",
        "LGWANとは総合行政ネットワークのことです。",
        "基幹系システムの標準化について",
        "バージョン10.2.3.4を公開",
        "イントラネット構築の入札公告",
        "市庁内でパネル展を開催",
        "https://www.city.nagasaki.lg.jp/",
        "公開サーバ 203.0.113.10",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let lower = text.lower();
    let mut found: Vec<(Range<usize>, Strength)> = Vec::new();
    tokens(lower, &mut found);
    paths(lower, &mut found);
    for link in context.links {
        let range = link.folded.clone();
        if has(&lower[range.clone()], BACK_DOORS) {
            found.push((range, Strength::Strong));
        }
    }
    for word in tagged(context.phrases(), "internal") {
        found.extend(named(lower, word).map(|strength| (word.range.clone(), strength)));
    }
    // Of a link only the host itself says where a system is.
    found.retain(|(range, _)| {
        // The link reader ends https://intra.city.lan at .city, a public ending.
        context.links_over(range).all(|link| {
            *range == link.folded
                || !link.host.is_empty() && lower[range.clone()].starts_with(&link.host)
        })
    });
    sort_by_key(&mut found, |(range, strength)| {
        (range.start, usize::from(*strength == Strength::Weak))
    });
    let mut end = 0;
    for (range, strength) in found {
        if range.start >= end {
            end = range.end;
            hits.push(hit(text, range, strength));
        }
    }
}

/// Host names and IP addresses.
fn tokens(text: &str, found: &mut Vec<(Range<usize>, Strength)>) {
    let kind = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    for run in runs(text, kind) {
        let token = text[run.clone()].trim_matches(['.', '-', '_']);
        let start = run.start + text[run.clone()].find(token).unwrap_or(0);
        let range = start..start + token.len();
        let url = text[..start].ends_with("://");
        if let Some(address) = private(token) {
            found.extend(is_address(text, &range, url, address).map(|strength| (range, strength)));
        } else if (is_internal_name(token) || is_back_door(token)) && !text[..start].ends_with('@')
            || url && is_single_label(text, &range, token)
        {
            found.push((range, Strength::Strong));
        }
    }
}

/// A private IPv4 address: its first number.
fn private(token: &str) -> Option<u32> {
    if !token.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut numbers = [0u32; 4];
    let mut parts = token.split('.');
    for number in &mut numbers {
        let part = parts.next()?;
        if part.is_empty() || part.len() > 3 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    if parts.next().is_some() || numbers.iter().any(|&number| number > 255) {
        return None;
    }
    let [a, b, ..] = numbers;
    (a == 10 || a == 127 || a == 172 && (16..32).contains(&b) || a == 192 && b == 168).then_some(a)
}

/// Whether four numbers are an address and no version or clause.
fn is_address(text: &str, range: &Range<usize>, url: bool, first: u32) -> Option<Strength> {
    let near = before(text, range.start, 10);
    let next = after(text, range.end, 6);
    let version = near.ends_with('v')
        || near.ends_with('第')
        || has(
            near,
            &[
                "ver",
                "バージョン",
                "ios",
                "android",
                "os ",
                "更新",
                "条",
                "項",
            ],
        )
        || starts(
            next,
            &["条", "項", "版", "kg", "に更新", "へ更新", "をリリース"],
        );
    if url {
        return Some(Strength::Strong);
    }
    let taught = ["講座", "教室", "とは", "意味", "学"];
    if version || has(line_after(text, range.end), &taught) {
        return None;
    }
    // 10.1.2.3 may number anything; 192.168 hardly.
    let line = (line_before(text, range.start), line_after(text, range.end));
    const NET: &[&str] = &[
        "ip",
        "サーバ",
        "アクセス",
        "アドレス",
        "接続",
        "ポート",
        "ネットワーク",
        "ルータ",
        "プロキシ",
        "http",
        "ping",
        "lan",
        "端末",
        "dns",
        "再起動",
    ];
    let net = has(line.0, NET) || has(line.1, NET) || next.starts_with([':', '/']);
    Some(if first != 10 || net {
        Strength::Strong
    } else {
        Strength::Weak
    })
}

/// Whether a host name ends as only internal ones do.
fn is_internal_name(token: &str) -> bool {
    const ENDS: &[&str] = &[
        ".local",
        ".lan",
        ".internal",
        ".intra",
        ".intranet",
        ".corp",
        ".localdomain",
        ".home.arpa",
        ".lgwan.jp",
    ];
    token == "localhost"
        || ENDS.iter().any(|end| {
            token
                .strip_suffix(end)
                .is_some_and(|name| name.bytes().any(|b| b.is_ascii_alphabetic()))
        })
}

/// Whether a host's first name is that of a door for staff: vpn.city.example.jp.
fn is_back_door(token: &str) -> bool {
    const DOORS: &[&str] = &[
        "vpn",
        "intra",
        "intranet",
        "groupware",
        "naibu",
        "shokuin",
        "admin",
        "cms",
        "staging",
        "stg",
        "webadmin",
        "remote",
        "phpmyadmin",
        "lgwan",
    ];
    token.split_once('.').is_some_and(|(first, rest)| {
        let is_door =
            |part: &str| DOORS.contains(&part.trim_end_matches(|c: char| c.is_ascii_digit()));
        rest.contains('.')
            && (first.split('-').any(is_door)
                || rest
                    .split('.')
                    .any(|label| matches!(label, "intra" | "naibu")))
    })
}

/// Paths by which those who write a site enter it.
const BACK_DOORS: &[&str] = &[
    "/wp-admin",
    "/wp-login",
    "/administrator",
    "/phpmyadmin",
    "/admin/",
    "/cms/edit",
    "/cgi-bin/admin",
];

/// http://portal/: a name without a dot.
fn is_single_label(text: &str, range: &Range<usize>, token: &str) -> bool {
    let web = before(text, range.start, 8);
    (web.ends_with("http://") || web.ends_with("https://"))
        && !token.contains('.')
        && token.len() > 1
        && !token.trim_matches('x').is_empty()
        && !token.starts_with("xn--")
        && (text[range.end..].starts_with(['/', ':'])
            || text[range.end..].starts_with(char::is_whitespace)
            || range.end == text.len())
}

/// Shares, drives and files: \\fs01\koho, file://, C:\Users, K:\広報.
fn paths(text: &str, found: &mut Vec<(Range<usize>, Strength)>) {
    // ¥ is C2 A5.
    for at in starting(text, |byte| matches!(byte, b'\\' | 0xc2 | b':')) {
        let rest = &text[at..];
        let range = match rest.chars().next() {
            Some(slash @ ('\\' | '¥')) => share(rest, slash).map(|len| at..at + len),
            Some(':') if rest.starts_with("://") => ["file", "smb"]
                .into_iter()
                .find(|scheme| text[..at].ends_with(scheme))
                .map(|scheme| at - scheme.len()..at + "://".len()),
            Some(':') => drive(text, at),
            _ => None,
        };
        found.extend(range.map(|range| (range, Strength::Strong)));
    }
}

/// The length of \\server\share.
fn share(rest: &str, slash: char) -> Option<usize> {
    let width = slash.len_utf8();
    let name = rest[width..].strip_prefix(slash)?;
    let len = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')))?;
    (len > 1
        && name[len..].starts_with(slash)
        && name[..len]
            .bytes()
            .any(|b| b.is_ascii_alphabetic() || b == b'.'))
    .then_some(width * 3 + len)
}

/// C:\ around its colon.
fn drive(text: &str, colon: usize) -> Option<Range<usize>> {
    let mut before = text[..colon].chars().rev();
    let letter = before.next()?.is_ascii_alphabetic();
    let free = !before.next().is_some_and(|c| c.is_ascii_alphanumeric());
    let rest = &text[colon + 1..];
    let slash = rest.chars().next().filter(|c| "\\¥".contains(*c))?;
    // A:¥500 has digits behind.
    let named =
        rest[slash.len_utf8()..].starts_with(|c: char| !c.is_ascii_digit() && !c.is_whitespace());
    (letter && free && named).then_some(colon - 1..colon + 1 + slash.len_utf8())
}

/// How staff speak of using a system.
const USED: &[&str] = &[
    "からアクセス",
    "にアクセス",
    "からログイン",
    "にログイン",
    "から申請",
    "で申請",
    "に掲載して",
    "に掲載し",
    "に保存",
    "に格納",
    "に置",
    "を参照",
    "をご覧",
    "を確認",
    "をご確認",
    "で確認",
    "から確認",
    "に接続",
    "に入って",
    "から入",
    "に登録",
    "へ登録",
    "で共有",
    "に共有",
    "はこちら",
    "にあります",
    "に入れ",
    "にアップ",
    "を更新してください",
    "職員向け",
    "職員各位",
    "http",
    "端末から",
    "に投稿しました",
    "で回覧",
    "の掲示板",
    "のお知らせ",
    "url",
];

/// Words by which a system is talked about in public.
const PUBLIC: &[&str] = &[
    "とは",
    "標準化",
    "構築",
    "入札",
    "公告",
    "講座",
    "教室",
    "講演",
    "停止",
    "メンテナンス",
    "仕組み",
    "調達",
    "導入",
    "公募",
    "更新のため",
    "について",
    "移行",
    "休止",
    "利用できません",
    "ご不便",
    "刷新",
    "見学",
    "整理術",
    "シニア",
    "職員採用",
    "採用",
    "仕様",
    "セミナー",
    "使い方",
    "実証",
    "締結",
    "提供開始",
    "復旧",
    "障害",
    "トラブル",
];

fn named(text: &str, word: &Word) -> Option<Strength> {
    let range = &word.range;
    let line = (line_before(text, range.start), line_after(text, range.end));
    let called = matches!(word.word, "サーバ名" | "サーバー名" | "ホスト名");
    if !called && (has(line.0, PUBLIC) || has(line.1, PUBLIC)) {
        return None;
    }
    let ascii = word.word.is_ascii();
    if ascii
        && (text[..range.start].ends_with(|c: char| c.is_ascii_alphanumeric())
            || text[range.end..].starts_with(|c: char| c.is_ascii_alphanumeric()))
    {
        return None;
    }
    let used = has(line.1, USED) || has(line.0, &["職員向け", "職員各位", "職員の皆"]);
    match word.word {
        "ドライブ" => {
            if !text[..range.start].ends_with(|c: char| c.is_ascii_lowercase()) {
                return None;
            }
            let alone = !text[..range.start - 1].ends_with(|c: char| c.is_ascii_alphanumeric());
            (alone
                && starts(
                    &text[range.end..],
                    &["の", "に", "内", "へ", "→", ">", "/", "\\", ":"],
                ))
            .then_some(Strength::Strong)
        }
        "フォルダ" => {
            let own = has(
                before(text, range.start, 8),
                &["広報", "課", "部", "共有", "係"],
            );
            (own && has(
                line.1,
                &["に保存", "に格納", "に置", "に入れ", "にあります", "の中に"],
            ))
            .then_some(Strength::Weak)
        }
        "イントラ" => {
            // イントラネット is one; アドミニストラ is not.
            let behind = text[..range.start].chars().next_back();
            (used && !behind.is_some_and(|c| matches!(c, 'ァ'..='ヺ' | 'ー')))
                .then_some(Strength::Strong)
        }
        "サーバ名" | "サーバー名" | "ホスト名" => text[range.end..]
            .trim_start()
            .trim_start_matches([':', 'は', '=', ' ', '「'])
            .starts_with(|c: char| c.is_ascii_alphanumeric())
            .then_some(Strength::Strong),
        "管理画面" | "管理者画面" => {
            let reached = has(
                line.1,
                &[
                    "http",
                    "はこちら",
                    "にログイン",
                    "にアクセス",
                    "url",
                    "のid",
                    "のパス",
                ],
            );
            reached.then_some(Strength::Strong)
        }
        "vpn" | "リモートデスクトップ" => {
            has(line.1, &["接続先", "に接続して", "のアドレス", "経由で"])
                .then_some(Strength::Strong)
        }
        "サイボウズ"
        | "ガルーン"
        | "デスクネッツ"
        | "desknet"
        | "logoチャット"
        | "共有フォルダ"
        | "共有ドライブ"
        | "共有サーバ"
        | "ファイルサーバ"
        | "ファイルサーバー"
        | "電子決裁" => used.then_some(Strength::Strong),
        "文書管理システム"
        | "住基システム"
        | "住記システム"
        | "税務システム"
        | "勤怠システム"
        | "庶務事務システム"
        | "人事給与システム"
        | "財務会計システム"
        | "基幹系"
        | "基幹業務システム"
        | "基幹システム"
        | "住基ネット端末" => used.then_some(Strength::Strong),
        _ => Some(if used {
            Strength::Strong
        } else {
            Strength::Weak
        }),
    }
}

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    let span = text.utf16(range);
    let written = text.original(span.clone());
    Hit {
        concern: Concern::InternalSystem,
        span: Some(span),
        strength,
        message: Message::new(
            format!(
                "「{written}」は、庁内のシステムや場所を示しています。外部から使えないものや公開すべきでないものは削除してください。"
            ),
            format!(
                "\"{written}\" points to an internal system. Take out what outsiders can't reach or shouldn't know."
            ),
        ),
        fixes: Vec::new(),
    }
}
