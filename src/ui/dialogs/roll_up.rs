//! The page of the payroll roll-up: what the employer pays on top of wages.

use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::{Answer, Dialog, done, title};
use crate::document::wrong::Wrong;
use crate::document::{Command, Setting, amounts, words};
use crate::scenario::ranges::ROLL_UP;
use crate::scenario::{RollUpRate, Scenario};
use crate::ui::forms::beside::{Beside, Typed};
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context};
use crate::units::Currency;

/// What is typed so far.
#[derive(Default)]
pub(super) struct RollUp {
    rates: Vec<Rate>,
    beside: Beside<(usize, Field)>,
    words: String,
}

/// A field of one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Percent,
    PayBase,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Rate {
    name: String,
    percent: String,
    pay_base: String,
    on_lump_sums: bool,
}

impl RollUp {
    /// The rates as they stand; one empty where there are none.
    pub fn of(scenario: &Scenario) -> Self {
        let currency = &scenario.currency;
        let mut rates: Vec<Rate> = scenario
            .roll_up
            .iter()
            .map(|rate| Rate {
                name: rate.name.clone(),
                percent: words::percent(rate.percent.get()),
                pay_base: rate
                    .pay_base
                    .map_or_else(String::new, |base| currency.exact(base.get())),
                on_lump_sums: rate.on_lump_sums,
            })
            .collect();
        if rates.is_empty() {
            rates.push(Rate::default());
        }
        Self {
            rates,
            ..Self::default()
        }
    }

    fn read(&self, currency: &Currency) -> Result<Command, Wrong<(usize, Field)>> {
        let mut wrong = Wrong::default();
        let mut rates = Vec::new();
        for (at, rate) in self.rates.iter().enumerate() {
            let empty = [&rate.name, &rate.percent, &rate.pay_base];
            if empty.iter().all(|text| text.trim().is_empty()) {
                continue;
            }
            let name = rate.name.trim();
            if name.is_empty() {
                wrong.tell((at, Field::Name), "it needs a name, such as payroll tax");
            }
            let percent = amounts::percent(&rate.percent, "a roll-up rate", ROLL_UP);
            let percent = wrong.taken((at, Field::Percent), percent);
            let pay_base = wrong.taken_if((at, Field::PayBase), &rate.pay_base, |typed| {
                let base = amounts::money(typed, currency)?;
                if base.get() > rust_decimal::Decimal::ZERO {
                    Ok(base)
                } else {
                    Err("pay above which it stops must be above zero".to_owned())
                }
            });
            rates.extend(percent.map(|percent| RollUpRate {
                name: name.to_owned(),
                percent,
                on_lump_sums: rate.on_lump_sums,
                pay_base,
            }));
        }
        wrong.or(Some(Command::Setting(Setting::RollUp(rates))))
    }
}

impl Dialog for RollUp {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Payroll roll-up");
        soft(
            ui,
            "What the employer pays on top of wages, in percent of them. It is shown beside the cost, not in it.",
        );
        let mut gone = None;
        let read = self.read(&context.scenario().currency);
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let Self { rates, beside, .. } = self;
        let height = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 400.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let heads = [
                ("Name", 110.0),
                ("Percent", 56.0),
                ("Up to pay of", 84.0),
                ("On lump sums", 90.0),
            ];
            ui.horizontal(|ui| {
                for (head, wide) in heads {
                    let layout = Layout::left_to_right(Align::Center);
                    ui.allocate_ui_with_layout(vec2(wide, 18.0), layout, |ui| {
                        ui.set_min_width(wide);
                        soft(ui, head);
                    });
                }
            });
            for (at, rate) in rates.iter_mut().enumerate() {
                let spoken = |what: &str| format!("{what} of rate {}", at + 1);
                let fields = [
                    (Field::Name, "Name", "payroll tax", 110.0),
                    (Field::Percent, "Percent", "7.65%", 56.0),
                    (Field::PayBase, "Pay base", "no limit", 84.0),
                ];
                ui.horizontal(|ui| {
                    let texts = [&mut rate.name, &mut rate.percent, &mut rate.pay_base];
                    for ((field, what, hint, width), text) in fields.into_iter().zip(texts) {
                        let spoken = spoken(what);
                        let of = Typed {
                            spoken: &spoken,
                            hint,
                            width,
                        };
                        beside.field(ui, &(at, field), of, text, wrong);
                    }
                    ui.checkbox(&mut rate.on_lump_sums, "too");
                    if ui.button("Remove").clicked() {
                        gone = Some(at);
                    }
                });
                let texts = [&rate.name, &rate.percent, &rate.pay_base];
                let mut indent = 0.0;
                for ((field, _, _, width), text) in fields.into_iter().zip(texts) {
                    beside.under(ui, &(at, field), text, (wrong, indent));
                    indent += width + 8.0;
                }
            }
        });
        if ui.button("Add a rate").clicked() {
            self.rates.push(Rate::default());
        }
        let beside = &mut self.beside;
        let answer = done(ui, &mut self.words, actions, read, || beside.tell_all());
        if let Some(at) = gone {
            self.rates.remove(at);
            self.beside.forget_left();
        }
        answer
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}
