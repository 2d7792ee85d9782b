//! Lays a figure out on a sheet: headline, subtitle, chart or table, notes, number and hash.
//!
//! Nothing leaves the sheet and no two texts overlap. What doesn't fit gives way by these rules:
//! a headline shrinks to three quarters, then takes a third line, then ends with `…`; names are
//! wrapped, then end with `…`, their figures stay; notes are said shorter by their weight, then set
//! smaller; tick labels are thinned evenly; labels that find no free place
//! are left out, those of other offers first, then of the edited one, of B, of A, and within an
//! offer the smallest values first. The figure says how many were left out.

#![allow(clippy::float_arithmetic)]

mod arrange;
mod axes;
mod chart;
mod columns;
mod end_labels;
mod frame;
mod framing;
mod free;
mod furniture;
mod key;
mod label_look;
mod labels;
mod marks;
mod notes;
mod page;
pub mod paper;
mod placed;
mod rules;
mod sizes;
mod stems;
mod table;

use super::measure::{Weight, balanced};
use super::position::whole;
use super::scene::{Anchor, Rect, Scene, Sheet, TextBox, TextPart, Type, spot};
use super::{Body, Figure};
use page::Page;

/// Lays out a figure. The same figure and sheet give the same scene.
#[must_use]
pub fn lay_out(figure: &Figure, sheet: Sheet) -> Scene {
    on_page(figure, sheet, None)
}

/// The same as one page of several: its number, from 1, and how many there are.
#[must_use]
pub fn lay_out_page(figure: &Figure, sheet: Sheet, (number, of): (usize, usize)) -> Scene {
    on_page(figure, sheet, Some(format!("Page {number} of {of}")))
}

fn on_page(figure: &Figure, sheet: Sheet, number: Option<String>) -> Scene {
    let mut page = Page::new(figure, sheet);
    page.page = number;
    let body = page.furniture(figure);
    match &figure.body {
        Body::Chart(chart) => chart::lay_out(&mut page, chart, body),
        Body::Table(table) => table::lay_out(&mut page, table, body),
        Body::Empty(message) => say(&mut page, message, body),
    }
    page.finish(figure)
}

/// A calm sentence in the middle of the empty body.
fn say(page: &mut Page, message: &str, body: Rect) {
    let size = page.sizes.subtitle;
    let text = page.drawable(message);
    let room = body.width() * 0.8;
    let most = (body.height() / (size * 1.4)).floor().clamp(1.0, 6.0);
    let lines = balanced(&text, size, Weight::Regular, room, whole(most));
    let look = Type {
        size,
        weight: Weight::Regular,
        colour: page.palette.soft,
    };
    let middle = body.centre();
    let top = middle.y - size * 1.4 * (lines.len() as f64 - 1.0) / 2.0;
    for (at, line) in lines.iter().enumerate() {
        let place = spot(middle.x, top + at as f64 * size * 1.4 + size * 0.3);
        page.write(TextBox::new(
            TextPart::Message,
            line,
            look,
            place,
            Anchor::Middle,
        ));
    }
}
