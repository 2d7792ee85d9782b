//! Quantities as digits in a scenario file: read and written as they stand, so that none passes a float.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::decimal::{DecimalError, parse_exact};

/// A quantity read from exact digits.
pub trait FromDigits: Sized {
    /// Reads the quantity from digits.
    ///
    /// # Errors
    /// [`DecimalError`] where the text is no exact decimal in the quantity's range.
    fn from_digits(text: &str) -> Result<Self, DecimalError>;
    /// The digits, scale included.
    fn to_digits(&self) -> String;
}

impl FromDigits for u64 {
    fn from_digits(text: &str) -> Result<Self, DecimalError> {
        let value = parse_exact(text)?;
        let whole = value.normalize();
        let most = Decimal::from(10_000_000_u32);
        if whole.scale() > 0 {
            return Err(DecimalError::TooFine {
                text: text.trim().to_owned(),
                most: 0,
                what: "headcount",
            });
        }
        if whole < Decimal::ZERO || whole > most {
            return Err(DecimalError::OutOfRange {
                text: text.trim().to_owned(),
                what: "headcount",
                low: Decimal::ZERO,
                high: most,
                unit: " employees",
            });
        }
        // In range, and whole: it has a value in 64 bits.
        whole
            .to_u64()
            .ok_or_else(|| DecimalError::NotANumber(text.trim().to_owned()))
    }

    fn to_digits(&self) -> String {
        self.to_string()
    }
}

/// Writes a quantity as bare digits, scale included.
pub(crate) fn write_digits<T: FromDigits, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let digits = value.to_digits();
    ron::value::RawValue::from_ron(&digits)
        .map_err(serde::ser::Error::custom)?
        .serialize(serializer)
}

/// Reads a quantity from the value's own digits, bare or quoted, so that nothing passes a float.
pub(crate) fn read_digits<'de, T: FromDigits, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let raw = Box::<ron::value::RawValue>::deserialize(deserializer)?;
    let text = strip_comments(raw.get_ron());
    T::from_digits(unquote(&text)).map_err(serde::de::Error::custom)
}

/// The inside of a quoted text, or the text itself.
pub(crate) fn unquote(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(text)
}

/// For an optional quantity: RON would wrap a raw value as `Some(…)`; write it bare instead.
/// Only called for `Some`, because such fields are skipped when empty.
pub(crate) fn bare<T: Serialize, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(inner) => inner.serialize(serializer),
        None => serializer.serialize_none(),
    }
}

/// A raw value without the comments RON leaves beside it.
pub(crate) fn strip_comments(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    let mut quoted = false;
    while let Some(c) = rest.chars().next() {
        if quoted {
            quoted = c != '"';
        } else if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| rest.split_at(end).1);
            continue;
        } else if rest.starts_with("/*") {
            rest = after_block_comment(rest);
            continue;
        } else {
            quoted = c == '"';
        }
        out.push(c);
        rest = rest.strip_prefix(c).unwrap_or_default();
    }
    out.trim().to_owned()
}

/// What follows a block comment; RON's may nest.
fn after_block_comment(text: &str) -> &str {
    let mut depth = 0_usize;
    let mut rest = text;
    loop {
        if let Some(inside) = rest.strip_prefix("/*") {
            depth += 1;
            rest = inside;
        } else if let Some(behind) = rest.strip_prefix("*/") {
            rest = behind;
            // The text starts with a comment, so that one is open wherever one ends.
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return rest;
            }
        } else {
            let mut letters = rest.chars();
            if letters.next().is_none() {
                return rest;
            }
            rest = letters.as_str();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_beside_a_value_are_not_part_of_it() {
        assert_eq!(strip_comments("3 /* x /* y */ z */"), "3");
        assert_eq!(strip_comments("// note\n 6.50 // more"), "6.50");
        assert_eq!(strip_comments("\"6.5 // no\""), "\"6.5 // no\"");
        assert_eq!(strip_comments("3 /* open"), "3");
    }
}
