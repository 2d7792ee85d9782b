//! Files, as the window uses them: the system's dialogs, changes other programs make, what is kept between
//! saves, term sheets. It answers with data and opens no page of its own.

pub mod file_choice;
pub mod keeping;
pub mod outside;
pub mod region;
pub mod term_sheet;

pub use file_choice::{Chosen, FileChoice, FileDialogs, Purpose, SystemDialogs};
pub use keeping::Keeping;
pub use outside::Outside;
