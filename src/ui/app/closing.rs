//! Closing the window, with nothing lost unasked.

use eframe::egui::{self, ViewportCommand};

use super::App;
use crate::ui::state::{Ask, Next, Notice};
use crate::ui::widgets::typed;

impl App {
    /// Asks before the window closes with unsaved changes.
    pub(super) fn before_closing(&mut self, ctx: &egui::Context) {
        let wants = ctx.input(|input| input.viewport().close_requested());
        if !wants {
            return;
        }
        // A question about the file over the whole case is nothing for those who look on.
        let edited = self.context.session.whole().is_edited();
        if !self.closing && self.context.is_presenting() && edited {
            self.ask(Ask::EndPresenting);
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
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
