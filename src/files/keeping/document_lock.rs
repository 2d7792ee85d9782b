//! Who has a document open.
//!
//! A lock on the document would vanish when a save replaces it, so a small file beside it is
//! locked. The system lets go of the lock when a program dies, so a file that a dead program left
//! is simply taken over.

use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::error::why;
use super::times_and_names::{ago, one_name};
use crate::files::disk::{Disk, RealDisk};
use crate::files::lock::is_still_named;
use crate::files::write::hex;
use crate::units::visible::path as shown;

/// The longest description that is read.
const LONGEST: u64 = 1_000;
/// How many times the lock of a window that just closes is asked for.
const MOST_TRIES: u32 = 10;

/// A document held open by this window; given back when dropped.
#[derive(Debug)]
pub struct DocumentLock {
    document: PathBuf,
    path: PathBuf,
    lock: Option<File>,
}

/// What came of asking for a document.
#[derive(Debug)]
pub enum Claim {
    /// It is this window's.
    Held(DocumentLock),
    /// Another window has it.
    Elsewhere(Holder),
    /// It can't be locked, and why.
    Unlocked(String),
}

/// The program that has a document open, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Holder {
    /// The number of its process.
    pub process: Option<u32>,
    /// Since when.
    pub since: Option<SystemTime>,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "another window")?;
        if let Some(process) = self.process {
            write!(f, " (process {process}")?;
            if let Some(since) = self.since {
                write!(f, ", opened {}", ago(since, SystemTime::now()))?;
            }
            write!(f, ")")?;
        }
        Ok(())
    }
}

impl DocumentLock {
    /// Asks for a document.
    #[must_use]
    pub fn take(document: &Path) -> Claim {
        Self::take_on(&RealDisk, document)
    }

    /// As [`DocumentLock::take`], with a disk of the caller's.
    #[must_use]
    pub fn take_on(disk: &dyn Disk, document: &Path) -> Claim {
        let document = one_name(document);
        let path = beside(&document);
        for _ in 0..MOST_TRIES {
            let lock = match disk.open_lock(&path) {
                Ok(lock) => lock,
                Err(error) => return unlocked(&document, &error),
            };
            match lock.try_lock() {
                Ok(()) if is_still_named(&lock, &path) => {
                    sign(&path);
                    return Claim::Held(Self {
                        document,
                        path,
                        lock: Some(lock),
                    });
                }
                // The window before has just closed and taken its file away.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Claim::Elsewhere(holder(lock)),
                Err(TryLockError::Error(error)) => return unlocked(&document, &error),
            }
        }
        Claim::Elsewhere(Holder::default())
    }

    /// Whether it is the lock of this document.
    #[must_use]
    pub fn is_of(&self, document: &Path) -> bool {
        self.document == one_name(document)
    }
}

impl Drop for DocumentLock {
    fn drop(&mut self) {
        if let Some(lock) = self.lock.take() {
            // Named no longer, then unlocked: whoever opened it meanwhile sees that it is gone.
            // Without file numbers to compare nobody could see that, so there it stays.
            if cfg!(unix) {
                let _ = fs::remove_file(&self.path);
            }
            // Said aloud, because programs just being started have copies of the handle.
            let _ = lock.unlock();
        }
    }
}

/// Writes who holds it. If it can't be written, it is locked all the same.
fn sign(path: &Path) {
    let holder = Holder {
        process: Some(std::process::id()),
        since: Some(SystemTime::now()),
    };
    let text = ron::to_string(&holder).unwrap_or_default();
    let write = || -> io::Result<()> {
        // The handle that holds the lock may only read.
        let mut file = OpenOptions::new().write(true).open(path)?;
        // In a folder of many users someone may have put a link there just now.
        if is_still_named(&file, path) {
            file.set_len(0)?;
            file.write_all(text.as_bytes())?;
        }
        Ok(())
    };
    let _ = write();
}

/// Who holds it; nothing is known where the system lets nobody read a locked file.
fn holder(lock: File) -> Holder {
    let mut text = String::new();
    match lock.take(LONGEST).read_to_string(&mut text) {
        Ok(_) => ron::from_str(&text).unwrap_or_default(),
        Err(_) => Holder::default(),
    }
}

fn unlocked(document: &Path, error: &io::Error) -> Claim {
    Claim::Unlocked(format!(
        "{} can't be marked as open, because a file can't be made beside it: {}. Other windows \
         won't notice that it is open here; a change from outside is still noticed before a save",
        shown(document),
        why(error)
    ))
}

/// The lock file of a document. Not one of the names a save uses: those are swept. A digest, so
/// that it is never too long.
fn beside(document: &Path) -> PathBuf {
    let name = document.file_name().unwrap_or_default();
    let digest = hex(name.as_encoded_bytes());
    let short = digest.get(..16).unwrap_or(&digest);
    document.with_file_name(format!(".counteroffer-{short}.open"))
}
