//! Scenario files: reading and checking them, writing and saving them.
//!
//! [`open()`] and [`check`] take a path, [`read_text`] and [`parse_scenario`] a text; [`save()`]
//! replaces a file so that a crash or a full disk leaves the old one or the new one, whole.
//! [`sweep()`] removes what killed saves left behind. Everything that can go wrong is told by
//! [`FileError`] and [`Problem`], in words for people at the table.

mod disk;
mod example;
mod explain;
mod file_words;
mod given;
pub mod keeping;
mod layout;
mod limits;
mod lock;
mod newer;
mod open;
mod outline;
mod problem;
mod read;
mod reading;
pub mod roster;
mod save;
mod sweep;
mod system;
pub mod table;
mod text;
mod texts;
mod tokens;
mod typed;
mod whole;
mod write;

pub use disk::{Disk, RealDisk, TEMPORARY_PREFIX};
pub use example::example;
pub use given::{is_not_given, may_replace};
pub use limits::MAX_BYTES;
pub use open::{
    Fingerprint, Opened, backup_path, check, fingerprint, has_changed, open, problem_in,
};
pub use problem::{FileError, Problem};
pub use read::{parse_scenario, read_bytes, read_text};
pub use reading::Reading;
pub use save::{Over, SaveOutcome, save, save_on};
pub use sweep::sweep;
pub use system::{Cause, Doing};
pub(crate) use whole::read_small;
pub use whole::{make_folder, write_private, write_private_new, write_whole};
pub use write::{sha256, to_ron};
