//! Where an axis is labelled: round values, and dates a reader knows, with labels that can't be
//! mistaken for one another.
//!
//! Sums and products here are held back at the largest decimal, 7.9 × 10²⁸, rather than fail. No amount comes near
//! it: costing keeps none above 10²⁰ dollars, and refuses what is larger.

use rust_decimal::Decimal;

use super::position::day_number;
use super::{Axis, AxisKind, Tick};
use crate::units::{Currency, Date, MoneyUnit, text};

/// What a value axis measures; it chooses how ticks are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure<'a> {
    /// Money, all ticks in one unit.
    Money(&'a Currency),
    /// Money in the unit that the labels of the chart are in.
    MoneyIn(&'a Currency, MoneyUnit),
    Percent,
    /// An index, plain numbers.
    Index,
}

/// The most labels a date axis carries.
const MOST_DATES: usize = 9;
/// The most parts of years it carries: anniversaries say more, where there are enough of them.
const MOST_MONTHS: usize = 6;
/// About how many steps a value axis is cut into.
const STEPS: u8 = 5;
/// Months between two labelled dates, from the finest.
const MONTHS: [i32; 10] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
/// Days between two labelled dates, from the finest.
const DAYS: [i32; 5] = [1, 2, 5, 7, 14];

/// A value axis that holds all `values` and ends on ticks. Steps are 1, 2, 2.5 or 5 × 10ⁿ.
///
/// With `zero` the axis includes zero, as bars, areas and stems must. Without values, or with equal
/// ones, it still has a length.
#[must_use]
pub fn values(measure: Measure<'_>, zero: bool, values: impl IntoIterator<Item = Decimal>) -> Axis {
    values_in(measure, zero, STEPS, values)
}

/// The same in about so many steps, at least one: for a lane that has room for few labels.
#[must_use]
pub fn values_in(
    measure: Measure<'_>,
    zero: bool,
    steps: u8,
    values: impl IntoIterator<Item = Decimal>,
) -> Axis {
    let mut range = zero.then_some((Decimal::ZERO, Decimal::ZERO));
    for value in values {
        range = Some(range.map_or((value, value), |(low, high)| {
            (low.min(value), high.max(value))
        }));
    }
    let (low, high) = lengthened(range.unwrap_or_default(), measure, zero);
    let step = step_of(high.saturating_sub(low), steps);
    let first = in_steps(low, step).floor();
    let last = in_steps(high, step).ceil();
    let at = |index: Decimal| index.saturating_mul(step).normalize();
    let mut places = Vec::new();
    let mut index = first;
    while index <= last {
        places.push(at(index));
        index = index.saturating_add(Decimal::ONE);
    }
    let ticks = written(measure, step, low.abs().max(high.abs()), &places);
    Axis {
        kind: AxisKind::Value,
        // A trace too small for a decimal to divide is still inside.
        low: at(first).min(low),
        high: at(last).max(high),
        ticks,
        title: None,
    }
}

/// A range with a length: a flat one is opened upwards from zero, or to both sides.
fn lengthened(
    (low, high): (Decimal, Decimal),
    measure: Measure<'_>,
    zero: bool,
) -> (Decimal, Decimal) {
    if low < high {
        return (low, high);
    }
    // A tenth of an amount, so that its axis is told in its unit.
    let tenth = low.abs().checked_div(Decimal::TEN).unwrap_or_default();
    let room = match measure {
        Measure::Money(_) | Measure::MoneyIn(..) => tenth.max(Decimal::ONE_HUNDRED),
        Measure::Percent | Measure::Index => Decimal::ONE,
    };
    let below = if zero { Decimal::ZERO } else { room };
    (low.saturating_sub(below), high.saturating_add(room))
}

/// The smallest round step that takes at most about so many to a span above zero.
fn step_of(span: Decimal, steps: u8) -> Decimal {
    let ten = Decimal::TEN;
    let raw = span
        .checked_div(Decimal::from(steps.max(1)))
        .filter(|raw| *raw > Decimal::ZERO)
        .unwrap_or(Decimal::ONE);
    let mut power = Decimal::ONE;
    // Bounded: a decimal has 28 digits.
    for _ in 0..28 {
        match power.checked_mul(ten) {
            Some(next) if next <= raw => power = next,
            _ => break,
        }
    }
    for _ in 0..12 {
        match power.checked_div(ten) {
            Some(next) if power > raw => power = next,
            _ => break,
        }
    }
    [
        Decimal::ONE,
        Decimal::TWO,
        Decimal::new(25, 1),
        Decimal::from(5),
        ten,
    ]
    .into_iter()
    .map(|factor| factor.saturating_mul(power))
    .find(|step| *step >= raw)
    .unwrap_or(Decimal::ONE)
}

fn in_steps(value: Decimal, step: Decimal) -> Decimal {
    value.checked_div(step).unwrap_or_default()
}

/// Ticks at the places, their labels in one unit and with as many decimals as the step needs.
fn written(measure: Measure<'_>, step: Decimal, largest: Decimal, places: &[Decimal]) -> Vec<Tick> {
    let unit = match measure {
        Measure::MoneyIn(_, unit) => unit,
        _ => unit_of(largest, step),
    };
    let label = |value: Decimal| match measure {
        Measure::Money(currency) | Measure::MoneyIn(currency, _) => {
            currency.in_unit(value, unit, decimals(step, unit))
        }
        Measure::Percent => {
            let digits = text::fixed(value, step.normalize().scale());
            format!("{}%", text::minus(&digits))
        }
        Measure::Index => text::minus(&text::fixed(value, step.normalize().scale())),
    };
    places
        .iter()
        .map(|at| Tick {
            at: *at,
            label: label(*at),
            line: true,
        })
        .collect()
}

/// The unit the largest value is told in, if the step needs no more than one decimal in it. A
/// value little above a unit may be room for a label.
fn unit_of(largest: Decimal, step: Decimal) -> MoneyUnit {
    let fills = |unit: &MoneyUnit| {
        let least = unit.size().saturating_mul(Decimal::new(11, 1));
        largest >= least && decimals(step, *unit) <= 1
    };
    let mut units = [MoneyUnit::Billion, MoneyUnit::Million].into_iter();
    units.find(fills).unwrap_or(MoneyUnit::One)
}

/// How many decimals a step needs in a unit; cents are two.
fn decimals(step: Decimal, unit: MoneyUnit) -> u32 {
    let scale = in_steps(step, unit.size()).normalize().scale();
    if unit == MoneyUnit::One && scale > 0 {
        scale.max(2)
    } else {
        scale
    }
}

/// A time axis from the start of one day to the start of another; at least a day long.
///
/// Labels stand at the first day and its anniversaries, or months or days from it; where the first
/// day isn't the first of a month, at Januaries or firsts of months. At most nine, none twice.
#[must_use]
pub fn dates(first: Date, end: Date) -> Axis {
    let end = end.max(first.plus_days(1));
    let (low, high) = (day_number(first), day_number(end));
    let ticks = by_months(first, end)
        .unwrap_or_else(|| by_days(first, end))
        .into_iter()
        .map(|(day, label)| Tick {
            at: day_number(day),
            label,
            line: true,
        })
        .collect();
    Axis {
        kind: AxisKind::Time,
        low,
        // Both days are the last there is: the axis still has a length.
        high: high.max(low.saturating_add(Decimal::ONE)),
        ticks,
        title: None,
    }
}

/// Labelled months, if at least three of them fall on the axis.
fn by_months(first: Date, end: Date) -> Option<Vec<(Date, String)>> {
    MONTHS.into_iter().find_map(|step| {
        let start = start_of_months(first, step);
        let mut days = run(end, |number| start.plus_months(number.saturating_mul(step)));
        // Beyond the last year there is, days are held back to its end.
        days.retain(|day| *day == start || *day < Date::latest());
        let by_year = start.month() == 1 && start.day() == 1 && step >= 12;
        let label = |day: Date| {
            if by_year {
                day.year().to_string()
            } else {
                text::month_year(day)
            }
        };
        let most = if step < 12 { MOST_MONTHS } else { MOST_DATES };
        let fits = days.len() <= most && (days.len() >= 3 || step > 3);
        (fits && days.len() >= 2).then(|| days.into_iter().map(|day| (day, label(day))).collect())
    })
}

/// Where labels begin: at the first day itself if it starts a month.
fn start_of_months(first: Date, step: i32) -> Date {
    if first.day() == 1 {
        return first;
    }
    let next = first.first_of_month().plus_months(1);
    if step < 12 {
        return next;
    }
    let to_january = (13 - i32::from(next.month())) % 12;
    next.plus_months(to_january)
}

fn by_days(first: Date, end: Date) -> Vec<(Date, String)> {
    let days = DAYS
        .into_iter()
        .map(|step| run(end, |number| first.plus_days(number.saturating_mul(step))))
        .find(|days| days.len() <= MOST_DATES)
        .unwrap_or_else(|| vec![first]);
    days.into_iter()
        .map(|day| (day, text::day_of_month(day)))
        .collect()
}

/// The days of a series up to `end`; it stops where the calendar does, and past the most labels.
fn run(end: Date, day: impl Fn(i32) -> Date) -> Vec<Date> {
    let mut days: Vec<Date> = Vec::new();
    for number in 0.. {
        let next = day(number);
        let ended = next > end || days.last().is_some_and(|last| *last >= next);
        if ended || days.len() > MOST_DATES {
            break;
        }
        days.push(next);
    }
    days
}

/// An axis of named places 0, 1, 2, …; half a place of room at both ends.
#[must_use]
pub fn categories(names: impl IntoIterator<Item = String>) -> Axis {
    let ticks: Vec<Tick> = names
        .into_iter()
        .enumerate()
        .map(|(place, label)| Tick {
            at: Decimal::from(place),
            label,
            line: false,
        })
        .collect();
    let half = Decimal::new(5, 1);
    let high = Decimal::from(ticks.len().max(1)).saturating_sub(half);
    Axis {
        kind: AxisKind::Category,
        low: -half,
        high,
        ticks,
        title: None,
    }
}

#[cfg(test)]
mod tests;
