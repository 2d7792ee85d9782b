//! Labelled steps, taken back and repeated without limit.

use std::sync::Arc;

use crate::scenario::Scenario;

/// One gesture: the scenario before it and after it.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) label: String,
    pub(super) before: Arc<Scenario>,
    pub(super) after: Arc<Scenario>,
}

/// Steps done, and steps taken back that can be repeated.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// A new step; what had been taken back can no longer be repeated.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    pub fn undo(&mut self) -> Option<(Arc<Scenario>, String)> {
        let step = self.done.pop()?;
        let back = (step.before.clone(), step.label.clone());
        self.undone.push(step);
        Some(back)
    }

    pub fn redo(&mut self) -> Option<(Arc<Scenario>, String)> {
        let step = self.undone.pop()?;
        let on = (step.after.clone(), step.label.clone());
        self.done.push(step);
        Some(on)
    }

    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.label.as_str())
    }

    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }
}
