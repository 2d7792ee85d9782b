//! From when on one offer's cumulative pay stays at or above another's (METHOD.md "One employee").

use super::amount::Amount;
use super::clock::Ticks;
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
    let mut late = horizon;
    for at in changes(model, from, [a, b])?.into_iter().rev() {
        let early = clock.day_of(at, from, late.plus_days(1)).plus_days(-1);
        if early <= from {
            break;
        }
        if negative(early)? {
            return last_crossing(negative, early, late).map(|day| found(from, day));
        }
        late = early;
    }
    if negative(from)? {
        return last_crossing(negative, from, late).map(|day| found(from, day));
    }
    Ok(found(from, from))
}

/// The first day from which on a difference that moves one way isn't negative: it is at first, and isn't at last.
fn last_crossing(
    negative: impl Fn(Date) -> Result<bool, CostingError>,
    mut below: Date,
    mut above: Date,
) -> Result<Date, CostingError> {
    while below.days_until(above) > 1 {
        let middle = below.plus_days(below.days_until(above) / 2);
        if negative(middle)? {
            below = middle;
        } else {
            above = middle;
        }
    }
    Ok(above)
}

fn found(from: Date, date: Date) -> BreakEvenFigures {
    BreakEvenFigures {
        from: Some(from),
        date: Some(date),
        days: Some(from.days_until(date)),
    }
}

/// When the difference may change its way after the start of `from`, in order. Moves up steps matter only where one
/// offer pays more on some steps and less on others: elsewhere they change how fast it moves, not which way.
fn changes(
    model: &Model<'_>,
    from: Date,
    [a, b]: [&EmployeePay; 2],
) -> Result<Vec<Ticks>, CostingError> {
    let clock = model.calendar.clock;
    let (low, high) = (clock.start_of(from), clock.end_of(model.horizon()));
    let mut changes = match a.changes_while_ordered(b, low, high)? {
        Some(changes) => changes,
        None => {
            let pays = [a, b].into_iter();
            pays.flat_map(|pay| pay.changes(low, high)).collect()
        }
    };
    changes.retain(|at| *at > low && *at < high);
    changes.sort_unstable();
    changes.dedup();
    Ok(changes)
}
