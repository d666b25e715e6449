//! Posts that were only meant to try something out: テスト投稿です.

use std::ops::Range;

use kakunin_words::Word;

use super::around::{after, before, has, starts};
use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

pub const DETECTOR: Detector = Detector {
    concern: Concern::TestPost,
    finds: || {
        Message::new(
            "「テスト投稿です」「動作確認」「test」など、試しに書かれた投稿。試験や検査のテスト、訓練やテスト配信の予告は含みません。",
            "Posts that were only meant to try something out: テスト投稿です, 動作確認, test. Exams and medical tests, and announcements of drills and test transmissions, don't count.",
        )
    },
    why: || {
        Message::new(
            "公式アカウントからテスト投稿が出ると、誤報と受け取られたり、アカウントの信頼を損なったりします。",
            "A test post from an official account is taken for a false alarm, and costs the account its trust.",
        )
    },
    examples: &[
        "テスト投稿です。",
        "テスト",
        "test",
        "てすと",
        "【テスト】大雨による避難情報",
        "これはテストです。無視してください。",
        "動作確認",
        "テスト配信です。",
        "Test post. Please ignore.",
    ],
    near_misses: &[
        "テスト期間中は学習室を延長開放します。",
        "全国学力テストの結果を公表しました。",
        "PCRテストの予約はこちら",
        "フォトコンテストの作品を募集します。",
        "Jアラートの全国一斉情報伝達試験を実施します。",
        "防災メールのテスト配信を11月20日に行います。",
        "新システムの動作確認のため、証明書の交付を停止します。",
        "Latest news from City Hall",
        "認知症簡易テストをやってみよう",
    ],
    detect,
};

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let words: Vec<_> = tagged(context.phrases(), "test")
        .into_iter()
        .filter(|word| is_whole(text.lower(), &word.range))
        .collect();
    let Some(first) = words.first() else {
        return;
    };
    if is_all(text.lower(), &words) {
        hits.push(hit(text, first.range.clone(), Strength::Strong));
        return;
    }
    if let Some((range, strength)) = words.iter().find_map(|word| judge(text.lower(), word)) {
        hits.push(hit(text, range, strength));
    }
}

/// Whether a word is no part of another: コンテスト, latest, プロテスタント.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let word = &text[range.clone()];
    let (Some(first), behind, next) = (
        word.chars().next(),
        text[..range.start].chars().next_back(),
        text[range.end..].chars().next(),
    ) else {
        return false;
    };
    let same = |c: char| match first {
        'a'..='z' => c.is_ascii_alphabetic(),
        'ァ'..='ヶ' => matches!(c, 'ァ'..='ヶ' | 'ー'),
        _ => false,
    };
    let repeats = |c: Option<char>| c.is_some_and(same);
    // てすてす, テストテスト
    let doubled = text[range.end..].starts_with(word) || text[..range.start].ends_with(word);
    (!repeats(behind) && !repeats(next)) || doubled
}

/// Whether nothing else is said: テスト, test 123, #テスト投稿.
fn is_all(text: &str, words: &[&Word]) -> bool {
    const FILLERS: [&str; 24] = [
        "です",
        "投稿",
        "配信",
        "送信",
        "中",
        "ちゅう",
        "こちらは",
        "これは",
        "ただの",
        "の",
        "post",
        "message",
        "this",
        "is",
        "a",
        "ing",
        "1",
        "2",
        "3",
        "確認",
        "用",
        "削除します",
        "無視してください",
        "please ignore",
    ];
    // Nothing long says nothing else.
    const LONGEST: usize = 300;
    if text.len() > LONGEST {
        return false;
    }
    let mut rest = String::new();
    let mut at = 0;
    for word in words {
        rest.push_str(&text[at.min(word.range.start)..word.range.start]);
        at = word.range.end;
    }
    rest.push_str(&text[at..]);
    for filler in FILLERS {
        rest = rest.replace(filler, "");
    }
    // あ テスト
    rest.chars().filter(|c| c.is_alphabetic()).count() <= 2
}

/// Words by which a test is announced or spoken about, not made.
const ANNOUNCED: &[&str] = &[
    "実施します",
    "実施しま",
    "実施いたし",
    "行います",
    "行いま",
    "おこないます",
    "実施予定",
    "を予定",
    "ご了承",
    "のお知らせ",
    "に伴い",
    "停止",
    "休止",
    "訓練",
    "防災行政無線",
    "jアラート",
    "緊急速報メール",
    "全国一斉",
    "日時",
    "実施日",
    "試験を",
    "中止します",
];

fn judge(text: &str, word: &Word) -> Option<(Range<usize>, Strength)> {
    const JOINED: &[&str] = &[
        "投稿",
        "配信",
        "送信",
        "post",
        " post",
        "tweet",
        " tweet",
        "です",
        "中です",
        "中。",
        "用の投稿",
        "のため投稿",
        "メッセージ",
        "message",
        " message",
        "用です",
        "ツイート",
        "ポスト",
    ];
    const BEFORE: &[&str] = &[
        "投稿",
        "投稿の",
        "配信",
        "配信の",
        "送信",
        "送信の",
        "受信",
        "予約投稿の",
        "連携",
        "連携の",
        "表示",
        "表示の",
        "画像",
        "画像の",
        "動画",
        "リンク",
        "通知",
        "通知の",
        "設定",
        "動作",
        "this is a ",
        "just a ",
        "これは",
        "ただの",
    ];
    let range = word.range.clone();
    let next = after(text, range.end, 12);
    let near = before(text, range.start, 10);
    let announced = has(text, ANNOUNCED);
    let short = text.chars().count() <= 40;
    let found = |strength| Some((range.clone(), strength));
    let bracketed = near.ends_with(['【', '[', '(', '<', '《', '≪'])
        && next.starts_with(['】', ']', ')', '>', '》', '≫'])
        || near.ends_with(['【', '[', '(']) && starts(next, &["投稿", "配信", "送信", "中】"]);
    match word.word {
        "テスト" | "てすと" | "test" | "テス" | "てす" => {
            let opens = text[..range.start]
                .trim_matches([' ', '\n', '【', '[', '(', '<', '#', '※', '《', '≪'])
                .is_empty();
            if bracketed && (opens || short) {
                return found(Strength::Strong);
            }
            if matches!(word.word, "テス" | "てす") {
                return None;
            }
            let behind = near.chars().next_back().unwrap_or('\n');
            let free = !behind.is_alphanumeric()
                || ["これは", "こちらは", "ただの", "this is a ", "の"]
                    .iter()
                    .any(|word| near.ends_with(word));
            if free && starts(next, JOINED) && !announced {
                let polite = starts(next, &["です", "中"])
                    && !opens
                    && !near.ends_with("これは")
                    && !near.ends_with("こちらは");
                return if polite && !short {
                    None
                } else {
                    found(Strength::Strong)
                };
            }
            let ends = next
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphabetic() || matches!(c, 'で' | '中'));
            if short && ends && is_nothing_else(text) && !announced {
                return found(Strength::Strong);
            }
            if BEFORE.iter().any(|word| near.ends_with(word)) && !announced {
                let ends = next
                    .trim_matches([' ', '。', '!', '\n', '1', '2', '3', 'で', 'す', '中'])
                    .is_empty();
                return if short || ends {
                    found(Strength::Strong)
                } else {
                    None
                };
            }
            None
        }
        "公開範囲" => None,
        "試験です" | "練習です" => {
            let told = near.trim_end().is_empty()
                || has(near, &["これは", "メッセージは", "投稿は", "配信は"]);
            (told && short && !announced).then_some((range.clone(), Strength::Strong))
        }
        "動作確認" | "表示確認" | "動作検証" => {
            let account = short
                && !announced
                && has(
                    near,
                    &[
                        "アカウント",
                        "投稿",
                        "配信",
                        "アプリ",
                        "予約",
                        "これは",
                        "こちらは",
                    ],
                );
            if account {
                return found(Strength::Strong);
            }
            let posting = starts(
                next,
                &[
                    "用の投稿",
                    "のための投稿",
                    "の投稿",
                    "用投稿",
                    "のため投稿",
                    "のための配信",
                    "中です。",
                ],
            );
            (posting && !announced).then_some((range.clone(), Strength::Strong))
        }
        "投稿できるか" | "表示されるか" | "反映されるか" | "送信できるか" | "配信できるか" =>
        {
            let tried = has(next, &["試", "確認", "テスト", "チェック"]);
            (tried && short && !announced).then_some((range.clone(), Strength::Strong))
        }
        _ if announced => None,
        _ => found(if short {
            Strength::Strong
        } else {
            Strength::Weak
        }),
    }
}

/// Whether a short text speaks of no other kind of test, and of no event.
fn is_nothing_else(text: &str) -> bool {
    const OTHERS: &[&str] = &[
        "募集",
        "開催",
        "結果",
        "対策",
        "勉強",
        "期間",
        "受け",
        "受験",
        "会場",
        "講座",
        "問題",
        "予約",
        "こちら",
        "頑張",
        "学力",
        "体力",
        "漢字",
        "期末",
        "中間",
        "実力",
        "共通",
        "pcr",
        "抗原",
        "検査",
        "キット",
        "ペーパー",
        "適性",
        "能力",
        "心理",
        "パッチ",
        "ストレス",
        "ロード",
        "認知",
        "簡易",
        "性格",
        "コース",
        "ピアノ",
        "学習",
        "測定",
        "点数",
        "週間",
        "マーケ",
        "廃止",
        "接続",
        "class",
        "english",
        "drive",
        "ドライブ",
        "運転",
        "実証",
        "チェック",
        "図書館",
        "前の",
        "後の",
        "class",
        "prep",
        "やって",
    ];
    text.chars().count() <= 22 && !has(text, OTHERS)
}

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    Hit {
        concern: Concern::TestPost,
        span: Some(text.utf16(range)),
        strength,
        message: Message::new(
            "テスト投稿のように見えます。このまま公開してよいか確かめてください。",
            "This looks like a test post. Make sure that it is meant to be published.",
        ),
        fixes: Vec::new(),
    }
}
