//! The file format and its checks.

use std::collections::HashMap;
use std::ops::Range;

use kakunin_core::{
    Action, Clause, Concern, Default, Enforce, Example, Expect, Guideline, Media, Override,
    Platform, Post, Settings, Surface,
};
use serde::Deserialize;
use toml::Spanned;

use crate::PackError;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    guideline: Head,
    #[serde(default)]
    default: Vec<DefaultEntry>,
    #[serde(default)]
    clause: Vec<ClauseEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    municipality: String,
    title: String,
    revision: String,
    #[serde(rename = "self")]
    own_name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DefaultEntry {
    concern: Spanned<String>,
    action: Action,
    #[serde(default)]
    related: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseEntry {
    id: Spanned<String>,
    parent: Option<Spanned<String>>,
    kind: Option<Kind>,
    cite: String,
    #[serde(default)]
    marker: String,
    heading: Option<String>,
    text: Spanned<String>,
    #[serde(default)]
    enforce: Vec<EnforceEntry>,
    unenforced: Option<String>,
    #[serde(default)]
    example: Vec<ExampleEntry>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Heading,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EnforceEntry {
    concern: Spanned<String>,
    action: Action,
    #[serde(rename = "override")]
    overriding: Option<Override>,
    emergency: Option<Action>,
    #[serde(default)]
    cases: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleEntry {
    post: Spanned<String>,
    expect: Expect,
    platform: Option<Platform>,
    #[serde(default)]
    surface: Surface,
    account: Option<String>,
    at: Option<String>,
    scheduled_at: Option<String>,
    reply_to: Option<String>,
    quotes: Option<String>,
    #[serde(default)]
    media: Vec<Media>,
    #[serde(default)]
    emergency: bool,
    #[serde(default)]
    settings: Settings,
}

/// Reads a pack.
///
/// # Errors
/// Everything that is wrong with it, each with the line: TOML that does not
/// parse, an unknown key, concern or clause, a clause that is neither enforced
/// nor explained, an id used twice.
pub fn load(file: &str, text: &str) -> Result<Guideline, Vec<PackError>> {
    let lines = Lines::new(file, text);
    let pack: File = toml::from_str(text)
        .map_err(|error| vec![lines.error(error.span().unwrap_or_default(), error.message())])?;
    let mut reader = Reader {
        lines,
        seen: HashMap::new(),
        errors: Vec::new(),
    };
    for clause in &pack.clause {
        reader.declare(clause);
    }
    let clauses = pack
        .clause
        .into_iter()
        .map(|clause| reader.clause(clause))
        .collect();
    let defaults = pack
        .default
        .into_iter()
        .filter_map(|default| reader.default(default))
        .collect();
    let guideline = Guideline {
        id: pack.guideline.id,
        municipality: pack.guideline.municipality,
        own_name: pack.guideline.own_name,
        title: pack.guideline.title,
        revision: pack.guideline.revision,
        clauses,
        defaults,
    };
    if guideline.clauses.is_empty() {
        reader.refuse(0..0, "the pack has no [[clause]]");
    }
    for default in &guideline.defaults {
        let cited = guideline.clauses.iter().any(|clause| {
            clause
                .enforce
                .iter()
                .any(|enforce| enforce.concern == default.concern)
        });
        if cited {
            reader.refuse(
                0..0,
                format!("{} stands under a clause and in [[default]]: a default is for what no clause names", default.concern),
            );
        }
    }
    if reader.errors.is_empty() {
        Ok(guideline)
    } else {
        Err(reader.errors)
    }
}

struct Reader<'a> {
    lines: Lines<'a>,
    seen: HashMap<String, Range<usize>>,
    errors: Vec<PackError>,
}

impl Reader<'_> {
    fn refuse(&mut self, span: Range<usize>, reason: impl Into<String>) {
        let error = self.lines.error(span, reason);
        self.errors.push(error);
    }

    fn declare(&mut self, clause: &ClauseEntry) {
        let id = clause.id.get_ref();
        if let Some(first) = self.seen.insert(id.clone(), clause.id.span()) {
            let line = self.lines.line(first.start);
            self.refuse(
                clause.id.span(),
                format!("clause {id:?} stands twice, first in line {line}"),
            );
        }
    }

    fn clause(&mut self, entry: ClauseEntry) -> Clause {
        let span = entry.id.span();
        let id = entry.id.into_inner();
        let is_heading = entry.kind == Some(Kind::Heading);
        if let Some(parent) = &entry.parent {
            self.known_clause(parent);
        }
        if entry.text.get_ref().trim().is_empty() {
            self.refuse(entry.text.span(), format!("clause {id:?} has no text"));
        }
        let has_reason = entry
            .unenforced
            .as_deref()
            .is_some_and(|why| !why.trim().is_empty());
        if is_heading && (has_reason || !entry.enforce.is_empty()) {
            self.refuse(
                span,
                format!("clause {id:?} is a heading: it enforces nothing and needs no reason"),
            );
        } else if !is_heading && entry.enforce.is_empty() && !has_reason {
            self.refuse(
                span,
                format!("clause {id:?} needs [[clause.enforce]] or `unenforced` with the reason"),
            );
        } else if !entry.enforce.is_empty() && has_reason {
            self.refuse(
                span,
                format!("clause {id:?} is enforced and `unenforced` at once"),
            );
        }
        let enforce = entry
            .enforce
            .into_iter()
            .filter_map(|enforce| self.enforce(enforce))
            .collect();
        let examples = entry
            .example
            .into_iter()
            .map(|example| self.example(example))
            .collect();
        Clause {
            id,
            parent: entry.parent.map(Spanned::into_inner),
            is_heading,
            cite: entry.cite,
            marker: entry.marker,
            heading: entry.heading,
            text: entry.text.into_inner(),
            enforce,
            unenforced: entry.unenforced,
            examples,
        }
    }

    fn enforce(&mut self, entry: EnforceEntry) -> Option<Enforce> {
        if entry.overriding.is_some() && entry.action != Action::Block {
            self.refuse(
                entry.concern.span(),
                "`override` goes with action = \"block\" only: nothing else is held until the text changes",
            );
        }
        if entry.emergency.is_some_and(|relaxed| relaxed >= entry.action) {
            self.refuse(
                entry.concern.span(),
                "`emergency` is what is done instead in an emergency: it must be milder than `action`",
            );
        }
        for case in &entry.cases {
            self.known_clause(case);
        }
        Some(Enforce {
            concern: self.concern(&entry.concern)?,
            action: entry.action,
            overriding: entry.overriding,
            emergency: entry.emergency,
            cases: entry.cases.into_iter().map(Spanned::into_inner).collect(),
        })
    }

    fn default(&mut self, entry: DefaultEntry) -> Option<Default> {
        for related in &entry.related {
            self.known_clause(related);
        }
        Some(Default {
            concern: self.concern(&entry.concern)?,
            action: entry.action,
            related: entry.related.into_iter().map(Spanned::into_inner).collect(),
        })
    }

    fn example(&self, entry: ExampleEntry) -> Example {
        Example {
            line: self.lines.line(entry.post.span().start),
            post: Post {
                id: None,
                text: entry.post.into_inner(),
                platform: entry.platform,
                surface: entry.surface,
                account: entry.account,
                at: entry.at,
                scheduled_at: entry.scheduled_at,
                reply_to: entry.reply_to,
                quotes: entry.quotes,
                media: entry.media,
                emergency: entry.emergency,
            },
            settings: entry.settings,
            expect: entry.expect,
        }
    }

    fn concern(&mut self, id: &Spanned<String>) -> Option<Concern> {
        match id.get_ref().parse() {
            Ok(concern) => Some(concern),
            Err(reason) => {
                self.refuse(id.span(), reason);
                None
            }
        }
    }

    fn known_clause(&mut self, id: &Spanned<String>) {
        if !self.seen.contains_key(id.get_ref()) {
            self.refuse(id.span(), format!("there is no clause {:?}", id.get_ref()));
        }
    }
}

/// Byte offsets to lines.
struct Lines<'a> {
    file: &'a str,
    text: &'a str,
}

impl<'a> Lines<'a> {
    fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text }
    }

    fn line(&self, byte: usize) -> usize {
        let before = self.text.as_bytes().get(..byte).unwrap_or_default();
        1 + before.iter().filter(|&&byte| byte == b'\n').count()
    }

    fn error(&self, span: Range<usize>, reason: impl Into<String>) -> PackError {
        PackError {
            file: self.file.to_owned(),
            line: self.line(span.start),
            reason: reason.into(),
        }
    }
}
