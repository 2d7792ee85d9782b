//! The side panels: offers, workforce, assumptions and the case on the left; on the right what is chosen,
//! the values at the cursor and the bars of the gap.

mod assumptions;
mod case;
mod costs;
pub mod inspector;
mod offers;
mod waiting;

use eframe::egui::{ScrollArea, Ui};

use crate::ui::state::{Actions, Context, SettingField};
use crate::ui::widgets::{controls, fields};

/// What the left panel remembers between frames.
#[derive(Debug, Default)]
pub struct LeftPanel {
    /// The field that gets the keyboard once it is there, and the frames it is still waited for: what was
    /// folded away takes some to unfold, and a field may not be there at all.
    go_to: Option<(SettingField, u8)>,
}

impl LeftPanel {
    /// Gives a field the keyboard, unfolding what hides it.
    pub fn go_to(&mut self, field: SettingField) {
        self.go_to = Some((field, 30));
    }
}

/// Paints the left panel.
pub fn left(own: &mut LeftPanel, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let go_to = own.go_to.take();
    let unfold = go_to.is_some_and(|(field, _)| field.is_folded_away());
    if let Some((field, frames)) = go_to
        && !fields::has_keyboard(ui, field.name())
    {
        fields::go_to(ui, field.name());
        own.go_to = frames.checked_sub(1).map(|left| (field, left));
        ui.ctx().request_repaint();
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        controls::beside_the_bar(ui, |ui| {
            offers::show(ui, context, actions);
            waiting::show(ui, context, actions);
            assumptions::show(ui, context, actions);
            case::more_assumptions(ui, unfold, context, actions);
            assumptions::employee(ui, context, actions);
            case::show(ui, context, actions);
            ui.add_space(12.0);
        });
    });
}
