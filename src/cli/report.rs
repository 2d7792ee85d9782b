//! `counteroffer report FILE`: every figure of a scenario.

use std::path::Path;

use rust_decimal::Decimal;

use super::{Format, Outcome, complain, print};
use crate::costing::{self, CostingError, Report};
use crate::explore::banding::{Banding, banding_cost};
use crate::explore::shown::hide_small_cells;
use crate::explore::statements::Statements;
use crate::export::{Stated, report_csv, report_json, report_text};
use crate::files;
use crate::scenario::validate::FieldPath;
use crate::scenario::{OfferId, Scenario};
use crate::units::visible::path as shown;

/// What of a report is shown.
#[derive(Debug, Clone, Copy)]
pub struct Showing {
    /// Only what the other side may see.
    pub(super) shared: bool,
    /// The cost of delay to the last day compared.
    pub(super) delay_to_horizon: bool,
    /// Figures of fewer than ten employees too.
    pub(super) with_small_cells: bool,
}

/// Prints the report. Warnings go to standard error, so that the output stays a report.
pub fn run(file: Option<&Path>, format: Format, showing: Showing) -> Outcome {
    let shared = showing.shared;
    let (name, scenario) = match file {
        Some(file) => match files::open(file) {
            Ok(opened) => {
                let name = shown(file);
                if let Some(reason) = &opened.read_only {
                    complain(&format!("{name}, note: {reason}"));
                }
                for warning in &opened.warnings {
                    complain(&format!("{name}, note, {warning}"));
                }
                if opened.table.is_changed() {
                    return Outcome::File;
                }
                (name, opened.scenario)
            }
            Err(error) => {
                complain(&error.to_string());
                return outcome_of(&error);
            }
        },
        None => match files::example() {
            Ok(scenario) => ("the example".to_owned(), scenario),
            Err(error) => {
                complain(&error.to_string());
                return Outcome::Machine;
            }
        },
    };
    // The file's hash tells those who have the file which one a shared copy was made from.
    let file_sha256 = match shared.then(|| files::sha256(&scenario)).transpose() {
        Ok(sha256) => sha256,
        Err(error) => {
            complain(&error.to_string());
            return Outcome::File;
        }
    };
    let scenario = &if shared {
        // What can't be costed is told below.
        if let Ok(Some(banding)) = banding_cost(&scenario) {
            tell_of_banding(&name, &banding, &scenario);
        }
        scenario.shared_copy()
    } else {
        scenario
    };
    let mut report = match report_of(scenario, showing.delay_to_horizon) {
        Ok(report) => report,
        Err(error) => {
            // A shared copy's places are not the file's.
            let problem = costing_problem(file.filter(|_| !shared), scenario, &error);
            complain(&format!("{name}, {problem}"));
            return Outcome::File;
        }
    };
    let statements = match Statements::of(scenario, &report.offers) {
        Ok(statements) => statements,
        Err(error) => {
            complain(&format!("{name}, claims: {error}"));
            return Outcome::File;
        }
    };
    if !showing.with_small_cells {
        hide_small_cells(&mut report, scenario);
    }
    let sha256 = match files::sha256(scenario) {
        Ok(sha256) => sha256,
        Err(error) => {
            complain(&error.to_string());
            return Outcome::File;
        }
    };
    let stated = Stated {
        scenario,
        sha256: &sha256,
        file_sha256: file_sha256.as_deref(),
        report: &report,
        statements: &statements,
    };
    let text = match format {
        Format::Text => report_text::to_text(stated),
        Format::Json => report_json::to_text(stated),
        Format::Csv => match report_csv::to_text(stated) {
            Ok(text) => text,
            Err(error) => {
                complain(&format!("the table can't be written: {error}"));
                return Outcome::Machine;
            }
        },
    };
    print(&text)
}

/// Says that groups under ten are joined in what leaves the house, and what that changes.
pub(super) fn tell_of_banding(name: &str, banding: &Banding, scenario: &Scenario) {
    let change = |(id, difference): &(OfferId, Option<Decimal>)| match difference {
        Some(difference) => format!("{id} {}", scenario.currency.brief_signed(*difference)),
        None => format!("{id} not costed"),
    };
    let changes: Vec<String> = banding.costs.iter().map(change).collect();
    let joined = match banding.joined {
        1 => "1 group under ten is".to_owned(),
        many => format!("{many} groups under ten are"),
    };
    complain(&format!(
        "{name}, note: {joined} joined to others; costs change by: {}",
        changes.join(", ")
    ));
}

fn report_of(scenario: &Scenario, delay_to_horizon: bool) -> Result<Report, CostingError> {
    let mut report = costing::report(scenario)?;
    if delay_to_horizon {
        let delays = costing::delay::delays_to_horizon(scenario)?;
        for (apart, delay) in report.apart.iter_mut().zip(delays) {
            apart.delay = delay;
        }
    }
    Ok(report)
}

/// Why a scenario can't be costed, at the line and column of the clause or offer that causes it.
pub(super) fn costing_problem(
    file: Option<&Path>,
    scenario: &Scenario,
    error: &costing::CostingError,
) -> String {
    let Some((offer, clause)) = costing::figures::culprit(scenario) else {
        return error.to_string();
    };
    let place = FieldPath::of("offers").index(offer);
    let place = match clause {
        Some(clause) => place.field("clauses").index(clause),
        None => place,
    };
    let problem = file.and_then(|file| files::problem_in(file, &place, &error.to_string()));
    if let Some(problem) = problem {
        return problem.to_string();
    }
    let name = scenario.offers.get(offer).map_or("", |offer| &offer.name);
    match clause {
        Some(clause) => format!("offer \"{name}\", clause {}: {error}", clause + 1),
        None => format!("offer \"{name}\": {error}"),
    }
}

/// Whether an error is the file's or the machine's: a file that isn't there, is a folder or may not be read
/// is something to put right about the file.
pub(super) fn outcome_of(error: &files::FileError) -> Outcome {
    use std::io::ErrorKind;
    match error {
        files::FileError::System { cause, .. }
            if !matches!(
                cause.kind,
                ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::PermissionDenied
            ) =>
        {
            Outcome::Machine
        }
        _ => Outcome::File,
    }
}
