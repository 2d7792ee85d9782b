//! What a killed save leaves behind, removed at the next start.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::disk::TEMPORARY_PREFIX;
use super::lock::{LOCK_SUFFIX, is_still_named};

/// Removes the temporaries that killed saves of this program left in a folder, and says how many
/// there were. Call it once at the start, with the time the program started.
///
/// Only files of our own prefix are touched, only those older than the program, and none while
/// another window is saving in the folder.
///
/// # Errors
/// Whatever the system says while the folder is listed. A file that can't be removed stays.
pub fn sweep(folder: &Path, started: SystemTime) -> io::Result<usize> {
    let mut stale = Vec::new();
    let mut locks = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !starts_like_ours(&name) || !entry.file_type()?.is_file() {
            continue;
        }
        let path = entry.path();
        if ends_like_a_lock(&name) {
            match File::open(&path) {
                Ok(file) if file.try_lock().is_ok() => locks.push((file, path)),
                Ok(_) => return Ok(0),
                // Taken away meanwhile, or another user's: a save of theirs may be under way.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(_) => return Ok(0),
            }
        } else if is_older(&entry.metadata()?, started) {
            stale.push(path);
        }
    }
    let mut removed = 0;
    for path in stale {
        removed += usize::from(fs::remove_file(path).is_ok());
    }
    for (file, path) in locks {
        if cfg!(unix) && is_still_named(&file, &path) {
            removed += usize::from(fs::remove_file(path).is_ok());
        }
    }
    Ok(removed)
}

fn starts_like_ours(name: &OsStr) -> bool {
    name.as_encoded_bytes()
        .starts_with(TEMPORARY_PREFIX.as_bytes())
}

fn ends_like_a_lock(name: &OsStr) -> bool {
    name.as_encoded_bytes().ends_with(LOCK_SUFFIX.as_bytes())
}

/// Whether neither a file's contents nor its name are newer than a moment.
fn is_older(metadata: &Metadata, moment: SystemTime) -> bool {
    let Ok(written) = metadata.modified() else {
        return false;
    };
    written < moment && renamed(metadata).is_none_or(|renamed| renamed < moment)
}

/// When a file was last given a name or a mode, where the system says so.
fn renamed(metadata: &Metadata) -> Option<SystemTime> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let seconds = u64::try_from(metadata.ctime()).ok()?;
        let nanoseconds = u32::try_from(metadata.ctime_nsec()).ok()?;
        SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, nanoseconds))
    }
    #[cfg(not(unix))]
    {
        let _ = (metadata, Duration::ZERO);
        None
    }
}
