//! What moving up steps costs before any offer (METHOD.md "Workforce").

use std::collections::BTreeSet;

use super::effects::Effect;
use super::error::CostingError;
use super::model::Model;
use super::report::StepMovementFigures;
use super::year_label::YearKind;
use super::years::blocks;
use crate::scenario::Group;

/// Σ b·h − Σ b·h with nobody moving, by contract year; nothing where nobody is on a scale.
///
/// # Errors
/// [`CostingError`].
pub fn step_movement(model: &Model<'_>) -> Result<Vec<StepMovementFigures>, CostingError> {
    step_movement_by(model, YearKind::Contract)
}

/// The same, the years cut one way or another.
///
/// # Errors
/// [`CostingError`].
pub fn step_movement_by(
    model: &Model<'_>,
    kind: YearKind,
) -> Result<Vec<StepMovementFigures>, CostingError> {
    let still = model.baseline_without_steps()?;
    let clock = model.calendar.clock;
    let hidden = &model.part.hidden;
    let moved = moved(model);
    blocks(model.first_day(), model.horizon(), kind)
        .into_iter()
        .map(|block| {
            let from = clock.start_of(block.first_day);
            let to = clock.end_of(block.last_day);
            let unknown = !moved.is_known
                || moved
                    .rates
                    .iter()
                    .any(|class| hidden.rates(*class, from, to))
                || moved.pay.iter().any(|class| hidden.pay(*class, from, to));
            let pay = model.part.baseline.earned(from, to)?;
            let cost = pay.minus(still.earned(from, to)?)?;
            Ok(StepMovementFigures {
                label: block.label,
                cost: (!unknown).then(|| cost.dollars()),
            })
        })
        .collect()
}

/// What the figure rests on.
struct Moved {
    /// Whether rates and FTE of all who move a step are known.
    is_known: bool,
    /// The classes they are in.
    rates: BTreeSet<usize>,
    /// The classes that are owed a pool: what it adds depends on where the others stand.
    pay: BTreeSet<usize>,
}

fn moved(model: &Model<'_>) -> Moved {
    let cohorts = &model.part.cohorts;
    let workforce = &model.scenario.workforce;
    let groups = workforce.read_groups();
    let moves = |group: &Group| {
        let scale = group.scale.as_deref();
        let scale = scale.and_then(|name| workforce.scale(name));
        let step = group.step.and_then(|step| usize::try_from(step).ok());
        let months = scale.zip(step).and_then(|(one, step)| one.months_on(step));
        months.is_some_and(|months| months > 0)
    };
    let mut moved = Moved {
        is_known: true,
        rates: BTreeSet::new(),
        pay: BTreeSet::new(),
    };
    for (at, (group, class)) in groups.iter().zip(&cohorts.class_of).enumerate() {
        if moves(group) {
            let seat = cohorts.seats.binary_search_by_key(&at, |seat| seat.group);
            moved.is_known &= seat.is_ok() && group.fte.is_known();
            moved.rates.insert(*class);
        }
    }
    for event in &model.baseline {
        if matches!(event.effect, Effect::Pool(_)) {
            let own = cohorts.classes_in(event.scope).map(|(class, _)| class);
            moved.pay.extend(own);
        }
    }
    moved
}
