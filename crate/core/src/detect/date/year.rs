use std::ops::Range;

use super::scan::{Number, Scan};

/// A Japanese era of the solar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    Meiji,
    Taisho,
    Showa,
    Heisei,
    Reiwa,
}

impl Era {
    const ALL: [Self; 5] = [
        Self::Meiji,
        Self::Taisho,
        Self::Showa,
        Self::Heisei,
        Self::Reiwa,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Meiji => "明治",
            Self::Taisho => "大正",
            Self::Showa => "昭和",
            Self::Heisei => "平成",
            Self::Reiwa => "令和",
        }
    }

    /// Its name in Latin letters.
    pub fn latin(self) -> &'static str {
        match self {
            Self::Meiji => "Meiji",
            Self::Taisho => "Taisho",
            Self::Showa => "Showa",
            Self::Heisei => "Heisei",
            Self::Reiwa => "Reiwa",
        }
    }

    /// Its first day: Gregorian year, month, day.
    pub fn start(self) -> (i32, u32, u32) {
        match self {
            Self::Meiji => (1868, 1, 25),
            Self::Taisho => (1912, 7, 30),
            Self::Showa => (1926, 12, 25),
            Self::Heisei => (1989, 1, 8),
            Self::Reiwa => (2019, 5, 1),
        }
    }

    /// The era after it, if that has begun.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|&era| era > self)
    }

    /// The Gregorian year of its n-th year, whether it lasted that long or
    /// not.
    pub fn year(self, n: u32) -> i32 {
        self.start().0 + n as i32 - 1
    }

    /// The era and its year that a Gregorian year ends in.
    pub fn of(year: i32) -> Option<(Self, u32)> {
        let era = Self::ALL
            .into_iter()
            .rev()
            .find(|era| era.start().0 <= year)?;
        Some((era, (year - era.start().0 + 1) as u32))
    }
}

/// A year as people write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// How.
    pub written: Written,
    /// Bytes of the folded text, without 年.
    pub range: Range<usize>,
    /// Its number.
    pub number: Number,
}

/// How a year is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// 2026.
    Western,
    /// 令和8, R8, 元 for 1.
    Era(Era),
    /// 8 or 26: the era or the century left out.
    Short,
    /// 昨年 (-1), 今年 (0), 来年 (1).
    Relative(i32),
}

impl Year {
    /// The Gregorian year, where the text alone tells it.
    pub fn gregorian(&self) -> Option<i32> {
        match self.written {
            Written::Western => Some(self.number.value as i32),
            Written::Era(era) => Some(era.year(self.number.value)),
            Written::Short | Written::Relative(_) => None,
        }
    }
}

/// Reads 2026, 西暦2026, 令和8, 令和元, R8 — without the 年 after it.
pub fn full(scan: &mut Scan<'_>) -> Option<Year> {
    era(scan).or_else(|| western(scan))
}

/// Reads 2026 or 西暦2026.
pub fn western(scan: &mut Scan<'_>) -> Option<Year> {
    let mut ahead = *scan;
    ahead.eat("西暦");
    ahead.spaces();
    if ahead.behind().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let number = ahead.number(4)?;
    if !(1800..=2199).contains(&number.value) {
        return None;
    }
    let range = scan.at..ahead.at;
    *scan = ahead;
    Some(Year {
        written: Written::Western,
        range,
        number,
    })
}

/// Reads 令和8, 令和元, R8.
pub fn era(scan: &mut Scan<'_>) -> Option<Year> {
    let mut ahead = *scan;
    let era = name(&mut ahead)?;
    ahead.spaces();
    let start = ahead.at;
    let number = if ahead.eat("元") {
        Number {
            value: 1,
            range: start..ahead.at,
        }
    } else {
        ahead.number(3).filter(|number| number.value > 0)?
    };
    let range = scan.at..ahead.at;
    *scan = ahead;
    Some(Year {
        written: Written::Era(era),
        range,
        number,
    })
}

fn name(scan: &mut Scan<'_>) -> Option<Era> {
    if let Some(era) = Era::ALL.into_iter().find(|era| scan.eat(era.name())) {
        return Some(era);
    }
    if scan
        .behind()
        .is_some_and(|c| c.is_ascii_alphanumeric() || "-_./".contains(c))
    {
        return None;
    }
    let era = match scan.peek()? {
        'R' | 'r' => Era::Reiwa,
        'H' | 'h' => Era::Heisei,
        'S' | 's' => Era::Showa,
        'T' | 't' => Era::Taisho,
        'M' | 'm' => Era::Meiji,
        _ => return None,
    };
    scan.skip();
    scan.eat(".");
    scan.peek()
        .filter(|&c| c.is_ascii_digit() || c == '元')
        .map(|_| era)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, gregorian: i32, rest: &str) {
        let mut scan = Scan::new(text, 0);
        assert_eq!(
            full(&mut scan).and_then(|year| year.gregorian()),
            Some(gregorian)
        );
        assert_eq!(scan.rest(), rest);
    }

    #[test]
    fn reads_years() {
        check("2026年", 2026, "年");
        check("西暦2026年", 2026, "年");
        check("令和8年", 2026, "年");
        check("令和 8 年", 2026, " 年");
        check("令和元年", 2019, "年");
        check("令和八年", 2026, "年");
        check("R8.11.25", 2026, ".11.25");
        check("昭和六十四年", 1989, "年");
        assert_eq!(full(&mut Scan::new("R指定", 0)), None);
        assert_eq!(full(&mut Scan::new("3000年", 0)), None);
    }

    #[test]
    fn knows_eras() {
        assert_eq!(Era::of(2026), Some((Era::Reiwa, 8)));
        assert_eq!(Era::of(1989), Some((Era::Heisei, 1)));
        assert_eq!(Era::of(1800), None);
        assert_eq!(Era::Heisei.year(31), 2019);
        assert_eq!(Era::Heisei.next(), Some(Era::Reiwa));
    }
}
