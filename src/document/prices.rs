//! A price index as people type and paste it.

use super::wrong::Wrong;
use super::{amounts, entry, words};
use crate::scenario::ranges::YEARLY;
use crate::scenario::{CpiMonth, Inflation, Scenario};
use crate::units::{Date, text};

/// What is typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Percent a year after the last month.
    pub(crate) projected: String,
    /// The date real wages are compared with; empty is the usual one.
    pub(crate) reference: String,
    /// The index, a month a line: `Sep 2025: 324.80`.
    pub months: String,
}

/// The index of a scenario as it would be typed.
#[must_use]
pub fn asked(scenario: &Scenario) -> Asked {
    let Some(inflation) = &scenario.inflation else {
        return Asked::default();
    };
    let line = |entry: &CpiMonth| {
        let value = text::plain(entry.value.get());
        format!("{}: {value}", words::month_year(entry.month))
    };
    let lines: Vec<String> = inflation.index.iter().map(line).collect();
    Asked {
        projected: words::percent(inflation.projected.get()),
        reference: inflation.reference.map_or_else(String::new, words::date),
        months: lines.join("\n"),
    }
}

/// A field of the page of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// A line, from 0.
    Month(usize),
    Projected,
    Reference,
}

/// The index of what was typed; none without months.
///
/// # Errors
/// What is wrong with which field.
pub fn read(asked: &Asked) -> Result<Option<Inflation>, Wrong<Field>> {
    let mut wrong = Wrong::default();
    let mut index = Vec::new();
    for (at, line) in asked.months.lines().enumerate() {
        if !line.trim().is_empty() {
            index.extend(wrong.taken(Field::Month(at), month(line)));
        }
    }
    let some = asked.months.lines().any(|line| !line.trim().is_empty());
    let projected = amounts::percent(&asked.projected, "inflation", YEARLY);
    // Without months there is no index, and nothing that would follow on it.
    let projected = if some || !asked.projected.trim().is_empty() {
        wrong.taken(Field::Projected, projected)
    } else {
        None
    };
    let reference = wrong.taken_if(Field::Reference, &asked.reference, entry::date);
    if !some {
        return wrong.or(Some(None));
    }
    let made = projected.map(|projected| Inflation {
        reference,
        index,
        projected,
    });
    wrong.or(Some(made))
}

/// `Sep 2025: 324.80`, `9/1/2025 324.80`, tabs or a colon between.
fn month(line: &str) -> Result<CpiMonth, String> {
    let unreadable = || {
        format!(
            "\u{201c}{}\u{201d} is no month of an index; write it as Sep 2025: 324.80",
            line.trim()
        )
    };
    let (date, value) = line
        .trim()
        .rsplit_once(|c: char| c.is_whitespace() || c == ':')
        .ok_or_else(unreadable)?;
    let date = date.trim().trim_end_matches(':').trim();
    let first = entry::date(date)
        .or_else(|_| entry::date(&date.replacen(' ', " 1, ", 1)))
        .map(Date::first_of_month)
        .map_err(|_| unreadable())?;
    let value = entry::index(value)?;
    Ok(CpiMonth {
        month: first,
        value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_read_as_it_is_written_and_pasted() {
        let asked = Asked {
            projected: "2.5%".to_owned(),
            reference: String::new(),
            months: "Aug 2025: 323.98\n9/1/2025\t324.80\n2025-10-01 325.1\n\n".to_owned(),
        };
        let index = read(&asked).unwrap().unwrap().index;
        let said: Vec<String> = index
            .iter()
            .map(|one| format!("{} {}", one.month, one.value.get()))
            .collect();
        assert_eq!(
            said,
            ["2025-08-01 323.98", "2025-09-01 324.80", "2025-10-01 325.1"]
        );
        assert_eq!(read(&Asked::default()), Ok(None));
        let wrong = Asked {
            months: "Aug 2025: 323.98\nsoon: 4".to_owned(),
            ..asked
        };
        let told = read(&wrong).unwrap_err();
        assert!(told.of(&Field::Month(1)).unwrap().contains("soon"));
        assert_eq!(told.of(&Field::Month(0)), None);
    }

    #[test]
    fn what_is_shown_reads_back_the_same() {
        let text = include_str!("../../scenarios/nyc-dc37-2021.ron");
        let mut scenario = crate::files::parse_scenario(text).unwrap();
        let asked_for = Asked {
            projected: "3%".to_owned(),
            reference: "May 26, 2021".to_owned(),
            months: "Jan 2021: 261.582\nFeb 2021: 263.014".to_owned(),
        };
        scenario.inflation = read(&asked_for).unwrap();
        assert_eq!(asked(&scenario), asked_for);
        assert_eq!(read(&asked(&scenario)).unwrap(), scenario.inflation);
    }
}
