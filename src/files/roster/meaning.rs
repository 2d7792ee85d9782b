//! What the columns of a roster hold.

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Meaning {
    /// The employee's number or name: hashed in memory to find doubles, then forgotten.
    Id,
    Market,
    Unit,
    Job,
    Scale,
    /// Step of the wage scale, from 1.
    Step,
    /// Full-time equivalent, in the measure of [`super::Profile::fte`].
    Fte,
    /// Pay, in the measure of [`super::Profile::pay`].
    Rate,
    /// Hours of the pay period that [`Meaning::Rate`] is for.
    PeriodHours,
    /// The day of the next step.
    NextStep,
    /// The day of the last step.
    LastStep,
    /// The day of hire: steps come on its anniversaries.
    Hired,
    /// A column lines are left out by, and nothing else.
    Filter,
}

impl Meaning {
    /// The meanings, as a menu lists them.
    pub const ALL: [Self; 13] = [
        Self::Id,
        Self::Market,
        Self::Unit,
        Self::Job,
        Self::Scale,
        Self::Step,
        Self::Fte,
        Self::Rate,
        Self::PeriodHours,
        Self::NextStep,
        Self::LastStep,
        Self::Hired,
        Self::Filter,
    ];

    /// What it is called in menus and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "who it is",
            Self::Market => "market",
            Self::Unit => "unit",
            Self::Job => "job",
            Self::Scale => "scale",
            Self::Step => "step",
            Self::Fte => "FTE",
            Self::Rate => "rate",
            Self::PeriodHours => "hours of the period",
            Self::NextStep => "next step",
            Self::LastStep => "last step",
            Self::Hired => "date of hire",
            Self::Filter => "left out by",
        }
    }

    /// What one cell of it is called in a sentence.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Id => "employee's number or name",
            Self::Filter => "value that lines are left out by",
            other => other.name(),
        }
    }

    /// Whether it holds dates.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::NextStep | Self::LastStep | Self::Hired)
    }
}
