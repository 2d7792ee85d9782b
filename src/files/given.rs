//! What a command is given to read is never what it writes over.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};
use super::limits::MAX_BYTES;
use super::open::backup_path;
use super::problem::FileError;
use super::save::folder_of;
use super::table;
use super::whole::standing;

/// Whether a new file may be written, or replace an ordinary one, while `given` are read: nothing of them is
/// replaced, and a scenario that is replaced takes none of them along as its backup or its table.
///
/// # Errors
/// [`FileError`]: a link, a folder or a file that may only be read has the name, or writing there would
/// replace or remove what is read.
pub fn may_replace(path: &Path, given: &[&Path]) -> Result<(), FileError> {
    is_not_given(path, given)?;
    if standing(path, true)?.is_none() {
        return Ok(());
    }
    let backup = backup_path(path);
    is_not_given(&backup, given)?;
    for replaced in [path, &backup] {
        let is_file = fs::metadata(replaced).is_ok_and(|there| there.is_file());
        // What can't be read is told by the save.
        let bytes = is_file.then(|| RealDisk.read(replaced, MAX_BYTES).ok());
        let named = bytes.flatten().and_then(|bytes| table::named_in(&bytes));
        if let Some(table) = named {
            is_not_given(&folder_of(path).join(table), given)?;
        }
    }
    Ok(())
}

/// Whether a path leads to none of the files that are read, by whatever names.
///
/// # Errors
/// [`FileError::Given`].
pub fn is_not_given(path: &Path, given: &[&Path]) -> Result<(), FileError> {
    match given.iter().any(|one| is_same(path, one)) {
        true => Err(FileError::Given(path.to_path_buf())),
        false => Ok(()),
    }
}

/// Whether two paths are names of one file: through links, and as its second name.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| -> Option<PathBuf> { fs::canonicalize(path).ok() };
    let (Some(own), Some(others)) = (real(one), real(other)) else {
        return false;
    };
    own == others || is_one_file(&own, &others)
}

#[cfg(unix)]
fn is_one_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let file = |path: &Path| {
        let there = fs::metadata(path).ok()?;
        Some((there.dev(), there.ino()))
    };
    file(one).is_some_and(|own| Some(own) == file(other))
}

#[cfg(not(unix))]
fn is_one_file(_one: &Path, _other: &Path) -> bool {
    false
}
