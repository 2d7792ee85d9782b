//! The table of one way to part the workforce: sorted by any column, dollars per FTE with a bar.

use std::cmp::Ordering;

use eframe::egui::{Align2, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use rust_decimal::Decimal;

use crate::costing::report::{SpreadOffer, SpreadRow};
use crate::document::payroll::column::hours;
use crate::document::words;
use crate::figure::alike;
use crate::scenario::{Offer, Scenario};
use crate::ui::widgets::names::{elided, in_short, role_of};
use crate::ui::widgets::{controls, theme};
use crate::units::text::{self, as_read};
use crate::units::{Currency, MoneyUnit};

const ROW: f32 = 29.0;
const NAME: f32 = 200.0;
const HEADS: f32 = 86.0;
const FTE: f32 = 86.0;
const COST: f32 = 92.0;
const PER_FTE: f32 = 128.0;
const END: f32 = 76.0;
/// How much closer than at first columns come.
const LEAST_SCALE: f32 = 0.8;

/// What the rows are sorted by, and whether the largest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sorting {
    by: Key,
    descending: bool,
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Name,
    Heads,
    Fte,
    Cost(usize),
    PerFte(usize),
    End(usize),
}

impl Key {
    fn title(self) -> &'static str {
        match self {
            Self::Name => "",
            Self::Heads => "Employees",
            Self::Fte => "FTE",
            Self::Cost(_) => "Cost",
            Self::PerFte(_) => "Per FTE",
            Self::End(_) => "At the end",
        }
    }

    fn width(self) -> f32 {
        match self {
            Self::Name => NAME,
            Self::Heads => HEADS,
            Self::Fte => FTE,
            Self::Cost(_) => COST,
            Self::PerFte(_) => PER_FTE,
            Self::End(_) => END,
        }
    }

    /// The figure of a row; none where it is unknown or hidden.
    fn value(self, row: &SpreadRow, offers: &[&Offer]) -> Option<Decimal> {
        let of = |at: usize| -> Option<&SpreadOffer> {
            let id = &offers.get(at)?.id;
            row.offers.iter().find(|one| one.id == *id)
        };
        match self {
            Self::Name => None,
            Self::Heads => row.headcount.map(Decimal::from),
            Self::Fte => row.fte,
            Self::Cost(at) => of(at)?.cost,
            Self::PerFte(at) => of(at)?.per_fte,
            Self::End(at) => of(at)?.end_percent,
        }
    }

    fn say(self, value: Decimal, currency: &Currency, unit: (MoneyUnit, u32)) -> String {
        match self {
            Self::Name => String::new(),
            Self::Heads => text::count(value),
            Self::Fte => hours(value),
            Self::Cost(_) => alike::amount(currency, value, unit),
            Self::PerFte(_) => currency.whole(value),
            Self::End(_) => words::percent_two(value),
        }
    }
}

/// What all lines of a table have in common.
struct Table<'a> {
    scenario: &'a Scenario,
    offers: &'a [&'a Offer],
    keys: &'a [Key],
    /// What employees without a name under the table's key are called.
    without: &'a str,
    /// The dollars per FTE that the longest bar stands for.
    most: f32,
    /// How close columns are drawn together, 1 where there is room.
    scale: f32,
    /// The unit costs are told in.
    unit: (MoneyUnit, u32),
}

pub(super) fn show(
    sorting: &mut Option<Sorting>,
    ui: &mut Ui,
    scenario: &Scenario,
    (by, without): (&str, &str),
    rows: &[SpreadRow],
    offers: &[&Offer],
) {
    let keys = keys(offers.len());
    let full: f32 = keys.iter().map(|key| key.width()).sum();
    // Where the room is short, columns move closer, as far as their figures let them.
    let scale = (ui.available_width() / full).clamp(LEAST_SCALE, 1.0);
    let wide = full * scale;
    ui.add_space(6.0);
    over(ui, scenario, offers, (wide, scale));
    titles(sorting, ui, by, &keys, offers, (wide, scale));
    let mut order: Vec<&SpreadRow> = rows.iter().collect();
    if let Some(sorting) = sorting {
        order.sort_by(|one, other| compared(*sorting, one, other, offers));
    }
    // One measure for the bars of all offers.
    let most = rows
        .iter()
        .flat_map(|row| (0..offers.len()).filter_map(|at| Key::PerFte(at).value(row, offers)))
        .map(|dollars| on_screen(dollars.abs()))
        .fold(0.0, f32::max);
    // Costs of all offers stand in one unit.
    let unit = alike::unit_of_column(
        rows.iter()
            .flat_map(|row| (0..offers.len()).filter_map(|at| Key::Cost(at).value(row, offers))),
    );
    let table = Table {
        unit,
        scenario,
        offers,
        keys: &keys,
        without,
        most,
        scale,
    };
    for row in order {
        let (rect, response) = ui.allocate_exact_size(vec2(wide, ROW), Sense::hover());
        line(ui, &table, rect, row);
        let label = spoken(row, &table);
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &label));
    }
    ui.add_space(8.0);
}

fn keys(offers: usize) -> Vec<Key> {
    let mut keys = vec![Key::Name, Key::Heads, Key::Fte];
    for at in 0..offers {
        keys.extend([Key::Cost(at), Key::PerFte(at), Key::End(at)]);
    }
    keys
}

fn compared(sorting: Sorting, one: &SpreadRow, other: &SpreadRow, offers: &[&Offer]) -> Ordering {
    if sorting.by == Key::Name {
        let read = |row: &SpreadRow| row.name.as_deref().map(as_read);
        let order = read(one).cmp(&read(other));
        return if sorting.descending {
            order.reverse()
        } else {
            order
        };
    }
    let value = |row: &SpreadRow| sorting.by.value(row, offers);
    match (value(one), value(other)) {
        (Some(one), Some(other)) if sorting.descending => other.cmp(&one),
        (Some(one), Some(other)) => one.cmp(&other),
        // What is hidden stands last, in the order it had.
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// The offers' names over their columns.
fn over(ui: &mut Ui, scenario: &Scenario, offers: &[&Offer], (wide, scale): (f32, f32)) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(wide, 22.0), Sense::hover());
    let each = (COST + PER_FTE + END) * scale;
    for (number, offer) in offers.iter().enumerate() {
        let left = rect.left() + (NAME + HEADS + FTE) * scale + each * number as f32;
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(each, rect.height()));
        let role = role_of(scenario, &offer.id);
        let ink = palette.text(role);
        let font = theme::semibold(13.0);
        let at = pos2(part.right() - 8.0, part.center().y);
        let clip = ui.painter().with_clip_rect(part.intersect(ui.clip_rect()));
        let name = in_short(ui, scenario, &offer.id, (&font, ink), each - 24.0);
        let corner = at - vec2(name.size().x, name.size().y / 2.0);
        clip.galley(corner, name, ink);
        let rule = Stroke::new(1.5, palette.mark(role));
        clip.hline((left + 16.0)..=part.right(), part.bottom() - 1.0, rule);
    }
}

fn titles(
    sorting: &mut Option<Sorting>,
    ui: &mut Ui,
    by: &str,
    keys: &[Key],
    offers: &[&Offer],
    (wide, scale): (f32, f32),
) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(wide, 26.0), Sense::hover());
    let mut left = rect.left();
    for key in keys {
        let cell = Rect::from_min_size(
            pos2(left, rect.top()),
            vec2(key.width() * scale, rect.height()),
        );
        left += key.width() * scale;
        let title = match key {
            Key::Name => by,
            key => key.title(),
        };
        let of = match key {
            Key::Cost(at) | Key::PerFte(at) | Key::End(at) => offers
                .get(*at)
                .map_or_else(String::new, |offer| format!(" under {}", offer.name)),
            _ => String::new(),
        };
        let label = format!("Sort by {}{of}", title.to_lowercase());
        let response = ui.interact(cell, Id::unique(("who gains", key)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &label));
        let sorted = sorting.filter(|one| one.by == *key);
        let ink = if response.hovered() || sorted.is_some() {
            palette.ink
        } else {
            palette.soft
        };
        let font = theme::semibold(12.5);
        let text = if *key == Key::Name {
            let at = pos2(cell.left(), cell.center().y);
            ui.painter().text(at, Align2::LEFT_CENTER, title, font, ink)
        } else {
            let at = pos2(cell.right() - 8.0, cell.center().y);
            ui.painter()
                .text(at, Align2::RIGHT_CENTER, title, font, ink)
        };
        if let Some(sorted) = sorted {
            let x = if *key == Key::Name {
                text.right() + 9.0
            } else {
                text.left() - 9.0
            };
            super::super::arrow(ui, pos2(x, cell.center().y), sorted.descending);
        }
        controls::focus_ring(ui, &response, cell.shrink(2.0));
        if response.on_hover_text(label).clicked() {
            // Figures begin with the largest, names with the first.
            let descending = sorted.map_or(*key != Key::Name, |sorted| !sorted.descending);
            *sorting = Some(Sorting {
                by: *key,
                descending,
            });
        }
    }
    let stroke = Stroke::new(1.0, palette.outline);
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
}

fn line(ui: &Ui, table: &Table<'_>, rect: Rect, row: &SpreadRow) {
    let Table {
        scenario,
        offers,
        keys,
        without,
        most,
        scale,
        unit,
    } = *table;
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let font = theme::regular(13.5);
    let mut left = rect.left();
    for key in keys {
        let cell = Rect::from_min_size(
            pos2(left, rect.top()),
            vec2(key.width() * scale, rect.height()),
        );
        left += key.width() * scale;
        if *key == Key::Name {
            let clip = painter.with_clip_rect(
                cell.with_max_x(cell.right() - 6.0)
                    .intersect(ui.clip_rect()),
            );
            let (name, ink) = match &row.name {
                Some(name) => (name.as_str(), palette.ink),
                None => (without, palette.soft),
            };
            let name = elided(ui, name, &font, ink, cell.width() - 8.0);
            let at = pos2(cell.left(), cell.center().y - name.size().y / 2.0);
            clip.galley(at, name, ink);
            continue;
        }
        let value = key.value(row, offers);
        if let (Key::PerFte(at), Some(dollars)) = (key, value) {
            bar(ui, scenario, cell, offers.get(*at).copied(), dollars, most);
        }
        let (words, ink) = match value {
            Some(value) => (key.say(value, &scenario.currency, unit), palette.ink),
            None if row.hidden => ("hidden".to_owned(), palette.faint),
            None => ("\u{2013}".to_owned(), palette.faint),
        };
        let at = pos2(cell.right() - 8.0, cell.center().y);
        painter.text(at, Align2::RIGHT_CENTER, words, font.clone(), ink);
    }
    let stroke = Stroke::new(1.0, palette.rule);
    painter.hline(rect.x_range(), rect.bottom(), stroke);
}

/// Dollars per FTE as a bar in the offer's colour, beside the figure.
fn bar(
    ui: &Ui,
    scenario: &Scenario,
    cell: Rect,
    offer: Option<&Offer>,
    dollars: Decimal,
    most: f32,
) {
    let Some(offer) = offer else { return };
    let size = on_screen(dollars.abs());
    if most <= 0.0 {
        return;
    }
    let room = cell.width() - 78.0;
    let width = (room * size / most).max(1.0);
    let color = theme::palette(ui).mark(role_of(scenario, &offer.id));
    let corner = pos2(cell.left() + 10.0, cell.center().y - 5.0);
    let bar = Rect::from_min_size(corner, vec2(width, 10.0));
    let fill = if dollars.is_sign_negative() {
        color.gamma_multiply(0.25)
    } else {
        color.gamma_multiply(0.75)
    };
    ui.painter().rect_filled(bar, 1.5, fill);
}

fn on_screen(value: Decimal) -> f32 {
    crate::ui::widgets::axis::number(value)
}

fn spoken(row: &SpreadRow, table: &Table<'_>) -> String {
    let Table { keys, offers, .. } = *table;
    let name = row.name.as_deref().unwrap_or(table.without);
    if row.hidden {
        return format!("{name}: hidden, too few employees");
    }
    let figures: Vec<String> = keys
        .iter()
        .filter_map(|key| {
            let value = key.value(row, offers)?;
            Some(format!(
                "{} {}",
                key.title().to_lowercase(),
                key.say(value, &table.scenario.currency, table.unit)
            ))
        })
        .collect();
    format!("{name}: {}", figures.join(", "))
}
