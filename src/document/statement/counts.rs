//! Other counts of the workforce as they are typed: the conventions behind a claim are tried with each.

use crate::document::{amounts, entry};
use crate::scenario::{Count, Scenario};
use crate::units::{Currency, text};

/// One count as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whose count it is.
    pub(crate) name: String,
    /// Employees, or `unknown`.
    pub(crate) headcount: String,
    /// Full-time equivalents, or `unknown`.
    pub(crate) fte: String,
    /// Average annual pay, dollars, or `unknown`.
    pub(crate) average_pay: String,
    /// Whether the other side may see it.
    pub shared: bool,
}

/// The counts of a scenario as they would be typed.
#[must_use]
pub fn asked(scenario: &Scenario) -> Vec<Asked> {
    let unknown = || "unknown".to_owned();
    let counts = scenario.counts.iter().map(|count| Asked {
        name: count.name.clone(),
        headcount: count
            .headcount
            .get()
            .map_or_else(unknown, |heads| text::count(heads.into())),
        fte: count
            .fte
            .get()
            .map_or_else(unknown, |fte| text::count(fte.get())),
        average_pay: count
            .average_annual_pay
            .get()
            .map_or_else(unknown, |pay| scenario.currency.as_written(pay.get())),
        shared: count.shared,
    });
    counts.collect()
}

/// The counts of what was typed.
///
/// # Errors
/// Words that say which field of which count is wrong and how.
pub fn read(asked: &[Asked], currency: &Currency) -> Result<Vec<Count>, String> {
    let mut counts = Vec::with_capacity(asked.len());
    for (at, one) in asked.iter().enumerate() {
        let here = |told: String| format!("Count {}: {told}", at + 1);
        let name: Vec<&str> = one.name.split_whitespace().collect();
        if name.is_empty() {
            return Err(here("say whose count it is".to_owned()));
        }
        counts.push(Count {
            name: name.join(" "),
            headcount: amounts::or_unknown(&one.headcount, entry::headcount).map_err(here)?,
            fte: amounts::or_unknown(&one.fte, entry::fte).map_err(here)?,
            average_annual_pay: amounts::or_unknown(&one.average_pay, |text| {
                entry::money(text, currency)
            })
            .map_err(here)?,
            shared: one.shared,
        });
    }
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_reads_back_the_same() {
        let file = include_str!("../../../scenarios/kaiser-alliance-2025.ron");
        let scenario = crate::files::parse_scenario(file).unwrap();
        assert_eq!(scenario.counts.len(), 1);
        assert_eq!(
            read(&asked(&scenario), &scenario.currency).as_ref(),
            Ok(&scenario.counts)
        );
        let nameless = [Asked::default()];
        assert!(
            read(&nameless, &scenario.currency)
                .unwrap_err()
                .starts_with("Count 1")
        );
    }
}
