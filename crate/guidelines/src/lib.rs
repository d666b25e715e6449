//! The guidelines that ship with Kakunin and the loader of their files.
//!
//! A pack is one TOML file a municipality: every clause word for word, and
//! under each what is enforced, or why nothing is.

mod coverage;
mod error;
mod examples;
mod keys;
mod pack;
mod schema;

pub use coverage::{Coverage, coverage};
pub use error::PackError;
pub use examples::run_examples;
pub use pack::load;
pub use schema::schema;

use kakunin_core::Guideline;

macro_rules! shipped {
    ($($id:literal)*) => {
        /// Ids of the guidelines that ship.
        pub const SHIPPED: &[&str] = &[$($id),*];

        /// The pack of a guideline that ships, as it is written.
        pub fn pack(id: &str) -> Option<&'static str> {
            match id {
                $($id => Some(include_str!(concat!("../packs/", $id, ".toml"))),)*
                _ => None,
            }
        }

        /// The same, read by the build script.
        fn tables(id: &str) -> Option<&'static [u8]> {
            match id {
                $($id => Some(include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".tables"))),)*
                _ => None,
            }
        }
    };
}

shipped! { "bunkyo" "joetsu" "wako" "minato" "nagasaki" }

/// A guideline that ships, without its examples; `None` where no such id ships.
pub fn shipped(id: &str) -> Option<Guideline> {
    let guideline = postcard::from_bytes(tables(id)?);
    Some(guideline.unwrap_or_else(|error| panic!("not the tables of a guideline: {error}")))
}
