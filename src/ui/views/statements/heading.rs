//! The titles of what stands beside the claims.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use crate::ui::widgets::theme;

/// A section's title with a note at the right.
pub fn heading(ui: &mut Ui, title: &str, note: &str) {
    let soft = theme::palette(ui).soft;
    ui.horizontal(|ui| {
        ui.label(
            theme::strong(title, 12.0)
                .color(soft)
                .extra_letter_spacing(0.6),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let note = RichText::new(note).size(12.5).color(soft);
            ui.add(Label::new(note).truncate());
        });
    });
    ui.add_space(4.0);
}
