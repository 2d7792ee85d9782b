//! Rates and dollars: what every figure is added up from.
//!
//! A rate that the case rounds to cents or dollars is exact here. One that nothing rounds ends
//! after [`PLACES`] decimals, far below what two computations are compared by.

use std::ops::{Add, Neg, Sub};

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{Signed, Zero};

use super::exact::{Dec, Fraction, power_of_ten};
use super::model::Rounding;

/// Decimals of a rate.
const PLACES: u32 = 24;
/// Decimals of an amount of money.
const MONEY_PLACES: u32 = 30;

/// An exact quotient, not reduced: fast to build, asked for only its size.
#[derive(Clone, Debug)]
pub struct Quotient {
    over: BigInt,
    under: BigInt,
}

impl Quotient {
    pub fn of(value: &Dec) -> Self {
        Self {
            over: value.digits.clone(),
            under: power_of_ten(value.scale),
        }
    }

    pub fn whole(value: i64) -> Self {
        Self::of(&Dec::whole(value))
    }

    pub fn plus(&self, other: &Self) -> Self {
        Self {
            over: &self.over * &other.under + &other.over * &self.under,
            under: &self.under * &other.under,
        }
    }

    pub fn minus(&self, other: &Self) -> Self {
        Self {
            over: &self.over * &other.under - &other.over * &self.under,
            under: &self.under * &other.under,
        }
    }

    pub fn times(&self, other: &Self) -> Self {
        Self {
            over: &self.over * &other.over,
            under: &self.under * &other.under,
        }
    }

    /// Divided by a number above 0.
    pub fn over(&self, other: &Self) -> Self {
        assert!(other.is_positive(), "divided by {other:?}");
        Self {
            over: &self.over * &other.under,
            under: &self.under * &other.over,
        }
    }

    pub fn is_positive(&self) -> bool {
        (&self.over * &self.under).is_positive()
    }

    pub fn is_above(&self, other: &Self) -> bool {
        self.minus(other).is_positive()
    }

    pub fn larger(self, other: Self) -> Self {
        if other.is_above(&self) { other } else { self }
    }

    pub fn smaller(self, other: Self) -> Self {
        if other.is_above(&self) { self } else { other }
    }

    pub fn to_fraction(&self) -> Fraction {
        Ratio::new(self.over.clone(), self.under.clone())
    }

    pub fn of_fraction(value: &Fraction) -> Self {
        Self {
            over: value.numer().clone(),
            under: value.denom().clone(),
        }
    }

    /// To so many decimals, half away from zero, as digits.
    pub fn digits(&self, places: u32) -> BigInt {
        let over: BigInt = &self.over * power_of_ten(places) * 2;
        let under: BigInt = &self.under * 2;
        let half = self.under.abs();
        let sized: BigInt = (over.abs() + half) / under.abs();
        if (&self.over * &self.under).is_negative() {
            -sized
        } else {
            sized
        }
    }
}

/// Pay of 1.0 FTE for an hour, a month or a year, in units of 10^−24 dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(i128);

impl Rate {
    pub fn rounded(exact: &Quotient, rounding: Rounding) -> Self {
        let kept = match rounding {
            Rounding::None => PLACES,
            Rounding::Cent => 2,
            Rounding::Dollar => 0,
        };
        let digits = exact.digits(kept) * power_of_ten(PLACES - kept);
        Self(i128::try_from(digits).expect("a rate of sane size"))
    }

    pub fn of(value: &Dec) -> Self {
        Self::rounded(&Quotient::of(value), Rounding::None)
    }

    pub fn to_quotient(self) -> Quotient {
        Quotient {
            over: BigInt::from(self.0),
            under: power_of_ten(PLACES),
        }
    }
}

/// Σ rate × weight, in two limbs so that nothing is rounded and nothing allocated on the way.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weighed {
    high: i128,
    low: u128,
}

impl Weighed {
    /// Adds a rate as often as the weight says; a weight is not negative and far below 2⁵⁰.
    pub fn add(&mut self, rate: Rate, weight: i64) {
        let low = u64::try_from(rate.0.rem_euclid(1 << 64)).unwrap();
        self.high += (rate.0 >> 64) * i128::from(weight);
        self.low += u128::from(low) * u128::from(weight.unsigned_abs());
    }

    pub fn sum(self) -> Quotient {
        Quotient {
            over: (BigInt::from(self.high) << 64) + BigInt::from(self.low),
            under: power_of_ten(PLACES),
        }
    }
}

/// Dollars, in units of 10^−30.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(BigInt);

impl Money {
    pub fn zero() -> Self {
        Self(BigInt::from(0))
    }

    pub fn of(exact: &Quotient) -> Self {
        Self(exact.digits(MONEY_PLACES))
    }

    pub fn of_dec(value: &Dec) -> Self {
        Self::of(&Quotient::of(value))
    }

    pub fn to_quotient(&self) -> Quotient {
        Quotient {
            over: self.0.clone(),
            under: power_of_ten(MONEY_PLACES),
        }
    }

    pub fn to_fraction(&self) -> Fraction {
        self.to_quotient().to_fraction()
    }

    pub fn times(&self, factor: &Quotient) -> Self {
        Self::of(&self.to_quotient().times(factor))
    }

    pub fn over(&self, divisor: &Quotient) -> Self {
        Self::of(&self.to_quotient().over(divisor))
    }

    pub fn hundredth_times(&self, percent: &Dec) -> Self {
        self.times(&Quotient::of(&percent.hundredth()))
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }
}

impl Add for &Money {
    type Output = Money;
    fn add(self, other: &Money) -> Money {
        Money(&self.0 + &other.0)
    }
}

impl Sub for &Money {
    type Output = Money;
    fn sub(self, other: &Money) -> Money {
        Money(&self.0 - &other.0)
    }
}

impl Neg for &Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money(-&self.0)
    }
}

impl<'a> std::iter::Sum<&'a Money> for Money {
    fn sum<I: Iterator<Item = &'a Money>>(parts: I) -> Money {
        Money(parts.map(|part| &part.0).sum())
    }
}

impl std::iter::Sum for Money {
    fn sum<I: Iterator<Item = Money>>(parts: I) -> Money {
        Money(parts.map(|part| part.0).sum())
    }
}
