//! Side panels that fold: by the user's wish, and by themselves where the window is narrow.

use eframe::egui::{Color32, Panel, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2};

use super::{Frame, Window, controls, theme};

/// A side panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Offers, workforce, assumptions.
    Left,
    /// The chosen raise and the values at the cursor.
    Right,
}

impl Side {
    pub(super) fn panel(self) -> &'static str {
        match self {
            Self::Left => "offers panel",
            Self::Right => "values panel",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Left => "F6",
            Self::Right => "F7",
        }
    }

    /// Below this width, in points, the panel folds by itself: the table's five raises need the
    /// room.
    fn least_width(self) -> f32 {
        match self {
            Self::Left => 780.0,
            Self::Right => 1120.0,
        }
    }
}

/// Which panels are folded, and which of them because the window is narrow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Folding {
    folded: [bool; 2],
    to_fit: [bool; 2],
    narrow: [bool; 2],
}

impl Folding {
    /// Panels as the user left them.
    #[must_use]
    pub fn wished(left: bool, right: bool) -> Self {
        Self {
            folded: [left, right],
            ..Self::default()
        }
    }

    /// Whether a panel is folded away.
    #[must_use]
    pub fn is_folded(&self, side: Side) -> bool {
        self.folded[side as usize]
    }

    /// Whether the user folded it: a panel folded to fit comes back with the room.
    #[must_use]
    pub fn is_wished(&self, side: Side) -> bool {
        self.folded[side as usize] && !self.to_fit[side as usize]
    }

    /// Folds or shows a panel, as the user wants it.
    pub fn set(&mut self, side: Side, folded: bool) {
        self.folded[side as usize] = folded;
        self.to_fit[side as usize] = false;
    }

    /// Folds what doesn't fit once the window gets narrow, and shows it again once it is wide. In
    /// between the user's wish holds.
    pub fn fit(&mut self, width: f32) {
        for side in [Side::Left, Side::Right] {
            let index = side as usize;
            let narrow = width < side.least_width();
            if narrow && !self.narrow[index] && !self.folded[index] {
                self.folded[index] = true;
                self.to_fit[index] = true;
            } else if !narrow && self.narrow[index] && self.to_fit[index] {
                self.folded[index] = false;
                self.to_fit[index] = false;
            }
            self.narrow[index] = narrow;
        }
    }
}

impl Window {
    /// Folds a panel, or shows it.
    pub fn toggle_panel(&mut self, side: Side) {
        let folded = self.folding.is_folded(side);
        self.folding.set(side, !folded);
    }
}

/// A narrow strip in place of a folded panel, which brings it back.
pub(super) fn strip(window: &mut Window, ui: &mut Ui, side: Side) {
    let frame = Frame::new().fill(theme::palette(ui).side);
    let panel = match side {
        Side::Left => Panel::left("offers folded"),
        Side::Right => Panel::right("values folded"),
    };
    let panel = panel.resizable(false).exact_size(18.0).frame(frame);
    panel.show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
        let center = pos2(rect.center().x, rect.top() + 22.0);
        let button = Rect::from_center_size(center, Vec2::new(18.0, 20.0));
        chevron(window, ui, side, button, true);
    });
}

/// The button that folds a panel, or shows it again.
pub(super) fn chevron(window: &mut Window, ui: &Ui, side: Side, rect: Rect, folded: bool) {
    let id = ui.scope_id().with(("fold", side.panel(), folded));
    let verb = if folded { "Show" } else { "Fold" };
    let label = format!("{verb} the {}", side.panel());
    let response = ui
        .interact(rect, id, Sense::click())
        .on_hover_text(format!("{label} ({})", side.key()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let palette = theme::palette(ui);
    let mut color = palette.faint;
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 4.0, palette.rule);
        color = palette.ink;
    }
    let points_left = (side == Side::Left) != folded;
    paint_chevron(ui, rect, color, points_left);
    controls::focus_ring(ui, &response, rect);
    if response.clicked() {
        window.toggle_panel(side);
    }
}

fn paint_chevron(ui: &Ui, rect: Rect, color: Color32, points_left: bool) {
    let toward = if points_left { -2.5 } else { 2.5 };
    let center = rect.center();
    for beside in [-2.5, 2.5] {
        let tip = center + Vec2::new(toward + beside, 0.0);
        let back = -2.0 * toward;
        let line = vec![tip + Vec2::new(back, -5.0), tip, tip + Vec2::new(back, 5.0)];
        ui.painter().add(Shape::line(line, Stroke::new(1.5, color)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_folded_to_fit_comes_back_with_the_room_and_what_was_wished_stays() {
        let mut folding = Folding::default();
        folding.fit(1024.0);
        assert!(folding.is_folded(Side::Right) && !folding.is_folded(Side::Left));
        assert!(!folding.is_wished(Side::Right));
        folding.fit(1440.0);
        assert!(!folding.is_folded(Side::Right));
        folding.set(Side::Right, true);
        folding.fit(1024.0);
        folding.fit(1440.0);
        assert!(folding.is_wished(Side::Right));
    }

    #[test]
    fn a_panel_shown_in_a_narrow_window_stays_shown() {
        let mut folding = Folding::default();
        folding.fit(1024.0);
        folding.set(Side::Right, false);
        folding.fit(1000.0);
        assert!(!folding.is_folded(Side::Right));
        folding.fit(700.0);
        assert!(folding.is_folded(Side::Left));
    }
}
