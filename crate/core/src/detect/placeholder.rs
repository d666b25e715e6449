//! What a template left to be filled in: ○○市, ●月●日, 【要確認】, {{name}}.

use std::ops::Range;

use kakunin_words::sort_by_key;

use super::phrases::tagged;
use super::{Context, Detector, Hit};
use crate::{Concern, Message, Strength, Text};

mod blank;
mod form;
mod note;

pub const DETECTOR: Detector = Detector {
    concern: Concern::Placeholder,
    finds: || {
        Message::new(
            "○○市、●月●日、XX、【要確認】、（仮）、TBD など、ひな形や下書きに残った仮の文字や作業メモ。箇条書きの記号や、伏せ字として正しい使い方は含みません。",
            "Blanks and notes left over from a template or draft: ○○市, ●月●日, XX, 【要確認】, （仮）, TBD. Bullets, and blanks that are meant as such, don't count.",
        )
    },
    why: || {
        Message::new(
            "ひな形の記号や作業メモが残ったまま投稿すると、情報が伝わらず、確認していないことも知れてしまいます。",
            "A post with a template's blanks or a writer's notes tells readers nothing, and shows that nobody looked.",
        )
    },
    examples: &[
        "○○市では、●月●日に訓練を実施します。",
        "日時:XX月XX日 場所:××公民館",
        "締切は12月〇日です。",
        "【要確認】開始は10時でよいか",
        "(仮)11月28日に説明会を開きます。",
        "会場:TBD",
        "ここに本文を入力してください",
        "Lorem ipsum dolor sit amet",
        "{{氏名}} 様",
        "[日付]に[場所]で開催します。",
        "電話:000-000-0000",
        "あああああ",
        "定員:＊＊名",
        "担当：（氏名） 電話：（番号）",
        "【ここに画像】",
    ],
    near_misses: &[
        "〇日時 11月28日\n〇場所 市民会館",
        "○受付時間 9:00〜17:00",
        "○×クイズ大会",
        "〇歳からの読み聞かせ",
        "「〇〇のまち」として知られています。",
        "「市役所の○○です」と名乗る電話は詐欺です。",
        "市役所への郵便物は「〒243-8511○○課」で届きます。",
        "(仮称)中央公園整備事業の説明会",
        "20XX年の未来を考える",
        "■■■ 重要なお知らせ ■■■",
        "創立一〇〇年、五〇〇名が参加",
        "◎…空きあり ○…残りわずか ×…満席",
        "ダミー人形を使った救助訓練",
        "ToDoリストの作り方",
        "〇〇さん、いつもありがとう！家族への手紙コンクール",
    ],
    detect,
};

/// Places and how sure they are.
type Found = Vec<(Range<usize>, Strength)>;

fn detect(context: &Context<'_>, hits: &mut Vec<Hit>) {
    let text = context.text;
    let mut found = Found::new();
    blank::find(text.folded(), &mut found);
    form::find(text.folded(), &mut found);
    let mut noted = Vec::new();
    for word in tagged(context.phrases(), "filler") {
        // 本文が入ります。本文が入ります。 is one finding.
        if !noted.contains(&word.word)
            && let Some(strength) = note::judge(text.folded(), word)
        {
            noted.push(word.word);
            found.push((word.range.clone(), strength));
        }
    }
    sort_by_key(&mut found, |(range, strength)| {
        (range.start, usize::from(*strength == Strength::Weak))
    });
    let mut end = 0;
    for (range, strength) in found {
        if range.start >= end {
            end = range.end;
            hits.push(hit(text, range, strength));
        }
    }
}

fn hit(text: &Text, range: Range<usize>, strength: Strength) -> Hit {
    let span = text.utf16(range);
    let written = text.original(span.clone()).replace('\n', " ");
    Hit {
        concern: Concern::Placeholder,
        span: Some(span),
        strength,
        message: Message::new(
            format!(
                "「{written}」は、仮の文字や作業メモのように見えます。正しい内容に置き換えてください。"
            ),
            format!(
                "\"{written}\" looks like a blank or a note that was left over. Write what belongs there."
            ),
        ),
        fixes: Vec::new(),
    }
}
