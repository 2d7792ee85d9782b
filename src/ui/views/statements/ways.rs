//! Under which conventions a quoted number comes out: a table of all that were tried.

use eframe::egui::{
    Button, Frame, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use rust_decimal::Decimal;

use super::{claim_words, verdicts};
use crate::explore::claims::{
    Checked, Compounding, Convention, Conventions, Measure, Period, Timing, Verdict,
};
use crate::scenario::{QuotedUnit, Scenario};
use crate::ui::widgets::theme;
use crate::units::{Currency, text};

/// The height of a row, in points.
const ROW: f32 = 25.0;
/// Rows shown at first.
const FEW: usize = 4;

/// A row: what is told apart down the side.
type Down = (Measure, Option<Period>, Option<Compounding>, Option<Timing>);
/// A column: whose count, with which roll-up, with scoped raises or without.
type Aside = (Option<String>, Option<Decimal>, Option<bool>);

/// Paints the table, and below it how many come out. `all` is whether every row is shown.
pub fn show(
    ui: &mut Ui,
    scenario: &Scenario,
    checked: &Checked,
    fte: Option<Decimal>,
    all: &mut bool,
) {
    let tried = &checked.conventions;
    if tried.tried.is_empty() {
        return;
    }
    let rows = distinct(tried, down);
    let columns = distinct(tried, aside);
    let at = |row: &Down, column: &Aside| {
        let mut all = tried.tried.iter();
        all.find(|one| down(one) == *row && aside(one) == *column)
    };
    let comes_out = |row: &Down| {
        columns
            .iter()
            .any(|column| at(row, column).is_some_and(|one| one.matches))
    };
    let mut shown: Vec<&Down> = rows.iter().filter(|row| *all || comes_out(row)).collect();
    // A few that don't come out stand beside those that do, so that both are seen.
    let others = rows.iter().filter(|row| !*all && !comes_out(row));
    let lacking = FEW.saturating_sub(shown.len());
    shown.extend(others.take(lacking));
    shown.sort_by_key(|row| rows.iter().position(|one| one == *row));
    ui.add_space(10.0);
    let quoted = claim_words::quoted(&checked.claim, &scenario.currency);
    ui.horizontal_wrapped(|ui| {
        let title = format!("Under which conventions does \u{201c}{quoted}\u{201d} come out?");
        ui.label(theme::strong(title, 13.5));
    });
    ui.add_space(4.0);
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.outline))
        .corner_radius(6);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let table = Table::of(ui, &columns);
        table.heads(ui, scenario, fte, &columns);
        let both = timings(tried);
        for row in &shown {
            let cells: Vec<Option<&Convention>> =
                columns.iter().map(|column| at(row, column)).collect();
            table.row(
                ui,
                &row_words(row, both, &scenario.currency),
                &cells,
                (checked.unit, &scenario.currency),
            );
        }
    });
    ui.add_space(4.0);
    let count = tried.matching().count();
    ui.horizontal_wrapped(|ui| {
        let words = match count {
            0 => format!("None of the {} tried comes out.", tried.tried.len()),
            1 => format!("1 of {} tried comes out.", tried.tried.len()),
            count => format!("{count} of {} tried come out.", tried.tried.len()),
        };
        let told = format!("{words} A match shows that a way is possible, not that it was taken.");
        ui.label(
            eframe::egui::RichText::new(told)
                .size(12.5)
                .color(palette.soft),
        );
        if rows.len() > shown.len() || *all && rows.len() > FEW {
            let words = if *all {
                "Show fewer".to_owned()
            } else {
                format!("Show all {} rows", rows.len())
            };
            let button = ui.add(Button::new(words).small());
            if button.clicked() {
                *all = !*all;
            }
        }
    });
}

fn down(one: &Convention) -> Down {
    (one.measure, one.period, one.compounding, one.timing)
}

fn aside(one: &Convention) -> Aside {
    (one.counts.clone(), one.roll_up, one.scoped)
}

/// The values there are, in the order they first come.
fn distinct<T: PartialEq>(tried: &Conventions, of: impl Fn(&Convention) -> T) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for one in &tried.tried {
        let value = of(one);
        if !all.contains(&value) {
            all.push(value);
        }
    }
    all
}

/// Whether ratification makes a difference, so that rows must say which.
fn timings(tried: &Conventions) -> bool {
    distinct(tried, |one| one.timing).len() > 1
}

fn row_words(
    (measure, period, compounding, timing): &Down,
    both: bool,
    currency: &Currency,
) -> String {
    let Some(period) = period else {
        return match measure {
            Measure::Simple => "Added up",
            Measure::Compounded => "Compounded",
            Measure::AverageAYear => "Average a year",
            Measure::FirstYear => "First year",
            Measure::WithSteps => "With steps",
            Measure::Gap | Measure::Cost => return currency.said("Dollars"),
        }
        .to_owned();
    };
    let mut words = match period {
        Period::Term => "Cash over the term",
        Period::FirstYear => "Cash of the first year",
        Period::LastYear => "Cash of the last year",
        Period::LastYearAnnualized => "Last year annualized",
        Period::AverageAYear => "Average a year",
    }
    .to_owned();
    if let Some(compounding) = compounding {
        words = format!("{words}, {}", compounding.name());
    }
    match timing {
        Some(timing) if both => format!("{words}, {}", timing.name()),
        _ => words,
    }
}

/// The places of the table's columns.
struct Table {
    first: f32,
    each: f32,
    columns: usize,
}

impl Table {
    fn of(ui: &Ui, columns: &[Aside]) -> Self {
        let count = columns.len().max(1) as f32;
        let room = ui.available_width();
        let first = (room * 0.34).clamp(150.0, 270.0);
        Self {
            first,
            each: ((room - first) / count).max(64.0),
            columns: columns.len(),
        }
    }

    fn width(&self) -> f32 {
        self.first + self.each * self.columns as f32
    }

    /// The counts above, what is on top or in the sum beneath.
    fn heads(&self, ui: &mut Ui, scenario: &Scenario, fte: Option<Decimal>, columns: &[Aside]) {
        let palette = theme::palette(ui);
        let in_dollars = columns.iter().any(|(_, roll_up, _)| roll_up.is_some());
        let height = if in_dollars { 44.0 } else { 26.0 };
        let (rect, _) = ui.allocate_exact_size(vec2(self.width(), height), Sense::hover());
        let mut begun: Option<&Option<String>> = None;
        for (at, (count, roll_up, scoped)) in columns.iter().enumerate() {
            let right = rect.left() + self.first + self.each * (at as f32 + 1.0);
            let words = match (roll_up, scoped) {
                (Some(rate), _) if rate.is_zero() => "without roll-up".to_owned(),
                (Some(rate), _) => format!("with {}", text::percent_close(*rate)),
                (None, Some(true)) => "raises for some too".to_owned(),
                (None, _) => "for everyone".to_owned(),
            };
            let galley = super::columns::broken(
                ui,
                &words,
                (theme::regular(12.5), palette.soft),
                self.each - 12.0,
                1,
            );
            let place = pos2(right - 12.0 - galley.size().x, rect.bottom() - 21.0);
            ui.painter().galley(place, galley, palette.soft);
            if in_dollars && begun != Some(count) {
                begun = Some(count);
                let same = columns.iter().filter(|(other, ..)| other == count).count();
                let left = right - self.each;
                let words = count_words(scenario, fte, count.as_ref());
                let room = self.each * same as f32 - 12.0;
                let galley = super::columns::broken(
                    ui,
                    &words,
                    (theme::semibold(12.5), palette.ink),
                    room,
                    1,
                );
                let middle = left + self.each * same as f32 / 2.0 - galley.size().x / 2.0;
                ui.painter()
                    .galley(pos2(middle, rect.top() + 4.0), galley, palette.ink);
                let stroke = Stroke::new(1.0, palette.rule);
                ui.painter().vline(left, rect.y_range(), stroke);
            }
        }
        let stroke = Stroke::new(1.0, palette.outline);
        ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
    }

    fn row(
        &self,
        ui: &mut Ui,
        name: &str,
        cells: &[Option<&Convention>],
        (unit, currency): (QuotedUnit, &Currency),
    ) {
        let palette = theme::palette(ui);
        let size = vec2(self.width(), ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let spoken = cells.iter().flatten().map(|one| {
            let value = claim_words::figure(one.value, unit, currency);
            if one.matches {
                format!("{value} comes out")
            } else {
                value
            }
        });
        let label = format!("{name}: {}", spoken.collect::<Vec<_>>().join(", "));
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &label));
        let galley = super::columns::broken(
            ui,
            name,
            (theme::regular(13.0), palette.ink),
            self.first - 16.0,
            1,
        );
        let middle = |height: f32| rect.center().y - height / 2.0;
        if galley.elided {
            response.on_hover_text(name);
        }
        ui.painter().galley(
            pos2(rect.left() + 10.0, middle(galley.size().y)),
            galley,
            palette.ink,
        );
        for (at, cell) in cells.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let right = rect.left() + self.first + self.each * (at as f32 + 1.0);
            let (font, color) = if cell.matches {
                (theme::semibold(13.0), palette.text(theme::Role::Edited))
            } else {
                (theme::regular(13.0), palette.soft)
            };
            let words = claim_words::figure(cell.value, unit, currency);
            let galley = ui.painter().layout_no_wrap(words, font, color);
            let place = pos2(right - 12.0 - galley.size().x, middle(galley.size().y));
            if cell.matches {
                let ground = Rect::from_min_max(
                    pos2(
                        (place.x - 24.0).max(right - self.each + 2.0),
                        rect.top() + 2.0,
                    ),
                    pos2(right - 5.0, rect.bottom() - 2.0),
                );
                ui.painter()
                    .rect_filled(ground, 3.0, color.gamma_multiply(0.13));
                let outline = Stroke::new(1.0, color.gamma_multiply(0.35));
                ui.painter()
                    .rect_stroke(ground, 3.0, outline, StrokeKind::Inside);
                let icon = pos2(place.x - 12.0, rect.center().y);
                verdicts::icon(ui.painter(), icon, Verdict::Holds, color);
            }
            ui.painter().galley(place, galley, color);
        }
        let stroke = Stroke::new(1.0, palette.rule);
        ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
    }
}

/// Whose count a column is of: the scenario's own by its number, another by its number and its name.
fn count_words(scenario: &Scenario, fte: Option<Decimal>, count: Option<&String>) -> String {
    let Some(name) = count else {
        return fte.map_or_else(
            || "the scenario\u{2019}s workforce".to_owned(),
            |fte| format!("{} full-time", text::count(fte)),
        );
    };
    let own = scenario.counts.iter().find(|one| one.name == *name);
    match own.and_then(|own| own.fte.get()) {
        Some(fte) => format!("{} full-time, {name}", text::count(fte.get())),
        None => name.clone(),
    }
}
