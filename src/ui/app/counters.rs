//! Counters: private drafts made from offers on the table.

use super::App;
use crate::document::{Command, counter};
use crate::scenario::{ClauseId, OfferId};
use crate::ui::state::{ClauseAt, Notice};
use crate::units::{Date, Percent};

impl App {
    /// Starts a counter from an offer and works on it; one of its raises may get other terms at once.
    pub(super) fn counter_from(&mut self, from: &OfferId, then: Option<(ClauseId, Date, Percent)>) {
        let Some(source) = self.context.offer(from) else {
            return;
        };
        let copy = counter::counter_from(self.context.scenario(), source);
        let label = format!("Start {} from {}", copy.name, source.name);
        let started = copy.id.clone();
        let mut commands = vec![Command::AddOffer(Box::new(copy))];
        if let Some((clause, date, percent)) = then {
            commands.push(Command::SetRaise {
                offer: started.clone(),
                clause,
                date,
                percent,
            });
            let at = ClauseAt {
                offer: started.clone(),
                clause,
            };
            self.timeline.heads.counter_begun(&at);
            self.context.selection.clause = Some(at);
        }
        match self.context.session.document.apply_all(&label, &commands) {
            Ok(()) => {
                self.context.notices.clear();
                self.context.selection.offer = Some(started);
            }
            Err(refusal) => self.tell(Notice::refused(refusal.to_string())),
        }
    }

    /// Starts a draft at the middle of the terms of A and B.
    pub(super) fn counter_at_midpoint(&mut self) {
        let Some(draft) = counter::midpoint(self.context.scenario()) else {
            self.tell(Notice::refused("Choose offers A and B first"));
            return;
        };
        let label = format!("Start {} at the midpoint", draft.name);
        let started = draft.id.clone();
        let command = Command::AddOffer(Box::new(draft));
        match self.context.session.document.apply_all(&label, &[command]) {
            Ok(()) => {
                self.context.selection.clause = None;
                self.context.selection.offer = Some(started);
                let words = "The midpoint is the middle of the terms, not of the cost";
                self.tell(Notice::done(words));
            }
            Err(refusal) => self.tell(Notice::refused(refusal.to_string())),
        }
    }
}
