//! "Did you mean": the closest known name, or the list of them.

/// The most names listed in a message.
const LISTED: usize = 12;

/// `did you mean "…"?`, where one known name is close to what was written.
pub(crate) fn suggestion(written: &str, known: &[&str]) -> Option<String> {
    closest(written, known).map(|name| format!("did you mean \"{name}\"?"))
}

/// The known name closest to what was written, if it is close. Case and
/// the difference between `_`, `-` and a space count for nothing.
pub(crate) fn closest<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let folded = fold(written);
    known
        .iter()
        .map(|name| (distance(&folded, &fold(name)), *name))
        .filter(|(differ, name)| *differ <= most_slips(name))
        .min_by_key(|(differ, _)| *differ)
        .map(|(_, name)| name)
}

/// How many slips a name bears: one in three letters, one in any short name, none in one letter.
fn most_slips(name: &str) -> usize {
    match name.chars().count() {
        0 | 1 => 0,
        length => (length / 3).clamp(1, 3),
    }
}

/// `the {what} "a", "b" and 7 more`; or that there are none.
pub(crate) fn known_names(what: &str, known: &[&str]) -> String {
    if known.is_empty() {
        return format!("the {what} none; add one first");
    }
    let mut names: Vec<String> = Vec::new();
    for name in known {
        let quoted = format!("\"{name}\"");
        if !names.contains(&quoted) {
            names.push(quoted);
        }
    }
    let more = names.len().saturating_sub(LISTED);
    names.truncate(LISTED);
    let rest = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    format!("the {what} {}{rest}", names.join(", "))
}

fn fold(text: &str) -> Vec<char> {
    text.chars()
        .take(64)
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '_' | '-' | ' '))
        .collect()
}

/// How many letters must be put in, left out, changed or swapped with their neighbour to get
/// from one word to the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut two_before: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let mut least = (row[j] + 1)
                .min(before[j + 1] + 1)
                .min(before[j] + usize::from(a != b));
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                least = least.min(two_before[j - 1] + 1);
            }
            row.push(least);
        }
        two_before = std::mem::replace(&mut before, row);
    }
    before[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_name_and_another_word_does_not() {
        let known = ["title", "term", "horizon", "we_are"];
        assert_eq!(closest("titel", &known), Some("title"));
        assert_eq!(closest("We Are", &known), Some("we_are"));
        assert_eq!(closest("horizont", &known), Some("horizon"));
        assert_eq!(closest("probability", &known), None);
        assert_eq!(closest("vers", &known), None);
        assert_eq!(closest("", &known), None);
        assert_eq!(closest("J", &["a", "b"]), None);
    }

    #[test]
    fn distances_count_single_slips() {
        let of = |a: &str, b: &str| distance(&fold(a), &fold(b));
        assert_eq!(of("percent", "percent"), 0);
        assert_eq!(of("percnt", "percent"), 1);
        assert_eq!(of("precent", "percent"), 1);
        assert_eq!(of("", "abc"), 3);
    }
}
