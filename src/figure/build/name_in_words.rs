//! What an offer is called within a sentence, so that the sentence stays one: `the union’s counter`,
//! `the second agreement`, `offer A`, `“3 % and 3 %”`.

use crate::figure::measure::is_combining;

/// Parties as names begin with them, and whose offer it then is.
const PARTIES: [(&str, &str); 6] = [
    ("Union", "the union\u{2019}s"),
    ("Unions", "the unions\u{2019}"),
    ("Employer", "the employer\u{2019}s"),
    ("Employers", "the employers\u{2019}"),
    ("Management", "management\u{2019}s"),
    ("Mediator", "the mediator\u{2019}s"),
];

/// Words that say that a name means an offer.
const OFFERS: [&str; 23] = [
    "offer",
    "counter",
    "counteroffer",
    "proposal",
    "counterproposal",
    "demand",
    "settlement",
    "agreement",
    "package",
    "position",
    "recommendation",
    "award",
    "draft",
    "bid",
    "response",
    "contract",
    "plan",
    "compromise",
    "deal",
    "scenario",
    "memorandum",
    "mou",
    "moa",
];

/// Words that a name begins with as any sentence does, and that are no one’s name.
const COMMON: [&str; 18] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "last",
    "final",
    "best",
    "new",
    "old",
    "earlier",
    "later",
    "revised",
    "amended",
    "tentative",
    "economic",
    "joint",
    "initial",
];

/// A name within a sentence. Parties and articles are put as a sentence has them; a name that says
/// nothing of an offer stands in quotation marks, unless it reads as somebody’s own name.
pub fn in_a_sentence(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let Some((first, rest)) = words.split_first() else {
        return name.to_owned();
    };
    if let Some(of_party) = of_a_party(first, rest) {
        return of_party;
    }
    if words.iter().all(|word| has_no_letter(word)) {
        return quoted(name);
    }
    match words.iter().position(|word| is_offer(word)) {
        Some(at) if is_owned(first, words.get(..at)) || is_mark(words.get(at + 1)) => {
            name.to_owned()
        }
        Some(_) => format!("the {}", begun_within(first, rest)),
        None => without_offer(name, &words),
    }
}

/// `Union counter` is the union’s counter, `Union` alone the union’s offer; `Union Pacific` is neither.
fn of_a_party(first: &str, rest: &[&str]) -> Option<String> {
    let owner = first
        .trim_end_matches("\u{2019}s")
        .trim_end_matches("'s")
        .trim_end_matches(['\u{2019}', '\'']);
    let (_, words) = PARTIES.iter().find(|(party, _)| *party == owner)?;
    let Some((next, after)) = rest.split_first() else {
        return Some(format!("{words} offer"));
    };
    let begun = if is_offer(next) {
        next.to_lowercase()
    } else if next.starts_with(char::is_lowercase) {
        (*next).to_owned()
    } else {
        return None;
    };
    Some(listed(
        [words, begun.as_str()]
            .into_iter()
            .chain(after.iter().copied()),
    ))
}

/// A name without a word for an offer: `offer A`, `the Teamsters offer`, `Idea 4`, `“The same in percent”`.
fn without_offer(name: &str, words: &[&str]) -> String {
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) || is_mark(Some(word));
    match words {
        [one] if is_code(one) => format!("offer {one}"),
        [one] if *one == "Midpoint" => name.to_owned(),
        [one] if has_letters_only(one) && one.starts_with(char::is_uppercase) => {
            format!("the {one} offer")
        }
        [_] => quoted(name),
        [first, ..] if !is_article(first) && words.iter().all(is_name) => name.to_owned(),
        _ => quoted(name),
    }
}

/// The name with a small letter where a sentence would begin it with one.
fn begun_within(first: &str, rest: &[&str]) -> String {
    let small = first.to_lowercase();
    let is_plain = COMMON.contains(&small.as_str()) || is_offer(first);
    // An abbreviation keeps its capitals.
    let is_short = first.chars().filter(|c| c.is_uppercase()).count() > 1;
    let first = if is_plain && !is_short {
        small.as_str()
    } else {
        first
    };
    listed(std::iter::once(first).chain(rest.iter().copied()))
}

fn is_offer(word: &str) -> bool {
    OFFERS.contains(&bare(word).to_lowercase().as_str())
}

/// Whether a name begins with whose it is, in one word or several, or with its article.
fn is_owned(first: &str, before: Option<&[&str]>) -> bool {
    let is_owner = |word: &&str| {
        ["\u{2019}s", "'s", "s\u{2019}", "s'"]
            .iter()
            .any(|end| word.ends_with(end))
    };
    is_article(first) || before.is_some_and(|words| words.iter().any(is_owner))
}

fn is_article(word: &str) -> bool {
    let small = word.to_lowercase();
    ["the", "a", "an", "our", "their", "its", "my", "your"].contains(&small.as_str())
        && word.len() > 1
        || word == "a"
}

/// Whether a word numbers what stands before it: `5`, `B`, `2b`, `#3`.
fn is_mark(word: Option<&&str>) -> bool {
    word.is_some_and(|word| {
        let bare = bare(word);
        let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
        !bare.is_empty() && letters <= 1 && !word.contains('%')
    })
}

/// Letters, and the marks that stand on them.
fn has_letters_only(word: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || is_combining(c);
    word.chars().all(is_letter)
}

/// Whether a name is a sign more than a word: `A`, `U1`, `2b`.
fn is_code(word: &str) -> bool {
    let count = word.chars().count();
    let is_of_code = |c: char| c.is_ascii_alphanumeric();
    let has_digit = word.chars().any(|c| c.is_ascii_digit());
    match count {
        0..=2 => has_letters_only(word) || word.chars().all(is_of_code),
        3..=4 => has_digit && word.chars().all(is_of_code),
        _ => false,
    }
}

fn has_no_letter(word: &str) -> bool {
    !word.chars().any(char::is_alphabetic)
}

/// A word without what stands around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn quoted(name: &str) -> String {
    format!("\u{201c}{name}\u{201d}")
}

fn listed<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_right_within_a_sentence() {
        for (name, within) in [
            ("Union counter", "the union\u{2019}s counter"),
            ("Union", "the union\u{2019}s offer"),
            ("Employer", "the employer\u{2019}s offer"),
            ("Employer Offer 3", "the employer\u{2019}s offer 3"),
            (
                "Mediator's proposal of 13 September",
                "the mediator\u{2019}s proposal of 13 September",
            ),
            (
                "Employer's last, best and final",
                "the employer\u{2019}s last, best and final",
            ),
            ("Union Pacific", "Union Pacific"),
            ("Midpoint", "Midpoint"),
            ("Settlement of November 4", "the settlement of November 4"),
            (
                "October 23 proposal, voted down",
                "the October 23 proposal, voted down",
            ),
            ("Second agreement", "the second agreement"),
            ("Association proposal", "the Association proposal"),
            ("Draft counter", "the draft counter"),
            ("Recommendation", "the recommendation"),
            ("MOU", "the MOU"),
            ("The board's award", "The board's award"),
            ("Ontario's offer", "Ontario's offer"),
            ("Draft 1", "Draft 1"),
            ("Package 5", "Package 5"),
            ("Offer B", "Offer B"),
            ("Idea 4", "Idea 4"),
            ("A & B's demand", "A & B's demand"),
            (
                "Smith and Jones\u{2019} last offer",
                "Smith and Jones\u{2019} last offer",
            ),
            ("A", "offer A"),
            ("U1", "offer U1"),
            ("TA2", "offer TA2"),
            ("\u{c9}nergie", "the \u{c9}nergie offer"),
            ("O\u{323}s\u{323}un", "the O\u{323}s\u{323}un offer"),
            ("Teamsters", "the Teamsters offer"),
            ("3 % and 3 %", "\u{201c}3 % and 3 %\u{201d}"),
            ("The same in percent", "\u{201c}The same in percent\u{201d}"),
            (
                "\u{96c7}\u{4e3b}\u{65b9}\u{6848}",
                "\u{201c}\u{96c7}\u{4e3b}\u{65b9}\u{6848}\u{201d}",
            ),
        ] {
            assert_eq!(in_a_sentence(name), within);
        }
    }
}
