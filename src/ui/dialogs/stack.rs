//! The dialogs that are open, one above the other: where they stand, and how they are left.

use eframe::egui::{self, Align2, Area, Event, Id, Key, Modal, Modifiers, Order, Sense, Ui, vec2};

use super::export::{self, Exporting};
use super::{Answer, Dialog, beginning, leaving, page};
use crate::ui::state::{Actions, Ask, Context};

/// Below this height of the window, as at twice the zoom, a page scrolls as a whole, in points.
const LEAST_WITHOUT_SCROLLING: f32 = 520.0;

/// The least room between a dialog that grew and the edge of the window, in points.
const AROUND: f32 = 12.0;

/// What lies on the stack.
enum Open {
    Page(Box<dyn Dialog>),
    Export,
}

/// A dialog that is open.
struct Opened {
    open: Open,
    /// Tells it from every other that was ever opened, so that none begins where another stood.
    serial: u64,
    /// Whether it asks about leaving what is open.
    leaves: bool,
    /// Whether it wasn't shown yet.
    new: bool,
    /// Whether something was typed into it.
    typed: bool,
    /// Whether it is asked if what was typed is given up.
    leaving: bool,
    /// Where its upper edge stands, and the height of the window for which that holds.
    top: Option<(f32, f32)>,
}

impl Opened {
    /// Whether work was put into it that would be missed.
    fn is_filled_in(&self) -> bool {
        match &self.open {
            Open::Page(page) => {
                page.can_be_left() && page.holds_work() && (self.typed || page.holds_choices())
            }
            // What is chosen in it outlives it.
            Open::Export => false,
        }
    }
}

/// The dialogs that are open, the last on top, and what the export dialog remembers.
#[derive(Default)]
pub struct Dialogs {
    stack: Vec<Opened>,
    opened: u64,
    /// The export dialog: what is chosen in it outlives it.
    pub export: Exporting,
}

impl Dialogs {
    /// Opens a dialog on top of those that are open. What is asked each time the window is to close is asked once.
    pub fn open(&mut self, ask: Ask, context: &Context) {
        let leaves = matches!(
            ask,
            Ask::Unsaved(_) | Ask::Unread { .. } | Ask::EndPresenting
        );
        if leaves && self.stack.last().is_some_and(|top| top.leaves) {
            self.stack.pop();
        }
        let open = match page(ask, context) {
            Some(page) => Open::Page(page),
            None if self.is_exporting() => return,
            None => {
                self.export.begin(context);
                Open::Export
            }
        };
        self.opened += 1;
        self.stack.push(Opened {
            open,
            serial: self.opened,
            leaves,
            new: true,
            typed: false,
            leaving: false,
            top: None,
        });
    }

    /// Whether one is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.stack.is_empty()
    }

    /// Whether the export dialog is open.
    #[must_use]
    pub fn is_exporting(&self) -> bool {
        let stack = &mut self.stack.iter();
        stack.any(|one| matches!(one.open, Open::Export))
    }

    /// Asks whether what was typed into a page is given up, where something was; whether it asks. What lies on
    /// top of that page holds nothing, and goes.
    pub fn ask_before_leaving(&mut self) -> bool {
        let Some(filled) = self.stack.iter().rposition(Opened::is_filled_in) else {
            return false;
        };
        self.stack.truncate(filled.saturating_add(1));
        if let Some(top) = self.stack.last_mut() {
            top.leaving = true;
        }
        true
    }

    pub fn close_all(&mut self) {
        self.stack.clear();
    }

    /// Closes the one on top: what it asked for was done.
    pub fn close_top(&mut self) {
        self.stack.pop();
    }

    /// Gives the words of a refusal to the dialog on top.
    ///
    /// # Errors
    /// The words, where none is open or it has no place for them.
    pub fn refused(&mut self, words: String) -> Result<(), String> {
        match self.stack.last_mut().map(|one| &mut one.open) {
            Some(Open::Page(page)) => page.refused(words),
            _ => Err(words),
        }
    }

    /// Gives a file that was chosen to the dialog on top.
    pub fn chosen(&mut self, ctx: &egui::Context, path: &std::path::Path) {
        if let Some(Open::Page(page)) = self.stack.last_mut().map(|one| &mut one.open) {
            page.chosen(ctx, path);
        }
    }

    /// Paints the one on top.
    pub fn show(&mut self, ui: &Ui, context: &Context, actions: &mut Actions) {
        let Some(mut top) = self.stack.pop() else {
            return;
        };
        let ctx = ui.ctx();
        beginning::note(ctx, top.new);
        let new = std::mem::take(&mut top.new);
        if new {
            // What had the keyboard lies under the dialog now.
            ctx.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
        }
        // Before the fields take the keys.
        let types = !top.leaving && is_typing(ctx);
        let export = &mut self.export;
        let screen = ctx.content_rect();
        let modal = Modal::new(id(top.serial))
            .area(area(&top, screen.height()))
            .frame(egui::Frame::window(ui.style()).inner_margin(20))
            .show(ctx, |ui| match &mut top.open {
                Open::Page(page) => {
                    if let Some(size) = page.size() {
                        ui.set_width((screen.width() - 60.0).min(size.x));
                        ui.set_height((screen.height() - 70.0).min(size.y));
                        return page.show(ui, context, actions);
                    }
                    ui.set_width((screen.width() - 60.0).min(440.0));
                    ui.spacing_mut().item_spacing.y = 8.0;
                    if screen.height() >= LEAST_WITHOUT_SCROLLING {
                        return page.show(ui, context, actions);
                    }
                    let most = screen.height() - 90.0;
                    let scroll = egui::ScrollArea::vertical().max_height(most);
                    scroll.show(ui, |ui| page.show(ui, context, actions)).inner
                }
                Open::Export => {
                    ui.set_width((screen.width() - 90.0).min(1040.0));
                    ui.set_height((screen.height() - 90.0).min(660.0));
                    export::show(export, ui, context, actions)
                }
            });
        top.typed |= types;
        if top.top.is_none_or(|(_, height)| height != screen.height()) && !new {
            let upper = modal.response.rect.top().max(screen.top());
            top.top = Some((upper - screen.top(), screen.height()));
        }
        // What is added to it leads it up where it would reach the lower edge of the window.
        let over = modal.response.rect.bottom() - (screen.bottom() - AROUND);
        if let Some((upper, _)) = &mut top.top
            && over > 0.5
            && *upper > AROUND
        {
            *upper = (*upper - over).max(AROUND);
            ctx.request_repaint();
        }
        if modal.inner == Answer::Close {
            return self.has_gone(&top, context, actions);
        }
        if std::mem::take(&mut top.leaving) {
            match leaving::show(ctx) {
                Some(true) => return,
                Some(false) => {}
                None => top.leaving = true,
            }
        } else if self.is_left(&mut top, &modal) {
            return self.has_gone(&top, context, actions);
        }
        self.stack.push(top);
    }

    /// What is typed in the export dialog belongs to the case, however it is closed.
    fn has_gone(&mut self, gone: &Opened, context: &Context, actions: &mut Actions) {
        if matches!(gone.open, Open::Export) {
            self.export.keep_words(context, actions);
        }
    }

    /// Whether a dialog is left by Escape or by a click beside it.
    fn is_left(&self, top: &mut Opened, modal: &egui::ModalResponse<Answer>) -> bool {
        let (can_be_left, closes_beside) = match &top.open {
            Open::Page(page) => (page.can_be_left(), page.closes_beside()),
            Open::Export => {
                let idle = !self.export.is_writing();
                (idle, idle)
            }
        };
        if !can_be_left {
            return false;
        }
        let ctx = &modal.response.ctx;
        let escape = modal.is_top_modal
            && !modal.any_popup_open
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if escape && top.is_filled_in() {
            top.leaving = true;
            ctx.request_repaint();
            return false;
        }
        escape || (closes_beside && modal.backdrop_response.clicked())
    }
}

fn id(serial: u64) -> Id {
    Id::unique(("dialog", serial))
}

/// Where a dialog stands: in the middle when it opens, and from then on with its upper edge where it was,
/// whatever is added to it or goes from it.
fn area(top: &Opened, height: f32) -> Area {
    let area = Modal::default_area(id(top.serial));
    match top.top {
        Some((upper, of)) if of == height => area
            .anchor(Align2::CENTER_TOP, vec2(0.0, upper))
            .order(Order::Foreground)
            .sense(Sense::hover()),
        _ => area,
    }
}

/// Whether this frame changes a text that is being typed.
fn is_typing(ctx: &egui::Context) -> bool {
    let changes = |event: &Event| match event {
        Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_) => true,
        Event::Key {
            key: Key::Backspace | Key::Delete,
            pressed,
            ..
        } => *pressed,
        _ => false,
    };
    ctx.text_edit_focused() && ctx.input(|input| input.events.iter().any(changes))
}
