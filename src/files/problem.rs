//! What is wrong, where, and what to do: in words for people at the table.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::limits::MAX_BYTES;
use super::system::{self, Cause, Doing};
use crate::scenario::{Fault, Severity};
use crate::units::visible::path as shown;

/// Something wrong or doubtful at a place in a scenario file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether the scenario can be used in spite of it.
    pub severity: Severity,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The place in words, such as `offer "Union counter", clause 3`; empty for the whole file.
    pub place: String,
    /// What is wrong and what to do, as the command line says it.
    pub message: String,
    /// The rule that is broken, for who says it in a style of their own; none where the text can't be read.
    pub(crate) fault: Option<Box<Fault>>,
    /// Whether the file looks damaged or cut off rather than mistyped, so that its backup helps.
    pub damaged: bool,
}

impl fmt::Display for Problem {
    /// `line 12, column 9, offer "Union counter", clause 3: …`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if !self.place.is_empty() {
            write!(f, ", {}", self.place)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Why a file could not be opened or saved. Each message says what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FileError {
    /// No such file.
    #[error(
        "{} does not exist; check the name and the folder{}",
        shown(path),
        or_backup(backup)
    )]
    Missing {
        /// The file asked for.
        path: PathBuf,
        /// Its backup, where there is one.
        backup: Option<PathBuf>,
    },
    /// A folder where a file belongs.
    #[error("{} is a folder; choose a file in it", shown(.0))]
    Folder(PathBuf),
    /// A device or the like.
    #[error("{} is not an ordinary file; choose another", shown(.0))]
    NotAFile(PathBuf),
    /// Over the size limit.
    #[error("{}the file is larger than {} MB, far more than a scenario can be; check that it is one", prefix(path), MAX_BYTES / 1_000_000)]
    TooLarge {
        /// The file, if it was one.
        path: Option<PathBuf>,
    },
    /// Something in the text.
    #[error("{}{problem}{}{}", prefix(path), and_more(*more), or_backup(backup))]
    Content {
        /// The file, if it was one.
        path: Option<PathBuf>,
        /// The first problem.
        problem: Box<Problem>,
        /// How many further errors there are.
        more: usize,
        /// The file's backup, where there is one and it may help.
        backup: Option<PathBuf>,
    },
    /// Written by a newer version of the program, in a way this one can't read.
    #[error(
        "{}the file was written by a newer version of the program (format {version}; this one reads format {}), and can't be read here: {why}. Update the program.",
        prefix(path),
        crate::scenario::VERSION
    )]
    Newer {
        /// The file, if it was one.
        path: Option<PathBuf>,
        /// The format's version.
        version: u32,
        /// What can't be read.
        why: String,
    },
    /// The file at hand is of a newer version, and saving would lose what this one doesn't know.
    #[error(
        "{} was written by a newer version of the program (format {version}); saving over it would lose what this one doesn't know. Save under another name, or update the program.",
        shown(path)
    )]
    WouldLoseNewer {
        /// The file that was to be replaced.
        path: PathBuf,
        /// Its format's version.
        version: u32,
    },
    /// Changed by someone else since it was opened or last saved.
    #[error("{} has been changed by another window or program since it was opened here; nothing was saved. Open it again to see the change, save under another name, or overwrite it.", shown(.0))]
    ChangedOutside(PathBuf),
    /// A new file was to be made, and there is one already.
    #[error("{} exists already; nothing was saved. Choose another name, or overwrite it.", shown(.0))]
    AlreadyThere(PathBuf),
    /// A file where a folder belongs.
    #[error("{} is a file, so nothing can be put into it; choose a folder", shown(.0))]
    NotAFolder(PathBuf),
    /// A link to what isn't there.
    #[error("{} is a link to something that isn't there; remove it, or choose another folder", shown(.0))]
    DeadLink(PathBuf),
    /// A link where a file would be replaced: what it leads to is somebody else's.
    #[error("{} is a link and was left as it is; nothing was written there. Remove it, or choose another folder.", shown(.0))]
    Link(PathBuf),
    /// What is read here, where something else would be written.
    #[error("{} is what this reads and was left as it is; nothing was written. Choose another name, or another folder.", shown(.0))]
    Given(PathBuf),
    /// A folder where a file would be replaced.
    #[error("{} is a folder and was left as it is; nothing was written there. Rename it, or choose another folder.", shown(.0))]
    FolderInTheWay(PathBuf),
    /// A file that its owner has closed to writing.
    #[error("{} may only be read and was left as it is; allow writing it, or choose another folder", shown(.0))]
    ReadOnly(PathBuf),
    /// Another window is saving it at this moment.
    #[error("{} is being saved by another window; nothing was saved here. Try again in a moment.", shown(.0))]
    Busy(PathBuf),
    /// The system refused.
    #[error("{}", system::sentence(path, *doing, *cause))]
    System {
        path: PathBuf,
        doing: Doing,
        /// Why it failed.
        cause: Cause,
    },
    /// What was written could not be read back as the same scenario.
    #[error(
        "{} was not saved: what was written could not be read back as the same scenario ({why}). The file itself is as it was; save under another name and report this.",
        shown(path)
    )]
    NotReadBack {
        /// The file that was to be replaced.
        path: PathBuf,
        why: String,
    },
    /// The scenario could not be put into words.
    #[error("the scenario can't be written: {0}")]
    Unwritable(String),
}

impl FileError {
    /// A system error met while opening or saving a path.
    pub(super) fn system(path: &Path, doing: Doing, error: &io::Error) -> Self {
        Self::System {
            path: path.to_path_buf(),
            doing,
            cause: Cause::of(path, doing, error),
        }
    }

    /// A system error met while opening a path.
    pub(super) fn opening(path: &Path, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound {
            return Self::Missing {
                path: path.to_path_buf(),
                backup: None,
            };
        }
        Self::system(path, Doing::Opening, error)
    }

    /// The same error, naming the file it is about.
    pub(super) fn in_file(mut self, file: &Path, backup_there: Option<PathBuf>) -> Self {
        match &mut self {
            Self::TooLarge { path } | Self::Newer { path, .. } => *path = Some(file.to_path_buf()),
            Self::Content {
                path,
                problem,
                backup,
                ..
            } => {
                *path = Some(file.to_path_buf());
                *backup = backup_there.filter(|_| problem.damaged);
            }
            _ => {}
        }
        self
    }

    /// The first problem in the text, where that is what is wrong.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Content { problem, .. } => Some(problem),
            _ => None,
        }
    }

    /// The backup that may help, where there is one.
    #[must_use]
    pub fn backup(&self) -> Option<&Path> {
        match self {
            Self::Content { backup, .. } | Self::Missing { backup, .. } => backup.as_deref(),
            _ => None,
        }
    }
}

fn prefix(path: &Option<PathBuf>) -> String {
    path.as_ref()
        .map_or(String::new(), |path| format!("{}, ", shown(path)))
}

fn or_backup(backup: &Option<PathBuf>) -> String {
    backup.as_ref().map_or(String::new(), |backup| {
        format!(". The version before the last save is in {}", shown(backup))
    })
}

fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " (and one more error)".to_owned(),
        n => format!(" (and {n} more errors)"),
    }
}
