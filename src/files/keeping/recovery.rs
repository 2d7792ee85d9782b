//! At the start: the unsaved work of programs that died.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::about::Original;
use super::data_folder::DataFolder;
use super::error::{KeepingError, why};
use super::slot::{Slot, parts};
use super::times_and_names::ago;
use crate::files::disk::{Disk, RealDisk};
use crate::files::limits::MAX_BYTES;
use crate::files::read::read_bytes;
use crate::files::reading::Reading;
use crate::files::sweep::sweep;
use crate::files::table;
use crate::scenario::Scenario;
use crate::units::visible::path as shown;

/// How much older than this start a temporary must be to be swept: disks keep time less exactly
/// than clocks do.
const LEEWAY: Duration = Duration::from_secs(10);

/// What dead programs left.
#[derive(Debug, Default)]
pub struct Recovery {
    /// Work to offer, the newest first. Each entry is held until it is dropped: no other window
    /// offers it meanwhile, and if it is neither adopted nor discarded, the next start does.
    pub work: Vec<LostWork>,
    /// What the user should know: autosaves that could not be read.
    pub messages: Vec<String>,
}

/// Unsaved work of a program that died.
#[derive(Debug)]
pub struct LostWork {
    /// When it was autosaved.
    when: SystemTime,
    /// What has become of its file since it was opened or last saved there.
    pub file: FileSince,
    scenario: Scenario,
    slot: Slot,
}

/// What has become of a document's file while nobody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileSince {
    /// It never had one.
    Untitled,
    AsItWas,
    /// It holds something else now.
    Changed,
    /// It is gone, or can't be read.
    Gone,
}

impl Recovery {
    /// Looks for work to recover. Nothing it finds can keep the program from starting.
    #[must_use]
    pub fn look(folder: &DataFolder) -> Self {
        let mut found = Self::default();
        let autosaves = folder.autosaves();
        if let Some(moment) = SystemTime::now().checked_sub(LEEWAY) {
            // What killed autosaves left; if it can't be removed now, the next start tries again.
            let _ = sweep(&autosaves, moment);
            table::sweep_unnamed(&autosaves);
        }
        let names = match names(&autosaves) {
            Ok(names) => names,
            Err(error) => {
                found.messages.push(format!(
                    "Whether there is unsaved work to recover can't be told, because {} can't be \
                     read: {}. Check the folder and start again",
                    shown(&autosaves),
                    why(&error)
                ));
                return found;
            }
        };
        for name in names {
            match Slot::take_over(&autosaves, &name) {
                Ok(Some(slot)) => found.take(slot, folder),
                Ok(None) => {}
                Err(error) => found.messages.push(format!(
                    "Unsaved work in {} can't be reached: {}. Start again to try once more",
                    shown(&autosaves.join(name)),
                    why(&error)
                )),
            }
        }
        found.work.sort_by_key(|work| std::cmp::Reverse(work.when));
        found
    }

    fn take(&mut self, slot: Slot, folder: &DataFolder) {
        for generation in slot.generations().unwrap_or_default() {
            let file = slot.file(generation);
            let reading = match read(&file) {
                Ok(reading) => reading,
                Err(why) => {
                    self.messages.push(format!(
                        "Unsaved work in {} can't be read: {why}. It stays there; start again to \
                         try once more",
                        shown(&file)
                    ));
                    return;
                }
            };
            if reading.newer.is_some() {
                self.messages.push(format!(
                    "{} holds unsaved work of a newer version of the program. Start that version \
                     to recover it",
                    shown(&file)
                ));
                return;
            }
            match reading.scenario {
                Some(scenario) => return self.offer(slot, &file, scenario),
                None => self.set_aside(&file, folder),
            }
        }
        // Nothing left: killed before its first autosave, or all set aside.
        let _ = slot.remove();
    }

    fn offer(&mut self, slot: Slot, file: &Path, scenario: Scenario) {
        let original = slot.original.as_ref();
        let (since, saved) = original.map_or((FileSince::Untitled, None), look_at);
        if saved.is_some_and(|saved| saved == scenario) {
            // Saved, and killed before the autosave was cleared: there is nothing to recover.
            let _ = slot.remove();
            return;
        }
        let when = fs::metadata(file).and_then(|metadata| metadata.modified());
        self.work.push(LostWork {
            when: when.unwrap_or(SystemTime::UNIX_EPOCH),
            file: since,
            scenario,
            slot,
        });
    }

    /// Moves a damaged autosave out of the way, where someone may still look at it.
    fn set_aside(&mut self, file: &Path, folder: &DataFolder) {
        let target = folder
            .set_aside()
            .join(file.file_name().unwrap_or_default());
        self.messages.push(match fs::rename(file, &target) {
            Ok(()) => format!(
                "An autosave is damaged and was set aside as {}. The document it belonged to is as \
                 it was last saved; look among its backups for earlier versions",
                shown(&target)
            ),
            Err(error) => format!(
                "The autosave {} is damaged and can't be moved away: {}. Remove it",
                shown(file),
                why(&error)
            ),
        });
    }
}

impl LostWork {
    /// What the case is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.scenario.title
    }

    /// The work itself.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The file it belongs to, as it was when it was opened or last saved there.
    #[must_use]
    pub fn original(&self) -> Option<&Original> {
        self.slot.original.as_ref()
    }

    /// One line to offer it by.
    #[must_use]
    pub fn in_words(&self, now: SystemTime) -> String {
        let title = self.title().trim();
        let title = if title.is_empty() { "Untitled" } else { title };
        let of = self.original().map_or_else(
            || "never saved".to_owned(),
            |original| shown(&original.path),
        );
        let but = match self.file {
            FileSince::Untitled | FileSince::AsItWas => "",
            FileSince::Changed => "; the file has been changed since",
            FileSince::Gone => "; the file is gone or can\u{2019}t be read",
        };
        let when = ago(self.when, now);
        format!("{title} ({of}), autosaved {when}{but}")
    }

    /// Removes it for good.
    ///
    /// # Errors
    /// [`KeepingError::Clearing`] where it can't be removed; the next start offers it again.
    pub fn discard(self) -> Result<(), KeepingError> {
        self.slot
            .remove()
            .map_err(|error| KeepingError::clearing(&error))
    }

    pub(super) fn into_parts(self) -> (Scenario, Slot) {
        (self.scenario, self.slot)
    }
}

/// The slots in the folder. Each is listed once, whatever it holds.
fn names(autosaves: &Path) -> std::io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(autosaves)? {
        let entry = entry?;
        let file = entry.file_name();
        if let Some((name, _)) = file.to_str().and_then(parts)
            && entry.file_type()?.is_file()
        {
            names.insert(name.to_owned());
        }
    }
    Ok(names)
}

fn read(file: &Path) -> Result<Reading, String> {
    let bytes = RealDisk
        .read(file, MAX_BYTES + 1)
        .map_err(|error| why(&error))?;
    read_bytes(&bytes)
        .map(|reading| reading.beside(&bytes, &table::real_folder(file)))
        .map_err(|error| error.to_string())
}

/// What a document's file holds now.
fn look_at(original: &Original) -> (FileSince, Option<Scenario>) {
    let path = &original.path;
    // Looked at before it is opened: opening a pipe would wait for someone to write into it.
    if !path.is_file() {
        return (FileSince::Gone, None);
    }
    match RealDisk.read(path, MAX_BYTES + 1) {
        Ok(bytes) => {
            let since = if original.fingerprint.matches(&bytes) {
                FileSince::AsItWas
            } else {
                FileSince::Changed
            };
            let reading = read_bytes(&bytes).ok();
            (since, reading.and_then(|reading| reading.scenario))
        }
        Err(_) => (FileSince::Gone, None),
    }
}
