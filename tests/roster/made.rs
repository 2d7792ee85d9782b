//! What the tests of rosters share: a small profile, files by script.

use std::path::{Path, PathBuf};

use counteroffer::files::roster::{
    Beside, Profile, Progress, RosterError, RosterFile, Staged, made_up_profile, read_roster,
};
use counteroffer::scenario::Scenario;
use counteroffer::units::HoursPerYear;

/// A profile for the columns `ID, MARKET, JOB, FTE, RATE`, with other settings in RON after them.
pub fn profile(more: &str) -> Profile {
    let base = r#"
        name: "test", rates_as_of: "2025-09-30",
        columns: [
            (header: "ID", is: Id), (header: "MARKET", is: Market), (header: "JOB", is: Job),
            (header: "FTE", is: Fte), (header: "RATE", is: Rate),
        ],
    "#;
    parse(&format!("({base}{more})"))
}

pub fn parse(text: &str) -> Profile {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(text)
        .unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// A made-up roster as it is read beside the case.
pub fn read_beside(case: &Scenario, text: &str) -> Staged {
    let folder = Folder::new();
    let path = folder.put("R.csv", text.as_bytes());
    let progress = Progress::new();
    let file = RosterFile::open(&path, &progress).unwrap();
    let beside = Beside {
        hours: case.hours,
        scales: &case.workforce.scales,
        currency: &case.currency,
    };
    read_roster(&file, &made_up_profile(), beside, &progress).unwrap()
}

pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

pub fn read(path: &Path, profile: &Profile) -> Result<Staged, RosterError> {
    let progress = Progress::new();
    let file = RosterFile::open(path, &progress)?;
    let beside = Beside {
        hours: HoursPerYear::default(),
        scales: &[],
        currency: counteroffer::units::Currency::us_dollar(),
    };
    let staged = read_roster(&file, profile, beside, &progress)?;
    assert!(
        staged.reconciliation.is_whole(),
        "{:?}",
        staged.reconciliation
    );
    Ok(staged)
}

pub fn read_bytes(bytes: &[u8], profile: &Profile) -> Result<Staged, RosterError> {
    let folder = Folder::new();
    let path = folder.put("roster", bytes);
    read(&path, profile)
}

/// How many physical lines a text has, counted without the program.
pub fn physical_lines(text: &str) -> u64 {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .lines()
        .count() as u64
}
