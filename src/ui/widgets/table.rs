//! Read-only tables: names on the left, figures aligned on their right edge, copied as cells.

use std::fmt::Write as _;

use eframe::egui::{Align2, Color32, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::theme;

/// One figure, and a lesser one under it.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// The figure.
    pub text: String,
    /// What stands under it.
    pub small: String,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            small: String::new(),
        }
    }
}

/// A table made ready.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// What it is called.
    pub title: String,
    /// The heads of the figures' columns, with their colours.
    pub heads: Vec<(String, Option<Color32>)>,
    /// Names with their figures.
    pub rows: Vec<(String, Vec<Cell>)>,
}

impl Table {
    /// Paints the table: names `first` wide, figures at most `each`, less where there is less room.
    /// Returns whether it was copied.
    pub fn show(&self, ui: &mut Ui, first: f32, each: f32) -> bool {
        let palette = theme::palette(ui);
        let columns = self.heads.len().max(1) as f32;
        let each = ((ui.available_width() - first) / columns).clamp(76.0, each);
        let mut copied = false;
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let title = theme::strong(&self.title, 12.0).color(palette.soft);
            ui.label(title.extra_letter_spacing(0.6));
            let name = format!("Copy {} as cells", self.title);
            let button = ui.add(
                eframe::egui::Button::new("Copy")
                    .small()
                    .frame_when_inactive(false),
            );
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if button.on_hover_text("Copy as cells").clicked() {
                ui.ctx().copy_text(self.as_cells());
                copied = true;
            }
        });
        let heads: Vec<Cell> = self
            .heads
            .iter()
            .map(|(head, _)| Cell::from(head.clone()))
            .collect();
        if !heads.is_empty() {
            let colors: Vec<Color32> = self
                .heads
                .iter()
                .map(|(_, color)| color.unwrap_or(palette.soft))
                .collect();
            row(ui, "", &heads, &colors, (first, each));
        }
        let ink = vec![palette.ink; self.heads.len().max(1)];
        for (name, cells) in &self.rows {
            row(ui, name, cells, &ink, (first, each));
        }
        copied
    }

    /// The table for a spreadsheet, tabs between cells.
    #[must_use]
    pub fn as_cells(&self) -> String {
        let clean =
            |text: &str| crate::units::sheet::guarded(&text.replace(['\t', '\n', '\r'], " "));
        let mut out = clean(&self.title);
        for (head, _) in &self.heads {
            let _ = write!(out, "\t{}", clean(head));
        }
        for (name, cells) in &self.rows {
            let _ = write!(out, "\n{}", clean(name));
            for cell in cells {
                let small = if cell.small.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", cell.small)
                };
                let _ = write!(out, "\t{}{small}", clean(&cell.text));
            }
        }
        out.push('\n');
        out
    }
}

fn row(ui: &mut Ui, name: &str, cells: &[Cell], colors: &[Color32], (first, each): (f32, f32)) {
    let palette = theme::palette(ui);
    let tall = cells.iter().any(|cell| !cell.small.is_empty());
    let height = if tall { 36.0 } else { 24.0 };
    let size = vec2(first + each * cells.len() as f32, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let spoken: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    let label = format!("{name}: {}", spoken.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &label));
    let painter = ui.painter();
    let y = rect.top() + 12.0;
    painter.text(
        pos2(rect.left(), y),
        Align2::LEFT_CENTER,
        name,
        theme::regular(13.5),
        palette.soft,
    );
    let head = name.is_empty();
    let font = if head {
        theme::semibold(13.0)
    } else {
        theme::regular(14.0)
    };
    for (index, (cell, color)) in cells.iter().zip(colors).enumerate() {
        let right = rect.left() + first + each * (index as f32 + 1.0);
        painter.text(
            pos2(right, y),
            Align2::RIGHT_CENTER,
            &cell.text,
            font.clone(),
            *color,
        );
        let below = pos2(right, y + 16.0);
        painter.text(
            below,
            Align2::RIGHT_CENTER,
            &cell.small,
            theme::regular(12.0),
            palette.soft,
        );
    }
    let stroke = eframe::egui::Stroke::new(1.0, palette.rule);
    painter.hline(rect.x_range(), rect.bottom(), stroke);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_taken_for_a_formula() {
        let table = Table {
            title: "Offers".to_owned(),
            heads: vec![("Cost".to_owned(), None)],
            rows: vec![("=A1".to_owned(), vec![Cell::from("$5.24B".to_owned())])],
        };
        assert_eq!(table.as_cells(), "Offers\tCost\n'=A1\t$5.24B\n");
    }
}
