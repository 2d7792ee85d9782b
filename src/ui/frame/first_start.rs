//! The first start: the example, with the way to a case of one's own in plain sight.

use eframe::egui::Ui;

use crate::ui::state::{Actions, Disk};

/// What the buttons take of the top bar, in points.
pub(super) const WIDTH: f32 = 190.0;
/// Below this width of the window they stand in the status bar.
const LEAST_WIDTH: f32 = 1200.0;

/// Whether the window is too narrow for the buttons in the top bar.
pub(super) fn below(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < LEAST_WIDTH
}

/// New contract… and Open….
pub(super) fn buttons(ui: &mut Ui, actions: &mut Actions) {
    if ui.button("New contract\u{2026}").clicked() {
        actions.disk(Disk::New);
    }
    if ui.button("Open\u{2026}").clicked() {
        actions.disk(Disk::Open);
    }
}
