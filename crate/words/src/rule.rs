//! Rules: which words, in which order, say what.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::Speech;
use crate::bare::is_letter;
use crate::classes::Classes;
use crate::grammar::Found;

/// One way to say something.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rule {
    pub sure: Sure,
    /// Which of the detector's messages tells of it.
    pub topic: Box<str>,
    pub parts: Vec<Part>,
    /// The classes of its words.
    pub needs: Vec<Classes>,
    /// Texts of which one must occur somewhere, by number.
    pub texts: Vec<u16>,
}

/// How much a rule alone says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sure {
    /// Nothing but its concern.
    Strong,
    /// Its concern, as a rule.
    Weak,
    /// Its concern, unless the post is plainly about something good.
    Faint,
}

#[derive(Debug, Serialize, Deserialize)]
pub enum Part {
    /// A word of one of these classes.
    Word(Classes),
    /// One of these texts, or nothing where that may be.
    Text { any: Vec<String>, may_lack: bool },
    /// One of the texts of this number, found with the words.
    Listed(u16),
    /// One of the phrases of this number.
    Phrase(u16),
    /// Up to so many characters of the same sentence.
    Gap(u8),
    /// None of these texts follows.
    Not(Vec<String>),
    /// The sentence starts here.
    Start,
    /// The sentence ends here, but for a particle that colours it.
    End,
}

impl Rule {
    /// Whether all that the rule needs is somewhere in a text.
    pub fn may_hold(&self, speech: &Speech<'_>) -> bool {
        self.needs.iter().all(|&need| speech.has(need))
            && self.texts.iter().all(|&text| speech.occurs(text))
    }

    /// What its first word is.
    pub fn first(&self) -> Classes {
        self.needs.first().copied().unwrap_or_default()
    }

    /// Where the rule holds with this as its first word: bytes of the bare text.
    pub fn holds_at(&self, word: &Found, speech: &Speech<'_>) -> Option<Range<usize>> {
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
fn holds(parts: &[Part], speech: &Speech<'_>, at: usize, gap: u8) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return Some(at);
    };
    let text = speech.text();
    match part {
        Part::Gap(gap) => holds(rest, speech, at, *gap),
        Part::Word(classes) => speech
            .words_in(at, speech.reach(at, gap))
            .filter(|word| word.classes.meets(*classes))
            .find_map(|word| holds(rest, speech, word.range.end, 0)),
        Part::Listed(number) => speech
            .texts_in(at, speech.reach(at, gap), *number)
            .find_map(|range| holds(rest, speech, range.end, 0)),
        Part::Phrase(number) => speech
            .phrase(*number)
            .iter()
            .filter_map(|phrase| holds(phrase, speech, at, gap))
            .find_map(|end| holds(rest, speech, end, 0)),
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

#[cfg(test)]
mod tests {
    use crate::{Grammar, Source, Speech, compile};

    const WORDS: &str = "盗\tact<>\nc\tcampaign\nr\treported\nb\tbenign\nだめ\tno<>";

    /// What a rule finds in a text, after the phrases that it may name.
    #[track_caller]
    fn check(rule: &str, text: &str, finds: Option<&str>) {
        let rules = format!("let urge: もう|め\nlet urge: ん でしま|じゃ\nweak x: {rule}");
        let source = Source {
            concern: "insult",
            words: "",
            rules: &rules,
        };
        let grammar = Grammar::load(compile(WORDS, &[source]).leak());
        let speech = Speech::new(&grammar, text);
        let matches = speech.matches(grammar.grounds("insult").unwrap());
        let found = matches
            .first()
            .map(|found| &text[speech.folded(found.range.clone(), text)]);
        assert_eq!(found, finds, "{rule:?}, {text:?}");
    }

    #[test]
    fn phrases_are_any_of_their_ways() {
        check("{act} <urge>", "盗もうか", Some("盗もう"));
        check("{act} <urge>", "盗んでしまえ", Some("盗んでしま"));
        check("{act} <urge>", "盗まれた", None);
    }

    #[test]
    fn an_exclamation_mark_may_be_one_of_several_texts() {
        check("{act} 3 !|。", "盗め!", Some("盗め!"));
        check("{act} !み|ま", "盗まれた", None);
        check("{act} !み", "盗まれた", Some("盗"));
    }

    #[test]
    fn long_gaps_reach_the_next_sentence() {
        check("{act} 30 {no}", "盗んだ。だめ", None);
        check("{act} 130 {no}", "盗んだ。だめ", Some("盗んだ。だめ"));
    }
}
