//! The page where there are no groups to show: a summary, or a table that isn't there as it was saved.

use eframe::egui::{Event, Frame, Label, RichText, Ui};

use crate::document::payroll::column::{Column, hours};
use crate::document::payroll::paste;
use crate::document::{Command, PayrollEdit};
use crate::files::table::TableState;
use crate::ui::state::{Actions, Ask, Context, Disk};
use crate::ui::widgets::{controls, theme};
use crate::units::text;

/// Paints what a summary says, and the ways to groups.
pub(super) fn summary(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let currency = &context.scenario().currency;
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    let totals = scenario.workforce.totals(scenario.hours);
    let unknown = || "unknown".to_owned();
    let rows = [
        (
            "Employees",
            totals
                .headcount
                .map_or_else(unknown, |heads| text::count(heads.into())),
        ),
        (
            "Full-time equivalents",
            totals.fte.map_or_else(unknown, hours),
        ),
        (
            "Payroll a year",
            totals
                .payroll
                .map_or_else(unknown, |pay| currency.whole(pay)),
        ),
    ];
    Frame::new().inner_margin(4.0).show(ui, |ui| {
        ui.set_max_width(560.0);
        ui.label(theme::strong("The workforce is a summary", 16.0));
        ui.add_space(6.0);
        for (name, value) in rows {
            controls::figure_row(ui, name, &value);
        }
        ui.add_space(8.0);
        let words = "A summary has one average rate: terms for some employees, steps, lowest rates and who gains need groups. Turn it into groups by their shares, paste rows from a sheet here (with headers such as Group, Market, Job, Employees, FTE, Rate), or import a roster.";
        ui.add(Label::new(RichText::new(words).color(palette.soft)).wrap());
        ui.add_space(8.0);
        if context.is_presenting() {
            return;
        }
        if ui.button("Turn into groups\u{2026}").clicked() {
            actions.ask(Ask::ToGroups);
        }
    });
    let typing = ui.ctx().text_edit_focused();
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    });
    if let Some(text) = pasted.filter(|_| !typing && !context.is_presenting()) {
        paste_groups(context, actions, &text);
    }
}

fn paste_groups(context: &Context, actions: &mut Actions, text: &str) {
    match paste::read(
        &context.scenario().workforce,
        &context.scenario().currency,
        text,
        &[],
        Column::Name,
    ) {
        Ok(put) => {
            let told = format!(
                "{} took the place of the summary; Undo brings it back",
                crate::document::payroll::of_groups(put.added.len())
            );
            actions.apply(Command::Payroll(PayrollEdit::Put(put)));
            actions.tell(told);
        }
        Err(faults) => actions.ask(Ask::Trouble {
            title: "Nothing was pasted".to_owned(),
            words: faults
                .iter()
                .take(8)
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
        }),
    }
}

/// Paints why the groups of a table aren't known, and what can be done.
pub(super) fn unread(ui: &mut Ui, context: &Context, actions: &mut Actions, file: &str) {
    let palette = theme::palette(ui);
    let state = &context.file().table;
    let words = state.message(file).unwrap_or_else(|| {
        format!("the table {file} isn\u{2019}t beside the scenario, so its employees aren\u{2019}t known")
    });
    let mut words = words;
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Frame::new().inner_margin(4.0).show(ui, |ui| {
        ui.set_max_width(560.0);
        ui.label(theme::strong(
            "The table of groups isn\u{2019}t as it was saved",
            16.0,
        ));
        ui.add_space(6.0);
        ui.horizontal_top(|ui| {
            controls::alarm_sign(ui);
            ui.add(Label::new(RichText::new(words).color(palette.ink)).wrap());
        });
        ui.add_space(8.0);
        if context.is_presenting() {
            return;
        }
        ui.horizontal(|ui| {
            if matches!(state, TableState::Changed { groups: Ok(_), .. })
                && ui.button("Accept it as it is now").clicked()
            {
                actions.disk(Disk::AcceptTable);
            }
            if ui.button("Look again").clicked() {
                actions.disk(Disk::LookForTable);
            }
        });
    });
}
