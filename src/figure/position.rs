//! The one place that turns decimals into floating point: positions in a picture, never money.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::units::Date;

/// A decimal as a position's number.
#[must_use]
pub fn number(value: Decimal) -> f64 {
    // Every decimal has a nearest float.
    value.to_f64().unwrap_or_default()
}

/// A day's number on a time axis: days since 1970-01-01.
#[must_use]
pub fn day_number(day: Date) -> Decimal {
    Decimal::from(epoch().map_or(0, |epoch| epoch.days_until(day)))
}

/// The day a number stands for; whole days only.
#[must_use]
pub fn day_at(number: Decimal) -> Option<Date> {
    let days = number.trunc().to_i32()?;
    Some(epoch()?.plus_days(days))
}

/// The whole number at a float or next under it: 0 for one below zero and for none, the largest for one beyond it.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float beyond a whole number's range becomes the nearest end of it"
)]
pub fn whole(number: f64) -> usize {
    number as usize
}

/// The whole number nearest to a float, half away from zero: 0 for none, the ends of the range beyond it.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond a whole number's range becomes the nearest end of it"
)]
pub fn nearest(number: f64) -> i64 {
    number.round() as i64
}

/// The same place on a screen or a page in 32 bits, which hold a millionth of the longest sheet.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a place needs no more digits than 32 bits hold"
)]
pub fn narrow(place: f64) -> f32 {
    place as f32
}

fn epoch() -> Option<Date> {
    Date::new(1970, 1, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970() {
        // 2025-10-01 is 20,362 days after 1970-01-01 (date -d 2025-10-01 +%s / 86,400).
        let day = Date::new(2025, 10, 1).unwrap();
        assert_eq!(day_number(day), Decimal::from(20_362));
        assert_eq!(day_at(Decimal::from(20_362)), Some(day));
    }
}
