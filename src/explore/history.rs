//! The offers each side has passed, in the order of their moments (METHOD.md "History").
//!
//! It says what each side changed and what followed, never that one move answered another.

use rust_decimal::Decimal;

use crate::costing::report::OfferFigures;
use crate::scenario::{Moment, Offer, OfferId, Party, Scenario, Status};
use crate::units::Date;

/// The figure a history is told in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Told {
    /// Cost over the term, dollars.
    #[default]
    Cost,
    /// The end rate, percent.
    EndRate,
}

impl Told {
    /// The figure of an offer.
    #[must_use]
    pub fn of(self, figures: &OfferFigures) -> Option<Decimal> {
        match self {
            Self::Cost => figures.cost,
            Self::EndRate => figures.compounded,
        }
    }
}

/// One offer passed.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    pub offer: OfferId,
    /// Whose offer it is.
    pub side: Party,
    /// When it was passed, or agreed.
    pub on: Moment,
    /// Whether both sides agreed to it then.
    pub agreed: bool,
    /// The figure of the offer.
    pub figure: Option<Decimal>,
    /// The figure less that of the same side's offer before; `None` for its first, and where one is
    /// unknown.
    pub conceded: Option<Decimal>,
    /// Days since the move before, of either side; `None` for the first.
    pub days_since: Option<i32>,
    /// The place in the history of the other side's next move.
    pub next_of_other: Option<usize>,
    /// Union's latest figure less the employer's, from this move on; `None` until both have moved.
    pub distance: Option<Decimal>,
}

/// Every offer that was passed or agreed, by its moment; at one moment in the scenario's order. `offers`
/// holds the figures of the scenario's offers.
#[must_use]
pub fn history(scenario: &Scenario, offers: &[OfferFigures], told: Told) -> Vec<Move> {
    let mut passed: Vec<(&Offer, &Moment, bool)> = scenario
        .offers
        .iter()
        .filter_map(|offer| match &offer.status {
            Status::Passed(moment) => Some((offer, moment, false)),
            Status::Agreed(moment) => Some((offer, moment, true)),
            Status::Draft | Status::WhatIf | Status::Withdrawn(_) => None,
        })
        .collect();
    passed.sort_by_key(|(_, moment, _)| moment.order());
    let figure = |offer: &Offer| {
        let figures = offers.iter().find(|figures| figures.id == offer.id)?;
        told.of(figures)
    };
    let mut moves: Vec<Move> = Vec::with_capacity(passed.len());
    for (at, (offer, moment, agreed)) in passed.iter().enumerate() {
        let own_before = moves.iter().rev().find(|one| one.side == offer.side);
        let figure = figure(offer);
        let conceded = own_before.and_then(|before| figure?.checked_sub(before.figure?));
        let other = offer.side.other();
        let later = passed.iter().enumerate().skip(at + 1);
        let next_of_other = later
            .filter(|(_, (next, _, _))| Some(next.side) == other)
            .map(|(place, _)| place)
            .next();
        let days_since = moves.last().map(|last| last.on.on.days_until(moment.on));
        moves.push(Move {
            offer: offer.id.clone(),
            side: offer.side,
            on: (*moment).clone(),
            agreed: *agreed,
            figure,
            conceded,
            days_since,
            next_of_other,
            distance: None,
        });
        let latest = |side: Party| {
            let last = moves.iter().rev().find(|one| one.side == side)?;
            last.figure
        };
        let distance = latest(Party::Union)
            .zip(latest(Party::Employer))
            .and_then(|(union, employer)| union.checked_sub(employer));
        if let Some(last) = moves.last_mut() {
            last.distance = distance;
        }
    }
    moves
}

/// Days from the last move to a day, 0 where the move is later; `None` without a move. Exports end at
/// the last move instead of today.
#[must_use]
pub fn days_without_movement(moves: &[Move], today: Date) -> Option<i32> {
    Some(moves.last()?.on.on.days_until(today).max(0))
}
