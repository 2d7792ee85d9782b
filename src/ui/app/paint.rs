//! The order in which rooms are painted, which is also the order of Tab: the top bar, the left side, the
//! headline, the centre, the right side.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Rect, Ui, UiBuilder};

use super::App;
use crate::ui::frame::{headline, said_here, sides, status_bar, top_bar};
use crate::ui::panels::{self, inspector};
use crate::ui::state::folding::Side;
use crate::ui::state::{Actions, Context, View};
use crate::ui::views::statements;
use crate::ui::widgets::theme;
use crate::ui::{raise_table, timeline};

impl App {
    /// Paints everything, and collects what is asked for.
    pub(super) fn paint(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let palette = theme::palette(ui);
        top_bar::show(ui, &self.context, actions);
        status_bar::show(ui, &self.context, actions);
        let wide = ui.available_width();
        self.context.screen.folding.fit(wide);
        let prices = self.context.scenario().inflation.is_some();
        self.context.screen.lanes.with_prices(prices);
        let on_wide_page = self.views.needs_width(&self.context);
        self.context.screen.folding.on_wide_page(on_wide_page);
        let right = self.sides(ui, actions, wide);
        let margin = Margin::symmetric(if wide < 1120.0 { 10 } else { 14 }, 8);
        let centre = Frame::new().fill(palette.paper).inner_margin(margin);
        CentralPanel::no_frame()
            .frame(centre)
            .show(ui, |ui| self.centre(ui, actions));
        // After the centre, so that Tab goes there last, as the eye does.
        if self.context.screen.view == statements::VIEW {
            if let Some(rect) = right {
                statements::show_beside(ui, &self.context, actions, rect);
            }
        } else if let Some(rect) = right {
            let beside_page = self.views.needs_width(&self.context);
            sides::over(ui, actions, rect, Side::Right, |ui, actions| {
                if beside_page {
                    self.views.beside(ui, &self.context, actions);
                } else {
                    inspector::show(&mut self.inspector, ui, &self.context, actions);
                }
            });
        }
        if !self.dialogs.is_open() {
            said_here::show(ui, &self.context, actions);
        }
        self.dialogs.show(ui, &self.context, actions);
    }

    /// The left panel, and the room for the right one, or what stands for them where they are folded.
    fn sides(&mut self, ui: &mut Ui, actions: &mut Actions, wide: f32) -> Option<Rect> {
        let (left, context) = (&mut self.left, &self.context);
        if context.is_presenting() {
            return beside_statements(ui, context, wide);
        }
        let folded = |side| context.screen.folding.is_folded(side);
        if let Some(rect) =
            sides::room_of(ui, context, actions, Side::Left, folded(Side::Left), wide)
        {
            sides::over(ui, actions, rect, Side::Left, |ui, actions| {
                panels::left(left, ui, context, actions);
            });
        }
        if context.screen.view == statements::VIEW {
            return beside_statements(ui, context, wide);
        }
        let wide_page = self.views.needs_width(context);
        if context.screen.view != View::TIMELINE && !wide_page {
            return None;
        }
        let folded = folded(Side::Right);
        sides::room_of(ui, context, actions, Side::Right, folded, wide)
    }

    fn centre(&mut self, ui: &mut Ui, actions: &mut Actions) {
        headline::show(ui, &self.context, actions);
        if self.context.screen.view == View::TIMELINE {
            self.lanes_and_table(ui, actions);
        } else {
            self.views.show(ui, &self.context, actions);
        }
    }

    fn lanes_and_table(&mut self, ui: &mut Ui, actions: &mut Actions) {
        // The table keeps its height during a drag, and with it the lanes theirs.
        if !self.timeline.heads.is_dragging() {
            let scenario = self.context.scenario();
            let owed = usize::from(!scenario.baseline.is_empty());
            let rows = (scenario.offers.len().max(2) + owed) as f32;
            // At most about a third of the room, and A and B at least; no row is seen in part.
            let room = ui.available_height();
            let (row, beside) = (raise_table::ROW, raise_table::HEADER + 14.0);
            let fit = ((room * 0.35 - beside) / row).floor();
            let least = ((room * 0.45 - beside) / row).floor().clamp(1.0, 2.0);
            self.table_height = rows.min(6.0).min(fit.max(least)) * row + beside;
        }
        let frame = Frame::new().inner_margin(Margin {
            top: 6,
            ..Margin::ZERO
        });
        let panel = Panel::bottom("table")
            .resizable(false)
            .exact_size(self.table_height)
            .frame(frame)
            .show_separator_line(false);
        let table = panel.show(ui, sides::room).inner;
        CentralPanel::no_frame().show(ui, |ui| {
            timeline::show(&mut self.timeline, ui, &self.context, actions);
        });
        let place = UiBuilder::new().id_salt("table").max_rect(table);
        let mut ui = ui.new_child(place);
        raise_table::show(&mut self.raise_table, &mut ui, &self.context, actions);
    }
}

/// The room of the history and the settlements beside the claims, where the window is wide enough.
fn beside_statements(ui: &mut Ui, context: &Context, wide: f32) -> Option<Rect> {
    if context.screen.view != statements::VIEW {
        return None;
    }
    let left = wide - ui.available_width();
    let room = statements::room_beside(context, wide, left)?;
    let frame = Frame::new().fill(theme::palette(ui).side);
    let panel = Panel::right("beside the claims")
        .exact_size(room)
        .resizable(false);
    Some(panel.frame(frame).show(ui, sides::room).inner)
}
