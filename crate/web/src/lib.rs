//! Kakunin in the browser: the frame beside the compose box with its panel,
//! and the service worker. What a post means is the core's business; here it
//! is only asked, shown and answered.

mod checklist;
mod chrome;
mod dom;
mod emergency;
mod engine;
mod frame;
mod guard;
mod journal;
mod language;
mod messages;
mod panel;
mod permits;
mod sight;
mod stored;
mod worker;

pub use engine::Engine;
