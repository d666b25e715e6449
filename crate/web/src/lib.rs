//! Kakunin in the browser: the frame beside the compose box with its panel,
//! and the service worker. What a post means is the core's business; here it
//! is only asked, shown and answered.

mod dom;
mod engine;
mod frame;
mod language;
mod messages;
mod panel;
mod storage;
mod worker;

pub use engine::Engine;
