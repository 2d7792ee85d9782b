//! What offers are called on screen: as in the figures.

use std::sync::Arc;

use eframe::egui::{Color32, FontId, Galley, Label, Response, Role, Ui, WidgetInfo};

use super::theme;
use crate::scenario::{Scenario, Standing};
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

/// A name in what room is left of a row: the whole is spoken, and shown on hover where it is elided.
pub fn label(ui: &mut Ui, name: &str) -> Response {
    let (font, ink) = (theme::semibold(14.0), theme::palette(ui).ink);
    let galley = elided(ui, name, &font, ink, ui.available_width());
    let cut = galley.text() != name;
    let response = ui.add(Label::new(galley));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    if cut {
        response.on_hover_text(name)
    } else {
        response
    }
}
