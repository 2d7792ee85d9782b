//! Rules of wage scales and ladders, and of the groups that stand on them.

use std::collections::{HashMap, HashSet};

use super::names::Names;
use super::{FieldPath, Findings};
use crate::scenario::fault::{NameFault, Named, ScaleFault};
use crate::scenario::{Group, Scale, Workforce};
use crate::units::{HourlyRate, Known};

/// The most months on a step: 50 years, the longest term.
const MOST_MONTHS: u32 = 600;

/// Checks scales and ladders.
pub(super) fn check(workforce: &Workforce, names: &Names<'_>, found: &mut Findings) {
    let place = FieldPath::of("workforce").field("scales");
    let mut seen = HashSet::new();
    for (at, scale) in workforce.scales.iter().enumerate() {
        let place = place.index(at);
        own_name(&scale.name, Named::WageScale, &mut seen, &place, found);
        steps(scale, &place.field("steps"), found);
    }
    let place = FieldPath::of("workforce").field("ladders");
    let mut seen = HashSet::new();
    for (at, ladder) in workforce.ladders.iter().enumerate() {
        let place = place.index(at);
        own_name(&ladder.name, Named::Ladder, &mut seen, &place, found);
        if ladder.scales.is_empty() {
            found.error(place.field("scales"), ScaleFault::EmptyLadder);
        }
        let mut on_it = HashSet::new();
        for (n, scale) in ladder.scales.iter().enumerate() {
            let place = place.field("scales").index(n);
            if !names.scales.has(scale) {
                let unknown = names.scales.unknown(Named::WageScale, scale, found);
                found.error(place, unknown);
            } else if !on_it.insert(scale) {
                found.error(place, ScaleFault::OnLadderTwice(scale.clone()));
            }
        }
    }
}

fn own_name<'a>(
    name: &'a str,
    what: Named,
    seen: &mut HashSet<&'a str>,
    place: &FieldPath,
    found: &mut Findings,
) {
    if name.trim().is_empty() {
        found.error(place.field("name"), NameFault::Missing(what));
    } else if !seen.insert(name) {
        let taken = NameFault::Taken(what, name.to_owned());
        found.error(place.field("name"), taken);
    }
}

fn steps(scale: &Scale, place: &FieldPath, found: &mut Findings) {
    if scale.steps.is_empty() {
        found.error(place.clone(), ScaleFault::NoSteps(scale.name.clone()));
    }
    let mut before = None;
    for (at, step) in scale.steps.iter().enumerate() {
        let (place, number) = (place.index(at), at + 1);
        let is_top = number == scale.steps.len();
        match step.months {
            Some(months) if is_top => {
                let moves_on = ScaleFault::TopMovesOn {
                    step: number,
                    scale: scale.name.clone(),
                    months,
                };
                found.error(place.field("months"), moves_on);
            }
            Some(0) => found.error(place.field("months"), ScaleFault::NoMonths),
            Some(months) if months > MOST_MONTHS => {
                found.error(place.field("months"), ScaleFault::TooManyMonths(months));
            }
            _ => {}
        }
        let rate = step.rate.get();
        if let (Some(lower), Some(rate)) = (before, rate)
            && rate < lower
        {
            let less = ScaleFault::PaysLess {
                step: number,
                scale: scale.name.clone(),
                rate,
                before: lower,
            };
            found.warning(place.field("rate"), less);
        }
        before = rate;
    }
}

/// The scales by name, for the groups on them.
pub(super) struct Standing<'a> {
    workforce: &'a Workforce,
    scales: HashMap<&'a str, &'a Scale>,
}

impl<'a> Standing<'a> {
    pub(super) fn of(workforce: &'a Workforce) -> Self {
        let scales = workforce
            .scales
            .iter()
            .map(|scale| (scale.name.as_str(), scale))
            .collect();
        Self { workforce, scales }
    }

    /// A group's rate: its own, else that of its step.
    pub(super) fn rate_of(&self, group: &Group) -> Known<HourlyRate> {
        let of_step = || {
            let scale = self.scales.get(group.scale.as_deref()?)?;
            scale.rate_of(group.step?)
        };
        group.rate.or_else(of_step).unwrap_or(Known::Unknown)
    }

    /// Checks that a group's scale and step are there, that its rate is its step's and that its next step
    /// lies ahead.
    pub(super) fn check(
        &self,
        group: &Group,
        place: &FieldPath,
        names: &Names<'_>,
        found: &mut Findings,
    ) {
        let Some(name) = &group.scale else {
            without_scale(group, place, found);
            return;
        };
        let Some(scale) = self.scales.get(name.as_str()) else {
            let unknown = names.scales.unknown(Named::WageScale, name, found);
            found.error(place.field("scale"), unknown);
            return;
        };
        let Some(number) = group.step else {
            let missing = ScaleFault::StepMissing {
                scale: name.clone(),
                steps: scale.steps.len(),
            };
            found.error(place.field("scale"), missing);
            return;
        };
        if number == 0 {
            return;
        }
        let Some(of_step) = scale.rate_of(number) else {
            let none = ScaleFault::NoSuchStep {
                scale: name.clone(),
                step: number,
                steps: scale.steps.len(),
            };
            found.error(place.field("step"), none);
            return;
        };
        if let (Some(own), Some(of_step)) = (group.rate.and_then(|rate| rate.get()), of_step.get())
            && own != of_step
        {
            let differs = ScaleFault::RateDiffers {
                own,
                step: number,
                scale: name.clone(),
                of_step,
            };
            found.error(place.field("rate"), differs);
        }
        let Some(next) = group.next_step else { return };
        let as_of = self.workforce.rates_as_of;
        if next <= as_of {
            let past = ScaleFault::NextStepPast { next, as_of };
            found.error(place.field("next_step"), past);
        } else if usize::try_from(number).is_ok_and(|number| number >= scale.steps.len()) {
            let at_the_top = ScaleFault::NextStepAtTheTop {
                step: number,
                scale: name.clone(),
                next,
            };
            found.warning(place.field("next_step"), at_the_top);
        }
    }
}

/// A group on no scale is paid its own rate and never moves.
fn without_scale(group: &Group, place: &FieldPath, found: &mut Findings) {
    if group.rate.is_none() {
        found.error(place.clone(), ScaleFault::NoRate);
    }
    if group.next_step.is_some() {
        found.error(place.field("next_step"), ScaleFault::NextStepOffScale);
    }
}
