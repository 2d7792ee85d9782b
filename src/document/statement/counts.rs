//! Other counts of the workforce as they are typed: the conventions behind a claim are tried with each.

use crate::document::wrong::Wrong;
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

/// A field of one count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Name,
    Employees,
    FullTime,
    AveragePay,
}

/// The counts of what was typed.
///
/// # Errors
/// What is wrong with which field of which count, by its place in the list.
pub fn read(asked: &[Asked], currency: &Currency) -> Result<Vec<Count>, Wrong<(usize, Field)>> {
    let mut wrong = Wrong::default();
    let mut counts = Vec::with_capacity(asked.len());
    for (at, one) in asked.iter().enumerate() {
        let name: Vec<&str> = one.name.split_whitespace().collect();
        if name.is_empty() {
            wrong.tell((at, Field::Name), "say whose count it is");
        }
        let headcount = amounts::or_unknown(&one.headcount, entry::headcount);
        let headcount = wrong.taken((at, Field::Employees), headcount);
        let fte = amounts::or_unknown(&one.fte, entry::fte);
        let fte = wrong.taken((at, Field::FullTime), fte);
        let pay = amounts::or_unknown(&one.average_pay, |text| entry::money(text, currency));
        let pay = wrong.taken((at, Field::AveragePay), pay);
        if let (Some(headcount), Some(fte), Some(average_annual_pay)) = (headcount, fte, pay) {
            counts.push(Count {
                name: name.join(" "),
                headcount,
                fte,
                average_annual_pay,
                shared: one.shared,
            });
        }
    }
    wrong.or(Some(counts))
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
        let mut two = asked(&scenario);
        two.push(Asked::default());
        let wrong = read(&two, &scenario.currency).unwrap_err();
        assert!(wrong.of(&(1, Field::Name)).unwrap().contains("whose count"));
        assert_eq!(wrong.of(&(0, Field::Name)), None);
    }
}
