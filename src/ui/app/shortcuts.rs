//! Keys that work everywhere in the window.

use eframe::egui::{self, Key, KeyboardShortcut, Modifiers};

use crate::ui::state::folding::Side;
use crate::ui::state::{Actions, Ask, Context, Disk, Edit, Look};

/// What the keys of this frame ask for. A focused text field keeps its own, and under a question the rest
/// waits for its answer.
pub(super) fn pressed(context: &Context, asking: bool, ctx: &egui::Context) -> Actions {
    let mut actions = Actions::default();
    let command = Modifiers::COMMAND;
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let pressed = |modifiers: Modifiers, key: Key| {
        ctx.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
    };
    if pressed(command, Key::Q) {
        actions.disk(Disk::Quit);
    }
    if asking {
        return actions;
    }
    let presenting = context.is_presenting();
    if !ctx.text_edit_focused() && !context.document().in_gesture() && !presenting {
        if pressed(shift, Key::Z) || pressed(command, Key::Y) {
            actions.edit(Edit::Redo);
        } else if pressed(command, Key::Z) {
            actions.edit(Edit::Undo);
        }
    }
    if pressed(Modifiers::NONE, Key::F5) {
        actions.look(Look::Present(!presenting));
        return actions;
    }
    if presenting {
        if pressed(Modifiers::NONE, Key::Escape) {
            actions.look(Look::Present(false));
        }
        return actions;
    }
    if pressed(shift, Key::S) {
        actions.disk(Disk::SaveAs);
    } else if pressed(command, Key::S) {
        actions.disk(Disk::Save);
    }
    if pressed(command, Key::N) {
        actions.disk(Disk::New);
    }
    if pressed(command, Key::O) {
        actions.disk(Disk::Open);
    }
    if pressed(command, Key::E) {
        actions.ask(Ask::Export);
    }
    if pressed(Modifiers::NONE, Key::F1) {
        actions.ask(Ask::Keys);
    }
    if pressed(Modifiers::NONE, Key::F6) {
        actions.look(Look::Panel(Side::Left));
    }
    if pressed(Modifiers::NONE, Key::F7) {
        actions.look(Look::Panel(Side::Right));
    }
    dropped(ctx, &mut actions);
    actions
}

/// A file dropped on the window is opened.
fn dropped(ctx: &egui::Context, actions: &mut Actions) {
    let path = ctx.input(|input| {
        let dropped = &input.raw.dropped_files;
        dropped.first().map(|file| file.path().to_path_buf())
    });
    if let Some(path) = path {
        actions.disk(Disk::OpenPath(path));
    }
}
