//! The chosen raise or other clause: its terms, when and to whom it applies, each edited in place.

use eframe::egui::{self, Id, Ui};

use super::offer_details::RULES;
use super::words_of::{is_open, role_of};
use super::{Dialog, Window, controls, rows, theme, to_whom};
use crate::document::new_clause::{Counted, counted, lump};
use crate::document::{Command, amounts, entry, order, words};
use crate::scenario::{Clause, ClauseTerms, LumpAmount, LumpTiming, Offer, RateUnit, Scenario};
use crate::units::{Date, text};

/// Paints the chosen clause of an offer.
pub fn show(window: &mut Window, ui: &mut Ui, offer: &Offer, at: usize) {
    let Some(clause) = offer.clauses.get(at) else {
        return;
    };
    let palette = theme::palette(ui);
    controls::card(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let scenario = window.document.scenario();
        let color = palette.mark(role_of(scenario, &offer.id));
        let open = is_open(scenario, offer);
        ui.horizontal(|ui| {
            controls::offer_mark(ui, offer.side, color, open);
            let title = format!("{} \u{b7} {}", offer.name, title(scenario, offer, at));
            ui.add(egui::Label::new(theme::strong(title, 14.0)).truncate());
        });
        ui.add_space(4.0);
        let id = Id::unique(("inspector", offer.id.0.as_str(), at));
        if std::mem::take(&mut window.type_exact_values) {
            ui.memory_mut(|memory| memory.request_focus(id.with("percent")));
        }
        let known = match &clause.terms {
            ClauseTerms::Percent(percent) => percent.get(),
            _ => None,
        };
        match known {
            Some(percent) => raise(window, ui, id, offer, at, (clause, percent)),
            None => other(window, ui, id, offer, at),
        }
        applies(window, ui, offer, at);
        if let Some(scope) = to_whom::show(window, ui, offer, &clause.scope) {
            let to = Clause {
                scope,
                ..clause.clone()
            };
            set(window, offer, at, Ok(to));
        }
        ui.add_space(4.0);
        what_to_do(window, ui, offer, at, known.is_some());
    });
}

fn title(scenario: &Scenario, offer: &Offer, at: usize) -> String {
    match order::number_of(scenario, &offer.id, at) {
        0 => offer
            .clauses
            .get(at)
            .map_or("", |clause| words::kind(&clause.terms))
            .to_owned(),
        number => format!("raise {number} of {}", order::raises(offer).len()),
    }
}

/// A percent raise moves as its head does, and what is held gives way.
fn raise(
    window: &mut Window,
    ui: &mut Ui,
    id: Id,
    offer: &Offer,
    at: usize,
    (clause, percent): (&Clause, crate::units::Percent),
) {
    let shown = words::percent(percent.get());
    if let Some(typed) = rows::typed(ui, id.with("percent"), "Increase", "Increase", &shown) {
        match entry::percent(&typed) {
            Ok(to) => window.change_raise(&offer.id, at, clause.date, to),
            Err(words) => window.notice = Some(words),
        }
    }
    let day = words::date(clause.date);
    if let Some(typed) = rows::typed(ui, id.with("date"), "Effective", "Effective", &day) {
        match entry::date(&typed) {
            Ok(date) => window.change_raise(&offer.id, at, date, percent),
            Err(words) => window.notice = Some(words),
        }
    }
}

/// Clauses that have no head: the fields of their kind, and their date.
fn other(window: &mut Window, ui: &mut Ui, id: Id, offer: &Offer, at: usize) {
    let Some(clause) = offer.clauses.get(at) else {
        return;
    };
    let unit = window.document.scenario().workforce.rate_unit;
    let changed = fields(ui, id, &clause.terms, unit);
    if let Some(terms) = changed {
        let to = terms.map(|terms| Clause {
            terms,
            ..clause.clone()
        });
        set(window, offer, at, to);
    }
    let day = words::date(clause.date);
    if let Some(typed) = rows::typed(ui, id.with("date"), "Effective", "Effective", &day) {
        let to = entry::date(&typed).map(|date| Clause {
            date,
            ..clause.clone()
        });
        set(window, offer, at, to);
    }
}

/// The fields of a kind; what was typed into one of them, read.
fn fields(
    ui: &mut Ui,
    id: Id,
    terms: &ClauseTerms,
    unit: RateUnit,
) -> Option<Result<ClauseTerms, String>> {
    let unknown = || "unknown".to_owned();
    let percent_field = |ui: &mut Ui, percent: &crate::units::Known<crate::units::Percent>| {
        let shown = percent
            .get()
            .map_or_else(unknown, |percent| words::percent(percent.get()));
        rows::typed(ui, id.with("percent"), "Increase", "Increase", &shown)
            .map(|typed| amounts::or_unknown(&typed, entry::percent))
    };
    match terms {
        ClauseTerms::Percent(percent) => {
            percent_field(ui, percent).map(|typed| typed.map(ClauseTerms::Percent))
        }
        ClauseTerms::PerHour(amount) => {
            let shown = amount
                .get()
                .map_or_else(unknown, |one| text::rate(one.get()));
            rows::typed(ui, id.with("hour"), "An hour", "Dollars an hour", &shown).map(|typed| {
                amounts::or_unknown(&typed, amounts::per_hour).map(ClauseTerms::PerHour)
            })
        }
        ClauseTerms::GreaterOf {
            percent,
            per_hour: Some(per_hour),
            per_year,
        } => {
            let typed = percent_field(ui, percent).map(|typed| {
                typed.map(|percent| ClauseTerms::GreaterOf {
                    percent,
                    per_hour: Some(*per_hour),
                    per_year: *per_year,
                })
            });
            let shown = per_hour
                .get()
                .map_or_else(unknown, |one| text::rate(one.get()));
            let hour = rows::typed(ui, id.with("hour"), "or an hour", "Dollars an hour", &shown);
            let hour = hour.map(|typed| {
                amounts::or_unknown(&typed, amounts::per_hour).map(|per_hour| {
                    ClauseTerms::GreaterOf {
                        percent: *percent,
                        per_hour: Some(per_hour),
                        per_year: *per_year,
                    }
                })
            });
            typed.or(hour)
        }
        ClauseTerms::Floor(rate) => {
            let shown = rate.get().map_or_else(unknown, |one| text::rate(one.get()));
            rows::typed(ui, id.with("rate"), "At least", "Lowest rate", &shown)
                .map(|typed| amounts::or_unknown(&typed, amounts::rate).map(ClauseTerms::Floor))
        }
        ClauseTerms::LumpSum {
            amount,
            paid,
            measured_to,
        } => lump_sum(ui, id, amount, *paid, *measured_to),
        other => {
            rows::plain(ui, "Gives", &words::terms(other, unit));
            None
        }
    }
}

/// What a lump sum can be counted on, with the words for it.
pub const COUNTED: [(Counted, &str); 4] = [
    (Counted::Each, "each employee"),
    (Counted::PerFte, "each 1.0 FTE"),
    (Counted::ByFte, "each employee, by FTE"),
    (Counted::OfPay, "percent of a year\u{2019}s pay"),
];

/// When a lump sum can be paid, with the words for it.
pub const PAID: [(LumpTiming, &str); 3] = [
    (LumpTiming::Dated, "on its date"),
    (LumpTiming::OnRatification, "on ratification"),
    (LumpTiming::Later, "on the later of the two"),
];

fn lump_sum(
    ui: &mut Ui,
    id: Id,
    amount: &LumpAmount,
    paid: LumpTiming,
    measured_to: Option<Date>,
) -> Option<Result<ClauseTerms, String>> {
    let per = counted(amount);
    let shown = match amount {
        LumpAmount::PerHead(money) | LumpAmount::PerFte(money) | LumpAmount::Prorated(money) => {
            money.get().map(|money| text::dollars(money.get()))
        }
        LumpAmount::PercentOfPay(percent) => {
            percent.get().map(|percent| words::percent(percent.get()))
        }
    };
    let shown = shown.unwrap_or_else(|| "unknown".to_owned());
    let of = |amount: Result<LumpAmount, String>| {
        amount.map(|amount| ClauseTerms::LumpSum {
            amount,
            paid,
            measured_to,
        })
    };
    let mut changed = rows::typed(ui, id.with("amount"), "Amount", "Amount", &shown)
        .map(|typed| of(lump(per, &typed)));
    let names = COUNTED.map(|(_, name)| name);
    let now = COUNTED.iter().find(|(one, _)| *one == per);
    if let Some(index) = rows::choice(ui, "Counted on", now.map_or("", |(_, name)| name), &names)
        && let Some((to, _)) = COUNTED.get(index)
    {
        // Dollars are no percent: what the figure was is not known in the other measure.
        let same_measure = (*to == Counted::OfPay) == (per == Counted::OfPay);
        let figure = if same_measure {
            shown.as_str()
        } else {
            "unknown"
        };
        changed = Some(of(lump(*to, figure)));
    }
    let names = PAID.map(|(_, name)| name);
    let now = PAID.iter().find(|(one, _)| *one == paid);
    if let Some(index) = rows::choice(ui, "Paid", now.map_or("", |(_, name)| name), &names)
        && let Some((paid, _)) = PAID.get(index)
    {
        changed = Some(Ok(ClauseTerms::LumpSum {
            amount: amount.clone(),
            paid: *paid,
            measured_to,
        }));
    }
    changed
}

/// Gives a clause other terms; where its offer is locked, asks to start a counter.
fn set(window: &mut Window, offer: &Offer, at: usize, to: Result<Clause, String>) {
    if offer.status.is_locked() {
        window.dialog = Some(Dialog::StartCounter {
            from: offer.id.clone(),
            then: None,
        });
        return;
    }
    window.take(to.map(|to| Command::SetClause {
        offer: offer.id.clone(),
        clause: at,
        to: Box::new(to),
    }));
}

fn applies(window: &mut Window, ui: &mut Ui, offer: &Offer, at: usize) {
    let Some(clause) = offer.clauses.get(at) else {
        return;
    };
    let of_offer = words::rule(window.document.scenario().effective_rule(offer));
    let default = format!("{of_offer}, as the offer");
    let now = match clause.effective {
        Some(rule) => words::rule(rule),
        None => default.as_str(),
    };
    if offer.status.is_locked() {
        rows::plain(ui, "Applies", now);
        return;
    }
    let mut names = vec![default.as_str()];
    names.extend(RULES.map(words::rule));
    if let Some(index) = rows::choice(ui, "Applies", now, &names) {
        let effective = index.checked_sub(1).and_then(|at| RULES.get(at)).copied();
        let to = Clause {
            effective,
            ..clause.clone()
        };
        set(window, offer, at, Ok(to));
    }
}

fn what_to_do(window: &mut Window, ui: &mut Ui, offer: &Offer, at: usize, can_give_way: bool) {
    ui.horizontal_wrapped(|ui| {
        if offer.status.is_locked() {
            if ui.button("Start a counter from this offer").clicked() {
                window.start_counter(&offer.id, None);
            }
        } else {
            let mut locked = window.locks.contains(&(offer.id.clone(), at));
            if can_give_way
                && ui
                    .checkbox(&mut locked, "Doesn\u{2019}t give way")
                    .changed()
            {
                window.toggle_lock(&offer.id, at);
            }
            if ui.button("Remove").on_hover_text("Delete").clicked() {
                window.remove_raise(&offer.id, at);
            }
        }
        if ui.button("Offer details").clicked() {
            window.show_offer(&offer.id);
        }
    });
}
