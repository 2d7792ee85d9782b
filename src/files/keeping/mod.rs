//! Keeping work safe between saves: autosave, recovery, backups, who has a document open, crash
//! notes.
//!
//! The window holds one [`Keeper`]. Everything lives in the [`DataFolder`], private to the user:
//!
//! - `autosaves/` the edited, unsaved documents of each running program ([`Autosave`]); what dead
//!   programs left there is offered at the next start ([`Recovery`]),
//! - `set-aside/` autosaves that can't be read,
//! - `backups/` what the last ten saves of each document replaced ([`Backups`]),
//! - `crashes/` where the program stopped unexpectedly ([`crash`]).
//!
//! Only the [`DocumentLock`] lies beside the document itself.
//!
//! What the window calls:
//!
//! | when | call |
//! |---|---|
//! | the program starts | [`core_dump::forbid`], [`DataFolder::standard`], [`preferences::look_over`], [`crash::install`], [`Recovery::look`], [`Keeper::start`] |
//! | a document is opened or begun | [`Keeper::opened`] |
//! | the user takes recovered work | [`Keeper::recover`]; else [`LostWork::discard`], or neither: then it is offered again |
//! | each frame | [`Keeper::tick`], then draw again at the time it returns |
//! | a save succeeded | [`Keeper::saved`] |
//! | the window closes, nothing unsaved is wanted | [`Keeper::close`] |

mod about;
mod autosave;
mod backups;
pub mod core_dump;
pub mod crash;
mod data_folder;
mod document_lock;
mod error;
mod keeper;
pub mod preferences;
mod private_disk;
mod recovery;
mod schedule;
mod slot;
mod times_and_names;
mod worker;

pub use about::Original;
pub use autosave::Autosave;
pub use backups::{Backup, Backups, MOST_BACKUPS};
pub use data_folder::DataFolder;
pub use document_lock::{Claim, DocumentLock, Holder};
pub use error::KeepingError;
pub use keeper::{AutosaveStatus, Keeper};
pub use recovery::{FileSince, LostWork, Recovery};
pub use schedule::{Pace, Schedule};
pub use times_and_names::ago;
