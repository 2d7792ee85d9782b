//! The list of keys.

use eframe::egui::{Grid, ScrollArea, Ui};

use super::{Answer, Dialog, close_only, title};
use crate::ui::state::offered::{GESTURES, offered};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::theme;

pub(super) struct Keys;

impl Dialog for Keys {
    fn show(&mut self, ui: &mut Ui, context: &Context, _actions: &mut Actions) -> Answer {
        title(ui, "Keys");
        ScrollArea::vertical().max_height(460.0).show(ui, |ui| {
            Grid::new("keys")
                .num_columns(2)
                .spacing([24.0, 6.0])
                .show(ui, |ui| {
                    let mut row = |keys: &str, what: &str| {
                        ui.label(theme::strong(keys, 13.0));
                        ui.label(what);
                        ui.end_row();
                    };
                    for (keys, what) in GESTURES {
                        row(keys, what);
                    }
                    for one in offered(context) {
                        // What undo would take back is in its menu, not in a list of keys.
                        if let Some(keys) = &one.keys {
                            row(keys.shown, &one.in_general);
                        }
                    }
                });
        });
        close_only(ui)
    }

    fn closes_beside(&self) -> bool {
        true
    }
}
