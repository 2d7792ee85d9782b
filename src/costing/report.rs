//! The figures of a scenario, all of them, unrounded: what every output shows.
//!
//! Money is in US dollars, percents in percent (6.5 means 6.5 %). `None` is a figure that is
//! unknown (an input nobody has published) or undefined (a share of nothing). costing.md §5
//! defines each figure; the field names are those of `report --format json`.

use rust_decimal::Decimal;

pub use super::figures::{gap, offer, report};
use crate::scenario::{ClauseKind, OfferId, Party};
use crate::units::Date;

/// Everything `report` prints.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What the figures rest on.
    pub basis: BasisFigures,
    /// One entry an offer, in the scenario's order.
    pub offers: Vec<OfferFigures>,
    /// Between A and B; `None` unless the scenario names both.
    pub gap: Option<GapFigures>,
}

/// What the figures rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct BasisFigures {
    /// Base payroll: Σ starting rate × hours a year, dollars a year.
    pub payroll: Option<Decimal>,
    /// Employees.
    pub headcount: Option<u64>,
    /// Full-time equivalents.
    pub fte: Option<Decimal>,
    /// First day of the term.
    pub first_day: Date,
    /// Last day of the term.
    pub last_day: Date,
    /// The last day all offers are costed to.
    pub horizon: Date,
    /// `Monthly` or `Biweekly`.
    pub accrual: &'static str,
    /// The day the rates are taken from.
    pub rates_as_of: Date,
    /// Paid hours a year for 1.0 FTE.
    pub hours: Decimal,
    /// Base payroll × 1 % × (1 + roll-up), dollars a year.
    pub cost_of_one_percent: Option<Decimal>,
    /// Discount rate of the present value, percent a year.
    pub discount_rate: Decimal,
}

/// The figures of one offer, from the term's first day to the horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferFigures {
    /// The offer's id.
    pub id: OfferId,
    /// The offer's name.
    pub name: String,
    /// Whose offer it is.
    pub side: Party,
    /// `draft`, `what-if`, `passed`, `agreed`, `withdrawn`.
    pub status: &'static str,
    /// Whether the other side may see it.
    pub shared: bool,
    /// Whether what is earned before ratification is paid on ratification.
    pub retroactive: bool,
    /// Σ percents of unscoped raises effective by the last day.
    pub simple_sum: Option<Decimal>,
    /// Σ percents of scoped raises, each weighted by its share of base payroll.
    pub simple_sum_scoped: Option<Decimal>,
    /// Payroll on the last day over baseline payroll, less 1, percent.
    pub compounded: Option<Decimal>,
    /// The even yearly raise that compounds to the same, percent.
    pub average_a_year: Option<Decimal>,
    /// Wages above the baseline and lump sums.
    pub cost: Option<Decimal>,
    /// Wages above the baseline.
    pub wages: Option<Decimal>,
    /// Lump sums.
    pub lump_sums: Option<Decimal>,
    /// Roll-up on the above; not part of `cost`.
    pub roll_up: Option<Decimal>,
    /// Cost over full-time equivalents.
    pub cost_per_fte: Option<Decimal>,
    /// Cost month by month as paid, discounted to the term's first day.
    pub present_value: Option<Decimal>,
    /// Payroll a year at the rates of the last day.
    pub exit_run_rate: Option<Decimal>,
    /// Cost on days before the term, outside every other figure.
    pub before_the_term: Option<Decimal>,
    /// By contract year.
    pub years: Vec<YearFigures>,
    /// Every clause, in effective order.
    pub raises: Vec<RaiseFigures>,
    /// Cost by market, bargaining unit and job family, in order of appearance.
    pub by_scope: Vec<ScopeFigures>,
    /// Cost of ratifying late without retroactivity, by the first of each month of year 1.
    pub delay: Vec<DelayFigures>,
    /// The employee looked at.
    pub employee: EmployeeFigures,
    /// Wages against prices at each contract year's end; empty without a price index.
    pub real_wage: Vec<RealWageFigures>,
    /// Why figures are not costed, in words; empty where all are.
    pub not_costed: Vec<String>,
}

/// Wages against prices on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct RealWageFigures {
    /// The day.
    pub date: Date,
    /// Wages over those of the reference date, divided by prices likewise; 1 buys what it bought then.
    pub ratio: Option<Decimal>,
    /// What it would take to get back to 1, percent.
    pub catch_up: Option<Decimal>,
}

/// One block of twelve months, or what the term leaves of it.
#[derive(Debug, Clone, PartialEq)]
pub struct YearFigures {
    /// Such as `Year 1`; says so where the block is cut by the term.
    pub label: String,
    /// First day within the term.
    pub first_day: Date,
    /// Last day within the term.
    pub last_day: Date,
    /// Whether the term cuts the block.
    pub cut: bool,
    /// Σ r·h in the block.
    pub payroll: Option<Decimal>,
    /// What is earned in the block above the baseline, lump sums included.
    pub cash: Option<Decimal>,
    /// Cash less the previous block's.
    pub added: Option<Decimal>,
    /// (r − b) on the block's last day × the hours of its twelve months; no lump sums.
    pub annualized: Option<Decimal>,
    /// (r − b) on that day × the hours of the block's twelve months up to the horizon, less the
    /// wages part of cash.
    pub carry_over: Option<Decimal>,
}

/// One clause of an offer.
#[derive(Debug, Clone, PartialEq)]
pub struct RaiseFigures {
    /// Its place in the offer's list of clauses, from 0.
    pub clause: usize,
    /// Its date as written.
    pub date: Date,
    /// Its effective day.
    pub takes_effect: Date,
    /// Its kind.
    pub kind: ClauseKind,
    /// What it gives, in words.
    pub terms: String,
    /// Whom it applies to, in words.
    pub scope: String,
    /// Its percent, where it has one.
    pub percent: Option<Decimal>,
    /// Cost with the clauses up to this one less the cost with those before it.
    pub worth: Option<Decimal>,
    /// Cost with its percent one point higher, less the cost; `None` without a percent.
    pub value_of_a_point: Option<Decimal>,
}

/// Cost of one combination of scope keys.
#[derive(Debug, Clone, PartialEq)]
pub struct ScopeFigures {
    /// Market.
    pub market: Option<String>,
    /// Bargaining unit.
    pub unit: Option<String>,
    /// Job family.
    pub job: Option<String>,
    /// Cost of the offer for these employees.
    pub cost: Option<Decimal>,
}

/// What a later ratification costs the employees and saves the employer.
#[derive(Debug, Clone, PartialEq)]
pub struct DelayFigures {
    /// Ratified on this day, without retroactivity.
    pub ratified: Date,
    /// Cost on time less the cost ratified then, per full-time equivalent.
    pub lost_per_fte: Option<Decimal>,
    /// Cost on time less the cost ratified then.
    pub lost: Option<Decimal>,
}

/// The employee looked at, under one offer.
#[derive(Debug, Clone, PartialEq)]
pub struct EmployeeFigures {
    /// Hourly rate on the as-of date.
    pub rate: Option<Decimal>,
    /// Full-time equivalent.
    pub fte: Decimal,
    /// At each contract year's end.
    pub cumulative: Vec<CumulativeFigures>,
}

/// Pay from the term's first day to the end of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct CumulativeFigures {
    /// The day.
    pub date: Date,
    /// Σ r·h.
    pub earned: Option<Decimal>,
    /// What has been paid of it.
    pub paid: Option<Decimal>,
    /// Lump sums received, which are in neither.
    pub lump_sums: Option<Decimal>,
}

/// Between A and B: B less A throughout.
#[derive(Debug, Clone, PartialEq)]
pub struct GapFigures {
    /// Offer A.
    pub a: OfferId,
    /// Offer B.
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
    pub by_year: Vec<(String, Option<Decimal>)>,
    /// Why they differ; adds up to `cost`.
    pub why: WhyFigures,
    /// Movement of the counter.
    pub movement: MovementFigures,
    /// From when on B's cumulative pay stays at or above A's.
    pub break_even: BreakEvenFigures,
    /// The gap when A, B, both or neither pay retroactively.
    pub retroactivity: Vec<PairingFigures>,
}

/// Bars that add up to the gap (costing.md §5 "Why two offers differ").
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
    /// From rounding rates to the cent.
    pub rounding: Option<Decimal>,
    /// From floors and minimum amounts.
    pub floors: Option<Decimal>,
}

/// How far a counter has come from its side's last offer, and how far the other's is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MovementFigures {
    /// The counter.
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
    /// The gap then.
    pub cost: Option<Decimal>,
}
