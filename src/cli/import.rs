//! `counteroffer import ROSTER --profile PROFILE.ron --scenario S.ron --out NEW.ron`: a payroll's extract instead
//! of the workforce a scenario has.

mod reconciled;

use std::path::{Path, PathBuf};

use clap::Args;

use super::report::outcome_of;
use super::{Outcome, complain, print};
use crate::files::roster::{
    Beside, EmptyScope, Profile, Progress, RosterError, RosterFile, Staged, changes, empty_scopes,
    read_roster,
};
use crate::files::{self, Over, table};
use crate::scenario::{People, Scenario, Severity, validate};
use crate::units::HouseStyle;

/// What is imported, and where to.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// The payroll's extract: a CSV or an Excel workbook.
    roster: PathBuf,
    /// How its columns are read.
    #[arg(long, value_name = "PROFILE.ron")]
    profile: PathBuf,
    /// The scenario whose workforce is replaced; it stays as it is.
    #[arg(long, value_name = "S.ron")]
    scenario: PathBuf,
    /// The scenario with the new workforce; its groups go into a table beside it.
    #[arg(long, value_name = "NEW.ron")]
    out: PathBuf,
    /// Go on although lines are rejected.
    #[arg(long)]
    accept_rejected: bool,
}

/// Prints the reconciliation, and writes the new scenario if nothing is open.
pub fn run(arguments: &ImportArguments) -> Outcome {
    if let Err(error) = files::may_replace(&arguments.out, &given(arguments)) {
        complain(&error.to_string());
        return outcome_of(&error);
    }
    let opened = match files::open(&arguments.scenario) {
        Ok(opened) => opened,
        Err(error) => {
            complain(&error.to_string());
            return outcome_of(&error);
        }
    };
    // Its table is read with it.
    if let People::Table { file, .. } = &opened.scenario.workforce.people {
        let table = arguments.scenario.with_file_name(file);
        if let Err(error) = files::may_replace(&arguments.out, &[&table]) {
            complain(&error.to_string());
            return outcome_of(&error);
        }
    }
    let (profile, staged) = match staged(arguments, &opened.scenario) {
        Ok(read) => read,
        Err(refusal) => return refused(&refusal.0, &refusal.1),
    };
    let next = staged.applied(&opened.scenario, &[]);
    let empty = empty_scopes(&next);
    let since = changes(&staged, &opened.scenario);
    let mut told = reconciled::reconciliation(&staged, &profile, &next.currency);
    told.push_str(&reconciled::changes(&since, &next.currency));
    told.push_str(&reconciled::assumptions(&next));
    if let failed @ (Outcome::File | Outcome::Machine) = print(&told) {
        return failed;
    }
    if !may_go_on(arguments, &staged, &next, &empty) {
        return Outcome::File;
    }
    write(arguments, next, &staged)
}

/// What is read, and stays as it is.
fn given(arguments: &ImportArguments) -> [&Path; 3] {
    [&arguments.roster, &arguments.profile, &arguments.scenario]
}

fn staged(
    arguments: &ImportArguments,
    scenario: &Scenario,
) -> Result<(Profile, Staged), Box<(PathBuf, RosterError)>> {
    let profile = Profile::read(&arguments.profile)
        .map_err(|error| Box::new((arguments.profile.clone(), error)))?;
    let of_roster = |error| Box::new((arguments.roster.clone(), error));
    let progress = Progress::new();
    let file = RosterFile::open(&arguments.roster, &progress).map_err(of_roster)?;
    let beside = Beside {
        hours: scenario.hours,
        scales: &scenario.workforce.scales,
        currency: &scenario.currency,
    };
    let staged = read_roster(&file, &profile, beside, &progress).map_err(of_roster)?;
    Ok((profile, staged))
}

fn refused(path: &Path, error: &RosterError) -> Outcome {
    match error {
        RosterError::File(error) => {
            complain(&error.to_string());
            outcome_of(error)
        }
        error => {
            complain(&format!("{}, {error}", path.display()));
            Outcome::File
        }
    }
}

/// Whether nothing stands against the import; else what does is told.
fn may_go_on(
    arguments: &ImportArguments,
    staged: &Staged,
    next: &Scenario,
    empty: &[EmptyScope],
) -> bool {
    let mut may = true;
    let name = arguments.roster.display();
    if staged.groups.is_empty() {
        complain(&format!(
            "{name}: no line is an employee; check the profile's columns. Nothing was written"
        ));
        return false;
    }
    if staged.reconciliation.rejected > 0 && !arguments.accept_rejected {
        complain(&format!(
            "{name}: {} rejected; put them right, or go on with --accept-rejected. Nothing was written",
            reconciled::lines(staged.reconciliation.rejected)
        ));
        may = false;
    }
    for scope in empty {
        complain(&reconciled::empty_scope(next, scope));
        may = false;
    }
    if may {
        for finding in validate(next) {
            if finding.severity == Severity::Error {
                complain(&format!(
                    "the scenario with this roster: {}",
                    finding.fault.in_words(HouseStyle::File)
                ));
                may = false;
            }
        }
    }
    may
}

fn write(arguments: &ImportArguments, mut next: Scenario, staged: &Staged) -> Outcome {
    let stem = arguments.out.file_stem().unwrap_or_default();
    let people = table::as_table(&next.workforce.people, &stem.to_string_lossy());
    let saved = people.and_then(|people| {
        if let People::Table { file, .. } = &people {
            let table = arguments.out.with_file_name(file);
            files::is_not_given(&table, &given(arguments))?;
        }
        next.workforce_mut().people = people;
        files::save(&next, &arguments.out, Over::Anything)
    });
    match saved {
        Ok(outcome) => {
            if !outcome.durable {
                complain("note: saved; the disk doesn't confirm that it survives a power cut");
            }
            print(&reconciled::kept(&next, staged, &arguments.out))
        }
        Err(error) => {
            complain(&error.to_string());
            outcome_of(&error)
        }
    }
}
