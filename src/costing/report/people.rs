//! The figures of how offers spread over employees.

use rust_decimal::Decimal;

use crate::costing::undefined::Why;
use crate::scenario::OfferId;

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
    pub by_market: Vec<SpreadRow>,
    /// By bargaining unit.
    pub by_unit: Vec<SpreadRow>,
    pub by_job: Vec<SpreadRow>,
    /// By wage scale.
    pub by_scale: Vec<SpreadRow>,
    /// By five dollars of the starting hourly rate, from the lowest.
    pub by_band: Vec<SpreadRow>,
    /// The fifth of the employees with the lowest starting rates; `None` where a headcount or rate is unknown.
    pub lowest_fifth: Option<SpreadRow>,
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
    pub id: OfferId,
    /// Wages and lump sums above the baseline.
    pub cost: Option<Decimal>,
    /// The same per full-time equivalent.
    pub per_fte: Option<Decimal>,
    /// Mean rate on the last day against the baseline's, percent.
    pub end_percent: Option<Decimal>,
    /// Why that has no value though their rates are known.
    pub without_end: Option<Why>,
}

/// The spread of one offer over employees, by headcount.
#[derive(Debug, Clone, PartialEq)]
pub struct PercentileFigures {
    pub offer: OfferId,
    /// Of the end rate against the baseline's, percent.
    pub end_percent: Option<Percentiles>,
    /// Why that has no value though everyone's rate is known.
    pub without_end: Option<Why>,
    /// Of wages and lump sums above the baseline, dollars per full-time equivalent.
    pub dollars_per_fte: Option<Percentiles>,
    /// Whether that has no value because some are counted as no full-time equivalent.
    pub is_of_no_fte: bool,
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
