//! A text for other people, saved whole or not at all.

use std::io::Write as _;
use std::path::Path;

use super::problem::{Doing, FileError};

/// Saves a text; over an existing file only when `over_it`. The file there before stays whole until
/// the new one is written.
///
/// # Errors
/// [`FileError::AlreadyThere`], or why the system refused; the file on disk is then as it was.
pub fn save_text(path: &Path, text: &str, over_it: bool) -> Result<(), FileError> {
    let failed = |error: &std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => FileError::AlreadyThere(path.to_path_buf()),
        _ => FileError::system(path, Doing::Saving, error),
    };
    if path.is_dir() {
        return Err(FileError::Folder(path.to_path_buf()));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(super::TEMPORARY_PREFIX);
    // A file for handing across has the rights an ordinary one gets, not those of a private one.
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666))
    };
    let mut file = builder
        .tempfile_in(folder)
        .map_err(|error| failed(&error))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.as_file().sync_all())
        .map_err(|error| failed(&error))?;
    let kept = if over_it {
        file.persist(path)
    } else {
        file.persist_noclobber(path)
    };
    kept.map(|_| ()).map_err(|error| failed(&error.error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_replaced_without_being_asked_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sheet.txt");
        save_text(&path, "one", false).unwrap();
        assert_eq!(
            save_text(&path, "two", false),
            Err(FileError::AlreadyThere(path.clone()))
        );
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one");
        save_text(&path, "two", true).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        let missing = folder.path().join("nowhere").join("sheet.txt");
        assert!(save_text(&missing, "one", true).is_err());
        assert!(save_text(folder.path(), "one", true).is_err());
    }
}
