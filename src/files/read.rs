//! Reading a scenario: first its version, then its types, then its rules.

use std::collections::HashSet;
use std::path::Path;

use ron::extensions::Extensions;

use super::explain::{at, explain};
use super::newer;
use super::outline::{Name, Outline};
use super::problem::{FileError, Problem};
use super::table::{TableState, look_beside};
use super::text::{decode, first_look, without_mark};
use super::texts;
use super::words::place_in_words;
use crate::scenario::validate::{Place, Step};
use crate::scenario::{Finding, People, Scenario, Severity, VERSION, validate};
use crate::units::visible::visible;

/// The largest scenario file read, in bytes.
pub const MAX_BYTES: usize = 64_000_000;

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
    pub table: TableState,
    /// The version of the format, where it is a newer one.
    pub(super) newer: Option<u32>,
}

/// Reads a scenario and checks its rules; warnings are passed over.
///
/// # Errors
/// [`FileError::Content`] with the first error in the file's order and how many more there are;
/// [`FileError::Newer`] for the text of a newer version, whether or not some of it can be read.
pub fn parse_scenario(text: &str) -> Result<Scenario, FileError> {
    let reading = read_text(text)?;
    if let (Some(version), Some(_)) = (reading.newer, &reading.read_only) {
        return Err(FileError::Newer {
            path: None,
            version,
            why: "it can only be opened to look at".to_owned(),
        });
    }
    reading.valid().map(|(scenario, _)| scenario)
}

/// Reads a scenario from bytes, and lists everything wrong and doubtful.
///
/// # Errors
/// [`FileError::TooLarge`] beyond [`MAX_BYTES`].
pub fn read_bytes(bytes: &[u8]) -> Result<Reading, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { path: None });
    }
    match decode(bytes) {
        Ok(text) => read_text(text),
        Err(problem) => Ok(Reading::refused(problem, false)),
    }
}

/// Reads a scenario from text, and lists everything wrong and doubtful.
///
/// # Errors
/// [`FileError::TooLarge`] beyond [`MAX_BYTES`].
pub fn read_text(text: &str) -> Result<Reading, FileError> {
    if text.len() > MAX_BYTES {
        return Err(FileError::TooLarge { path: None });
    }
    let outline = Outline::new(without_mark(text));
    if let Some(problem) = first_look(&outline) {
        return Ok(Reading::refused(problem, outline.has_comments));
    }
    match head_version(&outline) {
        Some(version) if version > VERSION => return Ok(newer::read(&outline, version)),
        None if lacks_version(&outline) => {
            let start = outline.whole().and_then(|whole| outline.node(whole));
            let offset = start.map_or(0, |node| node.start);
            let message = format!(
                "version is missing, so this may be no scenario; add version: {VERSION} as its \
                 first entry"
            );
            let problem = at(&outline, offset, None, &message);
            return Ok(Reading::refused(problem, outline.has_comments));
        }
        _ => {}
    }
    Ok(match typed(outline.text) {
        Ok(scenario) => Reading::of(scenario, &outline),
        Err(refused) => Reading::refused(explain(&outline, &refused), outline.has_comments),
    })
}

/// Reads the types alone. Files written by hand may leave out the first line that lets optional
/// entries stand without `Some(…)`.
pub(super) fn typed(text: &str) -> Result<Scenario, ron::error::SpannedError> {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text)
}

/// The version a file says it has, where it says so in digits.
///
/// Read from the outline, so that a file of a later version is told from a broken one even where
/// its text can't be read here.
pub(super) fn head_version(outline: &Outline<'_>) -> Option<u32> {
    let (node, exact) = outline.resolve(&[Name::Field("version")])?;
    let value = outline.value(node);
    if exact { value.parse().ok() } else { None }
}

/// Whether a whole file has entries, but no version among them.
fn lacks_version(outline: &Outline<'_>) -> bool {
    let Some(whole) = outline.whole() else {
        return false;
    };
    let keys: Vec<_> = outline
        .children(whole)
        .filter_map(|child| outline.key(child))
        .collect();
    !keys.is_empty() && !keys.contains(&"version") && outline.open_end.is_none()
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
            .map(|finding| placed(finding, outline))
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
            let place = Place::of("workforce").field("people");
            let told = Finding {
                severity: Severity::Warning,
                place,
                message,
            };
            self.problems.push(placed(&told, &outline));
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

/// A finding with its line, column and place in words.
fn placed(finding: &Finding, outline: &Outline<'_>) -> Problem {
    let steps = names(&finding.place);
    let start = outline
        .resolve(&steps)
        .and_then(|(node, _)| outline.node(node))
        .map_or(0, |node| node.start);
    let position = outline.position(start);
    Problem {
        severity: finding.severity,
        line: position.line,
        column: position.column,
        place: place_in_words(outline, &steps),
        message: visible(&finding.message),
        damaged: false,
    }
}

/// Something found out later, such as while costing, at its place in a file's bytes; `None` where they
/// can't be read as text.
#[must_use]
pub fn problem_at(bytes: &[u8], place: &Place, message: &str) -> Option<Problem> {
    let outline = Outline::new(decode(bytes).ok()?);
    let finding = Finding {
        severity: Severity::Error,
        place: place.clone(),
        message: message.to_owned(),
    };
    Some(placed(&finding, &outline))
}

fn names(place: &Place) -> Vec<Name<'static>> {
    place
        .0
        .iter()
        .map(|step| match step {
            Step::Field(name) => Name::Field(name),
            Step::Index(index) => Name::Index(*index),
        })
        .collect()
}
