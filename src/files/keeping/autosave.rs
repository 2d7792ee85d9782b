//! Keeping the unsaved work of one document.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::SystemTime;

use super::about::Original;
use super::data_folder::{DataFolder, make_private};
use super::error::KeepingError;
use super::private_disk::PrivateDisk;
use super::slot::Slot;
use crate::files::disk::{Disk, RealDisk};
use crate::files::save::{Over, save_on};
use crate::files::table;
use crate::scenario::Scenario;

/// The autosave of one open document.
///
/// Dropping it leaves the work for the next start to offer; only [`Autosave::clear`] removes it.
pub struct Autosave {
    folder: PathBuf,
    disk: Box<dyn Disk + Send>,
    slot: Option<Slot>,
    /// The last autosave tried; never tried again under the same name.
    generation: u64,
}

impl Autosave {
    /// An autosave that has kept nothing yet; the disk stays untouched until there is work.
    #[must_use]
    pub fn new(folder: &DataFolder) -> Self {
        Self::on(Box::new(RealDisk), folder)
    }

    /// As [`Autosave::new`], with a disk of the caller's.
    #[must_use]
    pub fn on(disk: Box<dyn Disk + Send>, folder: &DataFolder) -> Self {
        Self {
            folder: folder.autosaves(),
            disk,
            slot: None,
            generation: 0,
        }
    }

    /// Keeps a document as it stands, and tells when. The autosave before stays whole until this
    /// one is on the disk and has been read back.
    ///
    /// # Errors
    /// [`KeepingError::Autosave`]; then the autosave before is as it was.
    pub fn record(
        &mut self,
        scenario: &Scenario,
        original: Option<&Original>,
    ) -> Result<SystemTime, KeepingError> {
        let same = |slot: &Slot| slot.original.as_ref() == original;
        let former = match self.slot.take() {
            Some(slot) if same(&slot) => {
                self.slot = Some(slot);
                None
            }
            // Saved under another name since: a slot of its own, so that work and description of
            // one slot always fit together.
            other => other,
        };
        let recorded = self.write(scenario, original);
        match (&recorded, former) {
            (Ok(_), Some(former)) => {
                // The new one is kept. What can't be removed is offered at the next start, where
                // it shows its age.
                let _ = former.remove();
            }
            (Err(_), Some(former)) if self.slot.is_none() => self.slot = Some(former),
            (Err(_), Some(former)) => {
                // Not a single autosave is in the new slot; the former one's stays the last.
                if let Some(empty) = self.slot.replace(former) {
                    let _ = empty.remove();
                }
            }
            (_, None) => {}
        }
        recorded
    }

    fn write(
        &mut self,
        scenario: &Scenario,
        original: Option<&Original>,
    ) -> Result<SystemTime, KeepingError> {
        // Someone may have removed the data folder while the program runs.
        make_private(&self.folder).map_err(|error| KeepingError::autosave(&error))?;
        let slot = match self.slot.take().filter(Slot::is_there) {
            Some(slot) => slot,
            None => Slot::create(&*self.disk, &self.folder, original)
                .map_err(|error| KeepingError::autosave(&error))?,
        };
        let slot = self.slot.insert(slot);
        self.generation += 1;
        let file = slot.file(self.generation);
        // A new file each time: replacing one would make a .bak of it.
        save_on(&PrivateDisk(&*self.disk), scenario, &file, Over::Nothing)
            .map_err(|error| KeepingError::autosave_file(&error))?;
        // One that can't be removed now is removed with the next; the newest one counts.
        for older in slot.generations().unwrap_or_default() {
            if older < self.generation {
                let _ = fs::remove_file(slot.file(older));
            }
        }
        table::sweep_unnamed(&self.folder);
        let written = fs::metadata(&file).and_then(|metadata| metadata.modified());
        Ok(written.unwrap_or_else(|_| SystemTime::now()))
    }

    /// Whether what was kept last is still on the disk; true also where nothing was kept.
    pub(super) fn is_there(&self) -> bool {
        self.slot
            .as_ref()
            .is_none_or(|slot| slot.is_there() && slot.file(self.generation).is_file())
    }

    /// Removes what was kept: the work is saved, or the user doesn't want it.
    ///
    /// # Errors
    /// [`KeepingError::Clearing`] where it can't be removed; it is offered at the next start then.
    pub fn clear(&mut self) -> Result<(), KeepingError> {
        let removed = self.slot.take().map(Slot::remove);
        if removed.is_some() {
            table::sweep_unnamed(&self.folder);
        }
        match removed {
            // Whoever removed it, it is gone.
            Some(Err(error)) if error.kind() != ErrorKind::NotFound => {
                Err(KeepingError::clearing(&error))
            }
            _ => Ok(()),
        }
    }

    /// Goes on with recovered work where it lies, so that it is safe at every moment.
    pub(super) fn adopt(&mut self, slot: Slot) -> Result<(), KeepingError> {
        self.clear()?;
        let newest = slot.generations().ok().and_then(|all| all.first().copied());
        self.generation = self.generation.max(newest.unwrap_or(0));
        self.slot = Some(slot);
        Ok(())
    }
}
