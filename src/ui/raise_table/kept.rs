//! What the table remembers between frames.

use eframe::egui::Id;

use super::columns::Column;
use crate::scenario::OfferId;
use crate::ui::state::ClauseAt;

/// What the table remembers between frames.
#[derive(Debug, Default)]
pub struct RaiseTable {
    pub(super) typing: Option<Typing>,
    /// The clause the table was last scrolled to.
    pub(super) shown: Option<ClauseAt>,
}

/// The cell being typed in.
#[derive(Debug)]
pub(super) struct Typing {
    pub(super) offer: OfferId,
    pub(super) at: Option<Column>,
    pub(super) text: String,
    /// Whether its field isn't on the screen yet.
    pub(super) new: bool,
    /// Why what was typed isn't taken.
    pub(super) refused: Option<String>,
}

/// The name a cell's widget keeps; without a column it is the one in which a term is added.
#[must_use]
pub(super) fn cell_id(offer: &OfferId, at: Option<Column>) -> Id {
    Id::unique((
        "table cell",
        offer.0.as_str(),
        at.map(|at| (at.date, at.place, at.holds)),
    ))
}

/// The name of what is typed: it stands in one cell at a time.
#[must_use]
pub(super) fn typing_id() -> Id {
    Id::unique("table cell typed in")
}
