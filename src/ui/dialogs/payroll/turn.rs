//! A summary turned into groups by shares, and groups into a summary: what is lost is said before.

use eframe::egui::Ui;

use super::answered;
use crate::document::PayrollEdit;
use crate::document::payroll::turning::{Turned, parts, to_groups, to_summary};
use crate::document::payroll::{lost_by_summary, of_groups, payroll_change};
use crate::document::words as say;
use crate::document::wrong::Wrong;
use crate::files::roster::EmptyScope;
use crate::scenario::Scenario;
use crate::ui::dialogs::{Answer, Dialog, title};
use crate::ui::forms::beside::{Beside, Typed};
use crate::ui::forms::{begin_with, soft};
use crate::ui::state::{Actions, Context};

/// The most terms listed that apply to nobody.
const MOST_TERMS: usize = 6;

/// Shares typed so far.
#[derive(Default)]
pub(in crate::ui::dialogs) struct ToGroups {
    text: String,
    beside: Beside<()>,
    words: String,
}

impl Dialog for ToGroups {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Turn the summary into groups");
        soft(
            ui,
            "A group a line with its share of the employees, and its rate where it isn\u{2019}t the average. Rest is what the others leave.",
        );
        let currency = &context.scenario().currency;
        let hint = format!(
            "Nurses 40% {}\nAssistants 35% {}\nOthers rest",
            currency.example("68.20"),
            currency.example("31.50")
        );
        let scenario = context.scenario();
        let turned =
            parts(&self.text, scenario.paid_in()).and_then(|parts| to_groups(scenario, &parts));
        let mut wrong = Wrong::default();
        let turned = wrong.taken((), turned);
        let of = Typed {
            spoken: "Groups and shares, one a line",
            hint: &hint,
            width: f32::INFINITY,
        };
        let beside = &mut self.beside;
        let shares = beside.rows(ui, &(), (of, 6), &mut self.text, &wrong);
        begin_with(ui, &shares);
        if let Some(turned) = &turned {
            let change = payroll_change(turned, &context.scenario().currency);
            let change = change.unwrap_or_else(|| "Base payroll stays as it is".to_owned());
            soft(
                ui,
                &format!(
                    "{change}. What is lost: nothing is known of markets, units and jobs yet; the one average pay is each group\u{2019}s own rate from now on."
                ),
            );
            nobody(ui, scenario, turned);
        }
        let edit = turned.ok_or(None).map(|turned| PayrollEdit::Replace {
            label: format!(
                "Turn the summary into {}",
                of_groups(turned.workforce.groups().map_or(0, <[_]>::len))
            ),
            workforce: turned.workforce,
            leave_out: turned.nobody,
        });
        answered(ui, &mut self.words, (context, actions), edit, None, || {
            beside.tell_all();
        })
    }
}

/// Terms for markets, units or jobs that no group has yet.
fn nobody(ui: &mut Ui, scenario: &Scenario, turned: &Turned) {
    if turned.nobody.is_empty() {
        return;
    }
    soft(
        ui,
        "These terms apply to nobody then and are left out of the figures. Count them again once groups have their markets, units and jobs:",
    );
    for one in turned.nobody.iter().take(MOST_TERMS) {
        ui.label(format!("\u{2022} {}", called(scenario, one)));
    }
    let more = turned.nobody.len().saturating_sub(MOST_TERMS);
    if more > 0 {
        soft(ui, &format!("and {more} more"));
    }
}

/// A term in few words: whose it is, its kind and its day.
fn called(scenario: &Scenario, one: &EmptyScope) -> String {
    let offer = one.offer.and_then(|at| scenario.offers.get(at));
    let clauses = offer.map_or(&scenario.baseline, |offer| &offer.clauses);
    let whose = offer.map_or("already owed", |offer| &offer.name);
    let clause = clauses.get(one.clause);
    clause.map_or_else(String::new, |clause| {
        let kind = clause.terms.kind().called();
        format!("{whose}: {kind} on {}", say::date(clause.date))
    })
}

/// What turning groups into a summary loses.
#[derive(Default)]
pub(in crate::ui::dialogs) struct ToSummary {
    words: String,
}

impl Dialog for ToSummary {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let scenario = context.scenario();
        title(ui, "Turn the groups into a summary");
        ui.label("Only the totals are kept: employees, full-time equivalents, average pay. What is lost:");
        for one in lost_by_summary(scenario) {
            ui.label(format!("\u{2022} {one}"));
        }
        let turned = to_summary(scenario);
        if let Ok(turned) = &turned
            && let Some(change) = payroll_change(turned, &context.scenario().currency)
        {
            soft(
                ui,
                &format!("{change}, because average pay is kept to the cent."),
            );
        }
        soft(ui, "It is one step, which Undo takes back.");
        let groups = scenario.workforce.groups().map_or(0, <[_]>::len);
        let edit = turned.map_err(Some).map(|turned| PayrollEdit::Replace {
            label: format!("Turn {} into a summary", of_groups(groups)),
            workforce: turned.workforce,
            leave_out: turned.nobody,
        });
        answered(ui, &mut self.words, (context, actions), edit, None, || ())
    }

    fn holds_work(&self) -> bool {
        false
    }
}
