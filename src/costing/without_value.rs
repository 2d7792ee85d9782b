//! Which figures of a report have no value though all they need is known.

use super::looked::Looked;
use super::model::Model;
use super::report::{GapFigures, OfferFigures, PeopleFigures, SpreadRow};
use super::undefined::{RateFigure, SpreadTable, Undefined, Why};
use crate::scenario::OfferId;

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
    let in_dollars = |offer: &&OfferFigures| offer.simple_sum_is_in_dollars;
    all.extend(offers.iter().filter(in_dollars).map(|offer| Undefined {
        offer: Some(offer.id.clone()),
        figure: RateFigure::SimpleSum,
        why: Why::OnlyDollars,
    }));
    for offer in offers {
        let mut note = |figure: RateFigure, why: Why| {
            all.push(Undefined {
                offer: Some(offer.id.clone()),
                figure,
                why,
            });
        };
        if !offer.not_costed.is_empty() {
            // Percents alone give the compounded percent of unknown pay.
            if offer.compounded.is_some() && offer.average_a_year.is_none() {
                note(RateFigure::AverageAYear, Why::Absurd);
            }
            continue;
        }
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
    let of_either = |figure: RateFigure| {
        let mut own = all.iter().filter(|one| one.figure == figure);
        let is_compared = |id: &OfferId| *id == gap.a || *id == gap.b;
        own.find(|one| one.offer.as_ref().is_some_and(is_compared))
            .map(|one| one.why)
    };
    let (simple, compounded) = (
        of_either(RateFigure::SimpleSum),
        of_either(RateFigure::Compounded),
    );
    let mut note = |figure: RateFigure, why: Why| {
        all.push(Undefined {
            offer: None,
            figure,
            why,
        });
    };
    if let Some(why) = simple {
        note(RateFigure::SimplePoints, why);
    }
    if let Some(why) = compounded {
        note(RateFigure::CompoundedPoints, why);
    }
    if gap.movement.moved.is_some() && gap.movement.moved_share.is_none() {
        note(RateFigure::Movement, Why::NoDistance);
    }
    if looked.is_some_and(|looked| looked.fte().is_zero()) {
        note(RateFigure::BreakEven, Why::NoHours);
    } else if gap.break_even.from.is_some() && gap.break_even.date.is_none() {
        note(RateFigure::BreakEven, Why::NotWithinTerm);
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
        if let Some(why) = ranks.and_then(|ranks| ranks.without_end) {
            note(RateFigure::EndPercentiles, why);
        }
        if ranks.is_some_and(|ranks| ranks.is_of_no_fte) {
            note(RateFigure::DollarPercentiles, Why::OfNothing);
        }
        for (table, rows) in tables {
            let own = rows.iter().filter_map(|row| row.offers.get(at));
            let why = own.filter_map(|own| own.without_end);
            // What is beyond all measure is told before what is a share of nothing.
            if let Some(why) = why.min_by_key(|why| *why == Why::OfNothing) {
                note(RateFigure::EndPercent(table), why);
            }
            let mut rows = rows.iter();
            let no_fte = |row: &SpreadRow| row.fte.is_some_and(|fte| fte.is_zero());
            let is_costed =
                |row: &SpreadRow| row.offers.get(at).is_some_and(|own| own.cost.is_some());
            if rows.any(|row| no_fte(row) && is_costed(row)) {
                note(RateFigure::PerFte(table), Why::OfNothing);
            }
        }
    }
    all
}
