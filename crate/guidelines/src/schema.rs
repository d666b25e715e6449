//! The JSON Schema of packs, so that editors complete and explain them.

use kakunin_core::{Concern, Key, Platform};
use serde_json::{Map, Value, json};

/// The schema, with Japanese texts first.
pub fn schema() -> Value {
    let concerns: Vec<_> = Concern::ALL.iter().map(|it| it.id()).collect();
    let concern = json!({
        "enum": concerns,
        "description": "確認すること / What is checked",
    });
    let action = json!({
        "enum": ["block", "confirm", "warn", "remind"],
        "description": "扱い: block 禁止、confirm 要確認、warn 注意、remind 期限で知らせる / What is done",
    });
    let head = table(
        &["id", "municipality", "title", "revision", "self"],
        [
            (
                "id",
                text("半角英字の名前。例 kamome / Id in ASCII letters"),
            ),
            ("municipality", text("自治体名 / Municipality")),
            ("title", text("題名 / Title")),
            ("revision", text("制定・改定の日付 / Date or revision")),
            (
                "self",
                text("画面で自らを何と呼ぶか。例 本市 / How it calls itself"),
            ),
        ],
    );
    let default = table(
        &["concern", "action"],
        [
            ("concern", concern.clone()),
            ("action", action.clone()),
            (
                "related",
                list(text("関連する条文の id / Ids of related clauses")),
            ),
        ],
    );
    let enforce = table(
        &["concern", "action"],
        [
            ("concern", concern),
            ("action", action.clone()),
            ("emergency", action),
            (
                "cases",
                list(text(
                    "回答で選べる場合を定めた条文の id / Ids of the clauses whose cases can be named in the answer",
                )),
            ),
            (
                "override",
                json!({
                    "const": "reason",
                    "description": "理由があれば送れる（block のときだけ） / May be sent with a reason (block only)",
                }),
            ),
        ],
    );
    let clause = table(
        &["id", "cite", "text"],
        [
            (
                "id",
                text("このファイルの中で一つだけの番号 / Id within the pack"),
            ),
            (
                "parent",
                text("属する見出しの id / Id of the heading above"),
            ),
            (
                "kind",
                json!({ "const": "heading", "description": "見出し / A heading" }),
            ),
            ("cite", text("画面に出す条項番号 / How it is cited")),
            (
                "marker",
                text("原文で本文の前にある番号 / The number that the source prints"),
            ),
            (
                "heading",
                text("原文で本文の前にある見出し / The caption that the source prints"),
            ),
            ("text", text("条文の原文 / The text, word for word")),
            ("enforce", list(enforce)),
            (
                "unenforced",
                text("何も確認しない理由 / Why nothing is checked"),
            ),
            ("example", list(example())),
        ],
    );
    let mut whole = table(
        &["guideline"],
        [
            ("guideline", head),
            ("default", list(default)),
            ("clause", list(clause)),
        ],
    );
    whole["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    whole["title"] = "Kakunin のガイドライン / Kakunin's guideline pack".into();
    whole
}

fn example() -> Value {
    let media = table(
        &["kind"],
        [
            ("kind", json!({ "enum": ["image", "video", "gif"] })),
            ("alt", text("代替テキスト / Alternative text")),
            (
                "located",
                json!({ "type": "boolean", "description": "位置情報がある / Says where it was taken" }),
            ),
            (
                "qr_codes",
                list(text("QRコードの中身 / What the QR codes say")),
            ),
        ],
    );
    let surfaces = [
        "post",
        "reply",
        "quote",
        "direct-message",
        "broadcast",
        "chat",
        "comment",
        "profile",
    ];
    table(
        &["post", "expect"],
        [
            ("post", text("投稿の文面 / The post's text")),
            (
                "expect",
                json!({
                    "enum": ["none", "warn", "confirm", "block"],
                    "description": "この条文を根拠とする指摘のうち最も強いもの / The strictest finding that cites the clause",
                }),
            ),
            (
                "platform",
                json!({ "enum": Platform::ALL.map(Platform::id) }),
            ),
            ("surface", json!({ "enum": surfaces })),
            ("account", text("投稿するアカウント / The acting account")),
            ("at", text("投稿の時刻 / When. 2026-11-24T10:00:00+09:00")),
            (
                "scheduled_at",
                text("予約の時刻 / When it is scheduled for"),
            ),
            (
                "reply_to",
                text("返信先のアカウント / Account that it answers"),
            ),
            (
                "quotes",
                text("引用するアカウント / Account that it quotes"),
            ),
            ("media", list(media)),
            ("emergency", json!({ "type": "boolean" })),
            ("settings", settings()),
        ],
    )
}

fn settings() -> Value {
    let keys: Map<String, Value> = Key::ALL
        .iter()
        .map(|key| (key.id.to_owned(), key.schema()))
        .collect();
    json!({ "type": "object", "properties": keys, "additionalProperties": false })
}

fn table<const N: usize>(required: &[&str], properties: [(&str, Value); N]) -> Value {
    let properties: Map<String, Value> = properties
        .into_iter()
        .map(|(key, schema)| (key.to_owned(), schema))
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn text(about: &str) -> Value {
    json!({ "type": "string", "description": about })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}
