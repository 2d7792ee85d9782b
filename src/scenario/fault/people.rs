//! What can be wrong with the workforce and its wage scales.

use rust_decimal::Decimal;

use crate::scenario::Rounding;
use crate::units::{Date, HourlyRate};

/// What is wrong with the workforce.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleFault {
    /// An average is to be rounded as a rate.
    RoundedAverage(Rounding),
    /// Average pay isn't above zero.
    NoAveragePay,
    /// The whole workforce is zero full-time equivalents.
    ZeroFte,
    /// Full-time equivalents look like one employee's share.
    LooksLikeAShare {
        /// The full-time equivalents.
        fte: Decimal,
        employees: Decimal,
    },
    /// The table's file is no bare name.
    NotATableName(String),
    /// The list of groups is empty.
    NoGroups,
    /// Steps count from 1.
    StepZero,
    /// Every rate is zero.
    NobodyIsPaid,
    /// The employee looked at has a group, and the workforce is a summary.
    EmployeeOfASummary,
}

/// What is wrong with a wage scale or ladder, or where a group stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScaleFault {
    /// A ladder has no scales.
    EmptyLadder,
    /// A scale stands on a ladder twice.
    OnLadderTwice(String),
    /// A scale has no steps.
    NoSteps(String),
    /// The top step has months after which somebody moves on.
    TopMovesOn {
        /// The step, from 1.
        step: usize,
        scale: String,
        months: u32,
    },
    /// A step lasts no month.
    NoMonths,
    /// A step lasts longer than any term, months.
    TooManyMonths(u32),
    /// A step pays less than the one before it.
    PaysLess {
        /// The step, from 1.
        step: usize,
        scale: String,
        rate: HourlyRate,
        /// The rate of the step before.
        before: HourlyRate,
    },
    /// A group on a scale names no step.
    StepMissing {
        scale: String,
        /// How many steps it has.
        steps: usize,
    },
    /// A scale has no such step.
    NoSuchStep {
        scale: String,
        /// The step asked for, from 1.
        step: u32,
        /// How many steps it has.
        steps: usize,
    },
    /// A group's rate differs from its step's.
    RateDiffers {
        /// The group's own rate.
        own: HourlyRate,
        /// The step, from 1.
        step: u32,
        scale: String,
        of_step: HourlyRate,
    },
    /// The next step comes no later than the day the rates are taken from.
    NextStepPast {
        /// The next step.
        next: Date,
        /// The day the rates are taken from.
        as_of: Date,
    },
    /// A group stands on the top step and has a next one.
    NextStepAtTheTop {
        /// The step, from 1.
        step: u32,
        scale: String,
        /// The next step.
        next: Date,
    },
    /// A group has neither a rate nor a scale.
    NoRate,
    /// A group on no scale has a next step.
    NextStepOffScale,
}
