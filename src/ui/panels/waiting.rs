//! Terms left out of the figures: what each waits for, with the field to type it in.

use eframe::egui::{Id, RichText, Ui};

use crate::document::fields::{self, Field, Input, UNKNOWN};
use crate::document::{Command, words};
use crate::scenario::{Clause, ClauseId, Offer, OfferId};
use crate::ui::state::{Actions, Context, Gesture};
use crate::ui::widgets::names::{drawing_order, is_open, role_of};
use crate::ui::widgets::{controls, theme, typed};

/// One term that stands left out in the same words in some offers.
struct Waiting<'a> {
    clause: &'a Clause,
    of: Vec<(&'a Offer, ClauseId)>,
}

/// Paints the section of the left panel: what is waited for in any offer.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let offers: Vec<&Offer> = drawing_order(context.scenario()).into_iter().collect();
    let waiting = gathered(&offers, |clause| !clause.terms.is_known());
    if waiting.is_empty() {
        return;
    }
    controls::section(ui, "Left out, waiting for a number");
    for one in &waiting {
        entry(ui, "panel", context, actions, one);
    }
}

/// Paints everything an offer is without.
pub fn of_offer(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let left_out = gathered(&[offer], |clause| !clause.counted);
    for one in &left_out {
        entry(ui, "card", context, actions, one);
    }
}

/// The terms of some offers that are of interest, those that say the same together.
fn gathered<'a>(offers: &[&'a Offer], is_one: impl Fn(&Clause) -> bool) -> Vec<Waiting<'a>> {
    let mut all: Vec<Waiting<'a>> = Vec::new();
    for offer in offers {
        for clause in offer.clauses.iter().filter(|clause| is_one(clause)) {
            let same = all.iter_mut().find(|one| {
                one.clause.terms == clause.terms
                    && one.clause.scope == clause.scope
                    && one.clause.date == clause.date
                    && one.of.iter().all(|(own, _)| own.id != offer.id)
            });
            match same {
                Some(one) => one.of.push((offer, clause.id)),
                None => all.push(Waiting {
                    clause,
                    of: vec![(offer, clause.id)],
                }),
            }
        }
    }
    all
}

fn entry(ui: &mut Ui, place: &str, context: &Context, actions: &mut Actions, one: &Waiting<'_>) {
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    let Some((first, clause)) = one.of.first() else {
        return;
    };
    let date = words::date(one.clause.date);
    let name = what(one.clause);
    let name = format!("{name} of {date}");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        for (offer, _) in &one.of {
            let color = palette.mark(role_of(scenario, &offer.id));
            controls::offer_mark(ui, offer.side, color, is_open(scenario, offer));
        }
        let button = eframe::egui::Button::new(RichText::new(&name).size(13.5))
            .frame_when_inactive(false)
            .truncate();
        let said = names_of(one);
        let response = ui.add(button);
        let label = format!("{name}, {said}");
        response.widget_info(|| {
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, &label)
        });
        let response = response.on_hover_text(said);
        if response.clicked() {
            actions.choose(&first.id, *clause);
        }
    });
    if !one.clause.left_out_because.is_empty() && !context.is_presenting() {
        let why = RichText::new(&one.clause.left_out_because).size(12.5);
        ui.label(why.color(palette.soft));
    }
    // Of several in one field it can't be said which is meant: they are typed in its page.
    let unknown = fields::fields(&one.clause.terms, &scenario.workforce, &scenario.currency)
        .into_iter()
        .filter(|field| field.value.unknowns() == 1);
    for field in unknown {
        number(ui, place, context, actions, one, &field);
    }
    controls::rule(ui);
}

/// What a term is called: a contribution by its own name.
fn what(clause: &Clause) -> String {
    let terms = &clause.terms;
    let name = terms.own_name().unwrap_or_else(|| terms.kind().called());
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn names_of(one: &Waiting<'_>) -> String {
    let names: Vec<&str> = one
        .of
        .iter()
        .map(|(offer, _)| offer.name.as_str())
        .collect();
    names.join(" and ")
}

/// One number that is waited for.
fn number(
    ui: &mut Ui,
    place: &str,
    context: &Context,
    actions: &mut Actions,
    one: &Waiting<'_>,
    field: &Field,
) {
    let color = theme::palette(ui).soft;
    let Some((first, clause)) = one.of.first() else {
        return;
    };
    let id = Id::unique((place, first.id.0.as_str(), *clause)).with(&field.key);
    let name = match field.input {
        // The line of the one that is unknown says which it is.
        Input::Lines => {
            let line = field.value.before_unknown();
            line.trim_end_matches([':', ' ', ',']).to_owned()
        }
        _ if field.unit.is_empty() => field.name.clone(),
        _ => format!("{}, {}", field.name, field.unit),
    };
    let spoken = format!("{name} of the {}", one.clause.terms.kind().called());
    let text = ui.horizontal(|ui| {
        ui.label(RichText::new(&name).size(12.5).color(color));
        let right = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(right, |ui| {
            typed::typed_in_flow(ui, id, &spoken, UNKNOWN, 96.0)
        })
        .inner
    });
    typed::beneath(ui, id);
    let Some(text) = text.inner else {
        return;
    };
    let whole = field.value.filled(text.trim());
    let filled = fields::take(
        &one.clause.terms,
        &field.key,
        &whole,
        context.scenario().paid_in(),
    );
    let commands = filled.map(|terms| {
        let each = one.of.iter().filter_map(|(offer, at)| {
            let own = offer.clause(*at)?;
            let mut to = Clause {
                terms: terms.clone(),
                ..own.clone()
            };
            // What it waited for is there.
            if terms.is_known() && !to.counted {
                to.counted = true;
                to.left_out_because.clear();
            }
            Some(set(&offer.id, *at, to))
        });
        each.collect::<Vec<_>>()
    });
    let tried = commands.and_then(|commands| {
        for command in &commands {
            let tried = context.document().try_out(command);
            tried.map_err(|refusal| refusal.to_string())?;
        }
        Ok(commands)
    });
    match tried {
        Ok(commands) => {
            actions.gesture(Gesture::Begin("Type a number that was waited for"));
            actions.gesture(Gesture::To {
                commands,
                moves: None,
            });
            actions.gesture(Gesture::End);
        }
        Err(words) => typed::refuse(ui, id, &text, &words),
    }
}

fn set(offer: &OfferId, clause: ClauseId, to: Clause) -> Command {
    Command::SetClause {
        offer: offer.clone(),
        clause,
        to: Box::new(to),
    }
}

/// How an offer stands with what it is without: `raises only, without 6 terms`, `all 7 terms counted`.
#[must_use]
pub fn counted(offer: &Offer) -> String {
    let without = offer
        .clauses
        .iter()
        .filter(|clause| !clause.counted)
        .count();
    let all = offer.clauses.len();
    let terms = |count: usize| if count == 1 { "term" } else { "terms" };
    if without == 0 {
        return match all {
            0 => "no terms yet".to_owned(),
            1 => "its one term counted".to_owned(),
            _ => format!("all {all} terms counted"),
        };
    }
    let mut counted = offer.clauses.iter().filter(|clause| clause.counted);
    let only = counted.all(|clause| clause.terms.changes_rates());
    let only = if only { "raises only, " } else { "" };
    format!("{only}without {without} {}", terms(without))
}
