//! Markings by which a text says that it is not for the public: 部外秘, 取扱注意,
//! 機密性2, 庁内限り.

use std::ops::Range;

use kakunin_words::{Word, sort_by_key};

use super::around::has;
use super::phrases::tagged;
use super::{Context, Detector, Hit, learned};
use crate::{Concern, Message, Strength, Text};

mod about;
mod keep;
mod mark;
mod maru;

use self::about::SPOKEN;

pub const DETECTOR: Detector = Detector {
    concern: Concern::SecrecyMarking,
    finds: || {
        Message::new(
            "部外秘、取扱注意、機密性2、㊙、庁内限り、内部資料、未定稿、解禁時刻など、公表しないことや公表前であることを示す表示。",
            "Markings which say that something is not public, or not yet: 部外秘, 取扱注意, 機密性2, ㊙, 庁内限り, 内部資料, 未定稿, an embargo time.",
        )
    },
    why: || {
        Message::new(
            "部外秘などの表示がある内容は、公表を前提としていません。投稿すると秘密や未公開の情報が漏れます。",
            "What bears such a marking is not meant for the public. Posting it leaks a secret.",
        )
    },
    examples: &[
        "【部外秘】組織改編案",
        "取扱注意 避難行動要支援者名簿",
        "機密性２情報",
        "㊙ 市長日程",
        "マル秘の企画書です。",
        "庁内限りの情報ですが、来月から窓口が変わります。",
        "【内部資料】職員アンケート",
        "未定稿 第7次総合計画",
        "CONFIDENTIAL: budget draft",
        "12月1日10時解禁 新しい観光大使の就任",
        "関係者限り 入札予定価格",
        "部 外 秘 仕様書",
        "※本資料の外部への提供を禁じます",
        "（課長以上回覧）候補地リスト",
    ],
    near_misses: &[
        "『秘密の花園』を上演します。",
        "企業秘密の味付け",
        "神秘の湖を巡る",
        "秘密基地をつくろう",
        "かつて部外秘だった資料を公開します。",
        "灯油は取扱注意です。",
        "花火の取扱注意！",
        "相談無料・秘密厳守",
        "秘書課からのお知らせ",
        "アユ釣り解禁",
        "マル秘テクニックを大公開",
        "会議は非公開で行われました。",
        "関係者以外立入禁止",
        "「社外秘」とは？情報管理セミナー",
        "応募された個人情報は第三者に提供しません。",
        "取扱注意！ヒアリの見分け方",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let words = context.phrases();
    let mut found: Vec<(Range<usize>, Strength)> = Vec::new();
    let mut harmless: Vec<Range<usize>> = Vec::new();
    let judges: [(&str, Judge); 3] = [
        ("mark", mark::judge),
        ("keep", keep::judge),
        ("maru", maru::judge),
    ];
    for (tag, judge) in judges {
        for word in tagged(words, tag) {
            match judge(text, word) {
                Some(strength) => found.push((word.range.clone(), strength)),
                None if tag == "mark" => harmless.push(word.range.clone()),
                None => {}
            }
        }
    }
    if found.is_empty() && !has(text.lower(), SPOKEN) && !has(text.lower(), PREMISES) {
        let like = learned::find(context, Concern::SecrecyMarking, LIKE, &harmless);
        hits.extend(like);
    }
    sort_by_key(&mut found, |(range, _)| (range.start, 0));
    let mut end = 0;
    for (range, strength) in found {
        if range.start >= end {
            end = range.end;
            hits.push(hit(text, range, strength));
        }
    }
}

/// How a phrase of the list is meant, where it is a marking.
type Judge = fn(&Text, &Word) -> Option<Strength>;

/// Who may come in is no secret.
const PREMISES: &[&str] = &["立入", "立ち入り", "入場", "駐車"];

/// How much a sentence has to be like those that bear a marking, in the
/// logarithm of the odds.
const LIKE: f32 = -1.3;

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    let span = text.utf16(range);
    let written = text.original(span.clone());
    Hit {
        concern: Concern::SecrecyMarking,
        span: Some(span),
        strength,
        message: Message::new(
            format!(
                "「{written}」は、公表しない情報の表示です。公開してよい内容か確かめ、公開できないものは投稿しないでください。"
            ),
            format!(
                "\"{written}\" marks information that is not for the public. Don't post what may not be published."
            ),
        ),
        fixes: Vec::new(),
    }
}
