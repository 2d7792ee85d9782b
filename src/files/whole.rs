//! Files other than scenarios: written whole or not at all.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::disk::{Disk, RealDisk};
use super::problem::FileError;
use super::system::Doing;

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

/// As [`write_private`], but never over a file.
///
/// # Errors
/// As [`write_whole`], with [`FileError::AlreadyThere`] where there is a file of that name.
pub fn write_private_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_through(path, bytes, false, true)
}

fn write_through(path: &Path, bytes: &[u8], replace: bool, private: bool) -> Result<(), FileError> {
    let failed = |error: &io::Error| FileError::system(path, Doing::Saving, error);
    let disk = RealDisk;
    let there = standing(path, replace)?;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let temporary = disk
        .create_temporary(folder, private)
        .map_err(|error| failed(&error))?;
    let (mut file, temporary) = temporary.into_parts();
    if let Some(there) = &there {
        disk.copy_mode(&file, there)
            .map_err(|error| failed(&error))?;
    }
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

/// The ordinary file that has a name already and may be replaced; none where nothing has the name.
///
/// # Errors
/// [`FileError`]: what has the name may not be replaced.
pub(super) fn standing(path: &Path, replace: bool) -> Result<Option<Metadata>, FileError> {
    let failed = |error: &io::Error| FileError::system(path, Doing::Saving, error);
    let there = match fs::symlink_metadata(path) {
        Ok(there) => there,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(&error)),
    };
    let own = || path.to_path_buf();
    if there.is_symlink() {
        return Err(FileError::Link(own()));
    } else if there.is_dir() {
        return Err(FileError::FolderInTheWay(own()));
    } else if !there.is_file() {
        return Err(FileError::NotAFile(own()));
    } else if !replace {
        return Err(FileError::AlreadyThere(own()));
    } else if there.permissions().readonly() {
        // A rename would replace it all the same: it asks the folder only.
        return Err(FileError::ReadOnly(own()));
    }
    RealDisk.may_change(path).map_err(|error| failed(&error))?;
    Ok(Some(there))
}

/// Reads a small file of our own.
///
/// # Errors
/// [`FileError`]: it can't be opened, or is larger than `most` bytes.
pub(crate) fn read_small(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let failed = |error: &io::Error| FileError::system(path, Doing::Opening, error);
    let metadata = fs::metadata(path).map_err(|error| failed(&error))?;
    super::open::is_file(path, &metadata)?;
    if metadata.len() > most {
        return Err(FileError::TooLarge {
            path: Some(path.to_path_buf()),
        });
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|error| failed(&error))?;
    Ok(bytes)
}

/// Makes a folder and those it lies in, where they aren't there.
///
/// # Errors
/// [`FileError`] where the system refuses.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    let Err(error) = fs::create_dir_all(folder) else {
        return Ok(());
    };
    // What is in the way may be the folder itself or one it lies in.
    for part in folder.ancestors() {
        let Ok(there) = fs::symlink_metadata(part) else {
            continue;
        };
        let leads_to = fs::metadata(part);
        return Err(match leads_to {
            Ok(end) if end.is_dir() => FileError::system(folder, Doing::Saving, &error),
            Err(_) if there.is_symlink() => FileError::DeadLink(part.to_path_buf()),
            _ => FileError::NotAFolder(part.to_path_buf()),
        });
    }
    Err(FileError::system(folder, Doing::Saving, &error))
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

    #[cfg(unix)]
    #[test]
    fn what_is_in_the_way_is_named_and_stays_as_it_is() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("file"), "old").unwrap();
        for into in [at("file"), at("file").join("deeper")] {
            assert_eq!(make_folder(&into), Err(FileError::NotAFolder(at("file"))));
        }
        symlink(at("nowhere"), at("dead")).unwrap();
        let dead = make_folder(&at("dead")).unwrap_err();
        assert_eq!(dead, FileError::DeadLink(at("dead")));
        symlink(at("file"), at("link")).unwrap();
        assert_eq!(
            write_whole(&at("link"), b"x", true),
            Err(FileError::Link(at("link")))
        );
        assert_eq!(fs::read(at("file")).unwrap(), b"old");
        fs::create_dir(at("folder")).unwrap();
        let refused = write_whole(&at("folder"), b"x", true);
        assert_eq!(refused, Err(FileError::FolderInTheWay(at("folder"))));
        let mode =
            |mode| fs::set_permissions(at("file"), fs::Permissions::from_mode(mode)).unwrap();
        mode(0o444);
        assert_eq!(
            write_whole(&at("file"), b"x", true),
            Err(FileError::ReadOnly(at("file")))
        );
        assert_eq!(fs::read(at("file")).unwrap(), b"old");
        mode(0o640);
        write_whole(&at("file"), b"new", true).unwrap();
        let kept = fs::metadata(at("file")).unwrap().permissions().mode() & 0o777;
        assert_eq!(
            (fs::read(at("file")).unwrap().as_slice(), kept),
            (&b"new"[..], 0o640)
        );
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
