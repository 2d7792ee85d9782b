//! What a field shows of a value: words, and the places where a number is unknown.

use super::UNKNOWN;

/// A value in words, in which unknown numbers keep their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Unknown,
}

impl From<String> for Written {
    fn from(words: String) -> Self {
        Self {
            pieces: vec![Piece::Words(words)],
        }
    }
}

impl Written {
    /// A number that is unknown.
    pub(super) fn unknown() -> Self {
        Self {
            pieces: vec![Piece::Unknown],
        }
    }

    /// It and what follows.
    pub(super) fn then(mut self, more: impl Into<Self>) -> Self {
        self.pieces.extend(more.into().pieces);
        self
    }

    /// Lines, one below the other.
    pub(super) fn lines(lines: impl IntoIterator<Item = Self>) -> Self {
        lines
            .into_iter()
            .reduce(|above, line| above.then("\n".to_owned()).then(line))
            .unwrap_or_default()
    }

    /// How many numbers of it are unknown.
    #[must_use]
    pub fn unknowns(&self) -> usize {
        let pieces = self.pieces.iter();
        pieces.filter(|piece| **piece == Piece::Unknown).count()
    }

    /// It as text, with `number` in place of every unknown one.
    #[must_use]
    pub fn filled(&self, number: &str) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Unknown => number,
        });
        pieces.collect()
    }

    #[must_use]
    pub fn text(&self) -> String {
        self.filled(UNKNOWN)
    }

    /// What stands before the first unknown number on its line: `Jan 1, 2027: `.
    #[must_use]
    pub fn before_unknown(&self) -> String {
        let before = self.pieces.iter().map_while(|piece| match piece {
            Piece::Words(words) => Some(words.as_str()),
            Piece::Unknown => None,
        });
        let before: String = before.collect();
        before.lines().last().unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_number_keeps_its_place_until_it_is_typed() {
        let line = |date: &str| Written::from(format!("{date}: "));
        let known = line("Jan 1, 2027").then("$4,000".to_owned());
        let unknown = line("Jan 1, 2028").then(Written::unknown());
        let both = Written::lines([known, unknown]);
        assert_eq!(both.text(), "Jan 1, 2027: $4,000\nJan 1, 2028: unknown");
        assert_eq!(both.filled("$5"), "Jan 1, 2027: $4,000\nJan 1, 2028: $5");
        assert_eq!(both.before_unknown(), "Jan 1, 2028: ");
        assert_eq!(both.unknowns(), 1);
        assert_eq!(Written::lines([]).text(), "");
    }
}
