//! `kakunin policy`: what is written means what was asked for, and what is
//! broken is said in one line.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

mod support;

use support::kakunin;

const CHROME: &str = "abcdefghijklmnopabcdefghijklmnop";
const EDGE: &str = "ponmlkjihgfedcbaponmlkjihgfedcba";
const FIREFOX: &str = "kakunin@kakunin.example";

const SETTINGS: &str = r#"
guideline = "wako"
officialDomains = ["www.city.example.jp", "kouhou.example.jp"]
closedDays = [2026-08-14]
officeHoursStart = "08:45"
managedDevice = true

[officialAccounts]
x = ["example_koho"]
line = ["a", "b"]

[install]
privateWindows = "off"
[install.chrome]
id = "abcdefghijklmnopabcdefghijklmnop"
updateUrl = "https://kakunin.example.jp/update.xml"
[install.edge]
id = "ponmlkjihgfedcbaponmlkjihgfedcba"
[install.firefox]
url = "https://kakunin.example.jp/kakunin.xpi"
"#;

const PACK: &str = r#"[guideline]
id = "kamome"
municipality = "かもめ市"
title = "かもめ市ソーシャルメディアガイドライン"
revision = "令和8年"
self = "本市"

[[clause]]
id = "1"
cite = "第1条"
text = "短縮\\URLは\"使わない\"こと。"
[[clause.enforce]]
concern = "short-url"
action = "block"
"#;

struct Written {
    folder: TempDir,
    /// From the folder that was asked for.
    names: Vec<String>,
}

impl Written {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("out").join(name)
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.path(name)).unwrap()).unwrap()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

/// Runs `write` on settings in a folder of their own: the folder, which goes
/// when this is dropped, where the files were to go, and what the command said.
fn run_write(settings: &str) -> (TempDir, PathBuf, (Option<i32>, String, String)) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("city.toml");
    fs::write(&file, settings).unwrap();
    fs::write(folder.path().join("kamome.toml"), PACK).unwrap();
    let out = folder.path().join("out");
    let said = kakunin(
        &[
            "policy",
            "write",
            "--settings",
            &file.to_string_lossy(),
            "--out",
            &out.to_string_lossy(),
        ],
        "",
    );
    (folder, out, said)
}

fn write(settings: &str) -> Written {
    let (folder, out, (code, names, error)) = run_write(settings);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let names = names
        .lines()
        .map(|name| {
            let below = Path::new(name).strip_prefix(&out).unwrap();
            below.to_string_lossy().replace('\\', "/")
        })
        .collect();
    Written { folder, names }
}

/// What `check` prints of a file below its first line.
fn check(path: &Path) -> (Option<i32>, Vec<String>) {
    let (code, out, _) = kakunin(&["policy", "check", &path.to_string_lossy()], "");
    let lines = out.lines().skip(1).map(|line| line.trim().to_owned());
    (code, lines.collect())
}

#[test]
fn there_is_a_file_for_every_way_of_rolling_out() {
    let mut names = write(SETTINGS).names;
    names.sort();
    assert_eq!(
        names,
        [
            "firefox/policies.json",
            "intune/kakunin-chrome.json",
            "intune/kakunin-edge.json",
            "linux/chrome/kakunin.json",
            "linux/edge/kakunin.json",
            &format!("macos/com.google.Chrome.extensions.{CHROME}.plist"),
            "macos/com.google.Chrome.plist",
            &format!("macos/com.microsoft.Edge.extensions.{EDGE}.plist"),
            "macos/com.microsoft.Edge.plist",
            "macos/kakunin-chrome.mobileconfig",
            "macos/kakunin-edge.mobileconfig",
            "macos/kakunin-firefox.mobileconfig",
            "macos/org.mozilla.firefox.plist",
            "windows/admx/en-US/kakunin-chrome.adml",
            "windows/admx/en-US/kakunin-edge.adml",
            "windows/admx/ja-JP/kakunin-chrome.adml",
            "windows/admx/ja-JP/kakunin-edge.adml",
            "windows/admx/kakunin-chrome.admx",
            "windows/admx/kakunin-edge.admx",
            "windows/kakunin-chrome-remove.reg",
            "windows/kakunin-chrome.reg",
            "windows/kakunin-edge-remove.reg",
            "windows/kakunin-edge.reg",
        ]
    );
}

#[test]
fn files_that_are_read_back_mean_what_was_asked_for() {
    let written = write(SETTINGS);
    for (name, installed) in [
        (
            "linux/chrome/kakunin.json",
            format!("{CHROME} force_installed https://kakunin.example.jp/update.xml"),
        ),
        (
            "windows/kakunin-chrome.reg",
            format!("{CHROME} force_installed https://kakunin.example.jp/update.xml"),
        ),
        (
            "macos/kakunin-chrome.mobileconfig",
            format!("{CHROME} force_installed https://kakunin.example.jp/update.xml"),
        ),
        (
            "windows/kakunin-edge.reg",
            format!(
                "{EDGE} force_installed https://edge.microsoft.com/extensionwebstorebase/v1/crx"
            ),
        ),
        (
            "firefox/policies.json",
            format!("{FIREFOX} force_installed https://kakunin.example.jp/kakunin.xpi"),
        ),
        (
            "macos/kakunin-firefox.mobileconfig",
            format!("{FIREFOX} force_installed https://kakunin.example.jp/kakunin.xpi"),
        ),
    ] {
        let (code, lines) = check(&written.path(name));
        assert_eq!(code, Some(0), "{name}: {lines:?}");
        assert_eq!(
            lines[..7],
            [
                format!("導入 / Installed: {installed}"),
                r#"guideline = "wako""#.to_owned(),
                r#"officialDomains = ["www.city.example.jp","kouhou.example.jp"]"#.to_owned(),
                r#"officialAccounts = {"line":["a","b"],"x":["example_koho"]}"#.to_owned(),
                r#"officeHoursStart = "08:45""#.to_owned(),
                r#"closedDays = ["2026-08-14"]"#.to_owned(),
                "managedDevice = true".to_owned(),
            ],
            "{name}"
        );
    }
}

#[test]
fn an_own_pack_comes_through_every_format_word_for_word() {
    let written = write(
        "[install]\npack = \"kamome.toml\"\n[install.chrome]\nid = \"abcdefghijklmnopabcdefghijklmnop\"\n",
    );
    for name in [
        "linux/chrome/kakunin.json",
        "windows/kakunin-chrome.reg",
        "macos/kakunin-chrome.mobileconfig",
    ] {
        let (code, lines) = check(&written.path(name));
        assert_eq!(code, Some(0), "{name}: {lines:?}");
        let title = "かもめ市 かもめ市ソーシャルメディアガイドライン（令和8年）";
        assert!(lines.iter().any(|line| line.ends_with(title)), "{lines:?}");
    }
    let settings = &written.json("linux/chrome/kakunin.json")["3rdparty"]["extensions"][CHROME];
    assert_eq!(settings["guidelinePack"], PACK);
}

#[test]
fn chromium_takes_the_settings_by_the_schema_that_ships() {
    let written = write(SETTINGS);
    let settings = &written.json("linux/chrome/kakunin.json")["3rdparty"]["extensions"][CHROME];
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    let name = "managed_schema.json";
    compiler
        .add_resource(name, kakunin_core::managed_schema())
        .unwrap();
    let schema = compiler.compile(name, &mut schemas).unwrap();
    assert!(schemas.validate(settings, schema).is_ok());
    let wrong = json!({"officialDomains": "www.city.example.jp"});
    assert!(schemas.validate(&wrong, schema).is_err());
}

#[test]
fn private_windows_are_shut_opened_or_left_alone() {
    let policies = |how: &str| {
        let settings = SETTINGS.replace("privateWindows = \"off\"\n", how);
        let (_folder, out, (code, _, note)) = run_write(&settings);
        assert_eq!(code, Some(0), "{note}");
        let read = |name: &str| -> Value {
            serde_json::from_slice(&fs::read(out.join(name)).unwrap()).unwrap()
        };
        let firefox = read("firefox/policies.json")["policies"].clone();
        (
            read("linux/chrome/kakunin.json")["IncognitoModeAvailability"].clone(),
            read("linux/edge/kakunin.json")["InPrivateModeAvailability"].clone(),
            read("linux/edge/kakunin.json")["MandatoryExtensionsForInPrivateNavigation"].clone(),
            firefox["PrivateBrowsingModeAvailability"].clone(),
            firefox["ExtensionSettings"][FIREFOX]["private_browsing"].clone(),
            note,
        )
    };
    let none = Value::Null;
    assert_eq!(
        policies("privateWindows = \"off\"\n"),
        (
            json!(1),
            json!(1),
            none.clone(),
            json!(1),
            none.clone(),
            String::new()
        )
    );
    let (chrome, edge, mandatory, firefox, allowed, note) =
        policies("privateWindows = \"allowed\"\n");
    assert_eq!(
        (chrome, edge, firefox),
        (none.clone(), none.clone(), none.clone())
    );
    assert_eq!((mandatory, allowed), (json!([EDGE]), json!(true)));
    assert!(note.contains("chrome://extensions"), "{note}");
    assert_eq!(
        policies(""),
        (
            none.clone(),
            none.clone(),
            none.clone(),
            none.clone(),
            none,
            String::new()
        )
    );
}

#[test]
fn every_text_of_a_template_is_there_in_both_languages() {
    let written = write(SETTINGS);
    for browser in ["chrome", "edge"] {
        let template = written.text(&format!("windows/admx/kakunin-{browser}.admx"));
        for language in ["ja-JP", "en-US"] {
            let texts = written.text(&format!("windows/admx/{language}/kakunin-{browser}.adml"));
            let mut asked = 0;
            for (kind, element) in [("string", "string"), ("presentation", "presentation")] {
                for part in template.split(&format!("$({kind}.")).skip(1) {
                    let (id, _) = part.split_once(')').unwrap();
                    assert!(
                        texts.contains(&format!("<{element} id=\"{id}\"")),
                        "{language} {id}"
                    );
                    asked += 1;
                }
            }
            assert!(asked > 20, "{asked}");
            // Each box belongs to an element of the template.
            for part in texts.split("refId=\"").skip(1) {
                let (id, _) = part.split_once('"').unwrap();
                assert!(template.contains(&format!(" id=\"{id}\"")), "{id}");
            }
        }
    }
}

#[test]
fn intune_sets_what_the_template_declares() {
    let written = write(SETTINGS);
    let intune = written.json("intune/kakunin-chrome.json");
    let settings = intune["omaSettings"].as_array().unwrap();
    let value = |name: &str| {
        let setting = settings.iter().find(|it| it["displayName"] == name);
        setting.map(|it| it["value"].as_str().unwrap().to_owned())
    };
    assert_eq!(
        value("ADMX"),
        Some(written.text("windows/admx/kakunin-chrome.admx"))
    );
    assert_eq!(
        value("officialAccounts").unwrap(),
        "<enabled/><data id=\"officialAccounts_line\" value=\"1&#xF000;a&#xF000;2&#xF000;b\"/>"
            .replace("<data id=\"officialAccounts_line\"", "<data id=\"officialAccounts_x\" value=\"1&#xF000;example_koho\"/><data id=\"officialAccounts_line\"")
    );
    assert_eq!(value("managedDevice").unwrap(), "<enabled/>");
    assert_eq!(value("guidelinePack"), None);
    let template = value("ADMX").unwrap();
    for setting in &settings[1..] {
        let uri = setting["omaUri"].as_str().unwrap();
        let name = uri
            .strip_prefix("./Device/Vendor/MSFT/Policy/Config/KakuninChrome~Policy~Kakunin/")
            .unwrap_or_else(|| panic!("{uri}"));
        assert!(
            template.contains(&format!("<policy name=\"{name}\"")),
            "{name}"
        );
    }
}

/// The one line that says what is wrong with a file.
fn problem(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let (code, lines) = check(&path);
    assert_eq!(code, Some(1), "{name}: {lines:?}");
    let problems: Vec<_> = lines
        .iter()
        .filter_map(|line| line.strip_prefix("✗ "))
        .collect();
    assert_eq!(problems.len(), 1, "{name}: {lines:?}");
    problems[0].to_owned()
}

fn chromium(id: &str, settings: Value) -> Vec<u8> {
    json!({"3rdparty": {"extensions": {id: settings}}})
        .to_string()
        .into_bytes()
}

#[test]
fn each_broken_policy_gives_one_clear_line() {
    let broken_pack = PACK.replace("short-url", "short-urls");
    let registry = "Windows Registry Editor Version 5.00\r\n\r\n\
         [HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\abcdefghijklmnopabcdefghijklmnop\\policy]\r\n\
         \"guideline\"=\"nagasaki\"\r\n\"closedDays\"=dword:00000001\r\n";
    let plist = "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>guideline</key>";
    for (name, bytes, line) in [
        (
            "a wrong type.json",
            chromium(
                CHROME,
                json!({"guideline": "wako", "officialDomains": "example.jp"}),
            ),
            "設定「officialDomains」は文字列の配列で書いてください（いまは \"example.jp\"）",
        ),
        (
            "an unknown key.json",
            chromium(CHROME, json!({"guideline": "wako", "officalDomains": []})),
            "「officalDomains」という設定はありません。「officialDomains」の誤り",
        ),
        (
            "an unknown guideline.json",
            chromium(CHROME, json!({"guideline": "edo"})),
            "「edo」というガイドラインは同梱されていません",
        ),
        (
            "a broken pack.json",
            chromium(CHROME, json!({"guidelinePack": broken_pack})),
            "guidelinePack:13: \"short-urls\" という項目（concern）はありません",
        ),
        ("empty.json", Vec::new(), "ファイルが空です"),
        (
            "empty settings.json",
            chromium(CHROME, json!({})),
            "ガイドラインの指定がありません",
        ),
        (
            "huge.json",
            chromium(CHROME, json!({"guidelinePack": "あ".repeat(1 << 20)})),
            "設定「guidelinePack」が大きすぎます",
        ),
        (
            "no id.json",
            chromium("kakunin", json!({"guideline": "wako"})),
            "\"kakunin\" は拡張機能の ID ではありません",
        ),
        (
            "two ids.json",
            json!({
                "ExtensionSettings": {EDGE: {"installation_mode": "force_installed"}},
                "3rdparty": {"extensions": {CHROME: {"guideline": "wako"}}},
            })
            .to_string()
            .into_bytes(),
            "導入する拡張機能の ID（ponm",
        ),
        (
            "the id of Chrome.json",
            json!({"policies": {"3rdparty": {"Extensions": {CHROME: {"guideline": "wako"}}}}})
                .to_string()
                .into_bytes(),
            "\"kakunin@kakunin.example\" と書いてください",
        ),
        (
            "torn.json",
            b"{\"3rdparty\": {".to_vec(),
            "1行14字目で JSON のオブジェクトとして読めません",
        ),
        (
            "a number for a list.reg",
            registry.as_bytes().to_vec(),
            "設定「closedDays」は日付の配列で書いてください（いまは 1）",
        ),
        (
            "torn.plist",
            plist.as_bytes().to_vec(),
            "plist として読めません",
        ),
        (
            "hours.toml",
            b"guideline = \"wako\"\nofficeHoursStart = \"18:00\"\n".to_vec(),
            "就業時間の終わり（officeHoursEnd、17:15）が始まり（officeHoursStart、18:00）より後ではありません",
        ),
    ] {
        let problem = problem(name, &bytes);
        assert!(problem.contains(line), "{name}: {problem}");
        assert!(problem.contains(" / "), "{name}: {problem}");
    }
}

#[test]
fn nothing_is_written_from_what_is_wrong() {
    for (settings, line) in [
        (
            SETTINGS.replace("\"wako\"", "\"edo\""),
            "「edo」というガイドラインは同梱されていません",
        ),
        (
            SETTINGS.replace("abcdefghijklmnopabcdefghijklmnop", "kakunin"),
            "install.chrome.id の \"kakunin\" は拡張機能の ID ではありません",
        ),
        (
            SETTINGS.replace("https://kakunin.example.jp/kakunin.xpi", "kakunin.xpi"),
            "install.firefox.url の \"kakunin.xpi\" はアドレスではありません",
        ),
        (
            SETTINGS.replace("privateWindows = \"off\"", "privateWindows = \"no\""),
            "[install] の書き方が正しくありません",
        ),
        ("guideline = \"wako\"".to_owned(), "[install] がありません"),
        ("guideline = ".to_owned(), "1行目が TOML として読めません"),
    ] {
        let (_folder, out, (code, _, error)) = run_write(&settings);
        assert_eq!(code, Some(2), "{error}");
        assert!(error.contains(line), "{error}");
        assert!(!out.exists());
    }
}
