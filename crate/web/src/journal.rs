//! The record on this machine: only the worker writes it, line after line.

use std::collections::VecDeque;

use futures_util::lock::Mutex;
use kakunin_record::{Event, Exported, Head, Link, Record};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::chrome::{self, Area};
use crate::dom::to_js;

const HEAD: &str = "recordHead";
const EXPORTED: &str = "recordExported";
/// In milliseconds.
const DAY: f64 = 86_400_000.0;
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

/// A line about what happens now, with nothing else said yet.
pub fn record(event: Event) -> Record {
    Record::new(event, chrome::now(), chrome::version())
}

/// Notes that everything up to a line was exported.
pub async fn note_export(last: &Link) -> Result<(), JsValue> {
    let exported = to_js(&Exported::from(last))?;
    chrome::write(Area::Local, [(EXPORTED, exported)]).await
}

/// Removes the lines that were exported and are older than so many days; with
/// 0 days none.
pub async fn prune(days: u32) -> Result<(), JsValue> {
    let exported: Option<Exported> = chrome::read(Area::Local, EXPORTED).await?;
    let (Some(exported), 1..) = (exported, days) else {
        return Ok(());
    };
    let oldest = js_sys::Date::now() - f64::from(days) * DAY;
    let oldest = String::from(js_sys::Date::new(&oldest.into()).to_iso_string());
    let lines = lines().await?;
    let old: Vec<_> = lines
        .iter()
        .filter(|(_, link)| exported.lets_go(link, &oldest))
        .map(|(_, link)| key(&link.chain, link.seq))
        .collect();
    if old.is_empty() {
        return Ok(());
    }
    chrome::remove(&old).await
}

/// Every line that can be read, as it is written and what it says, in order.
/// A line that is no record shows as a gap in the chain.
pub async fn lines() -> Result<Vec<(String, Link)>, JsValue> {
    let lines = chrome::read_all(PREFIX).await?;
    let read = |line: String| {
        let link = serde_json::from_str(&line).ok()?;
        Some((line, link))
    };
    Ok(lines.into_iter().filter_map(read).collect())
}

/// What the keys of all lines begin with.
const PREFIX: &str = "record:";

/// The key that a line stands under. A record that had to begin anew is
/// another chain and overwrites nothing.
fn key(chain: &str, seq: u64) -> String {
    format!("{PREFIX}{chain}:{seq:010}")
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
        let place = key(&end.head.chain, end.head.seq);
        let items = [(place.as_str(), JsValue::from(line)), (HEAD, to_js(&end)?)];
        chrome::write(Area::Local, items).await?;
    }
    Ok(())
}
