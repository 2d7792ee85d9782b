//! A disk whose calls can be broken and mended while it is used.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use counteroffer::files::{Disk, RealDisk};
use tempfile::{NamedTempFile, PathPersistError, TempPath};

/// What a broken call does.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Refuses with this number, until mended.
    Refuse(i32),
    /// Panics with this message, once.
    Panic(String),
}

#[derive(Debug, Clone, Default)]
pub struct BrokenDisk {
    broken: Arc<Mutex<Option<(&'static str, Fault)>>>,
}

/// The calls of an autosave that can fail it.
pub const CALLS: [&str; 6] = [
    "open_lock",
    "create_temporary",
    "write",
    "sync_file",
    "read_back",
    "rename_new",
];

impl BrokenDisk {
    /// Breaks one call.
    pub fn break_at(&self, call: &'static str, fault: Fault) {
        *self.broken.lock().unwrap() = Some((call, fault));
    }

    /// All goes as ever again.
    pub fn mend(&self) {
        *self.broken.lock().unwrap() = None;
    }

    fn before(&self, call: &str) -> io::Result<()> {
        let mut broken = self.broken.lock().unwrap();
        let fault = match broken.as_ref() {
            Some((at, fault)) if *at == call => fault.clone(),
            _ => return Ok(()),
        };
        match fault {
            Fault::Refuse(number) => Err(io::Error::from_raw_os_error(number)),
            Fault::Panic(message) => {
                *broken = None;
                drop(broken);
                panic!("{message}");
            }
        }
    }
}

impl Disk for BrokenDisk {
    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.before("open_lock")?;
        RealDisk.open_lock(path)
    }

    fn create_temporary(&self, folder: &Path, private: bool) -> io::Result<NamedTempFile> {
        self.before("create_temporary")?;
        RealDisk.create_temporary(folder, private)
    }

    fn copy_mode(&self, file: &File, of: &Metadata) -> io::Result<()> {
        self.before("copy_mode")?;
        RealDisk.copy_mode(file, of)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        // A full disk takes a part.
        if let Err(refused) = self.before("write") {
            RealDisk.write(file, &bytes[..bytes.len() / 2])?;
            return Err(refused);
        }
        RealDisk.write(file, bytes)
    }

    fn sync_file(&self, file: &File) -> io::Result<()> {
        self.before("sync_file")?;
        RealDisk.sync_file(file)
    }

    fn read_back(&self, file: &mut File, most: usize) -> io::Result<Vec<u8>> {
        self.before("read_back")?;
        RealDisk.read_back(file, most)
    }

    fn rename(&self, from: TempPath, to: &Path) -> Result<(), PathPersistError> {
        match self.before("rename") {
            Ok(()) => RealDisk.rename(from, to),
            Err(error) => Err(PathPersistError { error, path: from }),
        }
    }

    fn rename_new(&self, from: TempPath, to: &Path) -> Result<(), PathPersistError> {
        match self.before("rename_new") {
            Ok(()) => RealDisk.rename_new(from, to),
            Err(error) => Err(PathPersistError { error, path: from }),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.before("sync_folder")?;
        RealDisk.sync_folder(folder)
    }
}
