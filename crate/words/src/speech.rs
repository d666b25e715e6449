use std::ops::Range;

use crate::bare::{Bare, is_letter};
use crate::classes::Classes;
use crate::grammar::{Findings, Found, Grammar, Grounds};
use crate::rule::{Part, Sure};

/// A text as a grammar reads it.
pub struct Speech<'g> {
    grammar: &'g Grammar,
    bare: Bare,
    found: Findings,
    /// The classes of all its words.
    classes: Classes,
}

/// Where a rule holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'g> {
    /// Where, in bytes of the text as it sounds; see [`Speech::folded`].
    pub range: Range<usize>,
    /// How much the rule says.
    pub sure: Sure,
    /// What the rule is about.
    pub topic: &'g str,
}

impl<'g> Speech<'g> {
    /// Reads a folded text whose ASCII letters are in lower case.
    pub fn new(grammar: &'g Grammar, lower: &str) -> Self {
        let bare = Bare::new(lower);
        let found = grammar.find(&bare, lower);
        let classes = found
            .words
            .iter()
            .fold(Classes::default(), |all, word| all.with(word.classes));
        Self {
            grammar,
            bare,
            found,
            classes,
        }
    }

    /// Where rules hold, once for each.
    pub fn matches(&self, grounds: &'g Grounds) -> Vec<Match<'g>> {
        let rules = grounds.rules_for(self);
        if rules.is_empty() {
            return Vec::new();
        }
        let firsts = rules
            .iter()
            .fold(Classes::default(), |all, rule| all.with(rule.first()));
        let mut matches = Vec::new();
        for word in &self.found.words {
            if !word.classes.meets(firsts) {
                continue;
            }
            for rule in rules.iter().filter(|rule| rule.first().meets(word.classes)) {
                if let Some(range) = rule.holds_at(word, self) {
                    matches.push(Match {
                        range,
                        sure: rule.sure,
                        topic: &rule.topic,
                    });
                }
            }
        }
        matches
    }

    /// The bytes of the folded text that a match stands for.
    pub fn folded(&self, range: Range<usize>, lower: &str) -> Range<usize> {
        self.bare.folded(range, lower)
    }

    /// Whether it is told as somebody's words: between quotation marks, or
    /// …と言う, …といった言葉.
    pub fn is_reported(&self, range: &Range<usize>) -> bool {
        self.is_quoted(range) || self.is_told(range)
    }

    /// Whether a campaign's wording stands beside it.
    pub fn is_campaign(&self, range: &Range<usize>) -> bool {
        self.is_near(range, self.grammar.tables.campaign)
    }

    /// Whether something plainly good stands beside it.
    pub fn is_benign(&self, range: &Range<usize>) -> bool {
        self.is_near(range, self.grammar.tables.benign)
    }

    /// Whether a word of the concern's class `excuse-CONCERN` stands beside it.
    pub fn is_excused(&self, range: &Range<usize>, grounds: &Grounds) -> bool {
        self.is_near(range, grounds.excuse)
    }

    /// The text as it sounds.
    pub(crate) fn text(&self) -> &str {
        self.bare.text()
    }

    /// Whether one of a rule's texts occurs.
    pub(crate) fn occurs(&self, text: u16) -> bool {
        self.found.occur[usize::from(text)]
    }

    /// Whether a word of the class of this number occurs.
    pub(crate) fn has_class(&self, number: u16) -> bool {
        self.classes.has(number)
    }

    /// Whether a word of all these classes occurs.
    pub(crate) fn has(&self, classes: Classes) -> bool {
        self.classes.meets(classes)
    }

    /// The last byte, up to so many characters after `at`, that the same
    /// sentence reaches; more than 100 reach into the next ones.
    pub(crate) fn reach(&self, at: usize, characters: u8) -> usize {
        let rest = &self.text()[at..];
        let reach: usize = rest
            .chars()
            .take(characters.into())
            .take_while(|&c| characters > 100 || !ends_sentence(c))
            .map(char::len_utf8)
            .sum();
        at + reach
    }

    /// Whether nothing of the sentence stands before this place.
    pub(crate) fn starts_at(&self, at: usize) -> bool {
        self.text()[..at]
            .chars()
            .next_back()
            .is_none_or(|c| !is_letter(c) && !matches!(c, '、' | ',' | '・'))
    }

    /// The ways to say a phrase of rules.
    pub(crate) fn phrase(&self, number: u16) -> &[Vec<Part>] {
        &self.grammar.tables.phrases[usize::from(number)]
    }

    /// The words that start between two bytes, both included.
    pub(crate) fn words_in(&self, from: usize, to: usize) -> impl Iterator<Item = &Found> {
        let words = &self.found.words;
        let first = words.partition_point(|word| word.range.start < from);
        words[first..]
            .iter()
            .take_while(move |word| word.range.start <= to)
    }

    /// Where the texts of this number start between two bytes, both included.
    pub(crate) fn texts_in(
        &self,
        from: usize,
        to: usize,
        number: u16,
    ) -> impl Iterator<Item = &Range<usize>> {
        let texts = &self.found.texts;
        let first = texts.partition_point(|(range, _)| range.start < from);
        texts[first..]
            .iter()
            .take_while(move |(range, _)| range.start <= to)
            .filter(move |(_, kind)| self.grammar.is_text(*kind, number))
            .map(|(range, _)| range)
    }

    fn is_quoted(&self, range: &Range<usize>) -> bool {
        const FAR: usize = 60;
        let text = self.text();
        let mut closed = 0;
        for c in text[..range.start].chars().rev().take(FAR) {
            match c {
                '」' | '』' | '”' => closed += 1,
                '「' | '『' | '“' if closed > 0 => closed -= 1,
                '「' | '『' | '“' => {
                    let mut after = text[range.end..].chars().take(FAR);
                    return after.any(|c| matches!(c, '」' | '』' | '”'));
                }
                _ => {}
            }
        }
        false
    }

    fn is_told(&self, range: &Range<usize>) -> bool {
        let at = range.end;
        let limit = self.text()[at..]
            .chars()
            .take(6)
            .take_while(|&c| !is_letter(c) || "よねなえぞわ".contains(c))
            .filter(|&c| c != '\n')
            .map(char::len_utf8)
            .sum::<usize>()
            + at;
        self.word_starts_in(at..limit + 1, self.grammar.tables.reported)
    }

    /// Whether a word of these classes stands near, not in it.
    fn is_near(&self, range: &Range<usize>, classes: Classes) -> bool {
        const NEAR: usize = 30;
        let text = self.text();
        let from = text[..range.start]
            .char_indices()
            .rev()
            .take(NEAR)
            .last()
            .map_or(range.start, |(at, _)| at);
        let to = text[range.end..]
            .char_indices()
            .nth(NEAR)
            .map_or(text.len(), |(at, _)| range.end + at);
        self.word_starts_in(from..range.start, classes)
            || self.word_starts_in(range.end..to, classes)
    }

    fn word_starts_in(&self, range: Range<usize>, classes: Classes) -> bool {
        !range.is_empty()
            && self.has(classes)
            && self
                .words_in(range.start, range.end - 1)
                .any(|word| word.classes.meets(classes))
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | '\n')
}
