//! Figures without a sensible value (METHOD.md "Percents").

use rust_decimal::Decimal;

use crate::scenario::OfferId;

/// A figure that is `None` because it is undefined, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undefined {
    /// The offer it is of; none for a figure between offers.
    pub(crate) offer: Option<OfferId>,
    pub(crate) figure: RateFigure,
    /// Why it has no value.
    pub(crate) why: Why,
}

/// The figures that can be undefined though all inputs are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateFigure {
    /// The sum of percents.
    SimpleSum,
    /// The difference of two sums of percents.
    SimplePoints,
    /// The compounded percent.
    Compounded,
    /// The even yearly raise.
    AverageAYear,
    /// The percent with steps.
    WithSteps,
    PresentValue,
    BreakEven,
    /// Movement's shares.
    Movement,
    /// The difference of two compounded percents.
    CompoundedPoints,
    /// The percentiles of the percent at the end, over employees.
    EndPercentiles,
    /// The percent at the end of some employees, in a table of who gains.
    EndPercent(SpreadTable),
    /// The percentiles of dollars per full-time equivalent, over employees.
    DollarPercentiles,
    /// Dollars per full-time equivalent of some employees, in a table of who gains.
    PerFte(SpreadTable),
}

/// The tables of who gains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadTable {
    /// By market.
    Market,
    /// By bargaining unit.
    Unit,
    /// By job.
    Job,
    /// By wage scale.
    Scale,
    /// By band of starting pay.
    Band,
}

/// Why a figure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The only raises for everyone are dollars, which are no percent.
    OnlyDollars,
    /// It would be a share of nothing.
    OfNothing,
    /// It is beyond a million percent, either way.
    Absurd,
    /// The discount rate leaves nothing to divide by.
    DiscountRate,
    /// The employee works no hours.
    NoHours,
    /// Pay under the second offer doesn't catch up within the term.
    NotWithinTerm,
    /// The two offers compared cost the same.
    NoDistance,
}

/// The largest percent shown, either way.
pub const MOST_PERCENT: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

impl RateFigure {
    /// Its name in the report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SimpleSum => "simple_sum",
            Self::SimplePoints => "simple_points",
            Self::Compounded => "compounded",
            Self::AverageAYear => "average_a_year",
            Self::WithSteps => "with_steps",
            Self::PresentValue => "present_value",
            Self::BreakEven => "break_even",
            Self::Movement => "movement",
            Self::CompoundedPoints => "compounded_points",
            Self::EndPercentiles | Self::EndPercent(_) => "end_percent",
            Self::DollarPercentiles => "dollars_per_fte",
            Self::PerFte(_) => "per_fte",
        }
    }
}

/// By how many percent a rate is above another, or why that has no value.
///
/// # Errors
/// [`Why`].
pub(super) fn percent_above(rate: Decimal, base: Decimal) -> Result<Decimal, Why> {
    if base.is_zero() {
        return Err(Why::OfNothing);
    }
    rate.checked_div(base)
        .and_then(|ratio| ratio.checked_sub(Decimal::ONE))
        .and_then(|more| more.checked_mul(Decimal::ONE_HUNDRED))
        .filter(is_sane)
        .ok_or(Why::Absurd)
}

/// Whether a percent is one that somebody could mean.
#[must_use]
pub(super) fn is_sane(percent: &Decimal) -> bool {
    percent.abs() <= MOST_PERCENT
}
