//! Curves and bands of the lanes.

use eframe::egui::{Color32, Mesh, Painter, Pos2, Shape, Stroke, pos2};

use crate::costing::curves::Sample;
use crate::ui::widgets::axis::{TimeAxis, ValueAxis};
use crate::ui::widgets::theme::Role;

/// A step curve's corners: each value holds until the next.
pub fn step_corners(samples: &[Sample], axis: &TimeAxis, values: &ValueAxis) -> Vec<Pos2> {
    let mut corners: Vec<Pos2> = Vec::with_capacity(samples.len() * 2 + 1);
    for (day, value) in samples {
        let (x, y) = (axis.x_of(*day), values.y_of(*value));
        if let Some(last) = corners.last().copied() {
            corners.push(pos2(x, last.y));
        }
        corners.push(pos2(x, y));
    }
    if let Some(last) = corners.last().copied() {
        corners.push(pos2(axis.x.max, last.y));
    }
    corners
}

/// The points of a cumulative curve.
pub fn points(samples: &[Sample], axis: &TimeAxis, values: &ValueAxis) -> Vec<Pos2> {
    samples
        .iter()
        .map(|(day, value)| pos2(axis.x_of(*day), values.y_of(*value)))
        .collect()
}

/// Draws a curve; B is dashed so that it is told apart without colour.
pub fn curve(painter: &Painter, points: Vec<Pos2>, color: Color32, role: Role) {
    let width = if role == Role::Other { 1.25 } else { 2.0 };
    let stroke = Stroke::new(width, color);
    if role == Role::B {
        painter.extend(Shape::dashed_line(&points, stroke, 6.0, 3.0));
    } else {
        painter.add(Shape::line(points, stroke));
    }
}

/// Fills between a curve and the line below it, both given at the same places.
pub fn band(painter: &Painter, upper: &[Pos2], lower: &[Pos2], color: Color32) {
    let mut mesh = Mesh::default();
    for (up, low) in upper.iter().zip(lower) {
        mesh.colored_vertex(*up, color);
        mesh.colored_vertex(*low, color);
    }
    let pairs = upper.len().min(lower.len());
    for pair in 1..pairs {
        let Ok(base) = u32::try_from((pair - 1) * 2) else {
            return;
        };
        mesh.add_triangle(base, base + 1, base + 2);
        mesh.add_triangle(base + 1, base + 2, base + 3);
    }
    painter.add(Shape::mesh(mesh));
}

/// Moves labels apart: the heights where labels of one height stand in order, without overlap,
/// each as near as it can be to its own.
#[must_use]
#[expect(
    clippy::indexing_slicing,
    reason = "`order` and `places` hold a number for each label wished for, and each turn starts behind the first"
)]
pub fn apart(wanted: &[f32], height: f32, low: f32, high: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut places: Vec<f32> = order.iter().map(|index| wanted[*index]).collect();
    // Twice down and up: first push down from the top, then back up from the bottom.
    for place in 1..places.len() {
        places[place] = places[place].max(places[place - 1] + height);
    }
    if let Some(last) = places.last_mut() {
        *last = last.min(high);
    }
    for place in (1..places.len()).rev() {
        places[place - 1] = places[place - 1].min(places[place] - height);
    }
    if places.first().is_some_and(|first| *first < low) {
        places[0] = low;
        for place in 1..places.len() {
            places[place] = places[place].max(places[place - 1] + height);
        }
    }
    let mut out = vec![0.0; wanted.len()];
    for (place, index) in order.into_iter().enumerate() {
        out[index] = places[place];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_apart_in_their_order() {
        let places = apart(&[50.0, 48.0, 10.0], 14.0, 0.0, 60.0);
        assert!(places[0] - places[1] >= 14.0);
        assert_eq!(places[2], 10.0);
        assert!(places[0] <= 60.0);
    }
}
