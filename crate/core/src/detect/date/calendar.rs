use time::format_description::well_known::Rfc3339;
use time::{Date, Month, OffsetDateTime, UtcOffset};

use super::year::{Era, Written, Year};
use super::{Heading, Link, Mention};
use crate::Post;

/// In a [`Heading`]: the month of publication.
pub const THIS_MONTH: u32 = 100;
/// In a [`Heading`]: the month after publication.
pub const NEXT_MONTH: u32 = 101;
/// In a [`Heading`]: the month before publication.
pub const LAST_MONTH: u32 = 99;

/// How many days after its day a date is still spoken of without a year.
const PAST_DAYS: i32 = 62;
/// How many days ahead a date is spoken of without a year.
const FUTURE_DAYS: i32 = 335;

/// A date that a mention may stand for, and how likely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// For every mention of the chain; `None` for a date that doesn't exist.
    pub dates: Vec<Option<Date>>,
    pub tier: Tier,
}

/// How a reader comes to the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The text says it, or it is the one that a reader takes.
    Natural,
    /// The year before, as in a look back.
    Past,
    /// Another year that the text named.
    Named,
    /// A year that nobody would think of.
    Far,
}

/// The time of publication in Japan.
pub fn now(post: &Post) -> Option<OffsetDateTime> {
    let at = post.scheduled_at.as_deref().or(post.at.as_deref())?;
    let at = OffsetDateTime::parse(at, &Rfc3339).ok()?;
    Some(at.to_offset(UtcOffset::from_hms(9, 0, 0).ok()?))
}

/// A date, if it exists.
pub fn date(year: i32, month: u32, day: u32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

/// The last day of a month, in a leap year where the year is unknown.
pub fn last_day(year: Option<i32>, month: u32) -> Option<u32> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Some(u32::from(month.length(year.unwrap_or(2024))))
}

/// Every way to read a chain of dates.
pub fn readings(chain: &[Mention], now: Option<Date>, named: &[i32]) -> Vec<Reading> {
    let Some(first) = chain.first() else {
        return Vec::new();
    };
    let mut readings = Vec::new();
    for (year, month, tier) in starts(first, chain, now, named) {
        for wraps in [true, false] {
            let dates = walk(chain, year, month, now, wraps);
            let tier = tier.unwrap_or_else(|| tier_of(&dates, now));
            if dates.iter().any(Option::is_some)
                && !readings
                    .iter()
                    .any(|known: &Reading| known.dates == dates && known.tier <= tier)
            {
                readings.push(Reading { dates, tier });
            }
        }
    }
    readings
}

/// The years a mention's own year may be.
pub fn years(year: &Year, now: Option<Date>) -> Vec<i32> {
    if let Some(year) = year.gregorian() {
        return vec![year];
    }
    let Some(now) = now else {
        return Vec::new();
    };
    match year.written {
        Written::Relative(offset) => vec![now.year() + offset],
        _ => {
            let n = year.number.value;
            let all = [
                Era::Reiwa.year(n),
                2000 + n as i32,
                Era::Heisei.year(n),
                1900 + n as i32,
            ];
            let near = all
                .iter()
                .copied()
                .find(|year| (-2..=4).contains(&(year - now.year())));
            near.into_iter().collect()
        }
    }
}

type Start = (i32, u32, Option<Tier>);

/// Where the first date of a chain may lie.
fn starts(first: &Mention, chain: &[Mention], now: Option<Date>, named: &[i32]) -> Vec<Start> {
    if let Some(year) = &first.year {
        let month = first.month.as_ref().map_or(0, |month| month.value);
        return years(year, now)
            .into_iter()
            .map(|year| (year, month, Some(Tier::Natural)))
            .collect();
    }
    let Some(month) = &first.month else {
        return lone(first, now);
    };
    let month = month.value;
    // 12月20日〜2027年1月5日: the end's year tells the start's.
    if let Some(year) = chain.iter().find_map(|mention| mention.year.as_ref()) {
        return years(year, now)
            .into_iter()
            .flat_map(|year| {
                [
                    (year, month, Some(Tier::Natural)),
                    (year - 1, month, Some(Tier::Natural)),
                ]
            })
            .collect();
    }
    let mut starts: Vec<Start> = Vec::new();
    if let Some(now) = now {
        starts.extend((-1..=1).map(|offset| (now.year() + offset, month, None)));
        starts.extend(
            named
                .iter()
                .flat_map(|&year| [year, year + 1])
                .map(|year| (year, month, Some(Tier::Named))),
        );
    }
    starts
}

/// Where a day without a month may lie.
fn lone(first: &Mention, now: Option<Date>) -> Vec<Start> {
    let natural = Some(Tier::Natural);
    let month_of = |now: Date, offset: i32| {
        let months = now.year() * 12 + i32::from(u8::from(now.month())) - 1 + offset;
        (
            months.div_euclid(12),
            months.rem_euclid(12) as u32 + 1,
            natural,
        )
    };
    match (&first.heading, now) {
        (Some(heading), Some(now)) if heading.month >= LAST_MONTH => {
            vec![month_of(now, heading.month as i32 - THIS_MONTH as i32)]
        }
        (Some(heading), _) => under(heading, first.day.value, now),
        (None, Some(now)) => (-1..=1).map(|offset| month_of(now, offset)).collect(),
        (None, None) => Vec::new(),
    }
}

/// A day under a heading: in its month, or in the next where the days began
/// anew.
fn under(heading: &Heading, day: u32, now: Option<Date>) -> Vec<Start> {
    let years = match (&heading.year, now) {
        (Some(year), _) => years(year, now),
        (None, Some(now)) => vec![now.year() - 1, now.year(), now.year() + 1],
        (None, None) => Vec::new(),
    };
    let again = heading.day.is_some_and(|before| day <= before);
    let tier = heading.year.as_ref().map(|_| Tier::Natural);
    let mut starts: Vec<Start> = Vec::new();
    for year in years {
        starts.push((year, heading.month, tier));
        if again {
            let next = heading.month % 12 + 1;
            starts.push((year + i32::from(next == 1), next, tier));
        }
    }
    // 11月3日の代わりに20日(金): what was named may be another month.
    if let Some(now) = now {
        let month = u32::from(u8::from(now.month()));
        if heading.year.is_none() && heading.month != month {
            starts.push((now.year(), month, Some(Tier::Past)));
        }
    }
    starts
}

/// The dates of a chain whose first year and month are known. Where it
/// `wraps`, an earlier month is the next year's.
fn walk(
    chain: &[Mention],
    year: i32,
    month: u32,
    now: Option<Date>,
    wraps: bool,
) -> Vec<Option<Date>> {
    let mut at = (year, month, 0);
    let mut dates = Vec::with_capacity(chain.len());
    for (index, mention) in chain.iter().enumerate() {
        let day = mention.day.value;
        if index > 0 {
            let own = mention.year.as_ref().and_then(|year| match year.written {
                Written::Relative(offset) if offset > 0 => Some(at.0 + offset),
                _ => years(year, now).first().copied(),
            });
            at = match (own, &mention.month) {
                (Some(year), Some(month)) => (year, month.value, day),
                (_, Some(month)) => {
                    let later = (month.value, day) < (at.1, at.2);
                    // 12月25日〜12月19日 is an error, not a year.
                    let apart = month.value != at.1;
                    let wrap = later && (wraps || mention.link == Link::Range && apart);
                    (at.0 + i32::from(wrap), month.value, day)
                }
                (_, None) if day < at.2 && wraps => {
                    let next = at.1 % 12 + 1;
                    (at.0 + i32::from(next == 1), next, day)
                }
                (_, None) => (at.0, at.1, day),
            };
        } else {
            at.2 = day;
        }
        dates.push(date(at.0, at.1, day));
    }
    dates
}

/// How natural it is to speak of these dates without a year.
fn tier_of(dates: &[Option<Date>], now: Option<Date>) -> Tier {
    let Some(now) = now else {
        return Tier::Natural;
    };
    let mut days = dates
        .iter()
        .flatten()
        .map(|date| date.to_julian_day() - now.to_julian_day());
    if days.any(|days| (-PAST_DAYS..=FUTURE_DAYS).contains(&days)) {
        Tier::Natural
    } else if dates.iter().flatten().all(|&date| date < now) {
        Tier::Past
    } else {
        Tier::Far
    }
}
