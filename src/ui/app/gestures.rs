//! Gestures: many changes on the way, one step at the end; and what gives way to a raise that moves.

use super::App;
use crate::document::{Command, words};
use crate::explore::{Held, Hold, Outcome, hold};
use crate::scenario::{ClauseId, Offer, OfferId};
use crate::ui::state::{ClauseAt, Gesture, Notice};
use crate::units::text;

impl App {
    /// Carries out a part of a gesture.
    pub(super) fn gesture(&mut self, part: Gesture) {
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
        let dropped = document.offer(&raise.offer).and_then(|offer| {
            let clause = offer.clause(raise.clause)?;
            Some((offer, clause.date, clause.terms.percent()?))
        });
        if let Some((offer, date, percent)) = dropped {
            let label = match &copied_from {
                Some(source) => {
                    let source = before.offer(source);
                    let name = source.map_or("", |offer| offer.name.as_str());
                    format!("Start {} from {name}", offer.name)
                }
                None => words::raise_change(before, &raise.offer, raise.clause, date, percent),
            };
            document.relabel(label);
            self.context.selection.clause = Some(raise);
        }
        document.commit();
    }

    /// What other raises give way when one moves by `commands` and something is held. Computed from the
    /// scenario before the gesture, so the path of a drag doesn't matter.
    pub(super) fn giving_way(&mut self, commands: &[Command], moves: &ClauseAt) -> Vec<Command> {
        let what = self.context.selection.hold;
        if what == Hold::Nothing {
            return Vec::new();
        }
        let offer = &moves.offer;
        let mut after = self.context.document().before_gesture().clone();
        let mut before = after.offer(offer).cloned();
        for command in commands {
            if let Command::AddOffer(copy) = command {
                before = Some((**copy).clone());
            }
            if crate::document::command::apply(&mut after, command).is_err() {
                return Vec::new();
            }
        }
        let locks = self.context.selection.locks.iter();
        let locked: Vec<ClauseId> = locks
            .filter(|one| one.offer == *offer)
            .map(|one| one.clause)
            .collect();
        let held = crate::costing::Model::new(&after).and_then(|model| {
            match (&before, after.offer(offer)) {
                (Some(before), Some(now)) => {
                    let place = |id: &ClauseId| before.place_of(*id);
                    let locked: Vec<usize> = locked.iter().filter_map(place).collect();
                    let Some(moved) = place(&moves.clause) else {
                        return Ok(None);
                    };
                    hold(&model, before, now, moved, &locked, what).map(Some)
                }
                _ => Ok(None),
            }
        });
        match held {
            Ok(Some(held)) => {
                self.context.notices.clear();
                if let Some(words) = held_in_words(what, &held) {
                    self.tell(Notice::done(words));
                }
                changed_raises(&held.offer, after.offer(offer))
            }
            Ok(None) => Vec::new(),
            Err(error) => {
                self.tell(Notice::trouble(error.to_string()));
                Vec::new()
            }
        }
    }
}

/// What holding came to, where it isn't simply held.
fn held_in_words(what: Hold, held: &Held) -> Option<String> {
    let remainder = match what {
        Hold::Cost => text::dollars(held.remainder),
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

fn changed_raises(held: &Offer, now: Option<&Offer>) -> Vec<Command> {
    let Some(now) = now else {
        return Vec::new();
    };
    held.clauses
        .iter()
        .zip(&now.clauses)
        .filter(|(held, now)| held != now)
        .filter_map(|(held, now_there)| {
            Some(Command::SetRaise {
                offer: now.id.clone(),
                clause: now_there.id,
                date: held.date,
                percent: held.terms.percent()?,
            })
        })
        .collect()
}
