//! `kakunin platform`, as an administrator who mends a selector calls it.

mod support;

use std::fs;

use support::kakunin;

#[test]
fn an_adapter_that_is_shown_and_edited_is_taken() {
    let (code, shown, _) = kakunin(&["platform", "show", "x"], "");
    assert_eq!(code, Some(0));
    check(
        &shown.replace("tweetTextarea_", "composer_"),
        0,
        "Xの画面のデータとして使えます",
    );
    check(&shown.replace("\"editor\"", "\"editors\""), 1, "editors");
}

#[test]
fn what_ships_fits_the_schema() {
    let (_, schema, _) = kakunin(&["platform", "schema"], "");
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("adapter.json", schema).unwrap();
    let mut schemas = boon::Schemas::new();
    let index = compiler.compile("adapter.json", &mut schemas).unwrap();
    for platform in ["x", "facebook", "instagram", "line"] {
        let (_, shown, _) = kakunin(&["platform", "show", platform], "");
        let mut adapter: serde_json::Value = serde_json::from_str(&shown).unwrap();
        schemas
            .validate(&adapter, index)
            .unwrap_or_else(|error| panic!("{platform}: {error}"));
        adapter["hosts"] = 3.into();
        assert!(schemas.validate(&adapter, index).is_err());
    }
}

#[test]
fn an_unknown_platform_is_named() {
    let (code, _, error) = kakunin(&["platform", "show", "mixi"], "");
    assert_eq!(code, Some(2));
    assert!(error.contains("「mixi」はありません"), "{error}");
}

#[track_caller]
fn check(json: &str, status: i32, said: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.json");
    fs::write(&file, json).unwrap();
    let (code, out, _) = kakunin(&["platform", "check", &file.display().to_string()], "");
    assert_eq!(code, Some(status), "{out}");
    assert!(out.contains(said), "{out}");
}
