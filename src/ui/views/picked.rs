//! Which offers Compare and the charts show: A, B and the one worked on first, then the newest, or those
//! the user picked.

use std::borrow::Cow;

use eframe::egui::{
    Button, Checkbox, Color32, Role, TextStyle, Ui, WidgetInfo, containers::menu::MenuButton,
};

use crate::figure::build::{MOST_COMPARED, MOST_DRAWN, drawn};
use crate::figure::offer_words::role_of;
use crate::scenario::{Offer, Scenario};
use crate::ui::state::{Actions, Context, Look};
use crate::ui::widgets::{controls, names, theme};

/// The most the menu of offers is wide, in points.
const MENU: f32 = 460.0;

/// All offers, A, B and the one worked on first, then the newest.
fn in_order(scenario: &Scenario) -> Vec<&Offer> {
    let mut offers: Vec<&Offer> = scenario.offers.iter().rev().collect();
    offers.sort_by_key(|offer| match role_of(scenario, &offer.id) {
        theme::Role::A => 0,
        theme::Role::B => 1,
        theme::Role::Edited => 2,
        _ => 3,
    });
    offers
}

/// The offers shown, at most five.
pub fn offers(context: &Context) -> Vec<&Offer> {
    let mut offers = in_order(context.scenario());
    let picked = &context.screen.picked;
    if offers.iter().any(|offer| picked.contains(&offer.id)) {
        offers.retain(|offer| picked.contains(&offer.id));
    }
    offers.truncate(MOST_COMPARED);
    offers
}

/// The scenario a chart is made from: with the first of the offers alone that stand in the tables below it, as many as
/// a chart draws.
#[must_use]
pub fn scenario(context: &Context) -> Cow<'_, Scenario> {
    let whole = context.scenario();
    let mut shown = offers(context);
    shown.truncate(MOST_DRAWN);
    if shown.len() == whole.offers.len() {
        return Cow::Borrowed(whole);
    }
    let mut part = whole.clone();
    part.offers
        .retain(|offer| shown.iter().any(|one| one.id == offer.id));
    Cow::Owned(part)
}

/// Which of the offers shown the chart above them has no room for, in words; nothing where it draws all.
#[must_use]
pub fn not_drawn(context: &Context) -> Option<String> {
    let drawn = drawn(&scenario(context), &context.results);
    let left = offers(context).into_iter();
    let left: Vec<String> = left
        .filter(|offer| !drawn.contains(&offer.id))
        .map(names::short_name)
        .collect();
    (!left.is_empty()).then(|| format!("Not in the chart: {}", left.join(", ")))
}

/// The choice of offers, where there are more than two.
pub fn choose(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let all = in_order(context.scenario());
    if all.len() < 3 {
        return;
    }
    let shown = offers(context);
    let words = format!("Offers: {} of {}", shown.len(), all.len());
    let button = Button::new(format!("{words}     "));
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(220.0);
        ui.set_max_width(MENU);
        for offer in &all {
            let mut on = shown.iter().any(|one| one.id == offer.id);
            // One always stays, and no more fit than stand side by side.
            let can = if on {
                shown.len() > 1
            } else {
                shown.len() < MOST_COMPARED
            };
            let (font, ink) = (TextStyle::Button.resolve(ui.style()), Color32::PLACEHOLDER);
            let room = MENU - 40.0;
            let name = names::of_offer(ui, context.scenario(), &offer.id, (&font, ink), room);
            let cut = name.text() != offer.name;
            let box_of = Checkbox::new(&mut on, name);
            let response = ui.add_enabled(can, box_of);
            let is_on = on;
            response.widget_info(|| {
                WidgetInfo::selected(Role::CheckBox, can, is_on, offer.name.as_str())
            });
            let response = if cut {
                response.on_hover_text(&offer.name)
            } else {
                response
            };
            if response.changed() {
                let ids = shown.iter().map(|one| &one.id);
                let mut ids: Vec<_> = ids.filter(|id| **id != offer.id).cloned().collect();
                if on {
                    ids.push(offer.id.clone());
                }
                actions.look(Look::Offers(ids));
            }
            if !can {
                let why =
                    format!("Up to {MOST_COMPARED} stand side by side: take another off first");
                response.on_disabled_hover_text(why);
            }
        }
    });
    controls::drops_down(ui, response.rect);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
}
