//! `cargo xtask fuzz`: random texts and packs until the time is over or something breaks.

use std::path::Path;

use anyhow::Result;
use duct::cmd;
use kakunin_guidelines::{SHIPPED, pack};

use crate::{
    paths::{in_repo, root},
    quality::corpus,
    step::{Step, headline},
};

/// As `cargo install` names it.
const CARGO_FUZZ: &str = "cargo-fuzz@0.13.1";
const TARGETS: [&str; 2] = ["check", "pack"];

/// Options of `cargo xtask fuzz`.
#[derive(clap::Args)]
pub struct Args {
    /// How long each target runs
    #[arg(long, default_value_t = 600)]
    seconds: u32,
}

/// Runs each target so long; the first that breaks ends the run.
pub fn run(args: &Args) -> Result<()> {
    headline("準備（setup）");
    let tools = in_repo("target/tools");
    if !tools.join("bin/cargo-fuzz").exists() {
        Step {
            title: "cargo-fuzz を入れる（cargo install）",
            tool: "cargo install cargo-fuzz",
            advice: "通信を確かめ、もう一度実行してください。\nCheck the network, then run this again.",
        }
        .quietly(&cmd!("cargo", "install", CARGO_FUZZ, "--locked", "--root", &tools).dir(root()))?;
    }
    Step {
        title: "nightly の Rust を入れる（rustup）",
        tool: "rustup toolchain install nightly",
        advice: "通信を確かめ、もう一度実行してください。\nCheck the network, then run this again.",
    }
    .quietly(
        &cmd!(
            "rustup",
            "toolchain",
            "install",
            "nightly",
            "--profile=minimal",
            "--no-self-update"
        )
        .dir(root()),
    )?;

    for target in TARGETS {
        let seeds = in_repo(&format!("target/fuzz/seeds/{target}"));
        sow(target, &seeds)?;
        let corpus = in_repo(&format!("target/fuzz/corpus/{target}"));
        fs_err::create_dir_all(&corpus)?;
        headline(&format!("fuzz {target}"));
        Step {
            title: target,
            tool: &format!("cargo fuzz run {target}"),
            advice: "上の入力で壊れます。fuzz/artifacts/ に残りました。\n\
                     The input above breaks it. It is kept in fuzz/artifacts/.",
        }
        .openly(
            &cmd!(
                tools.join("bin/cargo-fuzz"),
                "run",
                format!("--target-dir={}", in_repo("target/fuzz/build").display()),
                target,
                &corpus,
                &seeds,
                "--",
                format!("-max_total_time={}", args.seconds),
                // Longer than a post can be, so that lengths are tried too.
                "-max_len=20000",
                "-timeout=10",
                "-print_final_stats=1",
            )
            .dir(root())
            .env("RUSTUP_TOOLCHAIN", "nightly"),
        )?;
    }
    Ok(())
}

/// Writes what the fuzzer starts from: our own posts, and the packs that ship.
fn sow(target: &str, folder: &Path) -> Result<()> {
    fs_err::create_dir_all(folder)?;
    let seeds: Vec<String> = match target {
        // The byte before the text chooses the guideline.
        "check" => corpus::labelled()?
            .into_iter()
            .flat_map(|file| file.cases)
            .map(|case| format!("\0{}", case.post.text))
            .collect(),
        _ => SHIPPED
            .iter()
            .filter_map(|id| pack(id))
            .map(str::to_owned)
            .collect(),
    };
    for (number, seed) in seeds.iter().enumerate() {
        fs_err::write(folder.join(number.to_string()), seed)?;
    }
    Ok(())
}
