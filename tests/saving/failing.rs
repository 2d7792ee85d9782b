//! A disk that does as it is told until one chosen call.

use std::cell::{Cell, RefCell};
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use counteroffer::files::{Disk, RealDisk};
use tempfile::{NamedTempFile, PathPersistError, TempPath};

/// What the chosen call does.
#[derive(Debug, Clone)]
pub enum What {
    /// Fails with this errno and does nothing.
    Refuse(i32),
    /// Writes half, then fails with this errno.
    HalfThenRefuse(i32),
    /// Gives back other bytes than were written.
    GiveBackOther,
    /// Someone else writes this text into this file first.
    MeanwhileWrite(PathBuf, String),
    /// The program ends before it.
    DieBefore,
    /// The program ends after half a write, or after the call.
    DieAfter,
}

/// The disk.
pub struct Failing {
    at: usize,
    what: What,
    calls: RefCell<Vec<&'static str>>,
    lock: RefCell<Option<PathBuf>>,
    now: Cell<bool>,
}

impl Failing {
    /// Fails nowhere.
    pub fn never() -> Self {
        Self::at(usize::MAX, What::Refuse(0))
    }

    /// Fails at the call of this number, from 0.
    pub fn at(at: usize, what: What) -> Self {
        Self {
            at,
            what,
            calls: RefCell::default(),
            lock: RefCell::default(),
            now: Cell::new(false),
        }
    }

    /// The calls made so far.
    pub fn calls(&self) -> Vec<&'static str> {
        self.calls.borrow().clone()
    }

    /// The lock file asked for.
    pub fn lock_path(&self) -> Option<PathBuf> {
        self.lock.borrow().clone()
    }

    fn before(&self, call: &'static str) -> io::Result<()> {
        self.now.set(self.calls.borrow().len() == self.at);
        self.calls.borrow_mut().push(call);
        if !self.now.get() {
            return Ok(());
        }
        match &self.what {
            What::Refuse(errno) => Err(io::Error::from_raw_os_error(*errno)),
            What::DieBefore => std::process::abort(),
            What::MeanwhileWrite(path, text) => fs::write(path, text),
            What::HalfThenRefuse(_) | What::GiveBackOther | What::DieAfter => Ok(()),
        }
    }

    fn after<T>(&self, result: T) -> T {
        if self.now.get() && matches!(self.what, What::DieAfter) {
            std::process::abort();
        }
        result
    }
}

impl Disk for Failing {
    fn open_lock(&self, path: &Path) -> io::Result<File> {
        *self.lock.borrow_mut() = Some(path.to_path_buf());
        self.before("open_lock")?;
        self.after(RealDisk.open_lock(path))
    }

    fn may_change(&self, path: &Path) -> io::Result<()> {
        self.before("may_change")?;
        self.after(RealDisk.may_change(path))
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.before("read")?;
        self.after(RealDisk.read(path, most))
    }

    fn create_temporary(&self, folder: &Path, private: bool) -> io::Result<NamedTempFile> {
        self.before("create_temporary")?;
        self.after(RealDisk.create_temporary(folder, private))
    }

    fn copy_mode(&self, file: &File, of: &Metadata) -> io::Result<()> {
        self.before("copy_mode")?;
        self.after(RealDisk.copy_mode(file, of))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.before("write")?;
        let half = &bytes[..bytes.len() / 2];
        match &self.what {
            What::HalfThenRefuse(errno) if self.now.get() => {
                file.write_all(half)?;
                Err(io::Error::from_raw_os_error(*errno))
            }
            What::DieAfter if self.now.get() => self.after(file.write_all(half)),
            _ => RealDisk.write(file, bytes),
        }
    }

    fn sync_file(&self, file: &File) -> io::Result<()> {
        self.before("sync_file")?;
        self.after(RealDisk.sync_file(file))
    }

    fn read_back(&self, file: &mut File, most: usize) -> io::Result<Vec<u8>> {
        self.before("read_back")?;
        let mut bytes = self.after(RealDisk.read_back(file, most))?;
        if self.now.get() && matches!(self.what, What::GiveBackOther) {
            bytes[100] ^= 1;
        }
        Ok(bytes)
    }

    fn hard_link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.before("hard_link")?;
        self.after(RealDisk.hard_link(file, name))
    }

    fn rename(&self, from: TempPath, to: &Path) -> Result<(), PathPersistError> {
        match self.before("rename") {
            Ok(()) => self.after(RealDisk.rename(from, to)),
            Err(error) => Err(PathPersistError { error, path: from }),
        }
    }

    fn rename_new(&self, from: TempPath, to: &Path) -> Result<(), PathPersistError> {
        match self.before("rename_new") {
            Ok(()) => self.after(RealDisk.rename_new(from, to)),
            Err(error) => Err(PathPersistError { error, path: from }),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.before("sync_folder")?;
        self.after(RealDisk.sync_folder(folder))
    }
}
