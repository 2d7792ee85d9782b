//! The known name closest to a wrong one, or the list of them.

use crate::scenario::fault::KnownNames;

/// The most names listed in a message.
const LISTED: usize = 12;

/// The most slips any name bears.
const MOST_SLIPS: usize = 3;

/// Letters of a name that are compared; what differs only beyond them is the same name here.
const COMPARED: usize = 64;

/// The known name closest to what was written, if it is close. Case and
/// the difference between `_`, `-` and a space count for nothing.
pub(crate) fn closest<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let folded = fold(written);
    known
        .iter()
        .filter_map(|name| {
            let differ = distance(&folded, &fold(name), most_slips(name))?;
            Some((differ, *name))
        })
        .min_by_key(|(differ, _)| *differ)
        .map(|(_, name)| name)
}

/// How many slips a name bears: one in three letters, one in any short name, none in one letter.
fn most_slips(name: &str) -> usize {
    match name.chars().take(COMPARED).count() {
        0 | 1 => 0,
        length => (length / 3).clamp(1, MOST_SLIPS),
    }
}

/// The first of different names, and how many more there are.
pub(super) fn first_names(known: &[&str]) -> KnownNames {
    let (first, more) = known.split_at(known.len().min(LISTED));
    KnownNames::Among {
        first: first.iter().map(|name| (*name).to_owned()).collect(),
        more: more.len(),
    }
}

fn fold(text: &str) -> Vec<char> {
    text.chars()
        .take(COMPARED)
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '_' | '-' | ' '))
        .collect()
}

/// How many letters must be put in, left out, changed or swapped with their neighbour to get
/// from one word to the other; `None` beyond `most`. Only the letters at most that far apart are
/// compared, so that the work for a name doesn't grow with the square of its length.
#[expect(
    clippy::indexing_slicing,
    reason = "a row has an entry more than `to` has letters, `j` is below their number, and a row and a letter before the first are asked for only behind it"
)]
fn distance(from: &[char], to: &[char], most: usize) -> Option<usize> {
    if from.len().abs_diff(to.len()) > most {
        return None;
    }
    let beyond = most + 1;
    let mut two_before: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![beyond; to.len() + 1];
        row[0] = i + 1;
        let (low, high) = (i.saturating_sub(most), (i + most + 1).min(to.len()));
        let mut least_of_row = row[0];
        for j in low..high {
            let b = to[j];
            let mut least = (row[j] + 1)
                .min(before[j + 1] + 1)
                .min(before[j] + usize::from(*a != b));
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == b {
                least = least.min(two_before[j - 1] + 1);
            }
            row[j + 1] = least.min(beyond);
            least_of_row = least_of_row.min(least);
        }
        if least_of_row > most {
            return None;
        }
        two_before = std::mem::replace(&mut before, row);
    }
    before.last().copied().filter(|differ| *differ <= most)
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
        let of = |a: &str, b: &str| distance(&fold(a), &fold(b), 3);
        assert_eq!(of("percent", "percent"), Some(0));
        assert_eq!(of("percnt", "percent"), Some(1));
        assert_eq!(of("precent", "percent"), Some(1));
        assert_eq!(of("", "abc"), Some(3));
        assert_eq!(of("", "abcd"), None);
        assert_eq!(of("abcdefgh", "hgfedcba"), None);
    }
}
