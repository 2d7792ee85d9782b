//! Where things stand on the screen.
//!
//! Nothing comes back the other way but whole steps: days, and hundredths of a percent.

use eframe::egui::Rangef;
use rust_decimal::Decimal;

use crate::figure::position;
use crate::units::Date;

/// A decimal as a position's number on the screen.
#[must_use]
pub fn number(value: Decimal) -> f32 {
    position::narrow(position::number(value))
}

/// The whole number of a screen's float or next under it; none is 0, and so is one below zero.
#[must_use]
pub fn whole(number: f32) -> usize {
    position::whole(number.into())
}

/// The whole number nearest to a screen's float.
#[must_use]
pub fn nearest(number: f32) -> i64 {
    position::nearest(number.into())
}

fn whole_days(days: f32) -> i32 {
    // More days than the number holds are more than the calendar has, which dates stay within.
    i32::try_from(nearest(days)).unwrap_or(if days < 0.0 { i32::MIN } else { i32::MAX })
}

/// Days along a horizontal stretch of the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeAxis {
    /// The day at the left end.
    pub(crate) first: Date,
    /// The day at the right end.
    pub(crate) end: Date,
    pub(crate) x: Rangef,
}

impl TimeAxis {
    fn days(&self) -> f32 {
        self.first.days_until(self.end).max(1) as f32
    }

    /// Where a day starts.
    #[must_use]
    pub fn x_of(&self, day: Date) -> f32 {
        self.x.min + self.first.days_until(day) as f32 / self.days() * self.x.span()
    }

    /// The day at a place, held within the axis.
    #[must_use]
    pub fn day_at(&self, x: f32) -> Date {
        let days = (x - self.x.min) / self.x.span().max(1.0) * self.days();
        let last = self.first.days_until(self.end) - 1;
        self.first
            .plus_days(whole_days(days.floor()).clamp(0, last.max(0)))
    }

    /// Whole days in a horizontal distance.
    #[must_use]
    pub fn days_in(&self, distance: f32) -> i32 {
        whole_days(distance / self.x.span().max(1.0) * self.days())
    }
}

/// Values up a vertical stretch of the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueAxis {
    /// The value at the bottom.
    pub(crate) low: f32,
    /// The value at the top.
    pub(crate) high: f32,
    /// The stretch, top to bottom.
    pub(crate) y: Rangef,
}

impl ValueAxis {
    /// Where a number stands.
    #[must_use]
    pub fn y_of_number(&self, value: f32) -> f32 {
        let span = (self.high - self.low).max(f32::EPSILON);
        self.y.max - (value - self.low) / span * self.y.span()
    }

    /// Where a value stands.
    #[must_use]
    pub fn y_of(&self, value: Decimal) -> f32 {
        self.y_of_number(number(value))
    }

    /// Whole hundredths in a vertical distance, up positive.
    #[must_use]
    pub fn hundredths_in(&self, up: f32) -> i64 {
        nearest(up / self.y.span().max(1.0) * (self.high - self.low) * 100.0)
    }
}

/// An axis range that holds the values and ends on round ticks, with the ticks' distance.
#[must_use]
pub fn round_range(low: f32, high: f32, ticks: f32) -> (f32, f32, f32) {
    let span = (high - low).max(1e-6);
    let rough = span / ticks.max(1.0);
    let scale = 10_f32.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|nice| nice * scale)
        .find(|step| *step >= rough)
        .unwrap_or(10.0 * scale);
    let bottom = (low / step).floor() * step;
    let top = (high / step - 1e-4).ceil() * step;
    (bottom, top.max(bottom + step), step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_found_where_it_is_drawn() {
        let first = Date::new(2025, 10, 1).unwrap();
        let axis = TimeAxis {
            first,
            end: first.plus_days(1461),
            x: Rangef::new(100.0, 700.0),
        };
        for days in [0, 1, 400, 1460] {
            let day = first.plus_days(days);
            assert_eq!(axis.day_at(axis.x_of(day) + 0.01), day);
            assert_eq!(axis.days_in(axis.x_of(day) - 100.0), days);
        }
        assert_eq!(axis.day_at(5000.0), first.plus_days(1460));
    }

    #[test]
    fn ranges_end_on_round_numbers() {
        assert_eq!(round_range(0.0, 9.0, 5.0), (0.0, 10.0, 2.0));
        assert_eq!(round_range(100.0, 127.5, 3.0), (100.0, 130.0, 10.0));
    }
}
