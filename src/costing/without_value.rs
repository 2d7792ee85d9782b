//! Which figures of a report have no value though all they need is known.

use super::looked::Looked;
use super::model::Model;
use super::report::{GapFigures, OfferFigures};
use super::undefined::{RateFigure, Undefined, Why};

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
