use serde::{Deserialize, Serialize};

use crate::Link;

/// The last line that was exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// Name of its chain.
    pub chain: String,
    /// Its number.
    pub seq: u64,
}

impl From<&Link> for Exported {
    fn from(link: &Link) -> Self {
        Self {
            chain: link.chain.clone(),
            seq: link.seq,
        }
    }
}

impl Exported {
    /// Whether a line may go: it was exported, and written before `oldest`, a
    /// time as [`crate::Record::at`] is written. What was never exported stays.
    pub fn lets_go(&self, link: &Link, oldest: &str) -> bool {
        self.chain == link.chain && link.seq <= self.seq && link.record.at.as_str() < oldest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Event, Record};

    #[track_caller]
    fn check(chain: &str, seq: u64, at: &str, expected: bool) {
        let link = Link {
            chain: chain.to_owned(),
            seq,
            previous: String::new(),
            record: Record::new(Event::Held, at, "0.1.0"),
        };
        let exported = Exported {
            chain: "a".to_owned(),
            seq: 10,
        };
        assert_eq!(
            exported.lets_go(&link, "2026-11-01T00:00:00.000Z"),
            expected
        );
    }

    #[test]
    fn only_what_was_exported_and_is_old_may_go() {
        check("a", 10, "2026-10-31T23:59:59.999Z", true);
        check("a", 10, "2026-11-01T00:00:00.000Z", false);
        check("a", 11, "2026-10-01T00:00:00.000Z", false);
        check("b", 1, "2026-10-01T00:00:00.000Z", false);
    }
}
