//! What can go wrong with keeping, in words for people at the table.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::files::problem::FileError;
use crate::files::system::{Cause, Doing, reason};
use crate::units::visible::path as shown;

/// Why work could not be kept. The program goes on in every case.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KeepingError {
    /// The system names no folder for a program's data.
    #[error(
        "Autosave and backups are off: the system names no folder for a program's data. Save \
         often, or set HOME and start again."
    )]
    NoPlace,
    /// The data folder can't be made or written.
    #[error(
        "Autosave and backups are off: the folder {} can't be used: {why}. Save often; free or \
         repair the folder and start again.",
        shown(path)
    )]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// An autosave failed.
    #[error(
        "Your latest changes are not autosaved: {why}. The autosave before is whole, and it is \
         tried again after a few seconds. Save the file to be safe."
    )]
    Autosave {
        /// What the system says.
        why: String,
    },
    /// A copy of what a save replaced could not be kept.
    #[error(
        "The file is saved, but what it replaced could not be added to the backups: {why}. The \
         version before is in the .bak file beside it."
    )]
    Backup {
        /// What the system says.
        why: String,
    },
    /// Something kept could not be removed.
    #[error(
        "An autosave that is no longer needed could not be removed: {why}. It will be offered at \
         the next start; discard it then."
    )]
    Clearing {
        /// What the system says.
        why: String,
    },
    /// An error of the program's own.
    #[error(
        "Your latest changes are not autosaved, because of an error in the program. The autosave \
         before is whole, and it is tried again after a few seconds. Save the file to be safe."
    )]
    Fault,
    /// The thread that keeps things is gone.
    #[error(
        "Autosave has stopped because of an error in the program. Save the file and start again."
    )]
    Stopped,
}

impl KeepingError {
    pub(super) fn folder(path: &Path, error: &io::Error) -> Self {
        Self::Folder {
            path: path.to_path_buf(),
            why: why(error),
        }
    }

    pub(super) fn autosave(error: &io::Error) -> Self {
        Self::Autosave { why: why(error) }
    }

    pub(super) fn autosave_file(error: &FileError) -> Self {
        let why = match error {
            FileError::System { cause, .. } => reason(Doing::Saving, *cause).0,
            other => other.to_string(),
        };
        Self::Autosave { why }
    }

    pub(super) fn backup(error: &io::Error) -> Self {
        Self::Backup { why: why(error) }
    }

    pub(super) fn clearing(error: &io::Error) -> Self {
        Self::Clearing { why: why(error) }
    }
}

/// Why the system refused, without what to do about it.
pub(super) fn why(error: &io::Error) -> String {
    reason(Doing::Saving, Cause::from(error)).0
}
