//! `cargo xtask bench`: how fast the extension answers in a browser.

use anyhow::Result;

use crate::scene;

/// Builds and measures.
pub fn run() -> Result<()> {
    scene::play("bench", Vec::new())
}
