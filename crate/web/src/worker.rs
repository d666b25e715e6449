//! The service worker's share: it answers where a page keeps the frame from
//! starting. `extension/worker` only registers the events.

use std::cell::RefCell;
use std::rc::Rc;

use kakunin_core::Post;
use wasm_bindgen::prelude::*;

use crate::Engine;
use crate::dom::to_js;
use crate::messages::Answer;
use crate::storage;

thread_local! {
    static ENGINE: RefCell<Option<Rc<Engine>>> = const { RefCell::new(None) };
}

/// Answers for a post as the frame would before the operator has answered.
///
/// # Errors
/// Where `post` is not a post.
#[wasm_bindgen(js_name = check)]
pub async fn check(post: JsValue) -> Result<JsValue, JsValue> {
    let post: Post = serde_wasm_bindgen::from_value(post)?;
    let outcome = engine().await.check(&post);
    let hold = outcome
        .as_ref()
        .is_ok_and(|report| report.verdict.is_held());
    to_js(&Answer::new(&outcome, hold, storage::language()))
}

/// Something stored has changed: the next check reads the settings anew.
#[wasm_bindgen(js_name = settingsChanged)]
pub fn settings_changed() {
    ENGINE.take();
}

async fn engine() -> Rc<Engine> {
    if let Some(engine) = ENGINE.with_borrow(Clone::clone) {
        return engine;
    }
    let engine = Rc::new(storage::load_engine().await);
    ENGINE.set(Some(Rc::clone(&engine)));
    engine
}
