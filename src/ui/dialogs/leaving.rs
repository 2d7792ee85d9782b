//! Whether what was typed into a page is given up.

use eframe::egui::{self, Id, Modal};

use super::{beginning, question, title};

/// Asks over the page; whether it is given up, once that is answered.
pub(super) fn show(ctx: &egui::Context) -> Option<bool> {
    let known = Id::unique("leaving is asked");
    // The question begins where none was asked in the frame before.
    let frame = ctx.cumulative_frame_nr();
    let before: Option<u64> = ctx.data(|data| data.get_temp(known));
    let begins = before.is_none_or(|before| before + 1 < frame);
    ctx.data_mut(|data| data.insert_temp(known, frame));
    beginning::note(ctx, begins);
    let modal = Modal::new(Id::unique("leaving"))
        .frame(egui::Frame::window(&ctx.global_style()).inner_margin(20))
        .show(ctx, |ui| {
            ui.set_width(360.0);
            title(ui, "Give up what you typed?");
            ui.label("The page closes, and what was typed into it isn\u{2019}t kept.");
            question(ui, &["Keep editing", "Give it up"], 0)
        });
    let escape = ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    match modal.inner {
        Some(answer) => Some(answer == 1),
        None if escape && !begins => Some(false),
        None => None,
    }
}
