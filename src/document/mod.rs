//! The open scenario: commands, gestures with undo and redo, what is saved, cached results.
//!
//! Everything a user changes goes through [`command::apply`]. A gesture is one undoable step with a
//! label: [`Document::begin`], any number of [`Document::update`], then [`Document::commit`] or
//! [`Document::cancel`]. Each update starts again from the scenario before the gesture, so the
//! path of a drag doesn't matter, only where it ends.

pub mod amounts;
pub mod baseline;
pub mod cell;
pub mod command;
pub mod counter;
pub mod dated;
pub mod detail;
pub mod entry;
pub mod fields;
pub mod gains;
mod giving_way;
pub mod history;
mod identity;
mod label;
pub mod learned;
pub mod line;
mod line_words;
pub mod moving;
pub mod new_clause;
pub mod new_contract;
mod offers;
pub mod order;
pub mod paste;
pub mod payroll;
pub mod prices;
mod refusal;
pub mod refused;
mod results;
mod rules;
pub mod setting;
mod sound;
mod spelled;
pub mod statement;
pub mod term_sheet;
pub mod words;
pub mod wrong;
mod years;

use std::sync::Arc;

use crate::costing::CostingError;
use crate::scenario::{Offer, OfferId, Scenario};
use crate::units::Date;

pub use command::{Command, Slot};
pub use detail::Detail;
pub use giving_way::GaveWay;
use history::{Change, History};
use identity::Names;
pub use payroll::PayrollEdit;
pub use refusal::Refusal;
use results::ResultCache;
pub use results::{Results, none_yet};
pub use setting::{Presentation, Setting};
pub use years::{YearCache, Years};

/// A gesture under way.
#[derive(Debug)]
struct Gesture {
    label: String,
    before: Arc<Scenario>,
    /// The names given before it: each of its updates starts again from them.
    names: Names,
    /// Whether one of its changes reached more than the offers it named.
    reached_all: bool,
}

/// The open scenario with its history.
#[derive(Debug)]
pub struct Document {
    current: Arc<Scenario>,
    saved: Arc<Scenario>,
    history: History,
    names: Names,
    gesture: Option<Gesture>,
    revision: u64,
    edited: bool,
    /// Whether it has never been on disk, so that closing would lose it all.
    new: bool,
    /// Why it can only be looked at.
    read_only: Option<String>,
    cache: ResultCache,
}

impl Document {
    /// Opens a scenario as it was saved.
    #[must_use]
    pub fn new(mut scenario: Scenario) -> Self {
        let names = Names::of(&mut scenario);
        let current = Arc::new(scenario);
        Self {
            saved: current.clone(),
            current,
            history: History::default(),
            names,
            gesture: None,
            revision: 0,
            edited: false,
            new: false,
            read_only: None,
            cache: ResultCache::default(),
        }
    }

    /// Opens a scenario that was just made, or recovered after a crash, and is nowhere saved.
    #[must_use]
    pub fn never_saved(scenario: Scenario) -> Self {
        Self {
            new: true,
            ..Self::new(scenario)
        }
    }

    /// Opens a scenario to look at: no change is made to it, for the reason given, until it has been saved
    /// as a file of its own.
    #[must_use]
    pub fn to_look_at(scenario: Scenario, why: String) -> Self {
        Self {
            read_only: Some(why),
            ..Self::new(scenario)
        }
    }

    /// Why it can only be looked at, if so; to be said as long as it is open.
    #[must_use]
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// The scenario as it stands, a gesture under way included.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.current
    }

    /// The same, to be kept: who holds it can tell by its address whether the scenario has changed since.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Scenario> {
        self.current.clone()
    }

    /// The offer with this id.
    #[must_use]
    pub fn offer(&self, id: &OfferId) -> Option<&Offer> {
        self.current.offer(id)
    }

    /// Grows with every change on screen; results are kept by it.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether something would be lost by closing.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.edited || self.new
    }

    /// The scenario as it was opened or saved last.
    #[must_use]
    pub fn as_saved(&self) -> &Scenario {
        &self.saved
    }

    /// Records that the scenario as it stands is on disk.
    pub fn mark_saved(&mut self) {
        self.saved = self.current.clone();
        self.edited = false;
        self.new = false;
        self.read_only = None;
    }

    /// Records that the scenario as it stands is on no disk: its file holds something else.
    pub fn mark_unsaved(&mut self) {
        self.new = true;
    }

    /// One change as one undoable step.
    ///
    /// # Errors
    /// [`Refusal`], with nothing changed.
    pub fn apply(&mut self, command: Command) -> Result<(), Refusal> {
        let label = command.label(&self.current);
        self.apply_all(&label, &[command])
    }

    /// Several changes as one undoable step.
    ///
    /// # Errors
    /// [`Refusal`] of the first that can't be done, or where a rule of scenarios would be broken that
    /// wasn't before; with nothing changed.
    pub fn apply_all(&mut self, label: &str, commands: &[Command]) -> Result<(), Refusal> {
        self.cancel();
        self.begin(label);
        let kept = self.update(commands).and_then(|()| {
            let broken = rules::newly_broken(self.before_gesture(), &self.current);
            broken.map_or(Ok(()), |words| Err(Refusal::Breaks(words)))
        });
        if kept.is_ok() {
            self.commit();
        } else {
            self.cancel();
        }
        kept
    }

    /// Whether a change could be made, without making it.
    ///
    /// # Errors
    /// The [`Refusal`] that [`Self::apply`] would give.
    pub fn try_out(&self, command: &Command) -> Result<(), Refusal> {
        let mut next = (*self.current).clone();
        command::apply(&mut next, command)?;
        let broken = rules::newly_broken(&self.current, &next);
        broken.map_or(Ok(()), |words| Err(Refusal::Breaks(words)))
    }

    /// Starts a gesture; one under way is given up.
    pub fn begin(&mut self, label: &str) {
        self.cancel();
        self.gesture = Some(Gesture {
            label: label.to_owned(),
            before: self.current.clone(),
            names: self.names,
            reached_all: false,
        });
    }

    /// Whether a gesture is under way.
    #[must_use]
    pub fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// The scenario before the gesture under way, or as it stands.
    #[must_use]
    pub fn before_gesture(&self) -> &Scenario {
        self.gesture
            .as_ref()
            .map_or(&self.current, |gesture| &gesture.before)
    }

    /// What the gesture under way amounts to so far: these changes, from where it began.
    ///
    /// # Errors
    /// [`Refusal`]; the scenario then stays as after the last update.
    pub fn update(&mut self, commands: &[Command]) -> Result<(), Refusal> {
        let chooses = commands.iter().all(Command::only_chooses);
        if let Some(why) = self.read_only.as_ref().filter(|_| !chooses) {
            return Err(Refusal::ReadOnly(why.clone()));
        }
        let before = self.before_gesture();
        let mut next = before.clone();
        for command in commands {
            command::apply(&mut next, command)?;
        }
        if let Some(gesture) = &self.gesture {
            self.names = gesture.names;
        }
        self.names.give(&mut next);
        if differ(&next, &self.current) {
            let reaches_all = commands.iter().any(Command::reaches_every_offer);
            let reached_all = self.gesture.as_mut().is_some_and(|gesture| {
                gesture.reached_all |= reaches_all;
                gesture.reached_all
            });
            if reached_all || reaches_all {
                self.cache.forget();
            }
            self.show(Arc::new(next));
        }
        Ok(())
    }

    /// Names the gesture under way anew: a drag knows its label at its end.
    pub fn relabel(&mut self, label: String) {
        if let Some(gesture) = &mut self.gesture {
            gesture.label = label;
        }
    }

    /// Ends the gesture as one step; without a change of the work there is none.
    pub fn commit(&mut self) {
        if let Some(gesture) = self.gesture.take()
            && differ_in_work(&gesture.before, &self.current)
        {
            self.history.push(Change {
                label: gesture.label,
                before: gesture.before,
                after: self.current.clone(),
            });
        }
    }

    /// Gives the gesture up without a trace.
    pub fn cancel(&mut self) {
        if let Some(gesture) = self.gesture.take()
            && !Arc::ptr_eq(&gesture.before, &self.current)
        {
            self.cache.forget();
            self.show(gesture.before);
        }
    }

    /// The label of the step undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.history.undo_label()
    }

    /// The label of the step redo would repeat.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.history.redo_label()
    }

    /// Takes back the last step; returns its label.
    pub fn undo(&mut self) -> Option<String> {
        self.cancel();
        let (scenario, label) = self.history.undo(&self.current)?;
        self.cache.forget();
        self.show(scenario);
        Some(label)
    }

    /// Repeats the step taken back last; returns its label.
    pub fn redo(&mut self) -> Option<String> {
        self.cancel();
        let (scenario, label) = self.history.redo(&self.current)?;
        self.cache.forget();
        self.show(scenario);
        Some(label)
    }

    /// Figures and curves of the scenario as it stands.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn results(&mut self) -> Result<Arc<Results>, CostingError> {
        self.cache.get(self.revision, &self.current)
    }

    /// The same, with curves that read a day exactly however often employees move up steps.
    ///
    /// # Errors
    /// As [`Self::results`].
    pub fn results_told_on(&mut self, day: Date) -> Result<Arc<Results>, CostingError> {
        self.cache.told_on(self.revision, &self.current, day)
    }

    fn show(&mut self, scenario: Arc<Scenario>) {
        self.current = scenario;
        self.revision += 1;
        let same = Arc::ptr_eq(&self.saved, &self.current);
        self.edited = !same && differ_in_work(&self.saved, &self.current);
    }
}

/// Whether the work in two scenarios differs. Which offer is worked on is a choice and none of it: a save takes it
/// along, and nothing is lost without one.
fn differ_in_work(one: &Scenario, other: &Scenario) -> bool {
    if one.counter == other.counter {
        return differ(one, other);
    }
    let chosen_alike = Scenario {
        counter: one.counter.clone(),
        ..other.clone()
    };
    differ(one, &chosen_alike)
}

/// Whether two scenarios differ, looking first where edits are made.
fn differ(one: &Scenario, other: &Scenario) -> bool {
    one.offers != other.offers || one != other
}

#[cfg(test)]
mod tests;
