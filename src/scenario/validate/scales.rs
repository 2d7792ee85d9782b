//! Rules of wage scales and ladders, and of the groups that stand on them.

use std::collections::{HashMap, HashSet};

use super::names::Names;
use super::{Findings, Place};
use crate::scenario::{Group, Scale, Workforce};
use crate::units::{HourlyRate, Known, text};

/// The most months on a step: 50 years, the longest term.
const MOST_MONTHS: u32 = 600;

/// Checks scales and ladders.
pub(super) fn check(workforce: &Workforce, names: &Names<'_>, found: &mut Findings) {
    let place = Place::of("workforce").field("scales");
    let mut seen = HashSet::new();
    for (at, scale) in workforce.scales.iter().enumerate() {
        let place = place.index(at);
        own_name(&scale.name, "wage scale", &mut seen, &place, found);
        steps(scale, &place.field("steps"), found);
    }
    let place = Place::of("workforce").field("ladders");
    let mut seen = HashSet::new();
    for (at, ladder) in workforce.ladders.iter().enumerate() {
        let place = place.index(at);
        own_name(&ladder.name, "ladder", &mut seen, &place, found);
        if ladder.scales.is_empty() {
            found.error(
                place.field("scales"),
                "the ladder has no scales; name them from the lowest job to the highest, or remove \
                 the ladder",
            );
        }
        let mut on_it = HashSet::new();
        for (n, scale) in ladder.scales.iter().enumerate() {
            let place = place.field("scales").index(n);
            if !names.scales.has(scale) {
                let advice = names.scales.advice(scale, "wage scales are", found);
                found.error(
                    place,
                    format!("no wage scale is called \"{scale}\"; {advice}"),
                );
            } else if !on_it.insert(scale) {
                found.error(
                    place,
                    format!("\"{scale}\" stands on this ladder twice; remove it once"),
                );
            }
        }
    }
}

fn own_name<'a>(
    name: &'a str,
    what: &str,
    seen: &mut HashSet<&'a str>,
    place: &Place,
    found: &mut Findings,
) {
    if name.trim().is_empty() {
        let message = format!("the {what} has no name; give it one of its own");
        found.error(place.field("name"), message);
    } else if !seen.insert(name) {
        let message =
            format!("another {what} is already called \"{name}\"; give this one a name of its own");
        found.error(place.field("name"), message);
    }
}

fn steps(scale: &Scale, place: &Place, found: &mut Findings) {
    if scale.steps.is_empty() {
        let message = format!(
            "the wage scale \"{}\" has no steps; give at least one rate",
            scale.name
        );
        found.error(place.clone(), message);
    }
    let mut before = None;
    for (at, step) in scale.steps.iter().enumerate() {
        let (place, number) = (place.index(at), at + 1);
        let is_top = number == scale.steps.len();
        match step.months {
            Some(months) if is_top => {
                let message = format!(
                    "step {number} is the top of \"{}\", and nobody moves on from it after {months} \
                     months; leave months out, or add the next step",
                    scale.name
                );
                found.error(place.field("months"), message);
            }
            Some(0) => found.error(
                place.field("months"),
                "a step lasts at least one month; write the months until the next step",
            ),
            Some(months) if months > MOST_MONTHS => {
                let message = format!(
                    "{months} months are longer than any term; write the months until the next \
                     step, or leave them out for 12"
                );
                found.error(place.field("months"), message);
            }
            _ => {}
        }
        let rate = step.rate.get();
        if let (Some(lower), Some(rate)) = (before, rate)
            && rate < lower
        {
            let message = format!(
                "step {number} of \"{}\" pays {}, less than the step before it, {}; check the order \
                 of the steps",
                scale.name,
                text::rate(rate.get()),
                text::rate(lower.get())
            );
            found.warning(place.field("rate"), message);
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
        place: &Place,
        names: &Names<'_>,
        found: &mut Findings,
    ) {
        let Some(name) = &group.scale else {
            without_scale(group, place, found);
            return;
        };
        let Some(scale) = self.scales.get(name.as_str()) else {
            let advice = names.scales.advice(name, "wage scales are", found);
            let message = format!("no wage scale is called \"{name}\"; {advice}");
            found.error(place.field("scale"), message);
            return;
        };
        let Some(number) = group.step else {
            let message = format!(
                "the step on \"{name}\" is missing; add step: 1 to {}",
                scale.steps.len()
            );
            found.error(place.field("scale"), message);
            return;
        };
        if number == 0 {
            return;
        }
        let Some(of_step) = scale.rate_of(number) else {
            let message = format!(
                "\"{name}\" has no step {number}; its steps are 1 to {}",
                scale.steps.len()
            );
            found.error(place.field("step"), message);
            return;
        };
        if let (Some(own), Some(of_step)) = (group.rate.and_then(|rate| rate.get()), of_step.get())
            && own != of_step
        {
            let message = format!(
                "the group's own rate, {}, differs from that of step {number} of \"{name}\", {}; \
                 leave the group's rate out, or correct one of them",
                text::rate(own.get()),
                text::rate(of_step.get())
            );
            found.error(place.field("rate"), message);
        }
        let Some(next) = group.next_step else { return };
        let as_of = self.workforce.rates_as_of;
        if next <= as_of {
            let message = format!(
                "the next step, {next}, isn't after the day the rates are taken from, {as_of}; \
                 give the date of the step that comes next"
            );
            found.error(place.field("next_step"), message);
        } else if usize::try_from(number).is_ok_and(|number| number >= scale.steps.len()) {
            let message = format!(
                "step {number} is the top of \"{name}\", so nobody moves on {next}; leave next_step \
                 out, or add a step to the scale"
            );
            found.warning(place.field("next_step"), message);
        }
    }
}

/// A group on no scale is paid its own rate and never moves.
fn without_scale(group: &Group, place: &Place, found: &mut Findings) {
    if group.rate.is_none() {
        found.error(
            place.clone(),
            "the group has neither a rate nor a wage scale; add its rate, or write rate: unknown",
        );
    }
    if group.next_step.is_some() {
        found.error(
            place.field("next_step"),
            "a group on no wage scale has no next step; name its scale and step, or leave next_step \
             out",
        );
    }
}
