//! What can be wrong with clauses.

use rust_decimal::Decimal;

use crate::scenario::{ClauseKind, PercentRange, Scope};
use crate::units::{Date, Percent};

/// What is wrong with a clause in what clauses of all kinds have: its date, rule, end and scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClauseFault {
    /// It lies outside the offer's term.
    OutsideTheTerm {
        kind: ClauseKind,
        date: Date,
        /// The term's first day.
        first: Date,
        /// The offer's last day.
        last: Date,
    },
    /// One of its own dates after the first lies past the offer's last day.
    PartAfterTheEnd {
        kind: ClauseKind,
        date: Date,
        /// The offer's last day.
        last: Date,
    },
    /// It may be in the rates already.
    OnTopOfTheRates {
        kind: ClauseKind,
        date: Date,
        /// The day the rates are taken from.
        as_of: Date,
    },
    /// It takes effect after the last day compared.
    AfterTheHorizon {
        kind: ClauseKind,
        /// The day it takes effect.
        effective: Date,
        /// The last day compared.
        horizon: Date,
    },
    /// It ends before it takes effect.
    NeverInForce {
        kind: ClauseKind,
        /// The day it takes effect.
        effective: Date,
        /// The first day on which it is over.
        until: Date,
    },
    /// It stands in the baseline and is no raise.
    NotABaselineRaise(ClauseKind),
    /// It needs wage scales, and the workforce is a summary.
    NeedsScales(ClauseKind),
    /// It has a rule though it goes by its own dates.
    GoesByItsOwnDates(ClauseKind),
    /// It has an end though it changes no rates.
    CannotEnd(ClauseKind),
    /// It ends no later than it begins.
    EndsFirst {
        kind: ClauseKind,
        /// The first day on which it is over.
        until: Date,
        date: Date,
    },
    /// Its scope picks some out of a summary.
    ScopeOfASummary(Scope),
    /// No group matches all keys of its scope.
    NobodyMatches(Scope),
}

/// What is wrong with what a clause gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermsFault {
    /// It has no dates. `list` is their field's name in the file.
    NoDates {
        /// The list's field.
        list: &'static str,
        /// The clause's date.
        date: Date,
    },
    /// The first of its dates isn't the clause's own.
    FirstDateDiffers {
        /// The first date listed.
        first: Date,
        /// The clause's own date.
        own: Date,
    },
    /// A date is listed twice.
    DateTwice(Date),
    /// A date comes after a later one.
    DatesOutOfOrder {
        /// The later date, which stands first.
        before: Date,
        /// The date that stands after it.
        date: Date,
    },
    /// A raise is beyond what a raise can be, percent.
    Raise(Decimal),
    /// A percent is outside its range.
    Outside {
        what: MeasuredPercent,
        /// Its value, percent.
        percent: Decimal,
        /// Between which percents it can be.
        range: PercentRange,
    },
    /// The greater of two has no amount, or two.
    GreaterOfWhat,
    /// A cost-of-living raise gives at least more than at most.
    LimitsCrossed {
        /// The least it gives.
        floor: Percent,
        /// The most it gives.
        cap: Percent,
    },
    /// It follows a price index, and none is given.
    NoIndex,
    /// The price index begins too late.
    IndexBeginsLater {
        /// The month needed, by its first day.
        needed: Date,
        /// The first month given, by its first day.
        first: Date,
    },
    /// A month is missing from the price index, by its first day.
    IndexLacks(Date),
    /// On a summary it understates the cost.
    Understates(ClauseKind),
    /// Steps are held no longer than from the day they are held.
    HeldForNoTime {
        /// The day from which they move again.
        until: Date,
        /// The day from which they are held.
        from: Date,
    },
    /// No minimum is given.
    NoMinimum,
    /// A market has two minimums.
    MinimumTwice(String),
    /// Only a percent of pay is measured to a day.
    NotMeasured,
    /// Pay is measured to a day after the lump sum is paid.
    MeasuredAfterPaid {
        /// The day pay is measured to.
        measured: Date,
        /// The day it is paid.
        paid: Date,
    },
    /// The goals' shares come to more than the whole, percent.
    GoalsBeyondTheWhole(Decimal),
}

/// A percent of a clause that has a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasuredPercent {
    /// A share of the price index's change.
    IndexShare,
    PayrollShare,
    /// A pool's cap.
    Cap,
    /// The part of a benefit that is reached.
    Attainment,
    /// How likely a payout is.
    Likelihood,
    /// The part of paid hours that is backfilled.
    Backfilled,
    /// What is paid for backfilled hours.
    Premium,
    /// A contribution on pay.
    Contribution,
    GoalShare,
    /// How far a goal is reached.
    GoalReached,
}
