//! The third step: what is rejected, what is to be confirmed, what changes, and what is kept.

use eframe::egui::{Checkbox, Role, Ui, WidgetInfo};

use super::roster_words::outliers;
use super::{Import, rejected};
use crate::document::payroll::column::hours;
use crate::document::words as say;
use crate::figure::PRIVATE;
use crate::files::roster::{
    Changes, EmptyScope, OutlierKind, Staged, assumptions_to_look_over, changes,
};
use crate::scenario::Scenario;
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::controls;
use crate::ui::widgets::table::{Cell, Table};
use crate::units::Currency;
use crate::units::text;

/// Why the roster can't be taken over yet; nothing where it can.
pub(super) fn why_not(own: &Import, staged: &Staged) -> Option<String> {
    if staged.groups.is_empty() {
        return Some("No line is an employee; check the columns".to_owned());
    }
    if !staged.reconciliation.is_whole() {
        return Some("Not every line is accounted for".to_owned());
    }
    if !staged.outliers.is_empty() && !own.confirmed {
        return Some("Confirm the rates far from the others first".to_owned());
    }
    if !own.empty.is_empty() && !own.leave_out {
        return Some("Say what happens to terms that apply to nobody any more".to_owned());
    }
    None
}

pub(super) fn show(own: &mut Import, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let Some(staged) = own.staged().cloned() else {
        super::question::show(own, ui);
        return;
    };
    crate::ui::forms::wrong(ui, &own.words);
    if own.kept {
        let words = format!(
            "Read as last time, by \u{201c}{}\u{201d}, rates as of {}. Go back to change it.",
            own.profile.name,
            say::date(own.profile.rates_as_of)
        );
        soft(ui, &words);
    }
    rejected::show_to_save(own, ui, actions);
    confirm(own, ui, &staged, &context.scenario().currency);
    nobody(own, ui, context.scenario());
    let since = changes(&staged, context.scenario());
    what_changes(ui, &since, &context.scenario().currency);
    let speaks: Vec<&str> = assumptions_to_look_over(context.scenario())
        .map(|one| one.about.as_str())
        .collect();
    if !speaks.is_empty() {
        soft(
            ui,
            &format!(
                "Look over what is assumed of the former workforce afterwards: {}.",
                speaks.join("; ")
            ),
        );
    }
    rejected::kept(own, ui);
}

/// Rates below the minimum wage, or far above the others: confirmed by a tick.
fn confirm(own: &mut Import, ui: &mut Ui, staged: &Staged, currency: &Currency) {
    if staged.outliers.is_empty() {
        return;
    }
    controls::section(ui, "Rates far from the others");
    let limits = &own.profile.limits;
    let kinds = [
        (
            OutlierKind::BelowMinimum,
            format!(
                "below the minimum wage of {}",
                currency.rate(limits.minimum_wage.get())
            ),
        ),
        (
            OutlierKind::AboveMedian,
            format!("above {} times the median", limits.times_median),
        ),
    ];
    for (kind, what) in kinds {
        if let Some((heads, first)) = outliers(staged, kind) {
            let who = super::roster_words::employees(heads);
            let line = text::count(first.into());
            ui.label(format!("{who} {what}, the first on line {line}"));
        }
    }
    let name = "These rates are right";
    let response = ui.add(Checkbox::new(&mut own.confirmed, name));
    let on = own.confirmed;
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
}

/// Terms that nobody would be in the scope of: left out on confirmation.
fn nobody(own: &mut Import, ui: &mut Ui, scenario: &Scenario) {
    if own.empty.is_empty() {
        return;
    }
    controls::section(ui, "Terms that apply to nobody on this roster");
    for one in own.empty.iter().take(12) {
        ui.label(described(scenario, one));
    }
    let more = own.empty.len().saturating_sub(12);
    if more > 0 {
        soft(ui, &format!("and {more} more"));
    }
    let name = "Leave these terms out of the figures";
    let response = ui.add(Checkbox::new(&mut own.leave_out, name));
    let on = own.leave_out;
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
    soft(ui, "Or cancel, and change whom they apply to first.");
}

fn described(scenario: &Scenario, empty: &EmptyScope) -> String {
    let offer = empty.offer.and_then(|at| scenario.offers.get(at));
    let clauses = offer.map_or(&scenario.baseline, |offer| &offer.clauses);
    let terms = clauses
        .get(empty.clause)
        .map_or_else(String::new, |clause| {
            let terms = say::terms(&clause.terms, scenario.paid_in());
            format!("{terms} on {}", say::date(clause.date))
        });
    let whose = offer.map_or("already owed", |offer| &offer.name);
    let mut names: Vec<String> = Vec::new();
    for (key, name) in &empty.names {
        // Scope and terms may ask for the same name.
        let name = format!("{} {name}", key.name());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        format!("{whose}: {terms}, nobody has all of its names")
    } else {
        format!("{whose}: {terms}, nobody has {}", names.join(", "))
    }
}

/// The workforce as it was and as it becomes.
fn what_changes(ui: &mut Ui, since: &Changes, currency: &Currency) {
    let cell = |text: String| Cell::from(text);
    let unknown = || "unknown".to_owned();
    let count = |number: u64| text::count(number.into());
    let rows = vec![
        (
            "Headcount".to_owned(),
            vec![
                cell(since.headcount.0.map_or_else(unknown, count)),
                cell(count(since.headcount.1)),
            ],
        ),
        (
            "FTE".to_owned(),
            vec![
                cell(since.fte.0.map_or_else(unknown, hours)),
                cell(hours(since.fte.1)),
            ],
        ),
        (
            "Payroll a year".to_owned(),
            vec![
                cell(
                    since
                        .payroll
                        .0
                        .map_or_else(unknown, |pay| currency.whole(pay)),
                ),
                cell(currency.whole(since.payroll.1)),
            ],
        ),
    ];
    let table = Table {
        title: "What changes".to_owned(),
        heads: vec![
            ("now".to_owned(), None),
            ("with this roster".to_owned(), None),
        ],
        rows,
    };
    let cells = table.show(ui, 220.0, 150.0);
    copy(ui, cells);
    by_unit(ui, since, currency);
}

/// Copies cells of a roster that nobody has been shown.
fn copy(ui: &Ui, cells: Option<String>) {
    if let Some(cells) = cells {
        ui.ctx().copy_text(format!("{PRIVATE}\n{cells}"));
    }
}

/// The same for each bargaining unit: what it comes to, and what it was.
fn by_unit(ui: &mut Ui, since: &Changes, currency: &Currency) {
    if since.by_unit.is_empty() {
        return;
    }
    let cell = |before: Option<String>, now: Option<String>| {
        let was = before.unwrap_or_else(|| "unknown".to_owned());
        Cell {
            text: now.unwrap_or_else(|| "unknown".to_owned()),
            small: format!("now {was}"),
        }
    };
    let heads = |number: u64| text::count(number.into());
    let rows = since.by_unit.iter().take(30).map(|one| {
        let name = if one.unit.is_empty() {
            "no unit"
        } else {
            &one.unit
        };
        let (was, is) = (&one.before, &one.now);
        let cells = vec![
            cell(was.headcount.map(heads), is.headcount.map(heads)),
            cell(was.fte.map(hours), is.fte.map(hours)),
            cell(
                was.payroll.map(|pay| currency.whole(pay)),
                is.payroll.map(|pay| currency.whole(pay)),
            ),
        ];
        (name.to_owned(), cells)
    });
    let table = Table {
        title: "With this roster, by unit".to_owned(),
        heads: ["Headcount", "FTE", "Payroll a year"]
            .map(|head| (head.to_owned(), None))
            .into(),
        rows: rows.collect(),
    };
    let cells = table.show(ui, 220.0, 150.0);
    copy(ui, cells);
}
