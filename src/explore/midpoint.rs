//! The middle of two offers' terms, not of their cost (METHOD.md "Between two offers").

use rust_decimal::Decimal;

use crate::scenario::{Clause, ClauseTerms, Offer, Scope, Term};
use crate::units::decimal::round;
use crate::units::{Date, HourlyAmount, Known, Percent, YearlyAmount};

/// The middle of two offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Midpoint {
    /// The raises in the middle, in date order.
    pub clauses: Vec<Clause>,
    /// Clauses that have no middle (floors, minimum amounts, lump sums, unknown values): A's, then B's.
    pub left_out: Vec<Clause>,
}

/// What a raise counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Percent,
    PerHour,
    PerYear,
}

/// A raise that has a middle.
struct Raise<'a> {
    clause: &'a Clause,
    size: Decimal,
}

/// Pairs the raises of two offers in date order (percents with percents and dollars with dollars, for the
/// same employees): mean size to 0.01, middle date to the nearest first of a month, a tie going
/// earlier, held within the term. Equal dates stay. A raise without a partner is halved on its own date.
#[must_use]
pub fn midpoint(a: &Offer, b: &Offer, term: Term) -> Midpoint {
    let mut kinds: Vec<(Measure, &Scope)> = Vec::new();
    let mut left_out = Vec::new();
    // What an offer leaves out of its figures is no part of the middle either.
    for clause in a.clauses.iter().chain(&b.clauses).filter(|one| one.counted) {
        match measured(clause) {
            Some((measure, _)) if !kinds.contains(&(measure, &clause.scope)) => {
                kinds.push((measure, &clause.scope));
            }
            Some(_) => {}
            None => left_out.push(clause.clone()),
        }
    }
    let mut clauses = Vec::new();
    for (measure, scope) in kinds {
        let (of_a, of_b) = (raises(a, measure, scope), raises(b, measure, scope));
        for at in 0..of_a.len().max(of_b.len()) {
            clauses.extend(match (of_a.get(at), of_b.get(at)) {
                (Some(a), Some(b)) => between(measure, a, b, term),
                (Some(one), None) | (None, Some(one)) => halved(measure, one),
                (None, None) => None,
            });
        }
    }
    clauses.sort_by_key(|clause| clause.date);
    Midpoint { clauses, left_out }
}

fn measured(clause: &Clause) -> Option<(Measure, Decimal)> {
    match clause.terms {
        ClauseTerms::Percent(Known::Known(percent)) => Some((Measure::Percent, percent.get())),
        ClauseTerms::PerHour(Known::Known(amount)) => Some((Measure::PerHour, amount.get())),
        ClauseTerms::PerYear(Known::Known(amount)) => Some((Measure::PerYear, amount.get())),
        _ => None,
    }
}

/// An offer's raises of one measure and scope, in date order.
fn raises<'a>(offer: &'a Offer, measure: Measure, scope: &Scope) -> Vec<Raise<'a>> {
    let mut raises: Vec<Raise<'a>> = offer
        .clauses
        .iter()
        .filter(|clause| clause.counted && clause.scope == *scope)
        .filter_map(|clause| match measured(clause) {
            Some((own, size)) if own == measure => Some(Raise { clause, size }),
            _ => None,
        })
        .collect();
    raises.sort_by_key(|raise| raise.clause.date);
    raises
}

fn between(measure: Measure, a: &Raise<'_>, b: &Raise<'_>, term: Term) -> Option<Clause> {
    let size = a.size.checked_add(b.size)?.checked_div(Decimal::TWO)?;
    let date = middle(a.clause.date, b.clause.date).clamp(term.first_day, term.last_day);
    clause(measure, size, date, a.clause.scope.clone())
}

fn halved(measure: Measure, one: &Raise<'_>) -> Option<Clause> {
    let size = one.size.checked_div(Decimal::TWO)?;
    clause(measure, size, one.clause.date, one.clause.scope.clone())
}

/// Rounded here: a size in the middle, to 0.01.
fn clause(measure: Measure, size: Decimal, date: Date, scope: Scope) -> Option<Clause> {
    let size = round(size, 2);
    let terms = match measure {
        Measure::Percent => {
            ClauseTerms::Percent(Known::Known(Percent::new(size.normalize()).ok()?))
        }
        Measure::PerHour => ClauseTerms::PerHour(Known::Known(HourlyAmount::new(size).ok()?)),
        Measure::PerYear => ClauseTerms::PerYear(Known::Known(YearlyAmount::new(size).ok()?)),
    };
    let mut clause = Clause::new(date, terms);
    clause.scope = scope;
    Some(clause)
}

/// The first of a month nearest to the middle of two dates; equal dates are their own middle.
fn middle(a: Date, b: Date) -> Date {
    if a == b {
        return a;
    }
    // In half days, so that a middle between two days is exact.
    let twice = a.day_number() + b.day_number();
    let low = a.min(b);
    let inside = low.plus_days(low.days_until(a.max(b)) / 2);
    let before = inside.first_of_month();
    let after = before.plus_months(1);
    let to = |first: Date| (twice - 2 * first.day_number()).abs();
    if to(after) < to(before) {
        after
    } else {
        before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn the_middle_date_is_the_nearest_first_and_a_tie_goes_earlier() {
        assert_eq!(middle(d("2027-08-01"), d("2027-04-01")), d("2027-06-01"));
        assert_eq!(middle(d("2027-10-01"), d("2027-10-01")), d("2027-10-01"));
        // Between Apr 1 and May 1 (30 days) lies Apr 16, 15 days from either first.
        assert_eq!(middle(d("2027-04-01"), d("2027-05-01")), d("2027-04-01"));
        // Between Feb 1 and Mar 3: Feb 16, 15 days after one first and 13 before the other.
        assert_eq!(middle(d("2027-02-01"), d("2027-03-03")), d("2027-03-01"));
    }
}
