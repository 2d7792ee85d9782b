//! Workforce and assumptions, edited where they are shown.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{self, Align, Id, Layout, RichText, Ui};

use super::offer_details::{RULES, ratification};
use super::pages::Page;
use super::{Window, case, controls, theme};
use crate::document::{Command, Results, entry, words};
use crate::scenario::{Employee, People, Ratification};
use crate::units::{Fte, HourlyRate, Money, text};

/// Paints both sections.
pub fn show(window: &mut Window, ui: &mut Ui, results: &Results) {
    controls::section(ui, "Workforce");
    match window.document.scenario().workforce.people.clone() {
        People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } => {
            let known = fte
                .get()
                .map_or_else(|| "unknown".to_owned(), |fte| text::count(fte.get()));
            if let Some(typed) = field(ui, "Employees, FTE", &known) {
                people(window, &typed, headcount.get());
            }
            let known = average_annual_pay
                .get()
                .map_or_else(|| "unknown".to_owned(), |pay| text::dollars(pay.get()));
            if let Some(typed) = field(ui, "Average pay", &known) {
                let pay = entry::amount(&typed)
                    .and_then(|pay| Money::new(pay).map_err(|e| e.to_string()));
                window.take(pay.map(Command::AveragePay));
            }
        }
        people @ (People::Groups(_) | People::Table { .. }) => {
            let groups = people.groups().unwrap_or_default();
            let fte = results
                .fte
                .map_or_else(|| "unknown".to_owned(), text::count);
            controls::figure_row(ui, "Groups", &groups.len().to_string());
            controls::figure_row(ui, "Employees, FTE", &fte);
        }
    }
    let payroll = results
        .payroll
        .map_or_else(|| "unknown".to_owned(), crate::units::text::dollars_brief);
    controls::figure_row(ui, "Base payroll", &payroll);
    why(window, ui);
    controls::section(ui, "Assumptions");
    ratified(window, ui);
    retroactive(window, ui);
    let roll_up = match window.document.scenario().roll_up.len() {
        0 => "none".to_owned(),
        1 => "1 rate".to_owned(),
        more => format!("{more} rates"),
    };
    case::page_row(window, ui, "Payroll roll-up", &roll_up, Page::roll_up);
    take_effect(window, ui);
    case::more_assumptions(window, ui);
    employee(window, ui, results);
}

/// A name with a field for its value.
pub(super) fn field(ui: &mut Ui, name: &str, value: &str) -> Option<String> {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).color(palette.soft));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            controls::typed(ui, Id::unique(("field", name)), name, value, 104.0)
        })
        .inner
    })
    .inner
}

/// Headcount follows FTE where they were equal: all counted as full-time.
fn people(window: &mut Window, typed: &str, headcount: Option<u64>) {
    let command = entry::amount(typed).and_then(|value| {
        let fte = Fte::new(value).map_err(|error| error.to_string())?;
        let heads = u64::try_from(value.ceil().mantissa() / 10_i128.pow(value.ceil().scale()))
            .unwrap_or_default();
        let same = window.document.scenario().workforce.people.clone();
        let all_full_time = match same {
            People::Summary { headcount, fte, .. } => {
                headcount.get().map(rust_decimal::Decimal::from) == fte.get().map(|fte| fte.get())
            }
            People::Groups(_) | People::Table { .. } => false,
        };
        let heads = if all_full_time {
            heads
        } else {
            headcount.unwrap_or(heads)
        };
        Ok(Command::People(heads, fte))
    });
    window.take(command);
}

/// What the pay rests on, from the scenario's own assumptions.
fn why(window: &Window, ui: &mut Ui) {
    let palette = theme::palette(ui);
    let scenario = window.document.scenario();
    if let Some(pay) = scenario
        .assumptions
        .iter()
        .find(|one| one.about.contains("pay"))
    {
        let line = format!("\u{2248} average pay is {}", pay.standing.name());
        let why = pay.why.clone();
        ui.label(RichText::new(line).size(12.5).color(palette.soft))
            .on_hover_text(why);
    }
}

/// A name with a menu for its value; the index of the choice made.
pub(super) fn menu_row(ui: &mut Ui, name: &str, value: &str, choices: &[&str]) -> Option<usize> {
    let mut chosen = None;
    menu(ui, name, value, |ui| chosen = chosen_of(ui, choices));
    chosen
}

fn chosen_of(ui: &mut Ui, choices: &[&str]) -> Option<usize> {
    let mut chosen = None;
    for (index, choice) in choices.iter().enumerate() {
        if ui.button(*choice).clicked() {
            chosen = Some(index);
            ui.close();
        }
    }
    chosen
}

/// A name with a menu of any contents for its value.
fn menu(ui: &mut Ui, name: &str, value: &str, contents: impl FnOnce(&mut Ui)) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).color(palette.soft));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = egui::Button::new(theme::strong(value, 14.0))
                .frame_when_inactive(false)
                .truncate();
            let config =
                MenuConfig::default().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
            let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
                ui.set_min_width(200.0);
                contents(ui);
            });
            let label = format!("{name}: {value}");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
            response.on_hover_text(value);
        });
    });
    controls::rule(ui);
}

/// On time, some months late, or the day typed.
fn ratified(window: &mut Window, ui: &mut Ui) {
    let now = words::ratified(window.document.scenario().ratification);
    let first = window.document.scenario().term.first_day;
    let days = [1, 2, 3, 5, 6, 9, 12].map(|months| first.plus_months(months));
    let mut names = vec!["on time".to_owned()];
    names.extend(days.map(words::date));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut asked = None;
    menu(ui, "Ratified", &now, |ui| {
        if let Some(index) = chosen_of(ui, &names) {
            let day = index.checked_sub(1).and_then(|at| days.get(at));
            asked = Some(Ok(
                day.map_or(Ratification::OnTime, |day| Ratification::On(*day))
            ));
        }
        ui.separator();
        let id = Id::unique("ratified on another day");
        ui.horizontal(|ui| {
            ui.label("On");
            if let Some(typed) = controls::typed(ui, id, "Ratified on", &now, 120.0) {
                asked = Some(ratification(&typed));
                ui.close();
            }
        });
    });
    if let Some(when) = asked {
        window.take(when.map(Command::Ratify));
    }
}

fn retroactive(window: &mut Window, ui: &mut Ui) {
    let now = if window.document.scenario().retroactive {
        "by offer, else yes"
    } else {
        "by offer"
    };
    let choices = [
        "yes, unless an offer says no",
        "no, unless an offer says yes",
    ];
    if let Some(index) = menu_row(ui, "Retroactive pay", now, &choices) {
        window.apply(Command::RetroactiveByDefault(index == 0));
    }
}

fn take_effect(window: &mut Window, ui: &mut Ui) {
    let now = words::rule(window.document.scenario().effective);
    let names = RULES.map(words::rule);
    if let Some(index) = menu_row(ui, "Take effect", now, &names)
        && let Some(rule) = RULES.get(index)
    {
        window.apply(Command::TakeEffect(*rule));
    }
}

/// The group whose scoped raises the employee gets, where the workforce is given by groups.
fn group(window: &mut Window, ui: &mut Ui, employee: &Employee) {
    let Some(groups) = window.document.scenario().workforce.groups() else {
        return;
    };
    let mut names = vec!["the average".to_owned()];
    names.extend(groups.iter().map(|group| group.name.clone()));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let now = employee.group.as_deref().unwrap_or("the average");
    if let Some(index) = menu_row(ui, "Group", now, &names) {
        let group = names.get(index).filter(|_| index > 0);
        window.apply(Command::LookAt(Employee {
            group: group.map(|name| (*name).to_owned()),
            ..employee.clone()
        }));
    }
}

/// One employee's hourly rate and FTE.
fn employee(window: &mut Window, ui: &mut Ui, results: &Results) {
    controls::section(ui, "One employee");
    let employee = window.document.scenario().employee.clone();
    let rate = match employee.rate {
        Some(rate) => text::dollars(rate.get()),
        None => "average".to_owned(),
    };
    if let Some(typed) = field(ui, "Hourly rate", &rate) {
        let rate = match typed.trim() {
            "" | "average" => Ok(None),
            digits => entry::amount(digits)
                .and_then(|rate| HourlyRate::new(rate).map_err(|error| error.to_string()))
                .map(Some),
        };
        let command = rate.map(|rate| {
            Command::LookAt(Employee {
                rate,
                ..employee.clone()
            })
        });
        window.take(command);
    }
    group(window, ui, &employee);
    if let Some(typed) = field(ui, "FTE", &text::plain(employee.fte.get())) {
        let fte =
            entry::amount(&typed).and_then(|fte| Fte::new(fte).map_err(|error| error.to_string()));
        window.take(fte.map(|fte| Command::LookAt(Employee { fte, ..employee })));
    }
    let pay = results
        .employee_pay
        .map_or_else(|| "unknown".to_owned(), text::dollars);
    controls::figure_row(ui, "Full-time pay a year", &pay);
}
