//! Makes the tables of the detectors of wording from their lists, and the model
//! of wording from the labelled posts.

use std::path::Path;
use std::{env, fs};

use kakunin_model::{Example, learn};
use kakunin_words::{Source, compile};
use serde::Deserialize;

/// Where the labelled posts lie. Files that end in `-unseen` are never learnt
/// from.
const CORPUS: &str = "../../tests/corpus";

/// The concerns of speech and of rights, which have tables; their lists have
/// the same names with `_`. The model learns those of speech, all of them
/// together, and those of secrecy that are told by wording alone.
const SPEECH: [&str; 7] = [
    "discrimination",
    "insult",
    "obscenity",
    "incitement",
    "rumour",
    "personal-opinion",
    "partiality",
];
const RIGHTS: [&str; 2] = ["copyright-cue", "portrait-cue"];
const HARMFUL: &str = "speech";
const SECRECY: [&str; 2] = ["undecided-policy", "secrecy-marking"];

fn main() {
    write("speech.tables", &tables());
    write("wording.model", &model());
}

fn tables() -> Vec<u8> {
    let lists: Vec<_> = SPEECH
        .into_iter()
        .chain(RIGHTS)
        .map(|concern| {
            let name = concern.replace('-', "_");
            (concern, list("words", &name), list("rules", &name))
        })
        .collect();
    let sources: Vec<_> = lists
        .iter()
        .map(|(concern, words, rules)| Source {
            concern,
            words,
            rules,
        })
        .collect();
    compile(&list("words", "speech"), &sources)
}

/// A labelled post. Genuine ones have no labels: nothing is wrong with them.
#[derive(Deserialize)]
struct Post {
    text: String,
    #[serde(default)]
    concerns: Vec<String>,
}

fn model() -> Vec<u8> {
    let labels: Vec<&str> = SPEECH.into_iter().chain([HARMFUL]).chain(SECRECY).collect();
    let bits = |wanted: &dyn Fn(&str) -> bool| {
        let bits = labels.iter().zip(0..).filter(|(label, _)| wanted(label));
        bits.fold(0_u16, |all, (_, bit)| all | 1 << bit)
    };
    let of_secrecy = bits(&|label| SECRECY.contains(&label));
    let all = bits(&|_| true);
    let posts: Vec<(Post, u16)> = [
        ("speech", all & !of_secrecy),
        ("secrecy", of_secrecy),
        ("genuine", all),
        // About other things: nothing of these is in them.
        ("facts", all),
        ("leftovers", all),
        ("personal", all),
        ("rights", all),
    ]
    .into_iter()
    .flat_map(|(family, bits)| posts(family).into_iter().map(move |post| (post, bits)))
    .collect();
    let examples: Vec<Example<'_>> = posts
        .iter()
        .map(|(post, family)| {
            let has = |label: &str| post.concerns.iter().any(|concern| concern == label);
            Example {
                text: &post.text,
                bears: bits(&|label| {
                    has(label) || label == HARMFUL && SPEECH.iter().any(|it| has(it))
                }),
                // A post with nothing in it has nothing of the other family either.
                teaches: if post.concerns.is_empty() {
                    all
                } else {
                    *family
                },
            }
        })
        .collect();
    learn(&labels, &examples)
}

fn posts(family: &str) -> Vec<Post> {
    let file = format!("{CORPUS}/{family}.jsonl");
    let lines = read(&file);
    let posts = lines.lines().map(serde_json::from_str);
    posts
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn list(folder: &str, name: &str) -> String {
    read(&format!("data/{folder}/{name}.txt"))
}

fn read(file: &str) -> String {
    println!("cargo::rerun-if-changed={file}");
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn write(name: &str, bytes: &[u8]) {
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let file = Path::new(&out).join(name);
    fs::write(&file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
