//! A scenario in words: the one text that stands for it, and its fingerprint.

use std::fmt::Write as _;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use sha2::{Digest, Sha256};

use super::layout::lay_out;
use super::problem::FileError;
use crate::scenario::Scenario;

/// The first line of every file: optional entries stand without `Some(…)`.
const FIRST_LINE: &str = "#![enable(implicit_some)]\n";

/// The canonical text of a scenario: what is saved. Reading it gives the same scenario, decimals
/// with all their digits, and writing that gives the same text. Comments of a file it may have
/// been read from are not in it.
///
/// # Errors
/// [`FileError::Unwritable`] if the scenario can't be put into words; no scenario is known that
/// can't.
pub fn to_ron(scenario: &Scenario) -> Result<String, FileError> {
    let one_line = PrettyConfig::new()
        .extensions(Extensions::IMPLICIT_SOME)
        .depth_limit(0)
        .new_line("\n");
    let written = ron::ser::to_string_pretty(scenario, one_line)
        .map_err(|error| FileError::Unwritable(error.to_string()))?;
    let body = written
        .strip_prefix("#![enable(implicit_some)]")
        .unwrap_or(&written);
    Ok(format!("{FIRST_LINE}{}\n", lay_out(body.trim())))
}

/// The SHA-256 of a scenario's canonical text, 64 hexadecimal digits.
///
/// # Errors
/// As [`to_ron`].
pub fn sha256(scenario: &Scenario) -> Result<String, FileError> {
    to_ron(scenario).map(|text| hex(text.as_bytes()))
}

/// The SHA-256 of bytes, 64 hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut out = String::with_capacity(64);
    for byte in digest {
        // Writing to a String can't fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}
