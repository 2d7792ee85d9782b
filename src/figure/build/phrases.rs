//! Parts of sentences: a number of things, a list, a capital to begin with.

pub use crate::units::text::counted;

/// `a`, `a and b`, `a, b and c`.
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// A text that starts with a capital.
pub fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}

/// The first few of a list, and how many more there are.
pub fn first_of(mut items: Vec<String>, most: usize) -> String {
    let more = items.len().saturating_sub(most);
    if more > 0 {
        items.truncate(most);
        items.push(format!("{more} more"));
    }
    listed(&items)
}

/// The sentences of an alternative text: what is drawn, the headline, and what is read off each offer under the
/// name it goes by, where there is any.
pub fn alternative(drawn: String, headline: &str, (read, each): (&str, &[String])) -> Vec<String> {
    let mut sentences = vec![drawn, format!("{headline}.")];
    if !each.is_empty() {
        sentences.push(format!("{read} \u{2013} {}.", each.join("; ")));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn one_thing_is_singular_and_lists_end_with_and() {
        assert_eq!(counted(d("1"), "raise"), "1 raise");
        assert_eq!(counted(d("1.0"), "raise"), "1 raise");
        assert_eq!(counted(d("0.5"), "raise"), "0.5 raises");
        assert_eq!(counted(d("62000"), "employee"), "62,000 employees");
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed(&items), "a, b and c");
        assert_eq!(listed(&items[..2]), "a and b");
    }
}
