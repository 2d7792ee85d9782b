//! Places and rectangles on a sheet, in points from its top left corner.

#![allow(clippy::float_arithmetic)]

/// A place, points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

#[must_use]
pub fn spot(x: f64, y: f64) -> Spot {
    Spot { x, y }
}

/// An upright rectangle, points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge, not left of the left one.
    pub right: f64,
    /// Bottom edge, not above the top one.
    pub bottom: f64,
}

impl Rect {
    /// From its four edges.
    #[must_use]
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// Around a point.
    #[must_use]
    pub fn around(at: Spot, half_width: f64, half_height: f64) -> Self {
        Self::new(
            at.x - half_width,
            at.y - half_height,
            at.x + half_width,
            at.y + half_height,
        )
    }

    /// Points across.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Points from top to bottom.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The point in its middle.
    #[must_use]
    pub fn centre(&self) -> Spot {
        spot(
            f64::midpoint(self.left, self.right),
            f64::midpoint(self.top, self.bottom),
        )
    }

    /// Whether both have an area in common; touching edges have none.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the other lies within.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }

    /// Larger by so much on every side; smaller where negative.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(
            self.left - by,
            self.top - by,
            self.right + by,
            self.bottom + by,
        )
    }

    /// The same somewhere else.
    #[must_use]
    pub fn moved(&self, x: f64, y: f64) -> Self {
        Self::new(self.left + x, self.top + y, self.right + x, self.bottom + y)
    }
}
