//! Where the marks of a chart stand, for labels to speak of.

use crate::figure::Point;
use crate::figure::scene::{Rect, Spot};

/// A mark that labels may speak of: its series, its values and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(crate) series: usize,
    pub(crate) point: Point,
    pub(crate) at: Spot,
    /// What the label keeps clear of.
    pub(crate) rect: Rect,
}
