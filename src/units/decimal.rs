//! The one parser and the one rounding place for decimals.

use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

/// The most significant digits a decimal may have: more would be rounded silently further on.
pub const MAX_DIGITS: usize = 28;

/// Why a text is not a decimal this program accepts.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DecimalError {
    /// Nothing was written where a number belongs.
    #[error("a number is missing here; write digits such as 6.5")]
    Empty,
    /// `1e3` and its like.
    #[error("{0} uses an exponent; write the number out in digits")]
    Exponent(String),
    /// `NaN`, `inf`, `0x10`, letters and signs in the wrong place.
    #[error("{0} is not a number; write digits such as 6.5, without units, signs or spaces")]
    NotANumber(String),
    /// More than [`MAX_DIGITS`] digits.
    #[error("{text} has {digits} digits; at most {MAX_DIGITS} can be kept exactly")]
    TooManyDigits {
        /// The number as written.
        text: String,
        /// How many digits it has.
        digits: usize,
    },
    /// More decimals than the quantity carries.
    #[error("{text} has more than {most} decimals, the most a {what} can have; round it")]
    TooFine {
        /// The number as written.
        text: String,
        /// The most decimals the quantity carries.
        most: u32,
        /// The quantity, in the singular.
        what: &'static str,
    },
    /// Outside the range of the quantity.
    #[error("{text} is outside what a {what} can be: {low} to {high}{unit}")]
    OutOfRange {
        /// The number as written.
        text: String,
        /// The quantity, in the singular.
        what: &'static str,
        /// The lowest value accepted.
        low: Decimal,
        /// The highest value accepted.
        high: Decimal,
        /// The unit, with a leading space, or empty.
        unit: &'static str,
    },
}

/// Reads a decimal exactly, with its scale: `6.50` stays `6.50`.
///
/// Accepts an optional sign, digits, underscores between digits and one decimal point.
///
/// # Errors
/// [`DecimalError`] for anything else: exponents, `NaN`, infinities, hexadecimal, no digits, or
/// more than [`MAX_DIGITS`] digits.
pub fn parse_exact(text: &str) -> Result<Decimal, DecimalError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DecimalError::Empty);
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = |c: char| c.is_ascii_digit() || c == '.' || c == '_';
    let digits = unsigned.chars().filter(char::is_ascii_digit).count();
    if !unsigned.chars().all(plain)
        || digits == 0
        || unsigned.matches('.').count() > 1
        || unsigned.starts_with('_')
    {
        let exponent = unsigned.starts_with(|c: char| c.is_ascii_digit())
            && unsigned.contains(['e', 'E'])
            && !unsigned.starts_with("0x");
        return Err(if exponent {
            DecimalError::Exponent(shorten(text))
        } else {
            DecimalError::NotANumber(shorten(text))
        });
    }
    let clean: String = text.chars().filter(|c| *c != '_').collect();
    let significant = clean
        .trim_start_matches(['-', '+'])
        .trim_start_matches('0')
        .chars()
        .filter(char::is_ascii_digit)
        .count();
    if significant > MAX_DIGITS {
        return Err(DecimalError::TooManyDigits {
            text: shorten(text),
            digits: significant,
        });
    }
    let clean = clean.trim_start_matches('+').trim_end_matches('.');
    match Decimal::from_str_exact(clean) {
        Ok(mut value) => {
            if value.is_zero() {
                value.set_sign_positive(true);
            }
            Ok(value)
        }
        Err(_) => Err(DecimalError::TooManyDigits {
            text: shorten(text),
            digits,
        }),
    }
}

/// How many decimals behind the last one shown still count when it is rounded.
const COUNTED: u32 = 10;

/// Rounds to `places` decimals, half away from zero. The only place shown figures are rounded.
///
/// A quotient or a power that is exactly a half may have come out a hair below it, in the last of its 28 digits. So what
/// lies far behind the last decimal shown is rounded off first.
#[must_use]
pub fn round(value: Decimal, places: u32) -> Decimal {
    let half = RoundingStrategy::MidpointAwayFromZero;
    value
        .round_dp_with_strategy(places.saturating_add(COUNTED), half)
        .round_dp_with_strategy(places, half)
}

/// A long stretch of bad text, cut so that an error message stays one line.
pub(crate) fn shorten(text: &str) -> String {
    if text.chars().nth(40).is_none() {
        super::visible::visible(text)
    } else {
        let start: String = text.chars().take(37).collect();
        format!("{}…", super::visible::visible(&start))
    }
}

/// The value in whole units of 10^−`places`, or `None` where it has more decimals or is too large.
#[must_use]
pub fn in_units(value: Decimal, places: u32) -> Option<i128> {
    let value = value.normalize();
    let missing = places.checked_sub(value.scale())?;
    value.mantissa().checked_mul(10_i128.checked_pow(missing)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_scale_are_kept_as_written() {
        for text in ["6.5", "6.50", "0", "0.00", "-3.25", "12345678901234567.89"] {
            assert_eq!(parse_exact(text).unwrap().to_string(), text);
        }
        assert_eq!(parse_exact("62_000").unwrap().to_string(), "62000");
    }

    #[test]
    fn what_is_no_exact_decimal_is_refused() {
        for text in [
            "", "1e3", "1E3", "inf", "-inf", "NaN", "0x10", "6,5", "6.5%", "--1", "1.2.3", ".",
            "_1",
        ] {
            assert!(parse_exact(text).is_err(), "{text} was accepted");
        }
        assert!(matches!(
            parse_exact("123456789012345678901234567890"),
            Err(DecimalError::TooManyDigits { digits: 30, .. })
        ));
    }

    #[test]
    fn halves_round_away_from_zero() {
        let cent = |t: &str| round(parse_exact(t).unwrap(), 2).to_string();
        assert_eq!(cent("0.125"), "0.13");
        assert_eq!(cent("-0.125"), "-0.13");
        assert_eq!(cent("0.124999"), "0.12");
    }
}
