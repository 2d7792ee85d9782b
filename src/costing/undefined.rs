//! Figures without a sensible value (METHOD.md "Percents").

use rust_decimal::Decimal;

use super::employee::Looked;
use super::model::Model;
use super::report::{GapFigures, OfferFigures};
use crate::scenario::OfferId;

/// A figure that is `None` because it is undefined, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undefined {
    /// The offer it is of; none for a figure between offers.
    pub offer: Option<OfferId>,
    /// The figure.
    pub figure: RateFigure,
    /// Why it has no value.
    pub why: Why,
}

/// The figures that can be undefined though all inputs are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateFigure {
    /// The compounded percent.
    Compounded,
    /// The even yearly raise.
    AverageAYear,
    /// The percent with steps.
    WithSteps,
    /// The present value.
    PresentValue,
    /// Break-even.
    BreakEven,
    /// Movement's shares.
    Movement,
}

/// Why a figure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It would be a share of nothing.
    OfNothing,
    /// It is beyond a million percent, either way.
    Absurd,
    /// The discount rate leaves nothing to divide by.
    DiscountRate,
    /// The employee works no hours.
    NoHours,
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
            Self::Compounded => "compounded",
            Self::AverageAYear => "average_a_year",
            Self::WithSteps => "with_steps",
            Self::PresentValue => "present_value",
            Self::BreakEven => "break_even",
            Self::Movement => "movement",
        }
    }
}

/// Whether a percent is one that somebody could mean.
#[must_use]
pub(super) fn is_sane(percent: &Decimal) -> bool {
    percent.abs() <= MOST_PERCENT
}

/// The figures of a report that have no value though all they need is known.
#[must_use]
pub(super) fn of(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offers: &[OfferFigures],
    gap: Option<&GapFigures>,
) -> Vec<Undefined> {
    let mut all = Vec::new();
    for offer in offers.iter().filter(|offer| offer.not_costed.is_empty()) {
        let mut note = |figure: RateFigure, why: Why| {
            all.push(Undefined {
                offer: Some(offer.id.clone()),
                figure,
                why,
            });
        };
        let no_pay = offer.exit_run_rate.is_none_or(|pay| pay.is_zero());
        let why = if no_pay { Why::OfNothing } else { Why::Absurd };
        if offer.compounded.is_none() {
            note(RateFigure::Compounded, why);
        }
        if offer.average_a_year.is_none() {
            note(RateFigure::AverageAYear, why);
        }
        if offer.with_steps.is_none() && model.part.cohorts.has_scales() {
            note(RateFigure::WithSteps, why);
        }
        if offer.present_value.is_none() && offer.cost.is_some() {
            note(RateFigure::PresentValue, Why::DiscountRate);
        }
    }
    let Some(gap) = gap else { return all };
    let mut note = |figure: RateFigure, why: Why| {
        all.push(Undefined {
            offer: None,
            figure,
            why,
        });
    };
    if gap.movement.moved.is_some() && gap.movement.moved_share.is_none() {
        note(RateFigure::Movement, Why::NoDistance);
    }
    if looked.is_some_and(|looked| looked.fte().is_zero()) {
        note(RateFigure::BreakEven, Why::NoHours);
    }
    all
}
