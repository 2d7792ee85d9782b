//! How pay, hours and scales are measured, and which lines are left out.

use eframe::egui::{Align, Align2, Id, Layout, Sense, Ui, vec2};

use super::Import;
use super::parts::{called, is_at, values_menu};
use crate::document::{entry, words};
use crate::files::roster::{
    ColumnUse, FteMeasure, MOST_VALUES, Meaning, PaidFor, Pay, Preview, SameId, ScaleSource, Values,
};
use crate::scenario::{Rounding, ScaleStep};
use crate::ui::forms::{pick, soft};
use crate::ui::state::Context;
use crate::ui::widgets::theme;
use crate::ui::widgets::typed::{refuse, typed};
use crate::units::{HoursPerYear, text};

/// The room for the names of the measures at the left and at the right, in points.
const SHORT: f32 = 78.0;
const LONG: f32 = 160.0;

pub(super) fn show(own: &mut Import, ui: &mut Ui, context: &Context) {
    ui.add_space(6.0);
    line(ui, own, as_of, pay);
    line(ui, own, fte, paid_for);
    line(
        ui,
        own,
        |own, ui, names| scales(own, ui, context, names),
        same_id,
    );
    left_out(own, ui);
}

/// Two measures side by side; one under the other where there is no room.
fn line(
    ui: &mut Ui,
    own: &mut Import,
    left: impl FnOnce(&mut Import, &mut Ui, f32),
    right: impl FnOnce(&mut Import, &mut Ui, f32),
) {
    let wide = ui.available_width() > 620.0;
    if wide {
        ui.horizontal(|ui| {
            cell(ui, 370.0, |ui| left(own, ui, SHORT));
            cell(ui, 380.0, |ui| right(own, ui, LONG));
        });
    } else {
        let all = ui.available_width();
        cell(ui, all, |ui| left(own, ui, LONG));
        cell(ui, all, |ui| right(own, ui, LONG));
    }
}

/// Room of a width for one measure.
fn cell(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, 30.0), layout, |ui| {
        ui.set_min_width(width);
        contents(ui);
    });
}

/// What a measure is called, in a column of its own.
fn named(ui: &mut Ui, words: &str, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    let font = theme::regular(12.5);
    let ink = theme::palette(ui).soft;
    ui.painter()
        .text(rect.left_center(), Align2::LEFT_CENTER, words, font, ink);
}

fn as_of(own: &mut Import, ui: &mut Ui, names: f32) {
    named(ui, "Rates as of", names);
    let id = Id::unique("roster's day of the rates");
    let now = words::date(own.profile.rates_as_of);
    if let Some(text) = typed(ui, id, "Rates as of", &now, 110.0) {
        match entry::date(&text) {
            Ok(day) => own.profile.rates_as_of = day,
            Err(words) => refuse(ui, id, &text, &words),
        }
    }
}

fn hours(ui: &mut Ui, spoken: &'static str, now: HoursPerYear) -> Option<HoursPerYear> {
    let id = Id::unique(("hours of the roster", spoken));
    let shown = text::plain(now.get());
    let text = typed(ui, id, spoken, &shown, 54.0)?;
    match entry::hours(&text) {
        Ok(hours) => Some(hours),
        Err(words) => {
            refuse(ui, id, &text, &words);
            None
        }
    }
}

fn of(digits: &str) -> HoursPerYear {
    entry::hours(digits).unwrap_or_default()
}

fn pay(own: &mut Import, ui: &mut Ui, names: f32) {
    named(ui, "Pay is", names);
    ui.horizontal(|ui| {
        let all = [
            (0, "an hour"),
            (1, "a year"),
            (2, "a month"),
            (3, "a pay period of \u{2026} hours"),
            (4, "a pay period, hours in a column"),
        ];
        let mut kind = match own.profile.pay {
            Pay::Hourly => 0,
            Pay::Annual => 1,
            Pay::Monthly => 2,
            Pay::PerPeriod(_) => 3,
            Pay::PerPeriodHours => 4,
        };
        let before = kind;
        pick(ui, "Pay is", &mut kind, &all);
        if kind != before {
            own.profile.pay = match kind {
                1 => Pay::Annual,
                2 => Pay::Monthly,
                3 => Pay::PerPeriod(of("80")),
                4 => Pay::PerPeriodHours,
                _ => Pay::Hourly,
            };
            own.profile.rounding = Rounding::Cent;
        }
        if let Pay::PerPeriod(now) = own.profile.pay
            && let Some(hours) = hours(ui, "Hours of a pay period", now)
        {
            own.profile.pay = Pay::PerPeriod(hours);
        }
    });
}

fn fte(own: &mut Import, ui: &mut Ui, names: f32) {
    named(ui, "FTE is", names);
    ui.horizontal(|ui| {
        let all = [
            (0, "a share of full time"),
            (1, "weekly hours, full time"),
            (2, "yearly hours, full time"),
        ];
        let mut kind = match own.profile.fte {
            FteMeasure::Share => 0,
            FteMeasure::WeeklyHours(_) => 1,
            FteMeasure::YearlyHours(_) => 2,
        };
        let before = kind;
        pick(ui, "FTE is", &mut kind, &all);
        if kind != before {
            own.profile.fte = match kind {
                1 => FteMeasure::WeeklyHours(of("40")),
                2 => FteMeasure::YearlyHours(of("2080")),
                _ => FteMeasure::Share,
            };
        }
        let now = own.profile.fte.full();
        if let Some(full) = now.and_then(|now| hours(ui, "Hours of full time", now)) {
            own.profile.fte = match own.profile.fte {
                FteMeasure::YearlyHours(_) => FteMeasure::YearlyHours(full),
                _ => FteMeasure::WeeklyHours(full),
            };
        }
    });
}

fn paid_for(own: &mut Import, ui: &mut Ui, names: f32) {
    named(ui, "Pay is for", names);
    let all = [
        (PaidFor::FullTime, "full time"),
        (PaidFor::OwnHours, "the hours each works"),
    ];
    pick(ui, "Pay is for", &mut own.profile.paid_for, &all);
}

fn scales(own: &mut Import, ui: &mut Ui, context: &Context, names: f32) {
    named(ui, "Scales", names);
    let known = context.scenario().workforce.scales.len();
    let case = match known {
        0 => "none: this case has none".to_owned(),
        1 => "the one of this case".to_owned(),
        known => format!("the {known} of this case"),
    };
    let all = [
        (false, case.as_str()),
        (true, "from this file: the rate most have"),
    ];
    let before = matches!(own.profile.scales, ScaleSource::Roster(_));
    let mut from_file = before;
    pick(ui, "Scales", &mut from_file, &all);
    if from_file != before {
        own.profile.scales = if from_file {
            ScaleSource::Roster(ScaleStep::USUAL_MONTHS)
        } else {
            ScaleSource::Scenario
        };
    }
}

fn same_id(own: &mut Import, ui: &mut Ui, names: f32) {
    named(ui, "A second line of one person", names);
    let all = [
        (SameId::Rejected, "is a mistake: rejected"),
        (SameId::AnotherPost, "is another post: both count"),
    ];
    pick(
        ui,
        "A second line of one person",
        &mut own.profile.same_id,
        &all,
    );
}

/// For each column lines are left out by: the values of lines to leave out.
fn left_out(own: &mut Import, ui: &mut Ui) {
    let filters = own.profile.columns.iter();
    let filters: Vec<ColumnUse> = filters
        .filter(|one| one.is == Meaning::Filter)
        .cloned()
        .collect();
    for column in filters {
        let called = called(&column);
        let of_this = |one: &Values| one.is_of(&column);
        let out = own.profile.leave_out.iter().find(|one| of_this(one));
        let out = out.map_or_else(Vec::new, |one| one.values.clone());
        // The whole file's where it was read: the value that matters may come late in it.
        let read = own.staged().and_then(|staged| {
            let mut all = staged.values.iter();
            all.find(|one| one.column == column)
                .map(|one| one.values.clone())
        });
        let values = match read {
            Some(Some(values)) => values,
            Some(None) => {
                let words = format!(
                    "Lines can\u{2019}t be left out by {called}: it holds more than {MOST_VALUES} values."
                );
                soft(ui, &words);
                own.profile.leave_out.retain(|one| !of_this(one));
                continue;
            }
            None => previewed(source_of(own), &column),
        };
        let mut next = out.clone();
        ui.horizontal(|ui| {
            soft(ui, &format!("Leave out lines where {called} is"));
            values_menu(ui, &called, &values, &mut next);
        });
        if next != out {
            own.profile.leave_out.retain(|one| !of_this(one));
            if !next.is_empty() {
                own.profile.leave_out.push(Values {
                    header: column.header.clone(),
                    column: column.column,
                    values: next,
                });
            }
        }
    }
}

fn source_of(own: &Import) -> Option<&Preview> {
    own.source.as_ref().map(|source| &source.preview)
}

/// The values of a column in the first lines.
fn previewed(preview: Option<&Preview>, column: &ColumnUse) -> Vec<String> {
    let Some(preview) = preview else {
        return Vec::new();
    };
    let headers = &preview.headers;
    let at = (0..headers.len()).find(|at| is_at(column, headers, *at));
    let mut values: Vec<String> = Vec::new();
    for (_, row) in &preview.rows {
        let value = at.and_then(|at| row.get(at)).map(|value| value.trim());
        if let Some(value) = value.filter(|value| values.iter().all(|own| own != value))
            && values.len() < MOST_VALUES
        {
            values.push(value.to_owned());
        }
    }
    values.sort_by_cached_key(|value| text::as_read(value));
    values
}
