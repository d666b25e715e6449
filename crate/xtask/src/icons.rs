//! The icons, drawn from extension/icons/kakunin.svg.

use std::path::Path;

use anyhow::{Context, Result};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

use crate::paths::in_repo;

/// Pixels of a side.
const SIZES: [u16; 4] = [16, 32, 48, 128];

/// Draws SIZE.png of each size into `folder`.
pub fn draw(folder: &Path) -> Result<()> {
    let svg = fs_err::read(in_repo("extension/icons/kakunin.svg"))?;
    let tree = Tree::from_data(&svg, &Options::default()).context("extension/icons/kakunin.svg")?;
    fs_err::create_dir_all(folder)?;
    for size in SIZES {
        let mut pixels = Pixmap::new(size.into(), size.into()).context("an icon has a size")?;
        let scale = f32::from(size) / tree.size().width();
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut pixels.as_mut(),
        );
        fs_err::write(folder.join(format!("{size}.png")), pixels.encode_png()?)?;
    }
    Ok(())
}
