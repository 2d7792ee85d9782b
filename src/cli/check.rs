//! `counteroffer check FILE…`: what is wrong or doubtful in scenario files.

use std::path::{Path, PathBuf};

use super::report::{costing_problem, outcome_of};
use super::{Outcome, complain, print};
use crate::costing;
use crate::files;
use crate::scenario::Severity;
use crate::units::visible::{path as shown, visible};

/// Checks every file and lists what was found. The worst outcome counts.
pub fn run(paths: &[PathBuf]) -> Outcome {
    let mut lines = String::new();
    let mut worst = Outcome::Fine;
    for path in paths {
        let outcome = one(path, &mut lines);
        if worst == Outcome::Fine || outcome == Outcome::Machine {
            worst = outcome;
        }
    }
    match print(&lines) {
        Outcome::Fine => worst,
        failed => failed,
    }
}

fn one(path: &Path, lines: &mut String) -> Outcome {
    let name = shown(path);
    let reading = match files::check(path) {
        Ok(reading) => reading,
        Err(error) => {
            complain(&error.to_string());
            return outcome_of(&error);
        }
    };
    let mut errors = 0_usize;
    let mut warnings = 0_usize;
    for problem in &reading.problems {
        let kind = match problem.severity {
            Severity::Error => {
                errors += 1;
                "error"
            }
            Severity::Warning => {
                warnings += 1;
                "note"
            }
        };
        line(lines, &format!("{name}, {kind}, {problem}"));
    }
    if let Some(reason) = &reading.read_only {
        line(lines, &format!("{name}, note: {reason}"));
    }
    if reading.table.is_changed() {
        errors += 1;
    }
    if errors == 0
        && let Some(scenario) = &reading.scenario
        && let Err(error) = costing::report(scenario)
    {
        errors += 1;
        let problem = costing_problem(Some(path), scenario, &error);
        line(lines, &format!("{name}, error, {problem}"));
    }
    if errors > 0 {
        return Outcome::File;
    }
    line(
        lines,
        &match warnings {
            0 => format!("{name} is fine"),
            1 => format!("{name} can be used; see the note above"),
            n => format!("{name} can be used; see the {n} notes above"),
        },
    );
    Outcome::Fine
}

/// Adds a line that nothing in it can break in two.
fn line(lines: &mut String, words: &str) {
    lines.push_str(&visible(words));
    lines.push('\n');
}
