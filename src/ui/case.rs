//! The settings of the whole case that are seldom touched: folded away until they are wanted.

use eframe::egui::{self, CollapsingHeader, Id, RichText, Ui};

use super::assumptions::{field, menu_row};
use super::pages::Page;
use super::{Dialog, Window, controls, rows, theme};
use crate::document::{Command, Setting, amounts, entry, words};
use crate::scenario::{Accrual, People, Rounding, Scenario, Term};
use crate::units::{HoursPerYear, PayCalendar, text};

/// Paints what else the figures rest on.
pub fn more_assumptions(window: &mut Window, ui: &mut Ui) {
    folded(ui, "More assumptions", |ui| {
        term(window, ui);
        rates(window, ui);
        time(window, ui);
        money(window, ui);
    });
}

/// Paints the case's title, note and sources.
pub fn show(window: &mut Window, ui: &mut Ui) {
    folded(ui, "This case", |ui| {
        let scenario = window.document.scenario();
        let (title, note) = (scenario.title.clone(), scenario.note.clone());
        let (sources, assumed) = (scenario.sources.len(), scenario.assumptions.len());
        let about_workforce = scenario.workforce.note.clone();
        caption(ui, "Title");
        let width = ui.available_width() - 18.0;
        let id = Id::unique("case title");
        if let Some(typed) = controls::typed(ui, id, "Title of the case", &title, width) {
            window.apply(Command::Title(typed));
        }
        ui.add_space(4.0);
        page_row(window, ui, "Sources", &sources.to_string(), Page::sources);
        page_row(
            window,
            ui,
            "What is assumed",
            &assumed.to_string(),
            Page::assumed,
        );
        let hint = "Private, never presented";
        caption(ui, "Notes");
        let id = Id::unique("case note");
        if let Some(typed) = rows::long_text(ui, id, "Notes on the case", &note, hint) {
            window.apply(Command::Setting(Setting::Note(typed)));
        }
        caption(ui, "Notes on the workforce");
        let id = Id::unique("workforce note");
        let spoken = "Notes on the workforce";
        if let Some(typed) = rows::long_text(ui, id, spoken, &about_workforce, hint) {
            window.apply(Command::Setting(Setting::WorkforceNote(typed)));
        }
    });
}

fn folded(ui: &mut Ui, title: &str, contents: impl FnOnce(&mut Ui)) {
    ui.add_space(8.0);
    let color = theme::palette(ui).soft;
    let head = theme::strong(title, 12.0)
        .color(color)
        .extra_letter_spacing(0.6);
    let shown = CollapsingHeader::new(head)
        .id_salt(title)
        .default_open(false)
        .show_unindented(ui, contents);
    let open = shown.openness > 0.5;
    shown.header_response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::DisclosureTriangle, true, open, title)
    });
}

fn caption(ui: &mut Ui, words: &str) {
    let color = theme::palette(ui).soft;
    ui.add_space(4.0);
    ui.label(RichText::new(words).size(12.5).color(color));
}

/// A row whose value opens a page.
pub fn page_row(
    window: &mut Window,
    ui: &mut Ui,
    name: &str,
    value: &str,
    page: fn(&Scenario) -> Page,
) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).color(palette.soft));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let shown = format!("{value}\u{2026}");
            let button = egui::Button::new(theme::strong(shown, 14.0)).frame_when_inactive(false);
            let response = ui.add(button);
            let label = format!("{name}: {value}");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
            if response.clicked() {
                let page = page(window.document.scenario());
                window.dialog = Some(Dialog::Page(Box::new(page)));
            }
        });
    });
    controls::rule(ui);
}

fn set(window: &mut Window, setting: Result<Setting, String>) {
    window.take(setting.map(Command::Setting));
}

fn term(window: &mut Window, ui: &mut Ui) {
    let term = window.document.scenario().term;
    if let Some(typed) = field(ui, "First day", &words::date(term.first_day)) {
        let to = entry::date(&typed).map(|first_day| Setting::Term(Term { first_day, ..term }));
        set(window, to);
    }
    if let Some(typed) = field(ui, "Last day", &words::date(term.last_day)) {
        let to = entry::date(&typed).map(|last_day| Setting::Term(Term { last_day, ..term }));
        set(window, to);
    }
    let horizon = window.document.scenario().horizon;
    let now = horizon.map_or_else(|| "last day".to_owned(), words::date);
    if let Some(typed) = field(ui, "Compared to", &now) {
        let to = match typed.trim().to_lowercase().as_str() {
            "" | "last day" => Ok(None),
            _ => entry::date(&typed).map(Some),
        };
        set(window, to.map(Setting::Horizon));
    }
}

fn rates(window: &mut Window, ui: &mut Ui) {
    let workforce = &window.document.scenario().workforce;
    let (as_of, rounding) = (workforce.rates_as_of, workforce.rounding);
    let groups = !matches!(workforce.people, People::Summary { .. });
    if let Some(typed) = field(ui, "Rates as of", &words::date(as_of)) {
        set(window, entry::date(&typed).map(Setting::RatesAsOf));
    }
    let owed = match window.document.scenario().baseline.len() {
        0 => "none".to_owned(),
        1 => "1 raise".to_owned(),
        more => format!("{more} raises"),
    };
    page_row(window, ui, "Already owed", &owed, Page::baseline);
    if groups {
        let names = ["to the cent", "not rounded"];
        let now = names[usize::from(rounding == Rounding::None)];
        if let Some(index) = menu_row(ui, "Hourly rates", now, &names) {
            let to = [Rounding::Cent, Rounding::None].get(index).copied();
            set(window, Ok(Setting::Rounding(to.unwrap_or(rounding))));
        }
    }
    let hours = window.document.scenario().hours;
    if let Some(typed) = field(ui, "Paid hours a year", &text::count(hours.get())) {
        let hours = entry::amount(&typed)
            .and_then(|hours| HoursPerYear::new(hours).map_err(|error| error.to_string()));
        window.take(hours.map(Command::Hours));
    }
}

fn time(window: &mut Window, ui: &mut Ui) {
    let scenario = window.document.scenario();
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
        set(window, to.map(Setting::PayPeriods));
    }
    let names = ["by calendar month", "by pay period"];
    if let Some(index) = menu_row(ui, "Pay accrues", names[usize::from(by_period)], &names) {
        set(window, Ok(Setting::ByPayPeriod(index == 1)));
    }
}

fn money(window: &mut Window, ui: &mut Ui) {
    let scenario = window.document.scenario();
    let discount = scenario.discount_rate;
    let prices = scenario.inflation.as_ref().map_or_else(
        || "no index".to_owned(),
        |prices| format!("{} a year", words::percent(prices.projected.get())),
    );
    if let Some(typed) = field(ui, "Discount rate", &words::percent(discount.get())) {
        let to = amounts::percent(&typed, "a discount rate", -50, 100).map(Setting::Discount);
        set(window, to);
    }
    page_row(window, ui, "Prices rise", &prices, Page::prices);
}
