//! Live alert wording: 【緊急速報】, ただちに避難, 避難指示を発令. It is right in an
//! emergency and does great harm outside, so the operator is asked.

use std::ops::Range;

use kakunin_words::Word;

use super::around::{has, sentence_after, sentence_before, starts};
use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::EmergencyWording,
    finds: || {
        Message::new(
            "緊急速報、ミサイル発射、避難指示の発令、ただちに避難など、緊急時に出す文面。投稿してよいかを確かめます。訓練、解説、解除のお知らせは含みません。",
            "Wording of live alerts: emergency warnings, missile launches, evacuation orders, evacuate at once. The operator is asked whether it may go out. Drills, explanations and all-clears don't count.",
        )
    },
    why: || {
        Message::new(
            "緊急情報のひな形や訓練の文面が誤って公開されると、住民が実際に避難するなど大きな混乱を招きます。",
            "An alert that goes out by mistake, from a template or a drill, makes people flee.",
        )
    },
    examples: &[
        "【緊急速報】ミサイル発射。ミサイル発射。",
        "市内全域に避難指示を発令しました。ただちに避難してください。",
        "大津波警報が発表されました。",
        "警戒レベル5 緊急安全確保を発令",
        "Jアラートが作動しました。建物の中に避難してください。",
        "EMERGENCY ALERT: Evacuate immediately",
        "高齢者等避難を発令しました。",
        "ダムの緊急放流を開始します",
    ],
    near_misses: &[
        "避難指示とは、警戒レベル4にあたる避難情報です。",
        "【訓練】大津波警報が発表されました。これは訓練です。",
        "避難訓練を行います。",
        "避難指示が出たら、すぐに避難できるよう準備しておきましょう。",
        "避難指示はすべて解除しました。",
        "緊急速報メールの受信設定をご確認ください。",
        "津波警報と津波注意報の違いを学ぶ講座です。",
        "Jアラートの試験放送を行います。",
        "福島県の避難指示区域",
        "緊急小口資金の相談窓口",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let lower = text.lower();
    let words = context.phrases();
    if !words
        .iter()
        .any(|word| matches!(word.tag, "alert" | "order"))
        || is_drill(lower)
    {
        return;
    }
    let mut found: Vec<(Range<usize>, Strength)> = Vec::new();
    for word in tagged(words, "alert") {
        found.extend(alert(lower, word).map(|strength| (word.range.clone(), strength)));
    }
    for word in tagged(words, "order") {
        found.extend(order(lower, word).map(|strength| (word.range.clone(), strength)));
    }
    // One finding a post: the surest, then the first.
    let first = found
        .into_iter()
        .min_by_key(|(range, strength)| (std::cmp::Reverse(*strength), range.start));
    if let Some((range, strength)) = first {
        hits.push(hit(text, range, strength));
    }
}

/// Whether the whole post is about a drill, or something that has been.
fn is_drill(text: &str) -> bool {
    const REAL: &[&str] = &["訓練ではありません", "訓練ではない", "not a drill"];
    const DRILL: &[&str] = &[
        "訓練",
        "試験放送",
        "伝達試験",
        "試験を",
        "試験電文",
        "テスト電文",
        "を想定",
        "想定した",
        "this is a drill",
        "exercise",
    ];
    has(text, DRILL) && !has(text, REAL)
}

/// Words by which a sentence explains, prepares or looks back.
const EXPLAINED: &[&str] = &[
    "たら",
    "れば",
    "場合",
    "とき",
    "際に",
    "際は",
    "もし",
    "いざ",
    "備え",
    "とは",
    "意味",
    "違い",
    "学",
    "講座",
    "講演",
    "知って",
    "ご存じ",
    "ご存知",
    "しましょう",
    "きましょう",
    "ましょう",
    "準備",
    "心がけ",
    "解除",
    "取り消",
    "閉鎖",
    "年前",
    "あの日",
    "当時",
    "昨年",
    "去年",
    "区域",
    "受信",
    "基準",
    "計画",
    "防災の日",
    "シミュレーション",
    "ガイドライン",
    "方法",
    "周年",
    "記憶",
    "語り継",
    "展示",
    "パネル",
    "募集",
    "までに必ず",
    "見直し",
    "改正",
    "改定",
    "変わりました",
    "仕組み",
    "について学",
    "マニュアル",
    "検証",
    "振り返",
    "タイムライン",
    "マップ",
    "クイズ",
    "教室",
    "説明会",
    "体験",
    "アプリ",
    "設定",
    "ことができます",
    "か?",
    "に関する",
    "について",
    "情報に留意",
    "ための",
    "ポイント",
    "終了",
    "どう動",
    "教訓",
    "報告",
    "ことから",
    "事例",
    "相当",
];

/// An alert's own words.
fn alert(text: &str, word: &Word) -> Option<Strength> {
    let (before, after) = sentence(text, &word.range);
    let rest = &text[word.range.end..];
    match word.word {
        "緊急速報" => {
            let opens = text[..word.range.start]
                .trim_end_matches(['【', '[', '<', '≪', '《', '\n', ' ', '🚨', '⚠'])
                .is_empty()
                || text[..word.range.start].ends_with(['【', '[', '≪', '<']);
            let live =
                opens && rest.starts_with(['】', ']', '>', '≫', '》', ':', ' ', '。', '!', '\n']);
            (live && !explained(before, after)).then_some(Strength::Strong)
        }
        "国民保護に関する情報" | "国民保護情報" => {
            let alone = rest.is_empty() || rest.starts_with([':', '】', '。', 'が', '\n', ' ']);
            (alone && !explained(before, after)).then_some(Strength::Strong)
        }
        "身の安全を確保" | "身を守って" => {
            let now = has(before, &["直ちに", "ただちに", "すぐ", "地震です", "至急"]);
            (!explained(before, after)).then_some(if now {
                Strength::Strong
            } else {
                Strength::Weak
            })
        }
        "屋内退避"
        | "命を守る行動"
        | "命を守る最善"
        | "屋内に避難"
        | "地下に避難"
        | "建物の中に避難"
        | "建物の中、" => {
            if explained(before, after) {
                return None;
            }
            let asked = has(after, &["ください", "下さい", "せよ", "取って", "とって"])
                || after.trim().is_empty();
            asked.then_some(Strength::Strong)
        }
        "命の危険が" | "命に危険が" => {
            (!explained(before, after)).then_some(if has(after, &["迫って", "せまって"]) {
                Strength::Strong
            } else {
                Strength::Weak
            })
        }
        "速やかに避難"
        | "すみやかに避難"
        | "すぐに避難"
        | "すぐ避難"
        | "一刻も早く避難"
        | "高台に避難"
        | "高台へ避難"
        | "高いところへ避難"
        | "高い所へ避難"
        | "全員避難" => {
            if explained(before, after) {
                return None;
            }
            let asked = starts(
                after,
                &[
                    "してください",
                    "して下さい",
                    "を!",
                    "せよ",
                    "!",
                    "。",
                    "開始",
                ],
            ) || after.is_empty();
            Some(if asked {
                Strength::Strong
            } else {
                Strength::Weak
            })
        }
        "tsunami warning" | "evacuation order" => {
            let issued =
                has(after, &["issued", "in effect", "announced"]) || has(before, &["issued"]);
            issued.then_some(Strength::Strong)
        }
        "emergency alert" | "take shelter" | "seek shelter" | "higher ground"
        | "missile launch" => {
            let told = has(before, &["how to", "learn", "if ", "when "])
                || has(after, &["test", "app", "system", "how to", "when "]);
            (!told).then_some(Strength::Strong)
        }
        "大規模テロ" | "テロ情報" | "航空攻撃" | "ゲリラ攻撃" | "特殊部隊攻撃" => {
            (starts(after, &["情報", "。", "が発生", "】", "!"]) && !explained(before, after))
                .then_some(Strength::Strong)
        }
        // Forecasters say so in every report.
        "津波到達" => (!explained(before, after)).then_some(Strength::Weak),
        _ => (!explained(before, after)).then_some(Strength::Strong),
    }
}

/// What is ordered or announced, where a word of doing so stands with it.
fn order(text: &str, word: &Word) -> Option<Strength> {
    const ISSUED: &[&str] = &[
        "を発令",
        "が発令",
        "発令しました",
        "発令されました",
        "発令中",
        "発令しています",
        "発令します",
        "が出ました",
        "が出ています",
        "が出され",
        "を出しました",
        "を発表しました",
        "が発表",
        "発表されました",
        "発表されています",
        "発表中",
        "発表!",
        "に引き上げ",
        "へ引き上げ",
        "に引上げ",
    ];
    let (before, after) = sentence(text, &word.range);
    if explained(before, after) {
        return None;
    }
    let issued = has(after, ISSUED);
    let bracketed = text[..word.range.start].ends_with(['【', '[', '≪', '<'])
        && text[word.range.end..].starts_with(['】', ']', '≫', '>']);
    match word.word {
        "避難指示" | "避難勧告" | "緊急安全確保" | "高齢者等避難" | "避難命令" | "避難準備" =>
        {
            let at_once = starts(after, &["!", "発令"]) || bracketed;
            (issued || at_once).then_some(Strength::Strong)
        }
        "大津波警報" | "津波警報" | "jアラート" | "j-アラート" | "全国瞬時警報システム" =>
        {
            let rings = has(
                after,
                &[
                    "作動",
                    "起動しました",
                    "鳴って",
                    "鳴りました",
                    "発動",
                    "発信されました",
                    "発令",
                ],
            );
            (issued || rings || bracketed).then_some(Strength::Strong)
        }
        "緊急地震速報" => {
            let shakes = has(
                text,
                &[
                    "強い揺れに警戒",
                    "強い揺れに備え",
                    "強い揺れが来",
                    "強いゆれ",
                ],
            );
            (shakes && (before.trim_matches(['【', '[', ' ', '<']).is_empty()))
                .then_some(Strength::Strong)
        }
        "警戒レベル5" | "警戒レベル4" | "警戒レベル3" => {
            let called = has(
                after,
                &[
                    "発令",
                    "全員避難",
                    "避難してください",
                    "命を守",
                    "直ちに",
                    "ただちに",
                ],
            ) || bracketed && has(text, &["避難"]);
            (called || has(before, &["全員避難"])).then_some(Strength::Strong)
        }
        "避難してください" | "避難して下さい" | "避難開始" | "避難をお願い" =>
        {
            let urgent = has(
                before,
                &[
                    "【緊急",
                    "危険な場所",
                    "危険が",
                    "直ちに",
                    "ただちに",
                    "至急",
                    "今すぐ",
                    "速やか",
                    "高台",
                    "緊急",
                ],
            ) || has(text, &["【緊急】", "【至急】", "🚨"]);
            Some(if urgent {
                Strength::Strong
            } else {
                Strength::Weak
            })
        }
        "特別警報" => issued.then_some(Strength::Weak),
        "津波注意報" => issued.then_some(Strength::Weak),
        "氾濫" | "越水" | "決壊" => {
            let now = starts(
                after,
                &[
                    "しました",
                    "しています",
                    "が発生しました",
                    "発生",
                    "した模様",
                ],
            );
            now.then_some(Strength::Weak)
        }
        "避難所" => {
            let opened = ["開設しました", "開設しています", "開設します", "開きました"]
                .iter()
                .any(|word| super::around::after(after, 0, 16).contains(word));
            opened.then_some(Strength::Weak)
        }
        "避難所を開設" | "避難所開設" | "自主避難所を開設" => {
            starts(after, &["しました", "しています", "のお知らせ", "。", "!"])
                .then_some(Strength::Weak)
        }
        "噴火警報" => issued.then_some(Strength::Weak),
        "噴火警戒レベル5" | "噴火警戒レベルが5" | "噴火警戒レベル4" => {
            has(text, &["避難してください", "避難して下さい"]).then_some(Strength::Weak)
        }
        "土砂災害の危険" => {
            has(text, &["避難してください", "避難して下さい"]).then_some(Strength::Strong)
        }
        "原子力" => (has(after, &["異常が発生", "事故が発生"])
            || has(text, &["屋内退避してください"]))
        .then_some(Strength::Strong),
        "緊急放流" | "異常洪水時防災操作" => {
            has(after, &["開始", "行います", "実施します", "行っています"])
                .then_some(Strength::Strong)
        }
        "川があふれ" | "堤防が" => {
            has(after, &["ています", "ました"]).then_some(Strength::Weak)
        }
        _ => None,
    }
}

/// The sentence's parts before and behind a place.
fn sentence<'a>(text: &'a str, place: &Range<usize>) -> (&'a str, &'a str) {
    (
        sentence_before(text, place.start),
        sentence_after(text, place.end),
    )
}

fn explained(before: &str, after: &str) -> bool {
    has(before, EXPLAINED) || has(after, EXPLAINED)
}

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    let span = text.utf16(range);
    let written = text.original(span.clone());
    Hit {
        concern: Concern::EmergencyWording,
        span: Some(span),
        strength,
        message: Message::new(
            format!(
                "「{written}」は緊急時の文言です。訓練やひな形の文面ではなく、今発信すべき内容か確かめてください。"
            ),
            format!(
                "\"{written}\" is wording for a real emergency. Make sure that it is no drill or template and meant to go out now."
            ),
        ),
        fixes: Vec::new(),
    }
}
