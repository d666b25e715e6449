//! The page of one concern.

use kakunin_core::{Action, Clause, Concern, Guideline, Override, detect::Detector};

use super::{example, name_of};

/// The page, Japanese first.
pub fn write(detector: &Detector, guidelines: &[Guideline]) -> String {
    let concern = detector.concern;
    let finds = (detector.finds)();
    let why = (detector.why)();
    let mut blocks = vec![
        "<!-- Written by `cargo xtask docs` from the detector and the packs. -->".to_owned(),
        format!("# {}（{}）", concern.ja(), concern.en()),
        format!("`{}`", concern.id()),
        "## 見つけるもの / What it finds".to_owned(),
        finds.ja,
        finds.en,
        "## 理由 / Why".to_owned(),
        why.ja,
        why.en,
        "## 五つのガイドラインでの扱い / In the five guidelines".to_owned(),
    ];
    for guideline in guidelines {
        blocks.push(format!("### {}", guideline.municipality));
        blocks.extend(treatment(concern, guideline));
    }
    blocks.push("## 例 / Examples".to_owned());
    blocks.push("見つけるもの / Found:".to_owned());
    blocks.push(list(detector.examples));
    blocks.push("似ているが見つけないもの / Alike, and left alone:".to_owned());
    blocks.push(list(detector.near_misses));
    blocks.join("\n\n") + "\n"
}

/// What a guideline does about a concern: its clauses word for word, else the product's default.
fn treatment(concern: Concern, guideline: &Guideline) -> Vec<String> {
    let mut blocks = Vec::new();
    for clause in &guideline.clauses {
        for enforce in &clause.enforce {
            if enforce.concern == concern {
                blocks.push(citation(clause, enforce.action, enforce.overriding));
                blocks.push(format!("> {}", clause.text.trim().replace('\n', "\n> ")));
            }
        }
    }
    let default = guideline.defaults.iter().find(|it| it.concern == concern);
    if let Some(default) = default {
        let (ja, en) = name_of(default.action);
        let related: Vec<&str> = default
            .related
            .iter()
            .filter_map(|id| Some(guideline.clause(id)?.cite.as_str()))
            .collect();
        let (related_ja, related_en) = if related.is_empty() {
            (String::new(), String::new())
        } else {
            (
                format!("関連する規定: {}。", related.join("、")),
                format!(" Related clauses: {}.", related.join(", ")),
            )
        };
        blocks.push(format!(
            "{}の規定に明文なし（Kakunin の既定）: **{ja}**。{related_ja}",
            guideline.own_name
        ));
        blocks.push(format!(
            "No clause says so (Kakunin's default): **{en}**.{related_en}"
        ));
    }
    if blocks.is_empty() {
        blocks.push("扱いなし。 / Nothing is done about it.".to_owned());
    }
    blocks
}

fn citation(clause: &Clause, action: Action, overriding: Option<Override>) -> String {
    let (ja, en) = name_of(action);
    let heading = clause
        .heading
        .as_ref()
        .map_or_else(String::new, |heading| format!(" {heading}"));
    let (may_ja, may_en) = match overriding {
        Some(Override::Reason) => ("（理由があれば送信できる）", " (may be sent with a reason)"),
        None => ("", ""),
    };
    format!(
        "**{}**{heading}: **{ja}**{may_ja} / **{en}**{may_en}",
        clause.cite
    )
}

fn list(examples: &[&str]) -> String {
    let items: Vec<String> = examples
        .iter()
        .map(|example| format!("- {}", self::example::write(example)))
        .collect();
    items.join("\n")
}
