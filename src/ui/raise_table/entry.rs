//! What is typed and pasted into the table of terms, and copied out of it.

use super::columns::{Column, columns, rows};
use crate::document::cell::Draft;
use crate::document::dated::{DatedTerm, as_typed, with_date};
use crate::document::line::{self, Said};
use crate::document::{Command, cell, entry, paste};
use crate::scenario::{Clause, ClauseId, Offer, PaidIn, Scenario};
use crate::ui::state::{Actions, Ask, ClauseAt, Context, Edit};
use crate::units::Date;
use crate::units::spreadsheet::guarded;

/// What stands in a cell's field before anything is typed: `10/1/2026 5%`.
pub(super) fn as_it_is(context: &Context, offer: &Offer, term: &DatedTerm) -> String {
    let paid = context.scenario().paid_in();
    let date = term.date;
    let typed = offer
        .clause(term.clause)
        .map_or_else(String::new, |clause| as_typed(&clause.terms, paid));
    let day = format!("{}/{}/{}", date.month(), date.day(), date.year());
    format!("{day} {typed}").trim_end().to_owned()
}

/// Takes what was typed into a cell: a date and a term, or one of them where the cell has the other. The error
/// says why it can't be taken.
pub(super) fn enter(
    actions: &mut Actions,
    context: &Context,
    at: Option<Column>,
    (offer, term): (&Offer, Option<&DatedTerm>),
    text: &str,
) -> Result<(), String> {
    let paid = context.scenario().paid_in();
    let own = term.and_then(|term| Some((term, offer.clause(term.clause)?)));
    if text.trim().is_empty() || term.is_some_and(|term| as_it_is(context, offer, term) == text) {
        return Ok(());
    }
    match own {
        Some((term, clause)) => {
            let to = changed(clause, term.part, paid, text)?;
            let at = ClauseAt {
                offer: offer.id.clone(),
                clause: term.clause,
            };
            actions.edit(Edit::SetClause(at, Box::new(to)));
        }
        None => {
            let clause = begun(at.map(|at| at.date), paid, text)?;
            actions.apply(Command::AddClause {
                offer: offer.id.clone(),
                clause: Box::new(clause),
            });
        }
    }
    Ok(())
}

/// A clause after what was typed over it.
pub(super) fn changed(
    clause: &Clause,
    part: usize,
    paid: PaidIn<'_>,
    text: &str,
) -> Result<Clause, String> {
    if let Some(kept) = cell::kept(text, &clause.terms, paid) {
        let (date, terms) = kept.map_err(|refusal| refusal.words(text, paid.currency))?;
        let mut to = date.map_or_else(|| clause.clone(), |date| with_date(clause, part, date));
        to.terms = terms;
        return Ok(to);
    }
    let (date, draft) = read(text, paid)?;
    let mut to = match date {
        Some(date) => with_date(clause, part, date),
        None => clause.clone(),
    };
    if let Some(draft) = draft {
        let terms = draft.terms(to.date, paid.unit, Some(&to.terms));
        to.terms = terms.map_err(|refusal| refusal.words(text, paid.currency))?;
    }
    Ok(to)
}

/// A new clause; `day` is the date of the column it was typed in.
pub(super) fn begun(day: Option<Date>, paid: PaidIn<'_>, text: &str) -> Result<Clause, String> {
    let (date, draft) = read(text, paid)?;
    let draft = draft.ok_or_else(|| {
        let hourly = paid.currency.example("1.50");
        format!("type what it gives too, such as 3% or {hourly}/h")
    })?;
    let date = date
        .or(day)
        .ok_or("type its date too, such as 10/1/2027 3%")?;
    let terms = draft.terms(date, paid.unit, None);
    let terms = terms.map_err(|refusal| refusal.words(text, paid.currency))?;
    Ok(Clause::new(date, terms))
}

/// A date, a term, or both.
fn read(text: &str, paid: PaidIn<'_>) -> Result<(Option<Date>, Option<Draft>), String> {
    let currency = paid.currency;
    if let Ok(draft) = cell::read(text, paid) {
        return Ok((None, Some(draft)));
    }
    if let Ok(date) = entry::date(text) {
        return Ok((Some(date), None));
    }
    match line::read(text, paid) {
        Ok(Said::Term(date, draft)) => Ok((Some(date), Some(draft))),
        // Without a date it was meant as a term: that is what is wrong with it.
        Ok(Said::Nothing) | Err(line::LineRefusal::NoDate) => cell::read(text, paid)
            .map(|draft| (None, Some(draft)))
            .map_err(|refusal| refusal.words(text, currency)),
        Err(refusal) => Err(refusal.words(text, currency)),
    }
}

/// Puts the terms of a clause of the row above into a cell.
pub(super) fn fill(actions: &mut Actions, offer: &Offer, term: Option<&DatedTerm>, from: &Clause) {
    let copy = Clause {
        id: ClauseId::UNASSIGNED,
        source: None,
        note: String::new(),
        ..from.clone()
    };
    match term.and_then(|term| Some((term, offer.clause(term.clause)?))) {
        Some((term, own)) => {
            let to = Clause {
                id: own.id,
                source: own.source.clone(),
                note: own.note.clone(),
                ..copy
            };
            let at = ClauseAt {
                offer: offer.id.clone(),
                clause: term.clause,
            };
            actions.edit(Edit::SetClause(at, Box::new(to)));
        }
        None => actions.apply(Command::AddClause {
            offer: offer.id.clone(),
            clause: Box::new(copy),
        }),
    }
}

/// Puts pasted raises into an offer from a raise on. When a line can't be read, every line is shown with what
/// becomes of it, and nothing happens before it is confirmed.
pub(super) fn paste_into(
    actions: &mut Actions,
    paid: PaidIn<'_>,
    offer: &Offer,
    column: usize,
    text: &str,
) {
    let lines = paste::lines(text, paid);
    let offer = offer.id.clone();
    if lines.is_empty() {
        actions.refuse("There is nothing to paste");
    } else if lines.iter().all(|line| line.raise(paid.currency).is_ok()) {
        actions.edit(Edit::Paste {
            offer,
            column,
            lines,
        });
    } else {
        actions.ask(Ask::Pasted {
            offer,
            column,
            text: text.to_owned(),
        });
    }
}

/// The table as cells for a spreadsheet: a row of dates, then an offer a row; a column with the kind beside
/// each number.
#[must_use]
pub fn as_cells(scenario: &Scenario) -> String {
    let rows = rows(scenario);
    let columns = columns(&rows);
    let mut text = "Offer".to_owned();
    for column in &columns {
        text.push_str(&format!("\t{}\t", column.date));
    }
    for row in &rows {
        text.push('\n');
        let name = row.offer.map_or("Owed", |offer| offer.name.as_str());
        text.push_str(&guarded(&name.replace(['\t', '\n', '\r'], " ")));
        for column in &columns {
            let Some(term) = row.term(*column) else {
                text.push_str("\t\t");
                continue;
            };
            let left_out = if term.counted { "" } else { "left out" };
            let kind = [term.kind.as_str(), left_out].join(" ");
            text.push_str(&format!(
                "\t{}\t{}",
                guarded(&term.number),
                guarded(kind.trim())
            ));
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::RateUnit;

    fn hour() -> PaidIn<'static> {
        PaidIn::us_dollars(RateUnit::Hour)
    }
    use crate::scenario::ClauseTerms;
    use crate::units::{Known, Percent};

    #[test]
    fn a_cell_takes_a_date_a_term_or_both() {
        let five = Percent::new("5".parse().unwrap()).unwrap();
        let date = Date::new(2026, 10, 1).unwrap();
        let clause = Clause::new(date, ClauseTerms::Percent(Known::Known(five)));
        let read = |text: &str| {
            let to = changed(&clause, 0, hour(), text).unwrap();
            format!("{} {}", to.date, as_typed(&to.terms, hour()))
        };
        assert_eq!(read("6.5%"), "2026-10-01 6.5%");
        assert_eq!(read("10/1/27"), "2027-10-01 5%");
        assert_eq!(read("2027-10-01 =21.5/4"), "2027-10-01 5.375%");
        assert_eq!(read("$1.50/h"), "2026-10-01 $1.50/h");
        assert_eq!(read("5% or $1.50/h"), "2026-10-01 5% or $1.50/h");
        assert_eq!(read("COLA 2\u{2013}4"), "2026-10-01 COLA 2\u{2013}4");
        let dollars = begun(Some(date), hour(), "$1.50/h").unwrap();
        let over = |text: &str| {
            let to = changed(&dollars, 0, hour(), text).unwrap();
            format!("{} {}", to.date, as_typed(&to.terms, hour()))
        };
        assert_eq!(over("0,80"), "2026-10-01 $0.80/h");
        assert_eq!(over("10/1/27 0,80"), "2027-10-01 $0.80/h");
        assert_eq!(over("3%"), "2026-10-01 3%");
        assert!(begun(None, hour(), "6.5%").is_err());
        let year = PaidIn::us_dollars(RateUnit::Year);
        let told = begun(Some(date), year, "min 68.000").unwrap_err();
        assert!(told.contains("can be 68 or 68,000"), "{told}");
        let told = begun(None, year, "10/1/27 min 68.000").unwrap_err();
        assert!(told.contains("can be 68 or 68,000"), "{told}");
        let least = begun(Some(date), year, "min 68,000").unwrap();
        assert_eq!(as_typed(&least.terms, year), "min $68,000.00");
        let told = begun(Some(date), hour(), "-2% bonus").unwrap_err();
        assert!(
            told.contains("a bonus is 0% to 100%") && told.contains("\u{2212}2% alone is a raise"),
            "{told}"
        );
        assert!(changed(&clause, 0, hour(), "3 to 4%").is_err());
    }

    #[test]
    fn what_a_cell_shows_can_be_typed_back() {
        let date = Date::new(2026, 10, 1).unwrap();
        for text in [
            "6.5%",
            "$1.50/h",
            "5% or $1.50/h",
            "COLA 2\u{2013}4",
            "2% bonus",
            "$750 each",
            "min $24.00",
        ] {
            let clause = begun(Some(date), hour(), text).unwrap();
            let shown = as_typed(&clause.terms, hour());
            let again = begun(Some(date), hour(), &shown).unwrap();
            assert_eq!(clause.terms, again.terms, "{text} is shown as {shown}");
        }
    }
}
