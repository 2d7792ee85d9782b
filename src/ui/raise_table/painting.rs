//! What the table of raises shows, painted.

use eframe::egui::{Align2, Pos2, Rect, Ui, pos2};

use super::ROW;
use crate::document::{order, words};
use crate::ui::widgets::theme;

/// The numbers of the columns.
pub(super) fn header(ui: &Ui, rect: Rect, names: f32, wide: f32, columns: usize) {
    let palette = theme::palette(ui);
    for column in 0..columns {
        let number = column + 1;
        let ending = match (number % 10, number % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        let at = pos2(
            rect.left() + names + wide * number as f32 - 8.0,
            rect.top() + ROW / 2.0,
        );
        let text = format!("{number}{ending}");
        ui.painter().text(
            at,
            Align2::RIGHT_CENTER,
            text,
            theme::regular(13.0),
            palette.soft,
        );
    }
}

/// A raise's date and percent in its cell.
pub(super) fn raise(ui: &Ui, rect: Rect, raise: order::Raise) {
    let palette = theme::palette(ui);
    let right = Pos2::new(rect.right() - 7.0, rect.center().y);
    let percent = words::percent(raise.percent.get());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let placed = painter.text(
        right,
        Align2::RIGHT_CENTER,
        percent,
        theme::semibold(13.0),
        palette.ink,
    );
    let before = pos2(placed.left() - 5.0, rect.center().y);
    let date = words::date(raise.date);
    painter.text(
        before,
        Align2::RIGHT_CENTER,
        date,
        theme::regular(13.0),
        palette.ink,
    );
}
