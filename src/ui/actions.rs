//! What the window does to its document.

use rust_decimal::Decimal;

use super::pages::Page;
use super::{Dialog, Selected, Window, inspector};
use crate::document::new_clause::Asked;
use crate::document::{Command, Document, counter};
use crate::explore::{Hold, hold};
use crate::scenario::{Offer, OfferId};
use crate::units::{Date, Percent};

impl Window {
    /// Gives the document a command; a refusal becomes the notice.
    pub fn apply(&mut self, command: Command) {
        self.notice = self
            .document
            .apply(command)
            .err()
            .map(|refusal| refusal.to_string());
    }

    /// Gives the document what was typed, once it could be read.
    pub fn take(&mut self, command: Result<Command, String>) {
        match command {
            Ok(command) => self.apply(command),
            Err(words) => self.notice = Some(words),
        }
    }

    /// Shows an offer's details.
    pub fn show_offer(&mut self, offer: &OfferId) {
        self.selected = None;
        self.chosen = Some(offer.clone());
    }

    /// Adds the clause asked for and chooses it; a refusal comes back to the page.
    pub(super) fn add_clause(&mut self, id: &OfferId, command: Command, page: (OfferId, Asked)) {
        let clause = self
            .document
            .offer(id)
            .map_or(0, |offer| offer.clauses.len());
        match self.document.apply(command) {
            Ok(()) => {
                self.notice = None;
                self.selected = Some(Selected {
                    offer: id.clone(),
                    clause,
                });
            }
            Err(refusal) => {
                self.dialog = Some(Dialog::Page(Box::new(Page::AddClause {
                    offer: page.0,
                    asked: page.1,
                    words: refusal.to_string(),
                })));
            }
        }
    }

    /// Says that a locked offer keeps its terms; the status bar then offers a counter from it.
    pub fn say_locked(&mut self, id: &OfferId) {
        let Some(offer) = self.document.offer(id) else {
            return;
        };
        let words = format!(
            "{} is {}: its terms are locked",
            offer.name,
            offer.status.name()
        );
        self.notice = Some(words.clone());
        self.locked = Some((id.clone(), words));
    }

    /// The locked offer the notice is about.
    #[must_use]
    pub fn locked_in_notice(&self) -> Option<OfferId> {
        let (offer, words) = self.locked.as_ref()?;
        (self.notice.as_ref() == Some(words)).then(|| offer.clone())
    }

    /// Lets a raise give way when something is held, or not.
    pub fn toggle_lock(&mut self, offer: &OfferId, clause: usize) {
        let key = (offer.clone(), clause);
        if !self.locks.remove(&key) {
            self.locks.insert(key);
        }
    }

    /// Gives a raise new terms, or asks to start a counter where its offer is locked.
    pub fn change_raise(&mut self, offer: &OfferId, clause: usize, date: Date, percent: Percent) {
        if self.presenting {
            return;
        }
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
        self.notice = None;
        commands.extend(self.giving_way(&commands, offer, clause));
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
        if self.presenting {
            return;
        }
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
        if self.presenting {
            return;
        }
        let locked = |offer: &Offer| offer.status.is_locked();
        if self.document.offer(offer).is_some_and(locked) {
            self.say_locked(offer);
            return;
        }
        self.apply(Command::RemoveRaise {
            offer: offer.clone(),
            clause,
        });
        if self.notice.is_some() {
            return;
        }
        self.show_offer(offer);
        // Those behind it move up by one, and their locks with them.
        let locks = std::mem::take(&mut self.locks).into_iter();
        self.locks = locks
            .filter(|(id, at)| id != offer || *at != clause)
            .map(|(id, at)| {
                let behind = id == *offer && at > clause;
                (id, if behind { at - 1 } else { at })
            })
            .collect();
    }

    /// Starts a counter from an offer and works on it.
    pub fn start_counter(&mut self, from: &OfferId, then: Option<(usize, Date, Percent)>) {
        if self.presenting {
            return;
        }
        let Some(source) = self.document.offer(from) else {
            return;
        };
        let copy = counter::counter_from(self.document.scenario(), source);
        let label = format!("Start {} from {}", copy.name, source.name);
        let offer = copy.id.clone();
        let started = offer.clone();
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
        match self.document.apply_all(&label, &commands) {
            Ok(()) => {
                self.notice = None;
                self.chosen = Some(started);
            }
            Err(refusal) => self.notice = Some(refusal.to_string()),
        }
    }

    /// Starts a draft at the middle of the terms of A and B.
    pub fn start_midpoint(&mut self) {
        match counter::midpoint(self.document.scenario()) {
            Some(draft) => {
                let label = format!("Start {} at the midpoint", draft.name);
                let started = draft.id.clone();
                let _ = self
                    .document
                    .apply_all(&label, &[Command::AddOffer(Box::new(draft))]);
                self.show_offer(&started);
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
            let shared = self.document.scenario().shared_copy();
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

fn changed_raises(held: &Offer, now: Option<&Offer>) -> Vec<Command> {
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
