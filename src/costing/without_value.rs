//! Which figures of a report have no value though all they need is known.

use super::looked::Looked;
use super::model::Model;
use super::report::{GapFigures, OfferFigures, PeopleFigures, SpreadRow};
use super::undefined::{RateFigure, SpreadTable, Undefined, Why};

/// The figures of a report that have no value though all they need is known.
#[must_use]
pub(super) fn of(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offers: &[OfferFigures],
    people: &PeopleFigures,
    gap: Option<&GapFigures>,
) -> Vec<Undefined> {
    let mut all = of_people(offers, people);
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
    let compounded = all
        .iter()
        .find(|one| {
            one.figure == RateFigure::Compounded
                && one
                    .offer
                    .as_ref()
                    .is_some_and(|id| *id == gap.a || *id == gap.b)
        })
        .map(|one| one.why);
    let mut note = |figure: RateFigure, why: Why| {
        all.push(Undefined {
            offer: None,
            figure,
            why,
        });
    };
    if let Some(why) = compounded {
        note(RateFigure::CompoundedPoints, why);
    }
    if gap.movement.moved.is_some() && gap.movement.moved_share.is_none() {
        note(RateFigure::Movement, Why::NoDistance);
    }
    if looked.is_some_and(|looked| looked.fte().is_zero()) {
        note(RateFigure::BreakEven, Why::NoHours);
    }
    all
}

/// Ends of employees that are no percent of what they were: of nothing, or beyond all measure.
fn of_people(offers: &[OfferFigures], people: &PeopleFigures) -> Vec<Undefined> {
    let spread = &people.spread;
    let tables = [
        (SpreadTable::Market, &spread.by_market),
        (SpreadTable::Unit, &spread.by_unit),
        (SpreadTable::Job, &spread.by_job),
        (SpreadTable::Scale, &spread.by_scale),
        (SpreadTable::Band, &spread.by_band),
    ];
    let mut all = Vec::new();
    for (at, offer) in offers.iter().enumerate() {
        let mut note = |figure: RateFigure, why: Why| {
            all.push(Undefined {
                offer: Some(offer.id.clone()),
                figure,
                why,
            });
        };
        let ranks = people.percentiles.get(at);
        if ranks.is_some_and(|ranks| ranks.end_percent.is_none() && ranks.dollars_per_fte.is_some())
        {
            note(RateFigure::EndPercentiles, Why::Absurd);
        }
        for (table, rows) in tables {
            let why = rows.iter().filter_map(|row| no_end(row, at));
            // What is beyond all measure is told before what is a share of nothing.
            if let Some(why) = why.min_by_key(|why| *why == Why::OfNothing) {
                note(RateFigure::EndPercent(table), why);
            }
        }
    }
    all
}

/// Why some employees have no end under the offer at a place, though their cost is known.
fn no_end(row: &SpreadRow, at: usize) -> Option<Why> {
    let own = row.offers.get(at)?;
    let undefined = own.cost.is_some() && own.end_percent.is_none();
    undefined.then_some(match own.per_fte {
        Some(_) => Why::Absurd,
        None => Why::OfNothing,
    })
}
