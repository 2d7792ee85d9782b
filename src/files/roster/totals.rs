//! The words by which a line of an extract says that it adds others up.

use super::profile::Meaning;

/// Words that stand alone.
const ALONE: [&str; 4] = ["total", "totals", "sum", "sums"];
/// Words a name doesn't begin with, of whatever it is the name.
const FIRST: [&str; 5] = [
    "subtotal",
    "sub-total",
    "sub total",
    "grand total",
    "report total",
];
/// Words a name doesn't end with.
const LAST: [&str; 4] = [" total", " totals", " subtotal", " sub-total"];
/// The longest text looked at, in bytes: a name of the longest market with such a word.
const LONGEST: usize = 120;

/// Whether a cell where a name belongs says that its line adds others up: `Total`, `Subtotal North`, `Local 1 total:`.
/// A job may be called `Total quality manager`, so that the word alone before other words tells it of no job.
pub(super) fn is_totals(meaning: Meaning, text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', ' ', '.']);
    // Nearly every cell is done with here, without a copy.
    let bytes = text.as_bytes();
    let at = |place: usize, word: &str| {
        let part = bytes.get(place..place.saturating_add(word.len()));
        part.is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    let may_be =
        at(0, "sum") || memchr::memchr2_iter(b't', b'T', bytes).any(|one| at(one, "total"));
    if text.len() > LONGEST || !may_be {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    let begins = |word: &str| {
        let rest = lower.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    };
    ALONE.contains(&lower.as_str())
        || FIRST.iter().any(|word| begins(word))
        || LAST.iter().any(|word| lower.ends_with(word))
        || (meaning != Meaning::Job && begins("total"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_told_from_names() {
        for text in [
            "Total",
            "TOTALS:",
            "Grand Total",
            "Subtotal North",
            "Sub-total: Local 1",
            "Local 1 total",
            "Sum",
            "Report total",
        ] {
            assert!(is_totals(Meaning::Job, text), "{text}");
        }
        assert!(
            is_totals(Meaning::Id, "Total South") && is_totals(Meaning::Unit, "Total: Local 2")
        );
        for text in [
            "Total quality manager",
            "Totalizer",
            "Summit",
            "Summer help",
            "Anatomical subtotaler",
            "",
        ] {
            assert!(!is_totals(Meaning::Job, text), "{text}");
        }
        assert!(!is_totals(Meaning::Market, "Totalis"));
    }
}
