//! Rules of names.

use super::{FieldPath, Findings};
use crate::scenario::fault::NameFault;
use crate::scenario::{Scenario, ScopeKey};

/// Names fit on one line and hide nothing.
pub(super) fn check(scenario: &Scenario, found: &mut Findings) {
    one_line(&scenario.title, "title", FieldPath::of("title"), found);
    let parties = FieldPath::of("parties");
    for (name, field) in [
        (&scenario.parties.employer, "employer"),
        (&scenario.parties.union, "union"),
    ] {
        one_line(name, "name", parties.field(field), found);
    }
    for (at, one) in scenario.figures.short_names.iter().enumerate() {
        let place = FieldPath::of("figures").field("short_names").index(at);
        one_line(&one.name, "name", place.field("name"), found);
    }
    for (at, edit) in scenario.figures.edits.iter().enumerate() {
        let place = FieldPath::of("figures").field("edits").index(at);
        for (words, field) in [
            (&edit.headline, "headline"),
            (&edit.subtitle, "subtitle"),
            (&edit.source, "source"),
        ] {
            if let Some(words) = words {
                one_line(words, field, place.field(field), found);
            }
        }
    }
    for (at, offer) in scenario.offers.iter().enumerate() {
        let place = FieldPath::of("offers").index(at);
        one_line(&offer.id.0, "id", place.field("id"), found);
        one_line(&offer.name, "name", place.field("name"), found);
    }
    if let Some(groups) = scenario.workforce.groups() {
        let place = FieldPath::of("workforce").field("people");
        for (at, group) in groups.iter().enumerate() {
            let place = place.index(at);
            one_line(&group.name, "name", place.field("name"), found);
            for key in [
                ScopeKey::Market,
                ScopeKey::Unit,
                ScopeKey::Job,
                ScopeKey::Scale,
            ] {
                if let Some(name) = group.name_under(key) {
                    one_line(name, key.name(), place.field(key.name()), found);
                }
            }
        }
    }
}

/// Line breaks and other control characters would break tables, and can hide what a name says.
pub(super) fn one_line(text: &str, field: &'static str, place: FieldPath, found: &mut Findings) {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(hidden) {
        found.error(place, NameFault::Hidden { field });
    }
}
