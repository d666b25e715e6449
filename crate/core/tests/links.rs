//! Links as people write them in Japanese posts.

use kakunin_core::link::{self, Link};
use kakunin_core::{Settings, Text};

fn find(text: &str) -> (Text, Vec<Link>) {
    let text = Text::new(text);
    let links = link::find(&text, &Settings::default());
    (text, links)
}

/// The links in a text: each as written and as a plain URL.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let (folded, links) = find(text);
    let found: Vec<(String, String)> = links
        .iter()
        .map(|link| (folded.original(link.span.clone()), link.plain.clone()))
        .collect();
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|&(written, plain)| (written.to_owned(), plain.to_owned()))
        .collect();
    assert_eq!(found, expected, "in {text:?}");
}

/// A text with one link, which is plain as it stands.
#[track_caller]
fn check_plain(text: &str, url: &str) {
    check(text, &[(url, url)]);
    let (_, links) = find(text);
    assert_eq!(links[0].disguises, [], "in {text:?}");
}

#[track_caller]
fn check_none(text: &str) {
    check(text, &[]);
}

#[test]
fn glued_to_japanese() {
    check_plain(
        "詳しくはhttps://example.lg.jp/aをご覧ください",
        "https://example.lg.jp/a",
    );
    check_plain("サイトhttps://example.lg.jpへ", "https://example.lg.jp");
    check_plain(
        "https://example.comは便利。次の日本語.jpは別",
        "https://example.com",
    );
    check_plain("「https://example.lg.jp/a」", "https://example.lg.jp/a");
    check_plain("『https://example.lg.jp/a』", "https://example.lg.jp/a");
    check_plain("（https://example.lg.jp/a）", "https://example.lg.jp/a");
    check_plain("【https://example.lg.jp/a】", "https://example.lg.jp/a");
    check_plain("<https://example.lg.jp/a>", "https://example.lg.jp/a");
    check_plain("(https://example.lg.jp/a)", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp/a。次に", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp/a、次に", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp/a！", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp/a？", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp/a：", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp/a～b", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp/a…", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp…", "https://example.lg.jp");
    check_plain("https://example.lg.jp：詳細", "https://example.lg.jp");
    check_plain("https://example.lg.jp。jpの話", "https://example.lg.jp");
    check_plain("https://example.lg.jp/aＰＤＦ", "https://example.lg.jp/a");
    check_plain("https://example.lg.jp/①", "https://example.lg.jp/");
    check_plain("URLhttps://example.lg.jp/", "https://example.lg.jp/");
    check_plain("https://example.lg.jp/\u{3000}次", "https://example.lg.jp/");
    check_plain("https://example.lg.jp/#防災", "https://example.lg.jp/");
    check_plain("https://example.lg.jp#防災", "https://example.lg.jp");
    check_plain(
        "https://ja.wikipedia.org/wiki/長崎市",
        "https://ja.wikipedia.org/wiki/",
    );
}

#[test]
fn paths() {
    check_plain("https://example.jp/a_(b)です", "https://example.jp/a_(b)");
    check_plain("(https://example.jp/a_(b))", "https://example.jp/a_(b)");
    check_plain(
        "https://example.jp/a?b=c&d=%E3%81%82#e",
        "https://example.jp/a?b=c&d=%E3%81%82#e",
    );
    check_plain("https://example.jp?b=c", "https://example.jp?b=c");
    check_plain("https://example.jp:8080/a", "https://example.jp:8080/a");
    check_plain("https://example.jp/a. Next", "https://example.jp/a");
    check_plain("https://example.jp/a, next", "https://example.jp/a");
    check_plain("https://example.jp/a...", "https://example.jp/a");
    check_plain("'https://example.jp/a'", "https://example.jp/a");
    check_plain("\"https://example.jp/a\"", "https://example.jp/a");
    check_plain("https://example.jp/a(長崎)", "https://example.jp/a");
    check_plain("https://example.jp/a(11/30まで)", "https://example.jp/a");
    check_plain("https://example.jp/a[外部]", "https://example.jp/a");
    check_plain("[案内](https://example.jp/a)", "https://example.jp/a");
    check_plain(
        "https://web.archive.org/web/2020/https://example.jp/",
        "https://web.archive.org/web/2020/https://example.jp/",
    );
    check(
        "[https://a.example.jp](https://b.example.jp/x)",
        &[
            ("https://a.example.jp", "https://a.example.jp"),
            ("https://b.example.jp/x", "https://b.example.jp/x"),
        ],
    );
    for separator in [",", "、", "\n", " ", "", "と", "／"] {
        check(
            &format!("https://a.example.jp/x{separator}https://b.example.jp/y"),
            &[
                ("https://a.example.jp/x", "https://a.example.jp/x"),
                ("https://b.example.jp/y", "https://b.example.jp/y"),
            ],
        );
    }
}

#[test]
fn schemes() {
    check(
        "HTTPS://EXAMPLE.JP/A",
        &[("HTTPS://EXAMPLE.JP/A", "https://example.jp/A")],
    );
    check(
        "//example.com/a",
        &[("//example.com/a", "https://example.com/a")],
    );
    check(
        "ftp://example.jp/a",
        &[("ftp://example.jp/a", "ftp://example.jp/a")],
    );
    check_plain("http://example.jp/", "http://example.jp/");
    check(
        "ttps://example.jp/a",
        &[("ttps://example.jp/a", "https://example.jp/a")],
    );
    check(
        "hxxp://example.jp/a",
        &[("hxxp://example.jp/a", "http://example.jp/a")],
    );
    check(
        "hXXps://example.jp/a",
        &[("hXXps://example.jp/a", "https://example.jp/a")],
    );
    check(
        "h**ps://example.jp/a",
        &[("h**ps://example.jp/a", "https://example.jp/a")],
    );
    check(
        "h○○p://example.jp/a",
        &[("h○○p://example.jp/a", "http://example.jp/a")],
    );
    check(
        "https:/bit.ly/x",
        &[("https:/bit.ly/x", "https://bit.ly/x")],
    );
    check("https:bit.ly/x", &[("https:bit.ly/x", "https://bit.ly/x")]);
    check(
        "https//bit.ly/x",
        &[("https//bit.ly/x", "https://bit.ly/x")],
    );
    check(
        "https:///bit.ly/x",
        &[("https:///bit.ly/x", "https://bit.ly/x")],
    );
    check(
        "https:\\\\bit.ly\\x",
        &[("https:\\\\bit.ly\\x", "https://bit.ly/x")],
    );
    check(
        "https[:]//bit[.]ly/x",
        &[("https[:]//bit[.]ly/x", "https://bit.ly/x")],
    );
    check(
        "javascript:alert(1)",
        &[("javascript:alert(1)", "javascript:alert(1)")],
    );
    check(
        "line://ti/p/@abcです",
        &[("line://ti/p/@abc", "line://ti/p/@abc")],
    );
}

#[test]
fn full_width() {
    check(
        "詳細はｈｔｔｐｓ：／／ｂｉｔ．ｌｙ／３ｘｙｚへ",
        &[(
            "ｈｔｔｐｓ：／／ｂｉｔ．ｌｙ／３ｘｙｚ",
            "https://bit.ly/3xyz",
        )],
    );
    check(
        "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／ａ？ｂ＝ｃ！",
        &[(
            "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／ａ？ｂ＝ｃ",
            "https://example.jp/a?b=c",
        )],
    );
    check(
        "https://ｂｉｔ.ly/x",
        &[("https://ｂｉｔ.ly/x", "https://bit.ly/x")],
    );
    check(
        "https://bit．ly/x",
        &[("https://bit．ly/x", "https://bit.ly/x")],
    );
    check(
        "ｂｉｔ．ｌｙ／ｘ１",
        &[("ｂｉｔ．ｌｙ／ｘ１", "https://bit.ly/x1")],
    );
    check("ⓑⓘⓣ.ⓛⓨ/x", &[("ⓑⓘⓣ.ⓛⓨ/x", "https://bit.ly/x")]);
    check(
        "（ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／ａ）",
        &[(
            "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／ａ",
            "https://example.jp/a",
        )],
    );
}

#[test]
fn dots() {
    for written in [
        "bit[.]ly/x",
        "bit(.)ly/x",
        "bit{.}ly/x",
        "bit［．］ly/x",
        "bit[dot]ly/x",
        "bit (dot) ly/x",
        "bit dot ly/x",
        "bit。ly/x",
        "bit｡ly/x",
        "bit・ly/x",
        "bit ドット ly/x",
        "bit. ly/x",
        "bit .ly/x",
        "bit.\nly/x",
        "bit.ly /x1",
        "bit.ly\n/x1",
        "bit.ly./x",
        "bit.ly/\n3xYz9",
        "bit\u{200b}.ly/x",
        "b\u{ad}it.l\u{2060}y/x",
        "Bit.Ly/x",
        "bit.Ly/x",
        "www.bit.ly/x",
    ] {
        let (text, links) = find(written);
        assert_eq!(links.len(), 1, "{written:?}: {links:?}");
        assert_eq!(text.original(links[0].span.clone()), written);
        assert!(
            links[0].host.ends_with("bit.ly") && links[0].kind.is_short(),
            "{written:?}"
        );
    }
    check(
        "https://bit。ly/x",
        &[("https://bit。ly/x", "https://bit.ly/x")],
    );
    check(
        "https://www。example。jp/x",
        &[("https://www。example。jp/x", "https://www.example.jp/x")],
    );
    check(
        "hxxps://example[.]com",
        &[("hxxps://example[.]com", "https://example.com")],
    );
    check("example[.]com", &[("example[.]com", "https://example.com")]);
    check_none("本日は晴天です。io…という");
    check_none("晴れ。ly/x");
    check_none("This is. gd");
    check_none("PTA・SNS・Web");
    check("Tokyo. is.gd/abc", &[("is.gd/abc", "https://is.gd/abc")]);
}

#[test]
fn without_scheme() {
    check(
        "詳しくはwww.city.nagasaki.lg.jpへ",
        &[("www.city.nagasaki.lg.jp", "https://www.city.nagasaki.lg.jp")],
    );
    check("example.comで", &[("example.com", "https://example.com")]);
    check(
        "HP：example.jp/aを",
        &[("example.jp/a", "https://example.jp/a")],
    );
    check("「EXAMPLE.COM」", &[("EXAMPLE.COM", "https://example.com")]);
    check("p.tl/abcへ", &[("p.tl/abc", "https://p.tl/abc")]);
    check("縮.jp/abcへ", &[("縮.jp/abc", "https://縮.jp/abc")]);
    check("詳しくは縮.jp/abcへ", &[("縮.jp/abc", "https://縮.jp/abc")]);
    check(
        "総務省.jp をご覧ください",
        &[("総務省.jp", "https://総務省.jp")],
    );
    check("【日本語.jp】", &[("日本語.jp", "https://日本語.jp")]);
    check(
        "詳しくは…example.com",
        &[("example.com", "https://example.com")],
    );
    check(
        "example.com.Please visit",
        &[("example.com", "https://example.com")],
    );
    for text in [
        "user@city.lg.jp",
        "first.last@city.lg.jpへ",
        "info＠example.com",
        "info★example.com",
        "info(at)example.com",
        "info[アットマーク]example.com",
        "@nagasaki.koho.com",
        "#example.com",
        "＃example.com",
        "mailto:info@example.com",
        "README.md",
        "node.js",
        "Ver.2.0",
        "v1.2",
        "e.g.",
        "10:30-12.00",
        "3.5km",
        "2.5km/h",
        "No.5",
        "No.one",
        "p.tlとbit.ly",
        "example.jpです",
        "ASP.NET",
        "index.html",
        "画像.zip",
        "photo.zip",
        "ABC Co.,Ltd.",
        "ABC.Inc",
        "CO.LTD",
        "U.S.A.",
        "R6.4.1",
        "Ｎｏ．５",
        "Ｖｏｌ．２",
        "ＳＮＳ．ＷＥＢ",
        "終了.Today",
        "finished.Today is",
        ".lg.jpで終わる",
        "lg.jp ドメイン",
        "go.jp",
        "日本.It is",
        "行います.jpg",
        "11.am/12.pm",
        "https://",
        "http:",
        "https://例",
        "https://example",
        "HTTPS: とは",
        "file://server/a.doc",
        "x@y",
        "1.2.3.4/24",
        "a.b",
        "T.M",
        "縮.jpという短縮",
        "5.h1.ki",
        "こんにちは.みんな元気",
        "tinyurl.com などの短縮URL",
        "www.",
        "..com",
        "data: 2026/11、x",
        "JavaScript: 入門",
        "line: @abc",
    ] {
        check_none(text);
    }
}

#[test]
fn users_and_numbers() {
    check(
        "https://user@bit.ly/x",
        &[("https://user@bit.ly/x", "https://bit.ly/x")],
    );
    check(
        "https://city.example.lg.jp@bit.ly/x",
        &[("https://city.example.lg.jp@bit.ly/x", "https://bit.ly/x")],
    );
    check(
        "https://長崎市@bit.ly/x",
        &[("https://長崎市@bit.ly/x", "https://bit.ly/x")],
    );
    check_plain("https://example.jp@nagasaki_koho", "https://example.jp");
    check_plain("https://example.jpへのメールはa@b.jp", "https://example.jp");
    check("http://0x7f.1/", &[("http://0x7f.1/", "http://0x7f.1/")]);
    check(
        "http://192.168.0.1/aへ",
        &[("http://192.168.0.1/a", "http://192.168.0.1/a")],
    );
    check(
        "http://192.168.0.1へ",
        &[("http://192.168.0.1", "http://192.168.0.1")],
    );
    check("http://[::1]/a", &[("http://[::1]/a", "http://[::1]/a")]);
    check(
        "https://bit.ly:99999/x",
        &[("https://bit.ly:99999/x", "https://bit.ly/x")],
    );
    check(
        "https://bit%2Ely/x",
        &[("https://bit%2Ely/x", "https://bit%2ely/x")],
    );
}

#[test]
fn international() {
    let hosts = |text: &str| -> Vec<String> { find(text).1.into_iter().map(|l| l.host).collect() };
    assert_eq!(hosts("https://日本語.jpへ"), ["xn--wgv71a119e.jp"]);
    assert_eq!(hosts("https://縮.jp/x"), ["xn--jj0a.jp"]);
    assert_eq!(hosts("https://短.コムへ"), ["xn--s7y.xn--tckwe"]);
    assert_eq!(hosts("https://xn--wgv71a119e.jp/"), ["xn--wgv71a119e.jp"]);
    assert_eq!(hosts("https://BIT.LY./x"), ["bit.ly"]);
    assert_eq!(hosts("https://bit%2Ely/x"), ["bit.ly"]);
    assert_eq!(hosts("https://%62it.ly/x"), ["bit.ly"]);
    assert_eq!(
        hosts("https://www.example.comんa.example.jp/"),
        ["www.example.xn--coma-ii4c.example.jp"]
    );
}

#[test]
fn counts_in_utf16() {
    let spans = |text: &str| -> Vec<(usize, usize)> {
        let links = find(text).1;
        links
            .into_iter()
            .map(|l| (l.span.start, l.span.end))
            .collect()
    };
    assert_eq!(
        spans("😀👨\u{200d}👩\u{200d}👧 https://bit.ly/x"),
        [(11, 27)]
    );
    assert_eq!(spans("𠮷野家https://bit.ly/x"), [(4, 20)]);
    assert_eq!(
        spans("ｶﾞｷﾞ https://a.example.jp/ と https://b.example.jp/"),
        [(5, 26), (29, 50)]
    );
}
