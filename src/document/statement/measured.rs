//! What a claim's number can measure, in plain words.

use crate::scenario::{Quantity, QuotedUnit};

/// What a number can measure, without the offer, the year and the rest it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// What lies between A and B.
    Gap,
    /// What an offer costs.
    Cost,
    /// What a late ratification loses.
    Delay,
    /// Percents added up.
    SimpleSum,
    /// The end rate.
    Compounded,
    /// The even yearly raise.
    AverageAYear,
    /// The end rate with steps.
    WithSteps,
    /// The share of the sum in force by a day.
    ShareInForce,
    /// A pool with the raises of the first year.
    PoolWithFirstRaise,
    /// Against a settlement elsewhere.
    AgainstSettlement,
    /// Pay of the employee looked at.
    EmployeePay,
    /// Heads.
    Headcount,
    FullTimeEquivalents,
    /// Base payroll.
    Payroll,
    /// Average annual pay.
    AveragePay,
    /// Nothing computed here.
    NotComputed,
}

impl Measured {
    /// All, in the order of the menu.
    pub const ALL: [Self; 16] = [
        Self::Gap,
        Self::Cost,
        Self::Delay,
        Self::SimpleSum,
        Self::Compounded,
        Self::AverageAYear,
        Self::WithSteps,
        Self::ShareInForce,
        Self::PoolWithFirstRaise,
        Self::AgainstSettlement,
        Self::EmployeePay,
        Self::Headcount,
        Self::FullTimeEquivalents,
        Self::Payroll,
        Self::AveragePay,
        Self::NotComputed,
    ];

    /// What the menu calls it.
    #[must_use]
    pub fn in_plain_words(self) -> &'static str {
        match self {
            Self::Gap => "What B costs more than A",
            Self::Cost => "What an offer costs",
            Self::Delay => "What is lost while there is no contract",
            Self::SimpleSum => "Raises of an offer, added up",
            Self::Compounded => "Raises of an offer, compounded",
            Self::AverageAYear => "Raises of an offer, average a year",
            Self::WithSteps => "Raises of an offer, steps included",
            Self::ShareInForce => "How much of the raises comes by a day",
            Self::PoolWithFirstRaise => "An equity pool with the first raises",
            Self::AgainstSettlement => "An offer against another settlement",
            Self::EmployeePay => "Pay of the employee looked at",
            Self::Headcount => "Number of employees",
            Self::FullTimeEquivalents => "Full-time equivalents",
            Self::Payroll => "Payroll a year",
            Self::AveragePay => "Average pay a year",
            Self::NotComputed => "Something not computed here",
        }
    }

    /// Whether it is about one offer.
    #[must_use]
    pub fn asks_offer(self) -> bool {
        matches!(
            self,
            Self::Cost
                | Self::Delay
                | Self::SimpleSum
                | Self::Compounded
                | Self::AverageAYear
                | Self::WithSteps
                | Self::ShareInForce
                | Self::PoolWithFirstRaise
                | Self::AgainstSettlement
                | Self::EmployeePay
        )
    }

    /// Whether it is over the term or over a year.
    #[must_use]
    pub fn asks_span(self) -> bool {
        matches!(self, Self::Gap | Self::Cost | Self::EmployeePay)
    }

    /// Whether it is for all together or for one full-time employee.
    #[must_use]
    pub fn asks_per(self) -> bool {
        matches!(self, Self::Gap | Self::Cost | Self::Delay)
    }

    /// What its number counts; `None` where that is asked.
    #[must_use]
    pub fn unit(self) -> Option<QuotedUnit> {
        Some(match self {
            Self::Gap
            | Self::Cost
            | Self::Delay
            | Self::EmployeePay
            | Self::Payroll
            | Self::AveragePay => QuotedUnit::Dollars,
            Self::SimpleSum
            | Self::Compounded
            | Self::AverageAYear
            | Self::WithSteps
            | Self::ShareInForce
            | Self::PoolWithFirstRaise
            | Self::AgainstSettlement => QuotedUnit::Percent,
            Self::Headcount | Self::FullTimeEquivalents => QuotedUnit::Count,
            Self::NotComputed => return None,
        })
    }

    /// What a quantity measures.
    #[must_use]
    pub fn of(quantity: &Quantity) -> Self {
        match quantity {
            Quantity::Gap { .. } => Self::Gap,
            Quantity::Cost { .. } => Self::Cost,
            Quantity::Delay { .. } => Self::Delay,
            Quantity::SimpleSum { .. } => Self::SimpleSum,
            Quantity::Compounded { .. } => Self::Compounded,
            Quantity::AverageAYear { .. } => Self::AverageAYear,
            Quantity::WithSteps { .. } => Self::WithSteps,
            Quantity::ShareInForce { .. } => Self::ShareInForce,
            Quantity::PoolWithFirstRaise { .. } => Self::PoolWithFirstRaise,
            Quantity::AgainstSettlement { .. } => Self::AgainstSettlement,
            Quantity::EmployeePay { .. } => Self::EmployeePay,
            Quantity::Headcount => Self::Headcount,
            Quantity::FullTimeEquivalents => Self::FullTimeEquivalents,
            Quantity::Payroll => Self::Payroll,
            Quantity::AveragePay => Self::AveragePay,
            Quantity::NotComputed { .. } => Self::NotComputed,
        }
    }
}
