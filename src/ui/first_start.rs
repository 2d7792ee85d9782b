//! The first start: the example, with the way to a case of one's own in plain sight.

use eframe::egui::Ui;

use super::{Window, files};

/// What the buttons take of the top bar, in points.
pub(super) const WIDTH: f32 = 190.0;
/// Below this width of the window they stand in the status bar.
const LEAST_WIDTH: f32 = 1200.0;

/// Whether the user has opened or saved nothing yet.
pub(super) fn is_one(window: &Window) -> bool {
    !window.presenting && window.place.recent.is_empty() && window.place.is_example()
}

/// Whether the window is too narrow for the buttons in the top bar.
pub(super) fn below(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < LEAST_WIDTH
}

/// New contract… and Open….
pub(super) fn buttons(window: &mut Window, ui: &mut Ui) {
    if ui.button("New contract\u{2026}").clicked() {
        files::new_contract(window);
    }
    if ui.button("Open\u{2026}").clicked() {
        files::open(window);
    }
}
