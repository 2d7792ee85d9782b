//! Why a line is rejected.

use std::fmt;

use super::meaning::Meaning;
use crate::units::{Date, Fte, text};

/// A line that is not taken over, and why. What stood in the cell is for the window alone: it may be a name
/// in the wrong column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// The physical line, from 1.
    pub line: u64,
    /// The column's header; none where it is about the whole line.
    pub(crate) header: Option<String>,
    /// The first characters of the cell. Never written to a file.
    pub shown: String,
    /// Why.
    pub reason: Reason,
}

/// Why a line is rejected. Lines with equal reasons are listed together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A cell that must hold something is empty.
    Empty(Meaning),
    /// No rate, though the scale and the step have one: it isn't assumed.
    NoRateOnScale { scale: String, step: u32 },
    /// No number.
    NotANumber(Meaning),
    /// An amount in another currency than the scenario's.
    Foreign(Meaning),
    /// A number below zero.
    Negative(Meaning),
    /// Zero where it can't be.
    Zero(Meaning),
    /// More decimals than are kept.
    TooFine(Meaning),
    /// More than can be.
    TooLarge(Meaning),
    /// More FTE than a line may have.
    MostFte(Fte),
    /// Not a whole number from 1.
    NotAStep,
    /// The scale has fewer steps.
    NoSuchStep {
        scale: String,
        /// How many steps it has.
        steps: usize,
    },
    /// No date.
    NotADate(Meaning),
    /// A date no calendar has.
    NoSuchDay(Meaning),
    /// A day number of a spreadsheet, with no word on what it counts from.
    SerialUnknown(Meaning),
    /// A next step that was due already.
    StepBefore(Date),
    /// A last step or a hire after the day of the rates.
    AfterRates(Meaning, Date),
    /// An error of the spreadsheet.
    ErrorValue(Meaning),
    /// Characters that can't be seen, or far too much text.
    Unreadable(Meaning),
    /// The same employee as on another line.
    Doubled {
        /// The other line.
        line: u64,
        /// Whether pay, job and all else read are the same.
        same: bool,
    },
    /// A line of totals.
    Totals,
    /// More cells than headers.
    MoreCells,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(what) => write!(f, "the {} is missing", what.noun()),
            Self::NoRateOnScale { scale, step } => {
                write!(f, "no rate, and that of {scale} step {step} isn't assumed")
            }
            Self::NotANumber(what) => write!(f, "the {} is no number", what.noun()),
            Self::Foreign(what) => write!(
                f,
                "the {} is in another currency than the scenario",
                what.noun()
            ),
            Self::Negative(what) => write!(f, "the {} is below zero", what.noun()),
            Self::Zero(what) => write!(
                f,
                "the {} is zero; leave out lines without pay or hours by a column's value",
                what.noun()
            ),
            Self::TooFine(what) => {
                write!(f, "the {} has more decimals than are kept", what.noun())
            }
            Self::TooLarge(what) => write!(f, "the {} is more than can be", what.noun()),
            Self::MostFte(most) => write!(f, "more FTE than the {} allowed", most.get()),
            Self::NotAStep => f.write_str("the step is no whole number from 1"),
            Self::NoSuchStep { scale, steps } => {
                write!(f, "scale {scale} has {steps} steps")
            }
            Self::NotADate(what) => write!(f, "the {} is no date", what.noun()),
            Self::NoSuchDay(what) => {
                write!(f, "the {} is a day no calendar has", what.noun())
            }
            Self::SerialUnknown(what) => write!(
                f,
                "the {} is a day number; say in the profile what it counts from",
                what.noun()
            ),
            Self::StepBefore(day) => {
                let day = text::day(*day);
                write!(f, "the next step is not after {day}, the day of the rates")
            }
            Self::AfterRates(what, day) => {
                let day = text::day(*day);
                write!(
                    f,
                    "the {} is after {day}, the day of the rates",
                    what.noun()
                )
            }
            Self::ErrorValue(what) => {
                write!(f, "the {} is an error of the spreadsheet", what.noun())
            }
            Self::Unreadable(what) => write!(
                f,
                "the {} holds characters that can't be seen, or far too many",
                what.noun()
            ),
            Self::Doubled { line, same: true } => {
                write!(f, "same person as line {line}, and the same pay")
            }
            Self::Doubled { line, same: false } => {
                write!(f, "same person as line {line}, other pay")
            }
            Self::Totals => f.write_str("a line of totals, no employee"),
            Self::MoreCells => f.write_str("more cells than there are headers"),
        }
    }
}

impl Reason {
    /// Which reasons are listed as lines like each other: the line doubled and the like don't matter.
    #[must_use]
    pub fn kind(&self) -> Self {
        match self {
            Self::Doubled { same, .. } => Self::Doubled {
                line: 0,
                same: *same,
            },
            other => other.clone(),
        }
    }
}
