use std::ops::Range;

use crate::grams::grams;

/// How many bits of a hash name a bucket; 16 more tell the runs in it apart.
const BUCKET_BITS: u32 = 12;

/// The most labels that a model has.
pub const MOST_LABELS: usize = 16;

/// What [`learn`](crate::learn) made, read as it lies.
///
/// The bytes are: the labels, each with a line feed, and a 0; for each its
/// bias and the worth of one step of weight as `f32`; the end of each bucket
/// as `u16`; the tags of the runs as `u16`, by bucket; their weights, 4 bits a
/// label. All little-endian.
pub struct Model {
    labels: Vec<&'static str>,
    heads: &'static [u8],
    ends: &'static [u8],
    tags: &'static [u8],
    rows: &'static [u8],
}

impl Model {
    /// Reads a model.
    ///
    /// # Panics
    /// Where the bytes are not what the same version of this crate wrote.
    pub fn load(bytes: &'static [u8]) -> Self {
        let end = bytes.iter().position(|&byte| byte == 0).unwrap_or_default();
        let labels = str::from_utf8(&bytes[..end]).unwrap_or_default();
        let labels: Vec<_> = labels.lines().collect();
        let (heads, rest) = bytes[end + 1..].split_at(labels.len() * 8);
        let (ends, rest) = rest.split_at(2 << BUCKET_BITS);
        let runs = rest.len() / (2 + labels.len().div_ceil(2));
        let (tags, rows) = rest.split_at(runs * 2);
        Self {
            labels,
            heads,
            ends,
            tags,
            rows,
        }
    }

    /// The number of a label.
    ///
    /// # Panics
    /// Where the model hasn't learnt it.
    pub fn label(&self, name: &str) -> usize {
        let at = self.labels.iter().position(|&label| label == name);
        at.unwrap_or_else(|| panic!("the model knows nothing of {name:?}"))
    }

    /// How much a sentence is like those of each label: above 0 more so than
    /// not, in the logarithm of the odds. Labels that the model hasn't are 0.
    pub fn scores(&self, sentence: &str) -> [f32; MOST_LABELS] {
        let mut sums = [0_i32; MOST_LABELS];
        let mut count = 0_u16;
        grams(sentence, |hash, _| {
            count = count.saturating_add(1);
            if let Some(row) = self.row(hash) {
                for (pair, &byte) in sums.chunks_exact_mut(2).zip(row) {
                    pair[0] += low(byte);
                    pair[1] += high(byte);
                }
            }
        });
        let mut scores = [0.0; MOST_LABELS];
        for (label, score) in scores.iter_mut().enumerate().take(self.labels.len()) {
            // Sums are far below what a float holds exactly.
            *score = self.head(label, 0) + sums[label] as f32 * self.head(label, 4) * scale(count);
        }
        scores
    }

    /// The stretch of a sentence that speaks most for a label, in its bytes;
    /// empty where nothing does.
    pub fn stretch(&self, sentence: &str, label: usize) -> Range<usize> {
        // What each byte that starts a character is worth: a run's weight, on
        // its characters alike.
        let mut worth = vec![0_i32; sentence.len()];
        grams(sentence, |hash, range| {
            let Some(row) = self.row(hash) else { return };
            let byte = row[label / 2];
            let weight = if label.is_multiple_of(2) {
                low(byte)
            } else {
                high(byte)
            };
            let chars = sentence[range.clone()].chars().count() as i32;
            for (at, _) in sentence[range.clone()].char_indices() {
                worth[range.start + at] += weight * 60 / chars;
            }
        });
        let (mut best, mut most) = (0..0, 0);
        let (mut start, mut sum) = (0, 0);
        for (at, c) in sentence.char_indices() {
            if sum <= 0 {
                (start, sum) = (at, 0);
            }
            sum += worth[at];
            if sum > most {
                most = sum;
                best = start..at + c.len_utf8();
            }
        }
        best
    }

    fn head(&self, label: usize, at: usize) -> f32 {
        let from = label * 8 + at;
        let mut bytes = [0; 4];
        bytes.copy_from_slice(&self.heads[from..from + 4]);
        f32::from_le_bytes(bytes)
    }

    /// The weights of the run with this hash.
    fn row(&self, hash: u32) -> Option<&'static [u8]> {
        let (bucket, tag) = place(hash);
        let start = bucket
            .checked_sub(1)
            .map_or(0, |before| short(self.ends, before));
        let end = short(self.ends, bucket);
        let at = (start..end).find(|&at| short(self.tags, at) == usize::from(tag))?;
        let width = self.labels.len().div_ceil(2);
        Some(&self.rows[at * width..(at + 1) * width])
    }
}

/// What the weights' sum of a sentence of so many runs counts for: a long
/// sentence has more of everything, a short one says little.
pub fn scale(runs: u16) -> f32 {
    1.0 / (f32::from(runs) + 30.0).sqrt()
}

/// The bucket of a hash and its tag there.
fn place(hash: u32) -> (usize, u16) {
    ((hash >> (32 - BUCKET_BITS)) as usize, hash as u16)
}

fn short(bytes: &[u8], at: usize) -> usize {
    usize::from(u16::from_le_bytes([bytes[at * 2], bytes[at * 2 + 1]]))
}

fn low(byte: u8) -> i32 {
    i32::from((byte << 4) as i8 >> 4)
}

fn high(byte: u8) -> i32 {
    i32::from(byte as i8 >> 4)
}

/// Writes a model: for each label its bias and its weights' step, for each
/// run its hash and its weights in steps from -8 to 7.
pub fn write(labels: &[&str], heads: &[(f32, f32)], runs: &[(u32, Vec<i8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for label in labels {
        bytes.extend(label.as_bytes());
        bytes.push(b'\n');
    }
    bytes.push(0);
    for (bias, step) in heads {
        bytes.extend(bias.to_le_bytes());
        bytes.extend(step.to_le_bytes());
    }
    let mut runs: Vec<_> = runs
        .iter()
        .map(|(hash, weights)| (place(*hash), weights))
        .collect();
    runs.sort();
    runs.dedup_by_key(|(place, _)| *place);
    assert!(runs.len() <= usize::from(u16::MAX), "too many runs");
    for bucket in 0..1 << BUCKET_BITS {
        let end = runs.partition_point(|&((its, _), _)| its <= bucket) as u16;
        bytes.extend(end.to_le_bytes());
    }
    for ((_, tag), _) in &runs {
        bytes.extend(tag.to_le_bytes());
    }
    for (_, weights) in runs {
        for pair in weights.chunks(2) {
            let high = pair.get(1).copied().unwrap_or_default();
            bytes.push((pair[0] as u8 & 15) | (high as u8) << 4);
        }
    }
    bytes
}
