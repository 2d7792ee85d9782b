//! Whole numbers of 256 bits, for products that pass 128 bits before they are divided down again.

use super::error::CostingError;

/// A whole number of up to 255 bits and a sign, kept as magnitude and sign.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wide {
    negative: bool,
    high: u128,
    low: u128,
}

impl Wide {
    pub const ZERO: Self = Self {
        negative: false,
        high: 0,
        low: 0,
    };

    /// The product of two numbers, exactly.
    #[must_use]
    pub fn product(a: i128, b: i128) -> Self {
        let (high, low) = multiply(a.unsigned_abs(), b.unsigned_abs());
        Self {
            negative: (a < 0) != (b < 0) && (high, low) != (0, 0),
            high,
            low,
        }
    }

    /// The sum.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`] past 255 bits.
    pub fn plus(self, other: Self) -> Result<Self, CostingError> {
        if self.negative == other.negative {
            let (low, carry) = self.low.overflowing_add(other.low);
            let high = self
                .high
                .checked_add(other.high)
                .and_then(|high| high.checked_add(u128::from(carry)))
                .filter(|high| high >> 127 == 0)
                .ok_or(CostingError::TooLarge)?;
            return Ok(Self { high, low, ..self });
        }
        let (larger, smaller) = if (self.high, self.low) >= (other.high, other.low) {
            (self, other)
        } else {
            (other, self)
        };
        let (low, borrow) = larger.low.overflowing_sub(smaller.low);
        // No borrow is left over: the larger number stands first.
        let high = larger.high.wrapping_sub(smaller.high);
        let high = high.wrapping_sub(u128::from(borrow));
        Ok(Self {
            negative: larger.negative && (high, low) != (0, 0),
            high,
            low,
        })
    }

    /// Whether it is above 0.
    #[must_use]
    pub fn is_above_zero(self) -> bool {
        !self.negative && (self.high, self.low) != (0, 0)
    }

    /// The number with its sign turned.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            negative: !self.negative && (self.high, self.low) != (0, 0),
            ..self
        }
    }

    /// The product with a small number.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`] past 255 bits.
    pub fn times(self, by: u64) -> Result<Self, CostingError> {
        let (carry, low) = multiply(self.low, u128::from(by));
        let (over, high) = multiply(self.high, u128::from(by));
        let high = high.checked_add(carry).filter(|high| high >> 127 == 0);
        match (over, high) {
            (0, Some(high)) => Ok(Self { high, low, ..self }),
            _ => Err(CostingError::TooLarge),
        }
    }

    /// The quotient by a number above 0, rounded half away from zero.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`] past 127 bits, or where `by` is 0.
    pub fn over(self, by: u128) -> Result<i128, CostingError> {
        let (quotient, rest) = divide(self.high, self.low, by).ok_or(CostingError::TooLarge)?;
        let rounded = if rest >= by - by / 2 {
            quotient.checked_add(1)
        } else {
            Some(quotient)
        };
        let magnitude = rounded
            .and_then(|magnitude| i128::try_from(magnitude).ok())
            .ok_or(CostingError::TooLarge)?;
        Ok(if self.negative { -magnitude } else { magnitude })
    }
}

/// `value` × `num` / `den`, rounded half away from zero; `den` is above 0.
///
/// # Errors
/// [`CostingError::TooLarge`] past 127 bits.
pub fn scaled(value: i128, num: i128, den: i128) -> Result<i128, CostingError> {
    match value.checked_mul(num) {
        Some(product) if den > 0 => Ok(super::amount::divide(product, den)),
        _ => Wide::product(value, num).over(den.unsigned_abs()),
    }
}

/// The greatest common divisor; 1 where both are 0.
#[must_use]
pub fn common_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    // Only 2¹²⁷, of the least number and itself or 0, doesn't fit; 1 divides these too.
    i128::try_from(a.max(1)).unwrap_or(1)
}

/// The 256-bit product of two numbers as high and low half.
fn multiply(a: u128, b: u128) -> (u128, u128) {
    const HALF: u128 = u64::MAX as u128;
    let (a1, a0, b1, b0) = (a >> 64, a & HALF, b >> 64, b & HALF);
    let low = a0 * b0;
    let (one, two) = (a1 * b0, a0 * b1);
    let middle = (low >> 64) + (one & HALF) + (two & HALF);
    let high = a1 * b1 + (one >> 64) + (two >> 64) + (middle >> 64);
    (high, (middle << 64) | (low & HALF))
}

/// A 256-bit number over a 128-bit one: quotient and rest; `None` where the quotient passes 128 bits.
fn divide(high: u128, low: u128, by: u128) -> Option<(u128, u128)> {
    if by == 0 || high >= by {
        return None;
    }
    if high == 0 {
        return Some((low / by, low % by));
    }
    if by <= u128::from(u64::MAX) {
        // High is below a 64-bit divisor, so each step's dividend fits 128 bits.
        let first = (high << 64) | (low >> 64);
        let second = ((first % by) << 64) | (low & u128::from(u64::MAX));
        return Some((((first / by) << 64) | (second / by), second % by));
    }
    // Long division in 64-bit digits, with the divisor's first digit made large (Knuth, The Art of Computer
    // Programming, volume 2, 4.3.1, algorithm D). `by` has a second digit, so `shift` is below 64.
    let shift = by.leading_zeros();
    let by = by << shift;
    let high = (high << shift) | low.checked_shr(128 - shift).unwrap_or(0);
    let low = low << shift;
    let (first, rest) = digit(high, low >> 64, by);
    let (second, rest) = digit(rest, low & u128::from(u64::MAX), by);
    Some(((first << 64) | second, rest >> shift))
}

/// The next digit of a quotient: (`rest` × 2⁶⁴ + `next`) over `by`, of which the highest bit is set; `rest` is
/// below `by`. With it what is left.
fn digit(rest: u128, next: u128, by: u128) -> (u128, u128) {
    let (by_high, by_low) = (by >> 64, by & u128::from(u64::MAX));
    let mut quotient = rest / by_high;
    let mut left = rest % by_high;
    // The first digit of the divisor alone gives at most two too many.
    while left >> 64 == 0 && (quotient >> 64 != 0 || quotient * by_low > (left << 64) | next) {
        quotient -= 1;
        left += by_high;
    }
    // What is carried out at the top is the same in both, so the difference is right.
    let whole = (rest << 64) | next;
    (quotient, whole.wrapping_sub(quotient.wrapping_mul(by)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_come_back_whole_through_every_way_of_dividing() {
        for (a, b) in [
            (7_i128, 9_i128),
            (-(10_i128.pow(37)), 10_i128.pow(30)),
            (i128::MAX, -i128::MAX),
            (10_i128.pow(20) + 1, 10_i128.pow(25) + 3),
        ] {
            let product = Wide::product(a, b);
            assert_eq!(product.over(a.unsigned_abs()).unwrap(), b * a.signum());
            assert_eq!(product.over(b.unsigned_abs()).unwrap(), a * b.signum());
        }
    }

    #[test]
    fn quotient_times_divisor_and_rest_give_the_number_back() {
        // A simple sequence of numbers of all lengths; the product is checked by the multiplication.
        let mut state = 0x9E37_79B9_7F4A_7C15_u128;
        let mut next = || {
            state = state.wrapping_mul(0xDA94_2042_E4DD_58B5_u128 << 64 | 0x2545_F491_4F6C_DD1D);
            state = state.wrapping_add(0x1405_7B7E_F767_814F);
            state ^ (state >> 67)
        };
        let edges = [
            1,
            2,
            u128::MAX,
            1 << 127,
            (1 << 64) - 1,
            1 << 64,
            (1 << 64) + 1,
        ];
        let mut tried = 0;
        for round in 0..20_000_usize {
            let mut number = || match edges.get(round % 11) {
                Some(edge) if round % 3 == 0 => *edge,
                _ => next() >> (next() % 127),
            };
            let (high, low, by) = (number(), number(), number());
            let Some((quotient, rest)) = divide(high, low, by) else {
                assert!(high >= by, "{high} {low} {by}");
                continue;
            };
            assert!(rest < by, "{high} {low} {by}");
            let (above, below) = multiply(quotient, by);
            let (sum, carry) = below.overflowing_add(rest);
            assert_eq!(
                (above + u128::from(carry), sum),
                (high, low),
                "{high} {low} {by}"
            );
            tried += 1;
        }
        assert!(tried > 5_000, "{tried}");
    }

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!(Wide::product(5, 1).over(2), Ok(3));
        assert_eq!(Wide::product(-5, 1).over(2), Ok(-3));
        assert_eq!(Wide::product(4, 1).over(3), Ok(1));
        assert_eq!(
            scaled(10_i128.pow(30), 10_i128.pow(30), 3),
            Err(CostingError::TooLarge)
        );
        assert_eq!(scaled(1, 1, 3), Ok(0));
        assert_eq!(scaled(5, 1, 3), Ok(2));
    }

    #[test]
    fn sums_and_multiples_carry_and_borrow_across_halves() {
        let big = Wide::product(1 << 100, 1 << 100);
        let small = Wide::product(-1, 1);
        let less = big.plus(small).unwrap();
        assert_eq!(less.plus(small.negated()).unwrap(), big);
        assert_eq!(big.plus(big.negated()).unwrap(), Wide::ZERO);
        assert_eq!(big.times(3).unwrap().over(3 << 80), Ok(1 << 120));
        assert_eq!(big.times(u64::MAX), Err(CostingError::TooLarge));
    }
}
