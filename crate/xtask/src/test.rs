//! `cargo xtask test`: every check and test, in the order that finds mistakes soonest.

use anyhow::Result;
use duct::{Expression, cmd};

use crate::{
    build::{self, check_types},
    manifest::Manifest,
    package,
    paths::root,
    quality, scene, setup,
    step::{Step, headline},
    wasm::cargo,
};

const MEND: &str = "上の指摘を直してください。\nFix what it says above.";

/// Runs everything; the first failure ends the run.
pub fn run() -> Result<()> {
    headline("準備（setup）");
    setup::for_building()?;
    let manifest = Manifest::read()?;
    let chromium = setup::browser(&manifest)?;
    let firefox = setup::firefox(&manifest)?;

    Step {
        title: "Rust の書式（cargo fmt）",
        tool: "cargo fmt --check",
        advice: "`cargo fmt` で整えてください。\nRun `cargo fmt`.",
    }
    .openly(&run_cargo("fmt --all --check"))?;
    Step {
        title: "Rust の点検（cargo clippy）",
        tool: "cargo clippy",
        advice: MEND,
    }
    .openly(&run_cargo(
        "clippy --workspace --all-targets -- --deny=warnings",
    ))?;
    Step {
        title: "Rust の点検、WebAssembly 向け（cargo clippy）",
        tool: "cargo clippy --target=wasm32-unknown-unknown",
        advice: MEND,
    }
    .openly(&run_cargo(
        "clippy --target=wasm32-unknown-unknown --package=kakunin-web -- --deny=warnings",
    ))?;
    Step {
        title: "Rust のテスト（cargo test）",
        tool: "cargo test",
        advice: "上の失敗したテストを見てください。`cargo test -p CRATE NAME` で一つだけ試せます。\n\
                 See the failed tests above. `cargo test -p CRATE NAME` runs one.",
    }
    .openly(&run_cargo("test --workspace"))?;
    quality::check()?;

    headline("拡張機能（build）");
    build::extension()?;
    package::lint()?;
    scene::build_replica()?;

    headline("TypeScript の点検（tsc、eslint）");
    check_types("テストの型を調べる（tsc）", "tests/tsconfig.json")?;
    check_types(
        "テスト用のページの型を調べる（tsc）",
        "tests/replica/tsconfig.json",
    )?;
    // Vue and React each declare a global JSX.
    check_types(
        "LINE のテスト用ページの型を調べる（tsc）",
        "tests/replica/line/tsconfig.json",
    )?;
    Step {
        title: "書き方を調べる（eslint）",
        tool: "eslint",
        advice: MEND,
    }
    .quietly(&run_node(
        "node_modules/eslint/bin/eslint.js --max-warnings=0 .",
    ))?;

    Step {
        title: "WebAssembly のテスト（node --test）",
        tool: "node --test tests/wasm/",
        advice: "上の失敗したテストを見てください。\nSee the failed tests above.",
    }
    .openly(&run_node("--test tests/wasm/"))?;
    Step {
        title: "ブラウザーのテスト（playwright）",
        tool: "playwright test",
        advice: "上の失敗したテストを見てください。`npx playwright test --config tests FILE` で一つだけ試せます。\n\
                 See the failed tests above. `npx playwright test --config tests FILE` runs one file.",
    }
    .openly(
        &run_node(
            "node_modules/@playwright/test/cli.js test --config tests \
             --project=replica --project=chromium --project=firefox",
        )
            .env("CHROMIUM", chromium)
            .env("FIREFOX", firefox),
    )?;

    headline("すべて通りました / Everything passed");
    Ok(())
}

fn run_cargo(arguments: &str) -> Expression {
    cmd(cargo(), arguments.split(' ')).dir(root())
}

fn run_node(arguments: &str) -> Expression {
    cmd("node", arguments.split(' ')).dir(root())
}
