//! The figures on top where no two offers are compared: those of the one there is.

use rust_decimal::Decimal;

use super::{Figure, fte_in_words, timing_in_words};
use crate::document::words;
use crate::scenario::Offer;
use crate::ui::state::Context;
use crate::ui::widgets::names::about_sign;
use crate::units::text;

/// There are several offers, and none or one of them is chosen.
pub(super) fn nothing_compared() -> Figure {
    Figure {
        name: "Gap between A and B".to_owned(),
        in_short: "Gap between A and B".to_owned(),
        value: "\u{2013}".to_owned(),
        note: "choose two offers to compare".to_owned(),
        note_in_short: String::new(),
        how: "Mark one offer as A and another as B on their cards.".to_owned(),
    }
}

/// What the only offer costs, what its raises come to, and what it costs per full-time employee.
pub(super) fn figures(context: &Context, offer: &Offer) -> Vec<Figure> {
    let scenario = context.scenario();
    let currency = &scenario.currency;
    let about = about_sign(scenario);
    let own = context.results.of(&offer.id).map(|one| &one.figures);
    let none = || "not costed".to_owned();
    let money = |value: Option<Decimal>| {
        value.map_or_else(none, |value| format!("{about}{}", currency.short(value)))
    };
    let exact = |value: Option<Decimal>| value.map_or_else(none, |value| currency.exact(value));
    let cost = own.and_then(|own| own.cost);
    let per_fte = own.and_then(|own| own.cost_per_fte);
    let years = own.map_or(0, |own| own.years.len());
    let left_out = offer.clauses.iter().filter(|clause| !clause.counted);
    let fte = fte_in_words(context);
    let note = match left_out.count() {
        0 => {
            let timing = timing_in_words(scenario.ratification_of(offer));
            format!("{fte} \u{b7} {timing}")
        }
        some => format!("{fte} \u{b7} without {}", text::counted(some, "term")),
    };
    let sum = own.and_then(|own| own.simple_sum);
    let is_partial = own.is_some_and(|own| own.simple_sum_is_partial);
    let compounded = own.and_then(|own| own.compounded);
    vec![
        Figure {
            name: format!("Cost over {}", text::counted(years, "year")),
            in_short: "Cost".to_owned(),
            value: money(cost),
            note,
            note_in_short: String::new(),
            how: format!(
                "Cost of {} over the term: {}.\n\nThe cost of an offer is wages above the baseline plus lump sums and benefits: the sum over all days of (rate \u{2212} baseline rate) \u{d7} hours, and what is paid beside. Roll-up is not part of it.",
                offer.name,
                exact(cost)
            ),
        },
        Figure {
            name: "Raises, simple sum".to_owned(),
            in_short: "Simple sum".to_owned(),
            value: sum.map_or_else(none, words::percent),
            note: match compounded {
                _ if is_partial => currency.said("raises in dollars aren\u{2019}t in it"),
                Some(compounded) => format!("{} compounded", words::percent_two(compounded)),
                None => String::new(),
            },
            note_in_short: String::new(),
            how: format!(
                "The percent raises of {} added up. Compounded: the raise of the last day\u{2019}s pay over the baseline.",
                offer.name
            ),
        },
        Figure {
            name: "Per full-time employee".to_owned(),
            in_short: "Per FTE".to_owned(),
            value: money(per_fte),
            note: String::new(),
            note_in_short: String::new(),
            how: format!("{} divided by {fte}: {}.", exact(cost), exact(per_fte)),
        },
    ]
}
