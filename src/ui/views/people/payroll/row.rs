//! A row of the table in sight, and how large rows are.

use crate::document::payroll::column::Cells;
use crate::scenario::Group;

/// The height of a row, in points.
pub(super) const ROW: f32 = 31.0;
/// The width of the column of numbers.
pub(super) const NUMBERS: f32 = 40.0;

/// A row in sight.
pub(super) struct Line<'a> {
    /// Its number among those shown, from 0.
    pub(crate) row: usize,
    /// The place of its group; none for the new row.
    pub(crate) place: Option<usize>,
    pub(crate) group: Option<&'a Group>,
    pub(crate) cells: &'a Cells<'a>,
    /// The left edges of the columns, counted from the left of the table.
    pub(crate) edges: &'a [f32],
    /// The groups of the rows above and below, from which its name is told apart.
    pub(crate) beside: [Option<&'a Group>; 2],
    /// How many rows there are, the new one included.
    pub(crate) all: usize,
}
