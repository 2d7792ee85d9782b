//! The raises lane: a head for everything that changes rates, where it stands, what is written beside it, and
//! how it is moved.

mod bands;
mod bubble;
pub(super) mod drag;
pub(super) mod head;
pub(super) mod input;
pub(super) mod keys;
mod labels;
mod layout;
pub(super) mod menu;
mod paint;
mod place;
mod said;
mod spoken;

use eframe::egui::{self, Pos2};

use crate::figure::Axis;
use crate::scenario::ClauseId;
use crate::ui::state::{Actions, ClauseAt, Context};
use drag::{Drag, Moving};
use head::Key;
use layout::Layout;

/// What the raises lane remembers between frames.
#[derive(Debug, Default)]
pub struct Heads {
    /// The drag under way, of a head or of a chip of the lane below.
    pub(super) drag: Option<Drag>,
    /// The lane's axis, kept while a drag is under way.
    range: Option<Axis>,
    /// The room the widest label of its axis takes.
    pub(super) widest: f32,
    /// How many rows the lane had last.
    rows: usize,
    /// The height it has with one row, in points.
    one_row: f32,
    /// Where the heads stand, kept for those a drag doesn't move.
    layout: Layout,
    /// What was dropped last, and where the pointer was: the bubble speaks of it until that moves.
    dropped: Option<(Key, Option<Pos2>)>,
    /// The clause that was chosen when one was added here, and for how many frames it is waited for: the
    /// next one chosen gets the keys.
    added_after: Option<(Option<ClauseAt>, u8)>,
    /// Whether a key on a locked head asked for a counter.
    awaits_counter: bool,
    /// What gets the keys.
    next_focus: Option<(crate::scenario::OfferId, ClauseId)>,
}

impl Heads {
    /// Follows a drag; called before anything is drawn, so that the whole frame shows one state.
    pub fn follow(&mut self, ctx: &egui::Context, context: &Context, actions: &mut Actions) {
        if let Some(drag) = self.drag.take() {
            let key = drag.key.clone();
            self.drag = drag.follow(ctx, context, actions);
            if self.drag.is_none() {
                let pointer = ctx.input(|input| input.pointer.latest_pos());
                self.dropped = Some((key, pointer));
            }
        }
    }

    /// The height the lane needs, so that heads can be told apart and dragged, in points; `share` is what it has
    /// of the height all lanes share. Whether offers get rows of their own is decided by the height of one row,
    /// or the rows would come and go with the height they bring.
    pub(super) fn height(&mut self, share: f32) -> f32 {
        let one = share.max(96.0);
        self.one_row = one;
        match self.rows {
            0 | 1 => one,
            rows => one.max(rows as f32 * bands::ROW),
        }
    }

    /// Whether a head is being dragged.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }

    /// What is being dragged.
    pub(super) fn moving(&self) -> Option<Moving<'_>> {
        self.drag.as_ref().map(|drag| Moving {
            key: &drag.key,
            copies: drag.counter.is_some(),
        })
    }

    /// A key on a locked head asked for a counter: its head then gets the keys.
    pub fn await_counter(&mut self) {
        self.awaits_counter = true;
    }

    /// A counter began with one of its clauses changed.
    pub fn counter_begun(&mut self, at: &ClauseAt) {
        if std::mem::take(&mut self.awaits_counter) {
            self.next_focus = Some((at.offer.clone(), at.clause));
        }
    }

    /// A raise is added where the lane was double-clicked: it gets the keys once it is chosen.
    fn adds(&mut self, context: &Context) {
        self.added_after = Some((context.selection.clause.clone(), 3));
    }

    /// What was added since, or begun by a key.
    fn take_focus(&mut self, context: &Context) -> Option<(crate::scenario::OfferId, ClauseId)> {
        if let Some((before, frames)) = self.added_after.take() {
            match &context.selection.clause {
                Some(chosen) if Some(chosen) != before.as_ref() => {
                    return Some((chosen.offer.clone(), chosen.clause));
                }
                // A lane that adds nothing, because the offer is locked, gives nothing the keys.
                _ => {
                    self.added_after = frames.checked_sub(1).map(|left| (before, left));
                }
            }
        }
        self.next_focus.take()
    }
}
