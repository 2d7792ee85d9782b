//! Files other than scenarios: written whole or not at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
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
    write_through(path, bytes, replace, false)
}

/// As [`write_whole`], over whatever ordinary file has that name, readable by the user alone.
///
/// # Errors
/// As [`write_whole`].
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_through(path, bytes, true, true)
}

fn write_through(path: &Path, bytes: &[u8], replace: bool, private: bool) -> Result<(), FileError> {
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
        .create_temporary(folder, private)
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

/// Reads a small text file of our own.
///
/// # Errors
/// [`FileError`]: it can't be opened, is larger than `most` bytes, or isn't UTF-8.
pub(crate) fn read_small(path: &Path, most: u64) -> Result<String, FileError> {
    let failed = |error: &io::Error| FileError::system(path, Doing::Opening, error);
    let metadata = fs::metadata(path).map_err(|error| failed(&error))?;
    super::open::is_file(path, &metadata)?;
    if metadata.len() > most {
        return Err(FileError::TooLarge {
            path: Some(path.to_path_buf()),
        });
    }
    let mut text = String::new();
    File::open(path)
        .and_then(|file| file.take(most).read_to_string(&mut text))
        .map_err(|error| failed(&error))?;
    Ok(text)
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
