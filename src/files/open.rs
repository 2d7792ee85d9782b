//! Opening a scenario file, and noticing when someone else changes it.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::limits::MAX_BYTES;
use super::problem::{FileError, Problem};
use super::read::read_bytes;
use super::reading::{Reading, problem_at};
use super::system::Doing;
use super::table::{TableState, real_folder};
use super::write::hex;
use crate::scenario::Scenario;
use crate::scenario::validate::FieldPath;
use crate::units::visible::path as shown;

/// A scenario opened from a file: it can be costed.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub scenario: Scenario,
    /// The file as it was read, to tell later whether someone else has changed it.
    pub fingerprint: Fingerprint,
    /// Why it must not be saved over, where a newer version of the program wrote it.
    pub read_only: Option<String>,
    /// Whether the file holds comments; saving over it would lose them, so ask first.
    pub(crate) has_comments: bool,
    /// How the table of groups beside it stands, where it has one. Its groups are in the scenario only when
    /// the table is as it was saved.
    pub table: TableState,
    /// What is doubtful in it.
    pub warnings: Vec<Problem>,
}

/// What a file was at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// Its length in bytes.
    pub(super) len: u64,
    /// When it was last written, where the disk keeps that.
    pub modified: Option<SystemTime>,
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
}

impl Fingerprint {
    /// Takes the fingerprint of bytes written at a moment.
    #[must_use]
    pub fn of(bytes: &[u8], modified: Option<SystemTime>) -> Self {
        Self {
            len: bytes.len() as u64,
            modified,
            sha256: hex(bytes),
        }
    }

    /// Whether bytes are the ones it was taken of.
    #[must_use]
    pub fn matches(&self, bytes: &[u8]) -> bool {
        self.len == bytes.len() as u64 && self.sha256 == hex(bytes)
    }
}

/// Opens a scenario file.
///
/// # Errors
/// [`FileError`] for a file that can't be read, is damaged, or holds a scenario with errors.
pub fn open(path: &Path) -> Result<Opened, FileError> {
    let (bytes, modified) = read_file(path)?;
    let named = |error: FileError| error.in_file(path, existing_backup(path));
    let reading = read_bytes(&bytes)
        .map_err(named)?
        .beside(&bytes, &real_folder(path));
    let (read_only, has_comments) = (reading.read_only.clone(), reading.has_comments);
    let table = reading.table.clone();
    let (scenario, warnings) = reading.valid().map_err(named)?;
    Ok(Opened {
        scenario,
        fingerprint: Fingerprint::of(&bytes, modified),
        read_only,
        has_comments,
        table,
        warnings,
    })
}

/// Reads a scenario file and lists everything wrong and doubtful in it. Where it is damaged, its
/// backup is named too.
///
/// # Errors
/// [`FileError`] where the file itself can't be read; what is wrong in its text is in the reading.
pub fn check(path: &Path) -> Result<Reading, FileError> {
    let (bytes, _) = read_file(path)?;
    let mut reading = read_bytes(&bytes)
        .map_err(|error| error.in_file(path, None))?
        .beside(&bytes, &real_folder(path));
    let damaged = reading.problems.iter_mut().find(|problem| problem.damaged);
    if let (Some(problem), Some(backup)) = (damaged, existing_backup(path)) {
        let offer = format!(
            ". The version before the last save is in {}",
            shown(&backup)
        );
        problem.message.push_str(&offer);
    }
    Ok(reading)
}

/// Something found out after a file was opened, such as while costing, at its place in the file; `None`
/// where it can't be read any more.
#[must_use]
pub fn problem_in(path: &Path, place: &FieldPath, message: &str) -> Option<Problem> {
    let (bytes, _) = read_file(path).ok()?;
    problem_at(&bytes, place, message)
}

/// Whether a file is another than the one a fingerprint was taken of; true also where it is gone.
/// Looks at time and size first, and at the contents only where those differ, so that it can be
/// asked whenever a window comes to the front. Saving compares the contents in any case.
///
/// # Errors
/// [`FileError`] where the file can't be read.
pub fn has_changed(path: &Path, fingerprint: &Fingerprint) -> Result<bool, FileError> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(FileError::system(path, Doing::Opening, &error)),
    };
    let modified = metadata.modified().ok();
    if metadata.len() != fingerprint.len {
        return Ok(true);
    }
    if modified.is_some() && modified == fingerprint.modified {
        return Ok(false);
    }
    let (bytes, _) = read_file(path)?;
    Ok(!fingerprint.matches(&bytes))
}

/// The fingerprint of a file as it is now; none where there is no such file.
///
/// # Errors
/// [`FileError`] where it can't be read.
pub fn fingerprint(path: &Path) -> Result<Option<Fingerprint>, FileError> {
    match read_file(path) {
        Ok((bytes, modified)) => Ok(Some(Fingerprint::of(&bytes, modified))),
        Err(FileError::Missing { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The backup of a file: its name with `.bak` after it.
#[must_use]
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".bak");
    PathBuf::from(name)
}

fn existing_backup(path: &Path) -> Option<PathBuf> {
    Some(backup_path(path)).filter(|backup| backup.is_file())
}

/// Reads a whole ordinary file up to the size limit.
fn read_file(path: &Path) -> Result<(Vec<u8>, Option<SystemTime>), FileError> {
    let refused = |error: std::io::Error| {
        if error.kind() == ErrorKind::NotFound {
            FileError::Missing {
                path: path.to_path_buf(),
                backup: existing_backup(path),
            }
        } else {
            FileError::system(path, Doing::Opening, &error)
        }
    };
    let too_large = || FileError::TooLarge {
        path: Some(path.to_path_buf()),
    };
    // Looked at before it is opened: opening a pipe would wait for someone to write into it.
    let metadata = fs::metadata(path).map_err(refused)?;
    is_file(path, &metadata)?;
    if metadata.len() > MAX_BYTES as u64 {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // One byte more than allowed, in case it has grown meanwhile.
    File::open(path)
        .map_err(refused)?
        .take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    if bytes.len() > MAX_BYTES {
        return Err(too_large());
    }
    Ok((bytes, metadata.modified().ok()))
}

/// Refuses folders, devices and pipes.
pub(super) fn is_file(path: &Path, metadata: &fs::Metadata) -> Result<(), FileError> {
    if metadata.is_dir() {
        Err(FileError::Folder(path.to_path_buf()))
    } else if metadata.is_file() {
        Ok(())
    } else {
        Err(FileError::NotAFile(path.to_path_buf()))
    }
}
