//! The figures of a scenario, all of them, unrounded: what every output shows.
//!
//! Money is in US dollars, percents in percent (6.5 means 6.5 %). `None` is a figure that is
//! unknown (an input nobody has published) or undefined (a share of nothing). METHOD.md defines each
//! figure; the field names are those of `report --format json`. Kinds, scopes, years and reasons are data;
//! `words` says them.

mod apart;
mod people;

use rust_decimal::Decimal;

pub use self::apart::{BreakEvenFigures, GapFigures, MovementFigures, PairingFigures, WhyFigures};
pub use self::people::{
    PeopleFigures, PercentileFigures, Percentiles, SpreadFigures, SpreadOffer, SpreadRow,
};
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
    /// The same offers, in the same order, by part of the workforce and by day of ratification.
    pub apart: Vec<OfferApart>,
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
    pub label: YearLabel,
    /// Dollars.
    pub cost: Option<Decimal>,
}

/// The figures of one offer, from the term's first day to the horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferFigures {
    pub id: OfferId,
    pub name: String,
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
    /// Whether the simple sum has no value because dollars are the only raises for everyone.
    pub simple_sum_is_in_dollars: bool,
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
    /// The employee looked at.
    pub employee: EmployeeFigures,
    /// Wages against prices at each contract year's end; empty without a price index.
    pub real_wage: Vec<RealWageFigures>,
    /// Why figures are not costed; empty where all are.
    pub not_costed: Vec<NotCosted>,
}

/// One offer, by part of the workforce and by day of ratification: costed many times over, so apart from what a
/// window shows at once.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferApart {
    /// Wages and lump sums by market, bargaining unit and job family, in order of appearance.
    pub by_scope: Vec<ScopeFigures>,
    /// Cost of ratifying late without retroactivity, by the first of each month of year 1.
    pub delay: Vec<DelayFigures>,
}

/// A dollar clause other than a lump sum.
#[derive(Debug, Clone, PartialEq)]
pub struct BenefitFigures {
    /// Its place in the offer's list of clauses, from 0.
    pub clause: usize,
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
    pub total: Option<Decimal>,
    /// Per full-time equivalent.
    pub per_fte: Option<Decimal>,
}

/// Wages against prices on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct RealWageFigures {
    pub date: Date,
    /// Wages over those of the reference date, divided by prices likewise; 1 buys what it bought then.
    pub ratio: Option<Decimal>,
    /// What it would take to get back to 1, percent.
    pub catch_up: Option<Decimal>,
}

/// One block of twelve months, or what the term leaves of it.
#[derive(Debug, Clone, PartialEq)]
pub struct YearFigures {
    pub label: YearLabel,
    /// First day within the term.
    pub first_day: Date,
    /// Last day within the term.
    pub last_day: Date,
    /// Σ r·h in the block.
    pub payroll: Option<Decimal>,
    /// What is earned in the block above the baseline, lump sums and benefits included.
    pub cash: Option<Decimal>,
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
    pub takes_effect: Date,
    pub kind: ClauseKind,
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
    pub market: Option<String>,
    pub unit: Option<String>,
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
    pub date: Date,
    /// Σ r·h.
    pub earned: Option<Decimal>,
    /// What has been paid of it.
    pub paid: Option<Decimal>,
    /// Lump sums received, which are in neither.
    pub lump_sums: Option<Decimal>,
}
