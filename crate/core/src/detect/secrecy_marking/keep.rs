//! Sentences that ask to keep a thing inside, as people write them: who alone
//! may see it, what is to be done with it afterwards.

use kakunin_words::Word;

use super::about::{GOODS, PAPERS, SPOKEN, is_headed};
use crate::detect::around::{has, quoted, sentence_after, sentence_before, starts};
use crate::{Strength, Text};

/// What is kept inside, besides papers.
const THINGS: &[&str] = &[
    "件",
    "話",
    "写真",
    "数字",
    "画面",
    "表",
    "スライド",
    "図",
    "計画書",
    "帳簿",
    "案",
];

/// Who works inside.
const INSIDERS: &[&str] = &[
    "職員",
    "関係者",
    "部署",
    "庁内",
    "課",
    "部内",
    "内部",
    "身内",
    "役員",
    "管理職",
    "署員",
    "委員",
    "幹部",
    "チーム",
    "所属",
];

/// How a phrase of the list is meant, where it asks to keep a thing inside.
pub fn judge(text: &Text, word: &Word) -> Option<Strength> {
    let folded = text.lower();
    let range = &word.range;
    let behind = sentence_before(folded, range.start);
    let next = sentence_after(folded, range.end);
    if has(behind, SPOKEN) || has(next, SPOKEN) || quoted(folded, range) {
        return None;
    }
    let headed = is_headed(folded, range);
    let thing = has(behind, PAPERS) || has(behind, THINGS) || has(next, PAPERS);
    let goods = has(behind, GOODS) || has(next, GOODS);
    match word.word {
        // この資料は会議のあとで回収します
        "回収し" | "回収いた" | "回収する" | "回収が" | "破棄し" | "破棄す" | "破棄を" | "裁断"
        | "シュレッダー" | "焼却" | "削除をお願い" => {
            let used = has(
                behind,
                &[
                    "会議",
                    "終了",
                    "閲覧",
                    "回覧",
                    "用済",
                    "読後",
                    "見終",
                    "使用後",
                    "説明後",
                    "開封後",
                ],
            );
            (used && !goods && !has(behind, &["アンケート", "新聞", "投票"]))
                .then_some(Strength::Weak)
        }
        "だけの話" | "この場限り" | "だけにとど" | "内にとど" | "だけで共有" | "だけに知らせ"
        | "だけに周知" | "のみに周知" => {
            let inside = word.word == "この場限り" || has(behind, INSIDERS);
            inside.then_some(Strength::Weak)
        }
        "外には出" | "外には絶対" | "外に出せ" | "外に出して" | "外に出さな" | "表に出さ"
        | "流さな" | "流さず" => {
            let forbidden = word.word.ends_with(['な', 'ず', '対'])
                || has(next, &["ない", "せん", "いけ", "禁"]);
            let press = has(
                behind,
                &["マスコミ", "報道", "記者", "ネット", "sns", "外部"],
            );
            ((thing || press || headed) && forbidden && !goods).then_some(Strength::Strong)
        }
        "伏せてお" => {
            (!has(behind, &["体", "身", "カード", "札", "皿", "頭"])).then_some(Strength::Weak)
        }
        // 関係課長限り
        "長限り" | "員限り" | "者限り" | "役限り" => {
            let customers = behind.ends_with(['会', '定']) || behind.ends_with("組合");
            let offered = has(
                next,
                &["特典", "割引", "先着", "参加", "申込", "応募", "入場"],
            );
            (!customers && !offered).then_some(Strength::Strong)
        }
        "持ち出し不可"
        | "持出不可"
        | "持ち出し厳禁の"
        | "複製を禁"
        | "複製禁止"
        | "再配布を禁"
        | "再配布禁止"
        | "閲覧を禁"
        | "閲覧は管理職"
        | "転送を固く"
        | "転送も不可"
        | "スクリーンショットは禁止"
        | "撮影もしない"
        | "限定配布"
        | "メモは取らない" => {
            let lent = has(behind, &["図書", "本の", "館内", "器材", "写真の"]);
            if lent || goods {
                None
            } else if headed || thing {
                Some(Strength::Strong)
            } else {
                Some(Strength::Weak)
            }
        }
        // 公開範囲:庁内のみ
        "秘密区分" | "取扱区分" | "公開範囲" | "共有範囲" | "配布先" | "閲覧範囲" =>
        {
            let told = next.starts_with([':', ' ', '】', '1', '2', '3', '4']);
            let inside = has(next, INSIDERS)
                || has(next, &["秘", "限", "長", "内"])
                || word.word.ends_with("区分") && next.starts_with(|c: char| c.is_ascii_digit());
            (told && inside).then_some(Strength::Strong)
        }
        "内部向け" | "内部で使" => {
            (thing || has(next, &["メモ", "資料", "数字", "説明"])).then_some(Strength::Strong)
        }
        "庁外持ち出し" | "持ち出しを禁" | "閲覧厳禁" | "複写不可" => {
            let lent = has(behind, &["図書", "館内", "器材"]);
            (!lent && (thing || headed || word.word != "複写不可")).then_some(Strength::Strong)
        }
        "外では話さ" | "外で話さ" | "話題にしない" => {
            let inside = has(behind, &["職場", "部屋", "庁舎", "会議", "この"]);
            (inside && has(next, &["ない", "で", "こと"])).then_some(Strength::Weak)
        }
        "表沙汰" => {
            starts(next, &["にしない", "にしたくない", "にならない"]).then_some(Strength::Weak)
        }
        "以外への共有" | "以外との共有" => {
            has(next, &["控え", "遠慮", "禁", "しない", "不可"]).then_some(Strength::Strong)
        }
        "ほかの方には見せ" | "他の方には見せ" => {
            starts(next, &["ない", "ず"]).then_some(Strength::Weak)
        }
        "写しは取" | "写しを取" => {
            has(next, &["ない", "禁", "不可"]).then_some(Strength::Weak)
        }
        // 閲覧制限:人事課のみ
        "閲覧制限" | "アクセス権限" => {
            (next.starts_with([':', 'あ', ' ']) && has(next, INSIDERS)).then_some(Strength::Strong)
        }
        "公表しない前提" | "公表しない約束" => Some(Strength::Weak),
        "staff only" | "for staff" | "not for circulation" => {
            let told = headed || has(next, &["eyes only", "do not", "please"]);
            told.then_some(Strength::Weak)
        }
        "課外秘" | "室外秘" | "署外秘" | "局外秘" => Some(Strength::Strong),
        "限定公開" => has(next, INSIDERS).then_some(Strength::Strong),
        "見ないでください" | "見せないでください" => {
            let others = has(
                behind,
                &["以外は", "議員の", "取引先", "外部の", "市民に", "部外者"],
            );
            others.then_some(Strength::Weak)
        }
        "公開しません" => (headed
            || has(behind, &["会議メモ", "本資料", "この資料"]) && starts(next, &["", "。", ")"]))
        .then_some(Strength::Weak),
        "言ってはいけない" => {
            starts(next, &["のですが", "んですが", "けど", "話"]).then_some(Strength::Weak)
        }
        "口止め" => starts(next, &["され"]).then_some(Strength::Weak),
        _ => None,
    }
}
