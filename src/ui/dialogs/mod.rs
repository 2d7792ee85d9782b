//! Questions and pages on top of everything, one file each. A dialog keeps what is typed into it, reads
//! the context and asks for actions; the one on top of the stack has the window to itself.

mod about;
mod add_clause;
mod assumed;
mod baseline;
mod beginning;
mod changed_outside;
mod claim;
mod counts;
mod earlier_versions;
mod end_presenting;
pub mod export;
mod how;
mod import;
mod keys;
mod leaving;
mod lost_work;
mod new_contract;
mod nothing_shared;
mod palette;
mod paste_raises;
mod pasted;
mod payroll;
mod presentation;
mod prices;
mod rename;
mod reopen;
mod replace;
mod roll_up;
mod save_path;
mod settlement;
mod sources;
mod stack;
mod start_counter;
mod trouble;
mod type_path;
mod unread;
mod unsaved;

use std::path::Path;

use eframe::egui::{self, Key, Modifiers, Ui, Vec2};

use crate::document::Command;
use crate::document::wrong::Wrong;
use crate::ui::forms::wrong;
use crate::ui::state::{Actions, Ask, Context, Edit};
use crate::ui::widgets::{controls, theme};
use save_path::{ReplaceFile, Saved, TypePath};
pub use stack::Dialogs;

/// What a dialog does after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
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

    /// The room it wants, in points, where a page of the usual width is too small.
    fn size(&self) -> Option<Vec2> {
        None
    }

    /// Takes a file that was chosen for it.
    fn chosen(&mut self, _ctx: &egui::Context, _path: &Path) {}

    /// Whether Escape leaves it.
    fn can_be_left(&self) -> bool {
        true
    }

    /// Whether a click beside it closes it: only where nothing is asked and nothing can be typed.
    fn closes_beside(&self) -> bool {
        false
    }

    /// Whether what is typed into it is work that would be missed; Escape then asks first.
    fn holds_work(&self) -> bool {
        true
    }

    /// Whether so much is chosen in it that it would be missed though nothing was typed.
    fn holds_choices(&self) -> bool {
        false
    }
}

/// The page for what is asked; none for the export dialog, whose state outlives it.
fn page(ask: Ask, context: &Context) -> Option<Box<dyn Dialog>> {
    Some(match ask {
        Ask::Unsaved(next) => Box::new(unsaved::Unsaved(next)),
        Ask::Unread { next, typed } => Box::new(unread::Unread { next, typed }),
        Ask::TypePath { saving, path } => Box::new(type_path::TypePath::new(saving, path)),
        Ask::Replace { path, reasons } => Box::new(replace::Replace { path, reasons }),
        Ask::NotSaved { words } => Box::new(trouble::NotSaved { words }),
        Ask::EndPresenting => Box::new(end_presenting::EndPresenting),
        Ask::NothingShared => Box::new(nothing_shared::NothingShared::of(context)),
        Ask::PasteRaises(offer) => Box::new(paste_raises::PasteRaises::into(offer)),
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
        Ask::LostWork { work, more } => Box::new(lost_work::Lost::new(work, more)),
        Ask::Trouble { title, words } => Box::new(trouble::Trouble { title, words }),
        Ask::StartCounter { from, then } => Box::new(start_counter::StartCounter { from, then }),
        Ask::Pasted {
            offer,
            column,
            text,
        } => Box::new(pasted::Pasted {
            offer,
            column,
            text,
        }),
        Ask::Rename(offer) => Box::new(rename::Rename::of(context, offer)),
        Ask::Reopen(offer, to) => Box::new(reopen::Reopen { offer, to }),
        Ask::AddTerm(offer) => Box::new(add_clause::AddTerm::new(context, offer)),
        Ask::TermSheetPath { offer, path } => {
            let saved = Saved::TermSheet(offer);
            Box::new(TypePath { saved, path })
        }
        Ask::ReplaceWithTermSheet { offer, path } => {
            let saved = Saved::TermSheet(offer);
            Box::new(ReplaceFile { saved, path })
        }
        Ask::RejectedPath { staged, path } => {
            let saved = Saved::Rejected(staged);
            Box::new(TypePath { saved, path })
        }
        Ask::ReplaceWithRejected { staged, path } => {
            let saved = Saved::Rejected(staged);
            Box::new(ReplaceFile { saved, path })
        }
        Ask::How { title, figure, how } => Box::new(how::How { title, figure, how }),
        Ask::NewContract => Box::new(new_contract::NewContract::after(context)),
        Ask::RollUp => Box::new(roll_up::RollUp::of(context.scenario())),
        Ask::Figures => Box::new(presentation::FiguresPage::of(context.scenario())),
        Ask::Sources => Box::new(sources::Sources::of(context.scenario())),
        Ask::Assumed => Box::new(assumed::Assumed::of(context.scenario())),
        Ask::Baseline => Box::new(baseline::Baseline::of(context.scenario())),
        Ask::Prices => Box::new(prices::Prices::of(context.scenario())),
        Ask::Scale(at) => Box::new(payroll::scale::ScalePage::of(context.scenario(), at)),
        Ask::Ladder(at) => Box::new(payroll::ladder::LadderPage::of(context.scenario(), at)),
        Ask::ProposeScales(list) => Box::new(payroll::propose::Propose::of(list)),
        Ask::ImportRoster => Box::new(import::Import::of(context)),
        Ask::ToGroups => Box::<payroll::turn::ToGroups>::default(),
        Ask::ToSummary => Box::<payroll::turn::ToSummary>::default(),
        Ask::TableChanged { words } => Box::new(payroll::table::TableChanged { words }),
        Ask::TableOutside => Box::new(payroll::table::TableOutside),
        Ask::Claim { of, sentence } => Box::new(claim::Claim::new(context, of, &sentence)),
        Ask::Settlement(of) => Box::new(settlement::Settlement::new(context, of)),
        Ask::Counts => Box::new(counts::Counts::of(context.scenario())),
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

/// A row of buttons under a page, the first by default; the index of the one clicked.
fn buttons(ui: &mut Ui, names: &[&str]) -> Option<usize> {
    row(ui, names, 0, (false, true))
}

/// The buttons of a page whose content is taken by the one called `done`: the page stays until that is taken, so
/// that a refusal has a place.
fn taken_by(ui: &mut Ui, done: &str, take: impl FnOnce()) -> Answer {
    taken_when(ui, done, true, take)
}

/// The same where it is offered only when the page's content is `ready`.
fn taken_when(ui: &mut Ui, done: &str, ready: bool, take: impl FnOnce()) -> Answer {
    match row(ui, &[done, "Cancel"], 0, (false, ready)) {
        Some(0) => {
            take();
            Answer::Stay
        }
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}

/// A row of buttons under a question: the one by `default` has the keyboard from the start, so that Enter
/// answers with it and a screen reader names it. The index of the one clicked.
fn question(ui: &mut Ui, names: &[&str], default: usize) -> Option<usize> {
    row(ui, names, default, (true, true))
}

/// A row of buttons; whether the one by default takes the keyboard, and whether it is offered.
fn row(
    ui: &mut Ui,
    names: &[&str],
    default: usize,
    (takes_focus, offered): (bool, bool),
) -> Option<usize> {
    ui.add_space(4.0);
    let mut clicked = None;
    ui.horizontal(|ui| {
        for (index, name) in names.iter().enumerate() {
            let response = if index == default {
                controls::leading(ui, *name, offered)
            } else {
                ui.button(*name)
            };
            if index == default && takes_focus && beginning::begins(ui) {
                response.request_focus();
            }
            if response.clicked() {
                clicked = Some(index);
            }
        }
    });
    // Enter answers also where no button has the keyboard; a field or a button that has it takes its own.
    let idle = ui.memory(|memory| memory.focused().is_none());
    let enter = idle
        && offered
        && !beginning::begins(ui)
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    clicked.or(enter.then_some(default))
}

/// A single button that closes.
fn close_only(ui: &mut Ui) -> Answer {
    match question(ui, &["Close"], 0) {
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}

/// Done and Cancel under a page that becomes one command. It stays until the document took that, so that a refusal
/// has a place; where fields can't be read, `tell` has that said beside each.
fn done<K: PartialEq>(
    ui: &mut Ui,
    words: &mut String,
    actions: &mut Actions,
    read: Result<Command, Wrong<K>>,
    tell: impl FnOnce(),
) -> Answer {
    wrong(ui, words);
    taken_by(ui, "Done", || {
        words.clear();
        match read {
            Ok(command) => actions.edit(Edit::Typed(command)),
            Err(_) => tell(),
        }
    })
}
