//! Clauses: what an offer gives, when and to whom (costing.md §3).

use serde::{Deserialize, Serialize};

use super::{EffectiveRule, Scope};
use crate::units::quantity::bare;
use crate::units::{Date, Fte, HourlyAmount, HourlyRate, Known, Money, Percent};

/// One clause of an offer or of the baseline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Its date as written in the offer; the effective day follows by a rule.
    pub date: Date,
    /// What it gives.
    pub terms: ClauseTerms,
    /// Whom it applies to; everyone unless named.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
    /// Its own effective-day rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<EffectiveRule>,
    /// A private note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Id of the source it is taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What a clause gives. The first five are costed; a file may already hold the others, which
/// are kept and shown as "not costed" (costing.md §3 defines each).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ClauseTerms {
    /// Rate × (1 + percent / 100).
    Percent(Known<Percent>),
    /// Rate + dollars per hour.
    PerHour(Known<HourlyAmount>),
    /// The larger result of a percent and an amount per hour, rate by rate.
    GreaterOf {
        /// The percent.
        percent: Known<Percent>,
        /// The amount per hour, dollars.
        per_hour: Known<HourlyAmount>,
    },
    /// Rate raised to at least this hourly rate, dollars.
    Floor(Known<HourlyRate>),
    /// A payment that never enters a rate.
    LumpSum {
        /// How much.
        amount: LumpAmount,
        /// On which day.
        #[serde(default)]
        paid: LumpTiming,
    },
    /// A raise that follows a price index.
    Cola {
        /// Share of the index's change over twelve months.
        share: Known<Percent>,
        /// The least it gives, percent.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        floor: Option<Percent>,
        /// The most it gives, percent.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        cap: Option<Percent>,
        /// Months between the index's month and the date.
        #[serde(default = "two_months")]
        lag_months: u8,
    },
    /// Wage scales brought up to a minimum rate.
    MinimumRate {
        /// The minimum by market.
        by_market: Vec<MarketMinimum>,
        /// How the rest of a scale follows.
        ripple: Ripple,
    },
    /// A share of payroll given to some wage scales.
    EquityPool {
        /// Percent of the source payroll.
        percent: Known<Percent>,
        /// Whose payroll is the source.
        #[serde(default, skip_serializing_if = "Scope::is_everyone")]
        payroll_of: Scope,
        /// In how many equal parts it is given, from 1.
        tranches: u8,
        /// The most it may come to together with the first year's raise, percent.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        cap: Option<Percent>,
        /// How the cap is read.
        #[serde(default)]
        reading: CapReading,
    },
    /// A benefit whose value changes on dates.
    Benefit {
        /// Its value today, dollars.
        today: Known<Money>,
        /// Its values from the clause's date on, dollars.
        values: Vec<DatedAmount>,
        /// Who takes part, in the unit of `basis`.
        participants: Known<Fte>,
        /// Percent that is reached.
        attainment: Known<Percent>,
        /// What the value is counted on.
        basis: BenefitBasis,
    },
    /// Dollar amounts worked out elsewhere.
    CostStream(Vec<DatedAmount>),
}

/// How much a lump sum is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum LumpAmount {
    /// Dollars to each employee, whatever the FTE.
    PerHead(Known<Money>),
    /// Dollars for each 1.0 FTE.
    PerFte(Known<Money>),
    /// Dollars to each employee in proportion to the employee's FTE.
    Prorated(Known<Money>),
    /// Percent of pay over the twelve months (or 26 pay periods) ending the day before.
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

/// The minimum rate of a market.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarketMinimum {
    /// The market.
    pub market: String,
    /// Its minimum, dollars an hour.
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

/// What a benefit's value is counted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BenefitBasis {
    /// Each participant.
    PerHead,
    /// Each 1.0 FTE.
    PerFte,
    /// Each paid hour.
    PerPaidHour,
}

/// Dollars from a date on, or on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedAmount {
    /// The date.
    pub date: Date,
    /// Dollars.
    pub amount: Known<Money>,
}

impl ClauseTerms {
    /// The name used in files and reports.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Percent(_) => "Percent",
            Self::PerHour(_) => "PerHour",
            Self::GreaterOf { .. } => "GreaterOf",
            Self::Floor(_) => "Floor",
            Self::LumpSum { .. } => "LumpSum",
            Self::Cola { .. } => "Cola",
            Self::MinimumRate { .. } => "MinimumRate",
            Self::EquityPool { .. } => "EquityPool",
            Self::Benefit { .. } => "Benefit",
            Self::CostStream(_) => "CostStream",
        }
    }

    /// Whether this version costs its kind.
    #[must_use]
    pub fn kind_is_costed(&self) -> bool {
        !matches!(
            self,
            Self::Cola { .. }
                | Self::MinimumRate { .. }
                | Self::EquityPool { .. }
                | Self::Benefit { .. }
                | Self::CostStream(_)
        )
    }

    /// Whether this version costs it: its kind is costed and its value known.
    #[must_use]
    pub fn is_costed(&self) -> bool {
        match self {
            Self::Percent(percent) => percent.is_known(),
            Self::PerHour(amount) => amount.is_known(),
            Self::GreaterOf { percent, per_hour } => percent.is_known() && per_hour.is_known(),
            Self::Floor(rate) => rate.is_known(),
            Self::LumpSum { amount, .. } => match amount {
                LumpAmount::PerHead(money)
                | LumpAmount::PerFte(money)
                | LumpAmount::Prorated(money) => money.is_known(),
                LumpAmount::PercentOfPay(percent) => percent.is_known(),
            },
            Self::Cola { .. }
            | Self::MinimumRate { .. }
            | Self::EquityPool { .. }
            | Self::Benefit { .. }
            | Self::CostStream(_) => false,
        }
    }

    /// Whether it changes rates, rather than paying dollars beside them.
    #[must_use]
    pub fn changes_rates(&self) -> bool {
        !matches!(
            self,
            Self::LumpSum { .. } | Self::Benefit { .. } | Self::CostStream(_)
        )
    }

    /// Its percent, where it has one: that of a raise, or of pay in a lump sum.
    #[must_use]
    pub fn percent(&self) -> Option<Percent> {
        match self {
            Self::Percent(percent)
            | Self::GreaterOf { percent, .. }
            | Self::LumpSum {
                amount: LumpAmount::PercentOfPay(percent),
                ..
            } => percent.get(),
            _ => None,
        }
    }
}

fn two_months() -> u8 {
    2
}
