//! Markings whose words are common otherwise.

use kakunin_words::Word;

use super::about::SPOKEN;
use crate::detect::around::{
    ends, has, line_before, quoted, sentence_after, sentence_before, starts,
};
use crate::{Strength, Text};

/// 秘, 極秘, マル秘, 非公開: words that are common otherwise.
pub fn judge(text: &Text, word: &Word) -> Option<Strength> {
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
