//! The network guard: what publishes is checked once more on its way out,
//! whatever path it took there.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use kakunin_core::{Message, Post, Report, UnreadableRequest};
use kakunin_platforms::{Adapter, Body, Request};
use kakunin_record::Event;
use url::Url;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::chrome;
use crate::dom::to_js;
use crate::journal::{self, Entry};
use crate::messages::{Answer, FromWorker};
use crate::{Engine, permits, stored};

/// How long a permit may be on its way while its request is there already, in
/// milliseconds.
const PERMIT_COMES: i32 = 250;

/// Decides about a request, see `webRequest.onBeforeRequest`.
pub async fn decide<F: Future<Output = Rc<Engine>>>(
    details: JsValue,
    engine: impl FnOnce() -> F,
) -> Result<JsValue, JsValue> {
    let Some(url) = get(&details, "url").and_then(|url| Url::parse(&url.as_string()?).ok()) else {
        return verdict(false);
    };
    if get(&details, "method")
        .and_then(|method| method.as_string())
        .as_deref()
        == Some("GET")
    {
        return verdict(false);
    }
    let engine = engine().await;
    let Some(adapter) = adapter_for(&engine, &url) else {
        return verdict(false);
    };
    match kakunin_platforms::read(adapter, &url, || body(&details)) {
        // An encrypted text is checked in its compose box only.
        Request::Other | Request::Encrypted(_) => verdict(false),
        Request::Unreadable(surface) => {
            let post = Post {
                platform: Some(adapter.platform),
                surface,
                at: Some(chrome::now()),
                ..Post::default()
            };
            let stops = engine.settings.unreadable_request == UnreadableRequest::Stop
                && !engine.settings.pilot_mode
                && engine.emergency.is_none();
            let event = if stops {
                Event::Cancelled
            } else {
                Event::Unchecked
            };
            let outcome = Err(UNREADABLE.clone());
            let record = engine.record(event, &post, &outcome);
            journal::append(vec![Entry::new(record)]).await?;
            if stops {
                tell(&details, &outcome).await;
            }
            verdict(stops)
        }
        Request::Publishes(posts) => {
            let at = chrome::now();
            let posts = posts
                .into_iter()
                .map(|post| Post {
                    at: Some(at.clone()),
                    ..post
                })
                .collect();
            let is_stopped = judge(&details, &engine, posts).await?;
            verdict(is_stopped)
        }
    }
}

static UNREADABLE: std::sync::LazyLock<Message> = std::sync::LazyLock::new(|| {
    Message::new(
        "送信される内容を読み取れませんでした（未検査）。",
        "What is sent could not be read (unchecked).",
    )
});

/// Whether posts are stopped: they have no permit, and would be held.
async fn judge(details: &JsValue, engine: &Engine, posts: Vec<Post>) -> Result<bool, JsValue> {
    let without = permits::take(posts.clone()).await?;
    let mut notable: Vec<_> = without
        .into_iter()
        .filter_map(|post| {
            let outcome = engine.check(&post);
            let is_held = engine.holds(&outcome, |_| false);
            let event = if is_held {
                Event::Cancelled
            } else {
                engine.passes_as(&outcome, |_| false)?
            };
            Some((post, outcome, event))
        })
        .collect();
    if notable.is_empty() {
        return Ok(false);
    }
    sleep(PERMIT_COMES).await;
    let without = permits::take(posts).await?;
    notable.retain(|(post, ..)| without.contains(post));
    let mut is_stopped = false;
    for (post, outcome, event) in notable {
        let record = engine.record(event, &post, &outcome);
        journal::append(vec![Entry::new(record)]).await?;
        if event == Event::Cancelled {
            tell(details, &outcome).await;
            is_stopped = true;
        }
    }
    Ok(is_stopped)
}

/// Tells the operator, in the page that made the request, why it was stopped.
async fn tell(details: &JsValue, outcome: &Result<Report, Message>) {
    let summary = Answer::new(outcome, true, stored::language()).summary;
    let tab = get(details, "tabId").and_then(|tab| tab.as_f64());
    if let Some(tab) = tab.filter(|&tab| tab >= 0.0) {
        chrome::tell_tab(tab as i32, &FromWorker::Cancelled { summary }).await;
    }
}

fn verdict(cancel: bool) -> Result<JsValue, JsValue> {
    to_js(&std::collections::BTreeMap::from([("cancel", cancel)]))
}

/// The adapter of the platform that a request goes to.
fn adapter_for<'a>(engine: &'a Engine, url: &Url) -> Option<&'a Adapter> {
    let host = url.host_str()?;
    engine
        .adapters()
        .iter()
        .find(|adapter| adapter.hosts.iter().any(|own| own == host))
}

/// The body, see `webRequest.UploadData`: a form's fields, or raw pieces.
fn body(details: &JsValue) -> Body {
    let Some(body) = get(details, "requestBody") else {
        return Body::Hidden;
    };
    if let Some(form) = get(&body, "formData") {
        return Body::Form(fields(&form));
    }
    let Some(raw) = get(&body, "raw") else {
        return Body::Hidden;
    };
    let pieces: Array = raw.unchecked_into();
    let mut bytes = Vec::new();
    for piece in pieces.iter() {
        match get(&piece, "bytes") {
            Some(piece) => bytes.extend(Uint8Array::new(&piece).to_vec()),
            // A file: its bytes are not shown.
            None => return Body::Hidden,
        }
    }
    Body::Bytes(bytes)
}

/// The fields of a form: each name with its values.
fn fields(form: &JsValue) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for entry in Object::entries(form.unchecked_ref()).iter() {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        let values: Array = entry.get(1).unchecked_into();
        for value in values.iter() {
            fields.push((name.clone(), value.as_string().unwrap_or_default()));
        }
    }
    fields
}

/// A property that is there.
fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &JsValue::from(key)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &js_sys::Function, milliseconds: i32) -> JsValue;
}

async fn sleep(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, milliseconds);
    });
    // It is never rejected.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
