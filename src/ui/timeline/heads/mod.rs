//! The raises lane: a head for each raise, where it stands, what is written beside it, and how it is moved.

mod bubble;
mod drag;
pub(super) mod input;
mod keys;
mod labels;
mod paint;
mod place;
mod spoken;

use eframe::egui;

use crate::ui::state::{Actions, Context};
use drag::Drag;
use place::Standing;

/// What the raises lane remembers between frames.
#[derive(Debug, Default)]
pub struct Heads {
    /// The drag under way.
    drag: Option<Drag>,
    /// The range of the lane's axis: bottom, top and the distance of its ticks, kept while a drag is
    /// under way.
    range: Option<(f32, f32, f32)>,
    /// Where the heads stand, kept for the heads a drag doesn't move.
    standing: Vec<Standing>,
}

impl Heads {
    /// Follows a drag; called before anything is drawn, so that the whole frame shows one state.
    pub fn follow(&mut self, ctx: &egui::Context, context: &Context, actions: &mut Actions) {
        if let Some(drag) = self.drag.take() {
            self.drag = drag.follow(ctx, context, actions);
        }
    }

    /// Whether a head is being dragged.
    #[must_use]
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }
}
