//! The page of the payroll roll-up: what the employer pays on top of wages.

use eframe::egui::{Grid, Ui};

use super::{Answer, Dialog, done, title};
use crate::document::{Command, Setting, amounts, words};
use crate::scenario::ranges::ROLL_UP;
use crate::scenario::{RollUpRate, Scenario};
use crate::ui::forms::{field, soft};
use crate::ui::state::{Actions, Context};
use crate::units::Currency;

/// What is typed so far.
#[derive(Default)]
pub(super) struct RollUp {
    rates: Vec<Rate>,
    words: String,
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
            words: String::new(),
        }
    }

    fn read(&self, currency: &Currency) -> Result<Vec<RollUpRate>, String> {
        let mut rates = Vec::new();
        for (at, rate) in self.rates.iter().enumerate() {
            let empty = [&rate.name, &rate.percent, &rate.pay_base];
            if empty.iter().all(|text| text.trim().is_empty()) {
                continue;
            }
            let here = |told: String| format!("Rate {}: {told}", at + 1);
            let name = rate.name.trim();
            if name.is_empty() {
                return Err(here("it needs a name, such as payroll tax".to_owned()));
            }
            let pay_base = match rate.pay_base.trim() {
                "" => None,
                typed => Some(amounts::money(typed, currency).map_err(here)?),
            };
            if pay_base.is_some_and(|base| base.get() <= rust_decimal::Decimal::ZERO) {
                return Err(here(
                    "pay above which it stops must be above zero".to_owned(),
                ));
            }
            rates.push(RollUpRate {
                name: name.to_owned(),
                percent: amounts::percent(&rate.percent, "a roll-up rate", ROLL_UP)
                    .map_err(here)?,
                on_lump_sums: rate.on_lump_sums,
                pay_base,
            });
        }
        Ok(rates)
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
        Grid::new("roll-up rates")
            .num_columns(5)
            .spacing([8.0, 8.0])
            .show(ui, |ui| {
                for head in ["Name", "Percent", "Up to pay of", "On lump sums", ""] {
                    soft(ui, head);
                }
                ui.end_row();
                for (at, rate) in self.rates.iter_mut().enumerate() {
                    let spoken = |what: &str| format!("{what} of rate {}", at + 1);
                    field(ui, &spoken("Name"), &mut rate.name, "payroll tax", 110.0);
                    field(ui, &spoken("Percent"), &mut rate.percent, "7.65%", 56.0);
                    field(
                        ui,
                        &spoken("Pay base"),
                        &mut rate.pay_base,
                        "no limit",
                        84.0,
                    );
                    ui.checkbox(&mut rate.on_lump_sums, "too");
                    if ui.button("Remove").clicked() {
                        gone = Some(at);
                    }
                    ui.end_row();
                }
            });
        if let Some(at) = gone {
            self.rates.remove(at);
        }
        if ui.button("Add a rate").clicked() {
            self.rates.push(Rate::default());
        }
        let rates = self.read(&context.scenario().currency);
        done(ui, &mut self.words, actions, move || {
            rates.map(|rates| Command::Setting(Setting::RollUp(rates)))
        })
    }
}
