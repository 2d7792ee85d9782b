//! Writing a table, and letting go of one that nothing names any more.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::{COLUMNS, DIGITS, MOST_BYTES};
use crate::files::disk::{Disk, RealDisk};
use crate::files::limits::MAX_BYTES;
use crate::files::problem::FileError;
use crate::files::system::Doing;
use crate::files::typed::typed;
use crate::files::write::hex;
use crate::scenario::{Group, People, Scenario, TableGroups};
use crate::units::Known;
use crate::units::digits::FromDigits;

/// How long a table that nothing names may be about to be named: another window writes it first.
const LEEWAY: Duration = Duration::from_secs(60);

/// The text of a table of groups. Cells that a spreadsheet would take for a formula are marked by an apostrophe,
/// which reading takes away again.
///
/// # Errors
/// [`FileError::Unwritable`] where it can't be put into words; no table is known that can't.
pub fn to_csv(groups: &[Group]) -> Result<Vec<u8>, FileError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let refused = |error: csv::Error| FileError::Unwritable(error.to_string());
    writer.write_record(COLUMNS).map_err(refused)?;
    for group in groups {
        let name = |text: &Option<String>| guarded(text.as_deref().unwrap_or_default());
        writer
            .write_record([
                guarded(&group.name),
                name(&group.market),
                name(&group.unit),
                name(&group.job),
                name(&group.scale),
                group.step.map_or_else(String::new, |step| step.to_string()),
                known(&group.headcount),
                known(&group.fte),
                group.rate.as_ref().map_or_else(String::new, known),
                group
                    .next_step
                    .map_or_else(String::new, |date| date.to_string()),
            ])
            .map_err(refused)?;
    }
    writer
        .into_inner()
        .map_err(|error| FileError::Unwritable(error.to_string()))
}

fn known<T: FromDigits>(value: &Known<T>) -> String {
    match value {
        Known::Known(value) => value.to_digits(),
        Known::Unknown => "unknown".to_owned(),
    }
}

/// The cell, with an apostrophe before what would begin a formula. A text that begins so already gets one
/// more, so that reading finds the same text again.
pub(in crate::files) fn guarded(text: &str) -> String {
    if is_risky(text.trim_start_matches('\'')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text that was guarded.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_risky(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn is_risky(text: &str) -> bool {
    crate::units::spreadsheet::is_risky(text)
}

/// The people with their groups in a table named after `stem`, such as the scenario's own name. A summary
/// stays a summary.
///
/// # Errors
/// [`FileError::Unwritable`].
pub fn as_table(people: &People, stem: &str) -> Result<People, FileError> {
    let Some(groups) = people.groups() else {
        return Ok(people.clone());
    };
    let sha256 = hex(&to_csv(groups)?);
    let digits = sha256.get(..DIGITS).unwrap_or(&sha256);
    // The name stays a bare one whatever the scenario is called.
    let plain = |c: char| {
        if c.is_alphanumeric() || "-_ ()".contains(c) {
            c
        } else {
            '-'
        }
    };
    let stem: String = stem.chars().take(100).map(plain).collect();
    let stem = stem.trim();
    let stem = if stem.is_empty() { "groups" } else { stem };
    Ok(People::Table {
        file: format!("{stem}.{digits}.csv"),
        sha256,
        groups: TableGroups::read(groups.to_vec()),
    })
}

/// Writes the table of a scenario beside it and reads it back; nothing where it is there already, or where
/// its groups aren't in memory.
///
/// # Errors
/// [`FileError`], and then nothing has changed.
pub(in crate::files) fn write_beside(
    disk: &dyn Disk,
    folder: &Path,
    people: &People,
) -> Result<(), FileError> {
    let People::Table {
        file,
        sha256,
        groups,
    } = people
    else {
        return Ok(());
    };
    let Some(list) = groups.get() else {
        return Ok(());
    };
    let path = folder.join(file);
    let failed = |error: &io::Error| FileError::system(&path, Doing::Saving, error);
    let bytes = match groups.own_text() {
        Some(text) => text.to_vec(),
        None => to_csv(list)?,
    };
    let there = disk.read(&path, MOST_BYTES);
    if there.as_ref().is_ok_and(|there| hex(there) == *sha256) {
        // Another window must not take it for one that nothing names any more.
        let _ = File::options()
            .append(true)
            .open(&path)
            .and_then(|file| file.set_modified(SystemTime::now()));
        return Ok(());
    }
    if hex(&bytes) != *sha256 {
        return Err(FileError::NotReadBack {
            path,
            why: "its hash is not the one the scenario names".to_owned(),
        });
    }
    let temporary = disk
        .create_temporary(folder, true)
        .map_err(|error| failed(&error))?;
    let (mut file, temporary) = temporary.into_parts();
    disk.write(&mut file, &bytes)
        .and_then(|()| disk.sync_file(&file))
        .map_err(|error| failed(&error))?;
    let back = disk
        .read_back(&mut file, bytes.len() + 1)
        .map_err(|error| failed(&error))?;
    if back != bytes {
        return Err(FileError::NotReadBack {
            path,
            why: "the disk gave back something else".to_owned(),
        });
    }
    drop(file);
    // What has the name but not the hash was changed outside; the scenario keeps what it was made with.
    disk.rename(temporary, &path)
        .map_err(|refused| failed(&refused.error))?;
    // The scenario's own save confirms the folder once more.
    let _ = disk.sync_folder(folder);
    Ok(())
}

/// The table that a scenario's text names, if it names one.
pub(in crate::files) fn named_in(bytes: &[u8]) -> Option<String> {
    memchr::memmem::find(bytes, b"Table(")?;
    let text = std::str::from_utf8(bytes).ok()?;
    let scenario: Scenario = typed(crate::files::text::without_mark(text)).ok()?;
    match &scenario.workforce.people {
        People::Table { file, .. } => Some(file.clone()),
        _ => None,
    }
}

/// Removes tables that were named by what a save replaced, unless something in the folder still names them.
/// One that can't be removed stays; it holds no more than the scenario did.
pub(in crate::files) fn retire(folder: &Path, candidates: &[String]) {
    let ours = |name: &&String| is_ours(OsStr::new(name.as_str()));
    for name in candidates.iter().filter(ours) {
        if !is_named(folder, name) {
            let _ = fs::remove_file(folder.join(name));
        }
    }
}

/// Removes every table of a folder of ours that no scenario there names, unless it was written just now.
pub(in crate::files) fn sweep_unnamed(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let old = entry
            .metadata()
            .and_then(|metadata| metadata.modified())
            .is_ok_and(|written| written.elapsed().is_ok_and(|age| age > LEEWAY));
        if old && is_ours(&name) && name.to_str().is_some_and(|name| !is_named(folder, name)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a name is one that [`as_table`] gives.
fn is_ours(name: &OsStr) -> bool {
    let parts = name
        .to_str()
        .and_then(|name| name.strip_suffix(".csv"))
        .and_then(|name| name.rsplit_once('.'));
    parts.is_some_and(|(stem, digits)| {
        !stem.is_empty()
            && digits.len() == DIGITS
            && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// Whether any scenario or backup in the folder names a table. What can't be read might.
fn is_named(folder: &Path, name: &str) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return true;
    };
    for entry in entries.flatten() {
        let file = entry.file_name();
        let file = file.as_encoded_bytes();
        if !(file.ends_with(b".ron") || file.ends_with(b".bak")) {
            continue;
        }
        match RealDisk.read(&entry.path(), MAX_BYTES) {
            Ok(bytes) if memchr::memmem::find(&bytes, name.as_bytes()).is_none() => {}
            _ => return true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarding_a_cell_can_be_undone() {
        for text in [
            "=1+1", "'=1", "''@x", "-3", "plain", "'quoted'", "", "\tx", "+",
        ] {
            let cell = guarded(text);
            assert!(!is_risky(&cell), "{text:?} is written as {cell:?}");
            assert_eq!(unguarded(&cell), text);
        }
    }

    #[test]
    fn only_names_we_give_are_ours() {
        let ours = |name: &str| is_ours(OsStr::new(name));
        assert!(ours("case.0123456789abcdef.csv"));
        assert!(!ours("payroll.csv"));
        assert!(!ours("payroll.2025.csv"));
        assert!(!ours("case.0123456789abcdeg.csv"));
    }
}
