//! `counteroffer generate --employees N --seed K --out ROSTER.csv`: a made-up roster and its profile.

use std::path::{Path, PathBuf};

use clap::Args;

use super::report::outcome_of;
use super::{Outcome, complain, print};
use crate::files::roster::{made_up_csv, made_up_profile, made_up_xlsx};
use crate::files::{may_replace, write_whole};
use crate::units::visible;

/// The profile's name: one a folder.
const PROFILE: &str = "PROFILE.ron";
/// The most lines below the headers of an Excel sheet.
const MOST_IN_A_SHEET: u64 = 1_048_575;

/// How many employees are made up, and where they go.
#[derive(Debug, Args)]
pub struct GenerateArguments {
    /// How many employees.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=5_000_000))]
    employees: u64,
    /// The same seed makes the same roster.
    #[arg(long, value_name = "K", default_value_t = 1)]
    seed: u64,
    /// The roster, a .csv or an .xlsx; a PROFILE.ron that maps its columns is written beside it. Files of these
    /// names are replaced.
    #[arg(long, value_name = "ROSTER")]
    out: PathBuf,
}

/// Writes both files and prints their names.
pub fn run(arguments: &GenerateArguments) -> Outcome {
    let extension = arguments
        .out
        .extension()
        .map(|kind| kind.to_string_lossy().to_lowercase());
    let bytes = match extension.as_deref() {
        Some("csv") => made_up_csv(arguments.employees, arguments.seed).into_bytes(),
        Some("xlsx") if arguments.employees > MOST_IN_A_SHEET => {
            complain(&format!(
                "a sheet has no more than {MOST_IN_A_SHEET} lines below its headers; make fewer employees, or a .csv"
            ));
            return Outcome::File;
        }
        Some("xlsx") => match made_up_xlsx(arguments.employees, arguments.seed) {
            Ok(bytes) => bytes,
            Err(error) => {
                complain(&format!("the workbook can't be made: {error}"));
                return Outcome::Machine;
            }
        },
        _ => {
            let name = arguments.out.display();
            complain(&format!(
                "{name} is no roster's name; end it in .csv or .xlsx"
            ));
            return Outcome::File;
        }
    };
    let profile = arguments.out.with_file_name(PROFILE);
    // Neither is written where the other may not be.
    let may = may_replace(&arguments.out, &[]).and_then(|()| may_replace(&profile, &[]));
    let written = may
        .and_then(|()| write(&arguments.out, &bytes))
        .and_then(|()| {
            let text = made_up_profile().to_ron()?;
            write(&profile, text.as_bytes())
        });
    match written {
        Ok(()) => print(&format!(
            "{}\n{}\n",
            visible::path(&arguments.out),
            visible::path(&profile)
        )),
        Err(error) => {
            complain(&error.to_string());
            outcome_of(&error)
        }
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), crate::files::FileError> {
    write_whole(path, bytes, true)
}
