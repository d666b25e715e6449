//! Reads the packs that ship, so that the program need not when it starts. A
//! broken one stops the build.

use std::path::Path;
use std::{env, fs};

#[path = "src/error.rs"]
mod error;
#[path = "src/keys.rs"]
mod keys;
#[path = "src/pack.rs"]
mod pack;

use error::PackError;

fn main() {
    println!("cargo::rerun-if-changed=packs");
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let packs = fs::read_dir("packs").unwrap_or_else(|error| panic!("packs: {error}"));
    for entry in packs {
        let path = entry
            .unwrap_or_else(|error| panic!("packs: {error}"))
            .path();
        let name = path.display().to_string();
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        match pack::load(&name, &text) {
            Ok(guideline) => {
                let tables = postcard::to_allocvec(&guideline)
                    .unwrap_or_else(|error| panic!("{name}: {error}"));
                let file = Path::new(&out).join(
                    path.with_extension("tables")
                        .file_name()
                        .unwrap_or_default(),
                );
                fs::write(&file, tables)
                    .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            }
            Err(errors) => refuse(&errors),
        }
    }
}

fn refuse(errors: &[PackError]) {
    for error in errors {
        println!("cargo::error={}", error.message().en);
    }
}
