//! Pay periods.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::Date;
use super::digits::strip_comments;

/// When pay periods start. Periods of a fixed length run without a break in both directions from any
/// one of their first days (METHOD.md "Time").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayCalendar {
    /// Fourteen days each.
    Biweekly {
        /// The first day of any pay period.
        first_day: Date,
    },
    /// Seven days each.
    Weekly {
        /// The first day of any pay period.
        first_day: Date,
    },
    /// From the 1st and from the 16th of each month.
    SemiMonthly,
    /// From the 1st of each month.
    Monthly,
}

impl PayCalendar {
    /// The start of the period a date lies in.
    #[must_use]
    pub fn on_or_before(self, date: Date) -> Date {
        let first = date.first_of_month();
        match self {
            Self::Biweekly { first_day } => date.plus_days(-days_into(first_day, date, 14)),
            Self::Weekly { first_day } => date.plus_days(-days_into(first_day, date, 7)),
            Self::SemiMonthly if date.day() >= 16 => first.plus_days(15),
            Self::SemiMonthly | Self::Monthly => first,
        }
    }

    /// The first period start on or after the date.
    #[must_use]
    pub fn on_or_after(self, date: Date) -> Date {
        if self.on_or_before(date) == date {
            date
        } else {
            self.after(date)
        }
    }

    /// The first period start strictly after the date.
    #[must_use]
    pub fn after(self, date: Date) -> Date {
        let first = date.first_of_month();
        match self {
            Self::Biweekly { first_day } => date.plus_days(14 - days_into(first_day, date, 14)),
            Self::Weekly { first_day } => date.plus_days(7 - days_into(first_day, date, 7)),
            Self::SemiMonthly if date.day() < 16 => first.plus_days(15),
            Self::SemiMonthly | Self::Monthly => first.plus_months(1),
        }
    }

    /// The period start closest to the date; a tie goes to the earlier one.
    #[must_use]
    pub fn nearest(self, date: Date) -> Date {
        let (before, after) = (self.on_or_before(date), self.after(date));
        if before.days_until(date) <= date.days_until(after) {
            before
        } else {
            after
        }
    }

    /// The day periods are counted from, where they have one length.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        match self {
            Self::Biweekly { first_day } | Self::Weekly { first_day } => Some(first_day),
            Self::SemiMonthly | Self::Monthly => None,
        }
    }

    /// Whether two calendars have the same period starts.
    #[must_use]
    pub fn same_periods(self, other: Self) -> bool {
        match (self, other) {
            (Self::Biweekly { first_day: a }, Self::Biweekly { first_day: b }) => {
                days_into(a, b, 14) == 0
            }
            (Self::Weekly { first_day: a }, Self::Weekly { first_day: b }) => {
                days_into(a, b, 7) == 0
            }
            _ => self == other,
        }
    }
}

/// How many days into its period of `length` days a date is, from 0.
fn days_into(first_day: Date, date: Date, length: i32) -> i32 {
    first_day.days_until(date).rem_euclid(length)
}

/// The forms with a name in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
enum Named {
    Weekly { first_day: Date },
    SemiMonthly,
    Monthly,
}

/// The form without a name, fourteen days from a first day.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fortnights {
    first_day: Date,
}

impl Serialize for PayCalendar {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Biweekly { first_day } => Fortnights { first_day }.serialize(serializer),
            Self::Weekly { first_day } => Named::Weekly { first_day }.serialize(serializer),
            Self::SemiMonthly => Named::SemiMonthly.serialize(serializer),
            Self::Monthly => Named::Monthly.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for PayCalendar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<ron::value::RawValue>::deserialize(deserializer)?;
        let text = strip_comments(raw.get_ron());
        let unreadable = |why: ron::error::SpannedError| D::Error::custom(Unreadable(why.code));
        if text.starts_with('(') {
            let Fortnights { first_day } = ron::from_str(&text).map_err(unreadable)?;
            return Ok(Self::Biweekly { first_day });
        }
        Ok(match ron::from_str(&text).map_err(unreadable)? {
            Named::Weekly { first_day } => Self::Weekly { first_day },
            Named::SemiMonthly => Self::SemiMonthly,
            Named::Monthly => Self::Monthly,
        })
    }
}

/// Why pay periods can't be read, and how they are written.
struct Unreadable(ron::Error);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let ron::Error::Message(words) = &self.0 {
            return f.write_str(words);
        }
        f.write_str(
            "pay periods can't be read; write (first_day: \"2025-09-28\") for fourteen days, \
             Weekly(first_day: \"2025-09-28\"), SemiMonthly or Monthly",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn fortnights() -> PayCalendar {
        PayCalendar::Biweekly {
            first_day: d("2025-09-28"),
        }
    }

    #[test]
    fn period_starts_around_the_first_raise_of_the_case() {
        let periods = fortnights();
        assert_eq!(periods.nearest(d("2025-10-01")), d("2025-09-28"));
        assert_eq!(periods.on_or_after(d("2025-10-01")), d("2025-10-12"));
        assert_eq!(periods.on_or_after(d("2025-10-12")), d("2025-10-12"));
        assert_eq!(periods.after(d("2025-10-12")), d("2025-10-26"));
    }

    #[test]
    fn a_tie_goes_to_the_earlier_start_also_before_the_first_day() {
        let periods = fortnights();
        assert_eq!(periods.nearest(d("2025-10-05")), d("2025-09-28"));
        assert_eq!(periods.nearest(d("2025-10-06")), d("2025-10-12"));
        assert_eq!(periods.nearest(d("2025-09-21")), d("2025-09-14"));
        assert_eq!(periods.on_or_after(d("2025-09-01")), d("2025-09-14"));
    }

    #[test]
    fn half_months_start_on_the_1st_and_the_16th_and_months_on_the_1st() {
        let halves = PayCalendar::SemiMonthly;
        assert_eq!(halves.on_or_after(d("2027-03-10")), d("2027-03-16"));
        assert_eq!(halves.after(d("2027-03-16")), d("2027-04-01"));
        assert_eq!(halves.nearest(d("2027-02-09")), d("2027-02-16"));
        assert_eq!(halves.nearest(d("2027-02-08")), d("2027-02-01"));
        let months = PayCalendar::Monthly;
        assert_eq!(months.on_or_after(d("2027-03-01")), d("2027-03-01"));
        assert_eq!(months.after(d("2027-12-31")), d("2028-01-01"));
    }

    #[test]
    fn every_form_reads_back_as_written_and_what_is_none_says_how() {
        for text in [
            "(first_day:\"2025-09-28\")",
            "Weekly(first_day:\"2026-06-27\")",
            "SemiMonthly",
            "Monthly",
        ] {
            let read: PayCalendar = ron::from_str(text).unwrap();
            assert_eq!(ron::to_string(&read).unwrap(), text);
        }
        let told = ron::from_str::<PayCalendar>("Fortnightly").unwrap_err();
        assert!(told.to_string().contains("SemiMonthly"), "{told}");
    }
}
