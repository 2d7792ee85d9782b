//! What is shown under an open claim: its arithmetic, what would make it exactly true, the conventions, its
//! source, and what can be done with it.

use eframe::egui::{Frame, Grid, Label, Margin, RichText, Ui};
use rust_decimal::Decimal;

use super::{Statements, arithmetic, claim_words, ways};
use crate::document::Command;
use crate::document::statement::edit::StatementEdit;
use crate::document::words as day_words;
use crate::explore::claims::{Checked, Implied, Solution};
use crate::scenario::{Claim, People, Scenario};
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::{controls, theme};
use crate::units::decimal::round;
use crate::units::text;

pub fn show(
    own: &mut Statements,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    claim: &Claim,
) {
    let palette = theme::palette(ui);
    let frame = Frame::new().fill(palette.side).inner_margin(Margin {
        left: 40,
        right: 14,
        top: 8,
        bottom: 12,
    });
    let checked = own.checks.of(claim).cloned();
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        said(ui, context, claim);
        match checked {
            None => {
                soft(ui, "Working it out\u{2026}");
            }
            Some(Err(words)) => {
                soft(ui, &words);
            }
            Some(Ok(checked)) => {
                worked_out(ui, context, &checked);
                let fte = context.results.fte;
                ways::show(ui, context.scenario(), &checked, fte, &mut own.all_ways);
                if let Some(implied) = &checked.implied {
                    needed(ui, context, &checked, implied);
                }
            }
        }
        if !context.is_presenting() {
            ui.add_space(8.0);
            buttons(ui, actions, claim);
        }
    });
    controls::rule(ui);
}

fn soft(ui: &mut Ui, words: &str) {
    let color = theme::palette(ui).soft;
    ui.add(Label::new(RichText::new(words).size(13.0).color(color)).wrap());
}

fn plain(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).size(13.0)).wrap());
}

/// The whole sentence with its source, and the private note.
fn said(ui: &mut Ui, context: &Context, claim: &Claim) {
    plain(ui, &format!("\u{201c}{}\u{201d}", claim.words));
    let sources = &context.scenario().sources;
    let source = claim.source.as_ref();
    let source = source.and_then(|id| sources.iter().find(|source| source.id == *id));
    let source = source.map_or_else(
        || "No source is given.".to_owned(),
        |source| {
            let mut parts = vec![source.title.clone()];
            parts.extend((!source.publisher.is_empty()).then(|| source.publisher.clone()));
            parts.extend(source.published.map(day_words::date));
            format!("Source: {}.", parts.join(", "))
        },
    );
    soft(ui, &source);
    if !claim.note.is_empty() {
        soft(ui, &format!("Private note: {}", claim.note));
    }
    ui.add_space(4.0);
}

fn worked_out(ui: &mut Ui, context: &Context, checked: &Checked) {
    for line in arithmetic::lines(context, checked) {
        plain(ui, &line);
    }
    if !checked.readings.is_empty()
        && let Some(line) = claim_words::precision(&checked.claim, &context.scenario().currency)
    {
        plain(ui, &line);
    }
    if let Some(about) = &checked.claim.input_of {
        let words = format!(
            "The {about} was worked back from this number, so the figures speak neither for nor against it."
        );
        plain(ui, &words);
    }
}

/// Each input that alone would make the claim exactly true.
fn needed(ui: &mut Ui, context: &Context, checked: &Checked, implied: &Implied) {
    ui.add_space(8.0);
    ui.label(theme::strong(
        "It would be exactly true with one of these",
        13.5,
    ));
    if implied.is_nothing() {
        soft(ui, "No single input makes it exactly true.");
        return;
    }
    let scenario = context.scenario();
    let rows = inputs(scenario, checked, implied);
    Grid::new(("inputs", &checked.claim.id))
        .num_columns(3)
        .spacing([20.0, 3.0])
        .show(ui, |ui| {
            for (name, value, note) in rows {
                let soft = theme::palette(ui).soft;
                let small = |words: &str| RichText::new(words).size(13.0).color(soft);
                ui.add(Label::new(small(&name)).extend());
                ui.label(theme::strong(value, 13.0));
                ui.add(Label::new(small(&note)).extend());
                ui.end_row();
            }
        });
}

/// Name, value and what stands beside it: the value now, and what the nearest value leaves over.
fn inputs(
    scenario: &Scenario,
    checked: &Checked,
    implied: &Implied,
) -> Vec<(String, String, String)> {
    let currency = &scenario.currency;
    let (fte, pay) = match &scenario.workforce.people {
        People::Summary {
            fte,
            average_annual_pay,
            ..
        } => (
            fte.get().map(|fte| fte.get()),
            average_annual_pay.get().map(|pay| pay.get()),
        ),
        _ => (None, None),
    };
    let unit = checked.unit;
    let beside = |now: Option<String>, solved: &Solution| {
        let now = now.map(|now| format!("instead of {now}"));
        let left = solved.remainder;
        let left = (!round(left, 6).is_zero()).then(|| {
            let places = if left.abs() < Decimal::new(1, 2) {
                6
            } else {
                2
            };
            let size = text::plain(round(left.abs(), places));
            let sign = if left.is_sign_negative() {
                "short"
            } else {
                "over"
            };
            match unit {
                crate::scenario::QuotedUnit::Dollars => {
                    format!(
                        "{} {sign}",
                        currency.as_written(round(left.abs(), places).normalize())
                    )
                }
                _ => format!("{size} {sign}"),
            }
        });
        [now, left]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut rows = Vec::new();
    if let Some(solved) = &implied.average_pay {
        let now = pay.map(|value| currency.exact(value));
        rows.push((
            "Average pay".to_owned(),
            currency.exact(solved.input),
            beside(now, solved),
        ));
    }
    if let Some(solved) = &implied.fte {
        let now = fte.map(text::count);
        let name = "Full-time equivalents".to_owned();
        rows.push((name, text::count(solved.input), beside(now, solved)));
    }
    if let Some(solved) = &implied.payroll {
        let now = fte.zip(pay).and_then(|(fte, pay)| fte.checked_mul(pay));
        let now = now.map(|value| currency.exact(value));
        rows.push((
            "Payroll".to_owned(),
            currency.exact(solved.input),
            beside(now, solved),
        ));
    }
    for raise in &implied.raises {
        let now = scenario
            .offer(&raise.offer)
            .and_then(|offer| offer.clauses.get(raise.clause))
            .and_then(|clause| clause.terms.percent())
            .map(|percent| text::percent_close(percent.get()));
        let mut name = claim_words::raise_name(scenario, &raise.offer, raise.clause);
        if let Some(first) = name.get(..1) {
            name = format!("{}{}", first.to_uppercase(), name.get(1..).unwrap_or(""));
        }
        let value = text::percent_close(raise.percent.input);
        rows.push((name, value, beside(now, &raise.percent)));
    }
    if let Some(solved) = &implied.pool {
        let value = text::percent_close(solved.input);
        rows.push(("The pool".to_owned(), value, beside(None, solved)));
    }
    rows
}

fn buttons(ui: &mut Ui, actions: &mut Actions, claim: &Claim) {
    let id = || claim.id.clone();
    let edit = |edit| Command::Statement(edit);
    ui.horizontal_wrapped(|ui| {
        if ui.button("Edit the claim\u{2026}").clicked() {
            actions.ask(Ask::Claim {
                of: Some(id()),
                sentence: String::new(),
            });
        }
        let share = if claim.shared {
            "Keep private"
        } else {
            "Share"
        };
        if ui.button(share).clicked() {
            actions.apply(edit(StatementEdit::ShareClaim(id(), !claim.shared)));
        }
        if ui.button("Remove").clicked() {
            actions.apply(edit(StatementEdit::RemoveClaim(id())));
        }
        ui.add_space(8.0);
        if ui
            .button("Other counts\u{2026}")
            .on_hover_text("Whose counts of the workforce the conventions are tried with")
            .clicked()
        {
            actions.ask(Ask::Counts);
        }
    });
}
