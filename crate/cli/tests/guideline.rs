//! `kakunin guideline`: from a published text to a pack that works.

use std::fs;
use std::path::{Path, PathBuf};

mod support;

use support::kakunin;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

fn run(args: &[&str]) -> (Option<i32>, String, String) {
    let args: Vec<&str> = ["guideline"].iter().chain(args).copied().collect();
    kakunin(&args, "")
}

const HEAD: &[&str] = &[
    "--id",
    "kamome",
    "--municipality",
    "かもめ市",
    "--revision",
    "令和8年4月1日施行",
];

/// Imports the fixture into a pack.
fn import(pack: &Path) -> (Option<i32>, String, String) {
    let (text, pack) = (fixture("kamome.txt"), pack.to_string_lossy());
    let text = text.to_string_lossy();
    run(&[&["import", &text], HEAD, &["--out", &pack]].concat())
}

/// The pack that `import` makes of the fixture.
fn imported(folder: &Path) -> PathBuf {
    let pack = folder.join("kamome.toml");
    let (code, out, error) = import(&pack);
    assert_eq!((code, error.as_str()), (Some(0), ""), "{out}");
    pack
}

#[test]
fn a_text_becomes_a_pack_that_can_be_used_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let pack = imported(folder.path());
    let (code, out, _) = run(&["validate", &pack.to_string_lossy()]);
    assert_eq!(code, Some(0), "{out}");
    assert!(
        out.contains("かもめ市 かもめ市ソーシャルメディア運用基準: 規定 22、確認する 0、確認しない 0、未検討 22、例 0"),
        "{out}"
    );
    assert!(folder.path().join("kakunin-pack.schema.json").exists());
    // What is there already is not written over.
    let (code, _, error) = import(&pack);
    assert_eq!(code, Some(2));
    assert!(error.contains("あるファイルには書きません"), "{error}");
}

#[test]
fn clauses_alike_to_known_ones_come_with_their_treatment() {
    let folder = tempfile::tempdir().unwrap();
    let pack = fs::read_to_string(imported(folder.path())).unwrap();
    let (_, clause) = pack.split_once("id = \"4.1\"").unwrap();
    let (clause, _) = clause.split_once("[[clause]]\nid").unwrap();
    assert!(
        clause.contains("unenforced = \"未検討\"\n# 似た条文: 長崎市 7(3)"),
        "{clause}"
    );
    assert!(
        clause.contains("# concern = \"short-url\"\n# action = \"block\""),
        "{clause}"
    );
}

#[test]
fn the_finished_pack_has_every_clause_of_the_imported_one() {
    let folder = tempfile::tempdir().unwrap();
    let imported = fs::read_to_string(imported(folder.path())).unwrap();
    let finished = fs::read_to_string(fixture("kamome.toml")).unwrap();
    let texts = |pack: &str| -> Vec<String> {
        let kept = [
            "id = ",
            "parent = ",
            "cite = ",
            "marker = ",
            "heading = ",
            "text = ",
        ];
        pack.lines()
            .filter(|line| kept.iter().any(|key| line.starts_with(key)))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(texts(&finished), texts(&imported));
}

#[test]
fn the_finished_pack_works() {
    let pack = fixture("kamome.toml").to_string_lossy().into_owned();
    let (code, out, _) = run(&["test", &pack]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("short-url") && out.contains("✓ 2"), "{out}");
    assert!(out.contains("未検討 0"), "{out}");

    let (code, out, _) = kakunin(
        &["check", "--guideline", &pack],
        "詳しくは https://bit.ly/3xyz へ",
    );
    assert_eq!(code, Some(1), "{out}");
    assert!(
        out.contains("根拠 かもめ市 第４条第1号: ＵＲＬ短縮サービスは、"),
        "{out}"
    );
}

#[test]
fn an_example_that_shows_something_else_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("kamome.toml");
    let text = fs::read_to_string(fixture("kamome.toml")).unwrap();
    fs::write(
        &pack,
        text.replacen("expect = \"block\"", "expect = \"none\"", 1),
    )
    .unwrap();
    let (code, out, _) = run(&["test", &pack.to_string_lossy()]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("の例は none のはずですが、block になりました"),
        "{out}"
    );

    fs::write(&pack, text.replacen("short-url", "short-urls", 1)).unwrap();
    let (code, out, _) = run(&["validate", &pack.to_string_lossy()]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("✗ ") && out.contains("\"short-urls\" という項目"),
        "{out}"
    );
}

#[test]
fn a_new_pack_says_how_to_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder
        .path()
        .join("new.toml")
        .to_string_lossy()
        .into_owned();
    let args = [&["new"], HEAD, &["--title", "かもめ市基準", "--out", &pack]].concat();
    let (code, _, error) = run(&args);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let (code, out, _) = run(&["validate", &pack]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("条文（[[clause]]）が一つもありません"),
        "{out}"
    );

    // As its comments say: the "# " goes away.
    let text = fs::read_to_string(&pack).unwrap();
    let text: String = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(entry) if entry.starts_with("[[") || entry.contains(" = ") => {
                format!("{entry}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    fs::write(&pack, &text).unwrap();
    let (code, out, _) = run(&["test", &pack]);
    assert_eq!(code, Some(0), "{out}\n{text}");
    assert!(out.contains("✓ 1"), "{out}");
}

#[test]
fn what_is_missing_is_named_where_nobody_can_be_asked() {
    let (code, _, error) = run(&["new", "--id", "kamome"]);
    assert_eq!(code, Some(2));
    assert!(error.contains("--municipality"), "{error}");
    let (code, _, error) = run(&["new", "--id", "かもめ"]);
    assert_eq!(code, Some(2));
    assert!(error.contains("半角"), "{error}");
}

#[test]
fn a_guideline_can_be_read() {
    for (name, line) in [
        (
            "nagasaki".to_owned(),
            "→ 7(3) short-url: block（理由があれば送信できる）",
        ),
        (
            fixture("kamome.toml").to_string_lossy().into_owned(),
            "→ 第４条第1号 short-url: block（理由があれば送信できる）",
        ),
    ] {
        let (code, out, _) = run(&["show", &name]);
        assert_eq!(code, Some(0));
        assert!(out.contains(line), "{out}");
    }
    let (code, _, error) = run(&["show", "edo"]);
    assert_eq!(code, Some(2));
    assert!(error.contains("同梱されていません"), "{error}");
}

#[test]
fn the_schema_is_json() {
    let (code, out, _) = run(&["schema"]);
    assert_eq!(code, Some(0));
    let schema: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(schema["required"], serde_json::json!(["guideline"]));
}
