//! Keys that work everywhere in the window, from the list of actions.

use eframe::egui::{self, Event, Key, KeyboardShortcut, Modifiers};

use crate::ui::state::offered::{Keys, Listens, offered};
use crate::ui::state::{Actions, Context, Disk, Look};

/// What the keys of this frame ask for. A focused text field keeps its own, and under a question the rest
/// waits for its answer.
pub(super) fn pressed(context: &Context, asking: bool, ctx: &egui::Context) -> Actions {
    let mut actions = Actions::default();
    let is_press = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
    if ctx.input(|input| input.events.iter().any(is_press)) {
        let busy = ctx.text_edit_focused() || context.document().in_gesture();
        let counts = |keys: &Keys| match keys.listens {
            Listens::Always => true,
            Listens::Unasked => !asking,
            Listens::Untyped => !asking && !busy,
            Listens::Elsewhere => false,
        };
        let mut all: Vec<_> = offered(context)
            .into_iter()
            .filter(|one| one.why_not.is_none() && one.keys.as_ref().is_some_and(counts))
            .collect();
        // A key without Shift also matches with it: look for those with it first.
        all.sort_by_key(|one| {
            let any = one.keys.iter().flat_map(|keys| &keys.any);
            !any.into_iter().any(|(modifiers, _)| modifiers.shift)
        });
        for one in all {
            let any = one.keys.iter().flat_map(|keys| &keys.any);
            if any.into_iter().any(|keys| is_pressed(ctx, *keys)) {
                actions.push(one.action);
            }
        }
        let escape = (Modifiers::NONE, Key::Escape);
        if context.is_presenting() && !asking && is_pressed(ctx, escape) {
            actions.look(Look::Present(false));
        }
    }
    if !asking {
        dropped(ctx, &mut actions);
    }
    actions
}

fn is_pressed(ctx: &egui::Context, (modifiers, key): (Modifiers, Key)) -> bool {
    let keys = KeyboardShortcut::new(modifiers, key);
    ctx.input_mut(|input| input.consume_shortcut(&keys))
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
