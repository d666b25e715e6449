//! Markings proper: 部外秘, 取扱注意, 庁内限り.

use std::ops::Range;

use kakunin_words::Word;

use super::about::{GOODS, PAPERS, SPOKEN, is_headed};
use crate::detect::around::{
    after, before, has, line_after, line_before, quoted, sentence_after, sentence_before, starts,
};
use crate::{Strength, Text};

/// How a marking of the list is meant, where it is one.
pub fn judge(text: &Text, word: &Word) -> Option<Strength> {
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
        "外に出さない" | "外部に出さない" => {
            let paper = headed || has(behind, PAPERS) || has(behind, &["話", "件", "写真", "数字"]);
            (paper && !has(behind, GOODS)).then_some(strong)
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
