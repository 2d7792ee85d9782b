//! The changes of rates that a list of clauses comes to, in the order they apply.

use super::clock::Ticks;
use super::effects::{Effect, Fraction, Minimum, Pool, RateChange};
use super::error::CostingError;
use super::pool;
use super::schedule::{Event, Order};
use crate::units::Date;

/// A change of rates on its way through the workforce.
#[derive(Debug, Clone, Copy)]
pub struct Change<'e> {
    /// When.
    pub(crate) at: Ticks,
    pub(crate) what: What<'e>,
    pub(crate) scope: usize,
    /// The clause it is of, by its place in the offer's list; `None` in the baseline.
    pub(crate) clause: Option<usize>,
}

/// What a change does.
#[derive(Debug, Clone, Copy)]
pub enum What<'e> {
    /// Each rate by itself.
    Rate(RateChange),
    /// Whole scales.
    Minimum(&'e Minimum),
    /// One part of a pool.
    Part {
        pool: &'e Pool,
        /// The share of the payroll that all its parts spend, as a fraction of 1.
        share: Fraction,
        /// The moment of its first part.
        first: Ticks,
    },
}

/// The changes of events that ever come, in order: also past the last day counted, up to which a percent of pay
/// may be measured. Events come sorted; a pool's later parts go where their own days
/// belong. `second_year` is the first day of the second contract year.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn of<'e>(events: &[&'e Event], second_year: Date) -> Result<Vec<Change<'e>>, CostingError> {
    let mut dated: Vec<(Order, Change<'e>)> = Vec::with_capacity(events.len());
    let mut sorted = true;
    for event in events.iter().filter(|event| event.comes) {
        let change = |at, what| Change {
            at,
            what,
            scope: event.scope,
            clause: event.clause,
        };
        let key = event.order(event.day, event.nominal);
        match &event.effect {
            Effect::Rate(rate) => dated.push((key, change(event.at, What::Rate(*rate)))),
            Effect::Minimum(minimum) => {
                dated.push((key, change(event.at, What::Minimum(minimum))));
            }
            Effect::Pool(pool) => {
                let share = pool::share(pool, events, event.clause.is_some(), second_year)?;
                for part in pool.tranches.iter().filter(|part| part.comes) {
                    let what = What::Part {
                        pool,
                        share,
                        first: event.at,
                    };
                    let own = event.order(part.day, part.nominal);
                    sorted &= own == key;
                    dated.push((own, change(part.at, what)));
                }
            }
            _ => {}
        }
    }
    if !sorted {
        dated.sort_by_key(|(key, _)| *key);
    }
    Ok(dated.into_iter().map(|(_, change)| change).collect())
}
