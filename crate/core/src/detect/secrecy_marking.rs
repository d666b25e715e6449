//! Markings by which a text says that it is not for the public: 部外秘, 取扱注意,
//! 機密性2, 庁内限り.

use std::ops::Range;

use kakunin_words::{Word, sort_by_key};

use super::around::{
    after, before, ends, has, line_after, line_before, quoted, sentence_after, sentence_before,
    starts,
};
use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

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
    for word in tagged(words, "mark") {
        found.extend(mark(text, word).map(|strength| (word.range.clone(), strength)));
    }
    for word in tagged(words, "maru") {
        found.extend(maru(text, word).map(|strength| (word.range.clone(), strength)));
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

/// Words by which a sentence speaks of a marking and bears none.
const SPOKEN: &[&str] = &[
    "とは",
    "講座",
    "学ぶ",
    "学び",
    "講演",
    "セミナー",
    "研修",
    "展",
    "だった",
    "であった",
    "とされた",
    "とされて",
    "されていた",
    "を公開します",
    "を公開しました",
    "を公表",
    "が公開",
    "を特別公開",
    "初公開",
    "大公開",
    "読み解",
    "テクニック",
    "スポット",
    "レシピ",
    "グルメ",
    "上映",
    "上演",
    "映画",
    "小説",
    "ドラマ",
    "ゲーム",
    "漏えい",
    "漏洩",
    "流出",
    "紛失",
    "守る",
    "取り扱う",
    "取扱う際",
    "詐欺",
    "チェーンメール",
    "デマ",
    "条例",
    "ポリシー",
    "ガイドライン",
    "規程",
    "規則",
    "保護法",
    "以上の情報",
    "体験",
    "ミステリー",
    "謎",
    "ツアー",
    "味",
    "開示請求",
    "請求",
    "解除",
    "ではなく",
    "ではありません",
    "しましょう",
    "ましょう",
    "作戦",
    "公文書館",
    "歴史",
];

/// Goods that are to be handled with care.
const GOODS: &[&str] = &[
    "灯油",
    "花火",
    "食品",
    "電池",
    "ガス",
    "火気",
    "刃物",
    "シール",
    "ラベル",
    "荷物",
    "薬",
    "洗剤",
    "ストーブ",
    "われもの",
    "割れ物",
    "危険物",
    "農薬",
    "スプレー",
    "カセット",
    "ライター",
    "バッテリー",
    "ごみ",
    "ゴミ",
    "生もの",
    "壊れやす",
    "こわれもの",
    "ガラス",
    "機械",
    "器具",
    "暖房",
    "燃料",
    "ガソリン",
    "消毒",
    "漂白",
    "植物",
    "かぶれ",
    "ヒアリ",
    "ハチ",
    "クラゲ",
    "虫",
    "見分け",
    "毒",
];

fn mark(text: &Text, word: &Word) -> Option<Strength> {
    let folded = text.lower();
    let range = &word.range;
    let behind = sentence_before(folded, range.start);
    let next = sentence_after(folded, range.end);
    if !word.word.is_ascii() && (has(behind, SPOKEN) || has(next, SPOKEN)) {
        return None;
    }
    let headed = is_headed(folded, range);
    let strong = if quoted(folded, range) && !headed {
        Strength::Weak
    } else {
        Strength::Strong
    };
    let if_headed = |otherwise| Some(if headed { strong } else { otherwise });
    match word.word {
        "取扱注意" | "取り扱い注意" | "取扱い注意" => {
            let papers = &["情報", "資料", "名簿"];
            let line = line_after(folded, range.end);
            if has(line_before(folded, range.start), GOODS)
                || has(line, GOODS)
                || next.starts_with('で') && !has(next, papers) && !has(behind, papers) && !headed
            {
                return None;
            }
            if line.starts_with('!') && !has(line, PAPERS) {
                return Some(Strength::Weak);
            }
            if_headed(if has(next, &["情報", "資料", "名簿", "部外"]) {
                strong
            } else {
                Strength::Weak
            })
        }
        "機密情報" | "機密文書" | "機密資料" | "重要機密" => {
            let about = starts(
                next,
                &[
                    "です",
                    "のため",
                    "につき",
                    "】",
                    "]",
                    ":",
                    "が含まれ",
                    "を含",
                ],
            ) || headed;
            about.then_some(strong)
        }
        "機密2" | "機密3" => starts(next, &["情報", "】", ")", " "]).then_some(strong),
        "内部資料" | "内部文書" | "内部情報" | "庁内資料" | "庁内情報" => {
            if headed || starts(next, &["です", "より", "につき", "のため", "なので"])
            {
                Some(strong)
            } else {
                None
            }
        }
        "職員のみ" | "職員以外" | "職員限定" | "庁内限定" | "内部限定" => {
            let closed = has(
                next,
                &[
                    "閲覧",
                    "共有",
                    "限り",
                    "公開",
                    "情報",
                    "見ないで",
                    "資料",
                    "配布しない",
                    "見せない",
                    "知らせない",
                ],
            ) || headed && word.word != "職員のみ";
            closed.then_some(strong)
        }
        "時解禁" | "解禁前" | "解禁厳守" | "情報解禁は" | "情報解禁前" | "解禁日時"
        | "報道解禁" => {
            let game = has(line_before(folded, range.start), HUNTED) || has(next, HUNTED);
            if word.word == "解禁前"
                && !starts(next, &["につき", "です", "の情報", "なので", ":", "】"])
                && !has(behind, &["情報", "報道"])
            {
                return None;
            }
            let timed = word.word != "時解禁" || behind.ends_with(|c: char| c.is_ascii_digit());
            (!game && timed).then_some(strong)
        }
        "外部へ" | "外部に" | "庁外へ" | "庁外に" | "部外者へ" | "部外者に" | "第三者へ"
        | "第三者に" => kept_inside(behind, next, headed),
        "級以上" | "課長以上" | "係長以上" | "部長以上" | "管理職以上" => {
            starts(
                next,
                &[
                    "限り",
                    "のみ",
                    "限定",
                    "で共有",
                    "まで",
                    "回覧",
                    "閲覧",
                    "配布",
                ],
            )
            .then_some(strong)
        }
        "破棄して" | "廃棄して" => has(
            behind,
            &["読", "閲覧", "確認", "会議後", "終わったら", "使用後"],
        )
        .then(|| has(behind, PAPERS) || has(behind, &["読"]))?
        .then_some(Strength::Weak),
        "転送しない" | "転送は" | "転送を" => {
            let forbidden = starts(next, &["で", "こと", "よう"])
                || has(
                    after(next, 0, 10),
                    &["禁", "しない", "控え", "遠慮", "不可"],
                );
            let served = has(behind, &["郵便", "電話"]) || has(text.lower(), &["チェーンメール"]);
            (forbidden && !served).then_some(strong)
        }
        "見せないで" | "見せないよう" | "見せないこと" | "持ち帰り厳禁" | "持ち帰り禁止" =>
        {
            let own = has(behind, &["この", "本資料", "本メール", "会議"]);
            (own && has(behind, PAPERS)).then_some(strong)
        }
        "持ち出さない" => {
            (headed || has(behind, PAPERS) && !has(behind, &["図書"])).then_some(strong)
        }
        "報道に" | "マスコミに" | "記者に" => {
            kept_inside(behind, next, headed || has(behind, &["まだ"]))
        }
        "情報解禁" | "プレス解禁" | "公表解禁" | "発表解禁" => {
            let dated = next
                .trim_start_matches([':', 'は', ' ', '日', '時', '→'])
                .starts_with(|c: char| c.is_ascii_digit());
            (dated && !has(behind, HUNTED)).then_some(strong)
        }
        "取り扱いにご注意"
        | "取扱いにご注意"
        | "取扱いに注意"
        | "取り扱いに注意"
        | "取扱いには注意"
        | "厳重管理" => {
            let paper = has(behind, PAPERS) && !has(behind, GOODS);
            paper.then_some(Strength::Weak)
        }
        "所属長のみ" => has(next, &["閲覧", "共有", "配布", "開封"]).then_some(strong),
        "想定問答" | "答弁案" | "答弁資料" | "レク資料" | "内部メモ" | "内部用" | "庁内向け" => {
            headed.then_some(strong)
        }
        "要回収" | "会議後回収" => (word.word == "会議後回収" || headed).then_some(strong),
        "配布禁止" | "公開禁止" | "複写禁止" | "コピー禁止" | "複写厳禁" | "コピー厳禁"
        | "持出禁止" | "持ち出し禁止" | "持ち出し厳禁" | "持出厳禁" => {
            // Library books and the like have such rules too.
            let asked = has(
                behind,
                &[
                    "図書",
                    "本の",
                    "ごみ",
                    "ゴミ",
                    "館内",
                    "資料室",
                    "器材",
                    "遊具",
                    "食べ物",
                    "石",
                    "化石",
                ],
            );
            (!asked).then_some(if headed { strong } else { Strength::Weak })
        }
        "内密に" => Some(Strength::Weak),
        "課内" | "部内" | "局内" | "所内" | "係内" => starts(
            next,
            &["共有のみ", "のみ", "限り", "限定", "共有", "秘", "回覧"],
        )
        .then_some(strong),
        "管理職のみ" | "出席者限定" | "関係者限定" | "関係者のみ" | "担当者のみ" | "担当者限定"
        | "委員限定" | "幹部のみ" | "幹部限定" | "庁内のみ" => {
            let open = has(
                next,
                &[
                    "参加",
                    "入場",
                    "駐車",
                    "立ち入り",
                    "立入",
                    "通行",
                    "入れます",
                    "優待",
                    "観覧",
                ],
            );
            let told = has(
                next,
                &[
                    "閲覧", "資料", "共有", "情報", "配布", "公開", "取扱", "見", "知",
                ],
            );
            ((told || headed && closed(folded, range)) && !open).then_some(strong)
        }
        "公開しないこと" | "公開しないで" | "公表しないこと" => {
            let taught = has(
                behind,
                &["写真", "住所", "自宅", "個人", "位置", "パスワード", "sns"],
            );
            (!taught).then_some(strong)
        }
        "掲載不可" | "掲載禁止" | "開示不可" | "回覧禁止" | "回覧不可" | "開示禁止" => {
            Some(if headed { strong } else { Strength::Weak })
        }
        "非公表です" => None,
        "未定稿" | "オフレコ" | "エンバーゴ" => {
            // 未定稿の歌碑
            let thing = next.strip_prefix('の').is_some_and(|thing| {
                !starts(thing, PAPERS) && !has(after(thing, 0, 12), &["案", "計画"])
            });
            if thing {
                None
            } else {
                if_headed(Strength::Weak)
            }
        }
        "漏らさないで" | "外に漏ら" | "外部に漏ら" | "他に漏ら" | "他言しない" | "口外しない" => {
            starts(
                next,
                &["で", "ください", "ない", "さない", "よう", "こと", "。", ""],
            )
            .then_some(strong)
        }
        _ if word.word.is_ascii() => english(folded, word),
        _ => Some(strong),
    }
}

/// What a marking is about.
const PAPERS: &[&str] = &[
    "資料",
    "メール",
    "情報",
    "データ",
    "名簿",
    "本件",
    "文書",
    "ファイル",
    "通知",
    "本書",
    "内容",
    "リスト",
    "台帳",
    "メモ",
    "議事",
    "図面",
];

/// 本資料の外部への提供を禁じます, not a promise to customers or advice to them.
fn kept_inside(behind: &str, next: &str, headed: bool) -> Option<Strength> {
    const PASSED_ON: &[&str] = &[
        "提供",
        "公開",
        "持ち出",
        "持出",
        "転送",
        "開示",
        "配布",
        "共有",
        "見せ",
        "渡",
        "話",
        "口外",
        "漏",
        "出さ",
        "伝え",
        "送ら",
        "送信",
    ];
    const FORBIDDEN: &[&str] = &[
        "禁",
        "不可",
        "ないで",
        "ないこと",
        "控え",
        "遠慮",
        "できません",
        "なりません",
        "ないよう",
        "ng",
    ];
    let near = after(next, 0, 24);
    let forbidden = has(near, PASSED_ON) && has(near, FORBIDDEN);
    let advice = has(
        behind,
        &[
            "個人情報",
            "パスワード",
            "番号",
            "写真",
            "カード",
            "応募",
            "あなた",
        ],
    );
    if !forbidden || advice || !(headed || has(behind, PAPERS)) {
        return None;
    }
    let own = headed
        || has(
            behind,
            &[
                "本資料",
                "この",
                "本メール",
                "本件",
                "本書",
                "本通知",
                "当該",
            ],
        );
    Some(if own {
        Strength::Strong
    } else {
        Strength::Weak
    })
}

/// Whether a bracket holds nothing but the words: 【庁内のみ】.
fn closed(text: &str, range: &Range<usize>) -> bool {
    text[range.end..].starts_with(['】', ']', ')', '>', '〕', '》'])
        && text[..range.start].ends_with(['【', '[', '(', '<', '〔', '《'])
}

/// What hunters, anglers and drinkers wait for.
const HUNTED: &[&str] = &[
    "釣",
    "鮎",
    "アユ",
    "漁",
    "猟",
    "ヌーボー",
    "ヌーヴォー",
    "ボジョレー",
    "ボージョレ",
    "ワイン",
    "狩",
    "登山",
    "渓流",
    "ます",
    "カニ",
    "蟹",
    "かに",
    "イカ",
];

fn english(text: &str, word: &Word) -> Option<Strength> {
    let range = &word.range;
    let near = before(text, range.start, 12);
    let next = after(text, range.end, 24);
    let whole = !near.ends_with(|c: char| c.is_ascii_alphanumeric())
        && !next.starts_with(|c: char| c.is_ascii_alphanumeric());
    if !whole {
        return None;
    }
    match word.word {
        "confidential" => {
            let service = has(
                next,
                &[
                    "consult", "counsel", "service", "support", "advice", "help", "basis", "free",
                ],
            ) || has(
                near,
                &["free", "and ", "kept ", "be ", "is ", "are ", "remain"],
            );
            let headed = line_before(text, range.start)
                .trim_matches(['[', '【', '*', ' ', '(', '-'])
                .is_empty()
                || near.trim_end().ends_with("strictly");
            (headed && !service).then_some(Strength::Strong)
        }
        "embargo" => (next.trim_start().starts_with([':', 'd'])
            || line_before(text, range.start)
                .trim_matches(['[', '【', ' '])
                .is_empty())
        .then_some(Strength::Weak),
        "internal only" | "eyes only" | "top secret" => Some(if is_headed(text, range) {
            Strength::Strong
        } else {
            Strength::Weak
        }),
        _ => Some(Strength::Strong),
    }
}

/// Whether a marking stands as one: in a bracket, at the line's start, or with
/// nothing but a sign behind it.
fn is_headed(text: &str, range: &Range<usize>) -> bool {
    let line = line_before(text, range.start);
    let opens = line
        .trim_matches([
            ' ', '※', '*', '■', '◆', '●', '○', '★', '!', '・', '#', '⚠', '🔒', '>', '"',
        ])
        .is_empty();
    let bracketed = line.ends_with(['【', '[', '(', '<', '〈', '《', '≪', '〔', '「']);
    let next = &text[range.end..];
    let closes = next.starts_with([
        '】', ']', ')', '>', '〉', '》', '≫', '〕', '」', ':', ' ', '\n', '。', '!', '、', '-',
        '/', '・',
    ]) || next.is_empty();
    (opens || bracketed)
        && (closes
            || starts(
                next,
                &[
                    "情報",
                    "資料",
                    "扱い",
                    "文書",
                    "です",
                    "につき",
                    "の",
                    "案",
                    "指定",
                ],
            ))
}

/// 秘, 極秘, マル秘, 非公開: words that are common otherwise.
fn maru(text: &Text, word: &Word) -> Option<Strength> {
    let folded = text.lower();
    let range = &word.range;
    let behind = sentence_before(folded, range.start);
    let next = sentence_after(folded, range.end);
    const FUN: &[&str] = &[
        "テク",
        "工作",
        "スポット",
        "レシピ",
        "グルメ",
        "ワザ",
        "技",
        "穴場",
        "メニュー",
        "映像",
        "エピソード",
        "ゲスト",
        "アイテム",
        "話",
        "ネタ",
        "プロジェクト",
        "ミッション",
        "作戦",
        "写真",
        "ルート",
        "裏",
        "お宝",
        "コーナー",
        "情報満載",
        "特典",
    ];
    if has(behind, SPOKEN)
        || has(next, SPOKEN)
        || starts(next, FUN)
        || has(next, &["スポット", "テクニック", "大公開", "穴場"])
    {
        return None;
    }
    let bracketed = folded[..range.start].ends_with(['【', '[', '(', '<', '〔', '《'])
        && next.starts_with(['】', ']', ')', '>', '〕', '》']);
    let line = line_before(folded, range.start)
        .trim_matches([' ', '【', '[', '(', '<', '※', '■', '●', '◆', '〔', '《']);
    let opens = line.is_empty();
    let closes = next.is_empty()
        || next.starts_with([' ', ':', '】', ']', ')', '>', '〕', '》', '、', '/', '・']);
    let paper = starts(
        next.trim_start_matches(['の', ' ', ':']),
        &[
            "資料",
            "議事",
            "会議録",
            "文書",
            "企画書",
            "情報",
            "会議",
            "メモ",
            "案",
            "計画",
            "名簿",
            "書類",
            "扱い",
            "リスト",
            "事項",
            "稟議",
            "通知",
            "データ",
            "統合",
        ],
    );
    match word.word {
        "秘" => {
            let original = text.original(text.utf16(range.clone()));
            if original.starts_with('㊙') {
                return Some(if opens || bracketed || paper {
                    Strength::Strong
                } else {
                    Strength::Weak
                });
            }
            // 人事課秘:
            let office = behind.ends_with(['課', '部', '局', '係', '署', '室', '庁'])
                && next.starts_with([':', '】', ' ']);
            (bracketed || office || opens && next.starts_with([' ', ':']))
                .then_some(Strength::Strong)
        }
        "機密" => bracketed.then_some(Strength::Strong),
        "非公開" => {
            let meeting = has(behind, &["会", "審議", "議事", "傍聴", "開催"])
                || has(next, &["開催", "傍聴", "審議"]);
            let own = behind.ends_with('は')
                && has(
                    behind,
                    &["本議事", "本資料", "この資料", "本件", "本会議", "本データ"],
                )
                && starts(next, &["です", "とし", "扱い", ""]);
            if own
                || opens && (bracketed || next.starts_with(':') || next.starts_with(' ') && paper)
            {
                Some(Strength::Strong)
            } else if bracketed && !meeting {
                Some(Strength::Weak)
            } else {
                None
            }
        }
        _ => {
            let called = starts(
                next.trim_start_matches(['」', '』']),
                &["扱い", "の資料", "の情報", "指定"],
            );
            if quoted(folded, range) && (!opens || called) {
                return called.then_some(Strength::Weak);
            }
            if bracketed || paper || opens && closes {
                Some(Strength::Strong)
            } else if ends(behind, &["は", "、"]) && starts(next, &["です", "で、"]) {
                Some(Strength::Weak)
            } else {
                None
            }
        }
    }
}

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
