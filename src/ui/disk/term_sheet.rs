//! An offer's term sheet as a file, for handing across.

use std::path::{Path, PathBuf};

use crate::document::term_sheet::term_sheet;
use crate::files::{FileError, write_whole};
use crate::scenario::{Offer, Scenario};

/// A path that ends in `.txt` where it has no ending.
#[must_use]
pub fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_none() {
        path.with_extension("txt")
    } else {
        path
    }
}

/// Saves the term sheet; over a file only when `over`, because the user was asked.
///
/// # Errors
/// [`FileError::AlreadyThere`] where a file is in the way, and what else goes wrong with a file.
pub fn save(scenario: &Scenario, offer: &Offer, path: &Path, over: bool) -> Result<(), FileError> {
    let sheet = term_sheet(scenario, offer);
    write_whole(path, sheet.as_bytes(), over).map(|_| ())
}

/// A file name from the offer's, without what file systems can't hold; that of a private offer says so.
#[must_use]
pub fn suggested_name(offer: &Offer) -> String {
    let clean: String = offer
        .name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || "-_., ()".contains(c) {
                c
            } else {
                '-'
            }
        })
        .collect();
    let private = if offer.shared { "" } else { " (private)" };
    format!("{} term sheet{private}.txt", clean.trim())
}
