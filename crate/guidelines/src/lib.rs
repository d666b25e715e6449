//! The guidelines that ship with Kakunin and the loader of their files.
//!
//! A pack is one TOML file a municipality: every clause word for word, and
//! under each what is enforced, or why nothing is.

mod coverage;
mod error;
mod examples;
mod pack;

pub use coverage::{Coverage, coverage};
pub use error::PackError;
pub use examples::run_examples;
pub use pack::load;

use kakunin_core::Guideline;

/// The packs that ship: id and file text.
pub const SHIPPED: &[(&str, &str)] = &[
    ("bunkyo", include_str!("../packs/bunkyo.toml")),
    ("joetsu", include_str!("../packs/joetsu.toml")),
    ("wako", include_str!("../packs/wako.toml")),
    ("minato", include_str!("../packs/minato.toml")),
    ("nagasaki", include_str!("../packs/nagasaki.toml")),
];

/// Loads a shipped guideline; `None` where no such id ships.
pub fn shipped(id: &str) -> Option<Result<Guideline, Vec<PackError>>> {
    let (id, text) = SHIPPED.iter().find(|(shipped, _)| *shipped == id)?;
    Some(load(&format!("{id}.toml"), text))
}
