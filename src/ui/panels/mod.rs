//! The side panels: offers, workforce, assumptions and the case on the left; on the right what is chosen,
//! the values at the cursor and the bars of the gap.

mod assumptions;
mod case;
pub mod inspector;
mod offers;

use eframe::egui::{ScrollArea, Ui};

use crate::ui::state::{Actions, Context};
use crate::ui::widgets::controls;

/// Paints the left panel.
pub fn left(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        controls::beside_the_bar(ui, |ui| {
            offers::show(ui, context, actions);
            assumptions::show(ui, context, actions);
            case::more_assumptions(ui, context, actions);
            assumptions::employee(ui, context, actions);
            case::show(ui, context, actions);
            ui.add_space(12.0);
        });
    });
}
