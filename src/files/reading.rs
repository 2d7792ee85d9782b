//! What a text was found to hold: the scenario, and everything wrong and doubtful at its place.

use std::collections::HashSet;
use std::path::Path;

use super::file_words::place_in_words;
use super::outline::{Name, Outline};
use super::problem::{FileError, Problem};
use super::table::{TableState, look_beside};
use super::text::{decode, without_mark};
use super::texts;
use crate::scenario::validate::{FieldPath, PathPart};
use crate::scenario::{People, Scenario, Severity, validate};
use crate::units::HouseStyle;
use crate::units::visible::visible;

/// The most problems listed of one file; a scenario with more has one cause.
const MOST_LISTED: usize = 1000;

/// What a text holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The scenario, wherever it could be read; it may still break rules.
    pub scenario: Option<Scenario>,
    /// Everything wrong and doubtful, errors first, at most 1,000 entries.
    pub problems: Vec<Problem>,
    /// Whether the text holds comments, which saving would lose.
    pub has_comments: bool,
    /// Why it must not be saved over, where a newer version of the program wrote it.
    pub read_only: Option<String>,
    /// How the table beside the scenario stands, where it names one and its folder is known.
    pub(crate) table: TableState,
    /// The version of the format, where it is a newer one.
    pub(super) newer: Option<u32>,
}

impl Reading {
    pub(super) fn refused(problem: Problem, has_comments: bool) -> Self {
        Self {
            scenario: None,
            problems: vec![problem],
            has_comments,
            read_only: None,
            table: TableState::NoTable,
            newer: None,
        }
    }

    /// A scenario whose types could be read, with what its rules say.
    pub(super) fn of(scenario: Scenario, outline: &Outline<'_>) -> Self {
        let mut findings = validate(&scenario);
        findings.sort_by_key(|finding| finding.severity);
        findings.truncate(MOST_LISTED);
        let mut problems: Vec<Problem> = findings
            .iter()
            .map(|finding| {
                let message = finding.fault.in_words(HouseStyle::File);
                let problem = placed(finding.severity, &finding.place, &message, outline);
                Problem {
                    fault: Some(Box::new(finding.fault.clone())),
                    ..problem
                }
            })
            .collect();
        // What a rule of the scenario has found already is not said twice.
        let known: HashSet<(usize, usize)> = problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| (problem.line, problem.column))
            .collect();
        let texts = texts::problems(outline, MOST_LISTED).into_iter();
        problems.extend(texts.filter(|one| !known.contains(&(one.line, one.column))));
        problems.sort_by_key(|problem| (problem.severity, problem.line, problem.column));
        problems.truncate(MOST_LISTED);
        Self {
            scenario: Some(scenario),
            problems,
            has_comments: outline.has_comments,
            read_only: None,
            table: TableState::NoTable,
            newer: None,
        }
    }

    /// The reading with the table that the scenario names in its folder: its groups, and what the rules say of
    /// them; or that it isn't there, or not as it was.
    pub(super) fn beside(mut self, bytes: &[u8], folder: &Path) -> Self {
        let Some(scenario) = &mut self.scenario else {
            return self;
        };
        let People::Table { file, .. } = &scenario.workforce.people else {
            return self;
        };
        let file = file.clone();
        let (state, read) = look_beside(folder, &scenario.workforce.people);
        if let People::Table { groups, .. } = &mut scenario.workforce_mut().people {
            *groups = read;
        }
        let text = decode(bytes).unwrap_or_default();
        let outline = Outline::new(without_mark(text));
        let again = Self::of(scenario.clone(), &outline);
        if let Some(message) = state.message(&file) {
            let place = FieldPath::of("workforce").field("people");
            let told = placed(Severity::Warning, &place, &message, &outline);
            self.problems.push(told);
        }
        for problem in again.problems {
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
        }
        self.problems
            .sort_by_key(|problem| (problem.severity, problem.line, problem.column));
        self.table = state;
        self
    }

    /// The scenario and its warnings, if it has no errors.
    ///
    /// # Errors
    /// [`FileError::Content`] with the first error, or [`FileError::Newer`].
    pub fn valid(self) -> Result<(Scenario, Vec<Problem>), FileError> {
        let is_error = |problem: &&Problem| problem.severity == Severity::Error;
        let mut errors = self.problems.iter().filter(is_error);
        match (errors.next(), self.newer, self.scenario) {
            (Some(first), Some(version), _) => Err(FileError::Newer {
                path: None,
                version,
                why: errors.next_back().unwrap_or(first).to_string(),
            }),
            (Some(first), None, _) => Err(FileError::Content {
                path: None,
                problem: Box::new(first.clone()),
                more: errors.count(),
                backup: None,
            }),
            (None, _, Some(scenario)) => Ok((scenario, self.problems)),
            (None, _, None) => Err(FileError::Unwritable("nothing was read".to_owned())),
        }
    }
}

/// What is wrong or doubtful, with its line, column and place in words.
fn placed(severity: Severity, place: &FieldPath, message: &str, outline: &Outline<'_>) -> Problem {
    let steps = names(place);
    let start = outline
        .resolve(&steps)
        .and_then(|(node, _)| outline.node(node))
        .map_or(0, |node| node.start);
    let position = outline.position(start);
    Problem {
        severity,
        line: position.line,
        column: position.column,
        place: place_in_words(outline, &steps),
        message: visible(message),
        fault: None,
        damaged: false,
    }
}

/// Something found out later, such as while costing, at its place in a file's bytes; `None` where they
/// can't be read as text.
#[must_use]
pub fn problem_at(bytes: &[u8], place: &FieldPath, message: &str) -> Option<Problem> {
    let outline = Outline::new(decode(bytes).ok()?);
    Some(placed(Severity::Error, place, message, &outline))
}

fn names(place: &FieldPath) -> Vec<Name<'static>> {
    place
        .0
        .iter()
        .map(|step| match step {
            PathPart::Field(name) => Name::Field(name),
            PathPart::Index(index) => Name::Index(*index),
        })
        .collect()
}
