//! Pay a year and money, as whole numbers on fixed scales.

use rust_decimal::Decimal;

use super::clock::{TICKS_PER_YEAR, Ticks};
use super::error::CostingError;
use crate::units::decimal::{in_units, round};

/// Decimals of pay a year: 10⁻¹⁴ dollars.
pub const PAY_DECIMALS: u32 = 14;

/// Pay a year (Σ r·H) in 10⁻¹⁴ dollars.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnnualPay(pub i128);

/// Money in (10⁻¹⁴ dollars × ticks): pay a year times time, exactly. Sums and differences are
/// exact; dollars appear only in [`Amount::dollars`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(i128);

/// The largest amount accepted, a quarter of what the representation holds, so that the sum or
/// difference of two amounts can't overflow.
const LIMIT: i128 = i128::MAX / 4;

impl AnnualPay {
    /// Dollars a year.
    #[must_use]
    pub fn dollars(self) -> Decimal {
        decimal(self.0, PAY_DECIMALS)
    }

    /// Pay from dollars a year, rounded to 10⁻¹⁴ dollars.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn from_dollars(dollars: Decimal) -> Result<Self, CostingError> {
        in_units(round(dollars, PAY_DECIMALS), PAY_DECIMALS)
            .map(Self)
            .ok_or(CostingError::TooLarge)
    }

    /// What is earned at this pay in a stretch of time.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn over(self, ticks: Ticks) -> Result<Amount, CostingError> {
        Amount::new(self.0.checked_mul(i128::from(ticks)))
    }

    /// This pay less another.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn minus(self, other: Self) -> Result<Self, CostingError> {
        self.0
            .checked_sub(other.0)
            .map(Self)
            .ok_or(CostingError::TooLarge)
    }

    /// This pay and another.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn plus(self, other: Self) -> Result<Self, CostingError> {
        self.0
            .checked_add(other.0)
            .map(Self)
            .ok_or(CostingError::TooLarge)
    }
}

impl Amount {
    /// No money.
    pub const ZERO: Self = Self(0);

    fn new(value: Option<i128>) -> Result<Self, CostingError> {
        match value {
            Some(value) if value.abs() <= LIMIT => Ok(Self(value)),
            _ => Err(CostingError::TooLarge),
        }
    }

    /// An amount from dollars, rounded to 10⁻¹⁴ dollars.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn from_dollars(dollars: Decimal) -> Result<Self, CostingError> {
        let units = in_units(round(dollars, PAY_DECIMALS), PAY_DECIMALS);
        Self::new(units.and_then(|units| units.checked_mul(TICKS_PER_YEAR)))
    }

    /// Dollars, to 10⁻¹⁴.
    #[must_use]
    pub fn dollars(self) -> Decimal {
        decimal(divide(self.0, TICKS_PER_YEAR), PAY_DECIMALS)
    }

    /// A part of it: one of so many, rounded half away from zero.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`] unless `parts` is above 0.
    pub fn over(self, parts: i128) -> Result<Self, CostingError> {
        if parts <= 0 {
            return Err(CostingError::TooLarge);
        }
        Ok(Self(divide(self.0, parts)))
    }

    /// The sum, checked.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn plus(self, other: Self) -> Result<Self, CostingError> {
        Self::new(self.0.checked_add(other.0))
    }

    /// The difference, checked.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn minus(self, other: Self) -> Result<Self, CostingError> {
        Self::new(self.0.checked_sub(other.0))
    }
}

/// A whole number of units of 10^−`places` as a decimal. Values past a decimal's 28 digits give up
/// their last places, rounded half away from zero.
pub(super) fn decimal(value: i128, places: u32) -> Decimal {
    let (mut value, mut places) = (value, places);
    loop {
        if let Ok(fits) = Decimal::try_from_i128_with_scale(value, places) {
            return fits;
        }
        if places == 0 {
            return if value < 0 {
                Decimal::MIN
            } else {
                Decimal::MAX
            };
        }
        value = divide(value, 10);
        places -= 1;
    }
}

/// Division rounded half away from zero; `by` is positive.
#[must_use]
pub fn divide(value: i128, by: i128) -> i128 {
    let (quotient, rest) = (value / by, value % by);
    if rest.unsigned_abs() >= by.unsigned_abs().div_ceil(2) {
        quotient + value.signum()
    } else {
        quotient
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_rounds_half_away_from_zero() {
        assert_eq!(divide(5, 2), 3);
        assert_eq!(divide(-5, 2), -3);
        assert_eq!(divide(4, 3), 1);
        assert_eq!(divide(5, 3), 2);
        assert_eq!(divide(-4, 3), -1);
        assert_eq!(divide(7, 1), 7);
    }

    #[test]
    fn dollars_survive_the_round_trip() {
        for text in ["0", "963794507.39", "-0.01", "8241230960.00000000000001"] {
            let dollars: Decimal = text.parse().unwrap();
            assert_eq!(Amount::from_dollars(dollars).unwrap().dollars(), dollars);
        }
    }

    #[test]
    fn what_is_too_large_is_an_error_and_never_wraps() {
        let trillions: Decimal = "99999999999999999".parse().unwrap();
        assert_eq!(Amount::from_dollars(trillions), Err(CostingError::TooLarge));
        assert_eq!(
            AnnualPay(i128::MAX / 2).over(3),
            Err(CostingError::TooLarge)
        );
    }
}
