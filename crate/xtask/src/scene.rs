//! A scene in a browser: a program of tests/ that plays with the built extension on the replica pages.

use std::ffi::OsString;

use anyhow::Result;
use duct::cmd;

use crate::{
    build, bundle,
    manifest::Manifest,
    paths::{in_repo, root},
    setup,
    step::Step,
};

/// Builds all that tests/NAME.ts needs, then runs it with `arguments` and the terminal to itself.
///
/// It finds its browser in `CHROMIUM` and runs in the repository's root.
pub fn play(name: &str, arguments: Vec<OsString>) -> Result<()> {
    setup::for_building()?;
    let chromium = setup::browser(&Manifest::read()?)?;
    build::extension()?;
    build_replica()?;
    let script = in_repo(&format!("target/scene/{name}.mjs"));
    bundle::for_node(&in_repo(&format!("tests/{name}.ts")), &script)?;

    let mut command = vec![script.into_os_string()];
    command.extend(arguments);
    Step {
        title: name,
        tool: &format!("tests/{name}.ts"),
        advice: "上の出力を見てください。\nSee the output above.",
    }
    .openly(&cmd("node", command).dir(root()).env("CHROMIUM", chromium))
}

/// Bundles the replica pages into target/replica/.
pub fn build_replica() -> Result<()> {
    Step {
        title: "テスト用のページを作る（tests/replica）",
        tool: "tests/replica/build.mjs",
        advice: "上の指摘を直してください。\nFix what it says above.",
    }
    .quietly(&cmd!("node", "tests/replica/build.mjs").dir(root()))
}
