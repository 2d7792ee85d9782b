//! Another name for an offer.

use eframe::egui::{self, Key, Ui};

use super::{Answer, Dialog, buttons, title};
use crate::document::Command;
use crate::scenario::OfferId;
use crate::ui::state::{Actions, Context};

pub(super) struct Rename {
    offer: OfferId,
    name: String,
}

impl Rename {
    pub fn of(context: &Context, offer: OfferId) -> Self {
        let name = context.name_of(&offer).to_owned();
        Self { offer, name }
    }
}

impl Dialog for Rename {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Rename the offer");
        let field = egui::TextEdit::singleline(&mut self.name).desired_width(f32::INFINITY);
        let response = ui.add(field);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Name of the offer")
        });
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        match (entered, buttons(ui, &["Rename", "Cancel"])) {
            (true, _) | (_, Some(0)) => {
                actions.apply(Command::Rename(self.offer.clone(), self.name.clone()));
                Answer::Close
            }
            (_, Some(_)) => Answer::Close,
            _ => Answer::Stay,
        }
    }
}
