//! Whether an offer that was passed goes back to a status in which it can be changed.

use eframe::egui::Ui;

use super::{Answer, Dialog, question, title};
use crate::document::{Command, words};
use crate::scenario::{OfferId, Status};
use crate::ui::state::{Actions, Context};

pub(super) struct Reopen {
    pub(super) offer: OfferId,
    pub(super) to: Status,
}

impl Dialog for Reopen {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let Some(offer) = context.offer(&self.offer) else {
            return Answer::Close;
        };
        let back = self.to.name();
        title(ui, &format!("Take {} back to {back}?", offer.name));
        let when = offer.status.moment().map_or_else(String::new, |moment| {
            format!(" on {}", words::date(moment.on))
        });
        ui.label(format!(
            "It was {}{when}. That record goes, and its terms can be changed again, though the other side may hold it to them. Undo brings the record back.",
            offer.status.name()
        ));
        match question(ui, &[&format!("Back to {back}"), "Cancel"], 1) {
            Some(0) => actions.apply(Command::SetStatus(self.offer.clone(), self.to.clone())),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
