//! Changes of the scenario, as the window makes them.

use rust_decimal::Decimal;

use super::App;
use crate::document::learned::only_learns;
use crate::document::paste::PastedLine;
use crate::document::{Command, order};
use crate::scenario::{Clause, ClauseTerms, OfferId, Status};
use crate::ui::state::{Ask, ClauseAt, Edit, Notice};
use crate::units::{Date, Percent};

impl App {
    /// Carries a change out.
    pub(super) fn carry_out(&mut self, edit: Edit) {
        match edit {
            Edit::Apply(command) => self.command(command),
            Edit::Typed(command) => {
                self.typed(command);
            }
            Edit::AddClause { offer, clause } => self.add_clause(offer, clause),
            Edit::SetClause(at, to) => self.set_clause(at, to),
            Edit::Nudge {
                at,
                part,
                date,
                size,
            } => self.nudge(at, part, date, size),
            Edit::MoveRaise {
                raise,
                date,
                percent,
            } => self.move_raise(raise, date, percent),
            Edit::AddRaise { date, percent } => self.put_raise(date, percent),
            Edit::Remove(at) => self.remove(at),
            Edit::ToggleLock(at) => {
                let locks = &mut self.context.selection.locks;
                if !locks.remove(&at) {
                    locks.insert(at);
                }
            }
            Edit::Hold(hold) => self.context.selection.hold = hold,
            Edit::StartCounter { from, then } => self.counter_from(&from, then),
            Edit::StartMidpoint => self.counter_at_midpoint(),
            Edit::SetStatus(offer, to) => self.set_status(offer, to),
            Edit::Paste {
                offer,
                column,
                lines,
            } => self.paste(&offer, column, &lines),
            Edit::ShareAndPresent(offers) => self.share_and_present(&offers),
            Edit::Undo => self.step(false),
            Edit::Redo => self.step(true),
            Edit::Gesture(part) => self.gesture(part),
        }
    }

    /// Gives the document a command; a refusal is told. Whether it was done.
    fn try_to(&mut self, command: Command) -> bool {
        match self.context.session.document.apply(command) {
            Ok(()) => {
                self.context.notices.clear();
                true
            }
            Err(refusal) => {
                self.tell(Notice::refused(refusal.to_string()));
                false
            }
        }
    }

    fn command(&mut self, command: Command) {
        self.try_to(command);
    }

    /// Whether an offer keeps its terms.
    fn is_locked(&self, offer: &OfferId) -> bool {
        let offer = self.context.offer(offer);
        offer.is_some_and(|offer| offer.status.is_locked())
    }

    fn tell_locked(&mut self, offer: &OfferId) {
        if let Some(offer) = self.context.offer(offer) {
            let notice = Notice::locked(offer);
            self.tell(notice);
        }
    }

    fn select(&mut self, at: ClauseAt) {
        self.context.selection.clause = Some(at);
    }

    /// Chooses the clause that was added to an offer last.
    fn select_last(&mut self, offer: &OfferId) {
        let last = self.context.offer(offer).and_then(|own| own.clauses.last());
        if let Some(clause) = last.map(|clause| clause.id) {
            let offer = offer.clone();
            self.select(ClauseAt { offer, clause });
        }
    }

    fn add_clause(&mut self, offer: OfferId, clause: Box<Clause>) {
        let command = Command::AddClause {
            offer: offer.clone(),
            clause,
        };
        if self.typed(command) {
            self.select_last(&offer);
        }
    }

    /// Makes a change typed into the dialog on top, which then closes; a refusal goes back to it. Whether it
    /// was made.
    fn typed(&mut self, command: Command) -> bool {
        match self.context.session.document.apply(command) {
            Ok(()) => {
                self.context.notices.clear();
                self.dialogs.close_top();
                true
            }
            Err(refusal) => {
                if let Err(words) = self.dialogs.refused(refusal.to_string()) {
                    self.tell(Notice::refused(words));
                }
                false
            }
        }
    }

    fn set_clause(&mut self, at: ClauseAt, to: Box<Clause>) {
        let own = self.context.offer(&at.offer);
        let own = own.and_then(|offer| offer.clause(at.clause));
        let learns = own.is_some_and(|own| only_learns(own, &to));
        if !learns && self.is_locked(&at.offer) {
            self.ask(Ask::StartCounter {
                from: at.offer,
                then: None,
            });
            return;
        }
        self.command(Command::SetClause {
            offer: at.offer,
            clause: at.clause,
            to,
        });
    }

    fn move_raise(&mut self, raise: ClauseAt, date: Date, percent: Percent) {
        if self.is_locked(&raise.offer) {
            self.ask(Ask::StartCounter {
                from: raise.offer,
                then: Some((raise.clause, date, percent)),
            });
            return;
        }
        let command = Command::SetRaise {
            offer: raise.offer.clone(),
            clause: raise.clause,
            date,
            percent,
        };
        // What is typed never moves other raises.
        self.context.notices.clear();
        self.moved(raise, vec![command]);
    }

    /// Moves a clause by a key; what is held gives way.
    fn nudge(&mut self, at: ClauseAt, part: usize, date: Date, size: Option<Decimal>) {
        // A sum brings zeros along: what is nudged to 4 is written as 4, not 4.00.
        let size = size.map(|size| size.normalize());
        let Some(clause) = self
            .context
            .offer(&at.offer)
            .and_then(|own| own.clause(at.clause))
        else {
            return;
        };
        let percent = match &clause.terms {
            ClauseTerms::Percent(own) => match size {
                Some(size) => Percent::new(size).ok(),
                None => own.get(),
            },
            _ => None,
        };
        if self.is_locked(&at.offer) {
            self.timeline.heads.await_counter();
            self.ask(Ask::StartCounter {
                from: at.offer,
                then: percent.map(|percent| (at.clause, date, percent)),
            });
            return;
        }
        let command = match percent {
            Some(percent) => Command::SetRaise {
                offer: at.offer.clone(),
                clause: at.clause,
                date,
                percent,
            },
            None => Command::MoveClause {
                offer: at.offer.clone(),
                clause: at.clause,
                part,
                date,
                size,
            },
        };
        let mut commands = vec![command];
        self.context.notices.clear();
        commands.extend(self.giving_way(&commands, &at));
        self.moved(at, commands);
    }

    /// Carries out what moves a clause, as one step named after the first command, and chooses the clause.
    fn moved(&mut self, at: ClauseAt, commands: Vec<Command>) {
        let Some(first) = commands.first() else {
            return;
        };
        let label = first.label(self.context.scenario());
        let done = self.context.session.document.apply_all(&label, &commands);
        if let Err(refusal) = done {
            self.tell(Notice::refused(refusal.to_string()));
        }
        self.select(at);
    }

    fn put_raise(&mut self, date: Date, percent: Percent) {
        let scenario = self.context.scenario();
        let open = scenario
            .counter
            .as_ref()
            .and_then(|id| scenario.offer(id))
            .filter(|offer| !offer.status.is_locked())
            .map(|offer| offer.id.clone());
        let Some(offer) = open else {
            let words = "Start a counter first (+ from A, + from B or + midpoint): passed offers are locked";
            self.tell(Notice::refused(words));
            return;
        };
        let added = self.try_to(Command::AddRaise {
            offer: offer.clone(),
            date,
            percent,
        });
        if added {
            self.select_last(&offer);
        }
    }

    fn remove(&mut self, at: ClauseAt) {
        if self.is_locked(&at.offer) {
            self.tell_locked(&at.offer);
            return;
        }
        let done = self.try_to(Command::RemoveRaise {
            offer: at.offer.clone(),
            clause: at.clause,
        });
        if !done {
            return;
        }
        // Another clause that was chosen stays so.
        let selection = &mut self.context.selection;
        if selection.clause.as_ref() == Some(&at) {
            selection.clause = None;
            selection.offer = Some(at.offer);
        }
    }

    /// What the other side has seen is not reopened without asking.
    fn set_status(&mut self, offer: OfferId, to: Status) {
        if self.is_locked(&offer) && !to.is_locked() {
            self.ask(Ask::Reopen(offer, to));
        } else {
            self.command(Command::SetStatus(offer, to));
        }
    }

    /// Shares offers, as one step, and starts the clean view with them.
    fn share_and_present(&mut self, offers: &[OfferId]) {
        let share = |id: &OfferId| Command::Share(id.clone(), true);
        let commands: Vec<Command> = offers.iter().map(share).collect();
        let label = match offers {
            [one] => format!("Share {}", self.context.name_of(one)),
            _ => format!("Share {} offers", offers.len()),
        };
        match self.context.session.document.apply_all(&label, &commands) {
            Ok(()) => self.present(true),
            Err(refusal) => self.tell(Notice::refused(refusal.to_string())),
        }
    }

    fn paste(&mut self, id: &OfferId, column: usize, lines: &[PastedLine]) {
        let Some(offer) = self.context.offer(id) else {
            return;
        };
        if offer.status.is_locked() {
            self.tell_locked(id);
            return;
        }
        let raises = order::raises(offer);
        let currency = self.context.scenario().currency.clone();
        let read: Vec<(Date, Percent)> = lines
            .iter()
            .filter_map(|line| line.raise(&currency).ok())
            .collect();
        let commands = read.iter().enumerate().map(|(index, (date, percent))| {
            let (offer, date, percent) = (id.clone(), *date, *percent);
            match raises.get(column + index) {
                Some(raise) => Command::SetRaise {
                    offer,
                    clause: raise.clause,
                    date,
                    percent,
                },
                None => Command::AddRaise {
                    offer,
                    date,
                    percent,
                },
            }
        });
        let commands: Vec<Command> = commands.collect();
        let plural = if read.len() == 1 { "raise" } else { "raises" };
        let label = format!("Paste {} {plural}", read.len());
        let done = self.context.session.document.apply_all(&label, &commands);
        self.tell(match done {
            Ok(()) => Notice::done(format!("Pasted {} {plural}", read.len())),
            Err(refusal) => Notice::refused(refusal.to_string()),
        });
    }

    /// Takes back or repeats a step.
    fn step(&mut self, again: bool) {
        let document = &mut self.context.session.document;
        let label = if again {
            document.redo()
        } else {
            document.undo()
        };
        self.context.notices.clear();
        if let Some(label) = label {
            let what = if again { "Redid" } else { "Undid" };
            self.tell(Notice::done(format!("{what}: {label}")));
        }
        let chosen = self.context.selection.clause.as_ref();
        let gone = chosen.is_some_and(|one| {
            let offer = self.context.offer(&one.offer);
            offer.is_none_or(|offer| offer.clause(one.clause).is_none())
        });
        if gone {
            self.context.selection.clause = None;
        }
    }
}
