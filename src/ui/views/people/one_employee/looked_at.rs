//! Which employee is looked at: somebody of any group, on any step of its scale, at any rate.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{Button, Color32, Id, PopupCloseBehavior, RichText, Role, Ui, WidgetInfo};

use crate::document::payroll::column::digits;
use crate::document::{Command, entry};
use crate::scenario::{Employee, Group, RateUnit, Scale, Workforce};
use crate::ui::forms::take;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::pick_list::pick;
use crate::ui::widgets::typed::typed;
use crate::ui::widgets::{controls, names, theme};
use crate::units::text;

/// Paints the row in which the employee is chosen.
pub(super) fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let scenario = context.scenario();
    let workforce = &scenario.workforce;
    let employee = &scenario.employee;
    let soft = theme::palette(ui).soft;
    let label = |ui: &mut Ui, words: &str| {
        ui.label(RichText::new(words).size(13.0).color(soft));
    };
    let open = !context.is_presenting();
    let group = workforce
        .read_groups()
        .iter()
        .find(|group| employee.group.as_ref() == Some(&group.name));
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(open, |ui| {
            ui.horizontal(|ui| {
                if workforce.groups().is_some() {
                    label(ui, "Somebody of");
                    groups(ui, actions, employee, workforce);
                    if let Some(group) = group {
                        steps(ui, actions, employee, workforce, group);
                    }
                }
                label(ui, "at");
                rate(ui, context, actions, employee, workforce, group);
                label(ui, unit(workforce.rate_unit));
                fte(ui, context, actions, employee);
                label(ui, "FTE");
            });
        });
    });
    if employee.rate.is_some() && group.is_some_and(|group| group.scale.is_some()) {
        let words = "At a rate of their own: the group\u{2019}s terms apply, and no step is moved.";
        ui.label(RichText::new(words).size(12.5).color(soft));
    }
}

fn unit(unit: RateUnit) -> &'static str {
    match unit {
        RateUnit::Hour => "an hour,",
        RateUnit::Month => "a month,",
        RateUnit::Year => "a year,",
    }
}

fn look(actions: &mut Actions, employee: Employee) {
    actions.apply(Command::LookAt(employee));
}

/// What stands right of the group: its step, the rate and the share of full time, in points.
const BESIDE_GROUP: f32 = 360.0;

fn groups(ui: &mut Ui, actions: &mut Actions, employee: &Employee, workforce: &Workforce) {
    let average = "everyone, on average";
    let now = employee.group.as_deref().unwrap_or(average);
    let config = MenuConfig::default().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    // What else stands in the row keeps its room.
    let room = (ui.available_width() - BESIDE_GROUP).max(120.0);
    let (font, ink) = (theme::semibold(14.0), Color32::PLACEHOLDER);
    let name = names::elided(ui, now, &font, ink, room);
    let cut = name.text() != now;
    let button = Button::new((name, controls::ROOM_FOR_CHEVRON));
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        ui.set_min_width(320.0);
        let groups = workforce.read_groups();
        let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
        let at = names
            .iter()
            .position(|name| employee.group.as_deref() == Some(*name));
        let at = at.map_or(0, |at| at + 1);
        if let Some(number) = pick(ui, "Find a group", average, &names, at) {
            let group = number.checked_sub(1).and_then(|at| groups.get(at));
            look(
                actions,
                Employee {
                    group: group.map(|group| group.name.clone()),
                    rate: None,
                    ..employee.clone()
                },
            );
        }
    });
    controls::drops_down(ui, response.rect);
    let label = format!("Group looked at: {now}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    if cut {
        response.on_hover_text(now);
    }
}

/// The steps of the group's scale: somebody on one where people of the same market, unit and job stand moves on
/// with them; on another, the step's rate is looked at.
fn steps(
    ui: &mut Ui,
    actions: &mut Actions,
    employee: &Employee,
    workforce: &Workforce,
    group: &Group,
) {
    let scale = group
        .scale
        .as_deref()
        .and_then(|name| workforce.scale(name));
    let (Some(scale), Some(own)) = (scale, group.step) else {
        return;
    };
    let at_rate = employee.rate.and_then(|rate| {
        let mut steps = scale.steps.iter();
        let at = steps.position(|step| step.rate.get() == Some(rate))?;
        u32::try_from(at + 1).ok()
    });
    let now = match (employee.rate, at_rate) {
        (None, _) => format!("step {own}"),
        (Some(_), Some(step)) => format!("step {step}"),
        (Some(_), None) => "off the scale".to_owned(),
    };
    let button = Button::new((now.as_str(), controls::ROOM_FOR_CHEVRON));
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(200.0);
        for (at, one) in scale.steps.iter().enumerate() {
            let Ok(step) = u32::try_from(at + 1) else {
                continue;
            };
            let there = on_step(workforce, group, scale, step);
            let rate = one
                .rate
                .get()
                .map_or_else(|| "unknown".to_owned(), |rate| digits(rate.get()));
            let note = if there.is_some() {
                ""
            } else {
                " \u{00b7} nobody there"
            };
            let name = format!("{step}: {rate}{note}");
            if ui
                .selectable_label(now == format!("step {step}"), name)
                .clicked()
            {
                let employee = match there {
                    Some(there) => Employee {
                        group: Some(there.name.clone()),
                        rate: None,
                        ..employee.clone()
                    },
                    None => Employee {
                        rate: one.rate.get(),
                        ..employee.clone()
                    },
                };
                look(actions, employee);
                ui.close();
            }
        }
    });
    controls::drops_down(ui, response.rect);
    let label = format!("Step looked at: {now}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
}

/// The group of the same market, unit and job on a step, the one looked at first.
fn on_step<'a>(
    workforce: &'a Workforce,
    group: &'a Group,
    scale: &Scale,
    step: u32,
) -> Option<&'a Group> {
    if group.step == Some(step) {
        return Some(group);
    }
    let alike = |other: &&Group| {
        other.scale.as_ref() == Some(&scale.name)
            && other.step == Some(step)
            && (&other.market, &other.unit, &other.job) == (&group.market, &group.unit, &group.job)
    };
    workforce.read_groups().iter().find(alike)
}

fn rate(
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    employee: &Employee,
    workforce: &Workforce,
    group: Option<&Group>,
) {
    let of_group = group.and_then(|group| workforce.rate_of(group).get());
    let shown = match (employee.rate, of_group) {
        (Some(rate), _) | (None, Some(rate)) => digits(rate.get()),
        (None, None) => "average".to_owned(),
    };
    let id = Id::unique("rate of the employee looked at");
    let Some(text) = typed(ui, id, "Rate looked at", &shown, 76.0) else {
        return;
    };
    let paid = context.scenario().paid_in();
    let rate = match text.trim() {
        "" | "average" => Ok(None),
        digits => entry::rate(digits, paid).map(Some),
    };
    let command = rate.map(|rate| {
        Command::LookAt(Employee {
            rate: rate.filter(|rate| Some(*rate) != of_group),
            ..employee.clone()
        })
    });
    take(ui, context, actions, (id, &text), command);
}

fn fte(ui: &mut Ui, context: &Context, actions: &mut Actions, employee: &Employee) {
    let id = Id::unique("FTE of the employee looked at");
    let now = text::plain(employee.fte.get());
    if let Some(text) = typed(ui, id, "FTE looked at", &now, 46.0) {
        let fte = entry::fte(&text);
        let command = fte.map(|fte| {
            Command::LookAt(Employee {
                fte,
                ..employee.clone()
            })
        });
        take(ui, context, actions, (id, &text), command);
    }
}
