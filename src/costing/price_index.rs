//! A price index on a day, carried on beyond its last month (METHOD.md "One employee").

use rust_decimal::Decimal;

use super::powers::power;
use crate::scenario::Inflation;
use crate::units::Date;
use crate::units::decimal::round;
/// The price index of a day's month: published, or carried on from the last published month and
/// rounded to 3 decimals. `None` before the first published month, or in a gap.
#[must_use]
pub fn index_of(inflation: &Inflation, day: Date) -> Option<Decimal> {
    let month = day.first_of_month();
    if let Some(entry) = inflation.index.iter().find(|entry| entry.month == month) {
        return Some(entry.value.get());
    }
    let last = inflation.index.last().filter(|last| last.month < month)?;
    let months = (i32::from(month.year()) - i32::from(last.month.year())) * 12
        + i32::from(month.month())
        - i32::from(last.month.month());
    let a_year = inflation
        .projected
        .get()
        .checked_div(Decimal::ONE_HUNDRED)?
        .checked_add(Decimal::ONE)?;
    // Whole years are multiplied out, so that an exact half is rounded as one.
    let mut value = last.value.get();
    for _ in 0..months / 12 {
        value = value.checked_mul(a_year)?;
    }
    let rest = Decimal::from(months % 12);
    if !rest.is_zero() {
        value = value.checked_mul(power(a_year, rest.checked_div(Decimal::from(12))?)?)?;
    }
    Some(round(value, 3))
}
