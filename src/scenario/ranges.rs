//! Between which percents a value can be: one definition for files, fields, cells, drags and solvers.

use rust_decimal::Decimal;

/// From one percent to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PercentRange {
    /// The least, percent.
    pub(crate) low: i64,
    /// The most, percent.
    pub(crate) high: i64,
}

/// Of a raise.
pub const RAISE: PercentRange = PercentRange {
    low: -50,
    high: 100,
};
/// Of the yearly rates that prices and present values are carried on by. Over the longest term a rate beyond them
/// leaves figures of more digits than can be kept.
pub const YEARLY: PercentRange = PercentRange {
    low: -50,
    high: 100,
};
/// Of a part of a whole.
pub const PART: PercentRange = PercentRange { low: 0, high: 100 };
/// Of what may be more than a whole: pay for time at a premium, a goal surpassed.
pub const MULTIPLE: PercentRange = PercentRange { low: 0, high: 1000 };

/// Of what is paid on top of wages: beyond twice the wages it is a slip of the keyboard.
pub const ROLL_UP: PercentRange = PercentRange { low: 0, high: 200 };

/// Of what a settlement gives over its whole length.
pub const SETTLED: PercentRange = PercentRange {
    low: -100,
    high: 1000,
};

impl PercentRange {
    #[must_use]
    pub fn ends(self) -> (Decimal, Decimal) {
        (Decimal::from(self.low), Decimal::from(self.high))
    }

    /// Whether a number of percent lies in it.
    #[must_use]
    pub fn contains(self, percent: Decimal) -> bool {
        let (low, high) = self.ends();
        (low..=high).contains(&percent)
    }
}
