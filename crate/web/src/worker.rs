//! The service worker's share: it answers where a page keeps the frame from
//! starting, keeps the record, and stops what goes past the compose boxes.
//! `extension/worker` only registers the events.

use std::cell::RefCell;
use std::rc::Rc;

use kakunin_core::Post;
use kakunin_record::{Event, Record, Subject};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::chrome::{self, Area};
use crate::dom::to_js;
use crate::journal::{self, Entry};
use crate::messages::{Answer, Part, Sight, ToWorker};
use crate::stored::{self, Emergency};
use crate::{Engine, guard, permits};

/// How long emergency posting stays on, in milliseconds.
const EMERGENCY: f64 = 3_600_000.0;

thread_local! {
    static ENGINE: RefCell<Option<Rc<Engine>>> = const { RefCell::new(None) };
}

/// Who sent a message.
#[derive(Deserialize)]
pub struct Sender {
    /// The address of the page that it came from.
    url: Option<String>,
    /// The origin of the frame that it came from.
    origin: Option<String>,
    tab: Option<Tab>,
}

#[derive(Deserialize)]
struct Tab {
    id: Option<i32>,
}

impl Sender {
    /// Whether it is one of Kakunin's own documents: a content script speaks
    /// from its page's address.
    fn is_own(&self) -> bool {
        self.origin
            .as_deref()
            .or(self.url.as_deref())
            .is_some_and(chrome::is_own)
    }
}

/// Starts the worker: what IT has set is kept, and the settings are at hand.
#[wasm_bindgen(js_name = startWorker)]
pub fn start_worker() {
    console_error_panic_hook::set_once();
    chrome::on_stored(stored::KEYS, || {
        ENGINE.take();
        spawn_local(async {
            // The content scripts go on with the adapters that they have.
            let _ = stored::keep_adapters(engine().await.mended()).await;
        });
    });
    spawn_local(async {
        // Where it can't be kept now, the next start tries again.
        let _ = stored::keep_policy(false).await;
    });
}

/// The browser has started: what of the record is over goes.
#[wasm_bindgen(js_name = browserStarted)]
pub fn browser_started() {
    spawn_local(async {
        // What can't be removed now is removed at the next start.
        let _ = journal::prune(engine().await.settings.record_days).await;
    });
}

/// IT has changed what it sets.
#[wasm_bindgen(js_name = policyChanged)]
pub async fn policy_changed() -> Result<(), JsValue> {
    ENGINE.take();
    stored::keep_policy(true).await
}

/// Hears a message. Resolves to the answer; rejects where the sender may not
/// say this, or it could not be done.
#[wasm_bindgen(js_name = hear)]
pub async fn hear(message: JsValue, sender: JsValue) -> Result<JsValue, JsValue> {
    let message: ToWorker = serde_wasm_bindgen::from_value(message)?;
    let sender: Sender = serde_wasm_bindgen::from_value(sender)?;
    match message {
        ToWorker::Check { post } => check(&post).await,
        ToWorker::Sending { posts } => note_passing(&posts).await,
        ToWorker::Sight { sight } => see(sight, &sender).await,
        ToWorker::Release { .. } | ToWorker::Emergency { .. } if !sender.is_own() => {
            Err(JsValue::from("only Kakunin's own documents may say this"))
        }
        ToWorker::Release { posts, entries } => {
            // What is let go is recorded first.
            journal::append(entries).await?;
            permits::give(&posts).await?;
            Ok(JsValue::TRUE)
        }
        ToWorker::Emergency { reason } => emergency(reason).await,
    }
}

/// Answers for a post as the frame would before the operator has answered.
async fn check(post: &Post) -> Result<JsValue, JsValue> {
    let engine = engine().await;
    let outcome = engine.check(post);
    let hold = engine.holds(&outcome, |_| false);
    to_js(&Answer::new(&outcome, hold, stored::language()))
}

/// Records posts that go although they could not be checked, or would have
/// been held.
async fn note_passing(posts: &[Post]) -> Result<JsValue, JsValue> {
    let engine = engine().await;
    let passing = posts.iter().filter_map(|post| {
        let outcome = engine.check(post);
        let event = engine.passes_as(&outcome, |_| false)?;
        Some(Entry::new(engine.record(event, post, &outcome)))
    });
    journal::append(passing.collect()).await?;
    Ok(JsValue::TRUE)
}

/// Shows on the toolbar how much of a page is seen, and records what is not.
async fn see(sight: Sight, sender: &Sender) -> Result<JsValue, JsValue> {
    let language = stored::language();
    let (badge, title) = if sight.missing.is_empty() {
        ("", language.pick("Kakunin：確認中", "Kakunin: checking"))
    } else if sight.missing.contains(&Part::Box) {
        (
            "！",
            language.pick(
                "Kakunin：この画面では一部だけ確認できます（投稿欄の作りが変わっています）",
                "Kakunin: this screen is checked in part only (its compose box has changed)",
            ),
        )
    } else {
        (
            "△",
            language.pick(
                "Kakunin：一部だけ確認しています",
                "Kakunin: checking in part only",
            ),
        )
    };
    if let Some(tab) = sender.tab.as_ref().and_then(|tab| tab.id) {
        chrome::label_icon(tab, badge, title).await;
    }
    if sight.missing.is_empty() {
        return Ok(JsValue::TRUE);
    }
    let seen = format!("{} {:?}", sight.page, sight.missing);
    let noted: Vec<String> = chrome::read(Area::Session, "drift")
        .await?
        .unwrap_or_default();
    if !noted.contains(&seen) {
        let record = Record {
            subject: Subject {
                platform: Some(sight.platform),
                ..Subject::default()
            },
            reason: Some(seen.clone()),
            ..journal::record(Event::Drift)
        };
        journal::append(vec![Entry::new(record)]).await?;
        let noted: Vec<_> = noted.into_iter().chain([seen]).collect();
        chrome::write(Area::Session, [("drift", to_js(&noted)?)]).await?;
    }
    Ok(JsValue::TRUE)
}

async fn emergency(reason: Option<String>) -> Result<JsValue, JsValue> {
    let event = match reason {
        Some(_) => Event::EmergencyOn,
        None => Event::EmergencyOff,
    };
    let record = Record {
        reason: reason.clone(),
        ..journal::record(event)
    };
    journal::append(vec![Entry::new(record)]).await?;
    let emergency = reason.map(|reason| Emergency {
        until: js_sys::Date::now() + EMERGENCY,
        reason,
    });
    stored::set_emergency(emergency.as_ref()).await?;
    Ok(JsValue::TRUE)
}

/// Says whether a request that a page makes is to be stopped: `{cancel}` as
/// `webRequest.onBeforeRequest` takes it.
#[wasm_bindgen(js_name = guard)]
pub async fn guard_request(details: JsValue) -> Result<JsValue, JsValue> {
    guard::decide(details, engine).await
}

async fn engine() -> Rc<Engine> {
    if let Some(engine) = ENGINE.with_borrow(Clone::clone) {
        // Emergency posting runs out without anything being stored.
        let is_over = |emergency: &Emergency| emergency.until <= js_sys::Date::now();
        if !engine.emergency.as_ref().is_some_and(is_over) {
            return engine;
        }
    }
    let engine = Rc::new(stored::load_engine().await);
    ENGINE.set(Some(Rc::clone(&engine)));
    engine
}
