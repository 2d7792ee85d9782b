//! Read-only tables: names on the left, figures aligned on their right edge, copied as cells.

use std::fmt::Write as _;

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Color32, FontId, Galley, Role, Sense, Ui, WidgetInfo, pos2, vec2};

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
        let each = ((ui.available_width() - first) / columns)
            .min(each)
            .max(least_width(ui, self));
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

/// The least room of a column: its longest word stays whole, unless that is longer than a few.
fn least_width(ui: &Ui, table: &Table) -> f32 {
    const SHORTEST: f32 = 76.0;
    const LONGEST: f32 = 130.0;
    let heads = table.heads.iter().map(|(head, _)| head.as_str());
    let cells = table.rows.iter().flat_map(|(_, cells)| cells);
    let words = heads.chain(cells.flat_map(|cell| [cell.text.as_str(), cell.small.as_str()]));
    // Letters are about half as wide as they are high: the longest by count is measured alone.
    let longest = words
        .flat_map(str::split_whitespace)
        .max_by_key(|word| word.chars().count());
    let font = theme::semibold(14.0);
    let width = longest.map_or(0.0, |word| {
        let ink = Color32::PLACEHOLDER;
        ui.painter()
            .layout_no_wrap(word.to_owned(), font, ink)
            .size()
            .x
    });
    (width + GAP).clamp(SHORTEST, LONGEST)
}

/// The room between columns, in points.
const GAP: f32 = 14.0;

/// A text within a width, its lines aligned on one side; cut after three lines, the whole on hover.
fn fitted(
    ui: &Ui,
    words: &str,
    (font, color): (FontId, Color32),
    width: f32,
    align: Align,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), font, color, width.max(20.0));
    job.halign = align;
    job.wrap.max_rows = 3;
    ui.painter().layout_job(job)
}

fn row(ui: &mut Ui, name: &str, cells: &[Cell], colors: &[Color32], (first, each): (f32, f32)) {
    let palette = theme::palette(ui);
    let head = name.is_empty();
    let font = if head {
        theme::semibold(13.0)
    } else {
        theme::regular(14.0)
    };
    let regular = theme::regular;
    let own = fitted(
        ui,
        name,
        (regular(13.5), palette.soft),
        first - GAP,
        Align::LEFT,
    );
    let room = each - GAP;
    let texts: Vec<(Arc<Galley>, Option<Arc<Galley>>)> = cells
        .iter()
        .zip(colors)
        .map(|(cell, color)| {
            let text = fitted(ui, &cell.text, (font.clone(), *color), room, Align::RIGHT);
            let small = (!cell.small.is_empty()).then(|| {
                fitted(
                    ui,
                    &cell.small,
                    (regular(12.0), palette.soft),
                    room,
                    Align::RIGHT,
                )
            });
            (text, small)
        })
        .collect();
    let tallest = texts
        .iter()
        .map(|(text, small)| text.size().y + small.as_ref().map_or(0.0, |small| small.size().y));
    let height = tallest.fold(own.size().y, f32::max) + 6.0;
    let size = vec2(first + each * cells.len() as f32, height.max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let spoken: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    let label = format!("{name}: {}", spoken.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &label));
    let cut = texts.iter().any(|(text, _)| text.elided) || own.elided;
    let painter = ui.painter().clone();
    let top = rect.top() + 3.0;
    // One baseline for the name and the figures, where none of them is broken.
    painter.galley(pos2(rect.left(), top), own, palette.soft);
    for (index, (text, small)) in texts.into_iter().enumerate() {
        let right = rect.left() + first + each * (index as f32 + 1.0);
        let below = top + text.size().y;
        painter.galley(pos2(right, top), text, palette.ink);
        if let Some(small) = small {
            painter.galley(pos2(right, below), small, palette.soft);
        }
    }
    let stroke = eframe::egui::Stroke::new(1.0, palette.rule);
    painter.hline(rect.x_range(), rect.bottom(), stroke);
    if cut {
        response.on_hover_text(spoken.join("\n"));
    }
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
