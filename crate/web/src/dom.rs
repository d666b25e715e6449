//! The few things that every screen does with the DOM.

use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventTarget, Window};

/// The frame's window.
pub fn window() -> Window {
    web_sys::window().expect_throw("a frame has a window")
}

/// The frame's document.
pub fn document() -> Document {
    window().document().expect_throw("a window has a document")
}

/// An element that the page's own HTML has, or that was just put into it.
pub fn by_id(id: &str) -> Element {
    document()
        .get_element_by_id(id)
        .expect_throw("the page has it")
}

/// A plain object, with `null` for what is absent.
pub fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}

/// An element with a class and what stands in it.
pub fn element(tag: &str, class: &str, children: &[&Element]) -> Element {
    let element = document()
        .create_element(tag)
        .expect_throw("tag names are constants");
    if !class.is_empty() {
        element.set_class_name(class);
    }
    for child in children {
        append(&element, child);
    }
    element
}

/// An element with a class and a text.
pub fn text(tag: &str, class: &str, text: &str) -> Element {
    let element = element(tag, class, &[]);
    element.set_text_content(Some(text));
    element
}

/// A field for one line of text, with what else it has.
pub fn field(attributes: &[(&str, &str)]) -> Element {
    let field = element("input", "", &[]);
    for (name, value) in [("type", "text"), ("autocomplete", "off")]
        .iter()
        .chain(attributes)
    {
        attribute(&field, name, value);
    }
    field
}

/// Puts an element at the end of another.
pub fn append(parent: &Element, child: &Element) {
    parent
        .append_child(child)
        .expect_throw("an element of ours takes children");
}

/// Sets an attribute whose name is a constant.
pub fn attribute(element: &Element, name: &str, value: &str) {
    element
        .set_attribute(name, value)
        .expect_throw("attribute names are constants");
}

/// Listens on an element for as long as it lives.
pub fn on<E: JsCast>(target: &EventTarget, event: &str, mut listener: impl FnMut(E) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        listener(event.unchecked_into());
    });
    target
        .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
        .expect_throw("listeners can be added");
    // The element holds the listener; both go together.
    listener.forget();
}
