//! A disk whose new files only the user may read.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use tempfile::{NamedTempFile, PathPersistError, TempPath};

use crate::files::disk::Disk;

/// Saves through this disk make private files: beside a document a new file takes the rights the
/// folder's users expect, in the data folder it must not.
pub(super) struct PrivateDisk<'a>(pub(super) &'a dyn Disk);

impl Disk for PrivateDisk<'_> {
    fn create_temporary(&self, folder: &Path, _private: bool) -> io::Result<NamedTempFile> {
        self.0.create_temporary(folder, true)
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.0.open_lock(path)
    }

    fn may_change(&self, path: &Path) -> io::Result<()> {
        self.0.may_change(path)
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.0.read(path, most)
    }

    fn copy_mode(&self, file: &File, of: &Metadata) -> io::Result<()> {
        self.0.copy_mode(file, of)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.0.write(file, bytes)
    }

    fn sync_file(&self, file: &File) -> io::Result<()> {
        self.0.sync_file(file)
    }

    fn read_back(&self, file: &mut File, most: usize) -> io::Result<Vec<u8>> {
        self.0.read_back(file, most)
    }

    fn hard_link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.0.hard_link(file, name)
    }

    fn rename(&self, from: TempPath, to: &Path) -> Result<(), PathPersistError> {
        self.0.rename(from, to)
    }

    fn rename_new(&self, from: TempPath, to: &Path) -> Result<(), PathPersistError> {
        self.0.rename_new(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.0.sync_folder(folder)
    }
}
