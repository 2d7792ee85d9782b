//! Keys that work everywhere in the window, from the list of actions.

use eframe::egui::{self, Event, Key, Modifiers};

use crate::ui::state::actions::Action;
use crate::ui::state::offered::{Keys, Listens, offered};
use crate::ui::state::{Actions, Context, Disk, Edit, Look};

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
            let times: usize = any.into_iter().map(|keys| times_pressed(ctx, *keys)).sum();
            // A step taken back twice within one frame is two; a dialog asked for twice is one.
            match one.action {
                Action::Edit(Edit::Undo) => (0..times).for_each(|_| actions.edit(Edit::Undo)),
                Action::Edit(Edit::Redo) => (0..times).for_each(|_| actions.edit(Edit::Redo)),
                action if times > 0 => actions.push(action),
                _ => {}
            }
        }
        let escape = (Modifiers::NONE, Key::Escape);
        if context.is_presenting() && !asking && times_pressed(ctx, escape) > 0 {
            actions.look(Look::Present(false));
        }
    }
    dropped(asking, ctx, &mut actions);
    actions
}

/// How often keys were pressed since the last frame.
fn times_pressed(ctx: &egui::Context, (modifiers, key): (Modifiers, Key)) -> usize {
    ctx.input_mut(|input| input.count_and_consume_key(modifiers, key))
}

/// A file dropped on the window is opened, unless something is asked: that comes first.
fn dropped(asking: bool, ctx: &egui::Context, actions: &mut Actions) {
    let path = ctx.input(|input| {
        let dropped = &input.raw.dropped_files;
        dropped.first().map(|file| file.path().to_path_buf())
    });
    if path.is_some() && asking {
        let words = "Nothing was opened: close the page first, then drop the file again";
        actions.tell(words);
    } else if let Some(path) = path {
        actions.disk(Disk::OpenPath(path));
    }
}
