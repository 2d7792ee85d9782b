//! Questions and pages on top of everything, one file each. A dialog keeps what is typed into it, reads
//! the context and asks for actions; the one on top of the stack has the window to itself.

mod about;
mod add_clause;
mod assumed;
mod baseline;
mod changed_outside;
mod earlier_versions;
pub mod export;
mod how;
mod keys;
mod lost_work;
mod new_contract;
mod palette;
mod pasted;
mod prices;
mod rename;
mod reopen;
mod replace;
mod roll_up;
mod sources;
mod start_counter;
mod term_sheet_path;
mod trouble;
mod type_path;
mod unsaved;

use eframe::egui::{self, Id, Modal, Ui};

use crate::document::Command;
use crate::ui::forms::wrong;
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::theme;
use export::Exporting;

/// What a dialog does after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It stays.
    Stay,
    /// It goes; what it asked for is carried out afterwards.
    Close,
}

/// A question or a page.
pub trait Dialog {
    /// Paints it, and asks for what its buttons stand for.
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer;

    /// Takes the words with which what it asked for was refused, where it has a place for them.
    ///
    /// # Errors
    /// The words themselves, where it has none.
    fn refused(&mut self, words: String) -> Result<(), String> {
        Err(words)
    }

    /// Whether Escape leaves it.
    fn can_be_left(&self) -> bool {
        true
    }
}

/// What lies on the stack.
enum Open {
    Page(Box<dyn Dialog>),
    Export,
}

/// The dialogs that are open, the last on top, and what the export dialog remembers.
#[derive(Default)]
pub struct Dialogs {
    stack: Vec<Open>,
    /// The export dialog: what is chosen in it outlives it.
    pub export: Exporting,
}

impl Dialogs {
    /// Opens a dialog on top of those that are open.
    pub fn open(&mut self, ask: Ask, context: &Context) {
        let open = match page(ask, context) {
            Some(page) => Open::Page(page),
            None if self.is_exporting() => return,
            None => {
                self.export.begin(context);
                Open::Export
            }
        };
        self.stack.push(open);
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
        stack.any(|open| matches!(open, Open::Export))
    }

    /// Closes all.
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
        match self.stack.last_mut() {
            Some(Open::Page(page)) => page.refused(words),
            _ => Err(words),
        }
    }

    /// Paints the one on top.
    pub fn show(&mut self, ui: &Ui, context: &Context, actions: &mut Actions) {
        let Some(mut top) = self.stack.pop() else {
            return;
        };
        let export = &mut self.export;
        let screen = ui.ctx().content_rect();
        let modal = Modal::new(Id::unique("dialog"))
            .frame(egui::Frame::window(ui.style()).inner_margin(20))
            .show(ui.ctx(), |ui| match &mut top {
                Open::Page(page) => {
                    ui.set_width(440.0);
                    ui.spacing_mut().item_spacing.y = 8.0;
                    page.show(ui, context, actions)
                }
                Open::Export => {
                    ui.set_width((screen.width() - 90.0).min(1040.0));
                    ui.set_height((screen.height() - 90.0).min(660.0));
                    export::show(export, ui, context, actions)
                }
            });
        let can_be_left = match &top {
            Open::Page(page) => page.can_be_left(),
            Open::Export => !self.export.is_writing(),
        };
        let left = modal.should_close() && can_be_left;
        if modal.inner == Answer::Stay && !left {
            self.stack.push(top);
        }
    }
}

/// The page for what is asked; none for the export dialog, whose state outlives it.
fn page(ask: Ask, context: &Context) -> Option<Box<dyn Dialog>> {
    Some(match ask {
        Ask::Unsaved(next) => Box::new(unsaved::Unsaved(next)),
        Ask::TypePath { saving, path } => Box::new(type_path::TypePath::new(saving, path)),
        Ask::Replace { path, words } => Box::new(replace::Replace { path, words }),
        Ask::ChangedOutside { gone } => Box::new(changed_outside::ChangedOutside { gone }),
        Ask::EarlierVersions {
            of,
            missing,
            versions,
        } => Box::new(earlier_versions::EarlierVersions {
            of,
            missing,
            versions,
        }),
        Ask::LostWork(work) => Box::new(lost_work::Lost(work)),
        Ask::Trouble { title, words } => Box::new(trouble::Trouble { title, words }),
        Ask::StartCounter { from, then } => Box::new(start_counter::StartCounter { from, then }),
        Ask::Pasted {
            offer,
            column,
            lines,
        } => Box::new(pasted::Pasted {
            offer,
            column,
            lines,
        }),
        Ask::Rename(offer) => Box::new(rename::Rename::of(context, offer)),
        Ask::Reopen(offer, to) => Box::new(reopen::Reopen { offer, to }),
        Ask::AddTerm(offer) => Box::new(add_clause::AddTerm::new(context, offer)),
        Ask::TermSheetPath { offer, path } => Box::new(term_sheet_path::TypeIt { offer, path }),
        Ask::ReplaceWithTermSheet { offer, path } => {
            Box::new(term_sheet_path::Replace { offer, path })
        }
        Ask::How { title, figure, how } => Box::new(how::How { title, figure, how }),
        Ask::NewContract => Box::<new_contract::NewContract>::default(),
        Ask::RollUp => Box::new(roll_up::RollUp::of(context.scenario())),
        Ask::Sources => Box::new(sources::Sources::of(context.scenario())),
        Ask::Assumed => Box::new(assumed::Assumed::of(context.scenario())),
        Ask::Baseline => Box::new(baseline::Baseline::of(context.scenario())),
        Ask::Prices => Box::new(prices::Prices::of(context.scenario())),
        Ask::Export => return None,
        Ask::Palette => Box::<palette::Palette>::default(),
        Ask::Keys => Box::new(keys::Keys),
        Ask::About => Box::new(about::About),
    })
}

/// A dialog's title.
fn title(ui: &mut Ui, title: &str) {
    ui.label(theme::strong(title, 17.0));
}

/// A row of buttons; the index of the one clicked.
fn buttons(ui: &mut Ui, names: &[&str]) -> Option<usize> {
    ui.add_space(4.0);
    let mut clicked = None;
    ui.horizontal(|ui| {
        for (index, name) in names.iter().enumerate() {
            if ui.button(*name).clicked() {
                clicked = Some(index);
            }
        }
    });
    clicked
}

/// A single button that closes.
fn close_only(ui: &mut Ui) -> Answer {
    match buttons(ui, &["Close"]) {
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}

/// Done and Cancel; what is read on Done becomes a command, and what is wrong is said.
fn done(
    ui: &mut Ui,
    words: &mut String,
    actions: &mut Actions,
    read: impl FnOnce() -> Result<Command, String>,
) -> Answer {
    wrong(ui, words);
    match buttons(ui, &["Done", "Cancel"]) {
        Some(0) => match read() {
            Ok(command) => {
                actions.apply(command);
                Answer::Close
            }
            Err(told) => {
                *words = told;
                Answer::Stay
            }
        },
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}
