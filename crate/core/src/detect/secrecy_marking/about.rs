//! What markings are about, and where a marking stands as one.

use std::ops::Range;

use crate::detect::around::{line_before, starts};

/// Words by which a sentence speaks of a marking and bears none.
pub const SPOKEN: &[&str] = &[
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
pub const GOODS: &[&str] = &[
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
    "油は",
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

/// What a marking is about.
pub const PAPERS: &[&str] = &[
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

/// Whether a marking stands as one: in a bracket, at the line's start, or with
/// nothing but a sign behind it.
pub fn is_headed(text: &str, range: &Range<usize>) -> bool {
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
