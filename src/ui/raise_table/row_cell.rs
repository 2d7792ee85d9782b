//! One cell of an offer's row: what is said of it, and how typing in it begins.

use eframe::egui::Rect;

use super::columns::Column;
use super::entry;
use super::kept::{RaiseTable, Typing};
use crate::document::dated::DatedTerm;
use crate::document::{order, words};
use crate::scenario::{ClauseTerms, Offer};
use crate::ui::state::{Actions, ClauseAt, Context};
use crate::ui::widgets::names::short_name;

/// A cell of an offer's row.
pub(super) struct RowCell<'a> {
    pub(super) offer: &'a Offer,
    pub(super) at: Option<Column>,
    pub(super) term: Option<&'a DatedTerm>,
    pub(super) rect: Rect,
}

/// A term in words: its number, its kind, and whether it is left out.
pub(super) fn told(term: &DatedTerm) -> String {
    let left_out = if term.counted { "" } else { ", left out" };
    let kind = if term.kind.is_empty() {
        String::new()
    } else {
        format!(" {}", term.kind)
    };
    format!("{}{kind}{left_out}", term.number)
}

/// Whether a term is a raise of a known percent, which can be held back from giving way.
pub(super) fn is_raise(offer: &Offer, term: &DatedTerm) -> bool {
    let clause = offer.clause(term.clause);
    clause.is_some_and(
        |clause| matches!(&clause.terms, ClauseTerms::Percent(percent) if percent.is_known()),
    )
}

/// What a screen reader says of a cell.
pub(super) fn spoken(context: &Context, place: &RowCell<'_>) -> String {
    let name = short_name(place.offer);
    match (place.term, place.at) {
        (Some(term), _) => {
            let day = words::date(term.date);
            let number = order::number_of(context.scenario(), &place.offer.id, term.clause);
            if number == 0 {
                format!("{name}: {day} {}", told(term))
            } else {
                format!("{name}, raise {number}: {day} {}", told(term))
            }
        }
        (None, Some(at)) => format!("{name}, nothing on {}", words::date(at.date)),
        (None, None) => format!("{name}, add a raise"),
    }
}

/// Which clause a term is.
pub(super) fn clause_at(offer: &Offer, term: &DatedTerm) -> ClauseAt {
    ClauseAt {
        offer: offer.id.clone(),
        clause: term.clause,
    }
}

/// Opens a cell for typing, with its term as it is or empty; a locked offer says that it is.
pub(super) fn start_typing(
    own: &mut RaiseTable,
    context: &Context,
    actions: &mut Actions,
    place: &RowCell<'_>,
    as_it_is: bool,
) {
    if context.is_presenting() {
        return;
    }
    if place.offer.status.is_locked() {
        actions.tell_locked(context, &place.offer.id);
        return;
    }
    if let Some(words) = own.typing.take().and_then(|former| former.refused) {
        actions.refuse(format!("Not taken: {words}"));
    }
    // Keys typed over a cell begin it anew; its field takes them itself, from the first one on.
    let text = place
        .term
        .filter(|_| as_it_is)
        .map_or_else(String::new, |term| {
            entry::as_it_is(context, place.offer, term)
        });
    own.typing = Some(Typing {
        offer: place.offer.id.clone(),
        at: place.at,
        text,
        new: true,
        refused: None,
    });
}
