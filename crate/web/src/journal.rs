//! The record on this machine: only the worker writes it, line after line.

use std::collections::VecDeque;

use futures_util::lock::Mutex;
use kakunin_record::{Head, Record};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::chrome::{self, Area};
use crate::dom::to_js;

const HEAD: &str = "recordHead";
/// As many entries are remembered as may be told twice: whoever told one asks
/// again when the worker died before it answered.
const RECENT: usize = 64;

/// Two lines at once would both follow the same one.
static WRITING: Mutex<()> = Mutex::new(());

/// Where the record goes on.
#[derive(Default, Serialize, Deserialize)]
struct End {
    head: Head,
    /// Ids of the entries that were written last.
    recent: VecDeque<String>,
}

/// Something to be recorded, told until it is known to be.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// Random: the same entry told twice is written once.
    pub id: String,
    /// What happened.
    pub record: Record,
}

impl Entry {
    /// A new entry.
    pub fn new(record: Record) -> Self {
        Self {
            id: chrome::random_uuid(),
            record,
        }
    }
}

/// What the keys of all lines begin with.
pub const PREFIX: &str = "record:";

/// The key that a line stands under. A record that had to begin anew is
/// another chain and overwrites nothing.
fn key(head: &Head) -> String {
    format!("{PREFIX}{}:{:010}", head.chain, head.seq)
}

/// Writes entries that are not written yet. The line and where the record
/// goes on are written together, or neither is.
pub async fn append(entries: Vec<Entry>) -> Result<(), JsValue> {
    let _turn = WRITING.lock().await;
    let mut end: End = chrome::read(Area::Local, HEAD).await?.unwrap_or_default();
    for Entry { id, record } in entries {
        if end.recent.contains(&id) {
            continue;
        }
        if end.head.chain.is_empty() {
            end.head.chain = chrome::random_uuid();
        }
        let line = end.head.append(record);
        end.recent.push_back(id);
        if end.recent.len() > RECENT {
            end.recent.pop_front();
        }
        let key = key(&end.head);
        let items = [(key.as_str(), JsValue::from(line)), (HEAD, to_js(&end)?)];
        chrome::write(Area::Local, items).await?;
    }
    Ok(())
}
