//! One save of a scenario at a time, across all windows.
//!
//! A lock on the scenario itself would vanish when it is replaced, so a small file beside it is
//! locked. The system lets go of the lock when a program is killed.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::disk::{Disk, TEMPORARY_PREFIX};
use super::write::hex;

/// How the names of lock files end.
pub(super) const LOCK_SUFFIX: &str = ".lock";
/// How long a save waits for another.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it looks.
const PAUSE: Duration = Duration::from_millis(10);

/// The right to save one scenario; given back when dropped.
#[derive(Debug)]
pub(super) struct SaveLock {
    /// None where the disk has no locks.
    held: Option<(File, PathBuf)>,
}

impl SaveLock {
    /// Waits for the right to save `file`, up to two seconds; none if another save keeps it.
    ///
    /// # Errors
    /// Whatever the system says while the lock file is made.
    pub(super) fn take(disk: &dyn Disk, file: &Path) -> io::Result<Option<Self>> {
        let path = beside(file);
        let until = Instant::now() + PATIENCE;
        loop {
            let lock = match disk.open_lock(&path) {
                // Another user's lock file that we may not even read: it protects nothing of ours.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied && path.exists() => {
                    return Ok(Some(Self { held: None }));
                }
                opened => opened?,
            };
            match lock.try_lock() {
                Ok(()) if is_still_named(&lock, &path) => {
                    return Ok(Some(Self {
                        held: Some((lock, path)),
                    }));
                }
                // The save before ours has just taken its lock file away.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(_)) => return Ok(Some(Self { held: None })),
            }
            if Instant::now() > until {
                return Ok(None);
            }
        }
    }
}

impl Drop for SaveLock {
    fn drop(&mut self) {
        if let Some((lock, path)) = self.held.take() {
            // Named no longer, then unlocked: whoever waits for it sees that it is gone. Without
            // file numbers to compare nobody could see that, so there it stays.
            if cfg!(unix) {
                let _ = fs::remove_file(path);
            }
            drop(lock);
        }
    }
}

/// The lock file of a scenario. Its name is a digest, so that it is never too long.
fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default();
    let digest = hex(name.as_encoded_bytes());
    let short = digest.get(..16).unwrap_or(&digest);
    file.with_file_name(format!("{TEMPORARY_PREFIX}{short}{LOCK_SUFFIX}"))
}

/// Whether an open file is still the one that has this name.
pub(super) fn is_still_named(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let number = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
        let (Ok(open), Ok(named)) = (file.metadata(), fs::symlink_metadata(path)) else {
            return false;
        };
        number(open) == number(named)
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}
