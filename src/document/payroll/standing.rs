//! Wage scales and career ladders: added, changed, taken away.

use super::names::rename;
use crate::document::refusal::Refusal;
use crate::scenario::{Group, Ladder, Scale, Scenario, ScopeKey};
use crate::units::Known;

/// Adds a scale, or gives one other steps or another name; those who stand on it, ladders and clauses follow.
pub(super) fn set_scale(
    scenario: &mut Scenario,
    at: Option<usize>,
    to: &Scale,
) -> Result<(), Refusal> {
    let Some(at) = at else {
        scenario.workforce_mut().scales.push(to.clone());
        return Ok(());
    };
    let before = scenario.workforce.scales.get(at).cloned();
    let before = before.ok_or(Refusal::Gone)?;
    let workforce = scenario.workforce_mut();
    if let Some(own) = workforce.scales.get_mut(at) {
        own.clone_from(to);
    }
    for name in workforce.ladders.iter_mut().flat_map(|one| &mut one.scales) {
        if *name == before.name {
            name.clone_from(&to.name);
        }
    }
    super::with_groups(scenario, |groups| {
        for group in groups.iter_mut().filter(|one| is_on(one, &before.name)) {
            group.scale = Some(to.name.clone());
            // A rate that repeats the step's goes with it.
            let step = group.step.and_then(|step| before.rate_of(step));
            if group.rate.is_some() && group.rate == step {
                group.rate = None;
            }
        }
        Ok(())
    })?;
    rename(scenario, ScopeKey::Scale, &before.name, &to.name);
    Ok(())
}

/// Takes a scale away: those on it keep their rate and never move, ladders lose it.
pub(super) fn remove_scale(scenario: &mut Scenario, at: usize) -> Result<(), Refusal> {
    let gone = scenario.workforce.scales.get(at).cloned();
    let gone = gone.ok_or(Refusal::Gone)?;
    super::with_groups(scenario, |groups| {
        for group in groups.iter_mut().filter(|one| is_on(one, &gone.name)) {
            let step = group.step.and_then(|step| gone.rate_of(step));
            group.rate = group.rate.or(step).or(Some(Known::Unknown));
            group.scale = None;
            group.step = None;
            group.next_step = None;
        }
        Ok(())
    })?;
    let workforce = scenario.workforce_mut();
    workforce.scales.remove(at);
    for ladder in &mut workforce.ladders {
        ladder.scales.retain(|name| *name != gone.name);
    }
    workforce.ladders.retain(|ladder| !ladder.scales.is_empty());
    Ok(())
}

/// Adds a ladder, or gives one other scales or another name.
pub(super) fn set_ladder(
    scenario: &mut Scenario,
    at: Option<usize>,
    to: &Ladder,
) -> Result<(), Refusal> {
    let ladders = &mut scenario.workforce_mut().ladders;
    let Some(at) = at else {
        ladders.push(to.clone());
        return Ok(());
    };
    let own = ladders.get_mut(at).ok_or(Refusal::Gone)?;
    let before = std::mem::replace(own, to.clone());
    rename(scenario, ScopeKey::Ladder, &before.name, &to.name);
    Ok(())
}

/// Takes a ladder away.
pub(super) fn remove_ladder(scenario: &mut Scenario, at: usize) -> Result<(), Refusal> {
    let ladders = &mut scenario.workforce_mut().ladders;
    if at >= ladders.len() {
        return Err(Refusal::Gone);
    }
    ladders.remove(at);
    Ok(())
}

fn is_on(group: &Group, scale: &str) -> bool {
    group.scale.as_deref() == Some(scale)
}
