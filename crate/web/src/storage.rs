//! The settings, as the browser keeps them.

use kakunin_core::Settings;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

use crate::Engine;
use crate::language::Language;

const KEY: &str = "settings";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get, catch)]
    async fn get_local(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set, catch)]
    async fn set_local(items: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    fn on_changed(listener: &Closure<dyn FnMut()>);

    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
    fn ui_language() -> String;
}

/// The engine that the stored settings ask for.
pub async fn load_engine() -> Engine {
    let (settings, errors) = Settings::read(read_settings().await);
    Engine::new(settings, errors)
}

/// Stores the choice of a guideline beside the other settings.
pub async fn choose_guideline(id: &str) -> Result<(), JsValue> {
    let mut settings = read_settings().await;
    settings.insert("guideline".to_owned(), Value::from(id));
    let mut items = Map::new();
    items.insert(KEY.to_owned(), Value::Object(settings));
    set_local(crate::dom::to_js(&items)?).await?;
    Ok(())
}

/// Calls back whenever something stored has changed.
pub fn listen(listener: impl FnMut() + 'static) {
    let listener = Closure::new(listener);
    on_changed(&listener);
    listener.forget();
}

/// The browser's language.
pub fn language() -> Language {
    Language::from_tag(&ui_language())
}

async fn read_settings() -> Map<String, Value> {
    let Ok(items) = get_local(KEY).await else {
        return Map::new();
    };
    let mut items: Map<String, Value> = serde_wasm_bindgen::from_value(items).unwrap_or_default();
    match items.remove(KEY) {
        Some(Value::Object(settings)) => settings,
        _ => Map::new(),
    }
}
