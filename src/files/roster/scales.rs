//! Wage scales read out of a roster: proposals, taken only where the user says so.

use std::collections::{BTreeMap, HashMap};

use super::tally::{Count, Key, Names, dollars};
use crate::scenario::{Group, Scale, ScaleStep, Workforce};
use crate::units::{HourlyRate, Known};

/// How many employees must have a rate for it to count as a step.
const FEWEST: u64 = 10;
/// The most steps a proposed scale has; jobs with more rates have no scale.
const MOST_STEPS: usize = 30;

/// The scales that a roster's own scales and steps show: on each step the rate most employees there have, the
/// lower one of two as frequent. Second, the scales that can't be told, because a step below their top has
/// nobody on it.
pub(super) fn scales_of(
    entries: &[(Key, Count)],
    names: &Names,
    months: u32,
) -> (Vec<Scale>, Vec<String>) {
    let mut rates: BTreeMap<&str, BTreeMap<u32, BTreeMap<i64, u64>>> = BTreeMap::new();
    for (key, count) in entries {
        if let (Some(scale), Some(step), Some(rate)) = (names.text(key.scale), key.step, key.rate) {
            let steps = rates.entry(scale).or_default();
            *steps.entry(step).or_default().entry(rate).or_default() += count.heads;
        }
    }
    let mut scales = Vec::new();
    let mut holes = Vec::new();
    for (name, steps) in rates {
        let top = steps.keys().next_back().copied().unwrap_or(0);
        if steps.len() != top as usize {
            holes.push(name.to_owned());
            continue;
        }
        let usual = steps.values().map(|rates| {
            let most = rates
                .iter()
                .max_by_key(|(rate, heads)| (**heads, std::cmp::Reverse(**rate)));
            most.map_or(0, |(rate, _)| *rate)
        });
        scales.push(scale(name, usual.collect(), months));
    }
    (scales, holes)
}

fn scale(name: &str, rates: Vec<i64>, months: u32) -> Scale {
    let last = rates.len().saturating_sub(1);
    let steps = rates.iter().enumerate().map(|(at, rate)| ScaleStep {
        rate: HourlyRate::new(dollars(*rate)).map_or(Known::Unknown, Known::Known),
        months: (at < last).then_some(months),
    });
    Scale {
        name: name.to_owned(),
        steps: steps.collect(),
    }
}

/// A scale that the rates of a job suggest.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedScale {
    /// The job, and its market where the job's rates differ by market.
    pub job: String,
    market: Option<String>,
    /// The scale: each rate that recurs is a step.
    pub scale: Scale,
    /// Employees on each of its steps.
    pub on_steps: Vec<u64>,
    /// Employees of the job with another rate.
    pub off: u64,
}

/// Proposes a scale for each job of groups that stand on none: rates that at least ten employees have, from
/// the lowest, twelve months a step. A job with only one such rate has no scale, nor one whose employees
/// mostly have rates of their own.
#[must_use]
pub fn propose_scales(workforce: &Workforce) -> Vec<ProposedScale> {
    let mut jobs: BTreeMap<(&str, Option<&str>), BTreeMap<HourlyRate, u64>> = BTreeMap::new();
    let free = |group: &&Group| group.scale.is_none();
    for group in workforce.read_groups().iter().filter(free) {
        let (Some(job), Some(heads)) = (group.job.as_deref(), group.headcount.get()) else {
            continue;
        };
        if let Known::Known(rate) = workforce.rate_of(group) {
            let rates = jobs.entry((job, group.market.as_deref())).or_default();
            *rates.entry(rate).or_default() += heads;
        }
    }
    let mut taken: HashMap<String, u32> = HashMap::new();
    let mut proposed = Vec::new();
    for ((job, market), rates) in jobs {
        let steps: Vec<(HourlyRate, u64)> = rates
            .iter()
            .filter(|(_, heads)| **heads >= FEWEST)
            .map(|(rate, heads)| (*rate, *heads))
            .collect();
        let all: u64 = rates.values().sum();
        let on: u64 = steps.iter().map(|(_, heads)| heads).sum();
        if steps.len() < 2 || steps.len() > MOST_STEPS || on * 2 < all {
            continue;
        }
        let mut name = match market {
            Some(market) => format!("{job}, {market}"),
            None => job.to_owned(),
        };
        let times = taken.entry(name.clone()).or_default();
        *times += 1;
        if *times > 1 || workforce.scale(&name).is_some() {
            name = format!("{name} ({})", *times + 1);
        }
        let last = steps.len() - 1;
        let of_scale = steps.iter().enumerate().map(|(at, (rate, _))| ScaleStep {
            rate: Known::Known(*rate),
            months: (at < last).then_some(ScaleStep::USUAL_MONTHS),
        });
        proposed.push(ProposedScale {
            job: job.to_owned(),
            market: market.map(str::to_owned),
            scale: Scale {
                name,
                steps: of_scale.collect(),
            },
            on_steps: steps.iter().map(|(_, heads)| *heads).collect(),
            off: all - on,
        });
    }
    proposed
}

/// The workforce with a proposal taken: the job's groups with a step's rate stand on that step.
#[must_use]
pub fn with_scale(workforce: &Workforce, proposal: &ProposedScale) -> Vec<Group> {
    let step_of = |rate: HourlyRate| {
        let steps = proposal.scale.steps.iter();
        let at = steps
            .map(|step| step.rate.get())
            .position(|own| own == Some(rate));
        at.and_then(|at| u32::try_from(at + 1).ok())
    };
    let groups = workforce.read_groups().iter();
    let moved = groups.map(|group| {
        let same = group.job.as_deref() == Some(&proposal.job) && group.market == proposal.market;
        let rate = workforce
            .rate_of(group)
            .get()
            .filter(|_| same && group.scale.is_none());
        match rate.and_then(step_of) {
            Some(step) => Group {
                scale: Some(proposal.scale.name.clone()),
                step: Some(step),
                rate: None,
                ..group.clone()
            },
            None => group.clone(),
        }
    });
    moved.collect()
}
