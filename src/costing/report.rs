//! The figures of a scenario, all of them, unrounded: what every output shows.
//!
//! Money is in US dollars, percents in percent (6.5 means 6.5 %). `None` is a figure that is
//! unknown (an input nobody has published) or undefined (a share of nothing). METHOD.md defines each
//! figure; the field names are those of `report --format json`. Kinds, scopes, years and reasons are data;
//! `words` says them.

use rust_decimal::Decimal;

use super::not_costed::NotCosted;
use super::undefined::Undefined;
use super::year_label::YearLabel;
use crate::scenario::{ClauseKind, ClauseTerms, OfferId, Party, RateUnit, Scope};
use crate::units::Date;

/// Everything `report` prints.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What the figures rest on.
    pub basis: BasisFigures,
    /// One entry an offer, in the scenario's order.
    pub offers: Vec<OfferFigures>,
    /// How the offers spread over employees.
    pub people: PeopleFigures,
    /// Between A and B; `None` unless the scenario names both.
    pub gap: Option<GapFigures>,
    /// Figures that are `None` because they have no sensible value, and why.
    pub undefined: Vec<Undefined>,
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
    /// What rates are paid for.
    pub rate_unit: RateUnit,
    /// What moving up steps costs before any offer, by contract year.
    pub step_movement: Vec<StepMovementFigures>,
}

/// Σ b·h less the same with nobody moving a step, in one block.
#[derive(Debug, Clone, PartialEq)]
pub struct StepMovementFigures {
    /// The block.
    pub label: YearLabel,
    /// Dollars.
    pub cost: Option<Decimal>,
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
    /// Σ percents of unscoped raises effective by the last day. `None` where dollars are the only raises for
    /// everyone.
    pub simple_sum: Option<Decimal>,
    /// Whether raises in dollars for everyone stand beside the percents of `simple_sum`.
    pub simple_sum_is_partial: bool,
    /// Σ percents of scoped raises, each weighted by its share of base payroll.
    pub simple_sum_scoped: Option<Decimal>,
    /// Payroll on the last day over baseline payroll, less 1, percent.
    pub compounded: Option<Decimal>,
    /// The even yearly raise that compounds to the same, percent.
    pub average_a_year: Option<Decimal>,
    /// Payroll on the last day, steps included, over base payroll, less 1, percent; `None` without scales.
    pub with_steps: Option<Decimal>,
    /// Wages above the baseline, lump sums and benefits.
    pub cost: Option<Decimal>,
    /// Wages above the baseline.
    pub wages: Option<Decimal>,
    /// Lump sums.
    pub lump_sums: Option<Decimal>,
    /// Dollar clauses other than lump sums.
    pub benefits: Option<Decimal>,
    /// The same, clause by clause.
    pub benefit_clauses: Vec<BenefitFigures>,
    /// Roll-up on wages and lump sums; not part of `cost`.
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
    /// Every counted clause, in effective order.
    pub raises: Vec<RaiseFigures>,
    /// The clauses left out, in list order.
    pub left_out: Vec<LeftOut>,
    /// What each part of each equity pool adds.
    pub pools: Vec<PoolFigures>,
    /// The wage scales that minimum rates lift.
    pub lifted: Vec<LiftedFigures>,
    /// Arrears: wages earned before a late ratification and paid on it; `None` where nothing is.
    pub arrears: Option<ArrearsFigures>,
    /// Wages and lump sums by market, bargaining unit and job family, in order of appearance.
    pub by_scope: Vec<ScopeFigures>,
    /// Cost of ratifying late without retroactivity, by the first of each month of year 1.
    pub delay: Vec<DelayFigures>,
    /// The employee looked at.
    pub employee: EmployeeFigures,
    /// Wages against prices at each contract year's end; empty without a price index.
    pub real_wage: Vec<RealWageFigures>,
    /// Why figures are not costed; empty where all are.
    pub not_costed: Vec<NotCosted>,
}

/// A dollar clause other than a lump sum.
#[derive(Debug, Clone, PartialEq)]
pub struct BenefitFigures {
    /// Its place in the offer's list of clauses, from 0.
    pub clause: usize,
    /// Its kind.
    pub kind: ClauseKind,
    /// What it costs over the term.
    pub cost: Option<Decimal>,
    /// The same by contract year.
    pub by_year: Vec<Option<Decimal>>,
}

/// A clause left out of all figures.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Its place in the offer's list of clauses, from 0.
    pub clause: usize,
    /// Its kind.
    pub kind: ClauseKind,
    /// Why, in the user's own words; may be empty.
    pub why: String,
}

/// One part of an equity pool.
#[derive(Debug, Clone, PartialEq)]
pub struct PoolFigures {
    /// The pool's place in the offer's list of clauses, from 0.
    pub clause: usize,
    /// The effective day of this part.
    pub takes_effect: Date,
    /// What it adds to the target's rates, percent; `None` where the target has no payroll.
    pub percent: Option<Decimal>,
}

/// A copy of a wage scale that a minimum rate lifts.
#[derive(Debug, Clone, PartialEq)]
pub struct LiftedFigures {
    /// The minimum rate's place in the offer's list of clauses, from 0.
    pub clause: usize,
    /// The scale; `None` for employees without one.
    pub scale: Option<String>,
    /// The market the copy is of.
    pub market: Option<String>,
    /// The scopes among the offer's clauses that this copy is in, everyone left aside.
    pub scopes: Vec<Scope>,
    /// Step rates before.
    pub before: Vec<Decimal>,
    /// Step rates after.
    pub after: Vec<Decimal>,
    /// Whether it is lifted by its ladder rather than by its own first step.
    pub by_ladder: bool,
}

/// What a late and retroactive ratification pays at once, wages only.
#[derive(Debug, Clone, PartialEq)]
pub struct ArrearsFigures {
    /// All of it.
    pub total: Option<Decimal>,
    /// Per full-time equivalent.
    pub per_fte: Option<Decimal>,
}

/// How offers spread over employees.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PeopleFigures {
    /// By market, unit, job, scale and band of starting pay; empty for a summary.
    pub spread: SpreadFigures,
    /// One entry an offer, in the scenario's order; empty for a summary.
    pub percentiles: Vec<PercentileFigures>,
}

/// How offers spread over the workforce, table by table, in order of appearance.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SpreadFigures {
    /// By market.
    pub by_market: Vec<SpreadRow>,
    /// By bargaining unit.
    pub by_unit: Vec<SpreadRow>,
    /// By job.
    pub by_job: Vec<SpreadRow>,
    /// By wage scale.
    pub by_scale: Vec<SpreadRow>,
    /// By five dollars of the starting hourly rate, from the lowest.
    pub by_band: Vec<SpreadRow>,
    /// The fifth of the employees with the lowest starting rates; `None` where a headcount or rate is unknown.
    pub lowest_fifth: Option<SpreadRow>,
    /// The fifth with the highest.
    pub highest_fifth: Option<SpreadRow>,
}

/// Employees who have one thing in common, under every offer.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadRow {
    /// What they have in common; none for those without it.
    pub name: Option<String>,
    /// Employees.
    pub headcount: Option<u64>,
    /// Full-time equivalents.
    pub fte: Option<Decimal>,
    /// One entry an offer.
    pub offers: Vec<SpreadOffer>,
    /// Whether its figures are left out because they would tell of too few employees.
    pub hidden: bool,
}

/// What an offer means for some employees.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadOffer {
    /// The offer.
    pub id: OfferId,
    /// Wages and lump sums above the baseline.
    pub cost: Option<Decimal>,
    /// The same per full-time equivalent.
    pub per_fte: Option<Decimal>,
    /// Mean rate on the last day against the baseline's, percent.
    pub end_percent: Option<Decimal>,
}

/// The spread of one offer over employees, by headcount.
#[derive(Debug, Clone, PartialEq)]
pub struct PercentileFigures {
    /// The offer.
    pub offer: OfferId,
    /// Of the end rate against the baseline's, percent.
    pub end_percent: Option<Percentiles>,
    /// Of wages and lump sums above the baseline, dollars per full-time equivalent.
    pub dollars_per_fte: Option<Percentiles>,
}

/// Nearest ranks: the least value with at least so many percent of employees at or below it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percentiles {
    /// 10 %.
    pub p10: Decimal,
    /// 25 %.
    pub p25: Decimal,
    /// Half.
    pub p50: Decimal,
    /// 75 %.
    pub p75: Decimal,
    /// 90 %.
    pub p90: Decimal,
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
    /// Which block.
    pub label: YearLabel,
    /// First day within the term.
    pub first_day: Date,
    /// Last day within the term.
    pub last_day: Date,
    /// Σ r·h in the block.
    pub payroll: Option<Decimal>,
    /// What is earned in the block above the baseline, lump sums and benefits included.
    pub cash: Option<Decimal>,
    /// The benefits in it.
    pub benefits: Option<Decimal>,
    /// Cash less the previous block's.
    pub added: Option<Decimal>,
    /// (r − b) on the block's last day × the hours of its twelve months; no lump sums.
    pub annualized: Option<Decimal>,
    /// (r − b) on that day × the hours of the block's twelve months up to the horizon, less the
    /// wages part of cash.
    pub carry_over: Option<Decimal>,
    /// Wages and benefits above the baseline less those of the previous block, and the block's lump sums.
    pub new_money: Option<Decimal>,
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
    /// What it gives.
    pub terms: ClauseTerms,
    /// What rates are paid for, to say the terms in.
    pub unit: RateUnit,
    /// Whom it applies to.
    pub scope: Scope,
    /// Its percent, where it has one.
    pub percent: Option<Decimal>,
    /// The percent a cost-of-living raise comes to.
    pub resolved_percent: Option<Decimal>,
    /// Cost with the clauses up to this one less the cost with those before it.
    pub worth: Option<Decimal>,
    /// Cost with its percent one point higher, or the dollars of a benefit one dollar higher, less the cost;
    /// `None` without either.
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
    /// Whether it is left out because it would tell of too few employees.
    pub hidden: bool,
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
