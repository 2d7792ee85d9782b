//! How dates, percents and apostrophes are set in a sentence: as in a file, or as in print.

use rust_decimal::Decimal;

use super::{Date, text};

/// A way of setting what stands in a sentence. The sentence itself is the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HouseStyle {
    /// As it is written in a file and at the command line: `2025-10-01`, `5 %`, `isn't`.
    File,
    /// As the window and charts set it: `Oct 1, 2025`, `5%`, `isn’t`.
    Print,
}

impl HouseStyle {
    /// A day: `2025-10-01`, `Oct 1, 2025`.
    #[must_use]
    pub fn day(self, day: Date) -> String {
        match self {
            Self::File => day.to_string(),
            Self::Print => text::day(day),
        }
    }

    /// The month of a day: `2025-10`, `Oct 2025`.
    #[must_use]
    pub fn month(self, day: Date) -> String {
        match self {
            Self::File => day.year_month(),
            Self::Print => text::month_year(day),
        }
    }

    /// A percent of at most `places` decimals, without trailing zeros: `6.5 %`, `6.5%`.
    #[must_use]
    pub fn percent(self, value: Decimal, places: u32) -> String {
        match self {
            Self::File => text::percent(value, places),
            Self::Print => text::percent_at_most(value, places),
        }
    }

    /// Digits with the percent sign after them: `6.50 %`, `6.50%`.
    #[must_use]
    pub fn percent_of(self, digits: impl std::fmt::Display) -> String {
        let digits = digits.to_string().replace('-', "\u{2212}");
        match self {
            Self::File => format!("{digits} %"),
            Self::Print => format!("{digits}%"),
        }
    }

    /// The apostrophe of `isn't`.
    #[must_use]
    pub fn apostrophe(self) -> char {
        match self {
            Self::File => '\'',
            Self::Print => '\u{2019}',
        }
    }
}
