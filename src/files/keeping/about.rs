//! What an autosave knows of the document it belongs to.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::files::open::Fingerprint;

/// The file a document was opened from or saved to, as it was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    pub path: PathBuf,
    /// The file as it was when it was opened or last saved.
    pub fingerprint: Fingerprint,
}

/// [`Original`] as it is written down.
#[derive(Debug, Serialize, Deserialize)]
struct Written {
    path: String,
    len: u64,
    modified: Option<SystemTime>,
    sha256: String,
}

/// The text kept for a document; a document without a file has none.
pub(super) fn to_text(original: Option<&Original>) -> String {
    let written = original.and_then(|original| {
        let path = std::path::absolute(&original.path).ok()?;
        // A path that is no text can't be written down; the work is then recovered as untitled,
        // which loses nothing.
        Some(Written {
            path: path.to_str()?.to_owned(),
            len: original.fingerprint.len,
            modified: original.fingerprint.modified,
            sha256: original.fingerprint.sha256.clone(),
        })
    });
    ron::to_string(&written).unwrap_or_default()
}

/// Reads it again. Whatever can't be read counts as a document without a file: the work itself
/// matters more.
pub(super) fn from_text(text: &str) -> Option<Original> {
    let written: Written = ron::from_str::<Option<Written>>(text).ok()??;
    Some(Original {
        path: Path::new(&written.path).to_path_buf(),
        fingerprint: Fingerprint {
            len: written.len,
            modified: written.modified,
            sha256: written.sha256,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_back_and_nonsense_counts_as_nothing() {
        let original = Original {
            path: std::path::absolute("a \"b\" – c.ron").unwrap(),
            fingerprint: Fingerprint::of(b"text", Some(SystemTime::now())),
        };
        let text = to_text(Some(&original));
        assert_eq!(from_text(&text), Some(original));
        assert_eq!(from_text(&to_text(None)), None);
        for end in 0..text.len() {
            assert_eq!(from_text(text.get(..end).unwrap_or("")), None);
        }
    }
}
