//! The place of one autosaved document in the folder of autosaves.
//!
//! A lock file, held as long as the program lives, and one file for each autosave of which only
//! the newest stays:
//!
//! ```text
//! 1f0a…-4711-0.lock          what the document is; locked: the program lives
//! 1f0a…-4711-0.000007.ron    the work
//! ```
//!
//! The name says which document and which process, but whether that process lives is told by the
//! lock alone: the system gives it back when a program dies, and numbers of processes come again.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::about::{self, Original};
use super::times_and_names::short_name;
use crate::files::disk::Disk;
use crate::files::lock::{LOCK_SUFFIX, is_still_named};

/// The longest description of a document that is read; paths are shorter.
const LONGEST_ABOUT: u64 = 64_000;
/// How many names are tried before it is given up.
const MOST_TRIES: u32 = 1_000;

/// Counts the slots of this process.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A slot that this process holds. Dropping it leaves its files for the next start.
#[derive(Debug)]
pub(super) struct Slot {
    folder: PathBuf,
    name: String,
    /// Held for as long as the slot is: this is the sign of life.
    lock: File,
    /// What the document is.
    pub(super) original: Option<Original>,
}

impl Slot {
    /// Makes a slot for a document.
    pub(super) fn create(
        disk: &dyn Disk,
        folder: &Path,
        original: Option<&Original>,
    ) -> io::Result<Self> {
        let document = original.map_or_else(
            || "untitled".to_owned(),
            |original| short_name(&original.path),
        );
        for _ in 0..MOST_TRIES {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let name = format!("{document}-{}-{number}", std::process::id());
            let path = folder.join(format!("{name}{LOCK_SUFFIX}"));
            let mut options = OpenOptions::new();
            options.read(true).write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut lock = match options.open(&path) {
                Ok(lock) => lock,
                // Left by an earlier process of the same number.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            };
            match lock.try_lock() {
                Ok(()) if is_still_named(&lock, &path) => {}
                // A program that starts just now took it for a dead one's.
                Ok(()) | Err(TryLockError::WouldBlock) => continue,
                Err(TryLockError::Error(error)) => {
                    let _ = fs::remove_file(&path);
                    return Err(error);
                }
            }
            let text = about::to_text(original);
            let written = disk
                .write(&mut lock, text.as_bytes())
                .and_then(|()| disk.sync_file(&lock));
            if let Err(error) = written {
                let _ = fs::remove_file(&path);
                return Err(error);
            }
            return Ok(Self {
                folder: folder.to_path_buf(),
                name,
                lock,
                original: original.cloned(),
            });
        }
        Err(io::Error::from(ErrorKind::AlreadyExists))
    }

    /// Takes over the slot of a dead process; none if it lives, or if it is gone.
    pub(super) fn take_over(folder: &Path, name: &str) -> io::Result<Option<Self>> {
        let path = folder.join(format!("{name}{LOCK_SUFFIX}"));
        let mut options = OpenOptions::new();
        // Work whose lock file was lost is offered like any other.
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut lock = options.open(&path)?;
        match lock.try_lock() {
            Ok(()) if is_still_named(&lock, &path) => {}
            Ok(()) | Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let mut text = String::new();
        let original = (&mut lock)
            .take(LONGEST_ABOUT)
            .read_to_string(&mut text)
            .ok()
            .and_then(|_| about::from_text(&text));
        Ok(Some(Self {
            folder: folder.to_path_buf(),
            name: name.to_owned(),
            lock,
            original,
        }))
    }

    /// Whether its lock file still has its name; removed, it protects nothing.
    pub(super) fn is_there(&self) -> bool {
        let path = self.folder.join(format!("{}{LOCK_SUFFIX}", self.name));
        is_still_named(&self.lock, &path)
    }

    /// The file of one autosave.
    pub(super) fn file(&self, generation: u64) -> PathBuf {
        self.folder
            .join(format!("{}.{generation:06}.ron", self.name))
    }

    /// The autosaves that are there, the newest first.
    pub(super) fn generations(&self) -> io::Result<Vec<u64>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let file = entry?.file_name();
            let Some((name, Some(generation))) = file.to_str().and_then(parts) else {
                continue;
            };
            if name == self.name {
                found.push(generation);
            }
        }
        found.sort_unstable_by(|one, other| other.cmp(one));
        Ok(found)
    }

    /// Removes all of it, the lock last: nobody takes over a slot that is going.
    pub(super) fn remove(self) -> io::Result<()> {
        for generation in self.generations()? {
            fs::remove_file(self.file(generation))?;
        }
        let path = self.folder.join(format!("{}{LOCK_SUFFIX}", self.name));
        match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        // Said aloud: a program that is just being started from here, such as a file dialog, still
        // has a copy of every handle, and closing ours alone would leave the lock to it.
        let _ = self.lock.unlock();
    }
}

/// The slot a file belongs to, and which autosave it is; none for a stranger.
pub(super) fn parts(file: &str) -> Option<(&str, Option<u64>)> {
    if file.starts_with('.') {
        return None;
    }
    if let Some(name) = file.strip_suffix(LOCK_SUFFIX) {
        return Some((name, None));
    }
    let (name, generation) = file.strip_suffix(".ron")?.rsplit_once('.')?;
    Some((name, Some(generation.parse().ok()?)))
}
