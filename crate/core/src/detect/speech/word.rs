//! The words that rules speak of, and where one really stands.

use std::collections::BTreeMap;
use std::ops::Range;

use daachorse::CharwiseDoubleArrayAhoCorasick;

use super::bare::{Bare, draws_out, is_hiragana, is_kana, is_kanji, is_katakana, is_letter};

/// A set of classes of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes([u64; 6]);

impl Classes {
    fn one(index: usize) -> Self {
        let mut bits = [0; 6];
        bits[index / 64] = 1 << (index % 64);
        Self(bits)
    }

    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    pub fn meets(self, other: Self) -> bool {
        let [a, b, c, d, e, f] = self.0;
        let [u, v, w, x, y, z] = other.0;
        a & u | b & v | c & w | d & x | e & y | f & z != 0
    }

    pub fn without(mut self, other: Self) -> Self {
        for (mine, its) in self.0.iter_mut().zip(other.0) {
            *mine &= !its;
        }
        self
    }

    pub fn with(mut self, other: Self) -> Self {
        for (mine, its) in self.0.iter_mut().zip(other.0) {
            *mine |= its;
        }
        self
    }
}

/// The names of the classes and their bits.
#[derive(Default)]
pub struct Names(BTreeMap<String, usize>);

impl Names {
    /// The class of a name, a new one where it is unheard of.
    pub fn class(&mut self, name: &str) -> Classes {
        if let Some(&index) = self.0.get(name) {
            return Classes::one(index);
        }
        let index = self.0.len();
        self.0.insert(name.to_owned(), index);
        Classes::one(index)
    }

    /// The class of a name that some list has given.
    pub fn known(&self, name: &str) -> Classes {
        let index = self.0.get(name);
        Classes::one(*index.unwrap_or_else(|| panic!("no word is of class {name:?}")))
    }
}

/// A word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where, in bytes of the bare text.
    pub range: Range<usize>,
    pub classes: Classes,
}

/// Every word that some rule speaks of.
pub struct Words {
    automaton: CharwiseDoubleArrayAhoCorasick<u32>,
    entries: Vec<Entry>,
    texts: usize,
    longest: usize,
    /// Longer words that only contain one.
    shield: Classes,
    /// 人, which makes a people of the name before it.
    people: Classes,
    group: Classes,
}

/// A word and what it is.
#[derive(Default)]
struct Entry {
    forms: Vec<Form>,
    /// The texts of rules that it is one of.
    texts: Vec<usize>,
    is_word: bool,
    shields: bool,
    joins: bool,
    /// Its classes wherever it stands; `forms` are the others.
    anywhere: Classes,
}

/// What was found in a text, by where it ends.
pub struct Found {
    pub words: Vec<Word>,
    /// Texts of rules, each with its entry.
    pub texts: Vec<(Range<usize>, usize)>,
    /// Which rules' texts occur, by number.
    pub occur: Vec<bool>,
}

/// One way to write a word.
#[derive(Debug, Clone, Copy)]
struct Form {
    classes: Classes,
    script: Script,
    /// The one way to write it, where no other counts.
    only: Option<&'static str>,
    /// Whether it bounds the word beside it.
    joins: bool,
    free_left: bool,
    free_right: bool,
    /// Whether it counts whatever stands beside it.
    anywhere: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
    /// Both in one short word.
    Mixed,
    /// A word too long to be mistaken, or not of kana alone.
    Any,
}

/// Reads lists as they are given, then makes `Words` of them.
#[derive(Default)]
pub struct Lists {
    entries: BTreeMap<String, Entry>,
    texts: usize,
}

impl Lists {
    /// Takes a list: a word a line, after a tab its classes. `<` after a
    /// class frees the word's left side, `>` its right: it is of that class
    /// even where it is part of a longer word. With `=` it has to be written
    /// just so, with `*` one letter of it may be masked.
    pub fn read(&mut self, list: &'static str, names: &mut Names) {
        for line in list.lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (word, classes) = line
                .split_once('\t')
                .unwrap_or_else(|| panic!("a word without a class: {line:?}"));
            for class in classes.split(' ') {
                let name = class.trim_end_matches(['<', '>', '=', '*']);
                let free = &class[name.len()..];
                self.add(word, names.class(name), free);
            }
        }
    }

    /// Takes a word of a class.
    pub fn add(&mut self, word: &'static str, classes: Classes, free: &str) {
        let mut form = Form {
            classes,
            script: script(word),
            only: (free.contains('=') || script(word) == Script::Mixed).then_some(word),
            joins: !free.contains('~'),
            free_left: free.contains('<'),
            free_right: free.contains('>'),
            anywhere: false,
        };
        form.anywhere = form.free_left
            && form.free_right
            && form.script == Script::Any
            && form.only.is_none()
            && !word.contains(super::bare::is_mask)
            && !word.ends_with('な')
            && !word.starts_with(['あ', 'い', 'う', 'え', 'お', 'ア', 'イ', 'ウ', 'エ', 'オ']);
        let bare = Bare::new(word).text().to_owned();
        if free.contains('*') && (3..=5).contains(&bare.chars().count()) {
            for (at, c) in bare.char_indices().skip(1) {
                let masked = [&bare[..at], "○", &bare[at + c.len_utf8()..]].concat();
                let script = Script::Any;
                let anywhere = false;
                self.entries.entry(masked).or_default().forms.push(Form {
                    script,
                    anywhere,
                    ..form
                });
            }
        }
        self.entries.entry(bare).or_default().forms.push(form);
    }

    /// Takes the texts of a rule, so that a rule is tried only where one of
    /// them occurs; gives back their number.
    pub fn add_texts(&mut self, texts: &[String]) -> usize {
        for text in texts {
            self.entries
                .entry(text.clone())
                .or_default()
                .texts
                .push(self.texts);
        }
        self.texts += 1;
        self.texts - 1
    }

    pub fn finish(self, names: &mut Names) -> Words {
        let automaton = CharwiseDoubleArrayAhoCorasick::new(self.entries.keys())
            .unwrap_or_else(|error| panic!("a word list is broken: {error}"));
        let longest = self
            .entries
            .keys()
            .map(String::len)
            .max()
            .unwrap_or_default();
        let shield = names.class("shield");
        let people = names.class("people");
        let mut entries: Vec<Entry> = self.entries.into_values().collect();
        for entry in &mut entries {
            entry.is_word = !entry.forms.is_empty();
            entry.shields = entry.forms.iter().any(|form| form.classes.meets(shield));
            entry.joins = !entry.shields && entry.forms.iter().any(|form| form.joins);
            let (anywhere, others): (Vec<Form>, Vec<Form>) = entry
                .forms
                .drain(..)
                .partition(|form| form.anywhere && !form.classes.meets(people));
            entry.anywhere = anywhere
                .iter()
                .fold(Classes::default(), |all, form| all.with(form.classes))
                .without(shield);
            entry.forms = others;
        }
        Words {
            automaton,
            entries,
            texts: self.texts,
            longest,
            people,
            shield,
            group: names.class("group"),
        }
    }
}

/// The scripts in which a word of this spelling counts: short words of kana
/// are too easily part of others.
fn script(word: &str) -> Script {
    if word.chars().count() > 3 || !word.chars().all(is_kana) {
        Script::Any
    } else if word.chars().all(is_hiragana) {
        Script::Hiragana
    } else if word.chars().all(is_katakana) {
        Script::Katakana
    } else {
        Script::Mixed
    }
}

impl Words {
    /// What stands in a text.
    pub fn find(&self, bare: &Bare, lower: &str) -> Found {
        let mut occur = vec![false; self.texts];
        let mut texts = Vec::new();
        let mut found: Vec<(Range<usize>, &Entry)> = Vec::new();
        let mut shields: Vec<Range<usize>> = Vec::new();
        let mut bounds = Bounds::new(bare.text().len());
        for hit in self.automaton.find_overlapping_iter(bare.text()) {
            let entry = &self.entries[hit.value() as usize];
            let range = hit.start()..hit.end();
            if !entry.texts.is_empty() {
                for &text in &entry.texts {
                    occur[text] = true;
                }
                texts.push((range.clone(), hit.value() as usize));
            }
            if !entry.is_word {
                continue;
            }
            if entry.shields {
                shields.push(range.clone());
            } else if entry.joins {
                bounds.add(&range);
            }
            found.push((range, entry));
        }
        shields.sort_by_key(|range| range.start);
        let words = found
            .into_iter()
            .filter(|(range, _)| !is_shielded(range, &shields))
            .filter_map(|(range, entry)| {
                let mut classes = entry.anywhere;
                if !entry.forms.is_empty() {
                    let place = Place::new(bare, lower, &range, &bounds);
                    for form in entry.forms.iter().filter(|form| place.suits(form)) {
                        classes = classes.with(form.classes);
                    }
                    classes = classes.without(self.shield);
                }
                if classes.is_empty() {
                    return None;
                }
                let word = Word { range, classes };
                if classes.meets(self.people) {
                    self.people(&word, bare.text())
                } else {
                    Some(word)
                }
            })
            .collect();
        Found {
            words,
            texts,
            occur,
        }
    }

    /// Whether an entry is one of a rule's texts.
    pub fn is_text(&self, entry: usize, text: usize) -> bool {
        self.entries[entry].texts.contains(&text)
    }

    /// The length of the longest word, in bytes.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// The people that 人 makes of a name in katakana, or of ○○.
    fn people(&self, word: &Word, bare: &str) -> Option<Word> {
        let name = bare[..word.range.start]
            .char_indices()
            .rev()
            .take_while(|&(_, c)| is_kana(c) || matches!(c, '○' | 'x'))
            .take(8)
            .map(|(at, _)| at)
            .last()?;
        Some(Word {
            range: name..word.range.end,
            classes: self.group,
        })
    }
}

fn is_shielded(range: &Range<usize>, shields: &[Range<usize>]) -> bool {
    let after = shields.partition_point(|shield| shield.start <= range.start);
    shields[..after]
        .iter()
        .rev()
        .take(8)
        .any(|shield| shield.end >= range.end && shield.len() > range.len())
}

/// Where words start and end in a text.
struct Bounds {
    starts: Vec<bool>,
    ends: Vec<bool>,
}

impl Bounds {
    fn new(len: usize) -> Self {
        Self {
            starts: vec![false; len + 1],
            ends: vec![false; len + 1],
        }
    }

    fn add(&mut self, range: &Range<usize>) {
        self.starts[range.start] = true;
        self.ends[range.end] = true;
    }
}

/// Where a word was found, and what stands beside it.
struct Place<'a> {
    /// The characters as written.
    written: &'a str,
    kana_only: bool,
    before: Option<char>,
    after: Option<char>,
    word_before: bool,
    word_after: bool,
    katakana_first: bool,
    katakana_last: bool,
}

impl<'a> Place<'a> {
    fn new(bare: &Bare, lower: &'a str, range: &Range<usize>, bounds: &Bounds) -> Self {
        let folded = bare.folded(range.clone(), lower);
        let written = &lower[folded.clone()];
        let word = &bare.text()[range.clone()];
        // A look-alike kanji is written for katakana.
        let as_katakana = |bare: Option<char>, written: Option<char>| {
            bare.is_some_and(is_hiragana) && !written.is_some_and(is_hiragana)
        };
        Self {
            written,
            kana_only: word.chars().all(is_hiragana),
            before: lower[..folded.start].chars().next_back(),
            after: following(&lower[folded.end..], word),
            word_before: bounds.ends[range.start],
            word_after: bounds.starts[range.end],
            katakana_first: as_katakana(word.chars().next(), written.chars().next()),
            katakana_last: as_katakana(word.chars().next_back(), written.chars().next_back()),
        }
    }

    fn suits(&self, form: &Form) -> bool {
        if form.only.is_some_and(|only| only != self.written) {
            return false;
        }
        // Not a word, but what draws out the one before it: ソ[ーラー].
        if self.written.starts_with(['ー', '〜', '~']) {
            return false;
        }
        let mut strict = false;
        let mut disguised = false;
        if form.script != Script::Any && self.kana_only {
            let hiragana = self.written.chars().any(is_hiragana);
            let katakana = self.written.chars().any(|c| is_katakana(c) && c != 'ー');
            disguised = hiragana && katakana && form.script != Script::Mixed;
            strict = disguised || !hiragana || form.script == Script::Hiragana;
            let suits = match form.script {
                Script::Mixed => hiragana && katakana,
                script => hiragana && katakana || hiragana == (script == Script::Hiragana),
            };
            if !suits {
                return false;
            }
        }
        // So it is when it is spelled out.
        let spelled = self.written.chars().any(|c| !is_letter(c)) && !self.written.contains('○');
        let strict = strict || spelled && self.written.chars().count() > 1 && self.kana_or_kanji();
        (form.free_left && !disguised || self.left(strict))
            && (form.free_right && !disguised || self.right(strict))
            && !self.is_placeholder()
            && !self.forbids_nothing()
    }

    /// Whether a mask at an end is one of several: ○○ stands for a name.
    fn is_placeholder(&self) -> bool {
        let mask = |c: Option<char>| c.is_some_and(super::bare::is_mask);
        mask(self.written.chars().next()) && mask(self.before)
            || mask(self.written.chars().next_back()) && mask(self.after)
    }

    /// Whether a word that forbids, such as 来るな, goes on as something else:
    /// 来るなど, 来るなら.
    fn forbids_nothing(&self) -> bool {
        let mut last = self.written.chars().rev();
        last.next() == Some('な')
            && last
                .next()
                .is_some_and(|c| "うくすつぬぶむるぐ".contains(c))
            && self.after.is_some_and(|c| "どらんのくいかりじ".contains(c))
    }

    fn kana_or_kanji(&self) -> bool {
        self.written
            .chars()
            .next()
            .is_some_and(|c| is_kana(c) || is_kanji(c))
    }

    fn left(&self, strict: bool) -> bool {
        let Some(before) = self.before.filter(|&c| is_letter(c)) else {
            return true;
        };
        let first = self.written.chars().next().unwrap_or_default();
        if self.word_before {
            return true;
        }
        if self.katakana_first {
            return !(is_katakana(before) || strict && is_mixed(self.written) && is_kana(before));
        }
        if is_kanji(first) {
            return !is_kanji(before) || self.written.chars().count() >= 4;
        }
        if is_hiragana(first) {
            return !strict
                || before == 'ー'
                || "はがもとやよねっにを".contains(before) && !is_mixed(self.written);
        }
        !before.is_ascii_alphanumeric()
    }

    fn right(&self, strict: bool) -> bool {
        let Some(after) = self.after.filter(|&c| is_letter(c)) else {
            return true;
        };
        let last = self.written.chars().next_back().unwrap_or_default();
        if self.word_after {
            return true;
        }
        if self.katakana_last {
            return !(is_katakana(after) || strict && is_mixed(self.written) && is_kana(after));
        }
        if is_kanji(last) {
            return !is_kanji(after) || self.written.chars().count() >= 4;
        }
        if is_hiragana(last) {
            return !strict
                || is_katakana(after)
                || is_kanji(after)
                || "だでなにはもよねがかとてやみめのをじわぞぜ".contains(after)
                    && !is_mixed(self.written)
                || last == 'い' && "んけすくぞさ".contains(after);
        }
        !after.is_ascii_alphanumeric()
    }
}

fn is_mixed(written: &str) -> bool {
    written.chars().any(is_hiragana) && written.chars().any(|c| is_katakana(c) && c != 'ー')
}

/// The character after a word, past what only draws it out.
fn following(rest: &str, word: &str) -> Option<char> {
    let last = word.chars().next_back().unwrap_or_default();
    rest.chars()
        .find(|&c| !matches!(c, 'ー' | '〜' | '~' | 'っ' | 'ッ') && !draws_out(last, c))
}
