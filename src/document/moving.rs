//! What a drag changes of a clause of any kind: its date, and the one number that is its size.

use rust_decimal::Decimal;

use super::refusal::Refusal;
use super::words;
use crate::scenario::{Clause, ClauseTerms, PaidIn, RateUnit};
use crate::units::{Currency, Date, HourlyAmount, HourlyRate, Known, Percent, YearlyAmount};

/// What a clause's size is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Percent,
    /// Dollars an hour.
    AnHour,
    /// Dollars a year or a month.
    AYear,
}

impl Measure {
    /// What one step changes; a fine step is the least there is.
    #[must_use]
    pub fn step(self, fine: bool) -> Decimal {
        match (self, fine) {
            (Self::Percent, false) => Decimal::new(25, 2),
            (Self::AnHour, false) => Decimal::new(5, 2),
            (Self::AYear, false) => Decimal::from(50),
            (Self::Percent | Self::AnHour, true) => Decimal::new(1, 2),
            (Self::AYear, true) => Decimal::ONE,
        }
    }

    /// A size as it is written.
    #[must_use]
    pub fn in_words(self, size: Decimal, currency: &Currency) -> String {
        match self {
            Self::Percent => words::percent(size),
            Self::AnHour => currency.rate(size),
            Self::AYear => currency.given(size),
        }
    }
}

/// The number that is a clause's size, where it has one that is known: a percent, an amount, the lowest
/// rate. A cost-of-living raise follows prices and minimum rates the rates they meet.
#[must_use]
pub fn size(terms: &ClauseTerms, unit: RateUnit) -> Option<(Measure, Decimal)> {
    match terms {
        ClauseTerms::Percent(percent)
        | ClauseTerms::GreaterOf { percent, .. }
        | ClauseTerms::EquityPool { percent, .. } => Some((Measure::Percent, percent.get()?.get())),
        ClauseTerms::PerHour(amount) => Some((Measure::AnHour, amount.get()?.get())),
        ClauseTerms::PerYear(amount) => Some((Measure::AYear, amount.get()?.get())),
        ClauseTerms::Floor(rate) => {
            let measure = match unit {
                RateUnit::Hour => Measure::AnHour,
                RateUnit::Month | RateUnit::Year => Measure::AYear,
            };
            Some((measure, rate.get()?.get()))
        }
        _ => None,
    }
}

/// The same terms in another size.
fn sized(terms: &ClauseTerms, to: Decimal) -> Result<ClauseTerms, Refusal> {
    let refused = || Refusal::OutOfRange(words::percent(to));
    let mut terms = terms.clone();
    match &mut terms {
        ClauseTerms::Percent(own)
        | ClauseTerms::GreaterOf { percent: own, .. }
        | ClauseTerms::EquityPool { percent: own, .. } => {
            *own = Known::Known(Percent::new(to).map_err(|_| refused())?);
        }
        ClauseTerms::PerHour(own) => {
            *own = Known::Known(HourlyAmount::new(to).map_err(|_| refused())?);
        }
        ClauseTerms::PerYear(own) => {
            *own = Known::Known(YearlyAmount::new(to).map_err(|_| refused())?);
        }
        ClauseTerms::Floor(own) => {
            *own = Known::Known(HourlyRate::new(to).map_err(|_| refused())?);
        }
        _ => return Err(Refusal::NotAPercent),
    }
    Ok(terms)
}

/// A clause moved to a date and a size. A pool's `part` moves by itself, between its neighbours; other dates
/// of a clause's own keep their distance to the first.
///
/// # Errors
/// [`Refusal`] where its kind has no size or can't have this one.
pub fn moved(
    clause: &Clause,
    part: usize,
    date: Date,
    size: Option<Decimal>,
) -> Result<Clause, Refusal> {
    let mut to = clause.clone();
    if let Some(size) = size {
        to.terms = sized(&clause.terms, size)?;
    }
    // What lasts until a day begins before it.
    let date = match (&to.terms, to.until) {
        (ClauseTerms::HoldSteps { until }, _) => date.min(until.plus_days(-1)),
        (_, Some(until)) => date.min(until.plus_days(-1)),
        _ => date,
    };
    let from = clause.date;
    let along = |day: Date| shifted(day, from, date);
    if let ClauseTerms::EquityPool { tranches, .. } = &mut to.terms {
        move_part(tranches, part, date);
        to.date = tranches.first().copied().unwrap_or(date);
        return Ok(to);
    }
    for own in to.terms.own_dates_mut() {
        *own = along(*own);
    }
    to.date = date;
    Ok(to)
}

/// A day that keeps its distance: in months where both ends are the same day of a month, else in days.
fn shifted(day: Date, from: Date, to: Date) -> Date {
    if from.day() == to.day() {
        let months = i32::from(to.year() - from.year()) * 12 + i32::from(to.month())
            - i32::from(from.month());
        day.plus_months(months)
    } else {
        day.plus_days(from.days_until(to))
    }
}

fn move_part(days: &mut [Date], part: usize, date: Date) {
    let before = part.checked_sub(1).and_then(|place| days.get(place));
    let least = before.map(|day| day.plus_days(1));
    let most = days.get(part + 1).map(|day| day.plus_days(-1));
    let mut date = date;
    if let Some(most) = most {
        date = date.min(most);
    }
    if let Some(least) = least {
        date = date.max(least);
    }
    if let Some(day) = days.get_mut(part) {
        *day = date;
    }
}

/// What undo calls it: only what changed is said.
#[must_use]
pub fn label(what: &str, from: &Clause, to: &Clause, paid: PaidIn<'_>) -> String {
    let (before, after) = (size(&from.terms, paid.unit), size(&to.terms, paid.unit));
    let changed = after.filter(|_| before != after);
    let day = from.terms.own_dates();
    let own = to.terms.own_dates();
    let parts = day.iter().zip(&own).find(|(one, other)| one != other);
    let day = parts.map_or(to.date, |(_, day)| *day);
    let is_moved = from.date != to.date || parts.is_some();
    match (changed, is_moved) {
        (Some((measure, size)), false) => {
            format!("Set {what} to {}", measure.in_words(size, paid.currency))
        }
        (Some((measure, size)), true) => {
            let size = measure.in_words(size, paid.currency);
            format!("Move {what} to {size} on {}", words::date(day))
        }
        (None, _) => format!("Move {what} to {}", words::date(day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn clause(terms: &str, date: &str) -> Clause {
        Clause::new(day(date), ron::from_str(terms).unwrap())
    }

    #[test]
    fn dollars_move_by_their_own_number() {
        let raise = clause("PerHour(\"1.50\")", "2027-01-01");
        assert_eq!(
            size(&raise.terms, RateUnit::Hour),
            Some((Measure::AnHour, Decimal::new(150, 2)))
        );
        let to = moved(&raise, 0, day("2027-04-01"), Some(Decimal::new(155, 2))).unwrap();
        assert_eq!(
            size(&to.terms, RateUnit::Hour),
            Some((Measure::AnHour, Decimal::new(155, 2)))
        );
        assert_eq!(
            label("the raise", &raise, &to, PaidIn::us_dollars(RateUnit::Hour)),
            "Move the raise to $1.55 on Apr 1, 2027"
        );
    }

    #[test]
    fn a_part_of_a_pool_moves_between_its_neighbours() {
        let pool = clause(
            "EquityPool(percent: \"1.25\", tranches: [\"2026-07-01\", \"2027-07-01\"])",
            "2026-07-01",
        );
        let to = moved(&pool, 1, day("2028-01-01"), None).unwrap();
        assert_eq!(to.terms.own_dates(), [day("2026-07-01"), day("2028-01-01")]);
        assert_eq!(to.date, day("2026-07-01"));
        let to = moved(&pool, 0, day("2029-01-01"), None).unwrap();
        assert_eq!(to.date, day("2027-06-30"));
    }

    #[test]
    fn other_dates_keep_their_distance() {
        let from = day("2026-01-01");
        assert_eq!(
            shifted(day("2027-01-01"), from, day("2026-04-01")),
            day("2027-04-01")
        );
        assert_eq!(
            shifted(day("2026-01-31"), from, day("2026-01-03")),
            day("2026-02-02")
        );
    }
}
