//! Texts that are brought into the scenario: what a file refuses, because it hides a character or is longer
//! than any file may have, never gets in.

use super::refusal::Refusal;
use super::setting::Setting;
use crate::scenario::{Clause, Offer};
use crate::units::visible::{
    LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, first_hidden, first_hidden_in_lines, number,
};

/// Refuses the texts of a setting.
pub(super) fn of_setting(setting: &Setting) -> Result<(), Refusal> {
    match setting {
        Setting::Note(note) | Setting::WorkforceNote(note) => lines("note", note),
        Setting::Baseline(clauses) => clauses.iter().try_for_each(of_clause),
        Setting::RollUp(rates) => rates
            .iter()
            .try_for_each(|rate| line("name", &rate.name, LONGEST_NAME)),
        Setting::Assumptions(list) => list.iter().try_for_each(|one| {
            lines("assumption", &one.about)?;
            lines("reason", &one.why)
        }),
        Setting::Sources(list) => list.iter().try_for_each(|source| {
            line("id", &source.id, LONGEST_NAME)?;
            line("title", &source.title, LONGEST_LINE)?;
            line("publisher", &source.publisher, LONGEST_LINE)?;
            lines("note", &source.note)
        }),
        Setting::Presentation(of) => {
            line("name", &of.parties.employer, LONGEST_NAME)?;
            line("name", &of.parties.union, LONGEST_NAME)?;
            line("symbol", &of.currency.symbol, LONGEST_NAME)?;
            of.figures
                .short_names
                .iter()
                .try_for_each(|one| line("short name", &one.name, LONGEST_NAME))?;
            of.figures.edits.iter().try_for_each(|edit| {
                let words = [&edit.headline, &edit.subtitle, &edit.source];
                words
                    .into_iter()
                    .flatten()
                    .try_for_each(|words| line("words of a figure", words, LONGEST_LINE))
            })
        }
        _ => Ok(()),
    }
}

/// Refuses the texts of an offer and its clauses.
pub(super) fn of_offer(offer: &Offer) -> Result<(), Refusal> {
    line("id", &offer.id.0, LONGEST_NAME)?;
    line("name", &offer.name, LONGEST_NAME)?;
    lines("note", &offer.note)?;
    offer.clauses.iter().try_for_each(of_clause)
}

/// Refuses the texts of a clause.
pub(super) fn of_clause(clause: &Clause) -> Result<(), Refusal> {
    lines("note", &clause.note)?;
    lines("condition", &clause.condition)?;
    lines("reason", &clause.left_out_because)
}

/// Refuses a text of one line; one of only blanks too, which nobody could see.
pub(super) fn line(what: &str, text: &str, most: usize) -> Result<(), Refusal> {
    if !text.is_empty() && text.trim().is_empty() {
        return Err(Refusal::Breaks(format!(
            "the {what} holds only blanks; type it, or leave it empty"
        )));
    }
    refuse(what, text, most, first_hidden(text))
}

/// Refuses a text that may have several lines.
pub(super) fn lines(what: &str, text: &str) -> Result<(), Refusal> {
    refuse(what, text, LONGEST_TEXT, first_hidden_in_lines(text))
}

fn refuse(
    what: &str,
    text: &str,
    most: usize,
    hidden: Option<(usize, char)>,
) -> Result<(), Refusal> {
    if let Some((at, hidden)) = hidden {
        return Err(Refusal::Breaks(format!(
            "the {what} holds a character that can\u{2019}t be seen ({}), at place {at}; type it anew",
            number(hidden)
        )));
    }
    let length = text.chars().count();
    if length > most {
        return Err(Refusal::Breaks(format!(
            "the {what} has {length} characters, and at most {most} can be kept; shorten it"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_blanks_never_gets_in_and_an_empty_one_may() {
        for blanks in [" ", "\u{a0}\u{2009}", "\u{3000}"] {
            let told = line("name", blanks, LONGEST_NAME).unwrap_err().to_string();
            assert!(told.contains("only blanks"), "{told}");
        }
        assert!(line("name", "", LONGEST_NAME).is_ok());
        assert!(line("name", "A B", LONGEST_NAME).is_ok());
    }
}
