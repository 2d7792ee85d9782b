//! The settings of the whole case that are seldom touched: folded away until they are wanted.

use eframe::egui::{Id, RichText, Ui};

use crate::document::{Command, Setting, amounts, entry, words};
use crate::scenario::ranges::YEARLY;
use crate::scenario::{Accrual, People, Rounding, Term};
use crate::ui::forms::{take, take_field};
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::fields::{field, folded, menu_row, page_row};
use crate::ui::widgets::{rows, theme, typed};
use crate::units::{PayCalendar, text};

/// Paints what else the figures rest on.
pub fn more_assumptions(ui: &mut Ui, unfold: bool, context: &Context, actions: &mut Actions) {
    folded(ui, "More assumptions", unfold, |ui| {
        term(ui, context, actions);
        rates(ui, context, actions);
        time(ui, context, actions);
        money(ui, context, actions);
    });
}

/// Paints the case's title, note and sources.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    folded(ui, "This case", false, |ui| {
        let scenario = context.scenario();
        let (title, note) = (scenario.title.clone(), scenario.note.clone());
        let (sources, assumed) = (scenario.sources.len(), scenario.assumptions.len());
        let about_workforce = scenario.workforce.note.clone();
        caption(ui, "Title");
        let width = ui.available_width() - 18.0;
        let id = Id::unique("case title");
        if let Some(typed) = typed::typed_in_flow(ui, id, "Title of the case", &title, width) {
            let command = Ok(Command::Title(typed.clone()));
            take(ui, context, actions, (id, &typed), command);
        }
        typed::beneath(ui, id);
        ui.add_space(4.0);
        if page_row(ui, "Sources", &sources.to_string()) {
            actions.ask(Ask::Sources);
        }
        if page_row(ui, "What is assumed", &assumed.to_string()) {
            actions.ask(Ask::Assumed);
        }
        let currency = &scenario.currency;
        let shown = format!("{} {}", currency.symbol, currency.code);
        if page_row(ui, "Figures and currency", &shown) {
            actions.ask(Ask::Figures);
        }
        let hint = "Private, never presented";
        caption(ui, "Notes");
        let id = Id::unique("case note");
        if let Some(typed) = rows::long_text(ui, id, "Notes on the case", &note, hint) {
            let command = Ok(Command::Setting(Setting::Note(typed.clone())));
            take(ui, context, actions, (id, &typed), command);
        }
        caption(ui, "Notes on the workforce");
        let id = Id::unique("workforce note");
        let spoken = "Notes on the workforce";
        if let Some(typed) = rows::long_text(ui, id, spoken, &about_workforce, hint) {
            let command = Ok(Command::Setting(Setting::WorkforceNote(typed.clone())));
            take(ui, context, actions, (id, &typed), command);
        }
    });
}

fn caption(ui: &mut Ui, words: &str) {
    let color = theme::palette(ui).soft;
    ui.add_space(4.0);
    ui.label(RichText::new(words).size(12.5).color(color));
}

/// Takes what was typed into a field.
fn set(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    typed: (&str, &str),
    setting: Result<Setting, String>,
) {
    take_field(ui, context, actions, typed, setting.map(Command::Setting));
}

fn term(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let term = context.scenario().term;
    if let Some(typed) = field(ui, "First day", &words::date(term.first_day)) {
        let to = entry::date(&typed).map(|first_day| Setting::Term(Term { first_day, ..term }));
        set(ui, context, actions, ("First day", &typed), to);
    }
    if let Some(typed) = field(ui, "Last day", &words::date(term.last_day)) {
        let to = entry::date(&typed).map(|last_day| Setting::Term(Term { last_day, ..term }));
        set(ui, context, actions, ("Last day", &typed), to);
    }
    let horizon = context.scenario().horizon;
    let now = horizon.map_or_else(|| "last day".to_owned(), words::date);
    if let Some(typed) = field(ui, "Compared to", &now) {
        let to = match typed.trim().to_lowercase().as_str() {
            "" | "last day" => Ok(None),
            _ => entry::date(&typed).map(Some),
        };
        set(
            ui,
            context,
            actions,
            ("Compared to", &typed),
            to.map(Setting::Horizon),
        );
    }
}

fn rates(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let workforce = &context.scenario().workforce;
    let (as_of, rounding) = (workforce.rates_as_of, workforce.rounding);
    let groups = !matches!(workforce.people, People::Summary { .. });
    if let Some(typed) = field(ui, "Rates as of", &words::date(as_of)) {
        set(
            ui,
            context,
            actions,
            ("Rates as of", &typed),
            entry::date(&typed).map(Setting::RatesAsOf),
        );
    }
    let owed = match context.scenario().baseline.len() {
        0 => "none".to_owned(),
        1 => "1 raise".to_owned(),
        more => format!("{more} raises"),
    };
    if page_row(ui, "Already owed", &owed) {
        actions.ask(Ask::Baseline);
    }
    if groups {
        let names = ["to the cent", "not rounded"];
        let [to_the_cent, not_rounded] = names;
        let now = match rounding {
            Rounding::None => not_rounded,
            Rounding::Cent | Rounding::Dollar => to_the_cent,
        };
        if let Some(index) = menu_row(ui, "Hourly rates", now, &names) {
            let to = [Rounding::Cent, Rounding::None].get(index).copied();
            let to = Setting::Rounding(to.unwrap_or(rounding));
            actions.apply(Command::Setting(to));
        }
    }
    let hours = context.scenario().hours;
    if let Some(typed) = field(ui, "Paid hours a year", &text::count(hours.get())) {
        let hours = entry::hours(&typed);
        let typed = ("Paid hours a year", typed.as_str());
        take_field(ui, context, actions, typed, hours.map(Command::Hours));
    }
}

fn time(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let scenario = context.scenario();
    let by_period = matches!(scenario.accrual, Accrual::Biweekly { .. });
    let periods = scenario.pay_periods();
    let now = periods.map_or_else(
        || "none".to_owned(),
        |all| match all {
            PayCalendar::SemiMonthly => "1st and 16th".to_owned(),
            PayCalendar::Monthly => "1st of the month".to_owned(),
            PayCalendar::Biweekly { first_day } | PayCalendar::Weekly { first_day } => {
                words::date(first_day)
            }
        },
    );
    if let Some(typed) = field(ui, "Pay periods from", &now) {
        let to = match typed.trim().to_lowercase().as_str() {
            "" | "none" => Ok(None),
            _ => entry::date(&typed).map(Some),
        };
        set(
            ui,
            context,
            actions,
            ("Pay periods from", &typed),
            to.map(Setting::PayPeriods),
        );
    }
    let names = ["by calendar month", "by pay period"];
    let [by_month, by_pay_period] = names;
    let now = if by_period { by_pay_period } else { by_month };
    if let Some(index) = menu_row(ui, "Pay accrues", now, &names) {
        actions.apply(Command::Setting(Setting::ByPayPeriod(index == 1)));
    }
}

fn money(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let scenario = context.scenario();
    let discount = scenario.discount_rate;
    let prices = scenario.inflation.as_ref().map_or_else(
        || "no index".to_owned(),
        |prices| format!("{} a year", words::percent(prices.projected.get())),
    );
    if let Some(typed) = field(ui, "Discount rate", &words::percent(discount.get())) {
        let to = amounts::percent(&typed, "a discount rate", YEARLY).map(Setting::Discount);
        set(ui, context, actions, ("Discount rate", &typed), to);
    }
    if page_row(ui, "Prices rise", &prices) {
        actions.ask(Ask::Prices);
    }
}
