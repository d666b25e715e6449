//! Emergency posting, as the panel shows it: the switch, and that it is on.

use kakunin_core::Ask;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use crate::dom::{append, attribute, element, field, on, text};
use crate::language::Language;
use crate::stored::Emergency;

/// What turns emergency posting on, with the reason, or off.
pub type Switch = fn(Option<String>);

/// That emergency posting is on, until when and why, and how to end it.
pub fn banner(emergency: &Emergency, language: Language, switch: Switch) -> Element {
    let until = js_sys::Date::new(&emergency.until.into());
    let until = format!("{}:{:02}", until.get_hours(), until.get_minutes());
    let line = match language {
        Language::Japanese => format!("緊急投稿中（{until} まで）"),
        Language::English => format!("Emergency posting is on (until {until})"),
    };
    let end = text("button", "", language.pick("終了する", "End it"));
    attribute(&end, "type", "button");
    attribute(&end, "id", "emergency-end");
    on(&end, "click", move |event: Event| {
        if event.is_trusted() {
            switch(None);
        }
    });
    let words = element(
        "p",
        "",
        &[
            &text("strong", "", &line),
            &text("span", "reason", &emergency.reason),
        ],
    );
    element("div", "emergency", &[&words, &end])
}

/// The switch: a reason, and it is on for an hour.
pub fn offer(language: Language, switch: Switch) -> Element {
    let summary = text(
        "summary",
        "",
        language.pick("災害・緊急の投稿ですか", "Is this an emergency?"),
    );
    attribute(&summary, "id", "emergency-summary");
    let explanation = text(
        "p",
        "",
        language.pick(
            "1時間、ガイドラインが緊急時に認める範囲で確認をゆるめます。理由は記録されます。",
            "For an hour, what the guideline relaxes in emergencies is relaxed. The reason is recorded.",
        ),
    );
    let label = text("label", "", language.pick("緊急の理由", "The emergency"));
    attribute(&label, "for", "emergency-reason");
    let field = field(&[
        ("id", "emergency-reason"),
        ("aria-describedby", "emergency-error"),
    ]);
    let error = text("p", "error", "");
    attribute(&error, "id", "emergency-error");
    attribute(&error, "role", "alert");
    let button = text(
        "button",
        "",
        language.pick("緊急投稿にする", "Turn emergency posting on"),
    );
    attribute(&button, "type", "submit");
    attribute(&button, "id", "emergency-go");
    let form = element("form", "", &[&explanation, &label, &field, &error, &button]);
    on(&form, "submit", move |event: Event| {
        event.prevent_default();
        let reason = field.unchecked_ref::<HtmlInputElement>().value();
        let reason = reason.trim();
        if !event.is_trusted() {
            return;
        }
        if Ask::Approver.takes(reason) {
            switch(Some(reason.to_owned()));
        } else {
            error.set_text_content(Some(language.pick(
                "何が起きているかを書いてください（例：大雨警報）。",
                "Say what is happening, e.g. a heavy rain warning.",
            )));
        }
    });
    let details = element("details", "emergency-switch", &[&summary]);
    append(&details, &form);
    details
}
