//! Values nobody has published.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::digits::{FromDigits, strip_comments, unquote, write_digits};

/// A value that is known, or that nobody has published. An unknown value is shown as
/// "not costed" and makes every figure that needs it undefined; it is never zero (METHOD.md "What the figures rest on").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<T> {
    /// Nobody has published it. Written `unknown` in a scenario file.
    Unknown,
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
