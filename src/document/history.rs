//! Labelled steps, taken back and repeated without limit.
//!
//! A step that changes some of many groups keeps those alone: the groups around them are those of the scenario the
//! step is taken back from. A step that changes most of them, such as a sorting or an import, keeps the whole.

use std::sync::Arc;

use crate::scenario::{Group, People, Scenario, TableGroups, Workforce};

/// One gesture: the scenario before it and after it.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) label: String,
    pub(super) before: Arc<Scenario>,
    pub(super) after: Arc<Scenario>,
}

/// A step as it is kept.
#[derive(Debug)]
struct Kept {
    step: Change,
    /// The groups that differ, where the scenarios of the step are kept without their groups.
    groups: Option<Differing>,
}

/// A run of groups before a step, and what stands in its place after it.
#[derive(Debug)]
struct Differing {
    at: usize,
    before: Vec<Group>,
    after: Vec<Group>,
}

/// Steps done, and steps taken back that can be repeated.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<Kept>,
    undone: Vec<Kept>,
}

impl History {
    /// A new step; what had been taken back can no longer be repeated.
    pub fn push(&mut self, step: Change) {
        self.undone.clear();
        self.done.push(Kept::of(step));
    }

    /// The scenario before the last step, taken back from `current`, the one after it.
    pub fn undo(&mut self, current: &Scenario) -> Option<(Arc<Scenario>, String)> {
        let kept = self.done.pop()?;
        let differing = kept.groups.as_ref();
        let differing = differing.map(|own| (own.at, &own.after, &own.before));
        let back = filled(&kept.step.before, differing, current);
        let label = kept.step.label.clone();
        self.undone.push(kept);
        Some((back, label))
    }

    /// The scenario after the step taken back last, repeated on `current`, the one before it.
    pub fn redo(&mut self, current: &Scenario) -> Option<(Arc<Scenario>, String)> {
        let kept = self.undone.pop()?;
        let differing = kept.groups.as_ref();
        let differing = differing.map(|own| (own.at, &own.before, &own.after));
        let on = filled(&kept.step.after, differing, current);
        let label = kept.step.label.clone();
        self.done.push(kept);
        Some((on, label))
    }

    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|kept| kept.step.label.as_str())
    }

    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|kept| kept.step.label.as_str())
    }
}

impl Kept {
    fn of(step: Change) -> Self {
        let groups = differing(&step.before, &step.after);
        let step = match &groups {
            Some(_) => Change {
                label: step.label,
                before: Arc::new(without_groups(&step.before)),
                after: Arc::new(without_groups(&step.after)),
            },
            None => step,
        };
        Self { step, groups }
    }
}

/// The groups that differ; none where the whole is to be kept: no groups, the very same workforce, a table in
/// somebody else's words, or most groups changed.
fn differing(before: &Scenario, after: &Scenario) -> Option<Differing> {
    if Arc::ptr_eq(&before.workforce, &after.workforce) {
        return None;
    }
    let (old, new) = (own_groups(before)?, own_groups(after)?);
    let same = |(one, other): &(&Group, &Group)| one == other;
    let at = old.iter().zip(new).take_while(same).count();
    let (old_rest, new_rest) = (old.get(at..)?, new.get(at..)?);
    let behind = old_rest.iter().rev().zip(new_rest.iter().rev());
    let behind = behind.take_while(same).count();
    let old_rest = old_rest.get(..old_rest.len().checked_sub(behind)?)?;
    let new_rest = new_rest.get(..new_rest.len().checked_sub(behind)?)?;
    let few = (old_rest.len() + new_rest.len()) * 2 <= old.len() + new.len();
    few.then(|| Differing {
        at,
        before: old_rest.to_vec(),
        after: new_rest.to_vec(),
    })
}

/// The groups of a scenario that can be put together again from parts.
fn own_groups(scenario: &Scenario) -> Option<&[Group]> {
    match &scenario.workforce.people {
        People::Table { groups, .. } if groups.own_text().is_some() => None,
        people => people.groups(),
    }
}

fn without_groups(scenario: &Scenario) -> Scenario {
    with_groups(scenario, Vec::new())
}

/// The scenario with other groups; all else shared or copied.
fn with_groups(scenario: &Scenario, groups: Vec<Group>) -> Scenario {
    let own = &scenario.workforce;
    let people = match &own.people {
        People::Table { file, sha256, .. } => People::Table {
            file: file.clone(),
            sha256: sha256.clone(),
            groups: TableGroups::read(groups),
        },
        _ => People::Groups(groups),
    };
    let workforce = Workforce {
        rates_as_of: own.rates_as_of,
        rate_unit: own.rate_unit,
        rounding: own.rounding,
        people,
        scales: own.scales.clone(),
        ladders: own.ladders.clone(),
        note: own.note.clone(),
    };
    let mut next = scenario.clone();
    next.workforce = Arc::new(workforce);
    next
}

/// A scenario as it was: with the groups of the one beside it, but for the run that the step changed.
fn filled(
    own: &Arc<Scenario>,
    differing: Option<(usize, &Vec<Group>, &Vec<Group>)>,
    beside: &Scenario,
) -> Arc<Scenario> {
    let Some((at, there, back)) = differing else {
        return own.clone();
    };
    let groups = beside.workforce.people.read_groups();
    let first = groups.get(..at).unwrap_or_default();
    let last = groups.get(at.saturating_add(there.len())..);
    let all = first.iter().chain(back).chain(last.unwrap_or_default());
    Arc::new(with_groups(own, all.cloned().collect()))
}
