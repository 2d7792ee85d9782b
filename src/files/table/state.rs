//! The table beside a scenario that is being opened: there and unchanged, or not.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::MOST_BYTES;
use super::reading::{TableFault, read_table};
use crate::files::disk::{Disk, RealDisk};
use crate::files::system::{self, Cause, Doing};
use crate::files::write::hex;
use crate::scenario::{Group, People, TableGroups};

/// How the table of a scenario stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum TableState {
    /// The scenario has none.
    #[default]
    NoTable,
    /// There, with the hash the scenario names.
    AsSaved,
    /// Changed outside: not costed until the user accepts it.
    Changed {
        /// Its hash now.
        sha256: String,
        /// Its groups, or what is wrong in it.
        groups: Result<Vec<Group>, Vec<TableFault>>,
    },
    /// There with the right hash, and no table all the same.
    Damaged(Vec<TableFault>),
    /// Not there.
    Missing,
    /// The system doesn't let it be read.
    Unreadable(Cause),
}

impl TableState {
    /// What to tell the user of it; nothing where all is well.
    #[must_use]
    pub fn message(&self, file: &str) -> Option<String> {
        let first = |faults: &[TableFault]| {
            faults
                .first()
                .map_or(String::new(), |fault| format!(" ({fault})"))
        };
        match self {
            Self::NoTable | Self::AsSaved => None,
            Self::Changed {
                groups: Ok(groups), ..
            } => Some(format!(
                "the table {file} has been changed outside since the scenario was saved, and now has {} \
                 groups; nothing is costed until it is accepted",
                groups.len()
            )),
            Self::Changed {
                groups: Err(faults),
                ..
            } => Some(format!(
                "the table {file} has been changed outside and can't be read{}; put it right, or open the \
                 backup",
                first(faults)
            )),
            Self::Damaged(faults) => Some(format!(
                "the table {file} can't be read{}; open the backup",
                first(faults)
            )),
            Self::Missing => Some(format!(
                "the table {file} is not beside the scenario, so its employees aren't known and nothing is \
                 costed; put it into the scenario's folder"
            )),
            Self::Unreadable(cause) => {
                let (why, todo) = system::reason(Doing::Opening, *cause);
                Some(format!("the table {file} can't be opened: {why}. {todo}"))
            }
        }
    }

    /// Whether somebody has changed or damaged it: the command line doesn't go on then.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        matches!(self, Self::Changed { .. } | Self::Damaged(_))
    }
}

/// Looks for the table of `people` in a folder. Where it has the right hash, the groups come with it.
pub(in crate::files) fn look_beside(folder: &Path, people: &People) -> (TableState, TableGroups) {
    let none = TableGroups::default();
    let People::Table { file, sha256, .. } = people else {
        return (TableState::NoTable, none);
    };
    // A scenario never makes the program look elsewhere; that its name is wrong is said by the rules.
    if file.contains(['/', '\\', ':']) || !file.ends_with(".csv") {
        return (TableState::Missing, none);
    }
    let path = folder.join(file);
    if !path.is_file() {
        return (TableState::Missing, none);
    }
    let bytes = match RealDisk.read(&path, MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return (TableState::Missing, none),
        Err(error) => return (TableState::Unreadable(Cause::from(&error)), none),
    };
    let found = hex(&bytes);
    let groups = read_table(&bytes);
    if found != *sha256 {
        let changed = TableState::Changed {
            sha256: found,
            groups,
        };
        return (changed, none);
    }
    match groups {
        Ok(groups) => {
            let is_ours = super::to_csv(&groups).is_ok_and(|ours| ours == bytes);
            let text = (!is_ours).then_some(bytes);
            (TableState::AsSaved, TableGroups::with_text(groups, text))
        }
        Err(faults) => (TableState::Damaged(faults), none),
    }
}

/// Whether the table that the people of a scenario name lies beside its file with the contents they name; none
/// where they name none, or it isn't there.
#[must_use]
pub fn is_as_named(scenario: &Path, people: &People) -> Option<bool> {
    let People::Table { file, sha256, .. } = people else {
        return None;
    };
    if file.contains(['/', '\\', ':']) {
        return None;
    }
    let bytes = RealDisk
        .read(&real_folder(scenario).join(file), MOST_BYTES)
        .ok()?;
    Some(hex(&bytes) == *sha256)
}

/// The people with a changed table accepted: its groups as they are now. The next save writes them as a table of
/// their own, and the scenario names that.
#[must_use]
pub fn accept_table(people: &People, state: &TableState) -> Option<People> {
    let (
        People::Table { file, .. },
        TableState::Changed {
            groups: Ok(groups), ..
        },
    ) = (people, state)
    else {
        return None;
    };
    let stem = file.split('.').next().unwrap_or_default();
    let read = People::Table {
        file: file.clone(),
        sha256: String::new(),
        groups: TableGroups::read(groups.clone()),
    };
    super::as_table(&read, stem).ok()
}

/// The folder a scenario really lies in, behind all links.
pub(in crate::files) fn real_folder(path: &Path) -> PathBuf {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    real.parent().map_or_else(PathBuf::new, Path::to_path_buf)
}
