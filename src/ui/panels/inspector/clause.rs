//! The chosen raise or other clause: its terms, when and to whom it applies, each edited in place.

use eframe::egui::{self, Id, Ui};

use super::{Inspector, comes_to, counter_button, counting, scope};
use crate::document::{Command, entry, order, words};
use crate::scenario::{Clause, ClauseId, ClauseTerms, EffectiveRule, Offer, Scenario};
use crate::ui::forms::clause::{fields, first};
use crate::ui::forms::rules::RULES;
use crate::ui::state::{Actions, ClauseAt, Context, Edit, Look};
use crate::ui::widgets::names::{is_open, role_of};
use crate::ui::widgets::{controls, rows, theme, typed};

/// Paints the chosen clause of an offer.
pub fn show(
    own: &mut Inspector,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    (offer, at): (&Offer, ClauseId),
) {
    let Some(clause) = offer.clause(at) else {
        return;
    };
    let palette = theme::palette(ui);
    controls::card(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let scenario = context.scenario();
        let color = palette.mark(role_of(scenario, &offer.id));
        let open = is_open(scenario, offer);
        ui.horizontal(|ui| {
            controls::offer_mark(ui, offer.side, color, open);
            let title = format!("{} \u{b7} {}", offer.name, title(scenario, offer, at));
            ui.add(egui::Label::new(theme::strong(title, 14.0)).truncate());
        });
        ui.add_space(4.0);
        let id = Id::unique(("inspector", offer.id.0.as_str(), at));
        let known = match &clause.terms {
            ClauseTerms::Percent(percent) => percent.get(),
            _ => None,
        };
        if std::mem::take(&mut own.focus_values) {
            let first = first(id, &clause.terms, &scenario.workforce, &scenario.currency);
            let first = first.filter(|_| known.is_none());
            let first = first.unwrap_or_else(|| id.with("percent"));
            ui.memory_mut(|memory| memory.request_focus(first));
        }
        match known {
            Some(percent) => raise(ui, actions, id, offer, at, (clause, percent)),
            None => other(ui, context, actions, id, (offer, at)),
        }
        if clause.terms.kind().goes_by_rule() {
            applies(ui, context, actions, offer, at);
        }
        let check = |to: &Clause| check(context, offer, at, to);
        if let Some(to) = counting::until(ui, id, clause, &check) {
            set(actions, offer, at, to);
        }
        if let Some(scope) = scope::show(ui, context, offer, "To", &clause.scope) {
            let to = Clause {
                scope,
                ..clause.clone()
            };
            set(actions, offer, at, to);
        }
        comes_to::show(&mut own.known, ui, context, offer, clause);
        if let Some(to) = counting::counted(ui, id, clause) {
            set(actions, offer, at, to);
        }
        let locked = offer.status.is_locked();
        if let Some(to) = counting::said_of_it(ui, id, context, actions, clause, locked) {
            set(actions, offer, at, to);
        }
        ui.add_space(4.0);
        what_to_do(ui, context, actions, offer, at, known.is_some());
    });
}

/// Whether a clause could become this. A locked offer's isn't tried: it is asked whether to start a counter.
fn check(context: &Context, offer: &Offer, at: ClauseId, to: &Clause) -> Result<(), String> {
    if offer.status.is_locked() {
        return Ok(());
    }
    let command = Command::SetClause {
        offer: offer.id.clone(),
        clause: at,
        to: Box::new(to.clone()),
    };
    let tried = context.document().try_out(&command);
    tried.map_err(|refusal| refusal.to_string())
}

fn title(scenario: &Scenario, offer: &Offer, at: ClauseId) -> String {
    match order::number_of(scenario, &offer.id, at) {
        0 => offer
            .clause(at)
            .map_or("", |clause| clause.terms.kind().called())
            .to_owned(),
        number => format!("raise {number} of {}", order::raises(offer).len()),
    }
}

/// A percent raise moves as its head does, and what is held gives way.
fn raise(
    ui: &mut Ui,
    actions: &mut Actions,
    id: Id,
    offer: &Offer,
    at: ClauseId,
    (clause, percent): (&Clause, crate::units::Percent),
) {
    let shown = words::percent(percent.get());
    if let Some(text) = rows::typed(ui, id.with("percent"), "Increase", "Increase", &shown) {
        match entry::percent(&text) {
            Ok(to) => actions.edit(Edit::MoveRaise {
                raise: ClauseAt {
                    offer: offer.id.clone(),
                    clause: at,
                },
                date: clause.date,
                percent: to,
            }),
            Err(words) => typed::refuse(ui, id.with("percent"), &text, &words),
        }
    }
    let day = words::date(clause.date);
    if let Some(text) = rows::typed(ui, id.with("date"), "Effective", "Effective", &day) {
        match entry::date(&text) {
            Ok(date) => actions.edit(Edit::MoveRaise {
                raise: ClauseAt {
                    offer: offer.id.clone(),
                    clause: at,
                },
                date,
                percent,
            }),
            Err(words) => typed::refuse(ui, id.with("date"), &text, &words),
        }
    }
}

/// Clauses of other kinds: the fields of their terms, and their date where the terms have none of their own.
fn other(
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    id: Id,
    (offer, at): (&Offer, ClauseId),
) {
    let Some(clause) = offer.clause(at) else {
        return;
    };
    let workforce = &context.scenario().workforce;
    let own_dates = !clause.terms.own_dates().is_empty();
    if !own_dates {
        let day = words::date(clause.date);
        let id = id.with("date");
        if let Some(text) = rows::typed(ui, id, "Effective", "Effective", &day) {
            let to = entry::date(&text).map(|date| Clause {
                date,
                ..clause.clone()
            });
            match to.and_then(|to| check(context, offer, at, &to).map(|()| to)) {
                Ok(to) => set(actions, offer, at, to),
                Err(words) => typed::refuse(ui, id, &text, &words),
            }
        }
    }
    let with = |terms: &ClauseTerms| Clause {
        date: terms.own_dates().first().copied().unwrap_or(clause.date),
        terms: terms.clone(),
        ..clause.clone()
    };
    let try_it = |terms: &ClauseTerms| check(context, offer, at, &with(terms));
    if let Some(terms) = fields(
        ui,
        id,
        &clause.terms,
        (workforce, &context.scenario().currency),
        &try_it,
    ) {
        set(actions, offer, at, with(&terms));
    }
    if let ClauseTerms::EquityPool { payroll_of, .. } = &clause.terms
        && let Some(whose) = scope::show(ui, context, offer, "Payroll of", payroll_of)
    {
        let mut to = clause.clone();
        if let ClauseTerms::EquityPool { payroll_of, .. } = &mut to.terms {
            *payroll_of = whose;
        }
        set(actions, offer, at, to);
    }
}

/// Gives a clause other terms.
fn set(actions: &mut Actions, offer: &Offer, at: ClauseId, to: Clause) {
    let clause = ClauseAt {
        offer: offer.id.clone(),
        clause: at,
    };
    actions.edit(Edit::SetClause(clause, Box::new(to)));
}

fn applies(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer, at: ClauseId) {
    let Some(clause) = offer.clause(at) else {
        return;
    };
    let of_offer = context.scenario().effective_rule(offer).in_words();
    let default = format!("{of_offer}, as the offer");
    let now = match clause.effective {
        Some(rule) => rule.in_words(),
        None => default.as_str(),
    };
    if offer.status.is_locked() {
        rows::plain(ui, "Applies", now);
        return;
    }
    let mut names = vec![default.as_str()];
    names.extend(RULES.map(EffectiveRule::in_words));
    if let Some(index) = rows::choice(ui, "Applies", now, &names) {
        let effective = index.checked_sub(1).and_then(|at| RULES.get(at)).copied();
        let to = Clause {
            effective,
            ..clause.clone()
        };
        set(actions, offer, at, to);
    }
}

fn what_to_do(
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    offer: &Offer,
    at: ClauseId,
    can_give_way: bool,
) {
    ui.horizontal_wrapped(|ui| {
        if offer.status.is_locked() {
            counter_button(ui, actions, &offer.id);
        } else {
            let mut locked = context.selection.is_locked(&offer.id, at);
            if can_give_way
                && ui
                    .checkbox(&mut locked, "Doesn\u{2019}t give way")
                    .changed()
            {
                actions.edit(Edit::ToggleLock(ClauseAt {
                    offer: offer.id.clone(),
                    clause: at,
                }));
            }
            if ui.button("Remove").on_hover_text("Delete").clicked() {
                actions.edit(Edit::Remove(ClauseAt {
                    offer: offer.id.clone(),
                    clause: at,
                }));
            }
        }
        if ui.button("Offer details").clicked() {
            actions.look(Look::Offer(offer.id.clone()));
        }
    });
}
