//! How a figure was computed: its inputs and formula.

use eframe::egui::Ui;

use super::{Answer, Dialog, close_only, title};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::theme;

pub(super) struct How {
    pub(super) title: String,
    pub(super) figure: String,
    pub(super) how: String,
}

impl Dialog for How {
    fn show(&mut self, ui: &mut Ui, _context: &Context, _actions: &mut Actions) -> Answer {
        title(ui, &self.title);
        ui.label(theme::strong(self.figure.as_str(), 23.0));
        ui.label(self.how.as_str());
        close_only(ui)
    }

    fn closes_beside(&self) -> bool {
        true
    }
}
