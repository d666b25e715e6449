//! Learns a model. Nothing here depends on the machine: numbers are added in
//! one order, and no function is used that platforms round differently.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::grams::{grams, sentences};
use crate::model::{MOST_LABELS, scale, write};

/// A labelled text.
pub struct Example<'a> {
    /// The text.
    pub text: &'a str,
    /// A bit for each label that it bears.
    pub bears: u16,
    /// A bit for each label that it teaches about, borne or not.
    pub teaches: u16,
}

/// How many runs are kept.
const KEPT: usize = 6000;
const ROUNDS: usize = 6;
const RATE: f32 = 0.6;
/// Pulls weights to nothing, so that what is seen seldom says little.
const DECAY: f32 = 2e-2;

/// A number a label.
type Row = [f32; MOST_LABELS];

/// A sentence as numbers of the runs in it that count.
struct Sentence {
    runs: Vec<u32>,
    scale: f32,
}

/// Makes a model of these labels. A text that bears a label bears it in one of
/// its sentences; which, is learnt too.
///
/// # Panics
/// Where there are too many labels.
pub fn learn(labels: &[&str], examples: &[Example<'_>]) -> Vec<u8> {
    assert!(labels.len() <= MOST_LABELS, "too many labels");
    let count = count(examples);
    // What stands in one text only says nothing of others.
    let mut hashes: Vec<u32> = count
        .iter()
        .filter(|&(_, &(count, _))| count > 1)
        .map(|(&hash, _)| hash)
        .collect();
    hashes.sort_unstable();
    let first = Learner::run(labels.len(), examples, &hashes);
    let mut strongest: Vec<(u32, u32)> = hashes
        .iter()
        .zip(&first.weights)
        .map(|(&hash, row)| {
            let most = row.iter().fold(0.0_f32, |most, it| most.max(it.abs()));
            let often = f32::from(count[&hash].0).sqrt().min(4.0);
            ((most * often * 1000.0) as u32, hash)
        })
        .collect();
    strongest.sort_unstable_by_key(|&(strength, hash)| (Reverse(strength), hash));
    let mut hashes: Vec<u32> = strongest.iter().take(KEPT).map(|it| it.1).collect();
    hashes.sort_unstable();
    Learner::run(labels.len(), examples, &hashes).write(labels, &hashes)
}

/// In how many texts each run stands, and the last of them.
fn count(examples: &[Example<'_>]) -> HashMap<u32, (u16, usize)> {
    let mut count: HashMap<u32, (u16, usize)> = HashMap::new();
    for (number, example) in examples.iter().enumerate() {
        for range in sentences(example.text) {
            grams(&example.text[range], |hash, _| {
                let (count, last) = count.entry(hash).or_insert((0, usize::MAX));
                if *last != number {
                    *last = number;
                    *count = count.saturating_add(1);
                }
            });
        }
    }
    count
}

struct Learner {
    labels: usize,
    /// For each run what it says about each label.
    weights: Vec<Row>,
    /// How far each weight has been moved: the further, the slower it moves.
    moved: Vec<Row>,
    biases: Row,
}

impl Learner {
    /// Learns what the runs of these hashes say.
    fn run(labels: usize, examples: &[Example<'_>], hashes: &[u32]) -> Self {
        let numbers: HashMap<u32, u32> = hashes.iter().copied().zip(0..).collect();
        let texts: Vec<Vec<Sentence>> = examples
            .iter()
            .map(|example| {
                sentences(example.text)
                    .map(|range| read(&example.text[range], &numbers))
                    .collect()
            })
            .collect();
        let mut learner = Self {
            labels,
            weights: vec![[0.0; MOST_LABELS]; hashes.len()],
            moved: vec![[0.0; MOST_LABELS]; hashes.len()],
            biases: [-1.0; MOST_LABELS],
        };
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let mut random = 1_u32;
        for _ in 0..ROUNDS {
            for at in (1..order.len()).rev() {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                order.swap(at, (random >> 8) as usize % (at + 1));
            }
            for &at in &order {
                learner.see(&examples[at], &texts[at]);
            }
        }
        learner
    }

    fn see(&mut self, example: &Example<'_>, text: &[Sentence]) {
        let scores: Vec<Row> = text.iter().map(|sentence| self.scores(sentence)).collect();
        let mut gaps = vec![[0.0; MOST_LABELS]; text.len()];
        for label in (0..self.labels).filter(|it| example.teaches >> it & 1 == 1) {
            if example.bears >> label & 1 == 0 {
                for (gap, score) in gaps.iter_mut().zip(&scores) {
                    gap[label] = -odds(score[label]);
                }
            } else if let Some(best) =
                (0..text.len()).max_by(|&a, &b| scores[a][label].total_cmp(&scores[b][label]))
            {
                gaps[best][label] = 1.0 - odds(scores[best][label]);
            }
        }
        for (sentence, gaps) in text.iter().zip(&gaps) {
            self.learn(sentence, gaps);
        }
    }

    fn scores(&self, sentence: &Sentence) -> Row {
        let mut sums = [0.0; MOST_LABELS];
        for &run in &sentence.runs {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[run as usize]) {
                *sum += weight;
            }
        }
        for (sum, bias) in sums.iter_mut().zip(&self.biases) {
            *sum = bias + *sum * sentence.scale;
        }
        sums
    }

    fn learn(&mut self, sentence: &Sentence, gaps: &Row) {
        if gaps.iter().all(|gap| gap.abs() < 0.01) {
            return;
        }
        for (bias, gap) in self.biases.iter_mut().zip(gaps) {
            *bias += 0.02 * gap;
        }
        for &run in &sentence.runs {
            let weights = &mut self.weights[run as usize];
            let moved = &mut self.moved[run as usize];
            for ((weight, moved), gap) in weights.iter_mut().zip(moved).zip(gaps) {
                let slope = gap * sentence.scale - gap.abs() * DECAY * *weight;
                *moved += slope * slope;
                *weight += RATE * slope / moved.sqrt().max(0.3);
            }
        }
    }

    /// Rounds the weights and writes them.
    fn write(&self, labels: &[&str], hashes: &[u32]) -> Vec<u8> {
        let heads: Vec<(f32, f32)> = (0..self.labels)
            .map(|label| {
                let column = self.weights.iter().map(|row| row[label].abs());
                let mut sizes: Vec<f32> = column.filter(|&size| size > 0.0).collect();
                sizes.sort_by(f32::total_cmp);
                // The few that are larger still are cut off.
                let large = sizes.get(sizes.len() * 99 / 100).copied().unwrap_or(1.0);
                (self.biases[label], large / 7.0)
            })
            .collect();
        let runs: Vec<(u32, Vec<i8>)> = hashes
            .iter()
            .zip(&self.weights)
            .map(|(&hash, row)| {
                let row = row.iter().zip(&heads);
                let steps = row.map(|(weight, (_, step))| (weight / step).round());
                (hash, steps.map(|it| it.clamp(-7.0, 7.0) as i8).collect())
            })
            .filter(|(_, row): &(u32, Vec<i8>)| row.iter().any(|&weight| weight != 0))
            .collect();
        write(labels, &heads, &runs)
    }
}

fn read(sentence: &str, numbers: &HashMap<u32, u32>) -> Sentence {
    let mut runs = Vec::new();
    let mut all = 0_u16;
    grams(sentence, |hash, _| {
        all = all.saturating_add(1);
        runs.extend(numbers.get(&hash));
    });
    Sentence {
        runs,
        scale: scale(all),
    }
}

/// A likelihood from the logarithm of its odds: 1 / (1 + e^-x).
fn odds(x: f32) -> f32 {
    // e^x as (1 + x/256)^256, by squaring: as near as it has to be.
    let mut power = 1.0 + x.clamp(-20.0, 20.0) / 256.0;
    for _ in 0..8 {
        power *= power;
    }
    power / (1.0 + power)
}

#[cfg(test)]
mod tests {
    use crate::{Example, Model, learn, sentences};

    const RUDE: [&str; 4] = ["お前は馬鹿だ", "馬鹿な人", "馬鹿を言うな", "あの馬鹿"];
    const KIND: [&str; 4] = ["お前は偉い", "親切な人", "いい人だ", "お茶を飲む"];

    fn model() -> Model {
        let text = |text, bears| Example {
            text,
            bears,
            teaches: 0b11,
        };
        let examples: Vec<_> = RUDE
            .into_iter()
            .map(|it| text(it, 0b01))
            .chain(KIND.into_iter().map(|it| text(it, 0b10)))
            .collect();
        let bytes = learn(&["rude", "kind"], &examples);
        assert_eq!(bytes, learn(&["rude", "kind"], &examples), "one result");
        Model::load(bytes.leak())
    }

    #[test]
    fn tells_labels_apart() {
        let model = model();
        let (rude, kind) = (model.label("rude"), model.label("kind"));
        for (text, like, unlike) in [("馬鹿が来た", rude, kind), ("親切な人だ", kind, rude)]
        {
            let scores = model.scores(text);
            assert!(scores[like] > scores[unlike], "{text}: {scores:?}");
        }
    }

    #[test]
    fn shows_what_said_it() {
        let model = model();
        let text = "今日は馬鹿が来た";
        let stretch = model.stretch(text, model.label("rude"));
        assert!(text[stretch.clone()].contains("馬鹿"), "{}", &text[stretch]);
        assert_eq!(model.stretch("ABC", 0), 0..0);
    }

    #[test]
    fn a_text_bears_its_label_in_one_sentence() {
        let text = "お茶を飲む。あの馬鹿!";
        let model = model();
        let rude = model.label("rude");
        let best = sentences(text)
            .max_by(|a, b| {
                let score =
                    |range: &std::ops::Range<usize>| model.scores(&text[range.clone()])[rude];
                score(a).total_cmp(&score(b))
            })
            .unwrap();
        assert_eq!(&text[best], "あの馬鹿!");
    }
}
