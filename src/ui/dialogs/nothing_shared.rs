//! Presenting where nothing is shared: says so, and offers to share.

use eframe::egui::Ui;

use super::{Answer, Dialog, question, title};
use crate::scenario::OfferId;
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context, Edit};

/// The offers there are, and which of them are to be shared.
pub(super) struct NothingShared {
    offers: Vec<(OfferId, bool)>,
}

impl NothingShared {
    /// None is chosen at first: what is shown to the other side is said, not guessed.
    pub fn of(context: &Context) -> Self {
        let offers = context.scenario().offers.iter();
        Self {
            offers: offers.map(|offer| (offer.id.clone(), false)).collect(),
        }
    }
}

impl Dialog for NothingShared {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Nothing is shared yet");
        ui.label("Present shows shared offers only, and every offer of this case is private. Choose those the other side may see.");
        for (id, chosen) in &mut self.offers {
            ui.checkbox(chosen, context.name_of(id));
        }
        soft(ui, "Sharing is one step, which Undo takes back.");
        let shared = self.offers.iter().filter(|(_, chosen)| *chosen);
        let shared: Vec<OfferId> = shared.map(|(id, _)| id.clone()).collect();
        let names: &[&str] = if shared.is_empty() {
            &["Cancel"]
        } else {
            &["Share and present", "Cancel"]
        };
        match question(ui, names, 0) {
            Some(0) if !shared.is_empty() => actions.edit(Edit::ShareAndPresent(shared)),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
