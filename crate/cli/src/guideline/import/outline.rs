//! Finds what stands under what.

use std::collections::HashMap;

use super::Clause;
use super::marker::{self, Marker, Style};

/// A line of at least so many characters may have been broken by the page; a
/// shorter one ended where its writer ended it.
const BROKEN_LINE: usize = 30;

/// A caption such as （趣旨） is no longer than this.
const CAPTION: usize = 25;

/// The clauses of a guideline, in its order; the first line is its title.
pub fn outline(text: &str) -> Vec<Clause> {
    let lines: Vec<&str> = text.lines().map(bare).filter(|it| !it.is_empty()).collect();
    let Some((title, rest)) = lines.split_first() else {
        return Vec::new();
    };
    let mut reader = Reader {
        nodes: vec![Node::new(None, None, title)],
        base: 0,
        open: Vec::new(),
        caption: None,
    };
    for (at, line) in rest.iter().enumerate() {
        reader.take(line, rest.get(at + 1).copied());
    }
    reader.merge();
    reader.clauses()
}

/// A line without blanks and Markdown's marks around it.
fn bare(line: &str) -> &str {
    line.trim().trim_start_matches('#').trim_matches('*').trim()
}

struct Node {
    parent: Option<usize>,
    marker: Option<Marker>,
    heading: Option<String>,
    text: String,
    /// Characters of the last line that was added.
    last_line: usize,
    merged: bool,
}

impl Node {
    fn new(parent: Option<usize>, marker: Option<Marker>, text: &str) -> Self {
        Self {
            parent,
            marker,
            heading: None,
            text: text.to_owned(),
            last_line: text.chars().count(),
            merged: false,
        }
    }

    fn is_sentence(&self) -> bool {
        self.text.ends_with(['。', '．', '」', '）', ')'])
    }
}

struct Reader {
    nodes: Vec<Node>,
    /// What the outermost provisions stand under: the title, or 附則.
    base: usize,
    /// The provisions that are open, outermost first.
    open: Vec<(Style, usize)>,
    caption: Option<String>,
}

impl Reader {
    fn take(&mut self, line: &str, next: Option<&str>) {
        if is_supplement(line) {
            self.open.clear();
            self.base = self.push(0, None, line);
            return;
        }
        if is_caption(line) && next.is_some_and(starts_article) {
            self.caption = Some(line.to_owned());
            return;
        }
        match numbered(line) {
            Some((marker, text)) => self.provision(marker, text),
            None => self.paragraph(line),
        }
    }

    fn push(&mut self, parent: usize, marker: Option<Marker>, text: &str) -> usize {
        self.nodes.push(Node::new(Some(parent), marker, text));
        self.nodes.len() - 1
    }

    fn innermost(&self) -> usize {
        self.open.last().map_or(self.base, |(_, at)| *at)
    }

    fn provision(&mut self, marker: Marker, text: &str) {
        let style = marker.style;
        if let Some(same) = self.open.iter().position(|(it, _)| *it == style) {
            self.open.truncate(same);
        }
        let at = self.push(self.innermost(), Some(marker), text);
        self.nodes[at].heading = self.caption.take();
        self.open.push((style, at));
    }

    fn paragraph(&mut self, line: &str) {
        let last = self.nodes.len() - 1;
        let previous = &mut self.nodes[last];
        if last > 0 && previous.last_line >= BROKEN_LINE && !previous.is_sentence() {
            previous.text.push_str(line);
            previous.last_line = line.chars().count();
            return;
        }
        // What follows a list belongs to what the list belongs to.
        if let Some((Style::Bullet, _)) = self.open.last() {
            self.open.pop();
        }
        self.push(self.innermost(), None, line);
    }

    /// A number with a few words and one paragraph below it is one provision:
    /// the words are its caption.
    fn merge(&mut self) {
        for at in 1..self.nodes.len() {
            let mut below =
                (at + 1..self.nodes.len()).filter(|it| self.nodes[*it].parent == Some(at));
            let (Some(only), None) = (below.next(), below.next()) else {
                continue;
            };
            let node = &self.nodes[at];
            let is_caption = node.marker.is_some() && node.heading.is_none() && !node.is_sentence();
            let is_last = self.nodes.iter().all(|it| it.parent != Some(only));
            if is_caption && is_last && self.nodes[only].marker.is_none() {
                let text = std::mem::take(&mut self.nodes[only].text);
                self.nodes[only].merged = true;
                let caption = std::mem::replace(&mut self.nodes[at].text, text);
                self.nodes[at].heading = Some(caption);
            }
        }
    }

    fn clauses(&self) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut named = Names::default();
        // By place in `nodes`.
        let mut ids: Vec<(String, String)> = Vec::new();
        for (at, node) in self.nodes.iter().enumerate() {
            let (id, cite) = named.name(self, node, &ids);
            ids.push((id.clone(), cite.clone()));
            if node.merged {
                continue;
            }
            let has_below = self
                .nodes
                .iter()
                .any(|it| it.parent == Some(at) && !it.merged);
            clauses.push(Clause {
                id,
                parent: node.parent.map(|parent| ids[parent].0.clone()),
                is_heading: at == 0 || (has_below && !node.is_sentence()),
                cite,
                marker: node
                    .marker
                    .as_ref()
                    .map_or(String::new(), |it| it.printed.clone()),
                heading: node.heading.clone(),
                text: node.text.clone(),
            });
        }
        clauses
    }
}

/// Gives each provision an id and a citation.
#[derive(Default)]
struct Names {
    /// Bullets and paragraphs so far, by what they stand under.
    counts: HashMap<(usize, bool), usize>,
    seen: HashMap<String, usize>,
}

impl Names {
    fn name(&mut self, reader: &Reader, node: &Node, ids: &[(String, String)]) -> (String, String) {
        let Some(parent) = node.parent else {
            return (self.unique("title"), "（標題）".to_owned());
        };
        // The title and chapters are no part of a citation.
        let above = &reader.nodes[parent];
        let is_outermost = parent == 0 || above.marker.as_ref().is_some_and(is_chapter);
        let (id_above, cite_above) = match &ids[parent] {
            _ if parent == 0 => ("", ""),
            (id, _) if is_outermost => (id.as_str(), ""),
            (id, cite) => (id.as_str(), cite.as_str()),
        };
        let (part, cite) = match &node.marker {
            None if is_supplement(&node.text) => ("sup".to_owned(), closed(&node.text)),
            None => {
                let n = self.count(parent, false);
                (format!("p{n}"), format!("{cite_above} 第{n}段落"))
            }
            Some(marker) if marker.style == Style::Bullet => {
                let n = self.count(parent, true);
                (format!("b{n}"), format!("{cite_above} {n}つ目"))
            }
            Some(marker) => (
                id_part(marker),
                format!("{cite_above}{}", cited(marker, above)),
            ),
        };
        let id = if id_above.is_empty() {
            part
        } else {
            format!("{id_above}.{part}")
        };
        (self.unique(&id), cite.trim().to_owned())
    }

    fn count(&mut self, parent: usize, bullet: bool) -> usize {
        let count = self.counts.entry((parent, bullet)).or_default();
        *count += 1;
        *count
    }

    fn unique(&mut self, id: &str) -> String {
        let count = self.seen.entry(id.to_owned()).or_default();
        *count += 1;
        match count {
            1 => id.to_owned(),
            n => format!("{id}-{n}"),
        }
    }
}

fn is_supplement(line: &str) -> bool {
    ["附則", "付則"].contains(&closed(line).as_str())
}

fn closed(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_chapter(marker: &Marker) -> bool {
    matches!(marker.style, Style::Chapter | Style::Section)
}

fn id_part(marker: &Marker) -> String {
    match marker.style {
        Style::Chapter => format!("ch{}", marker.id),
        Style::Section => format!("sec{}", marker.id),
        _ => marker.id.clone(),
    }
}

/// As people cite it: below an article numbers are 項 and 号.
fn cited(marker: &Marker, above: &Node) -> String {
    let in_article = above
        .marker
        .as_ref()
        .is_some_and(|it| it.style == Style::Article);
    match marker.style {
        Style::Number if in_article => format!("第{}項", marker.id),
        Style::Parenthesised if in_article => format!("第{}号", marker.id),
        _ => marker
            .printed
            .trim_end_matches(['.', '．', '、'])
            .to_owned(),
    }
}

/// A bullet before a number is the page's, not the document's.
fn numbered(line: &str) -> Option<(Marker, &str)> {
    let (marker, text) = marker::split(line)?;
    if marker.style == Style::Bullet
        && let Some(inner) = marker::split(text)
    {
        return Some(inner);
    }
    Some((marker, text))
}

fn starts_article(line: &str) -> bool {
    marker::split(line).is_some_and(|(marker, _)| marker.style == Style::Article)
}

fn is_caption(line: &str) -> bool {
    line.starts_with(['(', '（'])
        && line.ends_with([')', '）'])
        && line.chars().count() <= CAPTION
        && marker::split(line).is_none()
}

#[cfg(test)]
mod tests;
