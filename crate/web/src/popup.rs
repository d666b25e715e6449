//! The popup of the toolbar's icon: what is in force, what happened today, and
//! emergency posting.

use kakunin_record::Event;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use crate::dom::{append, attribute, by_id, document, element, text};
use crate::language::Language;
use crate::messages::ToWorker;
use crate::{chrome, emergency, journal, stored};

/// Shows the popup, and anew whenever something stored changes.
#[wasm_bindgen(js_name = startPopup)]
pub async fn start_popup() {
    console_error_panic_hook::set_once();
    show().await;
    chrome::on_stored(stored::KEYS, || spawn_local(show()));
}

async fn show() {
    let language = stored::language();
    let engine = stored::load_engine().await;
    let page = by_id("page");
    attribute(&page, "lang", language.tag());
    page.set_text_content(None);
    append(
        &page,
        &text("h1", "", language.pick("Kakunin（確認）", "Kakunin")),
    );
    let in_force = match engine.guideline() {
        Some(guideline) => format!("{} {}", guideline.municipality, guideline.title),
        None => language
            .pick(
                "ガイドラインが選ばれていません。投稿欄の横の画面で選べます。",
                "No guideline is chosen. Choose one beside a compose box.",
            )
            .to_owned(),
    };
    append(&page, &text("p", "faint", &in_force));
    for reason in &engine.rejected {
        append(&page, &text("p", "rejected", language.of(reason)));
    }
    match &engine.emergency {
        Some(on) => append(&page, &emergency::banner(on, language, switch)),
        None => append(&page, &emergency::offer(language, switch)),
    }
    append(&page, &today(language).await);
    let link = text("a", "", language.pick("記録を見る", "Open the record"));
    for (name, value) in [("href", "history.html"), ("target", "_blank")] {
        attribute(&link, name, value);
    }
    append(&page, &element("p", "", &[&link]));
}

/// Turns emergency posting on, with the reason, or off.
pub fn switch(reason: Option<String>) {
    spawn_local(async move {
        let message = ToWorker::Emergency { reason };
        if chrome::ask_worker(&message).await.is_err() {
            let line = stored::language().pick(
                "記録を保存できなかったため、切り替えていません。",
                "It could not be recorded, so nothing was switched.",
            );
            append(&by_id("page"), &text("p", "error", line));
        }
    });
}

/// How many sends were held, let go after answers, and stopped today.
async fn today(language: Language) -> Element {
    let lines = journal::lines().await.unwrap_or_default();
    let day = day_of(&chrome::now());
    let count = |events: &[Event]| {
        lines
            .iter()
            .filter(|(_, link)| {
                events.contains(&link.record.event) && day_of(&link.record.at) == day
            })
            .count()
    };
    let list = document()
        .create_element("dl")
        .expect_throw("tag names are constants");
    list.set_class_name("counts");
    for (name, events) in [
        (
            language.pick("止めた送信", "Held"),
            [Event::Held].as_slice(),
        ),
        (
            language.pick("確認して送信", "Answered"),
            [Event::Answered, Event::Overridden].as_slice(),
        ),
        (
            language.pick("通信で停止", "Stopped"),
            [Event::Cancelled].as_slice(),
        ),
    ] {
        let number = count(events).to_string();
        let cell = element(
            "div",
            "",
            &[&text("dt", "", name), &text("dd", "", &number)],
        );
        append(&list, &cell);
    }
    list
}

/// The local day of a moment, as a number.
fn day_of(at: &str) -> (u32, u32, u32) {
    let date = js_sys::Date::new(&at.into());
    (date.get_full_year(), date.get_month(), date.get_date())
}
