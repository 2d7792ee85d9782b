//! Saving: the old file stays whole until the new one is on the disk and has been read back.

use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::disk::{Disk, RealDisk, is_not_offered};
use super::limits::MAX_BYTES;
use super::lock::SaveLock;
use super::open::{Fingerprint, backup_path, is_file};
use super::outline::Outline;
use super::problem::FileError;
use super::read::head_version;
use super::system::Doing;
use super::table;
use super::typed::typed;
use super::write::to_ron;
use crate::scenario::{People, Scenario, VERSION};

/// The most links followed to the file itself.
const MOST_LINKS: usize = 40;

/// What a save may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over<'a> {
    /// Nothing: it makes a new file.
    Nothing,
    /// The file as it was when it was opened or last saved.
    Known(&'a Fingerprint),
    /// Whatever has that name: the user was asked and said so.
    Anything,
}

/// What a save did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveOutcome {
    /// Whether the system confirmed that the new file survives a power cut. If not, it is saved,
    /// and that is unconfirmed.
    pub durable: bool,
    /// Where the former file is; none if there was none, or if it held the same text already.
    pub backup: Option<PathBuf>,
    /// The new file, to tell later whether someone else has changed it.
    pub fingerprint: Fingerprint,
}

/// Saves a scenario, whether or not it keeps every rule. A file that is gone since it was opened
/// is made again.
///
/// # Errors
/// [`FileError`] saying why, and then the file on disk is as it was.
pub fn save(scenario: &Scenario, path: &Path, over: Over<'_>) -> Result<SaveOutcome, FileError> {
    save_on(&RealDisk, scenario, path, over)
}

/// As [`save`], with a disk of the caller's.
///
/// # Errors
/// As [`save`].
pub fn save_on(
    disk: &dyn Disk,
    scenario: &Scenario,
    path: &Path,
    over: Over<'_>,
) -> Result<SaveOutcome, FileError> {
    let text = to_ron(scenario)?;
    if text.len() > MAX_BYTES {
        let path = Some(path.to_path_buf());
        return Err(FileError::TooLarge { path });
    }
    let target = behind_links(path)?;
    let save = Save {
        disk,
        path,
        folder: folder_of(&target),
        target: &target,
        over,
    };
    let _lock = SaveLock::take(disk, &target)
        .map_err(|error| save.failed(&error))?
        .ok_or_else(|| FileError::Busy(path.to_path_buf()))?;
    save.run(scenario, &text)
}

struct Save<'a> {
    disk: &'a dyn Disk,
    /// As the user named it, for messages.
    path: &'a Path,
    /// The file itself, behind all links.
    target: &'a Path,
    folder: &'a Path,
    over: Over<'a>,
}

/// The file to be replaced.
struct Old {
    metadata: Metadata,
    bytes: Vec<u8>,
}

impl Save<'_> {
    fn run(&self, scenario: &Scenario, text: &str) -> Result<SaveOutcome, FileError> {
        let old = self.look()?;
        self.may_replace(old.as_ref())?;
        // The table first: a scenario never names one that isn't there.
        table::write_beside(self.disk, self.folder, &scenario.workforce.people)?;
        if let Some(old) = old.as_ref().filter(|old| old.bytes == text.as_bytes()) {
            return Ok(self.unchanged(old));
        }
        let former = self.former_tables(old.as_ref());
        let (temporary, fingerprint) = self.write(scenario, text, old.as_ref())?;
        // Looked at once more, as late as possible: nobody else's change is lost.
        let old = self.look()?;
        self.may_replace(old.as_ref())?;
        let backup = old
            .as_ref()
            .map(|old| self.back_up(old, &temporary))
            .transpose()?;
        let must_be_new = old.is_none() && self.over != Over::Anything;
        let renamed = if must_be_new {
            self.disk.rename_new(temporary, self.target)
        } else {
            self.disk.rename(temporary, self.target)
        };
        renamed.map_err(|failed| match failed.error.kind() {
            ErrorKind::AlreadyExists => FileError::AlreadyThere(self.path.to_path_buf()),
            _ => self.failed(&failed.error),
        })?;
        let durable = self.disk.sync_folder(self.folder).is_ok();
        table::retire(self.folder, &former);
        Ok(SaveOutcome {
            durable,
            backup,
            fingerprint,
        })
    }

    /// The tables of what this save replaces: the file and the backup its backup takes the place of.
    fn former_tables(&self, old: Option<&Old>) -> Vec<String> {
        let Some(old) = old else {
            return Vec::new();
        };
        // Past the disk that saves: what can't be read here is let go of another time.
        let backup = RealDisk.read(&backup_path(self.target), MAX_BYTES);
        let before = backup.ok().and_then(|bytes| table::named_in(&bytes));
        let tables = [table::named_in(&old.bytes), before];
        tables.into_iter().flatten().collect()
    }

    /// The file as it is now, if there is one.
    fn look(&self) -> Result<Option<Old>, FileError> {
        let unreadable = |error: &io::Error| FileError::system(self.path, Doing::Comparing, error);
        let metadata = match fs::metadata(self.target) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&error)),
        };
        is_file(self.path, &metadata)?;
        // A file its owner has marked as not to be changed could still be replaced: ask first.
        self.disk
            .may_change(self.target)
            .map_err(|error| self.failed(&error))?;
        let bytes = self
            .disk
            .read(self.target, MAX_BYTES + 1)
            .map_err(|error| unreadable(&error))?;
        Ok(Some(Old { metadata, bytes }))
    }

    fn may_replace(&self, old: Option<&Old>) -> Result<(), FileError> {
        let Some(old) = old else { return Ok(()) };
        match self.over {
            Over::Nothing => return Err(FileError::AlreadyThere(self.path.to_path_buf())),
            Over::Known(known) if !known.matches(&old.bytes) => {
                return Err(FileError::ChangedOutside(self.path.to_path_buf()));
            }
            Over::Known(_) | Over::Anything => {}
        }
        let text = std::str::from_utf8(&old.bytes).unwrap_or("");
        match head_version(&Outline::new(super::text::without_mark(text))) {
            Some(version) if version > VERSION => Err(FileError::WouldLoseNewer {
                path: self.path.to_path_buf(),
                version,
            }),
            _ => Ok(()),
        }
    }

    /// The file holds the very text already: replacing it would only push out its backup.
    fn unchanged(&self, old: &Old) -> SaveOutcome {
        let synced = fs::File::open(self.target).and_then(|file| self.disk.sync_file(&file));
        let durable = synced.is_ok() && self.disk.sync_folder(self.folder).is_ok();
        SaveOutcome {
            durable,
            backup: None,
            fingerprint: Fingerprint::of(&old.bytes, old.metadata.modified().ok()),
        }
    }

    /// Writes the new file beside the old one and reads it back.
    fn write(
        &self,
        scenario: &Scenario,
        text: &str,
        old: Option<&Old>,
    ) -> Result<(TempPath, Fingerprint), FileError> {
        let failed = |error: io::Error| self.failed(&error);
        // A new one whose groups came from a payroll is the user's alone, as its table is.
        let is_of_a_payroll = matches!(scenario.workforce.people, People::Table { .. });
        let temporary = self
            .disk
            .create_temporary(self.folder, old.is_some() || is_of_a_payroll)
            .map_err(failed)?;
        let (mut file, path) = temporary.into_parts();
        if let Some(old) = old {
            self.disk.copy_mode(&file, &old.metadata).map_err(failed)?;
        }
        self.disk
            .write(&mut file, text.as_bytes())
            .map_err(failed)?;
        self.disk.sync_file(&file).map_err(failed)?;
        let back = self
            .disk
            .read_back(&mut file, text.len() + 1)
            .map_err(failed)?;
        is_the_same(scenario, text, &back).map_err(|why| FileError::NotReadBack {
            path: self.path.to_path_buf(),
            why,
        })?;
        let modified = file.metadata().and_then(|m| m.modified()).ok();
        Ok((path, Fingerprint::of(text.as_bytes(), modified)))
    }

    /// Keeps the old file under its backup's name, without ever leaving that name empty.
    fn back_up(&self, old: &Old, beside: &TempPath) -> Result<PathBuf, FileError> {
        let failed = |error: io::Error| FileError::system(self.path, Doing::BackingUp, &error);
        let backup = backup_path(self.target);
        // While the temporary is there, nothing else has its name, nor this one.
        let link = backup_path(beside);
        match self.disk.hard_link(self.target, &link) {
            Ok(()) => {
                let second_name = TempPath::try_from_path(&link).map_err(failed)?;
                self.disk
                    .rename(second_name, &backup)
                    .map_err(|refused| failed(refused.error))?;
                // Renaming does nothing where both are names of one file already, as after a
                // save that was killed between backup and end.
                let _ = fs::remove_file(&link);
            }
            Err(error) if is_not_offered(&error) => {
                let copy = self
                    .disk
                    .create_temporary(self.folder, true)
                    .map_err(failed)?;
                let (mut file, copy) = copy.into_parts();
                self.disk.copy_mode(&file, &old.metadata).map_err(failed)?;
                self.disk.write(&mut file, &old.bytes).map_err(failed)?;
                self.disk.sync_file(&file).map_err(failed)?;
                self.disk
                    .rename(copy, &backup)
                    .map_err(|refused| failed(refused.error))?;
            }
            Err(error) => return Err(failed(error)),
        }
        Ok(backup)
    }

    fn failed(&self, error: &io::Error) -> FileError {
        FileError::system(self.path, Doing::Saving, error)
    }
}

/// Whether what was read back is the text, and the text the scenario.
fn is_the_same(scenario: &Scenario, text: &str, back: &[u8]) -> Result<(), String> {
    if back != text.as_bytes() {
        return Err("the disk gave back something else".to_owned());
    }
    let read = typed(text).map_err(|refused| format!("it stops at {}", refused.span.start))?;
    let same = read == *scenario && to_ron(&read).is_ok_and(|again| again == text);
    if same {
        Ok(())
    } else {
        Err("its entries differ".to_owned())
    }
}

/// The file itself, behind all links; it need not exist.
fn behind_links(path: &Path) -> Result<PathBuf, FileError> {
    let mut target = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = folder_of(&target).join(next),
            // No link, or nothing at all.
            Err(_) => return Ok(target),
        }
    }
    Err(FileError::NotAFile(path.to_path_buf()))
}

/// The folder a file is in; the current one for a bare name.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
