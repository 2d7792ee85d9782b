//! What offers are called in a figure: on one line, never empty, never alike, never cut in a
//! headline.

use std::collections::HashSet;

use super::name_in_words::in_a_sentence;
use crate::figure::offer_words::short_name;
use crate::figure::told_apart::told_apart;
use crate::scenario::{FigureSettings, Offer, Party};

/// Characters of a name that a headline can bear.
const IN_HEADLINE: usize = 48;
/// Characters of a name in a label, which takes the lines it has room for before it is cut.
const IN_LABEL: usize = 100;

/// The forms of an offer's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// As the user wrote it, on one line.
    pub(crate) full: String,
    /// Within a sentence: `the union’s counter`, or the name as it stands.
    pub(crate) headline: String,
    /// The same however long it is, for those who hear it.
    pub(crate) spoken: String,
    /// Without the words every offer has, for labels.
    pub(crate) label: String,
}

/// The names of offers, in their order; none is like another.
pub fn names(offers: &[Offer], settings: &FigureSettings) -> Vec<Names> {
    let full = apart(offers.iter().map(full_name).collect());
    let given: Vec<Option<String>> = offers
        .iter()
        .map(|offer| {
            let given = settings.short_name(&offer.id).map(one_line);
            given.filter(|name| !name.is_empty())
        })
        .collect();
    let short: Vec<String> = offers
        .iter()
        .zip(&given)
        .map(|(offer, given)| {
            let derived = || one_line(&short_name(offer));
            given.clone().unwrap_or_else(derived)
        })
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
    let label = told_apart(&apart(labels.collect()), |_, text| {
        text.chars().count() <= IN_LABEL
    });
    let spoken = full
        .iter()
        .zip(&given)
        .zip(offers)
        .map(|((full, given), offer)| {
            let name = given.as_ref().unwrap_or(full);
            if name.chars().count() <= IN_HEADLINE {
                in_a_sentence(name)
            } else {
                of_its_side(offer, offers)
            }
        });
    let headline = apart(spoken.collect());
    let spoken = apart(full.iter().map(|name| in_a_sentence(name)).collect());
    full.into_iter()
        .zip(headline)
        .zip(spoken)
        .zip(label)
        .map(|(((full, headline), spoken), label)| Names {
            full,
            headline,
            spoken,
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

/// A name too long for a headline gives way to whose offer it is, numbered where a side has
/// several.
fn of_its_side(offer: &Offer, offers: &[Offer]) -> String {
    let side = match offer.side {
        Party::Union => "the union\u{2019}s offer",
        Party::Employer => "the employer\u{2019}s offer",
        Party::Neutral => "the offer of neither side",
    };
    let same: Vec<&Offer> = offers.iter().filter(|one| one.side == offer.side).collect();
    if same.len() < 2 {
        return side.to_owned();
    }
    let at = same.iter().position(|one| one.id == offer.id).unwrap_or(0);
    format!("{side} {}", at + 1)
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

/// Numbers the second and later of texts that are alike.
pub fn apart(texts: Vec<String>) -> Vec<String> {
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
    use crate::scenario::{OfferId, Scenario, ShortName};

    fn named(names: &[&str], settings: &FigureSettings) -> Vec<Names> {
        let text = include_str!("../../../scenarios/kaiser-alliance-2025.ron");
        let scenario: Scenario = ron::from_str(text).unwrap();
        let offer = |name: &&str| Offer {
            id: OfferId((*name).to_owned()),
            name: (*name).to_owned(),
            side: Party::Union,
            ..scenario.offers[1].clone()
        };
        let offers: Vec<Offer> = names.iter().map(offer).collect();
        super::names(&offers, settings)
    }

    fn labels(of: &[&str]) -> Vec<String> {
        let names = named(of, &FigureSettings::default()).into_iter();
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
    fn long_names_are_never_cut_in_a_headline_and_still_differ() {
        let long = "The union's counter of the night of October the seventh, after mediation and a second vote of the members, ";
        let (one, two) = (format!("{long}first"), format!("{long}second"));
        let names = named(&[&one, &two], &FigureSettings::default());
        assert_eq!(names[0].full, one);
        assert_eq!(names[0].headline, "the union\u{2019}s offer 1");
        assert_eq!(names[1].headline, "the union\u{2019}s offer 2");
        assert_ne!(names[0].label, names[1].label);
        assert!(names.iter().all(|name| name.label.contains('…')));
    }

    #[test]
    fn a_short_name_stands_in_headlines_and_labels() {
        let long = "The counter of the coalition of unions, as amended after the visit";
        let settings = FigureSettings {
            short_names: vec![ShortName {
                offer: OfferId(long.to_owned()),
                name: "Package 5".to_owned(),
            }],
            ..FigureSettings::default()
        };
        let names = named(&[long], &settings);
        assert_eq!(names[0].headline, "Package 5");
        assert_eq!(names[0].label, "Package 5");
        assert_eq!(names[0].full, long);
    }
}
