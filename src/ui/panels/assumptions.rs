//! Workforce and assumptions, edited where they are shown.

use eframe::egui::{Id, RichText, Ui};

use crate::document::{Command, entry, words};
use crate::scenario::{EffectiveRule, Employee, People, RateUnit, Ratification};
use crate::ui::forms::rules::{RULES, ratification};
use crate::ui::forms::{take, take_field};
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::fields::{chosen_of, field, menu, menu_row, page_row};
use crate::ui::widgets::names::pay_assumption;
use crate::ui::widgets::pick_list::pick;
use crate::ui::widgets::{controls, theme, typed};
use crate::units::text;

/// Who is looked at where no group is.
const AVERAGE: &str = "the average";
/// The fields of the summary.
const EMPLOYEES: &str = "Employees, FTE";
const PAY: &str = "Average pay";

pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let currency = &context.scenario().currency;
    controls::section(ui, "Workforce");
    match &context.scenario().workforce.people {
        People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } => {
            let known = fte
                .get()
                .map_or_else(|| "unknown".to_owned(), |fte| text::count(fte.get()));
            if let Some(typed) = field(ui, EMPLOYEES, &known) {
                people(ui, context, actions, &typed, headcount.get());
            }
            let known = average_annual_pay
                .get()
                .map_or_else(|| "unknown".to_owned(), |pay| currency.exact(pay.get()));
            if let Some(typed) = field(ui, PAY, &known) {
                let pay = entry::money(&typed, currency);
                let command = pay.map(Command::AveragePay);
                take_field(ui, context, actions, (PAY, &typed), command);
            }
        }
        people @ (People::Groups(_) | People::Table { .. }) => {
            let groups = people.read_groups();
            let unknown = || "unknown".to_owned();
            let heads = groups
                .iter()
                .try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?));
            let heads = heads.map(rust_decimal::Decimal::from);
            let number = text::count(groups.len().into());
            controls::figure_row(ui, "Groups", &number);
            controls::figure_row(ui, "Employees", &heads.map_or_else(unknown, text::count));
            let fte = context.results.fte.map_or_else(unknown, text::count);
            controls::figure_row(ui, "Full-time equivalents", &fte);
        }
    }
    let payroll = context
        .results
        .payroll
        .map_or_else(|| "unknown".to_owned(), |value| currency.brief(value));
    controls::figure_row(ui, "Base payroll", &payroll);
    why(ui, context);
    controls::section(ui, "Assumptions");
    ratified(ui, context, actions);
    retroactive(ui, context, actions);
    let roll_up = match context.scenario().roll_up.len() {
        0 => "none".to_owned(),
        1 => "1 rate".to_owned(),
        more => format!("{more} rates"),
    };
    if page_row(ui, "Payroll roll-up", &roll_up) {
        actions.ask(Ask::RollUp);
    }
    take_effect(ui, context, actions);
}

/// Headcount follows FTE where they were equal: all counted as full-time.
fn people(ui: &Ui, context: &Context, actions: &mut Actions, typed: &str, headcount: Option<u64>) {
    let command = entry::employees(typed).map(|fte| {
        let value = fte.get();
        let heads = u64::try_from(value.ceil().mantissa() / 10_i128.pow(value.ceil().scale()))
            .unwrap_or_default();
        let all_full_time = match &context.scenario().workforce.people {
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
        Command::People(heads, fte)
    });
    take_field(ui, context, actions, (EMPLOYEES, typed), command);
}

/// What the pay rests on, from the scenario's own assumptions.
fn why(ui: &mut Ui, context: &Context) {
    let palette = theme::palette(ui);
    if let Some(pay) = pay_assumption(context.scenario()) {
        let line = format!("\u{2248} average pay is {}", pay.standing.name());
        let why = pay.why.clone();
        ui.label(RichText::new(line).size(12.5).color(palette.soft))
            .on_hover_text(why);
    }
}

/// On time, some months late, or the day typed.
fn ratified(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let now = words::ratified(context.scenario().ratification);
    let first = context.scenario().term.first_day;
    let days = [1, 2, 3, 5, 6, 9, 12].map(|months| first.plus_months(months));
    let mut names = vec!["on time".to_owned()];
    names.extend(days.map(words::date));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut asked = None;
    menu(ui, "Ratified", &now, |ui| {
        if let Some(index) = chosen_of(ui, &names) {
            let day = index.checked_sub(1).and_then(|at| days.get(at));
            asked = Some(day.map_or(Ratification::OnTime, |day| Ratification::On(*day)));
        }
        ui.separator();
        let id = Id::unique("ratified on another day");
        ui.horizontal(|ui| {
            ui.label("On");
            if let Some(typed) = typed::typed_in_flow(ui, id, "Ratified on", &now, 120.0) {
                let command = ratification(&typed).map(Command::Ratify);
                take(ui, context, actions, (id, &typed), command);
                if typed::refusal_of(ui, id).is_none() {
                    ui.close();
                }
            }
        });
        typed::beneath(ui, id);
    });
    if let Some(when) = asked {
        actions.apply(Command::Ratify(when));
    }
}

fn retroactive(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let now = if context.scenario().retroactive {
        "by offer, else yes"
    } else {
        "by offer"
    };
    let choices = [
        "yes, unless an offer says no",
        "no, unless an offer says yes",
    ];
    if let Some(index) = menu_row(ui, "Retroactive pay", now, &choices) {
        actions.apply(Command::RetroactiveByDefault(index == 0));
    }
}

fn take_effect(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let now = context.scenario().effective.in_words();
    let names = RULES.map(EffectiveRule::in_words);
    if let Some(index) = menu_row(ui, "Take effect", now, &names)
        && let Some(rule) = RULES.get(index)
    {
        actions.apply(Command::TakeEffect(*rule));
    }
}

/// The group whose scoped raises the employee gets, where the workforce is given by groups.
fn group(ui: &mut Ui, context: &Context, actions: &mut Actions, employee: &Employee) {
    let Some(groups) = context.scenario().workforce.groups() else {
        return;
    };
    let now = employee.group.as_deref().unwrap_or(AVERAGE);
    let mut chosen = None;
    menu(ui, "Group", now, |ui| {
        let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
        let at = names.iter().position(|name| *name == now);
        let at = at.map_or(0, |at| at + 1);
        chosen = pick(ui, "Find a group", AVERAGE, &names, at);
    });
    if let Some(number) = chosen {
        let group = number.checked_sub(1).and_then(|at| groups.get(at));
        actions.apply(Command::LookAt(Employee {
            group: group.map(|group| group.name.clone()),
            ..employee.clone()
        }));
    }
}

/// What the rate of one employee is called: a salary is no hourly rate.
fn rate_name(unit: RateUnit) -> &'static str {
    match unit {
        RateUnit::Hour => "Hourly rate",
        RateUnit::Month => "Monthly pay",
        RateUnit::Year => "Yearly pay",
    }
}

/// Paints one employee's rate and FTE.
pub fn employee(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let currency = &context.scenario().currency;
    controls::section(ui, "One employee");
    let employee = context.scenario().employee.clone();
    let rate = match employee.rate {
        Some(rate) => currency.exact(rate.get()),
        None => "average".to_owned(),
    };
    let name = rate_name(context.scenario().workforce.rate_unit);
    if let Some(typed) = field(ui, name, &rate) {
        let rate = match typed.trim() {
            "" | "average" => Ok(None),
            digits => entry::rate(digits, context.scenario().paid_in()).map(Some),
        };
        let command = rate.map(|rate| {
            Command::LookAt(Employee {
                rate,
                ..employee.clone()
            })
        });
        take_field(ui, context, actions, (name, &typed), command);
    }
    group(ui, context, actions, &employee);
    if let Some(typed) = field(ui, "FTE", &text::plain(employee.fte.get())) {
        let fte = entry::fte(&typed);
        let command = fte.map(|fte| Command::LookAt(Employee { fte, ..employee }));
        take_field(ui, context, actions, ("FTE", &typed), command);
    }
    let pay = context
        .results
        .employee_pay
        .map_or_else(|| "unknown".to_owned(), |value| currency.exact(value));
    controls::figure_row(ui, "Full-time pay a year", &pay);
}
