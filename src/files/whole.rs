//! Files other than scenarios: written whole or not at all.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::disk::{Disk, RealDisk};
use super::problem::{Doing, FileError};

/// Writes a file through a temporary beside it and a rename, so that under its name there is never
/// half a file. `replace` allows an ordinary file of that name to be replaced.
///
/// # Errors
/// [`FileError`], and then nothing has changed: the system's refusal, something of that name that
/// may not be replaced, or a folder or link of that name.
pub fn write_whole(path: &Path, bytes: &[u8], replace: bool) -> Result<(), FileError> {
    let failed = |error: &io::Error| FileError::system(path, Doing::Saving, error);
    match fs::symlink_metadata(path) {
        Ok(there) if !replace || !there.is_file() => {
            return Err(FileError::AlreadyThere(path.to_path_buf()));
        }
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(failed(&error)),
    }
    let disk = RealDisk;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let temporary = disk
        .create_temporary(folder, false)
        .map_err(|error| failed(&error))?;
    let (mut file, temporary) = temporary.into_parts();
    disk.write(&mut file, bytes)
        .and_then(|()| disk.sync_file(&file))
        .map_err(|error| failed(&error))?;
    drop(file);
    let renamed = if replace {
        disk.rename(temporary, path)
    } else {
        disk.rename_new(temporary, path)
    };
    renamed.map_err(|refused| match refused.error.kind() {
        ErrorKind::AlreadyExists => FileError::AlreadyThere(path.to_path_buf()),
        _ => failed(&refused.error),
    })
}

/// Makes a folder and those it lies in, where they aren't there.
///
/// # Errors
/// [`FileError`] where the system refuses.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    fs::create_dir_all(folder).map_err(|error| FileError::system(folder, Doing::Saving, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_new_or_replaced_only_when_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("figure.png");
        write_whole(&path, b"one", false).unwrap();
        let refused = write_whole(&path, b"two", false).unwrap_err();
        assert!(matches!(refused, FileError::AlreadyThere(_)), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write_whole(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        // No temporary is left.
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_or_a_link_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("figure.png");
        fs::create_dir(&path).unwrap();
        assert!(write_whole(&path, b"x", true).is_err());
        let gone = folder.path().join("gone").join("figure.png");
        assert!(write_whole(&gone, b"x", true).is_err());
    }
}
