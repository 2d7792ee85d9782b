//! What offers are called in a figure: on one line, never empty, never alike.

use std::collections::HashSet;

use crate::figure::words::short_name;
use crate::scenario::{Offer, Party};

/// Characters of a name in a headline.
const IN_HEADLINE: usize = 36;
/// Characters of a name in a label.
const IN_LABEL: usize = 24;

/// The three forms of an offer's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// As the user wrote it, on one line.
    pub full: String,
    /// The same, cut with `…` where it would swamp a headline.
    pub headline: String,
    /// Without the words every offer has, for labels.
    pub label: String,
}

/// The names of offers, in their order; none is like another.
pub fn names(offers: &[Offer]) -> Vec<Names> {
    let full = apart(offers.iter().map(full_name).collect());
    let headline = cut_apart(&full, IN_HEADLINE);
    let short: Vec<String> = offers
        .iter()
        .map(|offer| one_line(&short_name(offer)))
        .collect();
    // A short name that two offers share says less than their full names.
    let labels = short.iter().zip(&full).map(|(name, full)| {
        let shared = short.iter().filter(|other| *other == name).count() > 1;
        let name = if shared || name.is_empty() {
            full
        } else {
            name
        };
        name.clone()
    });
    let label = cut_apart(&apart(labels.collect()), IN_LABEL);
    full.into_iter()
        .zip(headline)
        .zip(label)
        .map(|((full, headline), label)| Names {
            full,
            headline,
            label,
        })
        .collect()
}

fn full_name(offer: &Offer) -> String {
    let name = one_line(&offer.name);
    if !name.is_empty() {
        return name;
    }
    let side = match offer.side {
        Party::Union => "Union offer",
        Party::Employer => "Employer offer",
        Party::Neutral => "Offer",
    };
    side.to_owned()
}

/// A text on one line: no line ends, no control characters, none that turn the direction of
/// writing or have no width.
pub fn one_line(text: &str) -> String {
    let clean: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text cut at its end to at most `most` characters.
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let start: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", start.trim_end())
}

/// A text cut in its middle.
fn cut_within(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    let tail = most / 2;
    let start: String = text.chars().take(most.saturating_sub(tail + 1)).collect();
    let end: String = text.chars().skip(count.saturating_sub(tail)).collect();
    format!("{}…{}", start.trim_end(), end.trim_start())
}

/// Texts cut to `most` characters, at the end or, where that makes two alike, in the middle.
fn cut_apart(texts: &[String], most: usize) -> Vec<String> {
    let ends: Vec<String> = texts.iter().map(|text| cut(text, most)).collect();
    if all_differ(&ends) {
        return ends;
    }
    apart(texts.iter().map(|text| cut_within(text, most)).collect())
}

fn all_differ(texts: &[String]) -> bool {
    let mut seen = HashSet::new();
    texts.iter().all(|text| seen.insert(text))
}

/// Numbers the second and later of texts that are alike.
fn apart(texts: Vec<String>) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    texts
        .into_iter()
        .map(|text| {
            let mut name = text.clone();
            let mut number = 2;
            while !taken.insert(name.clone()) {
                name = format!("{text} ({number})");
                number += 1;
            }
            name
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{OfferId, Status};

    fn offers(names: &[&str]) -> Vec<Offer> {
        let offer = |name: &&str| Offer {
            id: OfferId((*name).to_owned()),
            name: (*name).to_owned(),
            side: Party::Union,
            status: Status::Draft,
            shared: true,
            effective: None,
            retroactive: None,
            last_day: None,
            ratification: None,
            clauses: Vec::new(),
            note: String::new(),
            sources: Vec::new(),
        };
        names.iter().map(offer).collect()
    }

    fn labels(of: &[&str]) -> Vec<String> {
        let names = names(&offers(of)).into_iter();
        names.map(|names| names.label).collect()
    }

    #[test]
    fn labels_drop_what_every_offer_has_unless_two_would_be_alike() {
        assert_eq!(
            labels(&["Employer offer", "Union counter"]),
            ["Employer", "Union"]
        );
        assert_eq!(
            labels(&["Union offer", "Union counter", "Midpoint"]),
            ["Union offer", "Union counter", "Midpoint"]
        );
        assert_eq!(labels(&["", "  "]), ["Union offer", "Union offer (2)"]);
        assert_eq!(labels(&["a\nb\u{202e}"]), ["a b"]);
    }

    #[test]
    fn long_names_are_cut_and_still_differ() {
        let long = "The union's counter of the night of October the seventh, after mediation, ";
        let (one, two) = (format!("{long}first"), format!("{long}second"));
        let named = names(&offers(&[&one, &two]));
        assert_eq!(named[0].full, one);
        assert_ne!(named[0].headline, named[1].headline);
        assert_ne!(named[0].label, named[1].label);
        assert!(named.iter().all(|name| name.headline.chars().count() <= 36));
        assert!(named.iter().all(|name| name.label.contains('…')));
    }
}
