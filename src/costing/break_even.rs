//! From when on one offer's cumulative pay stays at or above another's (METHOD.md "One employee").

use super::amount::Amount;
use super::employee::EmployeePay;
use super::error::CostingError;
use super::model::Model;
use super::report::BreakEvenFigures;
use crate::units::Date;

/// The first day on or after `from` from which B's cumulative pay less A's, both as earned, less
/// `behind`, stays at or above zero to the horizon. `behind` is what B's employee starts with less,
/// such as the pay lost in a strike; zero when offers are compared.
///
/// # Errors
/// [`CostingError`].
pub fn break_even(
    model: &Model<'_>,
    a: &EmployeePay,
    b: &EmployeePay,
    from: Date,
    behind: Amount,
) -> Result<BreakEvenFigures, CostingError> {
    let horizon = model.horizon();
    let never = BreakEvenFigures {
        from: Some(from),
        date: None,
        days: None,
    };
    if from > horizon || !a.works() {
        return Ok(never);
    }
    let clock = model.calendar.clock;
    let negative = |day: Date| -> Result<bool, CostingError> {
        let to = clock.end_of(day);
        let b = b.exact(model.first, to)?;
        let a = a.exact(model.first, to)?;
        Ok(b.minus(a)?.minus(behind)? < Amount::ZERO)
    };
    if negative(horizon)? {
        return Ok(never);
    }
    // Between two changes of either rate the difference moves one way only, so a stretch that ends
    // at or above zero is crossed once at most: the last crossing is found by halving.
    let mut marks = change_days(model, from, [a, b]);
    let mut late = horizon;
    while let Some(early) = marks.pop() {
        if negative(early)? {
            let (mut below, mut above) = (early, late);
            while below.days_until(above) > 1 {
                let middle = below.plus_days(below.days_until(above) / 2);
                if negative(middle)? {
                    below = middle;
                } else {
                    above = middle;
                }
            }
            return Ok(found(from, above));
        }
        late = early;
    }
    Ok(found(from, from))
}

fn found(from: Date, date: Date) -> BreakEvenFigures {
    BreakEvenFigures {
        from: Some(from),
        date: Some(date),
        days: Some(from.days_until(date)),
    }
}

/// The days the difference is looked at: `from`, and in order each last day before a rate changes.
fn change_days(model: &Model<'_>, from: Date, pays: [&EmployeePay; 2]) -> Vec<Date> {
    let clock = model.calendar.clock;
    let horizon = model.horizon();
    let mut days = vec![from];
    let (low, high) = (clock.start_of(from), clock.end_of(horizon));
    let mut changes: Vec<_> = pays
        .iter()
        .flat_map(|pay| pay.changes())
        .filter(|at| *at > low && *at < high)
        .collect();
    changes.sort_unstable();
    changes.dedup();
    let mut day = from;
    for at in changes {
        // The day that starts at a tick: ticks grow with days, so halving finds it.
        let (mut before, mut after) = (day, horizon.plus_days(1));
        while before.days_until(after) > 1 {
            let middle = before.plus_days(before.days_until(after) / 2);
            if clock.start_of(middle) <= at {
                before = middle;
            } else {
                after = middle;
            }
        }
        day = before;
        let eve = day.plus_days(-1);
        if eve > from {
            days.push(eve);
        }
    }
    days
}
