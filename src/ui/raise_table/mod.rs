//! All offers' terms by date, with the manners of a spreadsheet.

mod cells;
mod columns;
pub mod entry;
mod kept;
mod line;
mod locks;
mod painting;
mod row_cell;

pub use cells::show;
pub use kept::RaiseTable;

/// The height of a row: a number with its kind beneath, in points.
pub const ROW: f32 = 34.0;
/// The height of the two rows of dates above, in points.
pub const HEADER: f32 = 38.0;
