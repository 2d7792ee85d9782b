//! Pay periods, and the day a date stands for under a rule.

use super::calendar::Day;

/// Pay periods, by the days they begin on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Periods {
    Weeks(Day),
    Fortnights(Day),
    /// The 1st and the 16th.
    HalfMonths,
    /// The 1st.
    Months,
}

impl Periods {
    pub fn begin_on(self, day: Day) -> bool {
        match self {
            Self::Weeks(first) => (day.0 - first.0).rem_euclid(7) == 0,
            Self::Fortnights(first) => (day.0 - first.0).rem_euclid(14) == 0,
            Self::HalfMonths => [1, 16].contains(&day.civil().2),
            Self::Months => day.civil().2 == 1,
        }
    }

    /// The first beginning on or after a day, looked for day by day.
    fn on_or_after(self, day: Day) -> Day {
        (0..)
            .map(|n| day.plus(n))
            .find(|day| self.begin_on(*day))
            .unwrap()
    }

    fn on_or_before(self, day: Day) -> Day {
        (0..)
            .map(|n| day.plus(-n))
            .find(|day| self.begin_on(*day))
            .unwrap()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    OnDate,
    FirstPeriodOnOrAfter,
    FirstPeriodAfter,
    NearestPeriod,
}

/// The day a date stands for under a rule.
pub fn day_under(rule: Rule, date: Day, periods: Option<Periods>) -> Day {
    let periods = || periods.expect("pay periods for a rule that needs them");
    match rule {
        Rule::OnDate => date,
        Rule::FirstPeriodOnOrAfter => periods().on_or_after(date),
        Rule::FirstPeriodAfter => periods().on_or_after(date.plus(1)),
        Rule::NearestPeriod => {
            let (before, after) = (periods().on_or_before(date), periods().on_or_after(date));
            if date.0 - before.0 <= after.0 - date.0 {
                before
            } else {
                after
            }
        }
    }
}

/// A ratification day only ever moves forward to the beginning of a period.
pub fn ratified_under(rule: Rule, ratified: Day, periods: Option<Periods>) -> Day {
    match rule {
        Rule::OnDate => ratified,
        _ => day_under(Rule::FirstPeriodOnOrAfter, ratified, periods),
    }
}
