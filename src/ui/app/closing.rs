//! Closing the window, with nothing lost unasked.

use eframe::egui::{self, ViewportCommand};

use super::App;
use crate::ui::state::{Next, Notice};

impl App {
    /// Asks before the window closes with unsaved changes.
    pub(super) fn before_closing(&mut self, ctx: &egui::Context) {
        let wants = ctx.input(|input| input.viewport().close_requested());
        if !wants {
            return;
        }
        if !self.closing && self.ask_first(Next::Close) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if let Some(told) = self.keeping.close() {
            self.tell(Notice::trouble(told));
        }
    }
}
