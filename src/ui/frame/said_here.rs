//! What was refused, said where the hand was as well as in the bar: under the head, the cell or the pointer, until
//! the next key or click.

use eframe::egui::{
    Area, Context as Egui, Event, Frame, Id, Key, Margin, Modifiers, Order, Rect, Stroke, Ui, Vec2,
    vec2,
};

use super::status_bar;
use crate::ui::state::{Actions, Context, Notices};
use crate::ui::widgets::{theme, typed};

fn id() -> Id {
    Id::unique("what was refused here")
}

/// Each frame, before anything else takes keys and clicks: whether the hand went on.
pub fn follow(ctx: &Egui, notices: &mut Notices) {
    if notices.last().is_none_or(|last| last.place.is_none()) {
        return;
    }
    let own = ctx.memory(|memory| memory.area_rect(id()));
    let went_on = ctx.input(|input| {
        input.events.iter().any(|event| match event {
            Event::PointerButton {
                pos, pressed: true, ..
            } => !own.is_some_and(|own| own.contains(*pos)),
            // Tab leads to its button.
            Event::Key {
                key, pressed: true, ..
            } => !matches!(key, Key::Tab | Key::Enter | Key::Space),
            Event::Paste(_) | Event::MouseWheel { .. } => true,
            _ => false,
        })
    });
    // Escape does nothing more than put it away, but in a drag, which it gives up.
    let escape = ctx.input_mut(|input| {
        !input.pointer.any_down() && input.consume_key(Modifiers::NONE, Key::Escape)
    });
    if went_on || escape {
        notices.read_at_place();
    }
}

/// Where the hand is, for what an action of this frame was refused: at the pointer where something was clicked or let
/// go, else at what has the keyboard.
pub fn place(ctx: &Egui) -> Option<Rect> {
    let (clicked, pointer) = ctx.input(|input| {
        let pointer = &input.pointer;
        let used = pointer.any_click() || pointer.any_released() || pointer.any_down();
        (used, pointer.interact_pos())
    });
    if let Some(at) = pointer.filter(|_| clicked) {
        return Some(Rect::from_center_size(at, Vec2::splat(16.0)));
    }
    let focused = ctx.memory(|memory| memory.focused())?;
    ctx.read_response(focused).map(|response| response.rect)
}

/// Says it beside its place.
pub fn show(ui: &Ui, context: &Context, actions: &mut Actions) {
    let Some(notice) = context.notices.last() else {
        return;
    };
    let Some(place) = notice.place.filter(|_| !context.is_presenting()) else {
        return;
    };
    let palette = theme::palette(ui);
    let red = ui.visuals().error_fg_color;
    Area::new(id())
        .order(Order::Foreground)
        .fixed_pos(place.left_bottom() + vec2(0.0, 4.0))
        .constrain(true)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(palette.card)
                .stroke(Stroke::new(1.0, red))
                .corner_radius(4)
                .inner_margin(Margin::symmetric(10, 6))
                .show(ui, |ui| {
                    ui.set_max_width(320.0);
                    typed::said(ui, &notice.words, red);
                    status_bar::remedy(ui, notice, actions);
                });
        });
}
