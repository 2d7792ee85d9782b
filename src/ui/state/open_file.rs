//! Where the open scenario is kept, and what it is called.

use std::path::{Path, PathBuf};

use crate::files::Fingerprint;
use crate::files::roster::Profile;
use crate::files::table::TableState;
use crate::units::visible;

/// What the example is called while it has no file.
pub const EXAMPLE_NAME: &str = "Kaiser\u{2013}Alliance 2025";

/// How many files opened or saved lately are known.
pub const MOST_RECENT: usize = 8;

/// Where the open scenario is kept.
#[derive(Debug, Clone, Default)]
pub struct OpenFile {
    pub path: Option<PathBuf>,
    /// The file as it was read or saved last.
    pub fingerprint: Option<Fingerprint>,
    /// Why it must not be saved over.
    pub read_only: Option<String>,
    /// Whether saving would lose comments.
    pub has_comments: bool,
    /// How the table of groups beside it stood when it was opened.
    pub table: TableState,
    /// How the last roster was read: kept beside the file as soon as there is one.
    pub profile: Option<Box<Profile>>,
    /// What it is called without a file.
    pub untitled: String,
    /// Files opened or saved lately, the last first.
    pub recent: Vec<PathBuf>,
}

impl OpenFile {
    /// The example, which has no file.
    #[must_use]
    pub fn example() -> Self {
        Self {
            untitled: EXAMPLE_NAME.to_owned(),
            ..Self::default()
        }
    }

    /// What the title shows.
    #[must_use]
    pub fn name(&self) -> String {
        self.path
            .as_ref()
            .and_then(|path| path.file_stem())
            .map_or_else(
                || self.untitled.clone(),
                |stem| visible::path(Path::new(stem)),
            )
    }

    /// The file's name with its ending, or what it is called without a file.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.path
            .as_ref()
            .and_then(|path| path.file_name())
            .map_or_else(
                || self.untitled.clone(),
                |name| visible::path(Path::new(name)),
            )
    }

    /// Whether this is the example, which has no file yet.
    #[must_use]
    pub fn is_example(&self) -> bool {
        self.path.is_none() && self.untitled == EXAMPLE_NAME
    }

    /// What the status bar says.
    #[must_use]
    pub fn described(&self) -> String {
        match &self.path {
            Some(path) => visible::path(path),
            None if self.is_example() => {
                format!("Untitled, from the example {EXAMPLE_NAME}")
            }
            None => "Not saved yet".to_owned(),
        }
    }

    /// Puts a file first among those opened or saved lately.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_path_buf());
        self.recent.truncate(MOST_RECENT);
    }
}
