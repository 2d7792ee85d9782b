//! Closing the window, with nothing lost unasked.

use eframe::egui::{self, ViewportCommand};

use super::App;
use crate::ui::state::{Ask, Next, Notice};
use crate::ui::widgets::unread;

impl App {
    /// Asks before the window closes with unsaved changes.
    pub(super) fn before_closing(&mut self, ctx: &egui::Context) {
        let wants = ctx.input(|input| input.viewport().close_requested());
        if !wants {
            return;
        }
        // A question about the file over the whole case is nothing for those who look on.
        self.unread = unread::all(ctx);
        let edited = self.context.session.whole().is_edited() || !self.unread.is_empty();
        if !self.closing && self.context.is_presenting() && edited {
            self.ask(Ask::EndPresenting);
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            return;
        }
        if !self.closing && self.ask_first(Next::Close) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if let Some(told) = self.keeping.close() {
            self.tell(Notice::trouble(told));
        }
    }
}
