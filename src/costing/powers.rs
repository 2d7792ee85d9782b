//! Powers with fractional exponents, in decimals: the same digits on every machine.
//!
//! Used where a figure leaves the ledger: present value and the average raise a year (METHOD.md "Present value", "Percents").
//! Relative error below 10⁻²⁴ for the ranges used here, as the tests show.

use rust_decimal::Decimal;

/// ln 2, to the 28 decimals a decimal holds.
const LN_2: Decimal = Decimal::from_parts(2_860_148_159, 2_180_329_217, 375_755_839, false, 28);

/// Terms of a series are added until they vanish at 28 decimals; none here needs more.
const MOST_TERMS: u32 = 80;

/// `base` to the power of `exponent`; `None` unless `base` is above 0 and the result fits.
#[must_use]
pub fn power(base: Decimal, exponent: Decimal) -> Option<Decimal> {
    exp(ln(base)?.checked_mul(exponent)?)
}

/// The natural logarithm; `None` unless `value` is above 0.
#[must_use]
pub fn ln(value: Decimal) -> Option<Decimal> {
    if value <= Decimal::ZERO {
        return None;
    }
    // value = rest × 2^twos with the rest near 1, where the series is quick.
    let (low, high) = (Decimal::new(7, 1), Decimal::new(14, 1));
    let mut rest = value;
    let mut twos = 0_i64;
    while rest > high {
        rest = rest.checked_div(Decimal::TWO)?;
        twos += 1;
    }
    while rest < low {
        rest = rest.checked_mul(Decimal::TWO)?;
        twos -= 1;
    }
    // ln rest = 2 (z + z³/3 + z⁵/5 + …) with z = (rest − 1) / (rest + 1).
    let z = rest
        .checked_sub(Decimal::ONE)?
        .checked_div(rest.checked_add(Decimal::ONE)?)?;
    let square = z.checked_mul(z)?;
    let mut odd_power = z;
    let mut sum = z;
    for term in 1..MOST_TERMS {
        odd_power = odd_power.checked_mul(square)?;
        let next = odd_power.checked_div(Decimal::from(2 * term + 1))?;
        if next.is_zero() {
            break;
        }
        sum = sum.checked_add(next)?;
    }
    sum.checked_mul(Decimal::TWO)?
        .checked_add(LN_2.checked_mul(Decimal::from(twos))?)
}

/// e to the power of `value`; `None` where the result doesn't fit.
#[must_use]
pub fn exp(value: Decimal) -> Option<Decimal> {
    let twos = value.checked_div(LN_2)?.round();
    let rest = value.checked_sub(LN_2.checked_mul(twos)?)?;
    let mut term = Decimal::ONE;
    let mut sum = Decimal::ONE;
    for number in 1..MOST_TERMS {
        term = term.checked_mul(rest)?.checked_div(Decimal::from(number))?;
        if term.is_zero() {
            break;
        }
        sum = sum.checked_add(term)?;
    }
    let twos = i64::try_from(twos.mantissa()).ok()?;
    for _ in 0..twos.unsigned_abs().min(200) {
        sum = if twos > 0 {
            sum.checked_mul(Decimal::TWO)?
        } else {
            sum.checked_div(Decimal::TWO)?
        };
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn near(a: Decimal, b: &str) {
        let off = (a - d(b)).abs();
        assert!(off < d("0.000000000000000000000001"), "{a} is not {b}");
    }

    /// Published constants: ln 2, ln 10, e, √2.
    #[test]
    fn constants_from_the_tables_come_out() {
        near(LN_2, "0.6931471805599453094172321215");
        near(ln(d("10")).unwrap(), "2.3025850929940456840179914547");
        near(exp(d("1")).unwrap(), "2.7182818284590452353602874714");
        near(
            power(d("2"), d("0.5")).unwrap(),
            "1.4142135623730950488016887242",
        );
        near(
            power(d("1.04"), d("-1")).unwrap(),
            "0.9615384615384615384615384615",
        );
        near(exp(d("-3")).unwrap(), "0.0497870683678639429793424157");
    }

    #[test]
    fn what_has_no_real_power_is_none() {
        assert_eq!(ln(d("0")), None);
        assert_eq!(power(d("-1"), d("0.5")), None);
    }
}
