//! What a text is cut into.

use super::day::DateRefusal;
use super::numeral::Numeral;
use crate::units::Date;

/// What a piece of text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// What has the form of a date, and the date if the calendar has it.
    Date(Result<Date, DateRefusal>),
    /// Digits with separators.
    Number(Numeral),
    /// A sign, code or name of the case's money, as written.
    Money(String),
    /// One of money of another currency.
    Foreign(String),
    /// The sign or word for hundredths of the case's money: `¢`.
    Hundredths,
    /// A word in small letters, hyphens inside included.
    Word(String),
    Mark(char),
    /// A control, format or other invisible character.
    Invisible,
}

/// A piece of text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub(crate) token: Token,
    /// Where it begins, in bytes.
    pub(crate) start: usize,
    /// Where it ends, in bytes.
    pub(crate) end: usize,
    /// Whether a blank stands before it.
    pub(crate) gap: bool,
    /// Whether a tab stands before it: it begins a cell.
    pub(crate) cell: bool,
}
