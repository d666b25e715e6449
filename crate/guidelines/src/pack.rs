//! The file format and its checks.

use std::collections::HashMap;
use std::ops::Range;

use kakunin_core::{
    Action, Clause, Concern, Default, Enforce, Example, Expect, Guideline, Message, Override, Post,
    Settings,
};
use serde::Deserialize;
use toml::Spanned;

use crate::PackError;
use crate::keys::{Keys, Wrong};

struct File {
    guideline: Head,
    default: Vec<DefaultEntry>,
    clause: Vec<ClauseEntry>,
}

impl File {
    fn read(mut keys: Keys<'_>) -> Result<Self, Wrong> {
        let file = Self {
            guideline: Head::read(keys.table("guideline")?)?,
            default: each(keys.tables("default")?, DefaultEntry::read)?,
            clause: each(keys.tables("clause")?, ClauseEntry::read)?,
        };
        keys.end()?;
        Ok(file)
    }
}

struct Head {
    id: String,
    municipality: String,
    title: String,
    revision: String,
    own_name: String,
}

impl Head {
    fn read(mut keys: Keys<'_>) -> Result<Self, Wrong> {
        let head = Self {
            id: keys.text("id")?.into_inner(),
            municipality: keys.text("municipality")?.into_inner(),
            title: keys.text("title")?.into_inner(),
            revision: keys.text("revision")?.into_inner(),
            own_name: keys.text("self")?.into_inner(),
        };
        keys.end()?;
        Ok(head)
    }
}

struct DefaultEntry {
    concern: Spanned<String>,
    action: Action,
    related: Vec<Spanned<String>>,
}

impl DefaultEntry {
    fn read(mut keys: Keys<'_>) -> Result<Self, Wrong> {
        let entry = Self {
            concern: keys.text("concern")?,
            action: keys.word("action")?,
            related: keys.texts("related")?,
        };
        keys.end()?;
        Ok(entry)
    }
}

struct ClauseEntry {
    id: Spanned<String>,
    parent: Option<Spanned<String>>,
    kind: Option<Kind>,
    cite: String,
    marker: Option<Spanned<String>>,
    heading: Option<Spanned<String>>,
    text: Spanned<String>,
    enforce: Vec<EnforceEntry>,
    unenforced: Option<Spanned<String>>,
    example: Vec<ExampleEntry>,
}

impl ClauseEntry {
    fn read(mut keys: Keys<'_>) -> Result<Self, Wrong> {
        let entry = Self {
            id: keys.text("id")?,
            parent: keys.optional_text("parent")?,
            kind: keys.optional_word("kind")?,
            cite: keys.text("cite")?.into_inner(),
            marker: keys.optional_text("marker")?,
            heading: keys.optional_text("heading")?,
            text: keys.text("text")?,
            enforce: each(keys.tables("enforce")?, EnforceEntry::read)?,
            unenforced: keys.optional_text("unenforced")?,
            example: each(keys.tables("example")?, ExampleEntry::read)?,
        };
        keys.end()?;
        Ok(entry)
    }
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Heading,
}

struct EnforceEntry {
    concern: Spanned<String>,
    action: Action,
    overriding: Option<Override>,
    emergency: Option<Action>,
    cases: Vec<Spanned<String>>,
}

impl EnforceEntry {
    fn read(mut keys: Keys<'_>) -> Result<Self, Wrong> {
        let entry = Self {
            concern: keys.text("concern")?,
            action: keys.word("action")?,
            overriding: keys.optional_word("override")?,
            emergency: keys.optional_word("emergency")?,
            cases: keys.texts("cases")?,
        };
        keys.end()?;
        Ok(entry)
    }
}

struct ExampleEntry {
    /// Where it starts, in bytes of the pack.
    at: usize,
    post: Post,
    settings: Settings,
    expect: Expect,
}

impl ExampleEntry {
    fn read(mut keys: Keys<'_>) -> Result<Self, Wrong> {
        let text = keys.text("post")?;
        let mut some = |key| Ok(keys.optional_text(key)?.map(Spanned::into_inner));
        let (account, at) = (some("account")?, some("at")?);
        let (scheduled_at, reply_to) = (some("scheduled_at")?, some("reply_to")?);
        let quotes = some("quotes")?;
        let entry = Self {
            at: text.span().start,
            post: Post {
                id: None,
                text: text.into_inner(),
                platform: keys.optional_word("platform")?,
                surface: keys.optional_word("surface")?.unwrap_or_default(),
                account,
                at,
                scheduled_at,
                reply_to,
                quotes,
                media: keys.json("media")?,
                emergency: keys.json("emergency")?,
            },
            settings: keys.json("settings")?,
            expect: keys.word("expect")?,
        };
        keys.end()?;
        Ok(entry)
    }
}

fn each<'p, T>(
    tables: Vec<Keys<'p>>,
    read: impl Fn(Keys<'p>) -> Result<T, Wrong>,
) -> Result<Vec<T>, Wrong> {
    tables.into_iter().map(read).collect()
}

/// Reads a pack.
///
/// # Errors
/// Everything that is wrong with it, each with the line: TOML that does not
/// parse, an unknown key, concern or clause, a clause that is neither enforced
/// nor explained, an id used twice.
pub fn load(file: &str, text: &str) -> Result<Guideline, Vec<PackError>> {
    let lines = Lines::new(file, text);
    let pack = Keys::parse(text).and_then(File::read).map_err(|wrong| {
        let reason = Message::new(
            format!("書き方が正しくありません（{}）", wrong.reason),
            wrong.reason.as_str(),
        );
        vec![lines.error(wrong.span, reason)]
    })?;
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
        reader.refuse(
            0..0,
            Message::new(
                "条文（[[clause]]）が一つもありません",
                "the pack has no [[clause]]",
            ),
        );
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
                Message::new(
                    format!("{} が条文の下と [[default]] の両方にあります。[[default]] は、どの条文にも書かれていないもののためにあります", default.concern),
                    format!("{} stands under a clause and in [[default]]: a default is for what no clause names", default.concern),
                ),
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
    fn refuse(&mut self, span: Range<usize>, reason: Message) {
        let error = self.lines.error(span, reason);
        self.errors.push(error);
    }

    fn declare(&mut self, clause: &ClauseEntry) {
        let id = clause.id.get_ref();
        if let Some(first) = self.seen.insert(id.clone(), clause.id.span()) {
            let line = self.lines.line(first.start);
            self.refuse(
                clause.id.span(),
                Message::new(
                    format!("条文 {id:?} が二つあります。一つ目は {line} 行目です"),
                    format!("clause {id:?} stands twice, first in line {line}"),
                ),
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
            self.refuse(
                entry.text.span(),
                Message::new(
                    format!("条文 {id:?} の本文が空です"),
                    format!("clause {id:?} has no text"),
                ),
            );
        }
        let has_reason = entry
            .unenforced
            .as_ref()
            .is_some_and(|why| !why.get_ref().trim().is_empty());
        if is_heading && (has_reason || !entry.enforce.is_empty()) {
            self.refuse(
                span,
                Message::new(
                    format!("{id:?} は見出しなので、enforce も unenforced も書けません"),
                    format!("clause {id:?} is a heading: it enforces nothing and needs no reason"),
                ),
            );
        } else if !is_heading && entry.enforce.is_empty() && !has_reason {
            self.refuse(
                span,
                Message::new(
                    format!("条文 {id:?} には [[clause.enforce]] か、確認しない理由（unenforced）が要ります"),
                    format!("clause {id:?} needs [[clause.enforce]] or `unenforced` with the reason"),
                ),
            );
        } else if !entry.enforce.is_empty() && has_reason {
            self.refuse(
                span,
                Message::new(
                    format!("条文 {id:?} に enforce と unenforced の両方があります"),
                    format!("clause {id:?} is enforced and `unenforced` at once"),
                ),
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
            marker: entry.marker.map(Spanned::into_inner).unwrap_or_default(),
            heading: entry.heading.map(Spanned::into_inner),
            text: entry.text.into_inner(),
            enforce,
            unenforced: entry.unenforced.map(Spanned::into_inner),
            examples,
        }
    }

    fn enforce(&mut self, entry: EnforceEntry) -> Option<Enforce> {
        if entry.overriding.is_some() && entry.action != Action::Block {
            self.refuse(
                entry.concern.span(),
                Message::new(
                    "override を書けるのは action = \"block\" のときだけです",
                    "`override` goes with action = \"block\" only: nothing else is held until the text changes",
                ),
            );
        }
        if entry
            .emergency
            .is_some_and(|relaxed| relaxed >= entry.action)
        {
            self.refuse(
                entry.concern.span(),
                Message::new(
                    "emergency は緊急時に代わりに行うことなので、action より緩くしてください",
                    "`emergency` is what is done instead in an emergency: it must be milder than `action`",
                ),
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
            line: self.lines.line(entry.at),
            post: entry.post,
            settings: entry.settings,
            expect: entry.expect,
        }
    }

    fn concern(&mut self, id: &Spanned<String>) -> Option<Concern> {
        match id.get_ref().parse() {
            Ok(concern) => Some(concern),
            Err(reason) => {
                let ja = format!("{:?} という項目（concern）はありません", id.get_ref());
                self.refuse(id.span(), Message::new(ja, reason));
                None
            }
        }
    }

    fn known_clause(&mut self, id: &Spanned<String>) {
        if !self.seen.contains_key(id.get_ref()) {
            let id_text = id.get_ref();
            self.refuse(
                id.span(),
                Message::new(
                    format!("条文 {id_text:?} はありません"),
                    format!("there is no clause {id_text:?}"),
                ),
            );
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

    fn error(&self, span: Range<usize>, reason: Message) -> PackError {
        PackError {
            file: self.file.to_owned(),
            line: self.line(span.start),
            reason,
        }
    }
}
