//! What the browser keeps for Kakunin: settings, the last good policy, and
//! whether emergency posting is on.

use std::collections::BTreeMap;

use kakunin_core::Settings;
use kakunin_platforms::Adapter;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use crate::Engine;
use crate::chrome::{self, Area};
use crate::dom::to_js;
use crate::language::Language;

/// The keys in `storage.local` that an engine is made from.
pub const KEYS: &[&str] = &["settings", "policy", "emergency"];

/// Settings by their keys.
pub type Object = Map<String, Value>;

/// What IT has set, when it was last seen.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// The settings.
    pub settings: Object,
    /// When they came, in milliseconds since 1970.
    pub at: f64,
}

/// Emergency posting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Emergency {
    /// When it runs out, in milliseconds since 1970.
    pub until: f64,
    /// Why it is on.
    pub reason: String,
}

/// The engine that the stored settings ask for: the operator's own, and over
/// them those of IT, or while the browser does not know these yet, the last
/// that were known.
pub async fn load_engine() -> Engine {
    let policy = match chrome::read_managed::<Object>().await {
        unknown if unknown.is_empty() => last_policy().await.settings,
        known => known,
    };
    let mut settings = own_settings().await;
    settings.extend(policy);
    let (settings, errors) = Settings::read(settings);
    let emergency = emergency().await;
    let engine = Engine::new(settings.clone(), errors, emergency.clone());
    let last: Option<Law> = get(LAW).await;
    if engine.guideline().is_some() {
        let law = Law::of(&settings);
        if last.as_ref() != Some(&law) {
            // Where it can't be kept now, the next engine keeps it.
            let _ = keep_law(&law).await;
        }
        return engine;
    }
    match last {
        Some(law) if !engine.is_unset() => {
            let settings = law.within(settings);
            Engine::new(settings, Vec::new(), emergency).replaced_by(engine)
        }
        _ => engine,
    }
}

const LAW: &str = "law";

/// What of the settings names the guideline: kept while it is in force, for
/// the time when what is set cannot be used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Law {
    guideline: Option<String>,
    guideline_pack: Option<String>,
}

impl Law {
    fn of(settings: &Settings) -> Self {
        Self {
            guideline: settings.guideline.clone(),
            guideline_pack: settings.guideline_pack.clone(),
        }
    }

    fn within(self, settings: Settings) -> Settings {
        Settings {
            guideline: self.guideline,
            guideline_pack: self.guideline_pack,
            ..settings
        }
    }
}

async fn keep_law(law: &Law) -> Result<(), JsValue> {
    chrome::write(Area::Local, [(LAW, to_js(law)?)]).await
}

/// Keeps what IT has set for the times when the browser does not know it yet.
/// `is_news`: the browser says that it has changed, so nothing is nothing.
pub async fn keep_policy(is_news: bool) -> Result<(), JsValue> {
    let settings = chrome::read_managed::<Object>().await;
    if settings.is_empty() && !is_news || settings == last_policy().await.settings {
        return Ok(());
    }
    let policy = Policy {
        settings,
        at: js_sys::Date::now(),
    };
    chrome::write(Area::Local, [("policy", to_js(&policy)?)]).await
}

/// Stores the choice of a guideline beside the other settings.
pub async fn choose_guideline(id: &str) -> Result<(), JsValue> {
    let mut settings = own_settings().await;
    settings.insert("guideline".to_owned(), Value::from(id));
    chrome::write(Area::Local, [("settings", to_js(&settings)?)]).await
}

/// Turns emergency posting on, or off with `None`.
pub async fn set_emergency(emergency: Option<&Emergency>) -> Result<(), JsValue> {
    chrome::write(Area::Local, [("emergency", to_js(&emergency)?)]).await
}

/// Emergency posting, while it is on.
pub async fn emergency() -> Option<Emergency> {
    let emergency: Option<Emergency> = get("emergency").await;
    emergency.filter(|emergency| emergency.until > js_sys::Date::now())
}

/// Keeps the adapters that settings give where the content scripts find them:
/// these have no WebAssembly to read settings with.
pub async fn keep_adapters(mended: &[Adapter]) -> Result<(), JsValue> {
    let kept: Vec<Adapter> = get("adapters").await.unwrap_or_default();
    if kept == mended {
        return Ok(());
    }
    chrome::write(Area::Local, [("adapters", to_js(&mended)?)]).await
}

/// Who approved last, by account.
pub async fn approvers() -> BTreeMap<String, String> {
    get("approvers").await.unwrap_or_default()
}

/// Keeps who approved last.
pub async fn keep_approvers(approvers: &BTreeMap<String, String>) -> Result<(), JsValue> {
    chrome::write(Area::Local, [("approvers", to_js(approvers)?)]).await
}

/// The language of the screens.
pub fn language() -> Language {
    Language::from_tag(&chrome::language_tag())
}

async fn last_policy() -> Policy {
    get("policy").await.unwrap_or_default()
}

async fn own_settings() -> Object {
    get("settings").await.unwrap_or_default()
}

/// What is stored under a key. A storage that does not answer has nothing.
async fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    chrome::read(Area::Local, key).await.ok().flatten()
}
