//! The page that asks for a new case.

use eframe::egui::{self, Grid, RichText, Role, TextEdit, Ui, WidgetInfo};

use super::{Answer, Dialog, buttons, title};
use crate::document::new_contract::{Asked, CurrencyAsked, scenario};
use crate::ui::disk::region;
use crate::ui::forms::begin_with;
use crate::ui::state::{Actions, Context, Disk};
use crate::ui::widgets::theme;

pub(super) struct NewContract {
    asked: Asked,
    words: String,
}

impl NewContract {
    /// In the currency of the case worked on before; after the example, in that of the region.
    pub(super) fn after(context: &Context) -> Self {
        let currency = if context.file().is_example() {
            CurrencyAsked::from(&region::currency())
        } else {
            CurrencyAsked::from(&context.scenario().currency)
        };
        Self {
            asked: Asked {
                currency,
                ..Asked::default()
            },
            words: String::new(),
        }
    }
}

impl Dialog for NewContract {
    /// On "Start" the case is opened, or what is wrong is said.
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        let palette = theme::palette(ui);
        let Self { asked, words } = self;
        title(ui, "New contract");
        ui.horizontal(|ui| {
            ui.label("Case");
            let width = ui.available_width();
            let hint = "such as Local 1, 2026";
            let field = TextEdit::singleline(&mut asked.title).hint_text(hint);
            let case = named(ui.add_sized([width, 26.0], field), "Case");
            begin_with(ui, &case);
        });
        Grid::new("new contract")
            .num_columns(4)
            .spacing([10.0, 8.0])
            .show(ui, |ui| {
                line(ui, "First day", &mut asked.first_day, "10/1/2026");
                line(ui, "Last day", &mut asked.last_day, "9/30/2030");
                ui.end_row();
                ui.label("Currency");
                ui.horizontal(|ui| {
                    let CurrencyAsked { symbol, code } = &mut asked.currency;
                    short(ui, "Symbol of the currency", symbol, 48.0);
                    short(ui, "Code of the currency", code, 66.0);
                });
                ui.end_row();
            });
        ui.label(
            RichText::new("Two of these are enough")
                .size(12.5)
                .color(palette.soft),
        );
        // What can't be read yet shows its examples in dollars.
        let currency = asked.currency.read().unwrap_or_default();
        Grid::new("workforce")
            .num_columns(4)
            .spacing([10.0, 8.0])
            .show(ui, |ui| {
                line(ui, "Employees, FTE", &mut asked.employees, "1,200");
                line(
                    ui,
                    "Average pay",
                    &mut asked.average_pay,
                    &currency.example("68,000"),
                );
                ui.end_row();
                line(
                    ui,
                    "Payroll a year",
                    &mut asked.payroll,
                    &currency.example("81,600,000"),
                );
                line(
                    ui,
                    "or cost of 1%",
                    &mut asked.one_percent,
                    &currency.example("816,000"),
                );
                ui.end_row();
            });
        ui.label(
            RichText::new("Last offers, a raise a line, pasted or typed (10/1/2026: 3%)")
                .size(12.5)
                .color(palette.soft),
        );
        ui.columns(2, |columns| {
            let sides = [
                ("Employer", &mut asked.employer),
                ("Union", &mut asked.union),
            ];
            for (ui, (name, text)) in columns.iter_mut().zip(sides) {
                ui.label(theme::strong(name, 13.0));
                let field = TextEdit::multiline(text)
                    .desired_rows(5)
                    .desired_width(f32::INFINITY);
                named(
                    ui.add(field),
                    &format!("Last offer of the {}", name.to_lowercase()),
                );
            }
        });
        if !words.is_empty() {
            ui.label(RichText::new(words.as_str()).color(palette.alarm));
        }
        match buttons(ui, &["Start", "Cancel"]) {
            Some(0) => match scenario(asked) {
                Ok(case) => {
                    actions.disk(Disk::Start(Box::new(case)));
                    Answer::Close
                }
                Err(wrong) => {
                    *words = wrong;
                    Answer::Stay
                }
            },
            Some(_) => Answer::Close,
            None => Answer::Stay,
        }
    }
}

fn line(ui: &mut Ui, name: &str, text: &mut String, hint: &str) -> egui::Response {
    ui.label(name);
    let field = TextEdit::singleline(text).hint_text(hint.to_owned());
    named(ui.add_sized([124.0, 26.0], field), name)
}

fn short(ui: &mut Ui, name: &str, text: &mut String, width: f32) {
    named(
        ui.add_sized([width, 26.0], TextEdit::singleline(text)),
        name,
    );
}

fn named(response: egui::Response, name: &str) -> egui::Response {
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    response
}
