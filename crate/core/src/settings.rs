use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Platform;

mod choice;
mod civil;
mod error;
mod key;
mod schema;

pub use choice::{Unchecked, UnreadableRequest};
pub use civil::{Day, TimeOfDay};
pub use error::SettingsError;
pub use key::{Key, Kind};
pub use schema::managed_schema;

use key::Setting;

macro_rules! settings {
    ($(
        $key:literal => $field:ident: $type:ty = $default:expr,
        title($title_ja:literal, $title_en:literal),
        about($ja:literal, $en:literal),
        example($example:literal);
    )*) => {
        /// What a municipality or its IT sets. The keys are the same in managed
        /// policy, on the options page and in `--settings`.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Settings {
            $(
                #[doc = $en]
                #[serde(rename = $key, skip_serializing_if = "Setting::is_unset")]
                pub $field: $type,
            )*
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        impl Key {
            /// Every key, in the order in which people read about them.
            pub const ALL: &[Self] = &[$(Self {
                id: $key,
                kind: <$type as Setting>::KIND,
                title_ja: $title_ja,
                title_en: $title_en,
                ja: $ja,
                en: $en,
                example: $example,
            }),*];
        }
    };
}

// The one place of a setting: its type gives its kind in the schema, the ADMX
// templates and the docs, all of which are made from this table.
settings! {
    "guideline" => guideline: Option<String> = None,
        title("ガイドライン", "Guideline"),
        about(
            "同梱のガイドラインの名前: bunkyo、joetsu、wako、minato、nagasaki",
            "Id of a shipped guideline: bunkyo, joetsu, wako, minato, nagasaki"
        ),
        example("\"nagasaki\"");

    "guidelinePack" => guideline_pack: Option<String> = None,
        title("自前のガイドライン", "Own guideline"),
        about(
            "自治体自身のパック（TOML）の本文。guideline より優先される",
            "Text of the municipality's own pack (TOML); goes before guideline"
        ),
        example("\"[guideline]\\nid = \\\"kamome\\\"\\n…\"");

    "officialDomains" => official_domains: Vec<String> = Vec::new(),
        title("公式ドメイン", "Official domains"),
        about(
            "自治体自身のものとして扱うドメイン。サブドメインを含む",
            "Domains that count as the municipality's own, subdomains included"
        ),
        example("[\"www.city.example.jp\"]");

    "officialAccounts" => official_accounts: BTreeMap<Platform, Vec<String>> = BTreeMap::new(),
        title("公式アカウント", "Official accounts"),
        about(
            "公式アカウントのハンドル。@ はつけず、対象ごとに書く",
            "Handles of the official accounts, without @, by platform"
        ),
        example("{\"x\": [\"nagasaki_koho\"]}");

    "officialPhones" => official_phones: Vec<String> = Vec::new(),
        title("公式の電話番号", "Official phone numbers"),
        about(
            "自治体自身の電話番号。書き方は問わない",
            "The municipality's own phone numbers, in any form"
        ),
        example("[\"095-822-8888\"]");

    "officialEmails" => official_emails: Vec<String> = Vec::new(),
        title("公式のメールアドレス", "Official e-mail addresses"),
        about(
            "自治体自身のメールアドレス、またはそのドメイン",
            "The municipality's own e-mail addresses, or whole domains of them"
        ),
        example("[\"koho@city.example.jp\"]");

    "extraShorteners" => extra_shorteners: Vec<String> = Vec::new(),
        title("短縮URLの追加", "More URL shorteners"),
        about(
            "短縮URLとして扱うドメインの追加。サブドメインを含む",
            "More domains of URL shorteners, subdomains included"
        ),
        example("[\"s.example.com\"]");

    "allowedDomains" => allowed_domains: Vec<String> = Vec::new(),
        title("リンクしてよいドメイン", "Allowed domains"),
        about(
            "短縮、転送、第三者でもリンクしてよいドメイン。サブドメインを含む",
            "Domains that may be linked although they are short, redirecting or a third party's, subdomains included"
        ),
        example("[\"youtu.be\", \"lin.ee\"]");

    "officeHoursStart" => office_hours_start: TimeOfDay = TimeOfDay::OPENS,
        title("就業時間の始まり", "Office opens"),
        about(
            "就業時間の始まり（日本時間）",
            "When the office opens, in Japan's time"
        ),
        example("\"09:00\"");

    "officeHoursEnd" => office_hours_end: TimeOfDay = TimeOfDay::CLOSES,
        title("就業時間の終わり", "Office closes"),
        about(
            "就業時間の終わり（日本時間）",
            "When the office closes, in Japan's time"
        ),
        example("\"17:30\"");

    "closedDays" => closed_days: Vec<Day> = Vec::new(),
        title("閉庁日の追加", "More closed days"),
        about(
            "閉庁日の追加。土日、祝日、12月29日から1月3日までは設定がなくても閉庁日",
            "Days on which the office is closed beyond weekends, holidays and 29 December to 3 January"
        ),
        example("[\"2026-08-14\"]");

    "managedDevice" => managed_device: bool = false,
        title("管理する端末", "Managed device"),
        about(
            "この端末が自治体の管理する端末であること。管理する端末だけに true を配る",
            "Whether this machine is one that the municipality manages: IT sets it there"
        ),
        example("true");

    "overrideAllowed" => override_allowed: bool = true,
        title("理由を付けた送信", "Overrides"),
        about(
            "ガイドラインが「原則」とする禁止について、理由を記録して送信できること",
            "Whether an operator may send despite a block whose clause leaves room, with a reason"
        ),
        example("false");

    "pilotMode" => pilot_mode: bool = false,
        title("試行", "Pilot"),
        about(
            "表示と記録だけを行い、送信を止めない",
            "Everything is shown and recorded, nothing is held"
        ),
        example("true");

    "unchecked" => unchecked: Unchecked = Unchecked::Hold,
        title("確認できない投稿", "Posts that can't be checked"),
        about(
            "確認できない投稿を止める（hold）か、記録して通す（allow）か。止めるときも緊急投稿はできる",
            "Whether a post that can't be checked is held (hold; emergency posting stays possible) or goes and is recorded (allow)"
        ),
        example("\"hold\"");

    "unreadableRequest" => unreadable_request: UnreadableRequest = UnreadableRequest::Allow,
        title("読み取れない通信", "Requests that can't be read"),
        about(
            "投稿の通信なのに内容を読み取れないとき、記録して通す（allow）か、止める（stop）か",
            "Whether a request that publishes what can't be read goes and is recorded (allow) or is stopped (stop)"
        ),
        example("\"stop\"");

    "recordText" => record_text: bool = false,
        title("本文の記録", "Texts in the record"),
        about(
            "記録に投稿の本文も残す。残さないときはハッシュだけ",
            "Whether the record keeps the posts' texts, not only their hashes"
        ),
        example("true");

    "recordDays" => record_days: u32 = 0,
        title("記録を残す日数", "Days that the record is kept"),
        about(
            "書き出した記録を端末に残す日数。書き出していない記録は消さない。0 なら全部残す",
            "After how many days exported lines of the record are removed; what was never exported stays. 0 keeps everything"
        ),
        example("400");

    "platformAdapters" => platform_adapters: Vec<String> = Vec::new(),
        title("画面のデータ", "Adapters"),
        about(
            "同梱のものに代わる、画面の要素の場所を書いたJSON。1つの対象に1つ",
            "Adapters as JSON, one a platform; each takes the place of the one that ships"
        ),
        example("[\"{\\\"platform\\\": \\\"x\\\", …}\"]");
}

impl Settings {
    /// When the office opens and closes, in Japan's time.
    pub fn office_hours(&self) -> (TimeOfDay, TimeOfDay) {
        (self.office_hours_start, self.office_hours_end)
    }

    /// Takes what is right from an object of settings and reports the rest:
    /// one wrong value never costs the others.
    pub fn read(object: Map<String, Value>) -> (Self, Vec<SettingsError>) {
        let mut taken = Map::new();
        let mut errors = Vec::new();
        for (key, value) in object {
            match take(&key, &value) {
                Ok(()) => {
                    taken.insert(key, value);
                }
                Err(error) => errors.push(error),
            }
        }
        let mut settings: Self = serde_json::from_value(Value::Object(taken)).unwrap_or_default();
        let (start, end) = settings.office_hours();
        if start >= end {
            settings.office_hours_start = TimeOfDay::OPENS;
            settings.office_hours_end = TimeOfDay::CLOSES;
            errors.push(SettingsError::hours(start, end));
        }
        (settings, errors)
    }
}

/// Whether a value can be taken.
fn take(id: &str, value: &Value) -> Result<(), SettingsError> {
    let Some(key) = Key::find(id) else {
        return Err(SettingsError::unknown(id));
    };
    if value.to_string().len() > key::MOST_BYTES {
        return Err(SettingsError::too_large(key));
    }
    if !key.kind.fits(value) {
        return Err(SettingsError::wrong_kind(key, value));
    }
    let alone = Map::from_iter([(id.to_owned(), value.clone())]);
    match serde_json::from_value::<Settings>(Value::Object(alone)) {
        Ok(_) => Ok(()),
        Err(error) => Err(SettingsError::unreadable(key, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> (Settings, Vec<String>) {
        let (settings, errors) = Settings::read(serde_json::from_str(json).unwrap());
        (
            settings,
            errors.into_iter().map(|error| error.key).collect(),
        )
    }

    #[track_caller]
    fn check_hours(json: &str, expected: &str, wrong: &[&str]) {
        let (settings, errors) = read(json);
        let (start, end) = settings.office_hours();
        assert_eq!(format!("{start}-{end}"), expected);
        assert_eq!(errors, wrong);
    }

    #[test]
    fn reads_office_hours() {
        check_hours("{}", "8:30-17:15", &[]);
        check_hours(
            r#"{"officeHoursStart": "09:00", "officeHoursEnd": "17:45"}"#,
            "9:00-17:45",
            &[],
        );
        check_hours(r#"{"officeHoursEnd": "17:00"}"#, "8:30-17:00", &[]);
        check_hours(
            r#"{"officeHoursStart": "9時", "officeHoursEnd": "18:00"}"#,
            "8:30-18:00",
            &["officeHoursStart"],
        );
        check_hours(
            r#"{"officeHoursStart": "08:60"}"#,
            "8:30-17:15",
            &["officeHoursStart"],
        );
        check_hours(
            r#"{"officeHoursStart": "18:00"}"#,
            "8:30-17:15",
            &["officeHoursEnd"],
        );
        check_hours(
            r#"{"officeHoursStart": "17:00", "officeHoursEnd": "09:00"}"#,
            "8:30-17:15",
            &["officeHoursEnd"],
        );
    }

    #[test]
    fn one_wrong_value_never_costs_the_others() {
        let (settings, errors) = read(
            r#"{"closedDays": ["2026-08-14", "2026-02-30"], "managedDevice": true, "officalDomains": []}"#,
        );
        assert_eq!(errors, ["closedDays", "officalDomains"]);
        assert!(settings.closed_days.is_empty() && settings.managed_device);
    }

    #[test]
    fn writes_what_it_reads() {
        let json = r#"{"officeHoursStart":"08:45","closedDays":["2026-08-14"]}"#;
        let (settings, errors) = read(json);
        assert_eq!(errors, [""; 0]);
        let written = serde_json::to_value(&settings).unwrap();
        assert_eq!(written["officeHoursStart"], "08:45");
        assert_eq!(written["closedDays"], serde_json::json!(["2026-08-14"]));
        assert_eq!(written.get("guideline"), None);
    }

    #[test]
    fn every_example_is_taken() {
        for key in Key::ALL {
            let example: Value = serde_json::from_str(key.example).unwrap();
            assert_eq!(take(key.id, &example), Ok(()), "{}", key.id);
        }
    }

    #[track_caller]
    fn check_reason(json: &str, ja: &str) {
        let (_, errors) = Settings::read(serde_json::from_str(json).unwrap());
        let reasons: Vec<_> = errors.into_iter().map(|error| error.reason.ja).collect();
        assert_eq!(reasons, [ja]);
    }

    #[test]
    fn says_what_is_wrong_in_the_words_of_administrators() {
        check_reason(
            r#"{"officialDomains": "example.jp"}"#,
            "設定「officialDomains」は文字列の配列で書いてください（いまは \"example.jp\"）。例: [\"www.city.example.jp\"]",
        );
        check_reason(
            r#"{"managedDevice": 1}"#,
            "設定「managedDevice」は true か false で書いてください（いまは 1）。例: true",
        );
        check_reason(
            r#"{"officalDomains": []}"#,
            "「officalDomains」という設定はありません。「officialDomains」の誤りではありませんか。",
        );
        check_reason(r#"{"x": 1}"#, "「x」という設定はありません。");
        check_reason(
            r#"{"officialAccounts": {"mixi": []}}"#,
            "設定「officialAccounts」は対象（x、facebook、instagram、line）ごとの文字列の配列で書いてください（いまは {\"mixi\":[]}）。例: {\"x\": [\"nagasaki_koho\"]}",
        );
        check_reason(
            r#"{"closedDays": ["8月14日"]}"#,
            "設定「closedDays」は日付の配列で書いてください（いまは [\"8月14日\"]）。例: [\"2026-08-14\"]",
        );
    }

    #[test]
    fn a_huge_value_is_refused() {
        let json = format!(r#"{{"guidelinePack": "{}"}}"#, "a".repeat(1 << 20));
        check_reason(
            &json,
            "設定「guidelinePack」が大きすぎます。1 MB までにしてください。",
        );
    }
}
