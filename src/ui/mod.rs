//! The window: panels, timeline and table on screen. It reads a document and gives it commands.
// Places on the screen are floating point; no figure is computed here (see `place`).
#![allow(clippy::float_arithmetic)]

mod assumptions;
mod compare;
mod controls;
mod dialogs;
mod files;
mod gap;
mod grid;
mod headline;
mod inspector;
mod menus;
mod new_contract;
mod offers;
mod people;
pub mod place;
mod shortcuts;
pub mod start;
mod status_bar;
mod table;
pub mod theme;
pub mod timeline;
mod top_bar;
mod why;
mod words_of;
mod years;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Frame, Margin, Panel, Ui};

use rust_decimal::Decimal;

use crate::document::{Command, Document, Results, counter};
use crate::explore::{Hold, hold};
use crate::scenario::{OfferId, Scenario};
use crate::units::{Date, Percent};

pub use dialogs::Dialog;
pub use files::{FileChoice, FilePlace, SystemDialogs};

/// What the centre shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The lanes and the table.
    Timeline,
    /// Offers side by side.
    Compare,
    /// Why A and B differ.
    Gap,
    /// By year.
    Years,
    /// One employee.
    People,
}

/// The raise chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// Whose raise.
    pub offer: OfferId,
    /// Its place in the offer's clauses.
    pub clause: usize,
}

/// The window's state: the document, and what is only on screen.
pub struct Window {
    /// The open scenario.
    pub document: Document,
    /// Where it is kept.
    pub place: FilePlace,
    /// The raise chosen.
    pub selected: Option<Selected>,
    /// The day the cursor is on.
    pub cursor: Date,
    /// The day the program was started.
    pub today: Date,
    /// What the centre shows.
    pub view: View,
    /// A clean view with shared offers only.
    pub presenting: bool,
    /// What is held while a raise moves.
    pub holding: Hold,
    /// Raises that don't give way.
    pub locks: BTreeSet<(OfferId, usize)>,
    /// What was refused or done last.
    pub notice: Option<String>,
    /// A question or a page on top of everything.
    pub dialog: Option<Dialog>,
    /// Whether the side panels are folded away.
    pub folded: (bool, bool),
    /// The whole document, while only what is shared is presented.
    behind: Option<Document>,
    drag: Option<timeline::drag::Drag>,
    table_height: f32,
    timeline: timeline::Timeline,
    grid: grid::Grid,
    people: people::People,
    type_exact_values: bool,
    last: Option<Arc<Results>>,
    files: files::Files,
    closing: bool,
}

impl Window {
    /// A window on a scenario.
    #[must_use]
    pub fn new(
        scenario: Scenario,
        place: FilePlace,
        today: Date,
        choice: Box<dyn FileChoice>,
    ) -> Self {
        let cursor = today.clamp(scenario.term.first_day, scenario.term.last_day);
        Self {
            document: Document::new(scenario),
            place,
            selected: None,
            cursor,
            today,
            view: View::Timeline,
            presenting: false,
            holding: Hold::Nothing,
            locks: BTreeSet::new(),
            notice: None,
            dialog: None,
            folded: (false, false),
            behind: None,
            drag: None,
            table_height: 0.0,
            timeline: timeline::Timeline::default(),
            grid: grid::Grid::default(),
            people: people::People::default(),
            type_exact_values: false,
            last: None,
            files: files::Files::new(choice),
            closing: false,
        }
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        files::poll(self, ui.ctx());
        timeline::drag::Drag::follow(self, ui.ctx());
        shortcuts::take(self, ui.ctx());
        let results = match self.document.results() {
            Ok(results) => {
                self.last = Some(results.clone());
                Some(results)
            }
            Err(error) => {
                self.notice = Some(error.to_string());
                self.last.clone()
            }
        };
        let palette = theme::palette(ui);
        top_bar::show(self, ui);
        status_bar::show(self, ui);
        let wide = ui.available_width();
        let side = Frame::new().fill(palette.side).inner_margin(Margin {
            left: 14,
            right: 2,
            top: 4,
            bottom: 4,
        });
        if let Some(results) = &results {
            let (left, right) = if wide < 1200.0 {
                (232.0, 252.0)
            } else {
                (256.0, 352.0)
            };
            if !self.folded.0 && !self.presenting {
                let panel = Panel::left("offers")
                    .resizable(false)
                    .exact_size(left)
                    .frame(side);
                panel.show(ui, |ui| left_side(self, ui, results));
            }
            if !self.folded.1 && !self.presenting && self.view == View::Timeline {
                let panel = Panel::right("values")
                    .resizable(false)
                    .exact_size(right)
                    .frame(side);
                panel.show(ui, |ui| inspector::show(self, ui, results));
            }
            let centre = Frame::new()
                .fill(palette.paper)
                .inner_margin(Margin::symmetric(14, 8));
            egui::CentralPanel::no_frame()
                .frame(centre)
                .show(ui, |ui| self.centre(ui, results));
        }
        dialogs::show(self, ui);
        files::before_closing(self, ui.ctx());
    }

    fn centre(&mut self, ui: &mut Ui, results: &Results) {
        headline::show(self, ui, results);
        match self.view {
            View::Timeline => {
                // The table keeps its height during a drag, and with it the lanes theirs.
                if self.drag.is_none() {
                    let rows = self.document.scenario().offers.len().max(2) as f32;
                    let most = ui.available_height() * 0.35;
                    self.table_height = (rows.min(6.0) * 25.0 + 30.0).min(most);
                }
                let table = self.table_height;
                let frame = Frame::new().inner_margin(Margin {
                    top: 6,
                    ..Margin::ZERO
                });
                let panel = Panel::bottom("table")
                    .resizable(false)
                    .exact_size(table)
                    .frame(frame);
                panel
                    .show_separator_line(false)
                    .show(ui, |ui| grid::show(self, ui));
                egui::CentralPanel::no_frame().show(ui, |ui| timeline::show(self, ui, results));
            }
            View::Compare => compare::show(self, ui, results),
            View::Gap => gap::show(self, ui, results),
            View::Years => years::show(self, ui, results),
            View::People => people::show(self, ui, results),
        }
    }

    /// Gives the document a command; a refusal becomes the notice.
    pub fn apply(&mut self, command: Command) {
        self.notice = self
            .document
            .apply(command)
            .err()
            .map(|refusal| refusal.to_string());
    }

    /// Gives a raise new terms, or asks to start a counter where its offer is locked.
    pub fn change_raise(&mut self, offer: &OfferId, clause: usize, date: Date, percent: Percent) {
        let locked = self
            .document
            .offer(offer)
            .is_some_and(|offer| offer.status.is_locked());
        if locked {
            self.dialog = Some(Dialog::StartCounter {
                from: offer.clone(),
                then: Some((clause, date, percent)),
            });
            return;
        }
        let command = Command::SetRaise {
            offer: offer.clone(),
            clause,
            date,
            percent,
        };
        let label = command.label(self.document.scenario());
        let mut commands = vec![command];
        commands.extend(self.giving_way(&commands, offer, clause));
        self.notice = None;
        if let Err(refusal) = self.document.apply_all(&label, &commands) {
            self.notice = Some(refusal.to_string());
        }
        self.selected = Some(Selected {
            offer: offer.clone(),
            clause,
        });
    }

    /// What other raises give way when one moves by `commands` and something is held. Computed from the
    /// scenario before the gesture, so the path of a drag doesn't matter.
    pub fn giving_way(
        &mut self,
        commands: &[Command],
        offer: &OfferId,
        moved: usize,
    ) -> Vec<Command> {
        if self.holding == Hold::Nothing {
            return Vec::new();
        }
        let mut after = self.document.before_gesture().clone();
        let mut before = after.offer(offer).cloned();
        for command in commands {
            if let Command::AddOffer(copy) = command {
                before = Some((**copy).clone());
            }
            if crate::document::command::apply(&mut after, command).is_err() {
                return Vec::new();
            }
        }
        let locked: Vec<usize> = self
            .locks
            .iter()
            .filter(|(id, _)| id == offer)
            .map(|(_, clause)| *clause)
            .collect();
        let held = crate::costing::Model::new(&after).and_then(|model| {
            match (&before, after.offer(offer)) {
                (Some(before), Some(now)) => {
                    hold(&model, before, now, moved, &locked, self.holding).map(Some)
                }
                _ => Ok(None),
            }
        });
        match held {
            Ok(Some(held)) => {
                self.notice = inspector::held_in_words(self.holding, &held);
                changed_raises(&held.offer, after.offer(offer))
            }
            Ok(None) => Vec::new(),
            Err(error) => {
                self.notice = Some(error.to_string());
                Vec::new()
            }
        }
    }

    /// Adds a raise to the offer worked on.
    pub fn add_raise(&mut self, date: Date, percent: Decimal) {
        let Ok(percent) = Percent::new(percent) else {
            return;
        };
        let scenario = self.document.scenario();
        let open = scenario
            .counter
            .as_ref()
            .and_then(|id| scenario.offer(id))
            .filter(|offer| !offer.status.is_locked())
            .map(|offer| (offer.id.clone(), offer.clauses.len()));
        match open {
            Some((offer, clause)) => {
                self.apply(Command::AddRaise {
                    offer: offer.clone(),
                    date,
                    percent,
                });
                self.selected = Some(Selected { offer, clause });
            }
            None => {
                let words = "Start a counter first (+ from A, + from B or + midpoint): passed offers are locked";
                self.notice = Some(words.to_owned());
            }
        }
    }

    /// Takes a raise out, or says why not.
    pub fn remove_raise(&mut self, offer: &OfferId, clause: usize) {
        self.apply(Command::RemoveRaise {
            offer: offer.clone(),
            clause,
        });
        self.selected = None;
        self.locks.retain(|(id, _)| id != offer);
    }

    /// Starts a counter from an offer and works on it.
    pub fn start_counter(&mut self, from: &OfferId, then: Option<(usize, Date, Percent)>) {
        let Some(source) = self.document.offer(from) else {
            return;
        };
        let copy = counter::counter_from(self.document.scenario(), source);
        let label = format!("Start {} from {}", copy.name, source.name);
        let offer = copy.id.clone();
        let mut commands = vec![Command::AddOffer(Box::new(copy))];
        if let Some((clause, date, percent)) = then {
            commands.push(Command::SetRaise {
                offer: offer.clone(),
                clause,
                date,
                percent,
            });
            self.selected = Some(Selected { offer, clause });
        }
        if let Err(refusal) = self.document.apply_all(&label, &commands) {
            self.notice = Some(refusal.to_string());
        }
    }

    /// Starts a draft at the middle of the terms of A and B.
    pub fn start_midpoint(&mut self) {
        match counter::midpoint(self.document.scenario()) {
            Some(draft) => {
                let label = format!("Start {} at the midpoint", draft.name);
                let _ = self
                    .document
                    .apply_all(&label, &[Command::AddOffer(Box::new(draft))]);
                self.notice =
                    Some("The midpoint is the middle of the terms, not of the cost".to_owned());
            }
            None => self.notice = Some("Choose offers A and B first".to_owned()),
        }
    }

    /// Starts or ends the clean view. While it lasts the window holds a copy with nothing private in
    /// it, so that nothing private can be shown.
    pub fn present(&mut self, start: bool) {
        if start == self.presenting {
            return;
        }
        self.drag = None;
        self.document.cancel();
        self.presenting = start;
        self.selected = None;
        self.notice = None;
        self.dialog = None;
        if start {
            let shared = shared_copy(self.document.scenario());
            self.behind = Some(std::mem::replace(&mut self.document, Document::new(shared)));
        } else if let Some(document) = self.behind.take() {
            self.document = document;
        }
    }

    /// Takes back or repeats a step.
    pub fn undo(&mut self, again: bool) {
        let label = if again {
            self.document.redo()
        } else {
            self.document.undo()
        };
        self.notice = label.map(|label| {
            if again {
                format!("Redid: {label}")
            } else {
                format!("Undid: {label}")
            }
        });
        let gone = self.selected.as_ref().is_some_and(|one| {
            let offer = self.document.offer(&one.offer);
            offer.is_none_or(|offer| offer.clauses.len() <= one.clause)
        });
        if gone {
            self.selected = None;
        }
    }
}

/// A scenario with what is shared and nothing else: no drafts, no notes.
#[must_use]
pub fn shared_copy(scenario: &Scenario) -> Scenario {
    let mut copy = scenario.clone();
    copy.offers.retain(|offer| offer.shared);
    for offer in &mut copy.offers {
        offer.note.clear();
        for clause in &mut offer.clauses {
            clause.note.clear();
        }
    }
    for clause in &mut copy.baseline {
        clause.note.clear();
    }
    copy.note.clear();
    copy.workforce.note.clear();
    for source in &mut copy.sources {
        source.note.clear();
    }
    let kept = |id: &Option<OfferId>| id.clone().filter(|id| copy.offer(id).is_some());
    let (a, b, counter) = (kept(&copy.a), kept(&copy.b), kept(&copy.counter));
    (copy.a, copy.b, copy.counter) = (a, b, counter);
    copy
}

fn changed_raises(
    held: &crate::scenario::Offer,
    now: Option<&crate::scenario::Offer>,
) -> Vec<Command> {
    let Some(now) = now else {
        return Vec::new();
    };
    held.clauses
        .iter()
        .zip(&now.clauses)
        .enumerate()
        .filter(|(_, (held, now))| held != now)
        .filter_map(|(clause, (held, _))| {
            Some(Command::SetRaise {
                offer: now.id.clone(),
                clause,
                date: held.date,
                percent: held.terms.percent()?,
            })
        })
        .collect()
}

fn left_side(window: &mut Window, ui: &mut Ui, results: &Results) {
    egui::ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            beside_the_bar(ui, |ui| {
                offers::show(window, ui, results);
                assumptions::show(window, ui, results);
                ui.add_space(12.0);
            });
        });
}

/// Contents of a scrolling panel, clear of its scroll bar.
fn beside_the_bar(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let margin = Margin {
        right: 12,
        ..Margin::ZERO
    };
    Frame::new().inner_margin(margin).show(ui, contents);
}
