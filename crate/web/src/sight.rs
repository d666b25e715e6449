//! Whether the operator could see the panel when something in it was pressed:
//! a page can lay things over the frame, or fade it out, to have the operator
//! press what isn't seen.

use std::cell::Cell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Element;

thread_local! {
    static IS_SEEN: Cell<bool> = const { Cell::new(true) };
}

/// Watches whether an element can be seen, where the browser can tell: covered,
/// see-through and shifted all count as unseen.
pub fn watch(element: &Element) {
    let Some(observer) = observer() else {
        return;
    };
    if let Ok(observe) = Reflect::get(&observer, &"observe".into()) {
        // An observer that was just made observes.
        let _ = observe
            .unchecked_ref::<Function>()
            .call1(&observer, element);
        IS_SEEN.set(false);
    }
}

/// Whether the panel could be seen just now.
pub fn is_clear() -> bool {
    IS_SEEN.get()
}

/// An observer that tracks visibility; `None` where the browser can't.
fn observer() -> Option<JsValue> {
    let window = crate::dom::window();
    let entry = Reflect::get(&window, &"IntersectionObserverEntry".into()).ok()?;
    let prototype = Reflect::get(&entry, &"prototype".into()).ok()?;
    if !Reflect::has(&prototype, &"isVisible".into()).unwrap_or(false) {
        return None;
    }
    let seen = Closure::<dyn FnMut(Array)>::new(|entries: Array| {
        if let Some(latest) = entries.iter().last() {
            let is_visible = Reflect::get(&latest, &"isVisible".into());
            IS_SEEN.set(is_visible.is_ok_and(|visible| visible.is_truthy()));
        }
    });
    let options = Object::new();
    // The least delay that the browsers take.
    for (key, value) in [
        ("trackVisibility", JsValue::TRUE),
        ("delay", JsValue::from(100)),
        ("threshold", Array::of2(&0.0.into(), &0.5.into()).into()),
    ] {
        Reflect::set(&options, &key.into(), &value).ok()?;
    }
    let constructor = Reflect::get(&window, &"IntersectionObserver".into()).ok()?;
    let arguments = Array::of2(seen.as_ref(), &options);
    let constructor: &Function = constructor.unchecked_ref();
    let observer = Reflect::construct(constructor, &arguments).ok()?;
    // It watches for as long as the frame lives.
    seen.forget();
    Some(observer)
}
