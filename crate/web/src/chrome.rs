//! The extension API, as far as it is used here.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::dom::to_js;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get, catch)]
    async fn get_local(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get, catch)]
    async fn get_everything(keys: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set, catch)]
    async fn set_local(items: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = remove, catch)]
    async fn remove_local(keys: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = get, catch)]
    async fn get_session(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = set, catch)]
    async fn set_session(items: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "managed"], js_name = get, catch)]
    async fn get_managed(key: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    fn on_changed(listener: &Closure<dyn FnMut(JsValue)>);

    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
    fn ui_language() -> String;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    fn manifest() -> JsValue;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn get_url(path: &str) -> String;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = sendMessage, catch)]
    async fn send_message(message: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = sendMessage, catch)]
    async fn send_to_tab(tab: i32, message: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setTitle, catch)]
    async fn set_title(details: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeText, catch)]
    async fn set_badge_text(details: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["crypto"], js_name = randomUUID)]
    pub fn random_uuid() -> String;
}

/// How often the worker is asked again where it dies over the question.
const TRIES: u32 = 4;

/// Where the browser keeps things.
#[derive(Clone, Copy)]
pub enum Area {
    /// On the disk.
    Local,
    /// Until the browser is closed; survives a killed worker.
    Session,
}

/// What stands under a key; `None` where nothing does, or nothing that can be
/// read.
///
/// # Errors
/// Where the storage does not answer.
pub async fn read<T: DeserializeOwned>(area: Area, key: &str) -> Result<Option<T>, JsValue> {
    let items = match area {
        Area::Local => get_local(key).await?,
        Area::Session => get_session(key).await?,
    };
    let value = js_sys::Reflect::get(&items, &JsValue::from(key))?;
    Ok(serde_wasm_bindgen::from_value(value).ok())
}

/// Everything on the disk whose key begins so, in the order of the keys.
pub async fn read_all(prefix: &str) -> Result<Vec<String>, JsValue> {
    let items = get_everything(JsValue::NULL).await?;
    let mut found: Vec<(String, String)> = js_sys::Object::entries(items.unchecked_ref())
        .iter()
        .filter_map(|entry| {
            let entry: js_sys::Array = entry.unchecked_into();
            let key = entry.get(0).as_string()?;
            key.starts_with(prefix)
                .then_some((key, entry.get(1).as_string()?))
        })
        .collect();
    found.sort();
    Ok(found.into_iter().map(|(_, value)| value).collect())
}

/// Writes all of these items or none.
pub async fn write<const N: usize>(area: Area, items: [(&str, JsValue); N]) -> Result<(), JsValue> {
    let object = js_sys::Object::new();
    for (key, value) in items {
        js_sys::Reflect::set(&object, &JsValue::from(key), &value)?;
    }
    match area {
        Area::Local => set_local(object.into()).await?,
        Area::Session => set_session(object.into()).await?,
    };
    Ok(())
}

/// Removes these keys from the disk.
pub async fn remove(keys: &[String]) -> Result<(), JsValue> {
    remove_local(to_js(&keys)?).await?;
    Ok(())
}

/// Everything that IT has set; empty where it has set nothing, or the browser
/// does not know yet.
pub async fn read_managed<T: DeserializeOwned + Default>() -> T {
    match get_managed(JsValue::NULL).await {
        Ok(items) => serde_wasm_bindgen::from_value(items).unwrap_or_default(),
        // Firefox has nothing to give where no policy is set.
        Err(_) => T::default(),
    }
}

/// Calls back whenever something stored has changed, with whether one of
/// these keys has.
pub fn on_stored(keys: &'static [&'static str], mut listener: impl FnMut() + 'static) {
    let listener = Closure::new(move |changes: JsValue| {
        let has = |key: &str| js_sys::Reflect::has(&changes, &JsValue::from(key));
        if keys.iter().any(|key| has(key).unwrap_or(true)) {
            listener();
        }
    });
    on_changed(&listener);
    listener.forget();
}

/// The browser's language tag.
pub fn language_tag() -> String {
    ui_language()
}

/// Kakunin's version.
pub fn version() -> String {
    js_sys::Reflect::get(&manifest(), &JsValue::from("version"))
        .ok()
        .and_then(|version| version.as_string())
        .unwrap_or_default()
}

/// Now, by this machine's clock: RFC 3339 in UTC.
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Whether an address is that of an extension's document. Only this extension's
/// can speak to the worker.
pub fn is_own(address: &str) -> bool {
    let scheme = |address: &str| {
        address
            .split_once("://")
            .map(|(scheme, _)| scheme.to_owned())
    };
    scheme(address).is_some() && scheme(address) == scheme(&get_url(""))
}

/// Has the worker do something; again where it dies over that.
///
/// # Errors
/// Where it did not do it.
pub async fn ask_worker(message: &impl Serialize) -> Result<(), JsValue> {
    let mut outcome = Err(JsValue::NULL);
    for _ in 0..TRIES {
        outcome = send_message(to_js(message)?).await;
        if outcome.as_ref().is_ok_and(JsValue::is_truthy) {
            return Ok(());
        }
    }
    outcome.and(Err(JsValue::NULL))
}

/// Says something to the content script of a tab, if there is one.
pub async fn tell_tab(tab: i32, message: &impl Serialize) {
    if let Ok(message) = to_js(message) {
        // A tab that has gone needs telling no more.
        let _ = send_to_tab(tab, message).await;
    }
}

/// What the toolbar's icon says about a tab.
pub async fn label_icon(tab: i32, badge: &str, title: &str) {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Label<'a> {
        tab_id: i32,
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<&'a str>,
    }
    let label = |text, title| {
        let tab_id = tab;
        to_js(&Label {
            tab_id,
            text,
            title,
        })
    };
    if let (Ok(text), Ok(title)) = (label(Some(badge), None), label(None, Some(title))) {
        // A tab that has gone needs no label.
        let _ = set_badge_text(text).await;
        let _ = set_title(title).await;
    }
}
