//! Where the program keeps what belongs to no document's folder.

use std::ffi::OsString;
use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

use super::error::KeepingError;
use crate::files::disk::{Disk, RealDisk};

/// What the program's folder is called.
const NAME: &str = "counteroffer";

/// The folder for autosaves, backups and crash notes. What it holds is private to the user: pay
/// data of unsaved work is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder {
    root: PathBuf,
}

/// How a system names its places.
#[derive(Debug, Clone, Copy)]
enum System {
    Windows,
    Mac,
    Unix,
}

impl DataFolder {
    /// The user's own: `$XDG_DATA_HOME/counteroffer` or `~/.local/share/counteroffer`, on macOS
    /// `~/Library/Application Support/counteroffer`, on Windows `%LOCALAPPDATA%\counteroffer`.
    ///
    /// # Errors
    /// [`KeepingError`] where there is no such place or it can't be written; the program can go
    /// on without.
    pub fn standard() -> Result<Self, KeepingError> {
        let system = if cfg!(windows) {
            System::Windows
        } else if cfg!(target_os = "macos") {
            System::Mac
        } else {
            System::Unix
        };
        let place = place(system, |name| std::env::var_os(name)).ok_or(KeepingError::NoPlace)?;
        Self::at(place)
    }

    /// A folder of the caller's choice, made with all it needs.
    ///
    /// # Errors
    /// [`KeepingError`] where it can't be made or written.
    pub fn at(root: impl Into<PathBuf>) -> Result<Self, KeepingError> {
        let folder = Self { root: root.into() };
        folder
            .prepare()
            .map_err(|error| KeepingError::folder(&folder.root, &error))?;
        Ok(folder)
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// Unsaved work of running programs, and of those that died.
    pub(super) fn autosaves(&self) -> PathBuf {
        self.root.join("autosaves")
    }

    /// Autosaves nobody can read, kept for whoever might.
    pub(super) fn set_aside(&self) -> PathBuf {
        self.root.join("set-aside")
    }

    pub(super) fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// Where the program stopped unexpectedly.
    #[must_use]
    pub fn crashes(&self) -> PathBuf {
        self.root.join("crashes")
    }

    fn prepare(&self) -> io::Result<()> {
        make_private(&self.root)?;
        close_to_others(&self.root)?;
        for folder in [
            self.autosaves(),
            self.set_aside(),
            self.backups(),
            self.crashes(),
        ] {
            make_private(&folder)?;
            // One that something else has opened to others is closed again.
            close_to_others(&folder)?;
        }
        // Told now rather than at the first autosave.
        RealDisk
            .create_temporary(&self.autosaves(), true)
            .map(|_| ())
    }
}

/// Closes a folder and the files in it to everyone but the user.
#[cfg(unix)]
fn close_to_others(folder: &Path) -> io::Result<()> {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    let close = |path: &Path, mode: u32| {
        if fs::symlink_metadata(path)?.permissions().mode() & 0o777 & !mode == 0 {
            return Ok(());
        }
        fs::set_permissions(path, fs::Permissions::from_mode(mode))
    };
    close(folder, 0o700)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            // One that has gone meanwhile, or belongs to another user, is none of this program's.
            let _ = close(&entry.path(), 0o600);
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn close_to_others(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a folder that only the user may enter, with those above it; one that is there stays.
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The standard place, from what the environment says.
fn place(system: System, variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let named = |name: &str| {
        variable(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    // A relative place would change with the folder the program is started in.
    let absolute = |name: &str| named(name).filter(|path| path.is_absolute());
    let data = match system {
        // Not the roaming profile: an autosave belongs to one computer.
        System::Windows => named("LOCALAPPDATA").or_else(|| named("APPDATA")),
        System::Mac => absolute("HOME").map(|home| home.join("Library/Application Support")),
        System::Unix => {
            absolute("XDG_DATA_HOME").or_else(|| Some(absolute("HOME")?.join(".local/share")))
        }
    };
    Some(data?.join(NAME))
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use std::fs;

    use super::*;

    #[cfg(unix)]
    fn found(system: System, variables: &[(&str, &str)]) -> Option<PathBuf> {
        place(system, |name| {
            let of = |(key, value): &(&str, &str)| (*key == name).then(|| OsString::from(value));
            variables.iter().find_map(of)
        })
    }

    #[test]
    #[cfg(unix)]
    fn the_place_follows_the_system() {
        let home = ("HOME", "/home/a");
        let at = |path: &str| Some(PathBuf::from(path));
        assert_eq!(
            found(System::Unix, &[home]),
            at("/home/a/.local/share/counteroffer")
        );
        assert_eq!(
            found(System::Unix, &[home, ("XDG_DATA_HOME", "/data")]),
            at("/data/counteroffer")
        );
        for useless in ["", "data"] {
            assert_eq!(
                found(System::Unix, &[home, ("XDG_DATA_HOME", useless)]),
                at("/home/a/.local/share/counteroffer")
            );
        }
        assert_eq!(
            found(System::Mac, &[home]),
            at("/home/a/Library/Application Support/counteroffer")
        );
        let roaming = ("APPDATA", "R");
        assert_eq!(found(System::Windows, &[roaming]), at("R/counteroffer"));
        assert_eq!(
            found(System::Windows, &[roaming, ("LOCALAPPDATA", "L")]),
            at("L/counteroffer")
        );
        for system in [System::Unix, System::Mac, System::Windows] {
            assert_eq!(found(system, &[]), None);
        }
    }

    #[test]
    #[cfg(unix)]
    fn it_is_private_and_what_others_opened_is_closed() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("share/counteroffer");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let data = DataFolder::at(&root).unwrap();
        fs::set_permissions(data.backups(), fs::Permissions::from_mode(0o755)).unwrap();
        let data = DataFolder::at(&root).unwrap();
        for path in [
            &root,
            &data.autosaves(),
            &data.set_aside(),
            &data.backups(),
            &data.crashes(),
        ] {
            assert_eq!(mode(path), 0o700, "{}", path.display());
        }
    }

    #[test]
    fn a_place_that_can_t_be_used_is_named() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let error = DataFolder::at(file.path().join("data")).unwrap_err();
        let words = error.to_string();
        assert!(
            words.contains(&file.path().display().to_string()),
            "{words}"
        );
        assert!(words.starts_with("Autosave and backups are off"), "{words}");
        assert!(words.contains("Save often"), "{words}");
    }
}
