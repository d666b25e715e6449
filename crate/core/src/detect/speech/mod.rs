//! Speech: what is said, seen through disguise. Shared by the detectors of
//! wording: each has words in `data/words/` and rules in `data/rules/`.

use std::ops::Range;
use std::sync::LazyLock;

use self::bare::{Bare, is_letter};
use self::rule::{Draft, Rule, Sure};
use self::word::{Classes, Found, Lists, Names, Word, Words};
use super::{Context, Hit};
use crate::{Concern, Message, Strength, Text};

mod bare;
mod rule;
mod word;

/// A text as detectors of wording read it.
pub struct Speech {
    bare: Bare,
    found: Found,
    /// The classes of all its words.
    classes: Classes,
}

/// What takes how much off a rule's strength, 2 for strong and 1 for weak.
pub struct Stance {
    /// Quotation marks around it or a quoting particle after it.
    pub reported: u8,
    /// A campaign's wording beside it.
    pub campaign: u8,
    /// A word beside it of the concern's class `excuse-CONCERN`.
    pub excuse: u8,
}

impl Stance {
    /// For words that hurt in whoever's mouth: reported they are a warning,
    /// reported in a campaign nothing.
    pub const HURTS: Self = Self {
        reported: 1,
        campaign: 1,
        excuse: 1,
    };
    /// For acts: a campaign names the act to speak against it.
    pub const ACTS: Self = Self {
        reported: 1,
        campaign: 2,
        excuse: 2,
    };
    /// For what only the writer's own voice does.
    pub const VOICES: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 2,
    };
    /// For moods, which events for everybody invite to.
    pub const MOODS: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 1,
    };
    /// For sides that an administration of elections names without taking.
    pub const SIDES: Self = Self {
        reported: 2,
        campaign: 1,
        excuse: 1,
    };
    /// For what can only be asked about: leave or consent answers it.
    pub const ASKS: Self = Self {
        reported: 0,
        campaign: 2,
        excuse: 2,
    };
}

/// Rules of all concerns and the words they speak of.
struct Grammar {
    words: Words,
    concerns: Vec<(Concern, Grounds)>,
    campaign: Classes,
    reported: Classes,
    benign: Classes,
}

/// What one concern goes by.
struct Grounds {
    rules: Vec<Rule>,
    excuse: Classes,
}

macro_rules! sources {
    ($($concern:ident $file:literal;)*) => {
        const SOURCES: &[(Concern, &str, &str)] = &[$((
            Concern::$concern,
            include_str!(concat!("../../../data/words/", $file, ".txt")),
            include_str!(concat!("../../../data/rules/", $file, ".txt")),
        )),*];
    };
}

sources! {
    Discrimination "discrimination";
    Insult "insult";
    Obscenity "obscenity";
    Incitement "incitement";
    Rumour "rumour";
    PersonalOpinion "personal_opinion";
    Partiality "partiality";
    CopyrightCue "copyright_cue";
    PortraitCue "portrait_cue";
}

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| {
    let mut names = Names::default();
    let mut lists = Lists::default();
    lists.read(include_str!("../../../data/words/speech.txt"), &mut names);
    let drafts: Vec<(Concern, Vec<Draft>)> = SOURCES
        .iter()
        .map(|(concern, words, rules)| {
            lists.read(words, &mut names);
            (*concern, rule::read(rules, &mut lists, &mut names))
        })
        .collect();
    let concerns = drafts
        .into_iter()
        .map(|(concern, drafts)| {
            let excuse = names.class(&format!("excuse-{concern}"));
            let rules = drafts
                .into_iter()
                .map(|draft| draft.finish(&names, &mut lists))
                .collect();
            (concern, Grounds { rules, excuse })
        })
        .collect();
    Grammar {
        words: lists.finish(&mut names),
        concerns,
        campaign: names.known("campaign"),
        reported: names.known("reported"),
        benign: names.known("benign"),
    }
});

impl Speech {
    pub fn new(text: &Text) -> Self {
        let bare = Bare::new(text.lower());
        let found = GRAMMAR.words.find(&bare, text.lower());
        let classes = found
            .words
            .iter()
            .fold(Classes::default(), |all, word| all.with(word.classes));
        Self {
            bare,
            found,
            classes,
        }
    }

    /// The last byte, up to so many characters after `at`, that the same
    /// sentence reaches.
    fn reach(&self, at: usize, characters: usize) -> usize {
        let rest = &self.bare.text()[at..];
        let reach: usize = rest
            .chars()
            .take(characters)
            .take_while(|&c| !ends_sentence(c))
            .map(char::len_utf8)
            .sum();
        at + reach
    }

    /// Whether nothing of the sentence stands before this place.
    fn starts_at(&self, at: usize) -> bool {
        self.bare.text()[..at]
            .chars()
            .next_back()
            .is_none_or(|c| !is_letter(c) && !matches!(c, '、' | ',' | '・'))
    }

    /// Whether a place stands between quotation marks.
    fn is_quoted(&self, range: &Range<usize>) -> bool {
        const FAR: usize = 60;
        let text = self.bare.text();
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

    /// Whether it is told as somebody's words: 「…」と言う, …といった言葉.
    fn is_reported(&self, range: &Range<usize>) -> bool {
        let at = range.end;
        let limit = self.bare.text()[at..]
            .chars()
            .take(6)
            .take_while(|&c| !is_letter(c) || "よねなえぞわ".contains(c))
            .filter(|&c| c != '\n')
            .map(char::len_utf8)
            .sum::<usize>()
            + at;
        self.word_starts_in(at..limit + 1, GRAMMAR.reported)
    }

    /// Whether a word of these classes stands near, not in it.
    fn is_near(&self, range: &Range<usize>, classes: Classes) -> bool {
        const NEAR: usize = 30;
        let text = self.bare.text();
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
        if range.is_empty() || !self.classes.meets(classes) {
            return false;
        }
        self.words_in(range.start, range.end.saturating_sub(1))
            .any(|word| word.classes.meets(classes))
    }

    /// The words that start between two bytes, both included.
    fn words_in(&self, from: usize, to: usize) -> impl Iterator<Item = &Word> {
        let longest = GRAMMAR.words.longest();
        let words = &self.found.words;
        let first = words.partition_point(|word| word.range.end <= from);
        words[first..]
            .iter()
            .take_while(move |word| word.range.end <= to + longest)
            .filter(move |word| (from..=to).contains(&word.range.start))
    }

    /// Where the texts of this number start between two bytes, both included.
    fn texts_in(
        &self,
        from: usize,
        to: usize,
        number: usize,
    ) -> impl Iterator<Item = &Range<usize>> {
        let known = &GRAMMAR.words;
        let texts = &self.found.texts;
        let first = texts.partition_point(|(range, _)| range.end <= from);
        texts[first..]
            .iter()
            .take_while(move |(range, _)| range.end <= to + known.longest())
            .filter(move |(range, entry)| {
                (from..=to).contains(&range.start) && known.is_text(*entry, number)
            })
            .map(|(range, _)| range)
    }
}

/// Finds what a concern's rules find and tells of it. Hits that overlap are
/// one, as strong as the strongest.
pub fn detect(
    context: &Context<'_>,
    concern: Concern,
    stance: &Stance,
    message: fn(&str) -> Message,
    hits: &mut Vec<Hit>,
) {
    let speech = context.speech();
    let Some((_, grounds)) = GRAMMAR.concerns.iter().find(|(of, _)| *of == concern) else {
        return;
    };
    let mut found: Vec<(Range<usize>, u8, &str)> = Vec::new();
    let rules: Vec<&Rule> = grounds
        .rules
        .iter()
        .filter(|rule| rule.may_hold(speech))
        .collect();
    let firsts = rules
        .iter()
        .fold(Classes::default(), |all, rule| all.with(rule.first()));
    if firsts.is_empty() {
        return;
    }
    for word in &speech.found.words {
        if !word.classes.meets(firsts) {
            continue;
        }
        for rule in rules.iter().filter(|rule| rule.first().meets(word.classes)) {
            let Some(range) = rule.holds_at(word, speech) else {
                continue;
            };
            let mut sure: u8 = match rule.sure {
                Sure::Strong => 2,
                Sure::Faint if speech.is_near(&range, GRAMMAR.benign) => 0,
                Sure::Weak | Sure::Faint => 1,
            };
            for (holds, off) in [
                (
                    speech.is_quoted(&range) || speech.is_reported(&range),
                    stance.reported,
                ),
                (speech.is_near(&range, GRAMMAR.campaign), stance.campaign),
                (speech.is_near(&range, grounds.excuse), stance.excuse),
            ] {
                if holds {
                    sure = sure.saturating_sub(off);
                }
            }
            if sure > 0 {
                found.push((range, sure, rule.topic));
            }
        }
    }
    found.sort_by_key(|(range, sure, _)| (range.start, std::cmp::Reverse(*sure)));
    let mut merged: Vec<(Range<usize>, u8, &str)> = Vec::new();
    for (range, sure, topic) in found {
        match merged.last_mut() {
            Some(last) if range.start < last.0.end => {
                last.0.end = last.0.end.max(range.end);
                if sure > last.1 {
                    last.1 = sure;
                    last.2 = topic;
                }
            }
            _ => merged.push((range, sure, topic)),
        }
    }
    hits.extend(merged.into_iter().filter_map(|(range, sure, topic)| {
        let folded = speech.bare.folded(range, context.text.lower());
        // An address is not speech.
        let is_in_link = context
            .links
            .iter()
            .any(|link| link.folded.start <= folded.start && folded.end <= link.folded.end);
        if is_in_link {
            return None;
        }
        Some(Hit {
            concern,
            span: Some(context.text.utf16(folded)),
            strength: if sure > 1 {
                Strength::Strong
            } else {
                Strength::Weak
            },
            message: message(topic),
            fixes: Vec::new(),
        })
    }));
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Word lists are kept normal by this test, not by review.
    #[test]
    fn word_lists_are_normal() {
        let shared = include_str!("../../../data/words/speech.txt");
        for list in SOURCES.iter().map(|(_, words, _)| *words).chain([shared]) {
            assert!(list.starts_with("# "), "a list says nothing of its source");
            let words: Vec<_> = list
                .lines()
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| line.split_once('\t'))
                .map(|(word, _)| word)
                .collect();
            for pair in words.windows(2) {
                assert!(
                    pair[0] < pair[1],
                    "{} and {} are not in order",
                    pair[0],
                    pair[1]
                );
            }
            for word in words {
                assert_eq!(Text::new(word).lower(), word, "not folded");
            }
        }
    }

    #[track_caller]
    fn words(text: &str, class: &str) -> Vec<String> {
        let mut names = Names::default();
        let mut lists = Lists::default();
        lists.read(
            "バカ\tfool\nバカンス\tshield\nばか\tfool\nてめえ\tfool<>\nキチガイ\tfool<>*\nカス\tfool\n来るな\tfool<>",
            &mut names,
        );
        let all = lists.finish(&mut names);
        let text = Text::new(text);
        let bare = Bare::new(text.lower());
        let class = names.known(class);
        all.find(&bare, text.lower())
            .words
            .into_iter()
            .filter(|word| word.classes.meets(class))
            .map(|word| text.lower()[bare.folded(word.range, text.lower())].to_owned())
            .collect()
    }

    #[test]
    fn finds_words_not_parts_of_words() {
        assert_eq!(words("このバカ", "fool"), ["バカ"]);
        assert_eq!(words("バーカ、バカァー！", "fool"), ["バカ"]);
        assert_eq!(words("ば か", "fool"), ["ば か"]);
        assert_eq!(words("バか", "fool"), ["バか"]);
        assert_eq!(words("てめーの", "fool"), ["てめー"]);
        assert_eq!(words("キ○ガイ、キチガ●", "fool"), ["キ○ガイ", "キチガ●"]);
        assert_eq!(words("来るなよ", "fool"), ["来るな"]);
        for harmless in [
            "バカンス",
            "カバカード",
            "そばかす",
            "こればかり",
            "カスタマイズ",
            "マスカスト",
            "来るなら",
            "来るなど",
        ] {
            assert_eq!(words(harmless, "fool"), [""; 0], "{harmless}");
        }
    }
}
