//! The kinds of clauses.

use super::ClauseTerms;

/// The kinds of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseKind {
    /// A raise in percent.
    Percent,
    /// Dollars an hour.
    PerHour,
    /// Dollars a year.
    PerYear,
    /// The greater of a percent and dollars.
    GreaterOf,
    /// A lowest rate.
    Floor,
    /// A cost-of-living raise.
    Cola,
    /// Minimum rates of wage scales.
    MinimumRate,
    EquityPool,
    /// Steps held.
    HoldSteps,
    LumpSum,
    Benefit,
    /// A performance payout.
    Payout,
    PaidTime,
    /// A contribution on pay.
    Contribution,
    /// Amounts worked out elsewhere.
    CostStream,
}

impl ClauseKind {
    /// All kinds: those that change rates, held steps, and those that pay dollars.
    pub const ALL: [Self; 15] = [
        Self::Percent,
        Self::PerHour,
        Self::PerYear,
        Self::GreaterOf,
        Self::Floor,
        Self::Cola,
        Self::MinimumRate,
        Self::EquityPool,
        Self::HoldSteps,
        Self::LumpSum,
        Self::Benefit,
        Self::Payout,
        Self::PaidTime,
        Self::Contribution,
        Self::CostStream,
    ];

    /// Its name in files and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Percent => "Percent",
            Self::PerHour => "PerHour",
            Self::PerYear => "PerYear",
            Self::GreaterOf => "GreaterOf",
            Self::Floor => "Floor",
            Self::Cola => "Cola",
            Self::MinimumRate => "MinimumRate",
            Self::EquityPool => "EquityPool",
            Self::HoldSteps => "HoldSteps",
            Self::LumpSum => "LumpSum",
            Self::Benefit => "Benefit",
            Self::Payout => "Payout",
            Self::PaidTime => "PaidTime",
            Self::Contribution => "Contribution",
            Self::CostStream => "CostStream",
        }
    }

    /// Whether it changes rates.
    #[must_use]
    pub fn changes_rates(self) -> bool {
        matches!(
            self,
            Self::Percent
                | Self::PerHour
                | Self::PerYear
                | Self::GreaterOf
                | Self::Floor
                | Self::Cola
                | Self::MinimumRate
                | Self::EquityPool
        )
    }

    /// Whether it pays dollars beside rates.
    #[must_use]
    pub fn pays_dollars(self) -> bool {
        !self.changes_rates() && self != Self::HoldSteps
    }

    /// Whether it goes by a date that an effective-day rule and a late ratification move, as a raise
    /// does. A lump sum's day follows a rule of its own, and the others go by their own dates.
    #[must_use]
    pub fn goes_by_rule(self) -> bool {
        self.changes_rates() || matches!(self, Self::HoldSteps | Self::PaidTime)
    }

    /// The list that holds its own dates, and the field of an entry that is the date where an entry is more
    /// than that; none where it has no dates of its own.
    #[must_use]
    pub fn list_of_dates(self) -> Option<(&'static str, Option<&'static str>)> {
        match self {
            Self::EquityPool => Some(("tranches", None)),
            Self::Payout => Some(("on", None)),
            Self::Benefit | Self::Contribution => Some(("values", Some("date"))),
            Self::CostStream => Some(("amounts", Some("date"))),
            _ => None,
        }
    }

    /// Whether it has no meaning on a summary, because it needs to see rates or steps one by one.
    #[must_use]
    pub fn needs_groups(self) -> bool {
        matches!(self, Self::MinimumRate | Self::HoldSteps)
    }
}

impl ClauseTerms {
    #[must_use]
    pub fn kind(&self) -> ClauseKind {
        match self {
            Self::Percent(_) => ClauseKind::Percent,
            Self::PerHour(_) => ClauseKind::PerHour,
            Self::PerYear(_) => ClauseKind::PerYear,
            Self::GreaterOf { .. } => ClauseKind::GreaterOf,
            Self::Floor(_) => ClauseKind::Floor,
            Self::Cola { .. } => ClauseKind::Cola,
            Self::MinimumRate { .. } => ClauseKind::MinimumRate,
            Self::EquityPool { .. } => ClauseKind::EquityPool,
            Self::HoldSteps { .. } => ClauseKind::HoldSteps,
            Self::LumpSum { .. } => ClauseKind::LumpSum,
            Self::Benefit { .. } => ClauseKind::Benefit,
            Self::Payout { .. } => ClauseKind::Payout,
            Self::PaidTime { .. } => ClauseKind::PaidTime,
            Self::Contribution { .. } => ClauseKind::Contribution,
            Self::CostStream { .. } => ClauseKind::CostStream,
        }
    }
}
