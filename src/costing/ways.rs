//! Every way through the workforce: employees who are paid the same at all times, before and under an offer.

use std::collections::HashMap;

use super::alone;
use super::amount::Amount;
use super::cohorts::{RatePlace, Seat};
use super::error::CostingError;
use super::follow::holds;
use super::model::{Model, Paid};
use super::offer_cost::OfferCost;
use super::path::Path;
use super::pay_line::PayLine;
use super::schedule::Event;
use super::standing::Track;

/// Some of a group's employees, who are paid alike throughout.
#[derive(Debug, Clone)]
pub struct Way {
    /// Their group.
    pub(crate) seat: Seat,
    /// How many of the group's equal parts they are.
    pub(crate) parts: i64,
    /// Their rate under the baseline.
    pub(crate) owed: PayLine,
    /// Their rate under the offer.
    pub(crate) offered: PayLine,
}

/// All ways under an offer, group by group.
///
/// # Errors
/// [`CostingError`].
pub fn ways(
    model: &Model<'_>,
    events: &[Event],
    offer: &OfferCost,
) -> Result<Vec<Way>, CostingError> {
    let seats = &offer.paid.cohorts.seats;
    ways_of(model, events, offer, seats)
}

/// The ways of some groups.
///
/// # Errors
/// [`CostingError`].
pub fn ways_of(
    model: &Model<'_>,
    events: &[Event],
    offer: &OfferCost,
    seats: &[Seat],
) -> Result<Vec<Way>, CostingError> {
    let paid = &offer.paid;
    let parts = paid.standing.parts;
    let way = model.ready.way();
    let held = holds(events);
    // Groups at one rate in one class are paid alike.
    let mut alike: HashMap<usize, (PayLine, PayLine)> = HashMap::new();
    let mut ways = Vec::with_capacity(seats.len());
    for seat in seats {
        if let RatePlace::Rate(number) = seat.place {
            let (owed, offered) = match alike.get(&number) {
                Some(known) => known.clone(),
                None => {
                    let owed = at_rate(model, paid, &[], &paid.baseline, number, seat.class)?;
                    let offered = at_rate(model, paid, events, &offer.path, number, seat.class)?;
                    alike.insert(number, (owed.clone(), offered.clone()));
                    (owed, offered)
                }
            };
            ways.push(Way {
                seat: *seat,
                parts,
                owed,
                offered,
            });
            continue;
        }
        let owed = way.tracks(&paid.cohorts, seat, parts, &[]);
        let offered = way.tracks(&paid.cohorts, seat, parts, &held);
        // Both are made of the same parts in the same order.
        for (owed, offered) in owed.iter().zip(&offered) {
            ways.push(Way {
                seat: *seat,
                parts: owed.parts,
                owed: on_steps(&paid.baseline, owed)?,
                offered: on_steps(&offer.path, offered)?,
            });
        }
    }
    Ok(ways)
}

fn at_rate(
    model: &Model<'_>,
    paid: &Paid,
    events: &[Event],
    path: &Path,
    number: usize,
    class: usize,
) -> Result<PayLine, CostingError> {
    let rate = paid.cohorts.rate_of(number)?;
    alone::line(model, paid, events, path, rate, Some(class))
}

fn on_steps(path: &Path, track: &Track) -> Result<PayLine, CostingError> {
    PayLine::along(path, track)?.ok_or(CostingError::Misplaced)
}

impl Way {
    /// Wages above the baseline of 1.0 FTE between two moments.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn wages_of_one(
        &self,
        a_year: i128,
        from: super::clock::Ticks,
        to: super::clock::Ticks,
    ) -> Result<Amount, CostingError> {
        // One FTE is 10⁴ of its units.
        let one = a_year.checked_mul(10_000).ok_or(CostingError::TooLarge)?;
        self.offered
            .earned(from, to, one)?
            .minus(self.owed.earned(from, to, one)?)
    }
}
