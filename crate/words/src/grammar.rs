use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::bare::{Bare, is_hiragana, is_kana};
use crate::classes::Classes;
use crate::front;
use crate::index::Index;
use crate::order::sort_by_key;
use crate::place::{Bounds, Place};
use crate::rule::{Part, Rule};
use crate::speech::Speech;
use crate::word::Kind;

/// What [`compile`](crate::compile) writes.
#[derive(Serialize, Deserialize)]
pub struct Tables<'a> {
    /// The words as they sound, in order, front-coded.
    #[serde(borrow)]
    pub words: Cow<'a, [u8]>,
    pub kinds: Vec<Kind>,
    /// The kind of each word.
    pub kind_of: Vec<u16>,
    /// How many lists of texts rules have.
    pub texts: u16,
    /// Longer words that only contain one.
    pub shield: Classes,
    /// 人, which makes a people of the name before it.
    pub people: Classes,
    pub group: Classes,
    pub campaign: Classes,
    pub reported: Classes,
    pub benign: Classes,
    /// The ways to say each phrase of rules.
    pub phrases: Vec<Vec<Vec<Part>>>,
    pub concerns: Vec<(String, Grounds)>,
}

/// What one concern goes by.
#[derive(Debug, Serialize, Deserialize)]
pub struct Grounds {
    rules: Vec<Rule>,
    /// Words that say that no harm is meant.
    pub(crate) excuse: Classes,
    /// The number of each class of first words with the number of its rule, by
    /// rule: what most rules fail at, in one short list.
    #[serde(skip)]
    firsts: Vec<(u16, u16)>,
}

impl Grounds {
    pub(crate) fn new(rules: Vec<Rule>, excuse: Classes) -> Self {
        Self {
            rules,
            excuse,
            firsts: Vec::new(),
        }
    }

    fn list_firsts(&mut self) {
        for (rule, number) in self.rules.iter().zip(0..) {
            let classes = Vec::from(rule.first());
            self.firsts
                .extend(classes.into_iter().map(|class| (class, number)));
        }
    }

    /// The rules that may hold in a text.
    pub(crate) fn rules_for<'g>(&'g self, speech: &Speech<'_>) -> Vec<&'g Rule> {
        let mut rules = Vec::new();
        let mut last = None;
        for &(class, number) in &self.firsts {
            if last != Some(number) && speech.has_class(class) {
                last = Some(number);
                rules.push(&self.rules[usize::from(number)]);
            }
        }
        rules.retain(|rule| rule.may_hold(speech));
        rules
    }
}

/// Rules of all concerns and the words that they speak of.
pub struct Grammar {
    index: Index,
    pub(crate) tables: Tables<'static>,
}

/// A word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where, in bytes of the bare text.
    pub range: Range<usize>,
    pub classes: Classes,
}

/// What was found in a text.
pub struct Findings {
    /// Words, by where they start.
    pub words: Vec<Found>,
    /// Texts of rules by where they start, each with its kind.
    pub texts: Vec<(Range<usize>, u16)>,
    /// Which rules' texts occur, by number.
    pub occur: Vec<bool>,
}

impl Grammar {
    /// Reads the tables that [`compile`](crate::compile) made.
    ///
    /// # Panics
    /// Where they are not what the same version of this crate wrote.
    pub fn load(tables: &'static [u8]) -> Self {
        let mut tables: Tables<'static> = postcard::from_bytes(tables)
            .unwrap_or_else(|error| panic!("not the tables of a grammar: {error}"));
        for (_, grounds) in &mut tables.concerns {
            grounds.list_firsts();
        }
        let words = front::decode(&tables.words);
        Self {
            index: Index::new(words.unwrap_or_else(|| panic!("not the words of a grammar"))),
            tables,
        }
    }

    /// What a concern goes by; `None` where the grammar knows nothing of it.
    pub fn grounds(&self, concern: &str) -> Option<&Grounds> {
        let mut concerns = self.tables.concerns.iter();
        concerns
            .find(|(id, _)| id == concern)
            .map(|(_, grounds)| grounds)
    }

    /// Whether a kind is one of a rule's texts.
    pub(crate) fn is_text(&self, kind: u16, text: u16) -> bool {
        self.tables.kinds[usize::from(kind)].texts.contains(&text)
    }

    /// What stands in a text.
    pub(crate) fn find(&self, bare: &Bare, lower: &str) -> Findings {
        let tables = &self.tables;
        let mut occur = vec![false; usize::from(tables.texts)];
        let mut texts = Vec::new();
        let mut found: Vec<(Range<usize>, &Kind)> = Vec::new();
        let mut shields: Vec<Range<usize>> = Vec::new();
        let mut bounds = Bounds::new(bare.text().len());
        self.index.find(bare.text(), |range, word| {
            let number = tables.kind_of[word];
            let kind = &tables.kinds[usize::from(number)];
            if !kind.texts.is_empty() {
                for &text in &kind.texts {
                    occur[usize::from(text)] = true;
                }
                texts.push((range.clone(), number));
            }
            if !kind.is_word {
                return;
            }
            if kind.shields {
                shields.push(range.clone());
            } else if kind.joins {
                bounds.add(&range);
            }
            found.push((range, kind));
        });
        let mut words: Vec<Found> = found
            .into_iter()
            .filter(|(range, _)| !is_shielded(range, &shields))
            .filter_map(|(mut range, kind)| {
                let mut classes = kind.anywhere;
                if !kind.forms.is_empty() {
                    let place = Place::new(bare, lower, &range, &bounds);
                    let rest = &bare.text()[range.end..];
                    for form in kind.forms.iter().filter(|form| place.suits(form)) {
                        if let Some(tail) = form.tail {
                            let Some(len) = tail.len(rest) else {
                                continue;
                            };
                            range.end = range.end.max(bare.text().len() - rest.len() + len);
                        }
                        classes = classes.with(form.classes);
                    }
                    classes = classes.without(tables.shield);
                }
                if classes.is_empty() {
                    None
                } else if classes.meets(tables.people) {
                    Some(Found {
                        range: people(&range, bare, lower)?,
                        classes: tables.group,
                    })
                } else {
                    Some(Found { range, classes })
                }
            })
            .collect();
        // A people starts before the word that made it one.
        sort_by_key(&mut words, |word| (word.range.start, 0));
        Findings {
            words,
            texts,
            occur,
        }
    }
}

/// The people that 人 makes of a name in katakana, or of ○○.
fn people(range: &Range<usize>, bare: &Bare, lower: &str) -> Option<Range<usize>> {
    let is_hiragana = |at: usize, c: char| {
        let written = bare.folded(at..at + c.len_utf8(), lower);
        lower[written].starts_with(is_hiragana)
    };
    let name = bare.text()[..range.start]
        .char_indices()
        .rev()
        .take_while(|&(_, c)| is_kana(c) || matches!(c, '○' | 'x'))
        .take_while(|&(at, c)| !is_hiragana(at, c))
        .take(8)
        .map(|(at, _)| at)
        .last()?;
    Some(name..range.end)
}

/// Whether a word is part of a longer one among `shields`, which stand by
/// their starts.
fn is_shielded(range: &Range<usize>, shields: &[Range<usize>]) -> bool {
    let after = shields.partition_point(|shield| shield.start <= range.start);
    shields[..after]
        .iter()
        .rev()
        .take(8)
        .any(|shield| shield.end >= range.end && shield.len() > range.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classes::Classes;
    use crate::{Source, compile};

    /// The words of class `fool` in a text, as they stand in it.
    #[track_caller]
    fn fools(text: &str) -> Vec<String> {
        const WORDS: &str = "バカ\tfool\nバカンス\tshield\nばか\tfool\nてめえ\tfool<>\n\
            キチガイ\tfool<>*\nカス\tfool\n来るな\tfool<>\nうざ/い\tfool<>\n\
            使え/ない\tfool\nc\tcampaign\nr\treported\nb\tbenign";
        let source = Source {
            concern: "insult",
            words: "",
            rules: "weak x: {fool}",
        };
        let tables: &'static [u8] = compile(WORDS, &[source]).leak();
        let grammar = Grammar::load(tables);
        let fool: Classes = grammar.tables.concerns[0].1.rules[0].first();
        let bare = Bare::new(text);
        grammar
            .find(&bare, text)
            .words
            .into_iter()
            .filter(|word| word.classes.meets(fool))
            .map(|word| text[bare.folded(word.range, text)].to_owned())
            .collect()
    }

    #[test]
    fn finds_words_not_parts_of_words() {
        assert_eq!(fools("このバカ"), ["バカ"]);
        assert_eq!(fools("バーカ、バカァー!"), ["バカ"]);
        assert_eq!(fools("ば か"), ["ば か"]);
        assert_eq!(fools("バか"), ["バか"]);
        assert_eq!(fools("てめーの"), ["てめー"]);
        assert_eq!(fools("キ○ガイ、キチガ●"), ["キ○ガイ", "キチガ●"]);
        assert_eq!(fools("来るなよ"), ["来るな"]);
        assert_eq!(
            fools("うざかったし、うざすぎる"),
            ["うざかった", "うざすぎ"]
        );
        assert_eq!(fools("使えねーし使えんな"), ["使えねー", "使えん"]);
        for harmless in [
            "バカンス",
            "カバカード",
            "そばかす",
            "こればかり",
            "カスタマイズ",
            "マスカスト",
            "来るなら",
            "来るなど",
            "うざね館",
            "使える",
        ] {
            assert_eq!(fools(harmless), [""; 0], "{harmless}");
        }
    }
}
