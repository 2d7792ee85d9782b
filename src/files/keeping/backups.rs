//! The last ten versions that saves of a document replaced.

use std::fs::{self, FileTimes};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::data_folder::{DataFolder, make_private};
use super::error::KeepingError;
use super::times_and_names::short_name;
use crate::files::disk::{Disk, RealDisk};
use crate::files::limits::MAX_BYTES;
use crate::files::open::{Opened, open};
use crate::files::problem::FileError;
use crate::files::sweep::sweep;
use crate::files::table;

/// How many versions of a document are kept.
pub const MOST_BACKUPS: usize = 10;

/// How old a temporary must be to be swept.
const LEEWAY: Duration = Duration::from_secs(10);

/// The backups of all documents.
pub struct Backups {
    folder: PathBuf,
    disk: Box<dyn Disk + Send>,
}

/// One version of a document that a save replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its file in the data folder.
    pub(crate) path: PathBuf,
    /// When that version had been saved.
    pub when: SystemTime,
    number: u64,
}

impl Backup {
    /// Opens it.
    ///
    /// # Errors
    /// As [`crate::files::open`].
    pub fn open(&self) -> Result<Opened, FileError> {
        open(&self.path)
    }
}

impl Backups {
    /// The backups in a data folder.
    #[must_use]
    pub fn new(folder: &DataFolder) -> Self {
        Self::on(Box::new(RealDisk), folder)
    }

    /// As [`Backups::new`], with a disk of the caller's.
    #[must_use]
    pub fn on(disk: Box<dyn Disk + Send>, folder: &DataFolder) -> Self {
        Self {
            folder: folder.backups(),
            disk,
        }
    }

    /// Keeps what a save of `document` replaced, which the save left in `replaced`, and lets go of
    /// all but the newest ten.
    ///
    /// # Errors
    /// [`KeepingError::Backup`]; then the backups are as they were.
    pub fn keep(&self, document: &Path, replaced: &Path) -> Result<(), KeepingError> {
        self.copy(document, replaced)
            .map_err(|error| KeepingError::backup(&error))
    }

    fn copy(&self, document: &Path, replaced: &Path) -> io::Result<()> {
        let bytes = self.disk.read(replaced, MAX_BYTES)?;
        let when = fs::metadata(replaced).and_then(|metadata| metadata.modified());
        let folder = self.of(document);
        make_private(&folder)?;
        self.copy_table(&bytes, replaced, &folder)?;
        let kept = self.list(document);
        let mut number = kept.first().map_or(0, |newest| newest.number);
        let (mut file, mut temporary) = self.disk.create_temporary(&folder, true)?.into_parts();
        self.disk.write(&mut file, &bytes)?;
        if let Ok(when) = when {
            // The copy tells when the version was saved, not when it was replaced.
            let _ = file.set_times(FileTimes::new().set_modified(when));
        }
        self.disk.sync_file(&file)?;
        loop {
            number += 1;
            match self.disk.rename_new(temporary, &folder.join(name(number))) {
                Ok(()) => break,
                // Another window has just kept a version of the same document.
                Err(taken) if taken.error.kind() == ErrorKind::AlreadyExists => {
                    temporary = taken.path;
                }
                Err(failed) => return Err(failed.error),
            }
        }
        for surplus in self.list(document).into_iter().skip(MOST_BACKUPS) {
            // One that can't be removed now is surplus next time too.
            let _ = fs::remove_file(surplus.path);
        }
        table::sweep_unnamed(&folder);
        // What a program killed in the middle of this left; the clock of disks is not exact.
        if let Some(moment) = SystemTime::now().checked_sub(LEEWAY) {
            let _ = sweep(&folder, moment);
        }
        // Without it the copy is there all the same; the .bak file is confirmed by the save.
        let _ = self.disk.sync_folder(&folder);
        Ok(())
    }

    /// Keeps the table of groups with the version that names it. One that is gone can't be kept; the version
    /// then says so when it is opened.
    fn copy_table(&self, bytes: &[u8], replaced: &Path, folder: &Path) -> io::Result<()> {
        let Some(name) = table::named_in(bytes) else {
            return Ok(());
        };
        let from = table::real_folder(replaced).join(&name);
        let to = folder.join(&name);
        if name.contains(['/', '\\', ':']) || to.exists() {
            return Ok(());
        }
        let Ok(groups) = self.disk.read(&from, table::MOST_BYTES) else {
            return Ok(());
        };
        let (mut file, temporary) = self.disk.create_temporary(folder, true)?.into_parts();
        self.disk.write(&mut file, &groups)?;
        self.disk.sync_file(&file)?;
        self.disk
            .rename(temporary, &to)
            .map_err(|failed| failed.error)
    }

    /// The versions kept of a document, the newest first.
    #[must_use]
    pub fn list(&self, document: &Path) -> Vec<Backup> {
        let Ok(entries) = fs::read_dir(self.of(document)) else {
            return Vec::new();
        };
        let mut kept: Vec<Backup> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                let file = entry.file_name();
                let number = file.to_str()?.strip_suffix(".ron")?.parse().ok()?;
                Some(Backup {
                    path: entry.path(),
                    when: entry.metadata().ok()?.modified().ok()?,
                    number,
                })
            })
            .collect();
        kept.sort_by_key(|backup| std::cmp::Reverse(backup.number));
        kept
    }

    fn of(&self, document: &Path) -> PathBuf {
        self.folder.join(short_name(document))
    }
}

fn name(number: u64) -> String {
    format!("{number:06}.ron")
}
