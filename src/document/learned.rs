//! Numbers that become known: they may be put into an offer that was passed, which keeps its terms otherwise.

use super::fields::{UNKNOWN, fields};
use crate::scenario::{Clause, ClauseTerms, Workforce};

/// Whether a clause only says more of the same terms than it did: what was unknown has a number, it is counted or
/// left out, or what we note of it changed. What the offer gives, when and to whom stays.
#[must_use]
pub fn only_learns(from: &Clause, to: &Clause, workforce: &Workforce) -> bool {
    from.date == to.date
        && from.scope == to.scope
        && from.effective == to.effective
        && from.until == to.until
        && from.condition == to.condition
        && (from.terms == to.terms || is_filled_in(&from.terms, &to.terms, workforce))
}

fn is_filled_in(from: &ClauseTerms, to: &ClauseTerms, workforce: &Workforce) -> bool {
    if from.kind() != to.kind() || from.is_known() {
        return false;
    }
    let (from, to) = (fields(from, workforce), fields(to, workforce));
    from.len() == to.len()
        && from
            .iter()
            .zip(&to)
            .all(|(from, to)| from.key == to.key && fits(&from.value, &to.value))
}

/// Whether a text is a pattern with something in each place of `unknown`.
fn fits(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split(UNKNOWN);
    let Some(mut rest) = pieces.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            // What is filled in is within a line.
            let filled = rest.strip_suffix(piece);
            return filled.is_some_and(|filled| !filled.contains('\n'));
        }
        let Some((filled, after)) = rest.split_once(piece) else {
            return false;
        };
        if filled.contains('\n') {
            return false;
        }
        rest = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_unknown_can_be_filled_in() {
        assert!(fits("unknown", "$4,000.00"));
        assert!(fits("a: unknown\nb: 2%", "a: 1%\nb: 2%"));
        assert!(fits("a: unknown, unknown", "a: 50%, 80%"));
        assert!(!fits("a: unknown\nb: 2%", "a: 1%\nb: 3%"));
        assert!(!fits("a: unknown", "a: 1%\nb: 3%"));
        assert!(!fits("3%", "4%"));
        assert!(fits("3%", "3%"));
    }
}
