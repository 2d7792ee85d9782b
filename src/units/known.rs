//! Values nobody has published.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::quantity::{FromDigits, unquote, write_digits};

/// A value that is known, or that nobody has published. An unknown value is shown as
/// "not costed" and makes every figure that needs it undefined; it is never zero (METHOD.md "What the figures rest on").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<T> {
    /// Nobody has published it. Written `unknown` in a scenario file.
    Unknown,
    /// The value.
    Known(T),
}

impl<T: Copy> Known<T> {
    /// The value, if it is known.
    #[must_use]
    pub fn get(&self) -> Option<T> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Unknown => None,
        }
    }

    /// Whether the value is known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        matches!(self, Self::Known(_))
    }
}

impl<T: FromDigits> Serialize for Known<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => write_digits(value, serializer),
            Self::Unknown => ron::value::RawValue::from_ron("unknown")
                .map_err(serde::ser::Error::custom)?
                .serialize(serializer),
        }
    }
}

impl<'de, T: FromDigits> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<ron::value::RawValue>::deserialize(deserializer)?;
        let text = strip_comments(raw.get_ron());
        match unquote(&text) {
            "unknown" | "Unknown" => Ok(Self::Unknown),
            digits => T::from_digits(digits)
                .map(Self::Known)
                .map_err(serde::de::Error::custom),
        }
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
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
            continue;
        } else if rest.starts_with("/*") {
            rest = after_block_comment(rest);
            continue;
        } else {
            quoted = c == '"';
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out.trim().to_owned()
}

/// What follows a block comment; RON's may nest.
fn after_block_comment(text: &str) -> &str {
    let mut depth = 0_usize;
    let mut rest = text;
    while !rest.is_empty() {
        if rest.starts_with("/*") {
            depth += 1;
            rest = &rest[2..];
        } else if rest.starts_with("*/") {
            depth = depth.saturating_sub(1);
            rest = &rest[2..];
            if depth == 0 {
                return rest;
            }
        } else {
            let step = rest.chars().next().map_or(1, char::len_utf8);
            rest = &rest[step..];
        }
    }
    rest
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
