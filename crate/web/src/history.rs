//! The record as a page: what happened, newest first, whether its chain holds,
//! and the files to hand on.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use kakunin_core::Guideline;
use kakunin_record::{Broken, Event, Link, to_csv, verify};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    Blob, BlobPropertyBag, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, Url,
};

use crate::dom::{append, attribute, by_id, document, element, field, on, text};
use crate::language::Language;
use crate::{chrome, dom, emergency, journal, popup, stored};

/// As many are shown at first, and with each press for more.
const PAGE: usize = 200;

thread_local! {
    static LINES: RefCell<Vec<(String, Link)>> = const { RefCell::new(Vec::new()) };
    static GUIDELINES: RefCell<BTreeMap<String, Option<Rc<Guideline>>>> =
        const { RefCell::new(BTreeMap::new()) };
}

/// Shows the record.
#[wasm_bindgen(js_name = startHistory)]
pub async fn start_history() {
    console_error_panic_hook::set_once();
    let language = stored::language();
    let page = by_id("page");
    attribute(&page, "lang", language.tag());
    document().set_title(language.pick("Kakunin の記録", "Kakunin's record"));
    append(&page, &text("h1", "", language.pick("記録", "Record")));
    let Ok(lines) = journal::lines().await else {
        let line = language.pick(
            "記録を読み取れませんでした。ページを再読み込みしてください。",
            "The record could not be read. Please reload the page.",
        );
        append(&page, &text("p", "error", line));
        return;
    };
    if let Some(on) = stored::emergency().await {
        append(&page, &emergency::banner(&on, language, popup::switch));
    }
    chrome::on_stored(stored::KEYS, || {
        // A page that can't be read anew goes on showing what it has.
        let _ = dom::window().location().reload();
    });
    append(&page, &chain(&lines, language));
    append(&page, &tools(language));
    let list = element("ul", "entries", &[]);
    attribute(&list, "id", "entries");
    append(&page, &list);
    let more = text("button", "", language.pick("さらに表示", "Show more"));
    attribute(&more, "id", "more");
    attribute(&more, "type", "button");
    on(&more, "click", move |_: web_sys::Event| {
        let shown = by_id("entries").child_element_count() as usize;
        show(language, shown + PAGE);
    });
    append(&page, &more);
    LINES.set(lines);
    show(language, PAGE);
}

/// Whether the chain holds, and where it doesn't.
fn chain(lines: &[(String, Link)], language: Language) -> Element {
    let broken = verify(lines.iter().map(|(line, _)| line.as_str()));
    let count = lines.len();
    let (class, said) = if broken.is_empty() {
        let said = match language {
            Language::Japanese => format!("{count}件。改ざんや欠けは見つかりませんでした。"),
            Language::English => format!("{count} entries, unchanged and complete."),
        };
        ("chain", said)
    } else {
        let places: Vec<_> = broken
            .iter()
            .map(|(line, why)| format!("{line}: {}", said_of(why, language)))
            .collect();
        let head = language.pick(
            "記録に、書かれたときと違うところがあります。",
            "The record is not as it was written.",
        );
        ("chain broken", format!("{head}\n{}", places.join("\n")))
    };
    text("p", class, &said)
}

fn said_of(why: &Broken, language: Language) -> &'static str {
    match why {
        Broken::Unreadable => language.pick("読み取れません", "can't be read"),
        Broken::Changed => language.pick("書き換えられています", "was changed"),
        Broken::Missing { .. } => {
            language.pick("前の行が欠けています", "lines before it are missing")
        }
        Broken::Moved => language.pick("前の行に続きません", "does not follow the line before"),
    }
}

fn tools(language: Language) -> Element {
    let filter = element("select", "", &[]);
    attribute(&filter, "id", "event");
    let all = text("option", "", language.pick("すべて", "Everything"));
    attribute(&all, "value", "");
    append(&filter, &all);
    for event in EVENTS {
        let option = text("option", "", name(event, language));
        attribute(&option, "value", name(event, Language::English));
        append(&filter, &option);
    }
    let search = field(&[("id", "search")]);
    for (field, event) in [(&filter, "change"), (&search, "input")] {
        on(field, event, move |_: web_sys::Event| show(language, PAGE));
    }
    let tools = element(
        "div",
        "tools",
        &[
            &labelled(language.pick("できごと", "Event"), &filter),
            &labelled(
                language.pick("理由・アカウント・項目で絞る", "Reason, account, concern"),
                &search,
            ),
        ],
    );
    for (kind, write) in [("CSV", csv as fn() -> String), ("JSONL", jsonl)] {
        let button = text(
            "button",
            "",
            &match language {
                Language::Japanese => format!("{kind} で書き出す"),
                Language::English => format!("Export {kind}"),
            },
        );
        attribute(&button, "type", "button");
        on(&button, "click", move |_: web_sys::Event| {
            // A browser that refuses the file says so itself.
            if save(&format!("kakunin-record.{}", kind.to_lowercase()), &write()).is_ok() {
                note_export();
            }
        });
        append(&tools, &button);
    }
    tools
}

/// What was exported may go when its days are over.
fn note_export() {
    let last = LINES.with_borrow(|lines| lines.last().map(|(_, link)| link.clone()));
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(last) = last {
            // Where it can't be noted the lines stay.
            let _ = journal::note_export(&last).await;
        }
    });
}

fn labelled(label: &str, field: &Element) -> Element {
    element("label", "", &[&text("span", "", label), field])
}

/// Shows the newest lines that the tools let through.
fn show(language: Language, most: usize) {
    let event = by_id("event").unchecked_into::<HtmlSelectElement>().value();
    let words = by_id("search").unchecked_into::<HtmlInputElement>().value();
    let words = words.trim().to_lowercase();
    let list = by_id("entries");
    list.set_text_content(None);
    LINES.with_borrow(|lines| {
        let fits = |(line, link): &&(String, Link)| {
            (event.is_empty() || name(link.record.event, Language::English) == event)
                && (words.is_empty() || line.to_lowercase().contains(&words))
        };
        let mut found = lines.iter().rev().filter(fits);
        for (_, link) in found.by_ref().take(most) {
            append(&list, &entry(link, language));
        }
        let more = by_id("more").unchecked_into::<HtmlElement>();
        more.set_hidden(found.next().is_none());
        if list.child_element_count() == 0 {
            let none = language.pick("記録はありません。", "There are no entries.");
            append(&list, &text("li", "faint", none));
        }
    });
}

fn entry(link: &Link, language: Language) -> Element {
    let record = &link.record;
    let subject = &record.subject;
    let at = js_sys::Date::new(&record.at.as_str().into());
    let locale = match language {
        Language::Japanese => "ja-JP",
        Language::English => "en-GB",
    };
    let time: String = at.to_locale_string(locale, &JsValue::UNDEFINED).into();
    let head = element(
        "p",
        "",
        &[
            &text("time", "", &format!("{time} ")),
            &text("strong", "", name(record.event, language)),
        ],
    );
    let item = element("li", "entry", &[&head]);
    let about: Vec<_> = [
        subject.platform.as_deref().map(platform),
        subject.surface.as_deref().map(|it| surface(it, language)),
        subject.account.as_deref(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let guideline = subject.guideline.as_deref().and_then(shipped);
    let cite = |id: &String| {
        let clause = guideline.as_ref().and_then(|it| it.clause(id));
        clause.map_or_else(|| id.clone(), |clause| clause.cite.clone())
    };
    let concerns: Vec<_> = subject
        .findings
        .iter()
        .map(|finding| {
            let concern = language.concern(finding.concern);
            let cites: Vec<_> = finding.clauses.iter().map(cite).collect();
            if cites.is_empty() {
                concern.to_owned()
            } else {
                format!("{concern}（{}）", cites.join("、"))
            }
        })
        .collect();
    let answers: Vec<_> = record
        .answers
        .iter()
        .filter(|given| !given.words.is_empty())
        .map(|given| {
            let case = given.case.as_ref().map(cite).unwrap_or_default();
            format!(
                "{}：{} {case}",
                language.concern(given.concern),
                given.words
            )
        })
        .collect();
    for line in [
        about.join(" · "),
        concerns.join("、"),
        answers.join(" / "),
        record.reason.clone().unwrap_or_default(),
        subject.text.clone().unwrap_or_default(),
    ] {
        if !line.is_empty() {
            append(&item, &text("p", "", &line));
        }
    }
    item
}

/// The guideline that a line names, read once.
fn shipped(id: &str) -> Option<Rc<Guideline>> {
    GUIDELINES.with_borrow_mut(|known| {
        let read = || kakunin_guidelines::shipped(id).map(Rc::new);
        known.entry(id.to_owned()).or_insert_with(read).clone()
    })
}

/// A platform's name.
fn platform(id: &str) -> &str {
    match id {
        "x" => "X",
        "facebook" => "Facebook",
        "instagram" => "Instagram",
        "line" => "LINE",
        other => other,
    }
}

/// A surface's name.
fn surface(id: &str, language: Language) -> &str {
    match id {
        "post" => language.pick("投稿", "post"),
        "reply" => language.pick("返信", "reply"),
        "quote" => language.pick("引用", "quote"),
        "direct-message" => language.pick("ダイレクトメッセージ", "direct message"),
        "broadcast" => language.pick("一斉配信", "broadcast"),
        "chat" => language.pick("チャット", "chat"),
        "comment" => language.pick("コメント", "comment"),
        "profile" => language.pick("プロフィール", "profile"),
        other => other,
    }
}

const EVENTS: [Event; 11] = [
    Event::Held,
    Event::Answered,
    Event::Overridden,
    Event::Cancelled,
    Event::Unchecked,
    Event::Pilot,
    Event::EmergencyOn,
    Event::EmergencyOff,
    Event::Emergency,
    Event::Drift,
    Event::FalseAlarm,
];

fn name(event: Event, language: Language) -> &'static str {
    let (ja, en) = match event {
        Event::Held => ("送信を止めた", "Held"),
        Event::Answered => ("確認して送信", "Answered and sent"),
        Event::Overridden => ("理由を付けて送信", "Sent despite a block"),
        Event::EmergencyOn => ("緊急投稿を始めた", "Emergency posting on"),
        Event::EmergencyOff => ("緊急投稿を終えた", "Emergency posting off"),
        Event::Emergency => ("緊急投稿中の送信", "Sent in an emergency"),
        Event::Pilot => ("試行中の送信", "Sent in the pilot"),
        Event::Unchecked => ("未検査の送信", "Sent unchecked"),
        Event::Cancelled => ("通信で止めた", "Stopped on the wire"),
        Event::Drift => ("画面の作りが変わった", "The page has changed"),
        Event::FalseAlarm => ("誤検知の報告", "False alarm"),
    };
    language.pick(ja, en)
}

fn jsonl() -> String {
    LINES.with_borrow(|lines| lines.iter().map(|(line, _)| format!("{line}\n")).collect())
}

fn csv() -> String {
    LINES.with_borrow(|lines| to_csv(lines.iter().map(|(_, link)| link)).unwrap_or_default())
}

/// Has the browser save a text as a file.
fn save(file: &str, content: &str) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(content.as_bytes()));
    let options = BlobPropertyBag::new();
    options.set_type("text/plain;charset=utf-8");
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = element("a", "", &[]);
    attribute(&link, "href", &address);
    attribute(&link, "download", file);
    link.unchecked_into::<HtmlElement>().click();
    Url::revoke_object_url(&address)
}
