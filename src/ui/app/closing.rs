//! Closing the window, with nothing lost unasked.

use eframe::egui::{self, ViewportCommand};

use super::App;
use crate::ui::state::{Next, Notice};
use crate::ui::widgets::typed;

impl App {
    /// Asks before the window closes with unsaved changes.
    pub(super) fn before_closing(&mut self, ctx: &egui::Context) {
        let wants = ctx.input(|input| input.viewport().close_requested());
        if !wants {
            return;
        }
        // What was typed and just refused stands in its field with the reason, to be mended.
        if !self.closing && (typed::refused_now(ctx) || self.ask_first(Next::Close)) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if let Some(told) = self.keeping.close() {
            self.tell(Notice::trouble(told));
        }
    }
}
