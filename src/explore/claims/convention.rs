//! The ways to work a quoted number out (METHOD.md "Claims").

use rust_decimal::Decimal;

/// The conventions tried for a claim; those that can't be told apart are one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Conventions {
    /// All that were tried, in a fixed order.
    pub tried: Vec<Convention>,
}

impl Conventions {
    /// Those under which the number comes out at the precision quoted.
    pub fn matching(&self) -> impl Iterator<Item = &Convention> {
        self.tried.iter().filter(|one| one.matches)
    }
}

/// One way to work a number out.
#[derive(Debug, Clone, PartialEq)]
pub struct Convention {
    pub measure: Measure,
    /// Dollars: whether raises build on raises.
    pub compounding: Option<Compounding>,
    /// Dollars: over which time.
    pub period: Option<Period>,
    /// Percents: whether raises for some count, at their share of payroll.
    pub scoped: Option<bool>,
    /// Dollars: the roll-up on top, percent; 0 is without.
    pub roll_up: Option<Decimal>,
    /// Dollars: whose count of the workforce; `None` is the scenario's own.
    pub counts: Option<String>,
    /// Dollars: ratified when.
    pub timing: Option<Timing>,
    /// What comes out: dollars or percent, unrounded.
    pub value: Decimal,
    /// Whether it meets the quote.
    pub matches: bool,
}

/// What a convention measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Cost of B less cost of A.
    Gap,
    /// Cost of one offer.
    Cost,
    /// Percents added up.
    Simple,
    /// The end rate.
    Compounded,
    /// The even yearly raise.
    AverageAYear,
    /// The percents of the first twelve months, added up.
    FirstYear,
    /// The end rate with step movement.
    WithSteps,
}

impl Measure {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Cost => "cost",
            Self::Simple => "simple",
            Self::Compounded => "compounded",
            Self::AverageAYear => "average a year",
            Self::FirstYear => "first year",
            Self::WithSteps => "with steps",
        }
    }
}

/// Whether raises build on raises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Compounding {
    /// Each raise on the rates the one before left.
    Compounded,
    /// Each raise alone on the baseline, added up.
    FirstOrder,
}

impl Compounding {
    pub(super) const ALL: [Self; 2] = [Self::Compounded, Self::FirstOrder];

    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Compounded => "compounded",
            Self::FirstOrder => "to first order",
        }
    }
}

/// Over which time dollars are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Over the term.
    Term,
    /// In the first contract year.
    FirstYear,
    /// In the last contract year.
    LastYear,
    /// At the rates of the last day, for a whole year.
    LastYearAnnualized,
    /// Over the term, divided by its years.
    AverageAYear,
}

impl Period {
    pub(super) const ALL: [Self; 5] = [
        Self::Term,
        Self::FirstYear,
        Self::LastYear,
        Self::LastYearAnnualized,
        Self::AverageAYear,
    ];

    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Term => "over the term",
            Self::FirstYear => "first year",
            Self::LastYear => "last year",
            Self::LastYearAnnualized => "last year annualized",
            Self::AverageAYear => "average a year",
        }
    }
}

/// When the offers are ratified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timing {
    /// No later than the first day.
    OnTime,
    /// As the scenario and its offers say.
    AsRatified,
}

impl Timing {
    pub(super) const ALL: [Self; 2] = [Self::OnTime, Self::AsRatified];

    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnTime => "on time",
            Self::AsRatified => "as ratified",
        }
    }
}
