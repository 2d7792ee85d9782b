//! All offers' raises as a table, with the manners of a spreadsheet.

mod cells;
pub mod entry;
mod locks;
mod painting;

pub use cells::{RaiseTable, show};

/// The height of a row, in points.
const ROW: f32 = 24.0;
