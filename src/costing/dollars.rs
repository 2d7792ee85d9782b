//! Dollars beside rates: benefits, payouts, paid time, contributions, amounts worked out elsewhere
//! (METHOD.md "Clauses").

use rust_decimal::Decimal;

use super::clock::Ticks;

/// What a dollar clause pays above the baseline. A number that is missing is one nobody has published.
#[derive(Debug, Clone, PartialEq)]
pub enum Dollars {
    /// So many dollars a year from each moment on.
    Accruing(Vec<(Ticks, Option<Decimal>)>),
    /// So many dollars on each day, which starts at the moment.
    Dated(Vec<(Ticks, Option<Decimal>)>),
    /// So many percent of the scope's pay from each moment on.
    OfPay(Vec<(Ticks, Option<Decimal>)>),
    /// So many hours a year at the scope's average hourly rate from a moment on.
    AtAverageRate(Ticks, Option<Decimal>),
}

/// So many percent of a value.
pub(super) fn of_percent(value: Decimal, percent: Decimal) -> Option<Decimal> {
    value
        .checked_mul(percent)?
        .checked_div(Decimal::ONE_HUNDRED)
}

impl Dollars {
    /// The moments it pays on, or from which it pays another sum.
    #[must_use]
    pub fn moments(&self) -> Vec<Ticks> {
        match self {
            Self::Accruing(values) | Self::OfPay(values) => {
                values.iter().map(|(at, _)| *at).collect()
            }
            // A sum paid at once is a jump: it is there at the start of its day and not the tick before.
            Self::Dated(values) => {
                let jumps = values.iter();
                jumps
                    .flat_map(|(at, _)| [*at, at.saturating_add(1)])
                    .collect()
            }
            Self::AtAverageRate(at, _) => vec![*at],
        }
    }

    /// The first moment it pays.
    #[must_use]
    pub fn starts(&self) -> Option<Ticks> {
        match self {
            Self::Accruing(values) | Self::OfPay(values) | Self::Dated(values) => {
                values.iter().map(|(at, _)| *at).min()
            }
            Self::AtAverageRate(at, _) => Some(*at),
        }
    }
}
