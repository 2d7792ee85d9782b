//! What offers are called on screen: as in the figures.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, FontId, Galley, Label, Response, Role, Ui, WidgetInfo};

use super::theme;
use crate::figure::told_apart::{one_told_apart, told_apart};
use crate::scenario::{Offer, OfferId, Scenario, Standing};
use crate::units::text;

pub use crate::figure::offer_words::{
    drawing_order, is_open, pay_assumption, pay_standing, role_of, short_name, standing,
};

/// What figures made from pay that is inferred or weaker carry before them: `≈ `.
#[must_use]
pub fn about_sign(scenario: &Scenario) -> &'static str {
    match pay_standing(scenario) {
        Some(Standing::Published | Standing::NotIncluded) | None => "",
        Some(_) => "\u{2248} ",
    }
}

/// A name as much of which as there is room for, elided in its middle: names of offers differ at their ends.
pub fn elided(ui: &Ui, name: &str, font: &FontId, color: Color32, room: f32) -> Arc<Galley> {
    let laid = |text: String| ui.fonts_mut(|fonts| fonts.layout_no_wrap(text, font.clone(), color));
    let whole = laid(name.to_owned());
    if whole.size().x <= room {
        return whole;
    }
    let (mut most, mut least) = (name.chars().count(), 0_usize);
    while least < most {
        let middle = least.midpoint(most + 1).min(most);
        if laid(text::elided(name, middle)).size().x <= room {
            least = middle;
        } else {
            most = middle.saturating_sub(1);
        }
    }
    laid(text::elided(name, least))
}

/// The full name of an offer, as much of it as there is room for, unlike those of the others.
pub fn of_offer(
    ui: &Ui,
    scenario: &Scenario,
    id: &OfferId,
    (font, color): (&FontId, Color32),
    room: f32,
) -> Arc<Galley> {
    among(
        ui,
        scenario,
        id,
        |offer| offer.name.clone(),
        (font, color),
        room,
    )
}

/// The short name of an offer, by the same rule.
pub fn in_short(
    ui: &Ui,
    scenario: &Scenario,
    id: &OfferId,
    (font, color): (&FontId, Color32),
    room: f32,
) -> Arc<Galley> {
    among(ui, scenario, id, short_name, (font, color), room)
}

fn among(
    ui: &Ui,
    scenario: &Scenario,
    id: &OfferId,
    called: impl Fn(&Offer) -> String,
    (font, color): (&FontId, Color32),
    room: f32,
) -> Arc<Galley> {
    let laid = |text: &str| {
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font.clone(), color))
    };
    let offers = &scenario.offers;
    let at = offers.iter().position(|offer| offer.id == *id);
    let own = at
        .and_then(|at| offers.get(at))
        .map_or_else(String::new, &called);
    let whole = laid(&own);
    if whole.size().x <= room {
        return whole;
    }
    let names: Vec<String> = offers.iter().map(called).collect();
    let fits = |text: &str| laid(text).size().x <= room;
    laid(&one_told_apart(&names, at.unwrap_or(0), fits))
}

/// Labels of curves' ends within so much room: their names cut until they fit and still unlike each other, their
/// figures whole; the figure alone where hardly a letter of the name would be left.
pub fn end_texts(ui: &Ui, texts: &[String], font: &FontId, room: f32) -> Vec<String> {
    let parts = texts
        .iter()
        .map(|text| text.rsplit_once(' ').unwrap_or(("", text)));
    let parts: Vec<(String, String)> = parts
        .map(|(name, figure)| (name.to_owned(), figure.to_owned()))
        .collect();
    with_figures(ui, &parts, font, room)
}

/// Names with their figures behind them, each within so much room, by the same rule.
pub fn with_figures(ui: &Ui, parts: &[(String, String)], font: &FontId, room: f32) -> Vec<String> {
    const LEAST_NAME: usize = 4;
    let width = |text: &str| {
        let ink = Color32::PLACEHOLDER;
        let laid = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font.clone(), ink));
        laid.size().x
    };
    let names: Vec<String> = parts.iter().map(|(name, _)| name.clone()).collect();
    let figure = |at: usize| parts.get(at).map_or("", |(_, figure)| figure.as_str());
    let joined = |at: usize, name: &str| format!("{name} {}", figure(at)).trim().to_owned();
    let cut = told_apart(&names, |at, name| width(&joined(at, name)) <= room);
    let all = cut.iter().zip(&names).enumerate();
    all.map(|(at, (cut, name))| {
        if cut != name && cut.chars().count() < LEAST_NAME {
            figure(at).to_owned()
        } else {
            joined(at, cut)
        }
    })
    .collect()
}

/// One of a list of names that no offers have, as much of it as there is room for and unlike the others.
pub fn of_list(
    ui: &Ui,
    names: &[String],
    at: usize,
    (font, color): (&FontId, Color32),
    room: f32,
) -> Arc<Galley> {
    let laid = |text: &str| {
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font.clone(), color))
    };
    laid(&one_told_apart(names, at, |text| {
        laid(text).size().x <= room
    }))
}

/// The name of an offer in what room is left of a row: in two lines before it is cut, and then unlike the others'. The
/// whole is spoken, and shown on hover where it is cut.
pub fn label(ui: &mut Ui, scenario: &Scenario, offer: &Offer) -> Response {
    let (font, ink, room) = (
        theme::semibold(14.0),
        theme::palette(ui).ink,
        ui.available_width(),
    );
    let laid = |text: &str| {
        let mut job = LayoutJob::simple(text.to_owned(), font.clone(), ink, room.max(20.0));
        job.wrap.max_rows = 2;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let names: Vec<String> = scenario.offers.iter().map(|one| one.name.clone()).collect();
    let at = scenario.offers.iter().position(|one| one.id == offer.id);
    let shown = match at {
        // A word isn't broken: a name that has longer ones is cut instead.
        Some(at) => one_told_apart(&names, at, |text| {
            let whole = |word: &str| laid(word).rows.len() < 2;
            !laid(text).elided && text.split(' ').all(whole)
        }),
        None => offer.name.clone(),
    };
    let cut = shown != offer.name;
    let galley = laid(&shown);
    let response = ui.add(Label::new(galley));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &offer.name));
    if cut {
        response.on_hover_text(&offer.name)
    } else {
        response
    }
}
