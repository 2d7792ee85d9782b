//! A disk that is full: it has room for so many calls, and none for more until there is room again.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use counteroffer::files::{Disk, RealDisk};

#[derive(Clone)]
pub struct FullDisk {
    left: Arc<AtomicUsize>,
}

impl FullDisk {
    /// Full after so many calls.
    pub fn after(calls: usize) -> Self {
        Self {
            left: Arc::new(AtomicUsize::new(calls)),
        }
    }

    /// Makes room for all that comes.
    #[allow(dead_code, reason = "not every test goes on after the disk was full")]
    pub fn has_room(&self) {
        self.left.store(usize::MAX / 2, Ordering::Relaxed);
    }

    fn call(&self) -> std::io::Result<()> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Err(std::io::Error::from(std::io::ErrorKind::StorageFull));
        }
        self.left.store(left - 1, Ordering::Relaxed);
        Ok(())
    }
}

impl Disk for FullDisk {
    fn create_temporary(
        &self,
        folder: &Path,
        private: bool,
    ) -> std::io::Result<tempfile::NamedTempFile> {
        self.call()?;
        RealDisk.create_temporary(folder, private)
    }

    fn write(&self, file: &mut std::fs::File, bytes: &[u8]) -> std::io::Result<()> {
        // A full disk takes a part.
        if let Err(refused) = self.call() {
            RealDisk.write(file, &bytes[..bytes.len() / 2])?;
            return Err(refused);
        }
        RealDisk.write(file, bytes)
    }

    fn sync_file(&self, file: &std::fs::File) -> std::io::Result<()> {
        self.call()?;
        RealDisk.sync_file(file)
    }

    fn rename(
        &self,
        from: tempfile::TempPath,
        to: &Path,
    ) -> Result<(), tempfile::PathPersistError> {
        if let Err(error) = self.call() {
            return Err(tempfile::PathPersistError { error, path: from });
        }
        RealDisk.rename(from, to)
    }

    fn hard_link(&self, file: &Path, name: &Path) -> std::io::Result<()> {
        self.call()?;
        RealDisk.hard_link(file, name)
    }
}
