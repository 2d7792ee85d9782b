//! What the keyboard comes to is brought into sight, wherever it lies in what scrolls.

use eframe::egui::accesskit::{Action, ActionRequest, TreeId};
use eframe::egui::{self, Context, Event, Id, Ui};

/// Watches where the keyboard is. When a key has moved it to a control that isn't wholly in sight, that control is asked
/// to come into sight, as a screen reader would ask it: whatever scrolls around it then does.
#[derive(Debug, Default)]
pub struct InSight {
    /// Where the keyboard was at the end of the last pass.
    focused: Option<Id>,
    /// Passes in which what is focused may still be of the last key.
    by_key: u8,
    /// What is to come into sight.
    wanted: Option<Id>,
}

/// A key moves the keyboard in its own pass, or, from the last control to the first, in the next one.
const PASSES: u8 = 3;

impl egui::Plugin for InSight {
    fn debug_name(&self) -> &'static str {
        "in sight"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut egui::RawInput) {
        let is_key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        if input.events.iter().any(is_key) {
            self.by_key = PASSES;
        }
        if let Some(id) = self.wanted.take() {
            input
                .events
                .push(Event::AccessKitActionRequest(ActionRequest {
                    action: Action::ScrollIntoView,
                    target_tree: TreeId::ROOT,
                    target_node: id.accesskit_id(),
                    data: None,
                }));
        }
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx();
        let focused = ctx.memory(|memory| memory.focused());
        let by_key = self.by_key > 0;
        self.by_key = self.by_key.saturating_sub(1);
        if std::mem::replace(&mut self.focused, focused) == focused || !by_key {
            return;
        }
        let response = focused.and_then(|id| ctx.read_response(id));
        let hidden = response.filter(|response| {
            // In sight is what can be pointed at.
            !response
                .interact_rect
                .expand(1.0)
                .contains_rect(response.rect)
        });
        if let Some(response) = hidden {
            self.wanted = Some(response.id);
            ctx.request_repaint();
        }
    }
}
