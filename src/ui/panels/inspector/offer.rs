//! An offer's own details: whose it is, how it stands, its rules, its terms, what it rests on.

use eframe::egui::{self, Id, RichText, Ui};

use super::counter_button;
use crate::document::{Command, Detail, amounts, entry, words};
use crate::scenario::offer::Moment;
use crate::scenario::{EffectiveRule, Offer, Party, Status};
use crate::ui::forms::rules::{RULES, ratification};
use crate::ui::forms::take;
use crate::ui::state::{Actions, Ask, Context, Copied, Disk, Edit};
use crate::ui::widgets::names::{self, is_open, role_of};
use crate::ui::widgets::{controls, rows, theme};

/// Paints the details of an offer.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let palette = theme::palette(ui);
    controls::card(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let scenario = context.scenario();
        let color = palette.mark(role_of(scenario, &offer.id));
        let open = is_open(scenario, offer);
        ui.horizontal(|ui| {
            controls::offer_mark(ui, offer.side, color, open);
            names::label(ui, context.scenario(), offer);
        });
        ui.add_space(4.0);
        let id = Id::unique(("offer details", offer.id.0.as_str()));
        if let Some(name) = rows::typed(ui, id.with("name"), "Name", "Offer name", &offer.name) {
            let command = Ok(Command::Rename(offer.id.clone(), name.clone()));
            take(ui, context, actions, (id.with("name"), &name), command);
        }
        side(ui, actions, offer);
        status(ui, context, actions, offer);
        moment(ui, context, actions, id, offer);
        shared(ui, actions, offer);
        own_rules(ui, context, actions, id, offer);
        sources(ui, context, actions, offer);
        ui.add_space(2.0);
        let spoken = format!("Note on {}", offer.name);
        let hint = "Private note, never presented";
        if let Some(note) = rows::long_text(ui, id.with("note"), &spoken, &offer.note, hint) {
            let detail = Detail::Note(note.clone());
            let command = Ok(Command::Detail(offer.id.clone(), detail));
            take(ui, context, actions, (id.with("note"), &note), command);
        }
    });
    terms(ui, context, actions, offer);
}

fn side(ui: &mut Ui, actions: &mut Actions, offer: &Offer) {
    let sides = [Party::Union, Party::Employer, Party::Neutral];
    let names = sides.map(Party::name);
    if let Some(index) = rows::choice(ui, "Side", offer.side.name(), &names)
        && let Some(side) = sides.get(index)
    {
        actions.apply(Command::SetSide(offer.id.clone(), *side));
    }
}

fn status(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let now = offer.status.moment().cloned();
    let moment = now.unwrap_or(Moment {
        on: context.today(),
        at: None,
    });
    let all = [
        Status::Draft,
        Status::WhatIf,
        Status::Passed(moment.clone()),
        Status::Agreed(moment.clone()),
        Status::Withdrawn(moment),
    ];
    let names: Vec<&str> = all.iter().map(Status::name).collect();
    let Some(index) = rows::choice(ui, "Status", offer.status.name(), &names) else {
        return;
    };
    if let Some(to) = all.into_iter().nth(index) {
        actions.edit(Edit::SetStatus(offer.id.clone(), to));
    }
}

/// When it was passed, agreed or withdrawn.
fn moment(ui: &mut Ui, context: &Context, actions: &mut Actions, id: Id, offer: &Offer) {
    let Some(moment) = offer.status.moment().cloned() else {
        return;
    };
    let with = |moment: Moment| match offer.status {
        Status::Agreed(_) => Status::Agreed(moment),
        Status::Withdrawn(_) => Status::Withdrawn(moment),
        _ => Status::Passed(moment),
    };
    let spoken = format!("Day it was {}", offer.status.name());
    if let Some(text) = rows::typed(ui, id.with("on"), "On", &spoken, &words::date(moment.on)) {
        let at = moment.at.clone();
        let to = entry::date(&text).map(|on| with(Moment { on, at }));
        let command = to.map(|to| Command::SetStatus(offer.id.clone(), to));
        take(ui, context, actions, (id.with("on"), &text), command);
    }
    let at = moment.at.clone().unwrap_or_default();
    let spoken = format!("Time it was {}", offer.status.name());
    if let Some(text) = rows::typed(ui, id.with("at"), "At", &spoken, &at) {
        let on = moment.on;
        let to = amounts::time(&text).map(|at| with(Moment { on, at }));
        let command = to.map(|to| Command::SetStatus(offer.id.clone(), to));
        take(ui, context, actions, (id.with("at"), &text), command);
    }
}

fn shared(ui: &mut Ui, actions: &mut Actions, offer: &Offer) {
    let names = ["us only", "both sides"];
    let [us_only, both_sides] = names;
    let now = if offer.shared { both_sides } else { us_only };
    if let Some(index) = rows::choice(ui, "Seen by", now, &names) {
        actions.apply(Command::Share(offer.id.clone(), index == 1));
    }
}

/// What the offer may say otherwise than the scenario. A passed offer keeps what is a term of it.
fn own_rules(ui: &mut Ui, context: &Context, actions: &mut Actions, id: Id, offer: &Offer) {
    let scenario = context.scenario();
    let locked = offer.status.is_locked();
    let last_day = offer
        .last_day
        .map_or_else(|| "as the term".to_owned(), words::date);
    let yes = |retroactive| if retroactive { "yes" } else { "no" };
    let as_scenario = format!("as the case ({})", yes(scenario.retroactive));
    let retroactive = offer.retroactive.map_or(as_scenario.as_str(), yes);
    let default_rule = format!("as the case ({})", scenario.effective.in_words());
    let effective = match offer.effective {
        Some(rule) => rule.in_words(),
        None => default_rule.as_str(),
    };
    let ratified = offer
        .ratification
        .map_or_else(|| "as the case".to_owned(), words::ratified);
    if locked {
        rows::plain(ui, "Last day", &last_day);
        rows::plain(ui, "Retroactive", retroactive);
        rows::plain(ui, "Raises apply", effective);
    } else {
        if let Some(text) =
            rows::typed(ui, id.with("last"), "Last day", "Offer last day", &last_day)
        {
            let day = or_as(&text, entry::date).map(Detail::LastDay);
            let command = day.map(|detail| Command::Detail(offer.id.clone(), detail));
            take(ui, context, actions, (id.with("last"), &text), command);
        }
        let names = [as_scenario.as_str(), "yes", "no"];
        if let Some(index) = rows::choice(ui, "Retroactive", retroactive, &names) {
            let own = [None, Some(true), Some(false)]
                .get(index)
                .copied()
                .flatten();
            actions.apply(Command::Detail(offer.id.clone(), Detail::Retroactive(own)));
        }
        let mut names = vec![default_rule.as_str()];
        names.extend(RULES.map(EffectiveRule::in_words));
        if let Some(index) = rows::choice(ui, "Raises apply", effective, &names) {
            let own = index.checked_sub(1).and_then(|at| RULES.get(at)).copied();
            actions.apply(Command::Detail(offer.id.clone(), Detail::Effective(own)));
        }
    }
    if let Some(text) = rows::typed(
        ui,
        id.with("ratified"),
        "Ratified",
        "Offer ratified",
        &ratified,
    ) {
        let when = or_as(&text, ratification).map(Detail::Ratified);
        let command = when.map(|detail| Command::Detail(offer.id.clone(), detail));
        take(ui, context, actions, (id.with("ratified"), &text), command);
    }
}

/// Nothing typed, or `as …`, follows the scenario.
fn or_as<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    let text = text.trim();
    if text.is_empty() || text.to_lowercase().starts_with("as ") {
        return Ok(None);
    }
    read(text).map(Some)
}

fn sources(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    let list = context.scenario().sources.clone();
    let now = match offer.sources.len() {
        0 => "none".to_owned(),
        1 => "1 source".to_owned(),
        more => format!("{more} sources"),
    };
    let mut ids = offer.sources.clone();
    let mut edit = false;
    rows::choices(ui, "Sources", &now, |ui| {
        ui.set_max_width(320.0);
        for source in &list {
            let mut ticked = ids.contains(&source.id);
            if ui.checkbox(&mut ticked, source.title.as_str()).changed() {
                if ticked {
                    ids.push(source.id.clone());
                } else {
                    ids.retain(|id| *id != source.id);
                }
            }
        }
        if ui.button("Edit the sources\u{2026}").clicked() {
            edit = true;
            ui.close();
        }
    });
    if ids != offer.sources {
        actions.apply(Command::Detail(offer.id.clone(), Detail::Sources(ids)));
    }
    if edit {
        actions.ask(Ask::Sources);
    }
}

/// Everything the offer gives, in date order, each to be chosen; and what can be added or handed out.
fn terms(ui: &mut Ui, context: &Context, actions: &mut Actions, offer: &Offer) {
    controls::section(ui, "Terms");
    let spacing = ui.spacing().item_spacing.y;
    ui.spacing_mut().item_spacing.y = 0.0;
    let paid = context.scenario().paid_in();
    let mut order: Vec<usize> = (0..offer.clauses.len()).collect();
    order.sort_by_key(|at| offer.clauses.get(*at).map(|clause| clause.date));
    for at in order {
        let Some(clause) = offer.clauses.get(at) else {
            continue;
        };
        let mut what = words::terms(&clause.terms, paid);
        if !clause.scope.is_everyone() {
            what = format!("{what}, {}", clause.scope.describe());
        }
        let line = format!("{}   {what}", words::date(clause.date));
        let button = egui::Button::new(RichText::new(line).size(13.5))
            .frame_when_inactive(false)
            .truncate();
        if ui.add(button).clicked() {
            actions.choose(&offer.id, clause.id);
        }
    }
    ui.spacing_mut().item_spacing.y = spacing;
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if offer.status.is_locked() {
            counter_button(ui, actions, &offer.id);
        } else {
            if ui.button("Add a term\u{2026}").clicked() {
                actions.ask(Ask::AddTerm(offer.id.clone()));
            }
        }
        if ui.button("Copy the term sheet").clicked() {
            actions.copy(Copied::TermSheet(offer.id.clone()));
        }
        if ui.button("Save the term sheet as\u{2026}").clicked() {
            actions.disk(Disk::SaveTermSheet(offer.id.clone()));
        }
    });
}
