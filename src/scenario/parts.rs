//! What terms are made of: amounts, readings and dated values.

use serde::{Deserialize, Serialize};

use crate::units::digits::FromDigits;
use crate::units::{Date, HourlyRate, Known, Money, Percent};

/// How much a lump sum is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum LumpAmount {
    /// Dollars to each employee, whatever the FTE.
    PerHead(Known<Money>),
    /// Dollars for each 1.0 FTE.
    PerFte(Known<Money>),
    /// Dollars to each employee in proportion to the employee's FTE.
    Prorated(Known<Money>),
    /// Percent of pay over twelve months (or 26 pay periods).
    PercentOfPay(Known<Percent>),
}

/// On which day a lump sum falls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LumpTiming {
    /// On its effective day, whenever the contract is ratified.
    #[default]
    Dated,
    /// On the day of ratification; the term's first day when ratified by then.
    OnRatification,
    /// On the later of the two.
    Later,
}

/// When dollars dated before a late ratification are owed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DollarTiming {
    /// On their dates, whenever the contract is ratified.
    #[default]
    Dated,
    /// On the day of ratification.
    Later,
}

impl DollarTiming {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands fields over by reference"
    )]
    pub(super) fn is_dated(&self) -> bool {
        *self == Self::Dated
    }
}

/// The minimum rate of a market.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarketMinimum {
    pub market: String,
    pub rate: Known<HourlyRate>,
}

/// How the steps above the first follow a minimum rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ripple {
    /// Every step by the same percent.
    SamePercent,
    /// Every step by the same dollars.
    SameDollars,
    /// Only the steps below the minimum.
    FirstStepOnly,
}

/// How an equity pool's cap is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CapReading {
    /// The cap less the raise.
    #[default]
    Additive,
    /// The cap and the raise as factors.
    Compounded,
}

/// When the payroll that an equity pool is a share of is measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PayrollMeasured {
    /// On the eve of the pool's first part.
    #[default]
    Eve,
    /// On the day the rates are taken from.
    Today,
}

/// What a benefit's value is counted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BenefitBasis {
    /// Each participant, a year.
    PerHead,
    /// Each 1.0 FTE, a year.
    PerFte,
    /// Each paid hour.
    PerPaidHour,
}

/// What a payout's amount is counted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PayoutBasis {
    /// Each participant.
    PerHead,
    /// Each 1.0 FTE.
    PerFte,
}

/// One goal of a payout.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// What it is called.
    pub name: String,
    /// Its share of the amount, percent.
    pub share: Known<Percent>,
    /// How far it is reached, percent.
    pub reached: Known<Percent>,
}

/// A value from a date on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "T: FromDigits")]
pub struct DatedValue<T> {
    /// The first day it holds.
    pub date: Date,
    pub value: Known<T>,
}

/// Dollars on a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedAmount {
    pub date: Date,
    /// Dollars.
    pub amount: Known<Money>,
}
