//! Messages as they stand alone in a dialog: whole sentences.

use std::borrow::Cow;

/// The words with a full stop, where they end without one. Messages that also stand in a line of output or in
/// another sentence have none of their own.
#[must_use]
pub fn ended(words: &str) -> Cow<'_, str> {
    let words = words.trim_end();
    if words.is_empty() || words.ends_with(['.', '!', '?', ':', '\u{2026}']) {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(format!("{words}."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_ends_with_one_full_stop() {
        for (words, whole) in [
            (
                "it is a folder; choose a file in it",
                "it is a folder; choose a file in it.",
            ),
            (
                "Nothing was saved. Overwrite it.",
                "Nothing was saved. Overwrite it.",
            ),
            ("Save as\u{2026}", "Save as\u{2026}"),
            ("Replace it?", "Replace it?"),
            ("", ""),
        ] {
            assert_eq!(ended(words), whole);
        }
    }
}
