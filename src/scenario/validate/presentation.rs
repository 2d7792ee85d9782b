//! Rules of how a case is shown.

use super::{FieldPath, Findings};
use crate::scenario::Scenario;
use crate::scenario::fault::PresentationFault;

pub(super) fn check(scenario: &Scenario, found: &mut Findings) {
    let place = FieldPath::of("currency");
    if !scenario.currency.has_sound_symbol() {
        found.error(place.field("symbol"), PresentationFault::Symbol);
    }
    if !scenario.currency.has_sound_code() {
        found.error(place.field("code"), PresentationFault::Code);
    }
    let figures = FieldPath::of("figures");
    let settings = &scenario.figures;
    let unknown = |id: &crate::scenario::OfferId| scenario.offer(id).is_none();
    if let Some(id) = settings.highlight.as_ref().filter(|id| unknown(id)) {
        found.error(
            figures.field("highlight"),
            PresentationFault::Highlight(id.clone()),
        );
    }
    for (at, name) in settings.chosen.iter().enumerate() {
        if settings.chosen.iter().take(at).any(|one| one == name) {
            found.error(
                figures.field("chosen").index(at),
                PresentationFault::FigureTwice,
            );
        }
    }
    for (at, one) in settings.short_names.iter().enumerate() {
        if unknown(&one.offer) {
            found.error(
                figures.field("short_names").index(at).field("offer"),
                PresentationFault::ShortNameOf(one.offer.clone()),
            );
        }
    }
    for (at, edit) in settings.edits.iter().enumerate() {
        let before = settings.edits.iter().take(at);
        if before.into_iter().any(|one| one.figure == edit.figure) {
            found.error(
                figures.field("edits").index(at).field("figure"),
                PresentationFault::WordsTwice,
            );
        }
    }
}
