//! Pictures that show people, as their alternative texts say. What is in a
//! picture itself is not looked at: that takes more than a page can carry.

use std::sync::LazyLock;

use kakunin_words::{Lexicon, Word};

use super::every_post::of_context;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::ImageFace,
    finds: || {
        Message::new(
            "代替テキスト（ALT）から、人が写っていると分かる画像や動画。画像そのものは解析しません。",
            "Images and videos whose alternative text says that people are in them. The image itself is not analysed.",
        )
    },
    why: || {
        Message::new(
            "顔が分かる写真には肖像権があります。本人や保護者の了解なく載せると、取り消せない迷惑をかけます。",
            "People whose faces can be told have a right to their portrait. To publish it without their or their parents' leave does harm that can't be undone.",
        )
    },
    examples: &[
        r#"{"text":"運動会を行いました。","media":[{"kind":"image","alt":"玉入れをする園児たち"}]}"#,
        r#"{"text":"表彰式です。","media":[{"kind":"image","alt":"市長と受賞者の記念写真"}]}"#,
        r#"{"text":"","media":[{"kind":"video","alt":"体操をする高齢者"}]}"#,
    ],
    near_misses: &[
        r#"{"text":"紅葉が見頃です。","media":[{"kind":"image","alt":"色づいたケヤキ並木"}]}"#,
        r#"{"text":"人口の推移です。","media":[{"kind":"image","alt":"人口と世帯数のグラフ"}]}"#,
        r#"{"text":"展示します。","media":[{"kind":"image","alt":"雛人形と五月人形"}]}"#,
        r#"{"text":"配布します。","media":[{"kind":"image","alt":"子ども医療費助成の案内チラシ"}]}"#,
        "園児たちが玉入れをしました。",
    ],
    detect,
};

/// Words of alternative texts: `person` is somebody who can be seen, `drawn`
/// makes it a drawing or a notice about people.
static WORDS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(&[include_str!("../../data/words/pictured.txt")], |tag| tag));

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let shown = context
        .post
        .media
        .iter()
        .filter(|media| shows_people(&media.alt))
        .count();
    if shown == 0 {
        return;
    }
    hits.push(of_context(
        Concern::ImageFace,
        Strength::Strong,
        Message::new(
            format!(
                "人が写っている画像や動画が{shown}点あるようです。顔が分かる人全員（子どもは保護者）の了解を得たか確かめてください。"
            ),
            format!(
                "People seem to be in {shown} of the images or videos. Make sure that everyone whose face can be told, or their parents, agreed."
            ),
        ),
    ));
}

fn shows_people(alt: &str) -> bool {
    let text = Text::new(alt);
    let words = WORDS.find(text.lower());
    // 人口 says nothing of 人, 表彰 nothing of 表.
    let whole = |word: &&Word| {
        !words.iter().any(|other| {
            other.range.len() > word.range.len()
                && other.range.start <= word.range.start
                && word.range.end <= other.range.end
        })
    };
    let says = |tag: &str| words.iter().filter(whole).any(|word| word.tag == tag);
    says("person") && !says("drawn")
}
