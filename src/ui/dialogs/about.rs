//! About the program.

use eframe::egui::Ui;

use super::{Answer, Dialog, close_only, title};
use crate::ui::state::{Actions, Context};

pub(super) struct About;

impl Dialog for About {
    fn show(&mut self, ui: &mut Ui, _context: &Context, _actions: &mut Actions) -> Answer {
        title(ui, "Counteroffer");
        ui.label(format!("Version {}", env!("CARGO_PKG_VERSION")));
        ui.label("What an offer costs, what lies between two offers, and what it means for one employee\u{2019}s pay. Everything is computed on this machine; nothing is sent anywhere.");
        ui.label("Set in Source Sans 3, under the SIL Open Font License.");
        close_only(ui)
    }

    fn closes_beside(&self) -> bool {
        true
    }
}
