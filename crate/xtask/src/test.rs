//! `cargo xtask test`: every check and test, in the order that finds mistakes soonest.

use anyhow::Result;
use duct::{Expression, cmd};

use crate::{
    build::{self, check_types},
    manifest::Manifest,
    paths::root,
    scene, setup,
    step::{Step, headline},
    wasm::cargo,
};

/// Runs everything; the first failure ends the run.
pub fn run() -> Result<()> {
    headline("準備（setup）");
    setup::for_building()?;
    let chromium = setup::browser(&Manifest::read()?)?;

    part(
        "Rust の書式（cargo fmt）",
        "cargo fmt --check",
        "`cargo fmt` で整えてください。\nRun `cargo fmt`.",
        cmd!(cargo(), "fmt", "--all", "--check"),
    )?;
    part(
        "Rust の点検（cargo clippy）",
        "cargo clippy",
        "上の指摘を直してください。\nFix what it says above.",
        cmd!(cargo(), "clippy", "--quiet", "--workspace", "--all-targets", "--", "--deny=warnings"),
    )?;
    part(
        "Rust の点検、WebAssembly 向け（cargo clippy）",
        "cargo clippy --target wasm32-unknown-unknown",
        "上の指摘を直してください。\nFix what it says above.",
        cmd!(
            cargo(),
            "clippy",
            "--quiet",
            "--package=kakunin-web",
            "--target=wasm32-unknown-unknown",
            "--",
            "--deny=warnings"
        ),
    )?;
    part(
        "Rust のテスト（cargo test）",
        "cargo test",
        "上の失敗したテストを見てください。`cargo test -p CRATE NAME` で一つだけ試せます。\n\
         See the failed tests above. `cargo test -p CRATE NAME` runs one.",
        cmd!(cargo(), "test", "--workspace"),
    )?;

    headline("拡張機能（build）");
    build::extension()?;
    check_types("テストの型を調べる（tsc）", "tests/tsconfig.json")?;
    check_types("テスト用のページの型を調べる（tsc）", "tests/replica/tsconfig.json")?;
    Step {
        title: "TypeScript の点検（eslint）",
        tool: "eslint",
        advice: "上の指摘を直してください。\nFix what it says above.",
    }
    .quietly(node(&["node_modules/eslint/bin/eslint.js", "--max-warnings=0", "."]))?;

    part(
        "WebAssembly のテスト（node --test）",
        "node --test tests/wasm/",
        "上の失敗したテストを見てください。\nSee the failed tests above.",
        node(&["--test", "tests/wasm/"]),
    )?;

    headline("ブラウザーのテスト（playwright）");
    scene::build_replica()?;
    Step {
        title: "",
        tool: "playwright test",
        advice: "上の失敗したテストを見てください。`npx playwright test FILE` で一つだけ試せます。\n\
                 See the failed tests above. `npx playwright test FILE` runs one file.",
    }
    .openly(node(&["node_modules/@playwright/test/cli.js", "test"]).env("CHROMIUM", chromium))?;

    headline("すべて通りました / Everything passed");
    Ok(())
}

fn part(title: &str, tool: &str, advice: &str, program: Expression) -> Result<()> {
    headline(title);
    Step { title, tool, advice }.openly(program.dir(root()))
}

fn node(arguments: &[&str]) -> Expression {
    cmd("node", arguments).dir(root())
}
