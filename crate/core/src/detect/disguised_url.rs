//! Addresses that look like another one, or don't work as written.

use super::{Context, Detector, Hit};
use crate::link::{Disguise, Link};
use crate::{Concern, Fix, Message, Strength};

pub const DETECTOR: Detector = Detector {
    concern: Concern::DisguisedUrl,
    finds: || {
        Message::new(
            "本当のサイトが見分けにくいURL。@ の前に公式サイトの名前を置いたもの、よく似た別の文字を使ったもの、数字だけのアドレス、見えない文字を含むものなどです。全角で書いたり .（ドット）を伏せたりして、そのままでは開けないURLも見つけます。",
            "URLs whose real site is hard to tell: an official name before an @, letters that look like others, addresses of digits only, invisible characters. URLs that don't open as written, in full-width letters or with masked dots, are found too.",
        )
    },
    why: || {
        Message::new(
            "見た目と実際のリンク先が違うURLや、そのままでは開けないURLは、読む人を誤ったページへ導くおそれがあります。",
            "A URL that looks like another one, or that does not work as written, may lead readers to the wrong page.",
        )
    },
    examples: &[
        "https://www.city.nagasaki.lg.jp@example.com/",
        "https://長崎市公式@example.com/",
        "https://www.gооgle.com/",
        "https://booking.comんdetail.example.com/",
        "https://example%2Ecom/",
        "http://0x7f.0.0.1/",
        "http://2130706433/",
        "https://exa\u{200b}mple.com/",
        "https://city\u{202e}.example.com/",
        "ｈｔｔｐｓ：／／ｗｗｗ．ｃｉｔｙ．ｎａｇａｓａｋｉ．ｌｇ．ｊｐ／",
        "hxxps://example[.]com/",
        "https:/www.city.nagasaki.lg.jp/",
        "https:\\\\www.city.nagasaki.lg.jp\\",
        "https://www.city.nagasaki.lg.jp./",
        "https://bit。ly/3xyz",
    ],
    near_misses: &[
        "https://www.city.nagasaki.lg.jp/kurashi/1.html",
        "HTTPS://WWW.CITY.NAGASAKI.LG.JP/",
        "https://総務省.jp/",
        "https://日本語.コム/",
        "https://münchen.de/",
        "https://example.com:8080/%E9%95%B7%E5%B4%8E",
        "「https://www.city.nagasaki.lg.jp/」をご覧ください。",
        "https://www.city.nagasaki.lg.jp/👨\u{200d}👩\u{200d}👧",
        "info@city.nagasaki.lg.jp",
        "ＳＮＳ．ＷＥＢで発信",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    hits.extend(context.links.iter().filter_map(judge));
}

fn judge(link: &Link) -> Option<Hit> {
    let disguise = *link.disguises.first()?;
    let (start, end) = (link.span.start, link.span.end);
    let fix = if link
        .disguises
        .iter()
        .all(|disguise| disguise.has_plain_form())
    {
        Fix::Replace {
            start,
            end,
            with: link.plain.clone(),
            label: Message::new("ふつうのURLに直す", "Make it a plain URL"),
        }
    } else {
        Fix::AskUrl { start, end }
    };
    Some(Hit {
        concern: Concern::DisguisedUrl,
        span: Some(link.span.clone()),
        strength: if disguise.is_grave() {
            Strength::Strong
        } else {
            Strength::Weak
        },
        message: message(disguise, &link.host),
        fixes: vec![fix],
    })
}

fn message(disguise: Disguise, host: &str) -> Message {
    let (ja, en) = match disguise {
        Disguise::UserLikeHost => (
            "「@」より前は飾りで、実際に開くのは {host} です。正しいURLか確かめて書き直してください。",
            "What stands before the “@” is decoration; the link opens {host}. Check the URL and write it again.",
        ),
        Disguise::User => (
            "URLに利用者名やパスワードが含まれています。「@」までを取り除いてください。",
            "The URL contains a user name or a password. Remove everything up to the “@”.",
        ),
        Disguise::Lookalike => (
            "ドメイン名に、英字や「/」と見分けにくい別の文字が混ざっています（実際は {host}）。正しいURLか確かめてください。",
            "The domain name holds characters that pass for Latin letters or a slash (it is really {host}). Check the URL.",
        ),
        Disguise::PercentHost => (
            "ドメイン名の一部が「%」の記号で隠されています（実際は {host}）。正しいURLに書き直してください。",
            "Part of the domain name is hidden by “%” codes (it is really {host}). Write the plain URL.",
        ),
        Disguise::OddNumber => (
            "ドメイン名の代わりに特殊な形の番号（{host}）が書かれています。ドメイン名のURLに書き直してください。",
            "An oddly written number ({host}) stands in the place of a domain name. Write the URL with its domain name.",
        ),
        Disguise::Number => (
            "ドメイン名の代わりにIPアドレス（{host}）が書かれています。ドメイン名のURLに書き直してください。",
            "An IP address ({host}) stands in the place of a domain name. Write the URL with its domain name.",
        ),
        Disguise::HiddenInHost => (
            "ドメイン名の中に目に見えない文字が入っています（実際は {host}）。取り除いてください。",
            "Invisible characters stand in the domain name (it is really {host}). Remove them.",
        ),
        Disguise::Hidden => (
            "URLの中に目に見えない文字が入っています。取り除いてください。",
            "Invisible characters stand in the URL. Remove them.",
        ),
        Disguise::FullWidth => (
            "URLに全角などの文字が使われていて、リンクになりません。半角に直してください。",
            "The URL holds full-width or styled letters and won't work as a link. Write it in plain letters.",
        ),
        Disguise::Defanged => (
            "「hxxp」や「[.]」を使った書き方で、そのままでは開けません。ふつうのURLに直してください。",
            "Written with “hxxp” or “[.]”, this URL does not open. Write it plainly.",
        ),
        Disguise::JapaneseDot => (
            "ドメイン名の「.」が「。」などになっています。半角の「.」に直してください。",
            "A dot of the domain name is written as “。” or the like. Write it as “.”.",
        ),
        Disguise::Malformed => (
            "「://」の書き方が崩れています。「https://」に直してください。",
            "The “://” is broken. Write “https://”.",
        ),
        Disguise::TrailingDot => (
            "ドメイン名の最後に余分な「.」があります。取り除いてください。",
            "An extra dot stands at the end of the domain name. Remove it.",
        ),
        Disguise::Backslash => (
            "URLの「/」が「\\」（円記号）になっています。「/」に直してください。",
            "Slashes of the URL are written as backslashes. Write “/”.",
        ),
        Disguise::Broken => (
            "URLが空白や改行で途切れています。つなげて書いてください。",
            "The URL is broken by a space or a line break. Join it.",
        ),
    };
    Message::new(ja.replace("{host}", host), en.replace("{host}", host))
}
