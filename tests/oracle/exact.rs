//! Exact numbers: decimals for what is written and summed, fractions for what is divided.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Sub};

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// An exact fraction.
pub type Fraction = BigRational;

pub fn fraction(value: i64) -> Fraction {
    Fraction::from_integer(BigInt::from(value))
}

pub fn power_of_ten(places: u32) -> BigInt {
    BigInt::from(10).pow(places)
}

/// An exact decimal, digits × 10^−scale, of any length. Sums of pay stay decimals, because all
/// hours are counted in one common unit; that spares a reduction of fractions at every step.
#[derive(Clone, Debug)]
pub struct Dec {
    pub digits: BigInt,
    pub scale: u32,
}

impl Dec {
    pub fn new(digits: i64, scale: u32) -> Self {
        Self {
            digits: BigInt::from(digits),
            scale,
        }
    }

    pub fn whole(value: i64) -> Self {
        Self::new(value, 0)
    }

    pub fn zero() -> Self {
        Self::whole(0)
    }

    /// Reads plain digits such as `132923.08`; only for numbers written in these tests.
    pub fn parse(text: &str) -> Self {
        let plain: String = text.chars().filter(|c| *c != ',').collect();
        let scale = plain.split_once('.').map_or(0, |(_, after)| after.len());
        let digits = plain.replace('.', "").parse().unwrap();
        Self {
            digits,
            scale: u32::try_from(scale).unwrap(),
        }
    }

    pub fn is_zero(&self) -> bool {
        self.digits.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.digits.is_negative()
    }

    pub fn is_positive(&self) -> bool {
        self.digits.is_positive()
    }

    fn digits_at(&self, scale: u32) -> BigInt {
        if scale == self.scale {
            self.digits.clone()
        } else {
            &self.digits * power_of_ten(scale - self.scale)
        }
    }

    /// To the cent, half away from zero.
    pub fn to_cents(&self) -> Self {
        self.to_places(2)
    }

    /// To the dollar, half away from zero.
    pub fn to_dollars(&self) -> Self {
        self.to_places(0)
    }

    /// To so many decimals, half away from zero.
    pub fn to_places(&self, places: u32) -> Self {
        if self.scale <= places {
            return self.clone();
        }
        let unit = power_of_ten(self.scale - places);
        // Twice the size plus one unit, over two units: halves go up, away from zero.
        let size: BigInt = (self.digits.abs() * 2 + &unit) / (unit * 2);
        let digits = if self.digits.is_negative() {
            -size
        } else {
            size
        };
        Self {
            digits,
            scale: places,
        }
    }

    pub fn negated(&self) -> Self {
        Self {
            digits: -&self.digits,
            scale: self.scale,
        }
    }

    pub fn times(&self, factor: i64) -> Self {
        Self {
            digits: &self.digits * factor,
            scale: self.scale,
        }
    }

    /// The value a hundredth as large: what a percent is of one.
    pub fn hundredth(&self) -> Self {
        Self {
            digits: self.digits.clone(),
            scale: self.scale + 2,
        }
    }

    pub fn larger(self, other: Self) -> Self {
        if other > self { other } else { self }
    }

    pub fn smaller(self, other: Self) -> Self {
        if other < self { other } else { self }
    }

    pub fn to_fraction(&self) -> Fraction {
        Fraction::new(self.digits.clone(), power_of_ten(self.scale))
    }
}

impl Add for &Dec {
    type Output = Dec;
    fn add(self, other: &Dec) -> Dec {
        let scale = self.scale.max(other.scale);
        Dec {
            digits: self.digits_at(scale) + other.digits_at(scale),
            scale,
        }
    }
}

impl Sub for &Dec {
    type Output = Dec;
    fn sub(self, other: &Dec) -> Dec {
        let scale = self.scale.max(other.scale);
        Dec {
            digits: self.digits_at(scale) - other.digits_at(scale),
            scale,
        }
    }
}

impl Mul for &Dec {
    type Output = Dec;
    fn mul(self, other: &Dec) -> Dec {
        Dec {
            digits: &self.digits * &other.digits,
            scale: self.scale + other.scale,
        }
    }
}

impl<'a> std::iter::Sum<&'a Dec> for Dec {
    fn sum<I: Iterator<Item = &'a Dec>>(parts: I) -> Dec {
        parts.fold(Dec::zero(), |sum, part| &sum + part)
    }
}

impl std::iter::Sum for Dec {
    fn sum<I: Iterator<Item = Dec>>(parts: I) -> Dec {
        parts.fold(Dec::zero(), |sum, part| &sum + &part)
    }
}

impl PartialEq for Dec {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Dec {}

impl PartialOrd for Dec {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Dec {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.digits_at(scale).cmp(&other.digits_at(scale))
    }
}

impl fmt::Display for Dec {
    /// Plain digits, the scale as it stands.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits.sign() == Sign::Minus {
            "-"
        } else {
            ""
        };
        let places = self.scale as usize;
        let digits = format!("{:0>width$}", self.digits.abs(), width = places + 1);
        let (whole, after) = digits.split_at(digits.len() - places);
        if after.is_empty() {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{after}")
        }
    }
}
