//! What the people of a made-up roster would leave behind, and where to look for it.

use std::fs;
use std::path::{Path, PathBuf};

/// Lines of a roster that are rejected, with a name and a number where figures belong.
pub const AWKWARD: &str = "EE7777777,Zzanary Qwortle,Valley,Local 3,Cook,,,Zzanary,20.00,\n\
    EE7777778,Zzanary Qwortle,Valley,Local 3,Cook,,,1.00,EE7777778,\n";

/// Every file below a folder.
pub fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
