//! Reading a scenario: first its version, then its types, then its rules.

use super::explain::{at, explain};
use super::limits::MAX_BYTES;
use super::newer;
use super::outline::{Name, Outline};
use super::problem::FileError;
use super::reading::Reading;
use super::text::{decode, first_look, without_mark};
use super::typed::typed;
use crate::scenario::{Scenario, VERSION};

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
        Err(problem) => Ok(Reading::refused(*problem, false)),
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
