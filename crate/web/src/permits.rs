//! Short-lived permits: what the operator's frame has let go, the network
//! guard lets pass, once.

use futures_util::lock::Mutex;
use kakunin_core::{Platform, Post, Surface};
use kakunin_record::text_hash;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::chrome::{self, Area};
use crate::dom::to_js;

/// Two readers at once would both take the same permit.
static TURN: Mutex<()> = Mutex::new(());

/// How long a permit is good for, in milliseconds: a send with pictures waits
/// for their upload.
const LIFE: f64 = 120_000.0;
const KEY: &str = "permits";

/// That exactly this text may go there, once. Whose account sends it no
/// request says by its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Permit {
    text_hash: String,
    platform: Option<Platform>,
    surface: Surface,
    /// In milliseconds since 1970.
    until: f64,
}

impl Permit {
    fn fits(&self, post: &Post, text_hash: &str) -> bool {
        self.text_hash == text_hash
            && self.platform == post.platform
            && is_private(self.surface) == is_private(post.surface)
    }
}

/// Whether only a recipient sees it. More of the surface the boxes and the
/// requests don't always call alike: all but the first part of a thread go as
/// replies, and a rebuilt page's boxes are told by their words alone.
fn is_private(surface: Surface) -> bool {
    matches!(surface, Surface::DirectMessage | Surface::Chat)
}

/// Gives each of these posts a permit; one that it has already is renewed.
pub async fn give(posts: &[Post]) -> Result<(), JsValue> {
    let _turn = TURN.lock().await;
    let mut permits = valid().await?;
    for post in posts {
        let text_hash = text_hash(&post.text);
        permits.retain(|permit| !permit.fits(post, &text_hash));
        permits.push(Permit {
            text_hash,
            platform: post.platform,
            surface: post.surface,
            until: js_sys::Date::now() + LIFE,
        });
    }
    keep(&permits).await
}

/// Uses the permits of posts up. Says which of the posts had none; where one
/// had none, none is used up.
pub async fn take(posts: Vec<Post>) -> Result<Vec<Post>, JsValue> {
    let _turn = TURN.lock().await;
    let mut permits = valid().await?;
    let mut without = Vec::new();
    for post in posts {
        let text_hash = text_hash(&post.text);
        match permits
            .iter()
            .position(|permit| permit.fits(&post, &text_hash))
        {
            Some(index) => drop(permits.remove(index)),
            None => without.push(post),
        }
    }
    if without.is_empty() {
        // Only what is written survives a killed worker, so it comes first.
        keep(&permits).await?;
    }
    Ok(without)
}

async fn valid() -> Result<Vec<Permit>, JsValue> {
    let permits: Vec<Permit> = chrome::read(Area::Session, KEY).await?.unwrap_or_default();
    let now = js_sys::Date::now();
    Ok(permits
        .into_iter()
        .filter(|permit| permit.until > now)
        .collect())
}

async fn keep(permits: &[Permit]) -> Result<(), JsValue> {
    chrome::write(Area::Session, [(KEY, to_js(&permits)?)]).await
}
