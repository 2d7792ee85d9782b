//! Keys that work everywhere in the window.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::folding::Side;
use super::{Dialog, Window, exporting, files};

/// Every key, for the list under Help.
pub const LIST: &[(&str, &str)] = &[
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

/// Takes the keys of this frame. A focused text field keeps its own.
pub fn take(window: &mut Window, ctx: &Context) {
    let command = Modifiers::COMMAND;
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let pressed = |modifiers: Modifiers, key: Key| {
        ctx.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
    };
    if pressed(command, Key::Q) {
        ctx.send_viewport_cmd(eframe::egui::ViewportCommand::Close);
    }
    // Under a question the rest waits for its answer.
    if window.dialog.is_some() || window.exporting.is_open() || window.keeping.asks() {
        return;
    }
    if !ctx.text_edit_focused() && window.drag.is_none() && !window.presenting {
        if pressed(shift, Key::Z) || pressed(command, Key::Y) {
            window.undo(true);
        } else if pressed(command, Key::Z) {
            window.undo(false);
        }
    }
    if pressed(Modifiers::NONE, Key::F5) {
        window.present(!window.presenting);
    }
    if window.presenting {
        if pressed(Modifiers::NONE, Key::Escape) {
            window.present(false);
        }
        return;
    }
    if pressed(shift, Key::S) {
        files::save_as(window);
    } else if pressed(command, Key::S) {
        files::save(window);
    }
    if pressed(command, Key::N) {
        files::new_contract(window);
    }
    if pressed(command, Key::O) {
        files::open(window);
    }
    if pressed(command, Key::E) {
        exporting::open(window);
    }
    if pressed(Modifiers::NONE, Key::F1) {
        window.dialog = Some(Dialog::Keys);
    }
    if pressed(Modifiers::NONE, Key::F6) {
        window.toggle_panel(Side::Left);
    }
    if pressed(Modifiers::NONE, Key::F7) {
        window.toggle_panel(Side::Right);
    }
    dropped(window, ctx);
}

/// A file dropped on the window is opened.
fn dropped(window: &mut Window, ctx: &Context) {
    let path = ctx.input(|input| {
        input
            .raw
            .dropped_files
            .first()
            .map(|file| file.path().to_path_buf())
    });
    if let Some(path) = path {
        files::open_path(window, path);
    }
}
