//! A chart's body, from the ground up: key, axes, shades, bars, curves, stems, rules, labels.

#![allow(clippy::float_arithmetic)]

use crate::figure::Chart;
use crate::figure::scene::Rect;

use super::free::Taken;
use super::page::Page;
use super::{axes, columns, framing, key, labels, marks, rules, stems};

/// Lays out a chart in the body.
pub(super) fn lay_out(page: &mut Page, chart: &Chart, body: Rect) {
    let body = key::lay_out(page, chart, body);
    let frame = framing::around(page, chart, body);
    page.scene.plot = Some(frame.plot);
    axes::draw(page, chart, &frame);
    let mut placed = Vec::new();
    let mut taken = Taken::default();
    marks::shades(page, chart, &frame.plot);
    columns::draw(page, chart, &frame.plot, &mut placed, &mut taken);
    axes::zero_line(page, chart, &frame.plot, &mut taken);
    rules::draw(page, chart, &frame, &mut taken);
    marks::curves(page, chart, &frame.plot, &mut taken);
    stems::draw(page, chart, &frame.plot, &mut placed, &mut taken);
    rules::level_labels(page, chart, &frame, &taken);
    taken
        .hard
        .extend(page.scene.texts.iter().map(|text| text.bounds));
    labels::draw(page, chart, &frame, &placed, taken);
}
