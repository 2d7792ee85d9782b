//! Shades, curves and the heads of stems.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use crate::figure::palette::{HeadShape, Rgb, Theme, dash, head};
use crate::figure::scene::{Outline, Part, Plot, Rect, Shape, Spot, Stroke, spot};
use crate::figure::{Chart, Mark, Role, Series};

use super::free::{Taken, along};
use super::page::Page;

/// The width of an offer's line, points.
pub(super) fn line_width(page: &Page, role: Role) -> f64 {
    let width = page.sizes.body * 0.15;
    if role == Role::Other {
        width * 0.75
    } else {
        width
    }
}

/// The line of a series.
pub(super) fn stroke(page: &Page, series: &Series) -> Stroke {
    let role = series.role;
    let width = line_width(page, role);
    Stroke {
        colour: page.mark(series),
        width,
        dash: dash(role).iter().map(|part| part * width).collect(),
    }
}

/// The places of a series, steps with their corners; the last step holds to the end of the axis.
fn places(series: &Series, plot: &Plot) -> Vec<Spot> {
    let mut places: Vec<Spot> = Vec::with_capacity(series.points.len() * 2);
    for point in &series.points {
        let at = plot.place(point.x, point.y);
        if is_held(series)
            && let Some(last) = places.last()
        {
            places.push(spot(at.x, last.y));
        }
        places.push(at);
    }
    if is_held(series)
        && let Some(last) = places.last().copied()
        && last.x < plot.x.to
    {
        places.push(spot(plot.x.to, last.y));
    }
    places.dedup();
    places
}

/// Whether each value holds until the next.
fn is_held(series: &Series) -> bool {
    matches!(series.mark, Mark::Steps | Mark::Edge)
}

fn is_curve(series: &Series) -> bool {
    matches!(series.mark, Mark::Line | Mark::Steps)
}

/// Areas between two curves, or between a curve and zero.
pub(super) fn shades(page: &mut Page, chart: &Chart, plot: &Plot) {
    let strength = match page.scene.sheet.theme {
        Theme::Light => 0.11,
        Theme::Dark => 0.18,
        Theme::Grey => 0.09,
    };
    for shade in &chart.shades {
        let Some(of) = chart
            .series
            .get(shade.of)
            .filter(|one| is_curve(one) || one.mark == Mark::Edge)
        else {
            continue;
        };
        let mut outline = places(of, plot);
        let back = match shade.to.and_then(|to| chart.series.get(to)) {
            Some(to) => places(to, plot),
            None => {
                let zero = plot.y.place(Decimal::ZERO);
                let ends = [outline.first(), outline.last()];
                ends.into_iter()
                    .flatten()
                    .map(|end| spot(end.x, zero))
                    .collect()
            }
        };
        outline.extend(back.into_iter().rev());
        if outline.len() < 3 {
            continue;
        }
        let colour = match page.scene.sheet.theme {
            Theme::Grey => page.palette.ink,
            Theme::Light | Theme::Dark => page.mark(of),
        };
        let shade = Shape {
            part: Part::Shade,
            outline: Outline::Area(outline),
            fill: Some((colour, strength)),
            stroke: None,
        };
        page.paint([shade]);
    }
}

/// Curves, in the order of the series.
pub(super) fn curves(page: &mut Page, chart: &Chart, plot: &Plot, taken: &mut Taken) {
    for series in chart.series.iter().filter(|one| is_curve(one)) {
        let places = places(series, plot);
        for [a, b] in places.array_windows() {
            taken.lines.extend(along(*a, *b));
        }
        if places.len() < 2 {
            continue;
        }
        let curve = Shape {
            part: Part::Curve,
            outline: Outline::Line(places),
            fill: None,
            stroke: Some(stroke(page, series)),
        };
        page.paint([curve]);
    }
}

/// A head, filled or open, with a thin edge of the ground so that heads in a crowd stay apart.
pub(super) fn head_shape(
    page: &Page,
    part: Part,
    (role, colour): (Role, Rgb),
    centre: Spot,
    radius: f64,
) -> Shape {
    let paper = page.palette.paper;
    let edge = |colour: Rgb, width: f64| Stroke {
        colour,
        width,
        dash: Vec::new(),
    };
    let corners = |reach: f64| {
        vec![
            spot(centre.x, centre.y - reach),
            spot(centre.x + reach, centre.y),
            spot(centre.x, centre.y + reach),
            spot(centre.x - reach, centre.y),
        ]
    };
    let thin = (radius * 0.16).min(1.0);
    let (outline, fill, stroke) = match head(role) {
        HeadShape::Circle => (
            Outline::Circle { centre, radius },
            colour,
            edge(paper, thin),
        ),
        HeadShape::Diamond => (
            Outline::Area(corners(radius * 1.2)),
            colour,
            edge(paper, thin),
        ),
        HeadShape::OpenCircle => {
            let width = radius * 0.4;
            let radius = radius - width * 0.35;
            let circle = Outline::Circle { centre, radius };
            (circle, paper, edge(colour, width))
        }
        HeadShape::Square => (
            Outline::Rect(Rect::around(centre, radius * 0.85, radius * 0.85)),
            colour,
            edge(paper, thin),
        ),
    };
    Shape {
        part,
        outline,
        fill: Some((fill, 1.0)),
        stroke: Some(stroke),
    }
}

/// A head filled in its left half: what it stands for is for some only. Its shape stays its role's.
pub(super) fn half_shape(
    page: &Page,
    (role, colour): (Role, Rgb),
    centre: Spot,
    radius: f64,
) -> Vec<Shape> {
    let paper = page.palette.paper;
    let width = radius * 0.22;
    let edge = Stroke {
        colour,
        width,
        dash: Vec::new(),
    };
    let whole = head_shape(
        page,
        Part::Head,
        (role, colour),
        centre,
        radius - width / 2.0,
    );
    let half = match head(role) {
        HeadShape::Circle | HeadShape::OpenCircle => {
            let reach = radius - width / 2.0;
            // Twelve corners of a half circle this small look round.
            (0..=12)
                .map(|step| {
                    let angle =
                        std::f64::consts::FRAC_PI_2 + f64::from(step) * std::f64::consts::PI / 12.0;
                    spot(
                        centre.x + reach * angle.cos(),
                        centre.y - reach * angle.sin(),
                    )
                })
                .collect()
        }
        HeadShape::Diamond => {
            let reach = (radius - width / 2.0) * 1.2;
            vec![
                spot(centre.x, centre.y - reach),
                spot(centre.x - reach, centre.y),
                spot(centre.x, centre.y + reach),
            ]
        }
        HeadShape::Square => {
            let reach = (radius - width / 2.0) * 0.85;
            vec![
                spot(centre.x, centre.y - reach),
                spot(centre.x - reach, centre.y - reach),
                spot(centre.x - reach, centre.y + reach),
                spot(centre.x, centre.y + reach),
            ]
        }
    };
    vec![
        Shape {
            fill: Some((paper, 1.0)),
            stroke: Some(edge),
            ..whole
        },
        Shape {
            part: Part::Head,
            outline: Outline::Area(half),
            fill: Some((colour, 1.0)),
            stroke: None,
        },
    ]
}
