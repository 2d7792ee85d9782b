//! A profile's file: read with the place of what is wrong in it, written for its owner alone.

use std::path::{Path, PathBuf};

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

use super::error::{Fault, RosterError};
use super::profile::Profile;
use crate::files::explain::explain;
use crate::files::outline::Outline;
use crate::files::problem::Problem;
use crate::files::text::{NO_SCENARIO, decode};
use crate::files::{FileError, read_small, write_private};

/// The largest profile read, in bytes.
const MOST_BYTES: u64 = 4_000_000;
/// What is said of a file that is no profile at all.
const NO_PROFILE: &str = "this is no profile of an import: one begins with ( and names the columns; check that it is the right file";

impl Profile {
    /// Where a profile is kept: beside the scenario, under its name.
    #[must_use]
    pub fn path_beside(scenario: &Path) -> PathBuf {
        scenario.with_extension("import.ron")
    }

    /// Reads a profile.
    ///
    /// # Errors
    /// [`RosterError`]: the file can't be opened, or line and column of what is wrong in it.
    pub fn read(path: &Path) -> Result<Self, RosterError> {
        let bytes = read_small(path, MOST_BYTES)?;
        let text = decode(&bytes).map_err(|problem| refused(*problem))?;
        let read = ron::Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME)
            .from_str::<Self>(text);
        let profile = read.map_err(|error| refused(explain(&Outline::new(text), &error)))?;
        profile
            .check()
            .map_err(|fault| RosterError::whole(Fault::Mapping(fault)))?;
        Ok(profile)
    }

    /// The text of the profile's file.
    ///
    /// # Errors
    /// [`FileError::Unwritable`].
    pub fn to_ron(&self) -> Result<String, FileError> {
        let form = PrettyConfig::new()
            .extensions(Extensions::IMPLICIT_SOME)
            .depth_limit(3)
            .new_line("\n");
        ron::ser::to_string_pretty(self, form)
            .map(|text| format!("{text}\n"))
            .map_err(|error| FileError::Unwritable(error.to_string()))
    }

    /// Writes the profile, readable by the user alone, over whatever profile was there.
    ///
    /// # Errors
    /// [`FileError`], and then the file is as it was.
    pub fn write(&self, path: &Path) -> Result<(), FileError> {
        write_private(path, self.to_ron()?.as_bytes())
    }
}

/// A fault of a profile at its place.
fn refused(problem: Problem) -> RosterError {
    let why = if problem.message == NO_SCENARIO {
        NO_PROFILE.to_owned()
    } else {
        problem.message
    };
    let (line, column) = (problem.line as u64, problem.column as u64);
    RosterError::on_line(line, Some(column), Fault::Profile(why))
}
