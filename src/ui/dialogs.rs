//! Questions and pages on top of everything.

use std::path::PathBuf;

use eframe::egui::{self, Id, Key, Modal, RichText, ScrollArea, Ui};

use super::files::Next;
use super::{Window, files, grid_entry, shortcuts, theme};
use crate::document::Command;
use crate::document::new_contract::Asked;
use crate::document::paste::PastedLine;
use crate::files::keeping::Backup;
use crate::scenario::OfferId;
use crate::units::{Date, Percent};

/// What is asked or shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// Changes would be lost.
    Unsaved(Next),
    /// A path is typed, where there is no dialog service.
    TypePath {
        /// Whether to save there.
        saving: bool,
        /// What is typed so far.
        path: String,
    },
    /// A file would be replaced.
    Replace {
        /// Which file.
        path: PathBuf,
        /// Why it is asked.
        words: String,
    },
    /// Another program changed the open file.
    ChangedOutside {
        /// Whether it is no longer there.
        gone: bool,
    },
    /// What the last saves of a file replaced.
    EarlierVersions {
        /// Which file.
        of: PathBuf,
        /// Whether it is asked because the file can't be found.
        missing: bool,
        /// Its versions, the newest first.
        versions: Vec<Backup>,
    },
    /// Something can't be done.
    Trouble {
        /// What.
        title: String,
        /// Why, and what to do.
        words: String,
    },
    /// A locked raise was to be changed.
    StartCounter {
        /// Whose raise.
        from: OfferId,
        /// What it was to become.
        then: Option<(usize, Date, Percent)>,
    },
    /// Pasted lines, some of which can't be read.
    Pasted {
        /// Into which offer.
        offer: OfferId,
        /// From which column on.
        column: usize,
        /// The lines.
        lines: Vec<PastedLine>,
    },
    /// An offer gets another name.
    Rename {
        /// Which offer.
        offer: OfferId,
        /// What is typed so far.
        name: String,
    },
    /// How a figure was computed.
    How {
        /// The figure's name.
        title: String,
        /// The figure.
        figure: String,
        /// Its inputs and formula.
        how: String,
    },
    /// What a new case starts from.
    NewContract {
        /// What is typed so far.
        asked: Box<Asked>,
        /// What is wrong with it.
        words: String,
    },
    /// A page that asks for more than a field beside its name can.
    Page(Box<super::pages::Page>),
    /// The list of keys.
    Keys,
    /// About the program.
    About,
}

/// What an answer asks for.
pub(super) enum Answer {
    Stay,
    Close,
    Do(Box<dyn FnOnce(&mut Window)>),
}

/// Shows the dialog that is open.
pub fn show(window: &mut Window, ui: &Ui) {
    let Some(mut dialog) = window.dialog.take() else {
        return;
    };
    let modal = Modal::new(Id::unique("dialog"))
        .frame(egui::Frame::window(ui.style()).inner_margin(20))
        .show(ui.ctx(), |ui| {
            ui.set_width(440.0);
            ui.spacing_mut().item_spacing.y = 8.0;
            body(window, ui, &mut dialog)
        });
    let answer = match modal.inner {
        Answer::Stay if modal.should_close() => Answer::Close,
        answer => answer,
    };
    match answer {
        Answer::Stay => window.dialog = Some(dialog),
        Answer::Close => {}
        Answer::Do(act) => act(window),
    }
}

pub(super) fn act(act: impl FnOnce(&mut Window) + 'static) -> Answer {
    Answer::Do(Box::new(act))
}

pub(super) fn title(ui: &mut Ui, title: &str) {
    ui.label(theme::strong(title, 17.0));
}

/// A row of buttons; the index of the one clicked.
pub(super) fn buttons(ui: &mut Ui, names: &[&str]) -> Option<usize> {
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

fn body(window: &Window, ui: &mut Ui, dialog: &mut Dialog) -> Answer {
    match dialog {
        Dialog::Unsaved(next) => {
            title(ui, "Save the changes?");
            ui.label(format!(
                "{} has changes that aren\u{2019}t saved.",
                window.place.name()
            ));
            let next = next.clone();
            match buttons(ui, &["Save", "Don\u{2019}t save", "Cancel"]) {
                Some(0) => act(move |window| files::save_then(window, next)),
                Some(1) => act(move |window| {
                    window.document.mark_saved();
                    files::go_on(window, next);
                }),
                Some(_) => Answer::Close,
                None => Answer::Stay,
            }
        }
        Dialog::TypePath { saving, path } => type_path(ui, *saving, path),
        Dialog::Replace { path, words } => {
            title(ui, "Replace the file?");
            ui.label(words.as_str());
            ui.label(RichText::new(path.display().to_string()).weak());
            let path = path.clone();
            match buttons(ui, &["Replace", "Save as\u{2026}", "Cancel"]) {
                Some(0) => act(move |window| files::save_to(window, path, true)),
                Some(1) => act(files::save_as),
                Some(_) => Answer::Close,
                None => Answer::Stay,
            }
        }
        Dialog::ChangedOutside { gone } => super::outside::ask(window, ui, *gone),
        Dialog::EarlierVersions {
            of,
            missing,
            versions,
        } => super::earlier::list(ui, of, *missing, versions),
        Dialog::Trouble { title: head, words } => {
            title(ui, head);
            ui.label(words.as_str());
            close_only(ui)
        }
        Dialog::StartCounter { from, then } => {
            let name = window
                .document
                .offer(from)
                .map_or("", |offer| offer.name.as_str());
            title(ui, &format!("{name} is locked"));
            ui.label("An offer that was passed keeps its terms. A counter starts from the same terms as a private draft.");
            let (from, then) = (from.clone(), *then);
            match buttons(ui, &["Start a counter from this offer", "Cancel"]) {
                Some(0) => act(move |window| window.start_counter(&from, then)),
                Some(_) => Answer::Close,
                None => Answer::Stay,
            }
        }
        Dialog::Pasted {
            offer,
            column,
            lines,
        } => pasted(ui, offer, *column, lines),
        Dialog::Rename { offer, name } => {
            title(ui, "Rename the offer");
            let response = ui.add(egui::TextEdit::singleline(name).desired_width(f32::INFINITY));
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Name of the offer")
            });
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let (offer, name) = (offer.clone(), name.clone());
            match (entered, buttons(ui, &["Rename", "Cancel"])) {
                (true, _) | (_, Some(0)) => {
                    act(move |window| window.apply(Command::Rename(offer, name)))
                }
                (_, Some(_)) => Answer::Close,
                _ => Answer::Stay,
            }
        }
        Dialog::How {
            title: head,
            figure,
            how,
        } => {
            title(ui, head);
            ui.label(theme::strong(figure.as_str(), 23.0));
            ui.label(how.as_str());
            close_only(ui)
        }
        Dialog::NewContract { asked, words } => super::new_contract::show(ui, asked, words),
        Dialog::Page(page) => super::pages::show(window, ui, page),
        Dialog::Keys => {
            title(ui, "Keys");
            ScrollArea::vertical().max_height(460.0).show(ui, |ui| {
                egui::Grid::new("keys")
                    .num_columns(2)
                    .spacing([24.0, 6.0])
                    .show(ui, |ui| {
                        for (keys, what) in shortcuts::LIST {
                            ui.label(theme::strong(*keys, 13.0));
                            ui.label(*what);
                            ui.end_row();
                        }
                    });
            });
            close_only(ui)
        }
        Dialog::About => {
            title(ui, "Counteroffer");
            ui.label(format!("Version {}", env!("CARGO_PKG_VERSION")));
            ui.label("What an offer costs, what lies between two offers, and what it means for one employee\u{2019}s pay. Everything is computed on this machine; nothing is sent anywhere.");
            ui.label("Set in Source Sans 3, under the SIL Open Font License.");
            close_only(ui)
        }
    }
}

fn close_only(ui: &mut Ui) -> Answer {
    match buttons(ui, &["Close"]) {
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}

fn type_path(ui: &mut Ui, saving: bool, path: &mut String) -> Answer {
    title(ui, if saving { "Save as" } else { "Open" });
    ui.label("This desktop offers no file dialog. Type the path of the file.");
    let id = Id::unique("typed path");
    let response = ui.add(
        egui::TextEdit::singleline(path)
            .id(id)
            .desired_width(f32::INFINITY),
    );
    let value = path.clone();
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Path of the file");
        info.current_text_value = Some(value.clone());
        info
    });
    let asked = Id::unique("typed path asked");
    if !ui.data(|data| data.get_temp::<bool>(asked).unwrap_or(false)) {
        response.request_focus();
        ui.data_mut(|data| data.insert_temp(asked, true));
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let verb = if saving { "Save" } else { "Open" };
    let clicked = buttons(ui, &[verb, "Cancel"]);
    let answer = match (entered, clicked) {
        (true, _) | (_, Some(0)) if !path.trim().is_empty() => {
            let path = PathBuf::from(path.trim());
            if saving {
                act(move |window| files::save_to(window, path, false))
            } else {
                act(move |window| files::go_on(window, Next::Open(path)))
            }
        }
        (_, Some(1)) => Answer::Close,
        _ => Answer::Stay,
    };
    if !matches!(answer, Answer::Stay) || ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.data_mut(|data| data.remove::<bool>(asked));
    }
    answer
}

fn pasted(ui: &mut Ui, offer: &OfferId, column: usize, lines: &[PastedLine]) -> Answer {
    let palette = theme::palette(ui);
    let read = lines.iter().filter(|line| line.raise.is_ok()).count();
    title(ui, &format!("{read} of {} lines can be read", lines.len()));
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for line in lines {
            ui.label(RichText::new(format!("{}  {}", line.number, line.text)).size(13.0));
            let (words, color) = match &line.raise {
                Ok((date, percent)) => {
                    let percent = crate::document::words::percent(percent.get());
                    (
                        format!("{percent} on {}", crate::document::words::date(*date)),
                        palette.soft,
                    )
                }
                Err(words) => (words.clone(), palette.alarm),
            };
            ui.label(RichText::new(words).size(12.5).color(color));
        }
    });
    let paste = format!("Paste {read}");
    let names: Vec<&str> = if read > 0 {
        vec![&paste, "Cancel"]
    } else {
        vec!["Close"]
    };
    let (offer, lines) = (offer.clone(), lines.to_vec());
    match buttons(ui, &names) {
        Some(0) if read > 0 => act(move |window| grid_entry::put(window, &offer, column, &lines)),
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}
