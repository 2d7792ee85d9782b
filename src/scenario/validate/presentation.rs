//! Rules of how a case is shown.

use super::{Findings, Place};
use crate::scenario::Scenario;

pub(super) fn check(scenario: &Scenario, found: &mut Findings) {
    let place = Place::of("currency");
    if !scenario.currency.has_sound_symbol() {
        found.error(
            place.field("symbol"),
            "a currency's symbol has one to four characters, no digits and no blanks; write one such as \"$\", \"C$\" or \"\u{20ac}\"",
        );
    }
    if !scenario.currency.has_sound_code() {
        found.error(
            place.field("code"),
            "a currency's code is three capital letters; write one such as \"USD\", \"CAD\" or \"EUR\"",
        );
    }
    let figures = Place::of("figures");
    let settings = &scenario.figures;
    let unknown = |id: &crate::scenario::OfferId| scenario.offer(id).is_none();
    if let Some(id) = settings.highlight.as_ref().filter(|id| unknown(id)) {
        found.error(
            figures.field("highlight"),
            format!("no offer has the id \"{id}\"; name one of the offers, or leave highlight out"),
        );
    }
    for (at, name) in settings.chosen.iter().enumerate() {
        if settings.chosen.iter().take(at).any(|one| one == name) {
            found.error(
                figures.field("chosen").index(at),
                "the figure is in the list already; name each figure once",
            );
        }
    }
    for (at, one) in settings.short_names.iter().enumerate() {
        if unknown(&one.offer) {
            found.error(
                figures.field("short_names").index(at).field("offer"),
                format!(
                    "no offer has the id \"{}\"; name one of the offers",
                    one.offer
                ),
            );
        }
    }
    for (at, edit) in settings.edits.iter().enumerate() {
        let before = settings.edits.iter().take(at);
        if before.into_iter().any(|one| one.figure == edit.figure) {
            found.error(
                figures.field("edits").index(at).field("figure"),
                "the figure's words are given twice; keep one entry for each figure",
            );
        }
    }
}
