//! What a writer noted for himself or a colleague: 要確認, 後で記入, 原稿案.

use kakunin_words::Word;

use crate::Strength;
use crate::detect::around::{after, has, line_after, line_before, quoted, starts};

/// How sure it is that a phrase was left over.
pub fn judge(text: &str, word: &Word) -> Option<Strength> {
    let range = &word.range;
    let next = &text[range.end..];
    let near = after(text, range.end, 16);
    let line = (line_before(text, range.start), line_after(text, range.end));
    let behind = line.0.chars().next_back();
    let strong = Some(Strength::Strong);
    if word.word.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        let whole = !behind.is_some_and(|c| c.is_ascii_alphanumeric())
            && !next.starts_with(|c: char| c.is_ascii_alphanumeric());
        if !whole {
            return None;
        }
    }
    match word.word {
        "todo" => {
            let upper = text[range.clone()].starts_with("TODO");
            let rest = next.trim_start();
            let list = rest.starts_with(['リ', '・', 'す'])
                || rest.starts_with("list")
                || rest.starts_with("LIST");
            let opened = next.is_empty() || next.starts_with([':', ' ', ')', ']', '】', '\n']);
            (upper && !list && opened).then_some(Strength::Strong)
        }
        "tbc" | "wip" => is_bracketed(text, word).then_some(Strength::Weak),
        "qwerty" | "foobar" | "サンプル記事" | "(url)" | "[url]" | "【url】" => {
            Some(Strength::Weak)
        }
        "【確認中】" | "【編集中】" | "【作成中】" => Some(Strength::Weak),
        "undefined" => next
            .starts_with(|c: char| !c.is_ascii())
            .then_some(Strength::Strong),
        // 新図書館(仮) is a working title.
        "(仮)" => (behind.is_none() && !starts(next, &["では", "と", "の", "が", "を"]))
            .then_some(Strength::Strong),
        "要確認" => to_check(behind, next, line.1),
        "要修正" | "未記入" | "未入力" | "要記入" | "要追記" => {
            let alone = behind.is_none_or(|c| " :(※【[\n★".contains(c));
            (alone && !starts(next, &["の", "が", "は", "で", "や", "・"]))
                .then_some(Strength::Strong)
        }
        "サンプル投稿" | "サンプル文" | "サンプル画像" | "ダミー画像" | "サンプル文章"
        | "テンプレ" | "ひな形" | "雛形" | "コピペ" => {
            if matches!(word.word, "テンプレ" | "ひな形" | "雛形" | "コピペ") {
                return (is_bracketed(text, word) && near.len() > 1).then_some(Strength::Weak);
            }
            Some(if quoted(text, range) {
                Strength::Weak
            } else {
                Strength::Strong
            })
        }
        "差し替える" | "差し替えてください" => has(
            line.0,
            &[
                "リンク",
                "画像",
                "写真",
                "URL",
                "後で",
                "あとで",
                "※",
                "仮",
                "文",
            ],
        )
        .then_some(Strength::Strong),
        "ここに" => {
            const DONE: &[&str] = &[
                "入れる",
                "入力",
                "挿入",
                "記入",
                "貼る",
                "貼付",
                "貼り付け",
                "追加",
                "書く",
                "差し込",
                "が入",
                "本文",
                "タイトル",
                "見出し",
                "テキスト",
                "リンク",
                "url",
                "URL",
                "画像を",
                "写真を",
            ];
            let said = has(
                near,
                &[
                    "します",
                    "しました",
                    "きました",
                    "きます",
                    "れます",
                    "りました",
                    "ります",
                    "しよう",
                    "きましょう",
                    "れて",
                ],
            ) && !near.contains("してください");
            let names = starts(
                next,
                &[
                    "本文",
                    "タイトル",
                    "見出し",
                    "テキスト",
                    "リンク",
                    "URL",
                    "url",
                    "画像",
                    "写真",
                    "文章",
                    "件名",
                    "説明",
                    "日付",
                    "名前",
                ],
            );
            // ここに入力◆
            let bare = ["入力", "記入", "挿入", "貼る", "貼付", "貼り付け"]
                .iter()
                .any(|word| {
                    next.strip_prefix(word).is_some_and(|rest| {
                        rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
                    })
                });
            (bare || has(near, DONE) && names && !said).then_some(Strength::Strong)
        }
        "あとで" | "後で" | "後ほど" | "のちほど" | "後から" => {
            const DO: &[&str] = &[
                "修正",
                "貼り付け",
                "貼る",
                "貼付",
                "入れる",
                "記入",
                "追記",
                "書く",
                "書き足",
                "差し替え",
                "差替",
                "直す",
                "調整",
                "埋める",
                "挿入",
                "確定",
            ];
            let do_it = DO.iter().any(|word| starts(next, &[word]));
            let said = has(
                near,
                &[
                    "ます",
                    "ました",
                    "ください",
                    "できる",
                    "られる",
                    "して",
                    "可能",
                    "していただ",
                    "いたし",
                ],
            );
            // (写真あとで)
            let late = to_insert(line.0, next).is_some();
            (do_it && !said || late).then_some(Strength::Strong)
        }
        "でよいか" | "で良いか" => {
            let rest = near.trim_start_matches(['?', '。', ')', '】', ' ']);
            let asks = rest.is_empty() || rest.starts_with(['\n', '要', '確']);
            (asks && !has(line.0, &["どう", "どこ", "何", "いつ", "いくら"]))
                .then_some(Strength::Strong)
        }
        "後日" => {
            let gap = near.trim_start_matches(['、', ' ']);
            let note = starts(
                gap,
                &[
                    "入れ",
                    "記入",
                    "差し替え",
                    "差替",
                    "貼る",
                    "貼り",
                    "追加で書",
                ],
            );
            (note && !has(near, &["ください", "記入して"])).then_some(Strength::Strong)
        }
        "入れる" | "貼る" | "差し込み" | "差込" | "差しこみ" | "差し替え" | "差替" => {
            to_insert(line.0, next)
        }
        "定型文" | "ハッシュタグ追加" => {
            let noted = line
                .0
                .trim_start()
                .starts_with(['(', '※', '【', '[', '<', '*'])
                && (next.is_empty() || next.starts_with([')', '】', ']', '>', '*', '\n']));
            noted.then_some(Strength::Weak)
        }
        "文案" => {
            let opens = line
                .0
                .trim_matches(['【', '[', '(', '※', ' ', '■'])
                .is_empty();
            let numbered = near.starts_with(|c: char| ":】])1234ABab①②".contains(c))
                || starts(near, &["その", "です"]);
            (opens && numbered).then_some(Strength::Strong)
        }
        "課長に" | "係長に" | "上司に" | "担当に確認" | "担当課に確認" => {
            let asks = word.word.ends_with("確認")
                && !has(
                    near,
                    &["したところ", "しました", "してください", "の上", "いただ"],
                )
                || starts(next, &["聞く", "確認", "見せ", "回す"])
                    && !has(
                        near,
                        &["してください", "しました", "いただ", "!", "?", "聞くわ"],
                    )
                    && !line.0.is_empty();
            asks.then_some(Strength::Strong)
        }
        "修正があれば" | "修正お願い" | "修正願い" => {
            has(text, &["案", "原稿", "文案", "校正", "下記", "以下"]).then_some(Strength::Strong)
        }
        "この文面で" | "この内容で投稿" | "これで投稿" => has(
            near,
            &[
                "よい",
                "良い",
                "いい",
                "大丈夫",
                "お願い",
                "よろし",
                "投稿",
                "?",
            ],
        )
        .then_some(Strength::Strong),
        "確認の上投稿" | "ご確認の上、投稿" => {
            has(near, &["お願い", "ください", "願い"]).then_some(Strength::Strong)
        }
        // #N/A, #ハッシュタグ
        "div/0!" | "n/a" | "name?" | "ref!" | "value!" | "ハッシュタグ" => {
            let whole = behind == Some('#') && !next.starts_with(|c: char| c.is_alphanumeric());
            whole.then_some(Strength::Strong)
        }
        "承認待ち" | "決裁待ち" | "確認待ち" => strong,
        _ => strong,
    }
}

/// 要確認 as a note, not as a call to the reader: 要確認！あなたの家のハザードマップ.
fn to_check(behind: Option<char>, next: &str, line: &str) -> Option<Strength> {
    const SIGNS: &str = "【[(<※★☆■●◆!*〔《■ ";
    let opened = behind.is_none_or(|c| SIGNS.contains(c));
    let closed = next.is_empty()
        || next.starts_with([
            '】', ']', ')', '>', '★', '☆', '■', '●', ':', '\n', ' ', '*', '〕', '》', '、', '。',
        ]);
    let call =
        line.contains(['!', '?']) || has(line, &["ください", "しょう", "です", "ます", "リスト"]);
    // 料金、これで合ってる? is asked of a colleague.
    let asked = has(
        line,
        &[
            "合って",
            "でいい",
            "でよい",
            "大丈夫?",
            "かな",
            "だっけ",
            "ok?",
            "OK?",
            "担当",
            "課に",
            "のまま",
            "去年",
            "昨年",
            "どっち",
            "どちら",
        ],
    );
    (opened && closed && (!call || asked)).then_some(Strength::Strong)
}

/// 写真を入れる, URL貼る, *写真差し込み*: what is still to be put in, at the end of a
/// note.
fn to_insert(before: &str, next: &str) -> Option<Strength> {
    const THINGS: &[&str] = &[
        "写真",
        "画像",
        "リンク",
        "URL",
        "url",
        "タグ",
        "地図",
        "動画",
        "ロゴ",
        "バナー",
        "QR",
        "QRコード",
        "文章",
        "本文",
        "日付",
        "時間",
        "金額",
        "名前",
        "表",
        "図",
        "イラスト",
    ];
    let thing = before.trim_end_matches(['を', 'は', 'の', ' ']);
    let ends =
        next.is_empty() || next.starts_with(['\n', ')', '】', ']', '>', '*', '★', '。', '」', '※']);
    (THINGS.iter().any(|word| thing.ends_with(word)) && ends).then_some(Strength::Strong)
}

fn is_bracketed(text: &str, word: &Word) -> bool {
    text[..word.range.start].ends_with(['【', '[', '(', '<'])
        && text[word.range.end..].starts_with(['】', ']', ')', '>'])
}
