//! What only insiders know: who has agreed, what was said in which room, when
//! it is to be told, and what somebody heard at the office.

use std::ops::Range;

use kakunin_words::Word;

use super::matter::{CHANGES, HARMLESS, TOPICS};
use crate::Strength;
use crate::detect::around::{after, has, line_after, line_before, quoted, starts};
use crate::detect::phrases::tagged;

/// What becomes of a thing, as people say it among themselves.
const BECOMES: &[&str] = &[
    "なくな",
    "無くな",
    "なくす",
    "終了",
    "終わり",
    "終わる",
    "やめる",
    "取りやめ",
    "一本化",
    "集約",
    "上が",
    "下が",
    "高くな",
    "安くな",
    "倍にな",
    "建つ",
    "建て",
    "二部制",
    "譲渡",
    "休館",
    "短縮",
    "拡大",
    "導入",
    "創設",
    "凍結",
    "中止",
    "移る",
    "移す",
    "変わ",
    "できる",
    "開業",
    "決ま",
    "採用",
    "異動",
    "交代",
    "辞め",
    "退任",
    "続け",
    "無料",
    "有料",
    "減ら",
    "増や",
    "見直",
    "再整備",
    "変え",
    "白紙",
    "委託",
    "計上",
    "閉め",
    "閉ま",
];

/// The first sign of an insider, and how sure it is.
pub fn find(text: &str, words: &[Word], open: bool) -> Option<(Range<usize>, Strength)> {
    ["step", "embargo", "hearsay"]
        .into_iter()
        .flat_map(|kind| tagged(words, kind))
        .filter_map(|word| Some((word.range.clone(), judge(text, word, open)?)))
        .min_by_key(|(range, strength)| (std::cmp::Reverse(*strength), range.start))
}

fn judge(text: &str, word: &Word, open: bool) -> Option<Strength> {
    let behind = line_before(text, word.range.start);
    let next = line_after(text, word.range.end);
    if has(behind, HARMLESS) || has(next, HARMLESS) || quoted(text, &word.range) {
        return None;
    }
    let says = |words: &[&str]| has(behind, words) || has(next, words);
    let matters = || says(CHANGES) || says(BECOMES) || says(TOPICS);
    match word.tag {
        // 部長レクの結果、プールは閉鎖する線で
        "step" => {
            let told = starts(next, &["を受け", "に対す", "の概要を公表", "を公表"]);
            let ahead = word.word.ends_with('前');
            (!told && (ahead || matters() && !open)).then_some(Strength::Strong)
        }
        // 県知事が来週こっそり視察に来ます
        "embargo" if matches!(word.word, "こっそり" | "お忍び" | "極秘に") => {
            let guest = says(&["知事", "大臣", "皇", "議員", "俳優", "市長"])
                && says(&["視察", "来庁", "訪問", "来ます", "来ら", "入り"]);
            guest.then_some(Strength::Weak)
        }
        // 市長のOKが出ました。発表は来月です
        "embargo" => {
            const SETTLED: &[&str] = &[
                "okが出",
                "了承",
                "内定",
                "固ま",
                "決まりま",
                "決まって",
                "決まった",
                "決定して",
            ];
            let secret = has(word.word, &["内緒", "伏せ", "口外", "秘密", "言え", "言わ"])
                || has(
                    after(next, 0, 12),
                    &["内緒", "伏せ", "口外", "秘密", "言わ", "待って"],
                );
            let contest = says(&[
                "当選",
                "入賞",
                "結果発表",
                "コンテスト",
                "フォト",
                "コンクール",
            ]);
            if contest || open && !secret {
                None
            } else if secret && matters() || has(text, SETTLED) {
                Some(Strength::Strong)
            } else {
                (secret || says(CHANGES)).then_some(Strength::Weak)
            }
        }
        // 観光課がなくなるらしいと総務から聞きました
        _ => {
            const OFFICES: &[&str] = &[
                "総務",
                "財政",
                "人事",
                "秘書",
                "企画",
                "課長",
                "部長",
                "上司",
                "庁内",
                "議員",
                "関係者",
                "役所",
                "市長",
                "幹部",
                "職員",
                "指定管理",
                "入札",
                "選定",
                "候補地",
            ];
            let heard = says(OFFICES);
            if !heard && word.word != "話が出" || !(says(CHANGES) || says(BECOMES)) {
                return None;
            }
            Some(if open || !heard {
                Strength::Weak
            } else {
                Strength::Strong
            })
        }
    }
}
