//! The system's refusals in plain words, with what to do.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::units::visible::path as shown;

/// Unix: a fault of the disk itself (EIO).
const DISK_FAULT: i32 = 5;
/// Unix: too many files open in the whole system (ENFILE).
const TOO_MANY_IN_SYSTEM: i32 = 23;
/// Unix: too many files open in this program (EMFILE).
const TOO_MANY_HERE: i32 = 24;

/// What was attempted when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Opening a file.
    Opening,
    Saving,
    /// Reading what would be replaced, before saving.
    Comparing,
    /// Keeping its former contents as a backup, before saving.
    BackingUp,
}

/// Why the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// The kind of refusal.
    pub(crate) kind: io::ErrorKind,
    /// The system's own number for it, where it gave one.
    number: Option<i32>,
}

impl Cause {
    /// The cause of a refusal. A folder that is there and takes no file, as one of the system's own, says that the
    /// new file isn't there: that is told as what it is.
    pub(super) fn of(path: &Path, doing: Doing, error: &io::Error) -> Self {
        let cause = Self::from(error);
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let is_there = folder.is_some_and(Path::is_dir);
        if doing == Doing::Saving && cause.kind == ErrorKind::NotFound && is_there {
            let kind = ErrorKind::Unsupported;
            return Self { kind, ..cause };
        }
        cause
    }
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        Self {
            kind: error.kind(),
            number: error.raw_os_error(),
        }
    }
}

/// The whole message: what happened to which file, why, and what to do.
pub(super) fn sentence(path: &Path, doing: Doing, cause: Cause) -> String {
    let (why, todo) = reason(doing, cause);
    let file = shown(path);
    match doing {
        Doing::Opening => format!("{file} can't be opened: {why}. {todo}."),
        Doing::Saving => {
            format!("{file} was not saved: {why}. The file itself is as it was. {todo}.")
        }
        Doing::Comparing => format!(
            "{file} was not saved, because what would be replaced could not be read: {why}. The \
             file itself is as it was. {todo}."
        ),
        Doing::BackingUp => format!(
            "{file} was not saved, because its backup could not be made: {why}. The file itself \
             is as it was. {todo}."
        ),
    }
}

/// Why the system refused, and what to do about it.
pub(super) fn reason(doing: Doing, cause: Cause) -> (String, &'static str) {
    let opening = matches!(doing, Doing::Opening | Doing::Comparing);
    let (why, todo) = match (cause.kind, cause.number) {
        (_, Some(DISK_FAULT)) if cfg!(unix) => (
            "the disk reports a fault",
            if opening {
                "Try again, and copy what you can to another disk"
            } else {
                "Save to another disk"
            },
        ),
        (_, Some(TOO_MANY_HERE | TOO_MANY_IN_SYSTEM)) if cfg!(unix) => (
            "too many files are open on this computer",
            "Close other programs or windows and try again",
        ),
        (ErrorKind::PermissionDenied, _) if opening => (
            "you have no permission to read it",
            "Ask its owner, or whoever looks after the folder",
        ),
        (ErrorKind::PermissionDenied, _) => (
            "you have no permission to change it or to write in its folder",
            "Save to a folder of your own, or ask whoever looks after this one",
        ),
        (ErrorKind::StorageFull, _) => ("the disk is full", "Free some space and save again"),
        (ErrorKind::QuotaExceeded, _) => (
            "your share of the disk is used up",
            "Free some space and save again",
        ),
        (ErrorKind::ReadOnlyFilesystem, _) => (
            "the disk can only be read, not written",
            "Save to another disk",
        ),
        (ErrorKind::NotADirectory, _) => (
            "what is named as its folder is a file",
            "Check the name, or choose another folder",
        ),
        (ErrorKind::NotFound, _) if opening => {
            ("there is no such file", "Check the name and the folder")
        }
        (ErrorKind::Unsupported, _) if !opening => {
            ("its folder takes no files", "Choose another folder")
        }
        (ErrorKind::NotFound, _) => (
            "its folder does not exist",
            "Check the name, or choose another folder",
        ),
        (ErrorKind::InvalidFilename, _) => {
            ("the name is too long or not allowed", "Choose another name")
        }
        (kind, number) => {
            let number = number.map_or(String::new(), |n| format!(", number {n}"));
            let todo = if opening {
                "Try again, or copy the file to another folder first"
            } else {
                "Try again, or save to another folder"
            };
            return (format!("the system refused ({kind}{number})"), todo);
        }
    };
    (why.to_owned(), todo)
}
