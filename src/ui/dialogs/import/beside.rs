//! Beside the columns and the check: every line accounted for, the ledger, what to look at, next month.

use eframe::egui::{
    Align, Align2, Id, Layout, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use rust_decimal::Decimal;

use super::parts::{called, tick, values_menu};
use super::roster_words::{employees, note, outliers};
use super::{Import, Read};
use crate::document::entry;
use crate::document::payroll::column::hours;
use crate::files::roster::{Meaning, OutlierKind, Reconciliation, Staged, Values};
use crate::ui::forms::soft;
use crate::ui::widgets::typed::{self, refuse};
use crate::ui::widgets::{controls, theme};
use crate::units::Currency;
use crate::units::text;

pub(super) fn show(own: &mut Import, ui: &mut Ui, currency: &Currency) {
    controls::section(ui, "Reconciliation");
    let staged = own.staged().cloned();
    match (&own.read, &staged) {
        (_, Some(staged)) => {
            lines(ui, &staged.reconciliation);
            units(own, ui, staged);
        }
        (Read::Asks(_), None) => soft(ui, "Every line is read once the question is answered."),
        (Read::Refused(_), None) => soft(ui, "Nothing is read with these settings."),
        _ => soft(ui, "Reading every line\u{2026}"),
    }
    ledger(own, ui, staged.as_deref(), currency);
    if let Some(staged) = &staged {
        to_look_at(ui, staged);
    }
    controls::section(ui, "Next month");
    ui.horizontal(|ui| {
        ui.label("Keep these columns as");
        let id = Id::unique("name of the profile");
        let name = own.profile.name.clone();
        if let Some(name) = typed::typed(ui, id, "Keep these columns as", &name, 130.0)
            && !name.trim().is_empty()
        {
            // A name alone is no reason to read again.
            let same = own.read_by.as_ref() == Some(&own.profile);
            name.trim().clone_into(&mut own.profile.name);
            if same {
                own.read_by = Some(own.profile.clone());
            }
        }
    });
    soft(
        ui,
        "The next extract then takes two clicks and says what has changed since.",
    );
}

fn lines(ui: &mut Ui, sums: &Reconciliation) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.label("Lines in the file");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(theme::strong(text::count(sums.lines.into()), 19.0));
        });
    });
    controls::rule(ui);
    let rows = [
        ("= employees", sums.employees, true),
        ("+ left out", sums.left_out, false),
        ("+ rejected", sums.rejected, false),
        ("+ blank", sums.blank, false),
        ("+ continued lines", sums.continued, false),
    ];
    for (name, number, bold) in rows {
        if number == 0 && !bold {
            continue;
        }
        ui.horizontal(|ui| {
            let size = 13.5;
            ui.label(if bold {
                theme::strong(name, size)
            } else {
                RichText::new(name).size(size)
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let number = text::count(number.into());
                ui.label(if bold {
                    theme::strong(number, size)
                } else {
                    RichText::new(number).size(size)
                });
            });
        });
        controls::rule(ui);
    }
    let (words, ink) = if sums.is_whole() {
        (
            "every line accounted for",
            palette.text(theme::Role::Edited),
        )
    } else {
        (
            "NOT every line is accounted for; don\u{2019}t import this",
            palette.alarm,
        )
    };
    ui.horizontal(|ui| {
        if sums.is_whole() {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            tick(ui, rect.center(), ink);
        } else {
            crate::ui::widgets::controls::alarm_sign(ui);
        }
        ui.label(theme::strong(words, 13.0).color(ink));
    });
    bar(ui, sums);
}

/// The parts of the file as one bar.
fn bar(ui: &mut Ui, sums: &Reconciliation) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 10.0), Sense::hover());
    let all = sums.lines.max(1) as f32;
    let mut left = rect.left();
    let parts = [
        (sums.employees, palette.faint.gamma_multiply(0.55)),
        (sums.left_out, palette.rule),
        (sums.blank + sums.continued, palette.rule),
        (sums.rejected, palette.alarm),
    ];
    for (number, ink) in parts {
        if number == 0 {
            continue;
        }
        // What is there can be seen, however little it is.
        let width = (rect.width() * number as f32 / all).max(3.0);
        let right = (left + width).min(rect.right());
        let part = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
        ui.painter().rect_filled(part, 1.5, ink);
        left = right + 1.0;
    }
    ui.add_space(4.0);
}

/// Which bargaining units are read.
fn units(own: &mut Import, ui: &mut Ui, staged: &Staged) {
    let mut columns = own.profile.columns.iter();
    let column = columns.find(|one| one.is == Meaning::Unit).cloned();
    let (Some(column), true) = (column, staged.units.len() > 1) else {
        return;
    };
    let all: Vec<String> = staged.units.iter().map(|unit| unit.name.clone()).collect();
    let kept = own
        .profile
        .keep_only
        .iter()
        .find(|one| one.is_of(&column))
        .map(|one| one.values.clone());
    let now = kept.clone().unwrap_or_else(|| all.clone());
    let mut next = now.clone();
    ui.horizontal(|ui| {
        soft(
            ui,
            &format!(
                "Units chosen, {} of {}",
                now.len().min(all.len()),
                all.len()
            ),
        );
        values_menu(ui, &called(&column), &all, &mut next);
    });
    if next != now {
        own.profile.keep_only.retain(|one| !one.is_of(&column));
        if next.len() < all.len() && !next.is_empty() {
            own.profile.keep_only.push(Values {
                header: column.header,
                column: column.column,
                values: next,
            });
        }
    }
}

/// The file's totals beside the ledger's.
fn ledger(own: &mut Import, ui: &mut Ui, staged: Option<&Staged>, currency: &Currency) {
    controls::section(ui, "Against the ledger");
    let before = own.profile.ledger.clone().unwrap_or_default();
    let mut next = before.clone();
    let sums = staged.map(|staged| &staged.reconciliation);
    cells(
        ui,
        ["", "this file", "ledger", "difference"].map(str::to_owned),
        true,
    );
    let heads = sums.map(|sums| Decimal::from(sums.employees));
    let shown = next.headcount.map(Decimal::from);
    let typed = row(ui, "Headcount", (heads, shown), text::count);
    take(
        ui,
        "Headcount",
        typed,
        |text| optional(text, entry::headcount),
        &mut next.headcount,
    );
    let shown = next.fte.map(|fte| fte.get());
    let typed = row(ui, "FTE", (sums.map(|sums| sums.fte), shown), hours);
    take(
        ui,
        "FTE",
        typed,
        |text| optional(text, entry::fte),
        &mut next.fte,
    );
    let shown = next.payroll.map(|pay| pay.get());
    let own_pay = sums.map(|sums| sums.payroll);
    let typed = row(ui, "Payroll", (own_pay, shown), |pay| brief(pay, currency));
    take(
        ui,
        "Payroll",
        typed,
        |text| optional(text, |text| entry::money(text, currency)),
        &mut next.payroll,
    );
    ui.horizontal(|ui| {
        soft(ui, "Source");
        let id = Id::unique("source of the ledger");
        let width = (ui.available_width() - 20.0).max(80.0);
        if let Some(source) = typed::typed(
            ui,
            id,
            "Source of the ledger\u{2019}s totals",
            &next.source,
            width,
        ) {
            source.trim().clone_into(&mut next.source);
        }
    });
    if next != before {
        // Totals to compare with are no reason to read again.
        let same = own.read_by.as_ref() == Some(&own.profile);
        own.profile.ledger = (!next.is_empty() || !next.source.is_empty()).then_some(next);
        if same {
            own.read_by = Some(own.profile.clone());
        }
    }
}

fn brief(value: Decimal, currency: &Currency) -> String {
    if value.abs() >= Decimal::from(100_000_000) {
        currency.short(value)
    } else {
        currency.whole(value)
    }
}

fn optional<T>(typed: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    read(typed).map(Some)
}

fn field_id(name: &str) -> Id {
    Id::unique(("roster against the ledger", name))
}

/// Where the columns of the comparison end, in points from the left.
const ENDS: [f32; 4] = [70.0, 142.0, 234.0, 294.0];

/// One line of the comparison, its cells at the right of their columns; answers with the room of the field.
fn cells(ui: &mut Ui, texts: [String; 4], lesser: bool) -> Rect {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let label = texts.join(" ");
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, label.trim()));
    for (number, (text, end)) in texts.iter().zip(ENDS).enumerate() {
        let (x, align) = if number == 0 {
            (rect.left(), Align2::LEFT_CENTER)
        } else {
            (rect.left() + end, Align2::RIGHT_CENTER)
        };
        let (font, ink) = match (lesser, number) {
            (true, _) => (theme::regular(12.5), palette.soft),
            (false, 1) => (theme::semibold(13.5), palette.ink),
            (false, _) => (theme::regular(13.5), palette.ink),
        };
        ui.painter()
            .text(pos2(x, rect.center().y), align, text, font, ink);
    }
    let left = rect.left() + ENDS[1] + 8.0;
    Rect::from_min_max(
        pos2(left, rect.top() + 1.0),
        pos2(rect.left() + ENDS[2], rect.bottom() - 1.0),
    )
}

/// A figure of this file, the ledger's in a field, and the difference.
fn row(
    ui: &mut Ui,
    name: &str,
    (own, ledger): (Option<Decimal>, Option<Decimal>),
    say: impl Fn(Decimal) -> String + Copy,
) -> Option<String> {
    let apart = own.zip(ledger).and_then(|(own, ledger)| {
        let share = own.checked_sub(ledger)?.checked_div(ledger)?;
        share.checked_mul(Decimal::ONE_HUNDRED)
    });
    let texts = [
        name.to_owned(),
        own.map_or_else(String::new, say),
        String::new(),
        apart.map_or_else(String::new, text::percent_two),
    ];
    let room = cells(ui, texts, false);
    let shown = ledger.map_or_else(String::new, say);
    let spoken = format!("Ledger\u{2019}s {}", name.to_lowercase());
    let mut child = ui.new_child(UiBuilder::new().max_rect(room));
    typed::typed(&mut child, field_id(name), &spoken, &shown, room.width())
}

fn take<T>(
    ui: &Ui,
    name: &str,
    typed: Option<String>,
    read: impl Fn(&str) -> Result<Option<T>, String>,
    into: &mut Option<T>,
) {
    let Some(text) = typed else { return };
    match read(&text) {
        Ok(value) => *into = value,
        Err(words) => refuse(ui, field_id(name), &text, &words),
    }
}

fn to_look_at(ui: &mut Ui, staged: &Staged) {
    let off = staged.off_scale.employees();
    let below = outliers(staged, OutlierKind::BelowMinimum);
    let above = outliers(staged, OutlierKind::AboveMedian);
    if off == 0 && below.is_none() && above.is_none() && staged.notes.is_empty() {
        return;
    }
    controls::section(ui, "To look at");
    if off > 0 {
        controls::figure_row(ui, "Rates off their scale", &employees(off));
    }
    if let Some((heads, _)) = below {
        controls::figure_row(
            ui,
            "Below the minimum wage",
            &format!("{} to confirm", text::count(heads.into())),
        );
    }
    if let Some((heads, _)) = above {
        controls::figure_row(
            ui,
            "Far above the median",
            &format!("{} to confirm", text::count(heads.into())),
        );
    }
    for one in &staged.notes {
        soft(ui, &note(one));
    }
}
