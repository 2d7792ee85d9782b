//! How a case is shown: its currency, its parties, and what is chosen for its figures.

use serde::{Deserialize, Serialize};

use super::OfferId;
pub use crate::units::Currency;

/// What the two parties are called on figures; empty where the title says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parties {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub employer: String,
    /// The union or unions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub union: String,
}

impl Parties {
    /// Whether neither is named.
    #[must_use]
    pub fn are_unnamed(&self) -> bool {
        *self == Self::default()
    }
}

/// The figures there are, in the order of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FigureName {
    /// Offers on the timeline: each term at its date.
    Timeline,
    /// Wage level, in steps.
    WageLevel,
    /// Cumulative cost above the baseline, the gap shaded.
    Cost,
    /// Cost by contract year.
    Years,
    /// Why two offers differ: bars that add up to the gap.
    Gap,
    /// What each raise is worth.
    Raises,
    /// One employee's cumulative pay, less that under A, with the break-even day.
    Employee,
    /// What a later ratification costs without retroactivity.
    Delay,
    /// Up to five offers side by side.
    Comparison,
    /// What one more percentage point costs, by the day of the raise it is put on.
    Point,
    /// What pay buys, month by month.
    RealWage,
    /// What each side's offers cost, by the day they were passed.
    History,
    /// Other settlements beside the offers: a table.
    Settlements,
    /// Public statements checked: a table.
    Claims,
    /// Who gains: by market, unit, job, scale or band of starting pay.
    Spread,
}

impl FigureName {
    /// All of them, in the order of the set.
    pub const ALL: [Self; 15] = [
        Self::Timeline,
        Self::WageLevel,
        Self::Cost,
        Self::Years,
        Self::Gap,
        Self::Raises,
        Self::Employee,
        Self::Delay,
        Self::Comparison,
        Self::Point,
        Self::RealWage,
        Self::History,
        Self::Settlements,
        Self::Claims,
        Self::Spread,
    ];
}

/// What is chosen for the figures of a case, kept with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureSettings {
    /// The figures in the order they are numbered and exported; empty means all, in the order of
    /// the set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<FigureName>,
    /// Whether figures carry no number.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unnumbered: bool,
    /// The offer drawn in colour, all others in grey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highlight: Option<OfferId>,
    /// Names for headlines and labels, where an offer's own is too long for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub short_names: Vec<ShortName>,
    /// Words of the user in place of drafted ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<FigureEdit>,
}

/// Names up to so many characters stand within other words by chance.
const SHORT: usize = 3;

/// Whether a text speaks of what has this name: however it is written, and of a short one as a word of its own.
fn mentions(words: &str, name: &str) -> bool {
    if name.chars().count() > SHORT {
        return words.to_lowercase().contains(&name.to_lowercase());
    }
    let mut parts = words.split(|one: char| !one.is_alphanumeric());
    let is_one_word = name.chars().all(char::is_alphanumeric);
    parts.any(|part| part == name) || (!is_one_word && words.contains(name))
}

impl FigureSettings {
    /// Whether nothing has been chosen.
    #[must_use]
    pub fn are_default(&self) -> bool {
        *self == Self::default()
    }

    /// The words written for a figure.
    #[must_use]
    pub fn edit_of(&self, figure: FigureName) -> Option<&FigureEdit> {
        self.edits.iter().find(|edit| edit.figure == figure)
    }

    /// The short name given to an offer; none where it is blank.
    #[must_use]
    pub fn short_name(&self, offer: &OfferId) -> Option<&str> {
        let given = self.short_names.iter().find(|one| one.offer == *offer)?;
        Some(given.name.trim()).filter(|name| !name.is_empty())
    }

    /// The same without what tells of offers that aren't `kept`, whose names are `gone`.
    #[must_use]
    pub fn without(&self, kept: impl Fn(&OfferId) -> bool, gone: &[&str]) -> Self {
        let tells = |edit: &FigureEdit| {
            let words = [&edit.headline, &edit.subtitle, &edit.source];
            let words = words.into_iter().flatten();
            words
                .into_iter()
                .any(|words| gone.iter().any(|name| mentions(words, name)))
        };
        Self {
            chosen: self.chosen.clone(),
            unnumbered: self.unnumbered,
            highlight: self.highlight.clone().filter(|id| kept(id)),
            short_names: self
                .short_names
                .iter()
                .filter(|one| kept(&one.offer))
                .cloned()
                .collect(),
            edits: self
                .edits
                .iter()
                .filter(|one| !tells(one))
                .cloned()
                .collect(),
        }
    }
}

/// What an offer is called where its name is too long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShortName {
    pub offer: OfferId,
    pub name: String,
}

/// The user's own words on one figure; what is absent is drafted from the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureEdit {
    pub figure: FigureName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Its line "Source".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

fn is_false(value: &bool) -> bool {
    !value
}
