//! The index of the pages: each concern and what each guideline does about it.

use kakunin_core::{Concern, Guideline, detect::DETECTORS};

use super::name_of;

const HEAD: &str = "\
<!-- Written by `cargo xtask docs`. -->

# 確認する項目

Kakunin が投稿について確かめる項目です。各ページに、見つけるもの、理由、五つのガイドラインの条文と扱い、例があります。例はテストとして実行され、断りがなければ2026年11月24日（火）午前10時の投稿として確かめます。例のあとの `account: city` などは、文面のほかに分かっていることです。

表の「禁止」は直るまで、「要確認」は確認するまで送信を止め、「注意」は止めません。＊は規定に明文がなく、Kakunin の既定であるもの、–は扱いのないものです。二つ以上の条文が扱うときは、最も厳しいものを載せています。確実でない指摘は、どの扱いでも「注意」にとどまります。

画像の中身についての項目と、期限で知らせる項目（パスワードの変更時期など）は、まだページがありません。
";

const TAIL: &str = "\
---

# Concerns

What Kakunin checks in a post. Each page says what is found, why, what the five guidelines do about it with their clauses word for word, and gives examples. The examples run as tests, as posts of Tuesday, 24 November 2026, 10:00, unless they say otherwise; what follows an example, such as `account: city`, is what is known besides the text.

In the table 禁止 (not allowed) holds a post until it is mended, 要確認 (confirm) until the operator has confirmed it, and 注意 (note) does not hold it. ＊ marks what no clause says and is Kakunin's default, – what nothing is done about. Where several clauses speak, the strictest is shown. A finding that is not sure is a note whatever the table says.

Concerns of what pictures show, and those that come up when due (password age and the like), have no pages yet.
";

/// The page.
pub fn write(guidelines: &[Guideline]) -> String {
    let municipalities: Vec<&str> = guidelines
        .iter()
        .map(|guideline| guideline.municipality.as_str())
        .collect();
    let mut page = format!(
        "{HEAD}\n| 項目 / Concern | id | {} |\n|---|---|{}\n",
        municipalities.join(" | "),
        "---|".repeat(guidelines.len())
    );
    for detector in DETECTORS {
        let concern = detector.concern;
        let actions: Vec<String> = guidelines
            .iter()
            .map(|guideline| action(concern, guideline))
            .collect();
        page += &format!(
            "| [{} / {}]({id}.md) | `{id}` | {} |\n",
            concern.ja(),
            concern.en(),
            actions.join(" | "),
            id = concern.id(),
        );
    }
    page + "\n" + TAIL
}

fn action(concern: Concern, guideline: &Guideline) -> String {
    let strictest = guideline
        .clauses
        .iter()
        .flat_map(|clause| &clause.enforce)
        .filter(|enforce| enforce.concern == concern)
        .map(|enforce| enforce.action)
        .max();
    let default = guideline.defaults.iter().find(|it| it.concern == concern);
    match (strictest, default) {
        (Some(action), _) => name_of(action).0.to_owned(),
        (None, Some(default)) => format!("{}＊", name_of(default.action).0),
        (None, None) => "–".to_owned(),
    }
}
