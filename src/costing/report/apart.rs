//! The figures of what lies between two offers.

use rust_decimal::Decimal;

use crate::costing::year_label::YearLabel;
use crate::scenario::OfferId;
use crate::units::Date;

/// Between A and B: B less A throughout.
#[derive(Debug, Clone, PartialEq)]
pub struct GapFigures {
    pub a: OfferId,
    pub b: OfferId,
    /// Cost of B less cost of A.
    pub cost: Option<Decimal>,
    /// The same per full-time equivalent.
    pub cost_per_fte: Option<Decimal>,
    /// Simple sum of B less that of A, points.
    pub simple_points: Option<Decimal>,
    /// Compounded percent of B less that of A, points.
    pub compounded_points: Option<Decimal>,
    /// Present value of B less that of A.
    pub present_value: Option<Decimal>,
    /// Cash of B less cash of A, by contract year.
    pub by_year: Vec<(YearLabel, Option<Decimal>)>,
    /// Why they differ; adds up to `cost`.
    pub why: WhyFigures,
    /// Movement of the counter.
    pub movement: MovementFigures,
    /// From when on B's cumulative pay stays at or above A's.
    pub break_even: BreakEvenFigures,
    /// The gap when A, B, both or neither pay retroactively.
    pub retroactivity: Vec<PairingFigures>,
}

/// Bars that add up to the gap (METHOD.md "Between two offers").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WhyFigures {
    /// From the size of raises; with raises of both signs, size and timing together.
    pub size: Option<Decimal>,
    /// From their dates; `None` where it is one bar with size.
    pub timing: Option<Decimal>,
    /// From raises on raises.
    pub compounding: Option<Decimal>,
    /// From lump sums.
    pub lump_sums: Option<Decimal>,
    /// From benefits.
    pub benefits: Option<Decimal>,
    /// From rounding rates.
    pub rounding: Option<Decimal>,
    /// From steps held.
    pub steps: Option<Decimal>,
    /// From equity pools.
    pub pools: Option<Decimal>,
    /// From minimum rates, floors and amounts above a percent.
    pub floors: Option<Decimal>,
}

/// How far a counter has come from its side's last offer, and how far the other's is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MovementFigures {
    pub counter: Option<OfferId>,
    /// Its side's last offer O; for a neutral, A.
    pub from: Option<OfferId>,
    /// The other side's last offer X; for a neutral, B.
    pub to: Option<OfferId>,
    /// |cost(O) − cost(C)|.
    pub moved: Option<Decimal>,
    /// |cost(C) − cost(X)|.
    pub remains: Option<Decimal>,
    /// Moved as percent of |cost(O) − cost(X)|.
    pub moved_share: Option<Decimal>,
    /// Remains as percent of |cost(O) − cost(X)|.
    pub remains_share: Option<Decimal>,
}

/// When the cumulative difference of the employee's pay under B and A turns for good.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BreakEvenFigures {
    /// The day counted from: the later ratification of the two, else the first day of the term.
    pub from: Option<Date>,
    /// The first day from which the difference stays at or above zero; `None`: not within the term.
    pub date: Option<Date>,
    /// Days from one to the other.
    pub days: Option<i32>,
}

/// The gap under one pairing of retroactivity.
#[derive(Debug, Clone, PartialEq)]
pub struct PairingFigures {
    /// Whether A pays retroactively.
    pub a: bool,
    /// Whether B pays retroactively.
    pub b: bool,
    pub cost: Option<Decimal>,
}
