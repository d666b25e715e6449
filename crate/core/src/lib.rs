//! Kakunin's core: a [`Post`] in, a [`Report`] out.
//!
//! [`Checker::check`] is the one function in the middle. Detectors know
//! language, guidelines know law; this crate holds both vocabularies and
//! nothing else: no browser, no clock, no files, no network.

mod checker;
mod concern;
pub mod detect;
mod guideline;
mod host;
pub mod link;
mod message;
mod post;
mod report;
mod settings;
mod text;

pub use checker::Checker;
pub use concern::Concern;
pub use guideline::{Action, Clause, Default, Enforce, Example, Expect, Guideline, Override};
pub use message::Message;
pub use post::{Media, MediaKind, Platform, Post, Surface};
pub use report::{Ask, Finding, Fix, Report, Strength, Verdict};
pub use settings::{Day, Settings, SettingsError, TimeOfDay, Unchecked, UnreadableRequest};
pub use text::Text;
