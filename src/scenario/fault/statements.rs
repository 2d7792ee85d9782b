//! What can be wrong with claims and settlements.

use rust_decimal::Decimal;

use super::{KnownNames, Named};
use crate::units::Date;

/// What is wrong with a claim or settlement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatementFault {
    /// A claim or settlement speaks of what isn't there.
    Unknown {
        /// What it should name.
        what: Named,
        /// The name as written.
        written: String,
        /// The names there are.
        known: KnownNames,
    },
    /// "Most" of what is no share.
    MostOfNoShare,
    /// "Most" with a number.
    MostWithANumber,
    /// The number quoted is missing.
    NoNumber,
    /// "Nearly" or "about" without a number above zero.
    NotAboveZero,
    /// A delay of no months.
    NoDelay,
    /// A delay beyond the last day.
    DelayTooLong {
        /// The months of delay.
        months: u16,
        /// The last day compared.
        last: Date,
    },
    /// The term has no such year.
    NoSuchYear {
        /// The year, from 1.
        year: u16,
        /// The last day compared.
        last: Date,
    },
    /// A settlement ends before it begins.
    SettlementEndsFirst {
        /// Its first day.
        first: Date,
        /// Its last day.
        last: Date,
    },
    /// A settlement has neither raises nor a total.
    NothingSettled,
    /// A settlement's raises add up to more than a percent can be.
    SumTooLarge,
    /// A settlement's raises don't add up to its total, percent.
    TotalDiffers {
        /// The raises' sum.
        sum: Decimal,
        /// The total given.
        total: Decimal,
    },
    /// A settlement's raise comes after a later one.
    RaiseOutOfOrder(Date),
    /// A settlement's raise lies after its last day.
    RaiseAfterTheEnd(Date),
}
