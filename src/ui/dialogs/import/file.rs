//! The first step: which file, and its form as guessed, to be seen and changed.

use eframe::egui::{Button, Grid, RichText, Role, Ui, WidgetInfo};

use super::columns::table;
use super::job::Job;
use super::{Import, Source};
use crate::files::roster::{DecimalMark, Encoding, FileForm, Separator};
use crate::ui::dialogs::beginning;
use crate::ui::forms::{field, pick, soft, wrong};
use crate::ui::state::{Actions, Disk};
use crate::ui::widgets::{controls, theme, typed};

const SEPARATORS: [(Separator, &str); 3] = [
    (Separator::Comma, "commas"),
    (Separator::Semicolon, "semicolons"),
    (Separator::Tab, "tabs"),
];

const ENCODINGS: [(Encoding, &str); 4] = [
    (Encoding::Utf8, "UTF-8"),
    (Encoding::Utf16Le, "UTF-16"),
    (Encoding::Utf16Be, "UTF-16, high byte first"),
    (Encoding::Windows1252, "Windows-1252"),
];

pub(super) fn show(own: &mut Import, ui: &mut Ui, actions: &mut Actions) {
    controls::section(ui, "The payroll\u{2019}s extract");
    soft(
        ui,
        "A CSV file or an Excel workbook (.xlsx) with a line an employee: pay, hours, job, unit. Names and numbers of employees are never kept.",
    );
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 170.0).clamp(120.0, 640.0);
        let response = field(
            ui,
            "Path of the roster",
            &mut own.path,
            "/home/\u{2026}/extract.csv",
            width,
        );
        if beginning::begins(ui) {
            response.request_focus();
        }
        let entered = crate::ui::forms::entered(ui, &response);
        let chosen = own.source.is_some();
        let choose = if chosen {
            ui.button("Choose\u{2026}")
        } else {
            controls::leading(ui, theme::strong("Choose\u{2026}", 14.0), true)
        };
        if choose.clicked() {
            actions.disk(Disk::ChooseRoster);
        }
        let can = !own.path.trim().is_empty();
        let open = ui.add_enabled(can, Button::new("Open")).clicked();
        if can && (open || entered) {
            let path = std::path::PathBuf::from(own.path.trim());
            own.open(ui, path);
        }
    });
    wrong(ui, &own.words);
    let Some(source) = &mut own.source else {
        return;
    };
    let mut form = own.profile.file.clone();
    form_of(ui, source, &mut form);
    decimals(ui, source, &mut form);
    ui.add_space(8.0);
    let rows = source.preview.rows.len().min(8);
    soft(
        ui,
        &match form.header_row {
            0 => format!("The first {rows} lines, as this form reads them"),
            _ => format!("The first {rows} lines below the headers, as this form reads them"),
        },
    );
    table(ui, &source.preview, |_| None);
    let mark = form.decimals;
    let same_but_mark = FileForm {
        decimals: own.profile.file.decimals,
        ..form.clone()
    };
    if same_but_mark != own.profile.file {
        own.job = Some(Job::look(ui.ctx(), source.file.clone(), form));
    } else if mark != own.profile.file.decimals {
        own.profile.file.decimals = mark;
    }
}

fn form_of(ui: &mut Ui, source: &Source, form: &mut FileForm) {
    ui.add_space(8.0);
    Grid::new("form of the roster")
        .num_columns(2)
        .spacing([14.0, 8.0])
        .show(ui, |ui| {
            if let Some(book) = source.file.book() {
                soft(ui, "Sheet");
                sheet(
                    ui,
                    book.sheets
                        .iter()
                        .map(|sheet| (sheet.name.as_str(), sheet.hidden)),
                    form,
                );
                ui.end_row();
            } else {
                soft(ui, "Encoding");
                pick(ui, "Encoding", &mut form.encoding, &ENCODINGS);
                ui.end_row();
                soft(ui, "Cells parted by");
                pick(ui, "Cells parted by", &mut form.separator, &SEPARATORS);
                ui.end_row();
            }
            soft(ui, "Row of headers");
            let id = eframe::egui::Id::unique("row of headers");
            let now = match form.header_row {
                0 => NO_HEADERS.to_owned(),
                row => row.to_string(),
            };
            if let Some(text) = typed::typed(ui, id, "Row of headers", &now, 60.0) {
                match header_row(&text) {
                    Ok(row) => form.header_row = row,
                    Err(words) => typed::refuse(ui, id, &text, words),
                }
            }
            ui.end_row();
        });
}

/// What is shown and typed where a file has no headers.
const NO_HEADERS: &str = "none";

/// The row of the headers as typed, from 1; 0 for none.
fn header_row(text: &str) -> Result<u64, &'static str> {
    let text = text.trim();
    if text.eq_ignore_ascii_case(NO_HEADERS) {
        return Ok(0);
    }
    let wrong = "write the number of the row, or none where the file has no headers";
    text.parse().map_err(|_| wrong)
}

fn sheet<'a>(ui: &mut Ui, sheets: impl Iterator<Item = (&'a str, bool)>, form: &mut FileForm) {
    let now = form.sheet.clone().unwrap_or_default();
    let shown: Vec<(&str, String)> = sheets
        .map(|(name, hidden)| {
            (
                name,
                format!("{name}{}", if hidden { " (hidden)" } else { "" }),
            )
        })
        .collect();
    let all: Vec<(&str, &str)> = shown
        .iter()
        .map(|(name, shown)| (*name, shown.as_str()))
        .collect();
    let mut chosen = now.as_str();
    pick(ui, "Sheet", &mut chosen, &all);
    if chosen != now {
        form.sheet = Some(chosen.to_owned());
        form.header_row = 1;
    }
}

/// Asked where the numbers could be read either way; else shown, to be changed.
fn decimals(ui: &mut Ui, source: &mut Source, form: &mut FileForm) {
    let palette = theme::palette(ui);
    let marks = [
        (DecimalMark::Point, "1,234.50 \u{00b7} decimal point"),
        (DecimalMark::Comma, "1.234,50 \u{00b7} decimal comma"),
    ];
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let ask = source.decimals_open;
        let words = if ask {
            crate::ui::widgets::controls::alarm_sign(ui);
            RichText::new("How are decimals written? No number here tells.").color(palette.alarm)
        } else {
            RichText::new("Decimals").size(12.5).color(palette.soft)
        };
        ui.label(words);
        for (mark, name) in marks {
            let chosen = !ask && form.decimals == mark;
            let response = ui.selectable_label(chosen, name);
            let label = format!("Decimals: {name}");
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &label));
            if response.clicked() {
                form.decimals = mark;
                source.decimals_open = false;
            }
        }
    });
}
