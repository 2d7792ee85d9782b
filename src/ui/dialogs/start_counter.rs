//! Whether a counter starts from a locked offer whose terms were to be changed.

use eframe::egui::Ui;

use super::{Answer, Dialog, question, title};
use crate::scenario::{ClauseId, OfferId};
use crate::ui::state::{Actions, Context, Edit};
use crate::units::{Date, Percent};

pub(super) struct StartCounter {
    pub(super) from: OfferId,
    pub(super) then: Option<(ClauseId, Date, Percent)>,
}

impl Dialog for StartCounter {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        title(ui, &format!("{} is locked", context.name_of(&self.from)));
        ui.label("An offer that was passed keeps its terms. A counter starts from the same terms as a private draft.");
        match question(ui, &["Start a counter from this offer", "Cancel"], 0) {
            Some(0) => actions.edit(Edit::StartCounter {
                from: self.from.clone(),
                then: self.then,
            }),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
