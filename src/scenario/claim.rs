//! Public statements with a number in them, and the counts of the workforce they may rest on.

use serde::{Deserialize, Serialize};

use super::{OfferId, Party};
use crate::units::digits::bare;
use crate::units::{Date, Fte, Known, Money, Percent, Quoted};

/// A statement somebody made in public, with the number it quotes (METHOD.md "Claims").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Unique within the scenario.
    pub id: String,
    /// Who made it.
    pub by: Party,
    /// What is said, in the user's own words, with the number and its precision word.
    pub words: String,
    /// The day it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Id of the source it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What the number measures.
    pub quantity: Quantity,
    /// The number quoted, with its digits as quoted; in the unit of the quantity. A claim of
    /// "most" quotes none.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare"
    )]
    pub value: Option<Quoted>,
    /// How the number is to be read.
    #[serde(default)]
    pub precision: Precision,
    /// What the assumption is about that was worked out from this number. Such a claim can't be
    /// checked against figures that rest on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_of: Option<String>,
    /// Whether the other side may see that it was looked at. Private until shared.
    #[serde(default)]
    pub shared: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What a claim's number measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Quantity {
    /// Cost of B less cost of A, dollars.
    Gap {
        /// Over which time.
        #[serde(default)]
        over: Span,
        #[serde(default)]
        per: Per,
    },
    /// Cost of an offer above the baseline, dollars.
    Cost {
        offer: OfferId,
        /// Over which time.
        #[serde(default)]
        over: Span,
        #[serde(default)]
        per: Per,
    },
    /// What is lost when an offer is ratified whole months after the first day, not paid back; dollars.
    Delay {
        offer: OfferId,
        /// How many months after the term's first day, from 1.
        months: u16,
        #[serde(default = "per_fte")]
        per: Per,
    },
    /// The sum of an offer's percents for everyone.
    SimpleSum {
        offer: OfferId,
    },
    /// The end rate above the baseline, percent.
    Compounded {
        offer: OfferId,
    },
    /// The even yearly raise that compounds to the end rate, percent.
    AverageAYear {
        offer: OfferId,
    },
    /// The end rate with step movement, over today's payroll, percent.
    WithSteps {
        offer: OfferId,
    },
    /// The share of an offer's simple sum that is in force by the end of a day, percent.
    ShareInForce {
        offer: OfferId,
        by: Date,
    },
    /// What the employee looked at earns under an offer, dollars.
    EmployeePay {
        offer: OfferId,
        /// Over which time.
        #[serde(default)]
        over: Span,
    },
    /// Employees.
    Headcount,
    FullTimeEquivalents,
    /// Base payroll, dollars a year.
    Payroll,
    /// Average annual pay of a full-time employee, dollars.
    AveragePay,
    /// An offer's equity pool together with its raises of the first year, percent.
    PoolWithFirstRaise {
        offer: OfferId,
        /// The pool's percent; by default that of the offer's pool, counted or not.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        percent: Option<Percent>,
    },
    /// An offer's raises held against those of a settlement, percent.
    AgainstSettlement {
        offer: OfferId,
        settlement: String,
    },
    /// Nothing this program computes.
    NotComputed {
        /// The unit of the number.
        #[serde(default)]
        unit: QuotedUnit,
        /// What checking it would take, in the user's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        takes: String,
    },
}

/// Over which time dollars are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span {
    /// Over the term, to the day all offers are compared to.
    #[default]
    Term,
    /// Over one contract year, from 1.
    Year(u16),
}

/// For whom dollars are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Per {
    /// Everyone together.
    #[default]
    All,
    /// Per full-time employee: over full-time equivalents.
    Fte,
}

/// What a quoted number counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuotedUnit {
    /// US dollars.
    #[default]
    Dollars,
    /// Percent, or points.
    Percent,
    /// Heads or full-time equivalents.
    Count,
}

/// How a quoted number is to be read (METHOD.md "Claims").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Precision {
    /// Equal when rounded to the digits quoted.
    #[default]
    Exactly,
    /// From nine tenths of it to it.
    Nearly,
    /// Within 5 % of it.
    About,
    /// Above it.
    MoreThan,
    /// It or more.
    AtLeast,
    /// It or less.
    AtMost,
    /// Below it.
    LessThan,
    /// More than half; quotes no number.
    Most,
}

impl Precision {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::Nearly => "nearly",
            Self::About => "about",
            Self::MoreThan => "more than",
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
            Self::LessThan => "less than",
            Self::Most => "most",
        }
    }
}

impl Quantity {
    /// The name used in reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Gap { .. } => "gap",
            Self::Cost { .. } => "cost",
            Self::Delay { .. } => "loss through delay",
            Self::SimpleSum { .. } => "simple sum",
            Self::Compounded { .. } => "compounded",
            Self::AverageAYear { .. } => "average a year",
            Self::WithSteps { .. } => "with steps",
            Self::ShareInForce { .. } => "share in force",
            Self::EmployeePay { .. } => "pay of one employee",
            Self::Headcount => "headcount",
            Self::FullTimeEquivalents => "full-time equivalents",
            Self::Payroll => "payroll",
            Self::AveragePay => "average pay",
            Self::PoolWithFirstRaise { .. } => "pool with the first raise",
            Self::AgainstSettlement { .. } => "against a settlement",
            Self::NotComputed { .. } => "not computed",
        }
    }

    /// What its number counts.
    #[must_use]
    pub fn unit(&self) -> QuotedUnit {
        match self {
            Self::Gap { .. }
            | Self::Cost { .. }
            | Self::Delay { .. }
            | Self::EmployeePay { .. }
            | Self::Payroll
            | Self::AveragePay => QuotedUnit::Dollars,
            Self::SimpleSum { .. }
            | Self::Compounded { .. }
            | Self::AverageAYear { .. }
            | Self::WithSteps { .. }
            | Self::ShareInForce { .. }
            | Self::PoolWithFirstRaise { .. }
            | Self::AgainstSettlement { .. } => QuotedUnit::Percent,
            Self::Headcount | Self::FullTimeEquivalents => QuotedUnit::Count,
            Self::NotComputed { unit, .. } => *unit,
        }
    }

    /// The offer it names itself; a gap's are A and B.
    #[must_use]
    pub fn offer(&self) -> Option<&OfferId> {
        match self {
            Self::Cost { offer, .. }
            | Self::Delay { offer, .. }
            | Self::SimpleSum { offer }
            | Self::Compounded { offer }
            | Self::AverageAYear { offer }
            | Self::WithSteps { offer }
            | Self::ShareInForce { offer, .. }
            | Self::EmployeePay { offer, .. }
            | Self::PoolWithFirstRaise { offer, .. }
            | Self::AgainstSettlement { offer, .. } => Some(offer),
            Self::Gap { .. }
            | Self::Headcount
            | Self::FullTimeEquivalents
            | Self::Payroll
            | Self::AveragePay
            | Self::NotComputed { .. } => None,
        }
    }
}

/// Another count of the workforce that somebody uses: the conventions behind a claim are tried with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// Whose count it is, or what it counts; unique.
    pub name: String,
    /// Employees.
    pub headcount: Known<u64>,
    /// Full-time equivalents of all of them together.
    pub fte: Known<Fte>,
    /// Average annual pay of a full-time employee, dollars.
    pub average_annual_pay: Known<Money>,
    /// Whether the other side may see it. Private until shared.
    #[serde(default)]
    pub shared: bool,
}

fn per_fte() -> Per {
    Per::Fte
}
