use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Record, hash};

/// The end of a chain, to which the next line is added.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Head {
    /// Name of the chain: one machine's profile. Random, says nothing.
    pub chain: String,
    /// Number of the last line, from 1; 0 where there is none yet.
    pub seq: u64,
    /// Hash of the last line; empty where there is none yet.
    pub hash: String,
}

/// A line with its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Name of the chain.
    pub chain: String,
    /// Number of the line.
    pub seq: u64,
    /// Hash of the line before.
    pub previous: String,
    /// What the line says.
    #[serde(flatten)]
    pub record: Record,
}

impl Head {
    /// Writes the next line, without a line break, and moves on to it.
    pub fn append(&mut self, record: Record) -> String {
        let link = Link {
            chain: self.chain.clone(),
            seq: self.seq + 1,
            previous: self.hash.clone(),
            record,
        };
        let mut line = serde_json::to_string(&link).unwrap_or_default();
        self.seq = link.seq;
        self.hash = hash::hex(line.as_bytes());
        // The hash is over all that stands before it.
        line.truncate(line.len().saturating_sub(1));
        line.push_str(&format!("{BEFORE_HASH}{}\"}}", self.hash));
        line
    }
}

const BEFORE_HASH: &str = ",\"hash\":\"";

/// A place where a chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// The line is no record.
    Unreadable,
    /// The line is not what it was when it was written.
    Changed,
    /// Lines between this one and the one before are missing.
    Missing {
        /// Number of the first that is missing.
        from: u64,
        /// Number of the last.
        to: u64,
    },
    /// The line does not follow the one before: it was put in, or moved.
    Moved,
}

/// The hash that a line carries, where it is the right one.
///
/// # Errors
/// [`Broken::Unreadable`] or [`Broken::Changed`].
fn sha256_of(line: &str) -> Result<&str, Broken> {
    let (said, hash) = line
        .strip_suffix("\"}")
        .and_then(|line| line.rsplit_once(BEFORE_HASH))
        .ok_or(Broken::Unreadable)?;
    if hash::hex(format!("{said}}}").as_bytes()) == hash {
        Ok(hash)
    } else {
        Err(Broken::Changed)
    }
}

/// Follows one machine's chain line by line, in the order of the lines. A
/// chain may begin anywhere: what was exported and removed before is gone on
/// purpose.
#[derive(Debug, Default)]
pub struct Follower {
    last: Option<(u64, String)>,
}

impl Follower {
    /// Takes the next line.
    ///
    /// # Errors
    /// Where the chain does not hold at it; the lines after it are followed all
    /// the same.
    pub fn follow(&mut self, line: &str) -> Result<(), Broken> {
        let hash = sha256_of(line);
        let read: Value = serde_json::from_str(line).map_err(|_| Broken::Unreadable)?;
        let seq = read["seq"].as_u64().ok_or(Broken::Unreadable)?;
        let previous = read["previous"].as_str().ok_or(Broken::Unreadable)?;
        let carried = read["hash"].as_str().ok_or(Broken::Unreadable)?.to_owned();
        let outcome = match &self.last {
            Some((last, _)) if seq > last + 1 => Err(Broken::Missing {
                from: last + 1,
                to: seq - 1,
            }),
            Some((last, hash)) if seq != last + 1 || previous != hash => Err(Broken::Moved),
            _ => Ok(()),
        };
        self.last = Some((seq, carried));
        hash.and(outcome)
    }
}

/// Every line at which a chain does not hold, by its number in the file from
/// 1, and why.
pub fn verify<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<(usize, Broken)> {
    let mut follower = Follower::default();
    lines
        .enumerate()
        .filter_map(|(index, line)| Some((index + 1, follower.follow(line).err()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Event;

    fn lines(count: u64) -> Vec<String> {
        let mut head = Head {
            chain: "a".to_owned(),
            ..Head::default()
        };
        (0..count)
            .map(|minute| {
                let at = format!("2026-11-24T01:{minute:02}:00Z");
                head.append(Record {
                    reason: Some("「理由」\"}".to_owned()),
                    ..Record::new(Event::Held, at, "0.1.0")
                })
            })
            .collect()
    }

    #[track_caller]
    fn check(lines: &[String], expected: &[(usize, Broken)]) {
        assert_eq!(verify(lines.iter().map(String::as_str)), expected);
    }

    #[test]
    fn an_untouched_chain_holds_from_anywhere() {
        check(&lines(5), &[]);
        check(&lines(5)[2..], &[]);
    }

    #[test]
    fn a_line_reads_back_as_what_was_written() {
        let line = &lines(2)[1];
        let link: Link = serde_json::from_str(line).unwrap();
        assert_eq!((link.seq, link.record.event), (2, Event::Held));
        assert_eq!(link.record.reason.as_deref(), Some("「理由」\"}"));
    }

    #[test]
    fn a_changed_line_shows() {
        let mut lines = lines(3);
        lines[1] = lines[1].replace("T01:01", "T09:01");
        check(&lines, &[(2, Broken::Changed)]);
    }

    #[test]
    fn a_line_forged_with_its_own_hash_breaks_the_next() {
        let mut lines = lines(3);
        let mut head = Head {
            chain: "a".to_owned(),
            seq: 1,
            hash: sha256_of(&lines[0]).unwrap().to_owned(),
        };
        let mut record = serde_json::from_str::<Link>(&lines[1]).unwrap().record;
        record.event = Event::Answered;
        lines[1] = head.append(record);
        check(&lines, &[(3, Broken::Moved)]);
    }

    #[test]
    fn a_missing_line_shows() {
        let mut lines = lines(4);
        lines.remove(1);
        lines.remove(1);
        check(&lines, &[(2, Broken::Missing { from: 2, to: 3 })]);
    }

    #[test]
    fn a_line_of_garbage_is_named() {
        let mut lines = lines(2);
        lines[0] = "{}".to_owned();
        check(&lines, &[(1, Broken::Unreadable)]);
    }
}
