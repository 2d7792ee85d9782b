//! Finding a name by a few of its letters.

/// How well what is typed fits a name, less being better; nothing where it doesn't. Every letter has to come
/// in order; letters together and at the beginnings of words fit best.
#[must_use]
pub fn matched(name: &str, typed: &str) -> Option<u32> {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let typed: Vec<char> = typed
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let starts: Vec<usize> = (0..name.len())
        .filter(|at| name.get(*at) == typed.first())
        .collect();
    if typed.is_empty() {
        return Some(0);
    }
    starts
        .into_iter()
        .filter_map(|start| cost(&name, &typed, start))
        .min()
}

/// The cost of fitting from a place on: letters passed over, and a little for a late start.
fn cost(name: &[char], typed: &[char], start: usize) -> Option<u32> {
    let begins = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| name.get(before));
        before.is_none_or(|letter| !letter.is_alphanumeric())
    };
    let late = u32::try_from(start).ok()?.min(40);
    let mut cost = late + if begins(start) { 0 } else { 30 };
    let mut at = start + 1;
    for letter in typed.get(1..)? {
        let rest = name.get(at..)?;
        let next = at + rest.iter().position(|one| one == letter)?;
        if next > at {
            let passed = u32::try_from(next - at).ok()?;
            cost += if begins(next) { 5 } else { 10 + passed };
            // A blank between two words isn't passed over: nobody types it.
            let blank = next == at + 1 && name.get(at) == Some(&' ');
            cost -= if blank { 5.min(cost) } else { 0 };
        }
        at = next + 1;
    }
    Some(cost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_order_are_found_and_beginnings_of_words_first() {
        let best = |typed: &str| {
            let names = [
                "Earlier versions\u{2026}",
                "Save as\u{2026}",
                "Save",
                "Open the example",
                "Show all lanes",
                "Wage level",
            ];
            let mut found: Vec<(u32, &str)> = names
                .iter()
                .filter_map(|name| Some((matched(name, typed)?, *name)))
                .collect();
            found.sort();
            found.first().map(|(_, name)| *name)
        };
        assert_eq!(best("save"), Some("Save"));
        assert_eq!(best("save as"), Some("Save as\u{2026}"));
        assert_eq!(best("sal"), Some("Show all lanes"));
        assert_eq!(best("EV"), Some("Earlier versions\u{2026}"));
        assert_eq!(best("exam"), Some("Open the example"));
        assert_eq!(best("wl"), Some("Wage level"));
        assert_eq!(best("zzz"), None);
    }
}
