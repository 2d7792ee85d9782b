//! Times in words, and documents in file names.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::files::write::hex;

/// How long ago a moment was, as people say it. A moment to come counts as just now: clocks are
/// set back now and then.
#[must_use]
pub fn ago(moment: SystemTime, now: SystemTime) -> String {
    let seconds = now
        .duration_since(moment)
        .map_or(0, |passed| passed.as_secs());
    let (count, unit) = match seconds {
        0..60 => return "just now".to_owned(),
        60..3_600 => (seconds / 60, "minute"),
        3_600..86_400 => (seconds / 3_600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{s} ago")
}

/// A document under one name, whichever way it was reached: links followed, the path from the
/// root. A document that isn't there yet has its folder's.
pub(super) fn one_name(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    match (absolute.parent(), absolute.file_name()) {
        (Some(folder), Some(name)) => folder
            .canonicalize()
            .map_or(absolute.clone(), |folder| folder.join(name)),
        _ => absolute,
    }
}

/// A short name for a document, never too long and with nothing of the document's own in it.
pub(super) fn short_name(path: &Path) -> String {
    let mut digest = hex(one_name(path).as_os_str().as_encoded_bytes());
    digest.truncate(16);
    digest
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn times_are_told_roughly() {
        let now = SystemTime::now();
        let words = |seconds| ago(now - Duration::from_secs(seconds), now);
        assert_eq!(words(0), "just now");
        assert_eq!(words(59), "just now");
        assert_eq!(words(60), "1 minute ago");
        assert_eq!(words(7_199), "1 hour ago");
        assert_eq!(words(200_000), "2 days ago");
        assert_eq!(ago(now + Duration::from_secs(90), now), "just now");
    }

    #[test]
    fn a_document_has_one_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.ron");
        let before = short_name(&path);
        std::fs::write(&path, "").unwrap();
        assert_eq!(short_name(&path), before);
        assert_eq!(before.len(), 16);
        #[cfg(unix)]
        {
            let link = folder.path().join("link.ron");
            std::os::unix::fs::symlink(&path, &link).unwrap();
            assert_eq!(short_name(&link), before);
        }
        assert_ne!(short_name(&folder.path().join("other.ron")), before);
    }
}
