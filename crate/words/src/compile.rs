//! Makes the tables of a grammar. For build scripts: a mistake in a list stops
//! the build.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::bare::{Bare, is_kana};
use crate::classes::{Classes, Names};
use crate::front;
use crate::grammar::{Grounds, Tables};
use crate::rule::{Part, Rule, Sure};
use crate::word::{Form, Kind, Script, Tail};

/// Starts a line that says a phrase.
const LET: &str = "let ";

/// The lists of one concern.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The concern's id.
    pub concern: &'a str,
    /// Its words: a word a line, after a tab its classes. `<` after a class
    /// frees the word's left side, `>` its right: it is of that class even
    /// where it is part of a longer word. With `=` it has to be written just
    /// so, with `*` one letter of it may be masked, with `~` it bounds no word
    /// beside it. A word that ends with `/い` or `/ない` is a stem: it counts
    /// with any ending of an adjective, any negation.
    pub words: &'a str,
    /// Its rules, each `SURE TOPIC: PARTS`. Parts, by spaces: `{a|b}` a word
    /// of a class, `a|b` one of these texts (`a|b?` or nothing), a number for
    /// as many characters between (over 100: of the next sentences too), `!a|b` none of these texts next (but `!|a` an exclamation mark or a), `^` and
    /// `$` the sentence's start and end, `<NAME>` one of the phrases that lines
    /// `let NAME: PARTS` say.
    pub rules: &'a str,
}

/// The tables that [`Grammar::load`](crate::Grammar::load) reads, from the
/// words that all concerns share and each concern's own.
///
/// # Panics
/// Where a list is broken.
pub fn compile(shared: &str, sources: &[Source<'_>]) -> Vec<u8> {
    let mut build = Build::default();
    build.read(shared);
    for source in sources {
        build.read(source.words);
    }
    let drafts: Vec<Vec<Draft<'_>>> = sources
        .iter()
        .map(|source| build.drafts(source.rules))
        .collect();
    let concerns = sources
        .iter()
        .zip(drafts)
        .map(|(source, drafts)| {
            let excuse = build.names.class(&format!("excuse-{}", source.concern));
            let phrases = build.phrases(source.rules);
            let rules = drafts
                .iter()
                .map(|draft| build.rule(draft, &phrases))
                .collect();
            (source.concern.to_owned(), Grounds::new(rules, excuse))
        })
        .collect();
    let tables = build.finish(concerns);
    postcard::to_allocvec(&tables)
        .unwrap_or_else(|error| panic!("tables can't be written: {error}"))
}

#[derive(Default)]
struct Build {
    names: Names,
    words: BTreeMap<String, Kind>,
    /// The number of each list of texts.
    texts: BTreeMap<Vec<String>, u16>,
    phrases: Vec<Vec<Vec<Part>>>,
}

/// The phrases that the rules of one concern name.
type Phrases<'a> = BTreeMap<&'a str, u16>;

/// A rule whose classes are still names.
struct Draft<'a> {
    sure: Sure,
    topic: &'a str,
    parts: Vec<&'a str>,
}

impl<'a> Draft<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let (head, parts) = line.split_once(": ")?;
        let (sure, topic) = head.split_once(' ')?;
        Some(Self {
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

    /// The texts that it starts with, where it starts with texts.
    fn first_text(&self) -> Option<&'a str> {
        let first = self.parts.iter().find(|&&part| part != "^")?;
        (!first.starts_with('{')).then_some(first)
    }
}

impl Build {
    fn read(&mut self, list: &str) {
        for line in lines(list) {
            let (word, classes) = line
                .split_once('\t')
                .unwrap_or_else(|| panic!("a word without a class: {line:?}"));
            for class in classes.split(' ') {
                let name = class.trim_end_matches(['<', '>', '=', '*']);
                let classes = self.names.class(name);
                self.add(word, classes, &class[name.len()..]);
            }
        }
    }

    fn add(&mut self, word: &str, classes: Classes, free: &str) {
        let (word, tail) = Tail::split(word);
        let form = Form::new(word, classes, free, tail);
        let bare = Bare::new(word).text().to_owned();
        if free.contains('*') && (3..=5).contains(&bare.chars().count()) {
            for (at, c) in bare.char_indices().skip(1) {
                let masked = [&bare[..at], "○", &bare[at + c.len_utf8()..]].concat();
                self.words.entry(masked).or_default().forms.push(Form {
                    script: Script::Any,
                    only: None,
                    anywhere: false,
                    ..form.clone()
                });
            }
        }
        self.words.entry(bare).or_default().forms.push(form);
    }

    fn drafts<'a>(&mut self, list: &'a str) -> Vec<Draft<'a>> {
        let mut drafts = Vec::new();
        for line in lines(list).filter(|line| !line.starts_with(LET)) {
            let draft =
                Draft::read(line).unwrap_or_else(|| panic!("a rule that isn't one: {line:?}"));
            // Words that only this rule speaks of become a class of their own.
            if let Some(first) = draft.first_text() {
                let class = self.names.class(&format!("={first}"));
                for text in first.split('|') {
                    self.add(text, class, "<>~");
                }
            }
            drafts.push(draft);
        }
        drafts
    }

    /// Reads the phrases of a list of rules; one may name those before it.
    fn phrases<'a>(&mut self, list: &'a str) -> Phrases<'a> {
        let mut phrases = Phrases::new();
        for line in lines(list).filter_map(|line| line.strip_prefix(LET)) {
            let (name, parts) = line
                .split_once(": ")
                .unwrap_or_else(|| panic!("a phrase that isn't one: {line:?}"));
            let phrase = parts
                .split(' ')
                .map(|part| self.part(part, &phrases))
                .collect();
            let next = u16::try_from(self.phrases.len()).unwrap_or(u16::MAX);
            let number = *phrases.entry(name).or_insert(next);
            if number == next {
                self.phrases.push(Vec::new());
            }
            self.phrases[usize::from(number)].push(phrase);
        }
        phrases
    }

    fn rule(&mut self, draft: &Draft<'_>, phrases: &Phrases<'_>) -> Rule {
        let first = draft.first_text();
        let mut rule = Rule {
            sure: draft.sure,
            topic: draft.topic.into(),
            parts: Vec::new(),
            needs: Vec::new(),
            texts: Vec::new(),
        };
        for part in &draft.parts {
            let part = if first == Some(*part) && rule.needs.is_empty() {
                Part::Word(self.names.known(&format!("={part}")))
            } else {
                self.part(part, phrases)
            };
            match part {
                Part::Word(classes) => rule.needs.push(classes),
                Part::Listed(number) => rule.texts.push(number),
                _ => {}
            }
            rule.parts.push(part);
        }
        rule
    }

    fn part(&mut self, part: &str, phrases: &Phrases<'_>) -> Part {
        if let Some(classes) = part.strip_prefix('{') {
            let classes = classes
                .trim_end_matches('}')
                .split('|')
                .fold(Classes::default(), |all, name| {
                    all.with(self.names.known(name))
                });
            Part::Word(classes)
        } else if let Some(name) = part.strip_prefix('<') {
            let name = name.trim_end_matches('>');
            let number = phrases.get(name);
            Part::Phrase(*number.unwrap_or_else(|| panic!("no phrase is called {name:?}")))
        } else if let Ok(gap) = part.parse() {
            Part::Gap(gap)
        } else if part == "^" {
            Part::Start
        } else if part == "$" {
            Part::End
        } else if let Some(not) = part.strip_prefix('!').filter(|not| !not.starts_with('|')) {
            Part::Not(texts(not))
        } else {
            let (any, may_lack) = part
                .strip_suffix('?')
                .map_or((part, false), |any| (any, true));
            let any = texts(any);
            if !may_lack && any.iter().all(|text| is_long(text)) {
                Part::Listed(self.number(any))
            } else {
                Part::Text { any, may_lack }
            }
        }
    }

    /// Takes the texts of a rule among the words, so that the rule is tried
    /// only where one of them occurs; gives back their number.
    fn number(&mut self, texts: Vec<String>) -> u16 {
        if let Some(&number) = self.texts.get(&texts) {
            return number;
        }
        let number = u16::try_from(self.texts.len())
            .unwrap_or_else(|_| panic!("too many lists of texts in rules"));
        for text in &texts {
            let kind = self.words.entry(text.clone()).or_default();
            kind.texts.push(number);
        }
        self.texts.insert(texts, number);
        number
    }

    fn finish(mut self, concerns: Vec<(String, Grounds)>) -> Tables<'static> {
        let shield = self.names.class("shield");
        let people = self.names.class("people");
        let words = front::encode(self.words.keys().map(String::as_str));
        let kinds_of_words: Vec<Kind> = self
            .words
            .into_values()
            .map(|mut kind| {
                kind.settle(shield, people);
                kind
            })
            .collect();
        // The commonest have the smallest numbers, which take the least room.
        let mut counts: BTreeMap<&Kind, usize> = BTreeMap::new();
        for kind in &kinds_of_words {
            *counts.entry(kind).or_default() += 1;
        }
        let mut kinds: Vec<(&Kind, usize)> = counts.into_iter().collect();
        kinds.sort_by_key(|&(_, count)| Reverse(count));
        let numbers: BTreeMap<&Kind, u16> = kinds
            .iter()
            .zip(0..)
            .map(|(&(kind, _), number)| (kind, number))
            .collect();
        assert!(
            kinds.len() <= usize::from(u16::MAX),
            "too many kinds of words"
        );
        let kind_of = kinds_of_words.iter().map(|kind| numbers[kind]).collect();
        let kinds = kinds.into_iter().map(|(kind, _)| kind.clone()).collect();
        Tables {
            words: words.into(),
            kinds,
            kind_of,
            texts: u16::try_from(self.texts.len()).unwrap_or(u16::MAX),
            phrases: self.phrases,
            shield,
            people,
            group: self.names.class("group"),
            campaign: self.names.known("campaign"),
            reported: self.names.known("reported"),
            benign: self.names.known("benign"),
            concerns,
        }
    }
}

impl Kind {
    /// Works out what holds wherever the word stands.
    fn settle(&mut self, shield: Classes, people: Classes) {
        self.is_word = !self.forms.is_empty();
        self.shields = self.forms.iter().any(|form| form.classes.meets(shield));
        self.joins = !self.shields && self.forms.iter().any(|form| form.joins);
        let (anywhere, others): (Vec<Form>, Vec<Form>) = self
            .forms
            .drain(..)
            .partition(|form| form.anywhere && !form.classes.meets(people));
        self.anywhere = anywhere
            .iter()
            .fold(Classes::default(), |all, form| all.with(form.classes))
            .without(shield);
        self.forms = others;
    }
}

fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
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
