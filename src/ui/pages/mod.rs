//! Pages on top of everything that ask for more than a field beside its name can.

mod add_clause;
mod assumed;
mod baseline;
mod prices;
mod roll_up;
mod sheet_path;
mod sources;

use std::path::PathBuf;

use eframe::egui::{self, Key, Response, RichText, Role, TextEdit, Ui, WidgetInfo};

use super::dialogs::{Answer, act, buttons, title};
use super::{Window, theme};
use crate::document::new_clause::Asked;
use crate::document::{Command, words};
use crate::scenario::{OfferId, Scenario, Status};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Page {
    /// The terms of a clause to be added.
    AddClause {
        /// To which offer.
        offer: OfferId,
        /// What is typed so far.
        asked: Asked,
        /// What is wrong with it.
        words: String,
    },
    /// Whether an offer that was passed goes back.
    Reopen {
        /// Which offer.
        offer: OfferId,
        /// To what.
        to: Status,
    },
    /// Where a term sheet is saved, where there is no dialog service.
    SheetPath {
        /// Whose term sheet.
        offer: OfferId,
        /// What is typed so far.
        path: String,
    },
    /// Whether a term sheet replaces a file.
    ReplaceWithSheet {
        /// Whose term sheet.
        offer: OfferId,
        /// The file.
        path: PathBuf,
    },
    /// The rates of the payroll roll-up.
    RollUp(roll_up::Typed),
    /// Where facts come from.
    Sources(sources::Typed),
    /// What is assumed.
    Assumed(assumed::Typed),
    /// The raises already owed.
    Baseline(baseline::Typed),
    /// The price index.
    Prices(prices::Typed),
}

impl Page {
    /// The page of the roll-up as it stands.
    #[must_use]
    pub fn roll_up(scenario: &Scenario) -> Self {
        Self::RollUp(roll_up::Typed::of(scenario))
    }

    /// The page of the sources as they stand.
    #[must_use]
    pub fn sources(scenario: &Scenario) -> Self {
        Self::Sources(sources::Typed::of(scenario))
    }

    /// The page of what is assumed.
    #[must_use]
    pub fn assumed(scenario: &Scenario) -> Self {
        Self::Assumed(assumed::Typed::of(scenario))
    }

    /// The page of the raises already owed.
    #[must_use]
    pub fn baseline(scenario: &Scenario) -> Self {
        Self::Baseline(baseline::Typed::of(scenario))
    }

    /// The page of the price index.
    #[must_use]
    pub fn prices(scenario: &Scenario) -> Self {
        Self::Prices(prices::Typed::of(scenario))
    }
}

/// Shows the page.
pub(super) fn show(window: &Window, ui: &mut Ui, page: &mut Page) -> Answer {
    match page {
        Page::AddClause {
            offer,
            asked,
            words,
        } => add_clause::show(window, ui, offer, asked, words),
        Page::Reopen { offer, to } => reopen(window, ui, offer, to),
        Page::SheetPath { offer, path } => sheet_path::type_it(ui, offer, path),
        Page::ReplaceWithSheet { offer, path } => sheet_path::replace(ui, offer, path),
        Page::RollUp(typed) => roll_up::show(ui, typed),
        Page::Sources(typed) => sources::show(ui, typed),
        Page::Assumed(typed) => assumed::show(ui, typed),
        Page::Baseline(typed) => baseline::show(window, ui, typed),
        Page::Prices(typed) => prices::show(ui, typed),
    }
}

fn reopen(window: &Window, ui: &mut Ui, id: &OfferId, to: &Status) -> Answer {
    let Some(offer) = window.document.offer(id) else {
        return Answer::Close;
    };
    let back = to.name();
    title(ui, &format!("Take {} back to {back}?", offer.name));
    let when = offer.status.moment().map_or_else(String::new, |moment| {
        format!(" on {}", words::date(moment.on))
    });
    ui.label(format!(
        "It was {}{when}. That record goes, and its terms can be changed again, though the other side may hold it to them. Undo brings the record back.",
        offer.status.name()
    ));
    let (id, to) = (id.clone(), to.clone());
    match buttons(ui, &[&format!("Back to {back}"), "Cancel"]) {
        Some(0) => act(move |window| window.apply(Command::SetStatus(id, to))),
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}

/// What is wrong with the page, where something is.
fn wrong(ui: &mut Ui, words: &str) {
    if !words.is_empty() {
        let color = theme::palette(ui).alarm;
        ui.label(RichText::new(words).color(color));
    }
}

/// A line that explains.
fn soft(ui: &mut Ui, words: &str) {
    let color = theme::palette(ui).soft;
    ui.label(RichText::new(words).size(12.5).color(color));
}

/// A field of a page, named for a screen reader; infinitely wide fills the page.
fn field(ui: &mut Ui, spoken: &str, text: &mut String, hint: &str, width: f32) -> Response {
    let edit = TextEdit::singleline(text)
        .hint_text(hint.to_owned())
        .desired_width(width);
    let response = if width.is_finite() {
        ui.add_sized([width, 26.0], edit)
    } else {
        ui.add(edit)
    };
    let value = text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, spoken);
        info.current_text_value = Some(value.clone());
        info
    });
    response
}

/// The keyboard goes to a field when its page opens.
fn begin_with(ui: &Ui, response: &Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

/// Whether Enter was pressed in a field.
fn entered(ui: &Ui, response: &Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A field of several lines.
fn lines(ui: &mut Ui, spoken: &str, text: &mut String, hint: &str, rows: usize) {
    let edit = TextEdit::multiline(text)
        .hint_text(hint.to_owned())
        .desired_rows(rows)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    let value = text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::MultilineTextInput, true, spoken);
        info.current_text_value = Some(value.clone());
        info
    });
}

/// A menu of a few named choices; changes the choice made.
fn pick<T: Copy + PartialEq>(ui: &mut Ui, spoken: &str, chosen: &mut T, all: &[(T, &str)]) {
    let now = all.iter().find(|(one, _)| one == chosen);
    let now = now.map_or("", |(_, name)| name);
    let button = egui::Button::new(now);
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        for (one, name) in all {
            if ui.selectable_label(one == chosen, *name).clicked() {
                *chosen = *one;
                ui.close();
            }
        }
    });
    let label = format!("{spoken}: {now}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
}

/// Done and Cancel; what is read on Done becomes a command, and what is wrong is said.
fn done(ui: &mut Ui, words: &mut String, read: impl FnOnce() -> Result<Command, String>) -> Answer {
    wrong(ui, words);
    match buttons(ui, &["Done", "Cancel"]) {
        Some(0) => match read() {
            Ok(command) => act(move |window| window.apply(command)),
            Err(told) => {
                *words = told;
                Answer::Stay
            }
        },
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}
