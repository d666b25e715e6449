//! `kakunin check` and `kakunin guideline`, as a person or a script calls them.

use std::fs;

use serde_json::{Value, json};

mod support;

use support::kakunin;

fn lines(out: &str) -> Vec<Value> {
    out.lines()
        .map(|line| serde_json::from_str(line).expect("a JSON object a line"))
        .collect()
}

#[test]
fn a_shortened_url_is_held_with_its_clause() {
    let (code, out, _) = kakunin(
        &["check", "--guideline", "nagasaki", "--format", "json"],
        "詳しくは https://bit.ly/3xyz へ\n",
    );
    assert_eq!(code, Some(1));
    let report = &lines(&out)[0];
    assert_eq!(report["verdict"], "blocked");
    let finding = &report["findings"][0];
    assert_eq!(finding["concern"], "short-url");
    assert_eq!(finding["text"], "https://bit.ly/3xyz");
    assert_eq!(
        (&finding["start"], &finding["end"]),
        (&json!(5), &json!(24))
    );
    assert_eq!(finding["clauses"], json!(["7.3"]));
}

#[test]
fn the_text_format_quotes_the_clause_word_for_word() {
    let (code, out, _) = kakunin(
        &["check", "--guideline", "nagasaki"],
        "1行目\n詳しくは https://bit.ly/3xyz へ",
    );
    assert_eq!(code, Some(1));
    assert!(out.contains("2行6字目: https://bit.ly/3xyz"), "{out}");
    assert!(out.contains("長崎市 7(3): ＵＲＬ短縮サービスは、"), "{out}");
}

#[test]
fn a_default_is_shown_as_one_and_cites_nothing() {
    let (code, out, _) = kakunin(&["check", "--guideline", "bunkyo"], "https://bit.ly/3xyz");
    assert_eq!(code, Some(1));
    assert!(
        out.contains("本区の規定に明文なし（Kakunin の既定）"),
        "{out}"
    );
    assert!(!out.contains("根拠"), "{out}");
}

#[test]
fn an_innocent_post_goes() {
    let (code, out, _) = kakunin(
        &["check", "--guideline", "nagasaki", "--format", "json"],
        "詳しくは https://www.city.nagasaki.lg.jp/ へ",
    );
    assert_eq!(code, Some(0));
    assert_eq!(lines(&out)[0], json!({"verdict": "clear", "findings": []}));
}

#[test]
fn jsonl_answers_line_by_line_and_goes_on_after_a_malformed_one() {
    let input = concat!(
        r#"{"id":"a","text":"https://bit.ly/1"}"#,
        "\n",
        r#"{"id":"b"}"#,
        "\n",
        "not json\n",
        "\n",
        r#"{"id":"c","text":"こんにちは","platform":"x","surface":"post","media":[{"kind":"image"}]}"#,
        "\n",
    );
    let (code, out, _) = kakunin(&["check", "--guideline", "wako", "--jsonl"], input);
    let out = lines(&out);
    assert_eq!(code, Some(2));
    assert_eq!(out.len(), 4);
    assert_eq!(
        (&out[0]["id"], &out[0]["verdict"]),
        (&json!("a"), &json!("blocked"))
    );
    assert_eq!(out[1]["id"], "b");
    assert!(
        out[1]["error"]
            .as_str()
            .is_some_and(|error| error.contains("text"))
    );
    assert_eq!(out[2]["id"], Value::Null);
    assert_eq!(out[3]["id"], "c");
}

#[test]
fn a_torn_emoji_is_checked_as_the_browser_would_send_it() {
    let (code, out, _) = kakunin(
        &["check", "--guideline", "wako", "--jsonl"],
        "{\"id\":\"a\",\"text\":\"\\ud83d https://bit.ly/1\"}\n",
    );
    assert_eq!(code, Some(1));
    let finding = &lines(&out)[0]["findings"][0];
    assert_eq!(
        (&finding["start"], &finding["end"]),
        (&json!(2), &json!(18))
    );
}

#[test]
fn a_hundred_thousand_characters_are_checked() {
    let text = format!("{}https://bit.ly/1", "あ".repeat(100_000));
    let (code, out, _) = kakunin(&["check", "--guideline", "wako", "--format", "json"], &text);
    assert_eq!(code, Some(1));
    assert_eq!(lines(&out)[0]["findings"][0]["start"], 100_000);
}

#[test]
fn bad_usage_says_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let torn = file("torn.json", "{\"guideline\": \"wako\"");
    let wrong = file(
        "wrong.json",
        r#"{"guideline":"wako","officialDomains":"example.jp"}"#,
    );
    let pack = file(
        "pack.json",
        &json!({"guidelinePack": "[guideline]\nid = 1\n"}).to_string(),
    );
    for (args, expected) in [
        (&["check"][..], "--guideline"),
        (&["check", "--guideline", "edo"], "bunkyo, joetsu"),
        (
            &["check", "--guideline", "wako", "no-such-file"],
            "no-such-file",
        ),
        (&["check", "--settings", &torn], "line 1 column"),
        (&["check", "--settings", &wrong], "officialDomains"),
        (&["check", "--settings", &pack], "guidelinePack:2:"),
        (&["guideline", "coverage", "edo"], "edo"),
    ] {
        let (code, _, err) = kakunin(args, "");
        assert_eq!(code, Some(2), "{args:?}");
        assert!(err.contains(expected), "{args:?}: {err}");
    }
}

#[test]
fn coverage_counts_every_provision() {
    let (code, out, _) = kakunin(&["guideline", "coverage"], "");
    assert_eq!(code, Some(0));
    for municipality in ["文京区", "上越市", "和光市", "港区", "長崎市"] {
        assert!(out.contains(municipality), "{out}");
    }
}
