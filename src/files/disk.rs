//! The calls a save makes to the system, one by one, so that tests can let any of them fail.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use tempfile::{NamedTempFile, PathPersistError, TempPath};

/// What every temporary of ours is called, at the start of its name.
pub const TEMPORARY_PREFIX: &str = ".~counteroffer-";

/// What a save asks of the system, in the order it asks. Each call does what it says with the
/// real disk unless something else stands in for it.
pub trait Disk {
    /// Opens the file whose lock keeps two saves of one scenario apart, making it if need be.
    ///
    /// # Errors
    /// Whatever the system says.
    fn open_lock(&self, path: &Path) -> io::Result<File> {
        // Reading is enough for a lock, also on a file that another user's save left behind.
        match OpenOptions::new().read(true).open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => OpenOptions::new()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(path),
            opened => opened,
        }
    }

    /// Tells whether this user may change a file, without changing it.
    ///
    /// # Errors
    /// Whatever the system says.
    fn may_change(&self, path: &Path) -> io::Result<()> {
        OpenOptions::new().append(true).open(path).map(|_| ())
    }

    /// Reads a whole file, at most `most` bytes of it.
    ///
    /// # Errors
    /// Whatever the system says.
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?
            .take(most as u64)
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Makes a temporary file in a folder; `private` to this user until its mode is set.
    ///
    /// # Errors
    /// Whatever the system says.
    fn create_temporary(&self, folder: &Path, private: bool) -> io::Result<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(TEMPORARY_PREFIX).suffix(".ron");
        #[cfg(unix)]
        if !private {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        #[cfg(not(unix))]
        let _ = private;
        builder.tempfile_in(folder)
    }

    /// Gives a temporary file the mode and group of the file it will replace.
    ///
    /// # Errors
    /// Whatever the system says.
    fn copy_mode(&self, file: &File, of: &Metadata) -> io::Result<()> {
        #[cfg(not(unix))]
        let mode = of.permissions();
        #[cfg(unix)]
        let mut mode = of.permissions();
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
            let other_group = file.metadata()?.gid() != of.gid();
            if other_group && fchown(file, None, Some(of.gid())).is_err() {
                // The rights of the old group aren't meant for ours.
                mode.set_mode(mode.mode() & !0o070);
            }
        }
        match file.set_permissions(mode) {
            Err(error) if is_not_offered(&error) => Ok(()),
            done => done,
        }
    }

    /// Writes all bytes.
    ///
    /// # Errors
    /// Whatever the system says; some bytes may have been written.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Waits until a file's contents are on the disk itself.
    ///
    /// # Errors
    /// Whatever the system says.
    fn sync_file(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    /// Reads what has been written, from the start, at most `most` bytes of it.
    ///
    /// # Errors
    /// Whatever the system says.
    fn read_back(&self, file: &mut File, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        file.rewind()?;
        file.take(most as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Gives a file a second name.
    ///
    /// # Errors
    /// Whatever the system says; not every disk has second names.
    fn hard_link(&self, file: &Path, name: &Path) -> io::Result<()> {
        fs::hard_link(file, name)
    }

    /// Renames a temporary over whatever has that name, in one step; the former stays open for
    /// those who have it open.
    ///
    /// # Errors
    /// Whatever the system says, and the temporary.
    fn rename(&self, from: TempPath, to: &Path) -> Result<(), PathPersistError> {
        retrying(from, |from| from.persist(to))
    }

    /// Renames a temporary to a name nothing has yet.
    ///
    /// # Errors
    /// Whatever the system says, and the temporary; `AlreadyExists` where something has the name.
    fn rename_new(&self, from: TempPath, to: &Path) -> Result<(), PathPersistError> {
        retrying(from, |from| from.persist_noclobber(to))
    }

    /// Waits until the names in a folder are on the disk itself.
    ///
    /// # Errors
    /// Whatever the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Windows has no such call; its file systems keep a journal of names.
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        #[cfg(not(unix))]
        let _ = folder;
        Ok(())
    }
}

/// The disk as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {}

/// Unix: not permitted, which is how disks without modes or second names refuse them (EPERM).
const NOT_PERMITTED: i32 = 1;

/// Whether a disk doesn't offer what was asked, whoever asks.
pub(super) fn is_not_offered(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::Unsupported | io::ErrorKind::TooManyLinks | io::ErrorKind::CrossesDevices
    ) || error.raw_os_error() == Some(NOT_PERMITTED)
}

/// On Windows a rename fails while a virus scanner or another program looks at the file: tries
/// again for a second.
fn retrying(
    mut from: TempPath,
    rename: impl Fn(TempPath) -> Result<(), PathPersistError>,
) -> Result<(), PathPersistError> {
    let attempts = if cfg!(windows) { 20 } else { 1 };
    for attempt in 1.. {
        match rename(from) {
            Err(failed)
                if attempt < attempts && failed.error.kind() == io::ErrorKind::PermissionDenied =>
            {
                from = failed.path;
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            done => return done,
        }
    }
    Ok(())
}
