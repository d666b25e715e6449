//! Reads the adapters from their files, so that the browser carries no reader
//! of TOML for them. A broken one stops the build.

use std::path::Path;
use std::{env, fs};

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[path = "src/adapter.rs"]
#[allow(dead_code)]
mod adapter;

use adapter::{Adapter, Place};

/// In the order of the product's screens.
const PLATFORMS: &[&str] = &["x", "facebook", "instagram", "line"];

/// The places that every platform has last.
#[derive(Deserialize)]
struct Fallback {
    place: Vec<Place>,
}

fn main() {
    println!("cargo::rerun-if-changed=data");
    let fallback: Fallback = read("fallback");
    let adapters: Vec<_> = PLATFORMS
        .iter()
        .map(|platform| {
            let mut adapter: Adapter = read(platform);
            adapter.place.extend(fallback.place.iter().cloned());
            adapter
        })
        .collect();
    let json = serde_json::to_string(&adapters).unwrap_or_else(|error| panic!("{error}"));
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let file = Path::new(&out).join("adapters.json");
    fs::write(&file, json).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

fn read<T: DeserializeOwned>(name: &str) -> T {
    let file = format!("data/{name}.toml");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}
