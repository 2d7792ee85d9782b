//! A settlement elsewhere as it is typed: its raises a line each, or only their total.

use crate::document::wrong::Wrong;
use crate::document::{amounts, entry, words};
use crate::scenario::ranges::SETTLED;
use crate::scenario::{SettledLumpSum, SettledRaise, Settlement, Term};
use crate::units::{Currency, Date, Percent};

/// What is typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What it is called.
    pub(crate) name: String,
    /// Who settled it.
    pub(crate) parties: String,
    pub source: Option<String>,
    /// Its first day; may be empty.
    pub(crate) first_day: String,
    /// Its last day; may be empty.
    pub(crate) last_day: String,
    /// Its raises, a line each: `11/5/2024: 13%`, or `13%` where the date isn't published.
    pub(crate) raises: String,
    /// The sum of its percents, where that is all that is published.
    pub(crate) total: String,
    /// Lump sums, a line each: `3/31/2023: $3,000`.
    pub(crate) lump_sums: String,
    /// Whether the other side may see it.
    pub shared: bool,
    pub note: String,
}

impl Asked {
    /// A settlement as it would be typed.
    #[must_use]
    pub fn of(settlement: &Settlement, currency: &Currency) -> Self {
        let day = |day: Option<Date>| day.map_or_else(String::new, words::date);
        let dated = |date: Option<Date>, what: String| match date {
            Some(date) => format!("{}: {what}", words::date(date)),
            None => what,
        };
        let raises = settlement.raises.iter();
        let raises = raises.map(|one| dated(one.date, words::percent(one.percent.get())));
        let lumps = settlement.lump_sums.iter();
        let lumps = lumps.map(|one| dated(one.date, currency.as_written(one.amount.get())));
        Self {
            name: settlement.name.clone(),
            parties: settlement.parties.clone(),
            source: settlement.source.clone(),
            first_day: day(settlement.term.map(|term| term.first_day)),
            last_day: day(settlement.term.map(|term| term.last_day)),
            raises: raises.collect::<Vec<_>>().join("\n"),
            total: settlement
                .total
                .map_or_else(String::new, |total| words::percent(total.get())),
            lump_sums: lumps.collect::<Vec<_>>().join("\n"),
            shared: settlement.shared,
            note: settlement.note.clone(),
        }
    }
}

/// A field of the page of a settlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Name,
    FirstDay,
    LastDay,
    Raises,
    Total,
    LumpSums,
}

/// The settlement of what was typed.
///
/// # Errors
/// What is wrong with which field.
pub fn read(asked: &Asked, currency: &Currency) -> Result<Settlement, Wrong<Field>> {
    let mut wrong = Wrong::default();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = words(&asked.name);
    if name.is_empty() {
        wrong.tell(Field::Name, "Give it a name, such as UC nurses 2025.");
    }
    let term = term(asked, &mut wrong);
    let raises = wrong.taken(Field::Raises, lines(&asked.raises, raise));
    let total = wrong.taken_if(Field::Total, &asked.total, |typed| {
        amounts::percent(typed, "total", SETTLED)
    });
    if raises.as_ref().is_some_and(Vec::is_empty) && asked.total.trim().is_empty() {
        wrong.tell(
            Field::Raises,
            "Type its raises, a line each, or only their total.",
        );
    }
    let lump_sums = lines(&asked.lump_sums, |line| lump_sum(line, currency));
    let lump_sums = wrong.taken(Field::LumpSums, lump_sums);
    let made = raises.zip(lump_sums).map(|(raises, lump_sums)| Settlement {
        name,
        parties: words(&asked.parties),
        source: asked.source.clone(),
        term,
        raises,
        total,
        lump_sums,
        shared: asked.shared,
        note: asked.note.trim().to_owned(),
    });
    wrong.or(made)
}

fn term(asked: &Asked, wrong: &mut Wrong<Field>) -> Option<Term> {
    let first_day = wrong.taken_if(Field::FirstDay, &asked.first_day, entry::date);
    let last_day = wrong.taken_if(Field::LastDay, &asked.last_day, entry::date);
    let has = |text: &str| !text.trim().is_empty();
    match (has(&asked.first_day), has(&asked.last_day)) {
        (true, false) => wrong.tell(Field::LastDay, "Type it too, or clear the first day."),
        (false, true) => wrong.tell(Field::FirstDay, "Type it too, or clear the last day."),
        _ => {}
    }
    let (first_day, last_day) = first_day.zip(last_day)?;
    if last_day < first_day {
        wrong.tell(Field::LastDay, "The last day is before the first.");
    }
    Some(Term {
        first_day,
        last_day,
    })
}

fn lines<T>(typed: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    let lines = typed.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| read(line).map_err(|told| format!("Line {}: {told}", at + 1)))
        .collect()
}

fn raise(line: &str) -> Result<SettledRaise, String> {
    let (date, typed) = dated(line)?;
    Ok(SettledRaise {
        date,
        percent: percent(&typed)?,
    })
}

fn percent(typed: &str) -> Result<Percent, String> {
    entry::percent(typed)
}

fn lump_sum(line: &str, currency: &Currency) -> Result<SettledLumpSum, String> {
    let (date, typed) = dated(line)?;
    Ok(SettledLumpSum {
        date,
        amount: entry::money(&typed, currency)?,
    })
}

/// A date, a colon or a tab, and what follows; without either no date. The first of several colons parts them.
fn dated(line: &str) -> Result<(Option<Date>, String), String> {
    let line = line.trim();
    match line.split_once([':', '\t']) {
        Some((date, rest)) => Ok((Some(entry::date(date)?), rest.trim().to_owned())),
        None => Ok((None, line.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_reads_back_the_same() {
        let file = include_str!("../../../scenarios/kaiser-alliance-2025.ron");
        let scenario = crate::files::parse_scenario(file).unwrap();
        assert!(scenario.settlements.len() > 2);
        for settlement in &scenario.settlements {
            assert_eq!(
                read(
                    &Asked::of(settlement, Currency::us_dollar()),
                    Currency::us_dollar()
                )
                .as_ref(),
                Ok(settlement)
            );
        }
    }

    #[test]
    fn what_is_wrong_is_told_by_field_and_line() {
        let asked = |raises: &str, total: &str| Asked {
            name: "Elsewhere".to_owned(),
            raises: raises.to_owned(),
            total: total.to_owned(),
            ..Asked::default()
        };
        let wrong = |asked: &Asked, at: Field| {
            let wrong = read(asked, Currency::us_dollar()).unwrap_err();
            wrong.of(&at).unwrap().to_owned()
        };
        let told = wrong(&asked("", ""), Field::Raises);
        assert!(told.contains("only their total"), "{told}");
        let told = wrong(&asked("11/5/2024: 13%\n3 to 4%", ""), Field::Raises);
        assert!(told.starts_with("Line 2"), "{told}");
        let told = wrong(&asked("3%", "much"), Field::Total);
        assert!(told.contains("much"), "{told}");
        let undated = read(&asked("13%\n9%", ""), Currency::us_dollar()).unwrap();
        assert!(undated.raises.iter().all(|raise| raise.date.is_none()));
        assert_eq!(
            read(&asked("", "18.5%"), Currency::us_dollar())
                .unwrap()
                .raises,
            []
        );
        let half = Asked {
            first_day: "11/1/2025".to_owned(),
            ..asked("3%", "")
        };
        assert!(wrong(&half, Field::LastDay).contains("Type it too"));
        let soon = Asked {
            last_day: "soon".to_owned(),
            ..half
        };
        assert!(wrong(&soon, Field::LastDay).contains("soon"));
    }
}
