//! Decimal quantities, each its own type so that a percent can't be added to a rate.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decimal::{DecimalError, parse_exact};
use super::digits::{FromDigits, read_digits, write_digits};

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $what:literal, $unit:literal, $low:expr, $high:expr, $decimals:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Decimal);

        impl $name {
            /// The most decimals this quantity carries.
            pub const DECIMALS: u32 = $decimals;

            /// Takes a decimal in the quantity's range.
            ///
            /// # Errors
            /// [`DecimalError`] outside the range, or with more than [`Self::DECIMALS`] decimals.
            pub fn new(value: Decimal) -> Result<Self, DecimalError> {
                let (low, high): (Decimal, Decimal) = ($low, $high);
                if value < low || value > high {
                    return Err(DecimalError::OutOfRange {
                        text: value.to_string(), what: $what, low, high, unit: $unit,
                    });
                }
                if value.normalize().scale() > $decimals {
                    return Err(DecimalError::TooFine {
                        text: value.to_string(), most: $decimals, what: $what,
                    });
                }
                Ok(Self(value))
            }

            /// The value as a decimal, scale as written.
            #[must_use]
            pub fn get(self) -> Decimal {
                self.0
            }

            /// The sum; `None` where it leaves the quantity's range.
            #[must_use]
            pub fn checked_add(self, other: Self) -> Option<Self> {
                Self::new(self.0.checked_add(other.0)?).ok()
            }

            /// The difference; `None` where it leaves the quantity's range.
            #[must_use]
            pub fn checked_sub(self, other: Self) -> Option<Self> {
                Self::new(self.0.checked_sub(other.0)?).ok()
            }
        }

        impl From<$name> for Decimal {
            fn from(quantity: $name) -> Self {
                quantity.0
            }
        }

        impl FromDigits for $name {
            fn from_digits(text: &str) -> Result<Self, DecimalError> {
                Self::new(parse_exact(text)?)
            }
            fn to_digits(&self) -> String {
                self.0.to_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", self.0, $unit)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                write_digits(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                read_digits(deserializer)
            }
        }
    };
}

quantity!(
    /// A percent: `6.5` means 6.5 %. From −100 to 1000, at most six decimals (METHOD.md "What the figures rest on").
    Percent, "percent", " %", Decimal::from(-100), Decimal::from(1000), 6
);
quantity!(
    /// A rate of pay, 0 to 10,000,000, at most six decimals: dollars an hour, or dollars a month or a
    /// year for 1.0 FTE where the workforce's rates are salaries (METHOD.md "What the figures rest on").
    HourlyRate, "rate", " dollars", Decimal::ZERO, Decimal::from(10_000_000), 6
);
quantity!(
    /// A change of an hourly rate in dollars per hour, −1,000 to 1,000, at most six decimals.
    HourlyAmount, "raise per hour", " dollars an hour", Decimal::from(-1000), Decimal::from(1000), 6
);
quantity!(
    /// A change of yearly pay in dollars a year for 1.0 FTE, −10,000,000 to 10,000,000, at most six
    /// decimals.
    YearlyAmount, "raise per year", " dollars a year", Decimal::from(-10_000_000), Decimal::from(10_000_000), 6
);
quantity!(
    /// Hours a year for each of those who take part, 0 to 8,784, at most four decimals.
    Hours, "number of hours a year", " hours", Decimal::ZERO, Decimal::from(8784), 4
);
quantity!(
    /// US dollars, −10¹² to 10¹², at most six decimals (METHOD.md "What the figures rest on").
    Money, "dollar amount", " dollars", Decimal::from(-1_000_000_000_000_i64), Decimal::from(1_000_000_000_000_i64), 6
);
quantity!(
    /// A number quoted in public, in dollars, percent or heads: −10¹² to 10¹², at most six decimals.
    Quoted, "quoted number", "", Decimal::from(-1_000_000_000_000_i64), Decimal::from(1_000_000_000_000_i64), 6
);
quantity!(
    /// Full-time equivalents, 0 to 10,000,000, at most four decimals (METHOD.md "What the figures rest on").
    Fte, "full-time equivalent", " FTE", Decimal::ZERO, Decimal::from(10_000_000), 4
);
quantity!(
    /// Paid hours a year for 1.0 FTE, 1 to 8,784, at most four decimals; 2080 unless said otherwise.
    HoursPerYear, "number of paid hours a year", " hours", Decimal::ONE, Decimal::from(8784), 4
);
quantity!(
    /// A value of a price index, above 0 to 1,000,000, at most six decimals.
    IndexValue, "price index", "", Decimal::new(1, 6), Decimal::from(1_000_000), 6
);

impl Default for HoursPerYear {
    fn default() -> Self {
        Self(Decimal::from(2080))
    }
}

impl Default for Fte {
    fn default() -> Self {
        Self(Decimal::ONE)
    }
}

impl HourlyRate {
    /// No pay.
    pub const ZERO: Self = Self(Decimal::ZERO);
}

impl Money {
    /// No money.
    pub const ZERO: Self = Self(Decimal::ZERO);
}

impl Percent {
    /// Zero percent.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// All of it, 100 %.
    pub const WHOLE: Self = Self(Decimal::ONE_HUNDRED);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_stay_within_the_range_or_are_none() {
        let percent = |text: &str| Percent::from_digits(text).unwrap();
        assert_eq!(
            percent("6.5").checked_add(percent("3")),
            Some(percent("9.5"))
        );
        assert_eq!(percent("999").checked_add(percent("2")), None);
        assert_eq!(percent("-99").checked_sub(percent("2")), None);
        let rate = |text: &str| HourlyRate::from_digits(text).unwrap();
        assert_eq!(rate("1.00").checked_sub(rate("1.01")), None);
    }

    #[test]
    fn what_is_finer_than_the_quantity_is_refused() {
        assert!(Fte::from_digits("0.8333").is_ok());
        assert!(Fte::from_digits("0.83333").is_err());
        assert!(Percent::from_digits("9.1867250000").is_ok());
        assert!(u64::from_digits("62000.5").is_err());
        assert!(u64::from_digits("-1").is_err());
    }
}
