//! Rejected lines, alike ones together, and what is kept of a roster.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Button, Galley, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Import;
use super::roster_words::lines;
use crate::document::payroll::of_groups;
use crate::files::roster::{Alike, Reason, Staged};
use crate::scenario::banding::FEWEST;
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Disk};
use crate::ui::widgets::{controls, theme};
use crate::units::text;

/// How many kinds of rejected lines are listed.
const MOST: usize = 12;
const ROW: f32 = 27.0;
/// Where what stands in a cell begins, and why its line is rejected, in points from the left.
const THERE: f32 = 186.0;
const WHY: f32 = 296.0;

/// Paints the rejected lines.
pub(super) fn show(own: &Import, ui: &mut Ui) {
    let Some(staged) = own.staged() else { return };
    if staged.reconciliation.rejected == 0 {
        return;
    }
    title(ui, staged, None);
    list(ui, staged);
}

/// The same, with a way to save them.
pub(super) fn show_to_save(own: &Import, ui: &mut Ui, actions: &mut Actions) {
    let Some(staged) = own.staged() else { return };
    if staged.reconciliation.rejected == 0 {
        soft(ui, "No line is rejected.");
        return;
    }
    title(ui, staged, Some(actions));
    list(ui, staged);
}

fn title(ui: &mut Ui, staged: &Arc<Staged>, actions: Option<&mut Actions>) {
    let palette = theme::palette(ui);
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let title = theme::strong("Rejected lines", 12.0).color(palette.soft);
        ui.label(title.extra_letter_spacing(0.6));
        let number = text::count(staged.reconciliation.rejected.into());
        let words = format!("{number}, each with its line and reason");
        ui.label(RichText::new(words).size(12.5).color(palette.soft));
        if let Some(actions) = actions
            && ui.add(Button::new("Save as CSV\u{2026}").small()).clicked()
        {
            actions.disk(Disk::SaveRejected(staged.clone()));
        }
    });
    ui.add_space(2.0);
}

fn list(ui: &mut Ui, staged: &Staged) {
    let palette = theme::palette(ui);
    controls::card(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        for (number, alike) in staged.rejected_alike.iter().take(MOST).enumerate() {
            kind(ui, staged, alike, number > 0);
        }
        let more = staged.rejected_alike.len().saturating_sub(MOST);
        if more > 0 {
            soft(ui, &format!("and {more} more reasons"));
        }
    });
}

/// One kind of rejected lines: the first of them, its column, what stands there, why, and how many there are.
fn kind(ui: &mut Ui, staged: &Staged, alike: &Alike, ruled: bool) {
    let palette = theme::palette(ui);
    let header = alike.header.clone().unwrap_or_default();
    let there = there(staged, alike);
    let reason = super::capital(&alike.reason.to_string());
    let line = format!("line {}", text::count(alike.first_line.into()));
    let like = format!("{} like this", lines(alike.count));
    let wide = ui.available_width();
    let painter = ui.painter().clone();
    let cell = |words: &str, font, ink, room: f32| {
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font, ink);
        job.wrap = TextWrapping::truncate_at_width(room);
        painter.layout_job(job)
    };
    let font = theme::regular(13.0);
    let like = cell(&like, font.clone(), palette.soft, wide);
    let room = (wide - WHY - like.size().x - 14.0).max(80.0);
    let why = ui
        .painter()
        .layout(reason.clone(), font.clone(), palette.ink, room);
    let tall = ROW.max(why.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, tall), Sense::hover());
    let label = format!("{line}, {header}: {reason}; {}", like.text());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &label));
    let painter = painter.with_clip_rect(rect.intersect(ui.clip_rect()));
    if ruled {
        painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, palette.rule));
    }
    let put = |x: f32, galley: Arc<Galley>| {
        let at = pos2(rect.left() + x, rect.top() + (ROW - 16.0) / 2.0);
        painter.galley(at, galley, palette.ink);
    };
    let line = cell(&line, font.clone(), palette.soft, 78.0);
    put(78.0 - line.size().x, line);
    put(92.0, cell(&header, font, palette.soft, THERE - 100.0));
    let bold = theme::semibold(13.0);
    put(THERE, cell(&there, bold, palette.ink, WHY - THERE - 8.0));
    put(WHY, why);
    put(wide - like.size().x, like);
}

/// What stands in the cell that the first of them is rejected for; never who it is.
fn there(staged: &Staged, alike: &Alike) -> String {
    match alike.reason {
        Reason::Empty(_) | Reason::NoRateOnScale { .. } => return "empty".to_owned(),
        Reason::Doubled { .. } => return "doubled".to_owned(),
        _ => {}
    }
    let shown = staged
        .rejected
        .iter()
        .find(|one| one.line == alike.first_line && one.header == alike.header);
    shown.map_or_else(String::new, |one| one.shown.clone())
}

/// Paints what is kept of the roster, and what isn't.
pub(super) fn kept(own: &Import, ui: &mut Ui) {
    let Some(staged) = own.staged() else { return };
    controls::section(ui, "What is kept");
    let small = staged
        .groups
        .iter()
        .filter(|group| group.headcount.get().is_some_and(|heads| heads < FEWEST))
        .count();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let groups = format!("{} of equal pay:", of_groups(staged.groups.len()));
        ui.label(theme::strong(groups, 13.5));
        ui.label(
            "market, unit, job, scale, step, rate and day of the next step, with headcount and FTE",
        );
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let words = "No names, no employee numbers, no lines of this file.";
        ui.label(theme::strong(words, 13.5));
        if small > 0 {
            let words = format!(
                "{} under {FEWEST} employees stay beside the scenario, joined in shared copies.",
                of_groups(small)
            );
            let soft = theme::palette(ui).soft;
            ui.label(RichText::new(words).color(soft));
        }
    });
}
