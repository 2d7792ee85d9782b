//! Where the plot stands, and the room around it.

use rust_decimal::Decimal;

use crate::figure::scene::{Plot, Rect, TextBox};
use crate::figure::{Axis, AxisKind};

/// The plot and the room around it.
pub(super) struct Frame {
    pub(crate) plot: Plot,
    /// The whole body: what labels may use.
    pub(crate) body: Rect,
    /// Labels of vertical rules above the plot, placed already.
    pub(crate) rule_labels: Vec<TextBox>,
    /// Between the plot and the labels of curves, points.
    pub(crate) end_gap: f64,
    /// What is left of the names up the side.
    pub(crate) names: Vec<Vec<String>>,
}

/// Line height of body text, sizes.
pub(super) const LINE: f64 = 1.2;
/// The ends of an axis; half a place of room around categories.
pub(super) fn range(axis: &Axis) -> (Decimal, Decimal) {
    let half = Decimal::new(5, 1);
    match (axis.kind, axis.ticks.first(), axis.ticks.last()) {
        (AxisKind::Category, Some(first), Some(last)) => {
            (axis.low.min(first.at - half), axis.high.max(last.at + half))
        }
        _ => (axis.low, axis.high),
    }
}
