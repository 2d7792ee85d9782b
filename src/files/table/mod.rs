//! Groups in a table beside the scenario: a CSV whose name carries its hash.
//!
//! The table is written and read back before the scenario that names it, and an old one goes only when no
//! scenario in the folder names it any more. Killed at any point, the old pair is whole or the new one is.

mod reading;
mod state;
mod writing;

pub use reading::{TableFault, read_table};
pub use state::{TableState, accept_table, is_as_named};
pub(super) use state::{look_beside, real_folder};
pub use writing::{as_table, to_csv};
pub(super) use writing::{guarded, named_in, retire, sweep_unnamed, write_beside};

/// The columns of a table, in the order written.
const COLUMNS: [&str; 10] = [
    "group",
    "market",
    "unit",
    "job",
    "scale",
    "step",
    "headcount",
    "fte",
    "rate",
    "next_step",
];

/// The largest table read, in bytes.
pub(super) const MOST_BYTES: usize = 256_000_000;
/// How many digits of its hash a table's name carries.
const DIGITS: usize = 16;
