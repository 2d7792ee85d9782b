//! The columns of the list of claims, and texts set in them.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, FontId, Galley, Ui};

use crate::ui::widgets::theme;

/// Where the columns begin, from the left edge, and how wide they are, in points.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    pub(super) width: f32,
    /// Who says it and when.
    pub(super) who: Column,
    pub(super) said: Column,
    /// What the model finds.
    pub(super) finds: Column,
    pub(super) verdict: Column,
    /// What would make it exactly true; not there where the window is narrow.
    pub(super) with: Option<Column>,
}

#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
}

/// What lies left of the first text: the triangle and the side's mark.
const MARKS: f32 = 40.0;
/// Between columns.
const GAP: f32 = 12.0;
/// The least room two texts need side by side.
const LEAST_FOR_BOTH: f32 = 380.0;

impl Columns {
    /// The columns of a list this wide.
    #[must_use]
    pub fn of(width: f32) -> Self {
        let narrow = width < 700.0;
        let (who, finds, verdict) = if narrow {
            (78.0, 86.0, 150.0)
        } else {
            (84.0, 96.0, 172.0)
        };
        let rest = (width - MARKS - who - finds - verdict - 4.0 * GAP).max(80.0);
        let both = rest >= LEAST_FOR_BOTH;
        let said = if both { rest * 0.53 } else { rest };
        let column = |left: f32, width: f32| Column { left, width };
        let said_left = MARKS + who + GAP;
        let finds_left = said_left + said + GAP;
        let verdict_left = finds_left + finds + GAP;
        let with_left = verdict_left + verdict + GAP;
        Self {
            width,
            who: column(MARKS, who),
            said: column(said_left, said),
            finds: column(finds_left, finds),
            verdict: column(verdict_left, verdict),
            with: both.then(|| column(with_left, (width - with_left).max(60.0))),
        }
    }
}

/// A text broken within a width, cut after some rows.
#[must_use]
pub fn broken(
    ui: &Ui,
    words: &str,
    (font, color): (FontId, Color32),
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), font, color, width.max(20.0));
    job.wrap.max_rows = rows;
    ui.painter().layout_job(job)
}

/// A text of a row's second line.
#[must_use]
pub fn lesser(ui: &Ui, words: &str, width: f32, rows: usize) -> Arc<Galley> {
    let soft = theme::palette(ui).soft;
    broken(ui, words, (theme::regular(13.0), soft), width, rows)
}

/// A text of a row's first line.
#[must_use]
pub fn strong(ui: &Ui, words: &str, width: f32, rows: usize) -> Arc<Galley> {
    let ink = theme::palette(ui).ink;
    broken(ui, words, (theme::semibold(13.5), ink), width, rows)
}
