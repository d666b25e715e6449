use super::*;

/// `id | cite | marker | heading | text`, a heading with `#`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let clauses: Vec<String> = outline(text)
        .iter()
        .map(|it| {
            let mark = if it.is_heading { "#" } else { "" };
            let heading = it.heading.as_deref().unwrap_or_default();
            format!(
                "{mark}{} | {} | {} | {heading} | {}",
                it.id, it.cite, it.marker, it.text
            )
        })
        .collect();
    assert_eq!(clauses, expected);
}

#[test]
fn articles_with_captions_paragraphs_and_items() {
    check(
        "かもめ市運用基準\n\n（目的）\n第１条　この基準は、必要な事項を定める。\n（投稿）\n第２条　次のとおりとする。\n２　前項の投稿は、次に留意する。\n（1）短縮しないこと。\nア 侮蔑\nイ 差別\n（2）写真\n附　則\nこの基準は、令和8年4月1日から施行する。\n",
        &[
            "#title | （標題） |  |  | かもめ市運用基準",
            "1 | 第１条 | 第１条 | （目的） | この基準は、必要な事項を定める。",
            "2 | 第２条 | 第２条 | （投稿） | 次のとおりとする。",
            "2.2 | 第２条第2項 | ２ |  | 前項の投稿は、次に留意する。",
            "2.2.1 | 第２条第2項（1） | （1） |  | 短縮しないこと。",
            "2.2.1.a | 第２条第2項（1）ア | ア |  | 侮蔑",
            "2.2.1.i | 第２条第2項（1）イ | イ |  | 差別",
            "2.2.2 | 第２条第2項（2） | （2） |  | 写真",
            "#sup | 附則 |  |  | 附　則",
            "sup.p1 | 附則 第1段落 |  |  | この基準は、令和8年4月1日から施行する。",
        ],
    );
}

#[test]
fn a_caption_goes_with_its_only_paragraph_and_broken_lines_are_joined() {
    check(
        "題\n１ 定義\nソーシャルメディアとは、インターネットを利用して誰でも手軽に情報を発信し、\n相互にやりとりができるものをいう。\n２ 特性\n・ 速い\n・ 広がる\n以上に留意する。\n",
        &[
            "#title | （標題） |  |  | 題",
            "1 | １ | １ | 定義 | ソーシャルメディアとは、インターネットを利用して誰でも手軽に情報を発信し、相互にやりとりができるものをいう。",
            "#2 | ２ | ２ |  | 特性",
            "2.b1 | ２ 1つ目 | ・ |  | 速い",
            "2.b2 | ２ 2つ目 | ・ |  | 広がる",
            "2.p1 | ２ 第1段落 |  |  | 以上に留意する。",
        ],
    );
}

#[test]
fn the_same_number_twice_gives_two_ids() {
    check(
        "題\n１ はじめに。\n附則\n１ 施行する。\n付則\n１ 施行する。\n",
        &[
            "#title | （標題） |  |  | 題",
            "1 | １ | １ |  | はじめに。",
            "#sup | 附則 |  |  | 附則",
            "sup.1 | 附則１ | １ |  | 施行する。",
            "#sup-2 | 付則 |  |  | 付則",
            "sup-2.1 | 付則１ | １ |  | 施行する。",
        ],
    );
}

/// Without blanks and what the sources have of Markdown and layout.
fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !"#*-".contains(*c))
        .collect()
}

#[test]
fn published_guidelines_come_through_word_for_word_and_in_order() {
    for source in [
        include_str!("../../../../../guidelines/source/bunkyo.txt"),
        include_str!("../../../../../guidelines/source/joetsu.txt"),
        include_str!("../../../../../guidelines/source/wako.txt"),
        include_str!("../../../../../guidelines/source/minato.txt"),
        include_str!("../../../../../guidelines/source/nagasaki.txt"),
        include_str!("../../../../tests/fixtures/kamome.txt"),
    ] {
        let clauses = outline(source);
        let mut out = String::new();
        for clause in &clauses {
            let heading = clause.heading.as_deref().unwrap_or_default();
            // A caption stands above its article, and behind any other number.
            let (first, second) = if starts_article(&format!("{} x", clause.marker)) {
                (heading, clause.marker.as_str())
            } else {
                (clause.marker.as_str(), heading)
            };
            out.push_str(&squeeze(&format!("{first}{second}{}", clause.text)));
        }
        assert_eq!(out, squeeze(source));
        let mut ids: Vec<_> = clauses.iter().map(|it| &it.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), clauses.len());
    }
}
