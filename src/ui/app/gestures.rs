//! Gestures: many changes on the way, one step at the end; and what gives way to a raise that moves.

use super::App;
use crate::document::{Command, moving, words};
use crate::explore::{Held, Hold, Outcome};
use crate::scenario::{Clause, ClauseId, ClauseTerms, OfferId, Scenario};
use crate::ui::state::{ClauseAt, Gesture, Notice};
use crate::units::Currency;

impl App {
    /// Carries out a part of a gesture.
    pub(super) fn gesture(&mut self, part: Gesture) {
        if !matches!(part, Gesture::Begin(_) | Gesture::To { .. }) {
            self.context.notices.drag_ended();
        }
        let document = &mut self.context.session.document;
        match part {
            Gesture::Begin(label) => document.begin(label),
            Gesture::To { commands, moves } => self.move_to(commands, moves),
            Gesture::End => document.commit(),
            Gesture::DropRaise { raise, copied_from } => self.drop_raise(raise, copied_from),
            Gesture::Cancel => document.cancel(),
        }
    }

    fn move_to(&mut self, mut commands: Vec<Command>, moves: Option<ClauseAt>) {
        if let Some(raise) = &moves {
            commands.extend(self.giving_way(&commands, raise));
        }
        match self.context.session.document.update(&commands) {
            Ok(()) => {
                if moves.is_some() {
                    self.context.selection.clause = moves;
                }
            }
            Err(refusal) => self.tell(Notice::refused(refusal.to_string())),
        }
    }

    fn drop_raise(&mut self, raise: ClauseAt, copied_from: Option<OfferId>) {
        let document = &mut self.context.session.document;
        let before = document.before_gesture();
        let dropped = document
            .offer(&raise.offer)
            .and_then(|offer| Some((offer, offer.clause(raise.clause)?)));
        if let Some((offer, clause)) = dropped {
            let label = match &copied_from {
                Some(source) => {
                    let source = before.offer(source);
                    let name = source.map_or("", |offer| offer.name.as_str());
                    format!("Start {} from {name}", offer.name)
                }
                None => moved_in_words(before, &raise, clause),
            };
            document.relabel(label);
            self.context.selection.clause = Some(raise);
        }
        document.commit();
    }

    /// What other raises give way when one moves by `commands`; how well it was held is told.
    pub(super) fn giving_way(&mut self, commands: &[Command], moves: &ClauseAt) -> Vec<Command> {
        let selection = &self.context.selection;
        let what = selection.hold;
        let locks = selection.locks.iter();
        let locked: Vec<ClauseId> = locks
            .filter(|one| one.offer == moves.offer)
            .map(|one| one.clause)
            .collect();
        let moves = (&moves.offer, moves.clause);
        let document = self.context.document();
        match document.giving_way(commands, moves, &locked, what) {
            Ok(Some(gave)) => {
                self.context.notices.clear();
                if let Some(words) =
                    held_in_words(what, &gave.held, &self.context.scenario().currency)
                {
                    let held = gave.held.outcome == Outcome::Held;
                    let told = if held { Notice::passing } else { Notice::done };
                    self.tell(told(words));
                }
                gave.commands
            }
            Ok(None) => Vec::new(),
            Err(error) => {
                self.tell(Notice::refused(error.to_string()));
                Vec::new()
            }
        }
    }
}

/// What undo calls a clause that was dropped.
fn moved_in_words(before: &Scenario, at: &ClauseAt, now: &Clause) -> String {
    if let ClauseTerms::Percent(percent) = &now.terms
        && let Some(percent) = percent.get()
    {
        return words::raise_change(before, &at.offer, at.clause, now.date, percent);
    }
    let what = words::clause_of(before, &at.offer, at.clause);
    let from = before
        .offer(&at.offer)
        .and_then(|own| own.clause(at.clause));
    let paid = before.paid_in();
    from.map_or_else(
        || format!("Move {what}"),
        |from| moving::label(&what, from, now, paid),
    )
}

/// What holding came to, where it isn't simply held.
fn held_in_words(what: Hold, held: &Held, currency: &Currency) -> Option<String> {
    let remainder = match what {
        Hold::Cost => currency.exact(held.remainder),
        _ => format!("{} points", words::points(held.remainder)),
    };
    match held.outcome {
        Outcome::Held if held.remainder.is_zero() || what == Hold::Nothing => None,
        Outcome::Held => Some(format!("Held to within a step; off by {remainder}")),
        Outcome::Saturated => Some(format!(
            "The other raises can give no more way; off by {remainder}"
        )),
        Outcome::AllLocked => Some(format!("No raise is free to give way; off by {remainder}")),
        Outcome::Unknown => {
            Some("What is held isn\u{2019}t known, so nothing gives way".to_owned())
        }
    }
}
