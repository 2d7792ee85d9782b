//! What moving up steps costs before any offer (METHOD.md "Step movement").

use super::amount::Amount;
use super::error::CostingError;
use super::model::Model;
use super::report::StepMovementFigures;
use super::years::{YearKind, blocks};

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
    blocks(model.first_day(), model.horizon(), kind)
        .into_iter()
        .map(|block| {
            let from = clock.start_of(block.first_day);
            let to = clock.end_of(block.last_day);
            let moving = model.part.baseline.earned(from, to)?;
            let cost = moving.minus(still.earned(from, to)?)?;
            Ok(StepMovementFigures {
                label: block.label,
                cost: model.paid.as_ref().map(|_| Amount::dollars(cost)),
            })
        })
        .collect()
}
