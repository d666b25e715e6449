//! Rules: which words, in which order, say what.

use std::ops::Range;

use super::Speech;
use super::bare::{Bare, is_kana, is_letter};
use super::word::{Classes, Lists, Names, Word};

/// One way to say something.
pub struct Rule {
    pub sure: Sure,
    /// Which of the detector's messages tells of it.
    pub topic: &'static str,
    parts: Vec<Part>,
    needs: Vec<Classes>,
    /// Texts of which one must occur somewhere, by number.
    texts: Vec<usize>,
}

/// How much a rule alone says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// Nothing but its concern.
    Strong,
    /// Its concern, as a rule.
    Weak,
    /// Its concern, unless the post is plainly about something good.
    Faint,
}

enum Part {
    /// A word of one of these classes.
    Word(Classes),
    /// One of these texts, or nothing where that may be.
    Text { any: Vec<String>, may_lack: bool },
    /// One of the texts of this number, found with the words.
    Listed(usize),
    /// Up to so many characters of the same sentence.
    Gap(usize),
    /// None of these texts follows.
    Not(Vec<String>),
    /// The sentence starts here.
    Start,
    /// The sentence ends here, but for a particle that colours it.
    End,
}

/// Reads a list of rules, each `SURE TOPIC: PARTS`. Parts, by spaces:
/// `{a|b}` a word of a class, `a|b` one of these texts (`a|b?` or nothing), a
/// number for as many characters between, `!a|b` none of these texts next,
/// `^` and `$` the sentence's start and end.
pub fn read(list: &'static str, lists: &mut Lists, names: &mut Names) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for line in list.lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let draft = draft(line).unwrap_or_else(|| panic!("a rule that isn't one: {line:?}"));
        // Words that only this rule speaks of become a class of their own.
        if let Some(first) = draft.first_text() {
            for text in first.split('|') {
                lists.add(text, names.class(&format!("={first}")), "<>~");
            }
        }
        drafts.push(draft);
    }
    drafts
}

/// A rule whose classes are still names.
pub struct Draft {
    sure: Sure,
    topic: &'static str,
    parts: Vec<&'static str>,
}

fn draft(line: &'static str) -> Option<Draft> {
    let (head, parts) = line.split_once(": ")?;
    let (sure, topic) = head.split_once(' ')?;
    Some(Draft {
        sure: match sure {
            "strong" => Sure::Strong,
            "weak" => Sure::Weak,
            "faint" => Sure::Faint,
            _ => return None,
        },
        topic,
        parts: parts.split(' ').collect(),
    })
}

impl Draft {
    fn first_text(&self) -> Option<&'static str> {
        let first = self.parts.iter().find(|&&part| part != "^")?;
        (!first.starts_with('{')).then_some(first)
    }

    pub fn finish(self, names: &Names, lists: &mut Lists) -> Rule {
        let first = self.first_text();
        let mut texts_needed = Vec::new();
        let mut needs = Vec::new();
        let mut parts = Vec::new();
        for part in &self.parts {
            let part = if let Some(classes) = part.strip_prefix('{') {
                let classes = classes
                    .trim_end_matches('}')
                    .split('|')
                    .fold(Classes::default(), |all, name| all.with(names.known(name)));
                Part::Word(classes)
            } else if first == Some(*part) && needs.is_empty() {
                Part::Word(names.known(&format!("={part}")))
            } else if let Ok(gap) = part.parse() {
                Part::Gap(gap)
            } else if *part == "^" {
                Part::Start
            } else if *part == "$" {
                Part::End
            } else if let Some(not) = part.strip_prefix('!') {
                Part::Not(texts(not))
            } else {
                let (any, may_lack) = part
                    .strip_suffix('?')
                    .map_or((*part, false), |any| (any, true));
                Part::Text {
                    any: texts(any),
                    may_lack,
                }
            };
            let part = match part {
                Part::Text {
                    any,
                    may_lack: false,
                } if any.iter().all(|text| is_long(text)) => {
                    let number = lists.add_texts(&any);
                    texts_needed.push(number);
                    Part::Listed(number)
                }
                part => part,
            };
            if let Part::Word(classes) = part {
                needs.push(classes);
            }
            parts.push(part);
        }
        Rule {
            sure: self.sure,
            topic: self.topic,
            parts,
            needs,
            texts: texts_needed,
        }
    }
}

/// Whether a text is worth a place among the words.
fn is_long(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| !is_kana(c) && c != '$') || chars.next().is_some()
}

fn texts(any: &str) -> Vec<String> {
    any.split('|')
        .map(|text| Bare::new(text).text().to_owned())
        .collect()
}

impl Rule {
    /// Whether all that the rule needs is somewhere in a text.
    pub fn may_hold(&self, speech: &Speech) -> bool {
        self.needs.iter().all(|&need| speech.classes.meets(need))
            && self.texts.iter().all(|&text| speech.found.occur[text])
    }

    /// What its first word is.
    pub fn first(&self) -> Classes {
        self.needs.first().copied().unwrap_or_default()
    }

    /// Where the rule holds with this as its first word: bytes of the bare text.
    pub fn holds_at(&self, word: &Word, speech: &Speech) -> Option<Range<usize>> {
        let starts = matches!(self.parts.first(), Some(Part::Start));
        if starts && !speech.starts_at(word.range.start) {
            return None;
        }
        let rest = &self.parts[usize::from(starts) + 1..];
        let end = holds(rest, speech, word.range.end, 0)?;
        Some(word.range.start..end)
    }
}

/// Where a match of the parts ends that starts up to `gap` characters after
/// `at`.
fn holds(parts: &[Part], speech: &Speech, at: usize, gap: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(at);
    };
    let text = speech.bare.text();
    match part {
        Part::Gap(gap) => holds(rest, speech, at, *gap),
        Part::Word(classes) => speech
            .words_in(at, speech.reach(at, gap))
            .filter(|word| word.classes.meets(*classes))
            .find_map(|word| holds(rest, speech, word.range.end, 0)),
        Part::Listed(number) => speech
            .texts_in(at, speech.reach(at, gap), *number)
            .find_map(|range| holds(rest, speech, range.end, 0)),
        Part::Text { any, may_lack } => {
            let limit = speech.reach(at, gap);
            let mut place = at;
            while place <= limit {
                for option in any {
                    let found = match option.as_str() {
                        "$" => ends(&text[place..]).then_some(place),
                        option => text[place..]
                            .starts_with(option)
                            .then(|| place + option.len()),
                    };
                    if let Some(end) = found.and_then(|end| holds(rest, speech, end, 0)) {
                        return Some(end);
                    }
                }
                place += text[place..].chars().next().map_or(1, char::len_utf8);
            }
            if *may_lack {
                holds(rest, speech, at, gap)
            } else {
                None
            }
        }
        Part::Not(texts) => {
            if texts.iter().any(|not| text[at..].starts_with(not)) {
                return None;
            }
            holds(rest, speech, at, gap)
        }
        Part::Start => speech.starts_at(at).then(|| holds(rest, speech, at, 0))?,
        Part::End => ends(&text[at..]).then_some(at),
    }
}

/// Whether a sentence ends here: after a particle or two, without a letter.
fn ends(rest: &str) -> bool {
    const PARTICLES: &str = "よねなわぞぜさかしのっーwあいうえお笑草。";
    for (seen, c) in rest.chars().enumerate() {
        if !is_letter(c) || c == '○' {
            return true;
        }
        if seen >= 3 || !PARTICLES.contains(c) {
            return c == 'w' || c == '笑' || c == '草';
        }
    }
    true
}
