//! Powers with fractional exponents, in fixed point: present value and the average raise a year
//! need them, and nothing else leaves exact fractions.

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::Signed;

use super::exact::{Fraction, power_of_ten};

/// Digits after the point. The error of a result is a few hundred units of the last of them.
const PLACES: u32 = 60;

/// A real number in units of 10^−60.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed(BigInt);

impl Fixed {
    pub fn zero() -> Self {
        Self(BigInt::from(0))
    }

    pub fn one() -> Self {
        Self(power_of_ten(PLACES))
    }

    pub fn of(value: &Fraction) -> Self {
        Self(value.numer() * power_of_ten(PLACES) / value.denom())
    }

    pub fn to_fraction(&self) -> Fraction {
        Ratio::new(self.0.clone(), power_of_ten(PLACES))
    }

    pub fn plus(&self, other: &Self) -> Self {
        Self(&self.0 + &other.0)
    }

    pub fn minus(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    pub fn times(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0 / power_of_ten(PLACES))
    }

    fn over(&self, divisor: &Self) -> Self {
        Self(&self.0 * power_of_ten(PLACES) / &divisor.0)
    }

    fn is_nothing(&self) -> bool {
        self.0 == BigInt::from(0)
    }

    /// The natural logarithm of a positive number, by ln x = 2 artanh((x − 1)/(x + 1)) after
    /// halving or doubling x to near one, where the series is short.
    fn ln(&self) -> Self {
        assert!(self.0.is_positive(), "no logarithm of {self:?}");
        let (half_more, three_quarters) =
            (power_of_ten(PLACES) * 3 / 2, power_of_ten(PLACES) * 3 / 4);
        let mut x = self.0.clone();
        let mut doublings = 0_i64;
        while x > half_more {
            x /= 2;
            doublings += 1;
        }
        while x < three_quarters {
            x *= 2;
            doublings -= 1;
        }
        let near_one = artanh_twice(&Self(x));
        let two = artanh_twice(&Self(power_of_ten(PLACES) * 2));
        Self(near_one.0 + two.0 * doublings)
    }

    /// e^x by its series, after halving x often enough for the series to be short.
    fn exp(&self) -> Self {
        let mut x = self.clone();
        let mut halvings = 0_u32;
        while x.0.abs() > power_of_ten(PLACES) / 16 {
            x = Self(x.0 / 2);
            halvings += 1;
        }
        let (mut sum, mut term) = (Self::one(), Self::one());
        let mut n = 1_i64;
        while !term.is_nothing() {
            term = Self(term.times(&x).0 / n);
            sum = sum.plus(&term);
            n += 1;
        }
        (0..halvings).fold(sum, |e, _| e.times(&e))
    }

    /// The number to a fractional power.
    pub fn power(&self, exponent: &Fraction) -> Self {
        Self(self.ln().0 * exponent.numer() / exponent.denom()).exp()
    }
}

fn artanh_twice(x: &Fixed) -> Fixed {
    let z = x.minus(&Fixed::one()).over(&x.plus(&Fixed::one()));
    let square = z.times(&z);
    let (mut sum, mut term) = (z.clone(), z);
    let mut n = 3_i64;
    while !term.is_nothing() {
        term = term.times(&square);
        sum = sum.plus(&Fixed(&term.0 / n));
        n += 2;
    }
    Fixed(sum.0 * 2)
}
