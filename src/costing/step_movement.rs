//! What moving up steps costs before any offer (METHOD.md "Step movement").

use std::collections::BTreeSet;

use super::effects::Effect;
use super::error::CostingError;
use super::model::Model;
use super::report::StepMovementFigures;
use super::year_label::YearKind;
use super::years::blocks;

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
    let moving = classes_moved(model);
    blocks(model.first_day(), model.horizon(), kind)
        .into_iter()
        .map(|block| {
            let from = clock.start_of(block.first_day);
            let to = clock.end_of(block.last_day);
            let unknown = moving.iter().any(|class| hidden.pay(*class, from, to));
            let pay = model.part.baseline.earned(from, to)?;
            let cost = pay.minus(still.earned(from, to)?)?;
            Ok(StepMovementFigures {
                label: block.label,
                cost: (!unknown).then(|| cost.dollars()),
            })
        })
        .collect()
}

/// The classes in which somebody moves a step, or that are owed a pool: what it adds depends on where the others
/// stand.
fn classes_moved(model: &Model<'_>) -> BTreeSet<usize> {
    let cohorts = &model.part.cohorts;
    let workforce = &model.scenario.workforce;
    let groups = workforce.groups().unwrap_or_default();
    let moving = groups.iter().zip(&cohorts.class_of).filter(|(group, _)| {
        let scale = group
            .scale
            .as_deref()
            .and_then(|name| workforce.scale(name));
        let step = group.step.and_then(|step| usize::try_from(step).ok());
        let months = scale
            .zip(step)
            .and_then(|(scale, step)| scale.months_on(step));
        months.is_some_and(|months| months > 0)
    });
    let mut classes: BTreeSet<usize> = moving.map(|(_, class)| *class).collect();
    for event in &model.baseline {
        if matches!(event.effect, Effect::Pool(_)) {
            classes.extend(cohorts.classes_in(event.scope).map(|(class, _)| class));
        }
    }
    classes
}
