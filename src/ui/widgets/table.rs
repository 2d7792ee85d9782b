//! Read-only tables: names on the left, figures aligned on their right edge, copied as cells.

use std::fmt::Write as _;

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Color32, FontId, Galley, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::theme;

/// One figure, and a lesser one under it.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    pub(crate) text: String,
    /// What stands under it.
    pub(crate) small: String,
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
    pub(crate) title: String,
    /// The heads of the figures' columns, with their colours.
    pub(crate) heads: Vec<(String, Option<Color32>)>,
    /// Names with their figures.
    pub rows: Vec<(String, Vec<Cell>)>,
}

impl Table {
    /// Paints the table: names `first` wide, figures `each` where there is room for that, else each column what
    /// its words need. Returns its cells where they are to be copied.
    #[must_use]
    pub fn show(&self, ui: &mut Ui, first: f32, each: f32) -> Option<String> {
        let widths = widths(ui, self, ui.available_width() - first, (each, false));
        self.within(ui, first, &widths)
    }

    /// The same over the whole width, with more of it for the columns that hold more.
    #[must_use]
    pub fn show_filling(&self, ui: &mut Ui, first: f32) -> Option<String> {
        let room = ui.available_width() - first;
        let each = room / self.heads.len().max(1) as f32;
        let widths = widths(ui, self, room, (each, true));
        self.within(ui, first, &widths)
    }

    fn within(&self, ui: &mut Ui, first: f32, widths: &[f32]) -> Option<String> {
        let palette = theme::palette(ui);
        let mut copied = false;
        ui.add_space(12.0);
        let title = theme::strong(&self.title, 12.0)
            .color(palette.soft)
            .extra_letter_spacing(0.6);
        let copy = |ui: &mut Ui, copied: &mut bool| {
            let name = format!("Copy {} as cells", self.title);
            let button = ui.add(
                eframe::egui::Button::new("Copy")
                    .small()
                    .frame_when_inactive(false),
            );
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if button.on_hover_text("Copy as cells").clicked() {
                *copied = true;
            }
        };
        let font = theme::semibold(13.5);
        let needed = ui
            .painter()
            .layout_no_wrap(self.title.clone(), font, palette.soft);
        // A title with long names takes the lines it needs, and what is done with the table stands below.
        if needed.size().x + 60.0 > ui.available_width() {
            ui.label(title);
            // Its word stands under the title's, not its frame.
            ui.scope(|ui| {
                ui.spacing_mut().button_padding.x = 0.0;
                copy(ui, &mut copied);
            });
        } else {
            ui.horizontal(|ui| {
                ui.label(title);
                copy(ui, &mut copied);
            });
        }
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
            row(ui, "", &heads, &colors, (first, widths));
        }
        let ink = vec![palette.ink; self.heads.len().max(1)];
        for (name, cells) in &self.rows {
            row(ui, name, cells, &ink, (first, widths));
        }
        copied.then(|| self.as_cells())
    }

    /// The table for a spreadsheet, tabs between cells.
    #[must_use]
    pub fn as_cells(&self) -> String {
        let clean =
            |text: &str| crate::units::spreadsheet::guarded(&text.replace(['\t', '\n', '\r'], " "));
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

/// How wide the columns of figures are, in points: `each` where all have room for it and no word is longer, else
/// what the longest word of each needs, and a share of what is left by what its whole texts would take.
/// A table laid out by content does so as soon as some text wouldn't stay on one line.
fn widths(ui: &Ui, table: &Table, room: f32, (each, by_content): (f32, bool)) -> Vec<f32> {
    let cells = table.rows.iter().map(|(_, cells)| cells.len());
    let columns = cells.chain([table.heads.len(), 1]).max().unwrap_or(1);
    let needs: Vec<(f32, f32)> = (0..columns)
        .map(|column| needed(ui, table, column))
        .collect();
    let alike = (room / columns as f32).min(each);
    let fits = |(_, whole): &(f32, f32)| *whole <= alike;
    if by_content && !needs.iter().all(fits) {
        let widths = shared_out(&needs, room);
        let spare = room - widths.iter().sum::<f32>();
        let more = spare.max(0.0) / columns as f32;
        return widths.into_iter().map(|width| width + more).collect();
    }
    if needs.iter().all(|(least, _)| *least <= alike) {
        return vec![alike; columns];
    }
    shared_out(&needs, room)
}

/// What the longest word of each column needs, and a share of what is left by what its whole texts would take.
fn shared_out(needs: &[(f32, f32)], room: f32) -> Vec<f32> {
    let least: f32 = needs.iter().map(|(least, _)| least).sum();
    let wanted: f32 = needs.iter().map(|(least, whole)| whole - least).sum();
    let share = ((room - least).max(0.0) / wanted.max(1.0)).min(1.0);
    let width = |(least, whole): &(f32, f32)| least + (whole - least) * share;
    needs.iter().map(width).collect()
}

/// What a column needs for its longest word, unless that is longer than a few, and for its texts unbroken.
fn needed(ui: &Ui, table: &Table, column: usize) -> (f32, f32) {
    const SHORTEST: f32 = 64.0;
    const LONGEST: f32 = 130.0;
    const UNBROKEN: usize = 12;
    let head = table.heads.get(column).map(|(head, _)| head.as_str());
    let cells = table.rows.iter().filter_map(|(_, cells)| cells.get(column));
    let texts = cells.flat_map(|cell| [cell.text.as_str(), cell.small.as_str()]);
    let texts: Vec<&str> = head.into_iter().chain(texts).collect();
    let width_of = |text: Option<&str>| {
        text.map_or(0.0, |text| {
            let (font, ink) = (theme::semibold(14.0), Color32::PLACEHOLDER);
            let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
            galley.size().x + GAP
        })
    };
    // Letters are about half as wide as they are high: the longest by count is measured alone. A date or an amount
    // isn't broken.
    let parts = |text: &&str| -> Vec<String> {
        if text.chars().count() <= UNBROKEN && text.contains(|char: char| char.is_ascii_digit()) {
            return vec![(*text).to_owned()];
        }
        text.split_whitespace().map(str::to_owned).collect()
    };
    let words: Vec<String> = texts.iter().flat_map(parts).collect();
    let words = words.iter().map(String::as_str);
    let word = words.max_by_key(|word| word.chars().count());
    let whole = texts.iter().max_by_key(|text| text.chars().count());
    let least = width_of(word).clamp(SHORTEST, LONGEST);
    (least, width_of(whole.copied()).max(least))
}

/// The room between columns, in points.
const GAP: f32 = 14.0;

/// The most lines of a cell.
const MOST_LINES: usize = 14;

/// A text within a width, its lines aligned on one side; cut after a few lines, the whole on hover.
fn fitted(
    ui: &Ui,
    words: &str,
    (font, color): (FontId, Color32),
    width: f32,
    align: Align,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), font, color, width.max(20.0));
    job.halign = align;
    job.wrap.max_rows = MOST_LINES;
    ui.painter().layout_job(job)
}

fn row(
    ui: &mut Ui,
    name: &str,
    cells: &[Cell],
    colors: &[Color32],
    (first, widths): (f32, &[f32]),
) {
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
    let texts: Vec<(Arc<Galley>, Option<Arc<Galley>>)> = cells
        .iter()
        .zip(colors)
        .zip(widths)
        .map(|((cell, color), width)| {
            let room = width - GAP;
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
    let size = vec2(first + widths.iter().sum::<f32>(), height.max(24.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let spoken: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    let label = format!("{name}: {}", spoken.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &label));
    let cut = texts.iter().any(|(text, _)| text.elided) || own.elided;
    let painter = ui.painter().clone();
    let top = rect.top() + 3.0;
    // One baseline for the name and the figures, where none of them is broken.
    painter.galley(pos2(rect.left(), top), own, palette.soft);
    let mut right = rect.left() + first;
    for ((text, small), width) in texts.into_iter().zip(widths) {
        right += width;
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
