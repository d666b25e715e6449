use std::fmt;

use serde::{Deserialize, Serialize};
use time::format_description::well_known::Rfc3339;
use time::{Date, OffsetDateTime};

/// A time of day to the minute, written as `08:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl TimeOfDay {
    /// When most town halls open.
    pub(super) const OPENS: Self = Self {
        hour: 8,
        minute: 30,
    };
    /// When most town halls close.
    pub(super) const CLOSES: Self = Self {
        hour: 17,
        minute: 15,
    };
}

impl TryFrom<String> for TimeOfDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match OffsetDateTime::parse(&format!("2000-01-01T{text}:00Z"), &Rfc3339) {
            Ok(moment) => Ok(Self {
                hour: moment.hour(),
                minute: moment.minute(),
            }),
            Err(_) => Err(format!("{text:?} is no time of day such as \"08:30\"")),
        }
    }
}

impl From<TimeOfDay> for String {
    fn from(TimeOfDay { hour, minute }: TimeOfDay) -> Self {
        format!("{hour:02}:{minute:02}")
    }
}

/// As people write it: `8:30`.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.hour, self.minute)
    }
}

/// A day, written as `2026-12-28`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub(crate) Date);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match OffsetDateTime::parse(&format!("{text}T00:00:00Z"), &Rfc3339) {
            Ok(moment) => Ok(Self(moment.date())),
            Err(_) => Err(format!("{text:?} is no day such as \"2026-12-28\"")),
        }
    }
}

impl From<Day> for String {
    fn from(Day(date): Day) -> Self {
        date.to_string()
    }
}
