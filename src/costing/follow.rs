//! Events taken through all rates, and what holds while raises for a time come and go.

use std::sync::Arc;

use super::changes;
use super::clock::Ticks;
use super::cohorts::Cohorts;
use super::effects::Effect;
use super::error::CostingError;
use super::path::Path;
use super::rounded::rounded;
use super::schedule::{Calendar, Event};
use super::standing::{HeldSteps, Standing};
use super::unrounded::unrounded;
use crate::scenario::Rounding;

/// How exactly rates are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Follow {
    /// How they are rounded.
    pub(crate) rounding: Rounding,
    /// Whether every rate is kept at every time, rather than sums.
    pub(crate) detailed: bool,
}

/// The path of events in order: one replay of all, and one for each moment on which a raise for a time ends,
/// of what is left from then on as if the ended ones had never applied.
pub(super) fn path_of(
    cohorts: &Arc<Cohorts>,
    standing: &Arc<Standing>,
    calendar: Calendar,
    events: &[&Event],
    follow: Follow,
) -> Result<Path, CostingError> {
    let second_year = calendar.second_year();
    let replay = |events: &[&Event]| {
        let changes = changes::of(events, second_year)?;
        let places = match follow.rounding {
            Rounding::Cent => Some(2),
            Rounding::Dollar => Some(0),
            Rounding::None => None,
        };
        match places.filter(|_| cohorts.has_rates()) {
            Some(places) => rounded(cohorts, standing, &changes, places, follow.detailed),
            None => unrounded(cohorts, standing, &changes, follow.detailed),
        }
    };
    let stages = stages(events)
        .into_iter()
        .map(|(from, events)| Ok((from, replay(&events)?)))
        .collect::<Result<_, CostingError>>()?;
    Ok(Path::new(cohorts.clone(), standing.clone(), stages))
}

/// Events that apply together: all of them, and from each moment on which a raise for a time ends those that
/// are left then.
pub(super) fn stages<'e>(events: &[&'e Event]) -> Vec<(Ticks, Vec<&'e Event>)> {
    let mut ends: Vec<Ticks> = events
        .iter()
        .filter(|event| event.comes)
        .filter_map(|event| event.until)
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let mut stages = vec![(Ticks::MIN, events.to_vec())];
    for end in ends {
        let lasting = |event: &&&Event| event.until.is_none_or(|until| until > end);
        stages.push((end, events.iter().filter(lasting).copied().collect()));
    }
    stages
}

/// The steps that events hold.
pub(super) fn holds(events: &[Event]) -> Vec<HeldSteps> {
    let coming = events.iter().filter(|event| event.comes);
    coming
        .filter_map(|event| match event.effect {
            Effect::Hold(until) => Some(HeldSteps {
                scope: event.scope,
                from: event.day,
                until,
            }),
            _ => None,
        })
        .collect()
}
