//! What is typed and pasted into the table of raises, and copied out of it.

use crate::document::line::{self, LineRefusal};
use crate::document::{Command, entry, order, paste, words};
use crate::scenario::{Offer, Scenario};
use crate::ui::state::{Actions, Ask, ClauseAt, Edit};
use crate::units::{Date, Percent};

pub(super) fn in_a_cell(raise: order::Raise) -> String {
    let date = raise.date;
    let percent = words::percent(raise.percent.get());
    format!("{}/{}/{} {percent}", date.month(), date.day(), date.year())
}

/// What is typed into a cell: a date and a percent, or one of them where the raise has the other.
pub(super) fn enter_cell(
    actions: &mut Actions,
    offer: &Offer,
    raise: Option<order::Raise>,
    text: &str,
) {
    if text.trim().is_empty() || raise.is_some_and(|raise| in_a_cell(raise) == text) {
        return;
    }
    match read_cell(raise, text) {
        Ok((date, percent)) => match raise {
            Some(raise) => actions.edit(Edit::MoveRaise {
                raise: ClauseAt {
                    offer: offer.id.clone(),
                    clause: raise.clause,
                },
                date,
                percent,
            }),
            None => actions.apply(Command::AddRaise {
                offer: offer.id.clone(),
                date,
                percent,
            }),
        },
        Err(words) => actions.refuse(words),
    }
}

pub(super) fn read_cell(
    raise: Option<order::Raise>,
    text: &str,
) -> Result<(Date, Percent), String> {
    if let Some(raise) = raise {
        if let Ok(percent) = entry::percent(text) {
            return Ok((raise.date, percent));
        }
        if let Ok(date) = entry::date(text) {
            return Ok((date, raise.percent));
        }
    }
    // A formula may stand after the date.
    if let Some((date, formula)) = text.split_once('=')
        && let Ok(date) = entry::date(date)
    {
        return Ok((date, entry::percent(&format!("={formula}"))?));
    }
    // Without a date it was meant as a percent: that is what is wrong with it.
    if raise.is_some() && matches!(line::read(text), Err(LineRefusal::NoDate)) {
        entry::percent(text)?;
    }
    let one = paste::lines(text).into_iter().next();
    one.map_or_else(|| Err("nothing to read".to_owned()), |line| line.raise())
}

/// Puts pasted raises into an offer from a column on. When a line can't be read, every line is shown
/// with what becomes of it, and nothing happens before it is confirmed.
pub(super) fn paste_into(actions: &mut Actions, offer: &Offer, column: usize, text: &str) {
    let lines = paste::lines(text);
    let offer = offer.id.clone();
    if lines.is_empty() {
        actions.refuse("There is nothing to paste");
    } else if lines.iter().all(|line| line.raise().is_ok()) {
        actions.edit(Edit::Paste {
            offer,
            column,
            lines,
        });
    } else {
        actions.ask(Ask::Pasted {
            offer,
            column,
            lines,
        });
    }
}

/// The table as cells for a spreadsheet: dates and percents in columns of their own.
#[must_use]
pub fn as_cells(scenario: &Scenario) -> String {
    let longest = scenario
        .offers
        .iter()
        .map(|offer| order::raises(offer).len())
        .max()
        .unwrap_or(0);
    let mut text = "Offer".to_owned();
    for number in 1..=longest {
        text.push_str(&format!("\tDate {number}\tPercent {number}"));
    }
    for offer in &scenario.offers {
        text.push('\n');
        text.push_str(&guarded(&offer.name));
        for raise in order::raises(offer) {
            text.push_str(&format!("\t{}\t{}%", raise.date, raise.percent.get()));
        }
    }
    text.push('\n');
    text
}

/// A spreadsheet must not take a name for a formula.
fn guarded(name: &str) -> String {
    crate::units::sheet::guarded(&name.replace(['\t', '\n', '\r'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::ClauseId;

    #[test]
    fn a_cell_takes_a_date_a_percent_or_both() {
        let raise = order::Raise {
            clause: ClauseId::numbered(1),
            place: 0,
            date: Date::new(2026, 10, 1).unwrap(),
            percent: Percent::new("5".parse().unwrap()).unwrap(),
            everyone: true,
        };
        let read = |text: &str| {
            let (date, percent) = read_cell(Some(raise), text).unwrap();
            format!("{date} {}", percent.get())
        };
        assert_eq!(read("6.5%"), "2026-10-01 6.5");
        assert_eq!(read("10/1/27"), "2027-10-01 5");
        assert_eq!(read("2027-10-01 =21.5/4"), "2027-10-01 5.375");
        assert_eq!(read(&in_a_cell(raise)), "2026-10-01 5");
        assert!(read_cell(None, "6.5%").is_err());
    }
}
