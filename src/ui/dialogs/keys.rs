//! The list of keys.

use eframe::egui::{Grid, ScrollArea, Ui};

use super::{Answer, Dialog, close_only, title};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::theme;

/// Every key, for the list under Help.
const LIST: &[(&str, &str)] = &[
    ("Tab, Shift+Tab", "the next control, the one before"),
    ("Tab on a raise", "the next raise, in date order"),
    ("Arrow keys on a raise", "by a month, by 0.25%"),
    ("Alt or Ctrl with arrows", "by a day, by 0.01%"),
    ("Drag", "up or down for percent, sideways for date"),
    ("Shift while dragging", "keep to the axis first moved along"),
    ("Alt or Ctrl while dragging", "by a day, by 0.01%"),
    ("Escape while dragging", "back to where it was"),
    ("Double-click between raises", "add a raise"),
    ("Enter on a raise", "type exact values"),
    ("Delete on a raise or its cell", "remove it"),
    (
        "L on a raise",
        "it doesn\u{2019}t give way when something is held",
    ),
    (
        "Left, Right on a lane",
        "move the cursor by a month; with Alt or Ctrl by a day",
    ),
    ("Home, End on a lane", "the cursor to the first or last day"),
    (
        "Up, Down between lanes",
        "make a lane higher or lower; double-click puts all back",
    ),
    ("Arrow keys in the table", "the next cell"),
    ("F2, Enter or typing in the table", "edit the cell"),
    ("Ctrl+D in the table", "fill from above"),
    (
        "Ctrl+C, Ctrl+V in the table",
        "copy all as cells, paste raises",
    ),
    (
        "Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y",
        "undo, redo; in a text field, its typing",
    ),
    ("Ctrl+N, Ctrl+O", "new contract, open"),
    ("Ctrl+S, Ctrl+Shift+S", "save, save as"),
    ("Ctrl+E", "export pictures and tables"),
    ("Ctrl+Q", "quit"),
    ("F1", "this list"),
    ("F5", "present shared offers only; again or Escape ends it"),
    ("F6, F7", "fold the side panels"),
    ("Ctrl with +, \u{2212}, 0", "zoom"),
];

pub(super) struct Keys;

impl Dialog for Keys {
    fn show(&mut self, ui: &mut Ui, _context: &Context, _actions: &mut Actions) -> Answer {
        title(ui, "Keys");
        ScrollArea::vertical().max_height(460.0).show(ui, |ui| {
            Grid::new("keys")
                .num_columns(2)
                .spacing([24.0, 6.0])
                .show(ui, |ui| {
                    for (keys, what) in LIST {
                        ui.label(theme::strong(*keys, 13.0));
                        ui.label(*what);
                        ui.end_row();
                    }
                });
        });
        close_only(ui)
    }
}
