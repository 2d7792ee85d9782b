//! The page that asks for a new case.

use eframe::egui::{ScrollArea, Ui};

use super::{Answer, Dialog, buttons, title};
use crate::document::new_contract::{Asked, CurrencyAsked, Field, scenario};
use crate::document::wrong::Wrong;
use crate::ui::disk::region;
use crate::ui::forms::beside::{Beside, Typed, indent, named};
use crate::ui::forms::{begin_with, soft};
use crate::ui::state::{Actions, Context, Disk};
use crate::ui::widgets::theme;

pub(super) struct NewContract {
    asked: Asked,
    beside: Beside<Field>,
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
            beside: Beside::default(),
        }
    }
}

impl Dialog for NewContract {
    /// On "Start" the case is opened, or what is wrong is said beside each field.
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "New contract");
        let read = scenario(&self.asked);
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let height = (ui.ctx().content_rect().height() - 200.0).clamp(160.0, 640.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            ui.spacing_mut().item_spacing.y = 7.0;
            self.term(ui, wrong);
            self.workforce(ui, wrong);
            self.offers(ui, wrong);
        });
        match buttons(ui, &["Start", "Cancel"]) {
            Some(0) => match read {
                Ok(case) => {
                    actions.disk(Disk::Start(Box::new(case)));
                    Answer::Close
                }
                Err(_) => {
                    self.beside.tell_all();
                    ui.ctx().request_repaint();
                    Answer::Stay
                }
            },
            Some(_) => Answer::Close,
            None => Answer::Stay,
        }
    }
}

impl NewContract {
    fn term(&mut self, ui: &mut Ui, wrong: &Wrong<Field>) {
        let Self { asked, beside } = self;
        let case = named(ui, "Case", |ui| {
            let width = f32::INFINITY;
            crate::ui::forms::field(ui, "Case", &mut asked.title, "such as Local 1, 2026", width)
        });
        begin_with(ui, &case);
        let days = [
            (
                "First day",
                Field::FirstDay,
                &mut asked.first_day,
                "10/1/2026",
            ),
            ("Last day", Field::LastDay, &mut asked.last_day, "9/30/2030"),
        ];
        for (name, at, text, hint) in days {
            beside.row(ui, (name, &at), amount(name, hint), text, wrong);
        }
        let CurrencyAsked { symbol, code } = &mut asked.currency;
        let at = Field::Currency;
        named(ui, "Currency", |ui| {
            let of = |spoken, width| Typed {
                spoken,
                hint: "",
                width,
            };
            beside.field(ui, &at, of("Symbol of the currency", 54.0), symbol, wrong);
            beside.field(ui, &at, of("Code of the currency", 68.0), code, wrong);
        });
        let typed = format!("{symbol}{code}");
        beside.under(ui, &at, &typed, (wrong, indent(ui)));
    }

    fn workforce(&mut self, ui: &mut Ui, wrong: &Wrong<Field>) {
        let Self { asked, beside } = self;
        // What can't be read yet shows its examples in dollars.
        let currency = asked.currency.read().unwrap_or_default();
        soft(ui, "Two of these are enough");
        let fields = [
            (
                "Employees, FTE",
                Field::Employees,
                &mut asked.employees,
                "1,200".to_owned(),
            ),
            (
                "Average pay",
                Field::AveragePay,
                &mut asked.average_pay,
                currency.example("68,000"),
            ),
            (
                "Payroll a year",
                Field::Payroll,
                &mut asked.payroll,
                currency.example("81,600,000"),
            ),
            (
                "or cost of 1%",
                Field::OnePercent,
                &mut asked.one_percent,
                currency.example("816,000"),
            ),
        ];
        for (name, at, text, hint) in fields {
            beside.row(ui, (name, &at), amount(name, &hint), text, wrong);
        }
    }

    fn offers(&mut self, ui: &mut Ui, wrong: &Wrong<Field>) {
        let Self { asked, beside } = self;
        soft(
            ui,
            "Last offers, a raise a line, pasted or typed (10/1/2026: 3%)",
        );
        let sides = [
            (
                "Employer",
                "Last offer of the employer",
                Field::Employer,
                &mut asked.employer,
            ),
            (
                "Union",
                "Last offer of the union",
                Field::Union,
                &mut asked.union,
            ),
        ];
        ui.columns(2, |columns| {
            for (ui, (name, spoken, at, text)) in columns.iter_mut().zip(sides) {
                ui.label(theme::strong(name, 13.0));
                let of = Typed::filling(spoken, "");
                beside.rows(ui, &at, (of, 4), text, wrong);
            }
        });
    }
}

/// A field for a day, a number or an amount.
fn amount<'t>(spoken: &'t str, hint: &'t str) -> Typed<'t> {
    Typed {
        spoken,
        hint,
        width: 150.0,
    }
}
