//! When the office is closed: hours, weekends, holidays, the turn of the year.

use std::sync::LazyLock;

use time::{Date, Month, OffsetDateTime, Weekday};

use crate::{Day, Settings, TimeOfDay};

/// Public holidays, each a line of day and name, in order.
static HOLIDAYS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    include_str!("../../data/holidays.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// Why the office is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// A public holiday, with its name.
    Holiday(&'static str),
    /// 29 December to 3 January.
    YearEnd,
    /// A day that the municipality names.
    OwnDay,
    /// A Saturday or Sunday.
    Weekend,
    /// A working day before or after office hours.
    Hours,
}

/// Why the office is closed at a time in Japan, if it is. The last minute of
/// office hours is still one of them.
pub fn closed(at: OffsetDateTime, settings: &Settings) -> Option<Closed> {
    let date = at.date();
    let time = TimeOfDay {
        hour: at.hour(),
        minute: at.minute(),
    };
    let (start, end) = settings.office_hours();
    if let Some(name) = holiday(date) {
        Some(Closed::Holiday(name))
    } else if is_year_end(date) {
        Some(Closed::YearEnd)
    } else if settings.closed_days.contains(&Day(date)) {
        Some(Closed::OwnDay)
    } else if matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) {
        Some(Closed::Weekend)
    } else if time < start || time > end {
        Some(Closed::Hours)
    } else {
        None
    }
}

fn holiday(date: Date) -> Option<&'static str> {
    let day = date.to_string();
    let at = HOLIDAYS
        .binary_search_by(|(holiday, _)| (*holiday).cmp(&day))
        .ok()?;
    Some(HOLIDAYS[at].1)
}

fn is_year_end(date: Date) -> bool {
    match date.month() {
        Month::December => date.day() >= 29,
        Month::January => date.day() <= 3,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use time::format_description::well_known::Rfc3339;

    use super::*;

    #[track_caller]
    fn check(at: &str, expected: Option<Closed>) {
        let settings = Settings {
            closed_days: vec![Day::try_from("2026-08-14".to_owned()).unwrap()],
            ..Settings::default()
        };
        let at = OffsetDateTime::parse(&format!("{at}:59+09:00"), &Rfc3339).unwrap();
        assert_eq!(closed(at, &settings), expected, "{at}");
    }

    #[test]
    fn knows_when_the_office_is_open() {
        check("2026-11-24T08:29", Some(Closed::Hours));
        check("2026-11-24T08:30", None);
        check("2026-11-24T17:15", None);
        check("2026-11-24T17:16", Some(Closed::Hours));
        check("2026-11-24T00:00", Some(Closed::Hours));
        check("2026-11-28T10:00", Some(Closed::Weekend));
        check("2026-11-29T22:00", Some(Closed::Weekend));
        check("2026-08-14T10:00", Some(Closed::OwnDay));
        check("2026-08-13T10:00", None);
        check("2026-12-28T10:00", None);
        check("2026-12-29T10:00", Some(Closed::YearEnd));
        check("2027-01-01T10:00", Some(Closed::Holiday("元日")));
        check("2027-01-03T10:00", Some(Closed::YearEnd));
        check("2027-01-04T10:00", None);
        check("2026-11-23T10:00", Some(Closed::Holiday("勤労感謝の日")));
        check("2026-09-22T10:00", Some(Closed::Holiday("国民の休日")));
        check(
            "2027-03-22T10:00",
            Some(Closed::Holiday("春分の日の振替休日")),
        );
        check("2051-11-23T10:00", None);
    }
}
