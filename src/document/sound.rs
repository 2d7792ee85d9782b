//! Texts that a command brings into the scenario: what a file refuses never gets in.

use super::command::Command;
use super::detail::Detail;
use super::refusal::Refusal;
use super::setting::Setting;
use crate::scenario::{Clause, Offer};
use crate::units::visible::{
    LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, first_hidden, first_hidden_in_lines, number,
};

/// Refuses a command whose texts hide a character or are longer than any file may have.
pub(super) fn check(command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Rename(_, name) => line("name", name, LONGEST_NAME),
        Command::Title(title) => line("title", title, LONGEST_LINE),
        Command::AddOffer(offer) => of_offer(offer),
        Command::AddClause { clause, .. } | Command::SetClause { to: clause, .. } => {
            of_clause(clause)
        }
        Command::Detail(_, Detail::Note(note)) => lines("note", note),
        Command::Setting(setting) => of_setting(setting),
        _ => Ok(()),
    }
}

fn of_setting(setting: &Setting) -> Result<(), Refusal> {
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
        _ => Ok(()),
    }
}

fn of_offer(offer: &Offer) -> Result<(), Refusal> {
    line("id", &offer.id.0, LONGEST_NAME)?;
    line("name", &offer.name, LONGEST_NAME)?;
    lines("note", &offer.note)?;
    offer.clauses.iter().try_for_each(of_clause)
}

fn of_clause(clause: &Clause) -> Result<(), Refusal> {
    lines("note", &clause.note)?;
    lines("condition", &clause.condition)?;
    lines("reason", &clause.left_out_because)
}

fn line(what: &str, text: &str, most: usize) -> Result<(), Refusal> {
    refuse(what, text, most, first_hidden(text))
}

fn lines(what: &str, text: &str) -> Result<(), Refusal> {
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
    use crate::scenario::OfferId;

    #[test]
    fn what_a_file_would_refuse_is_refused_at_once() {
        let id = OfferId("a".to_owned());
        let renamed = |name: &str| check(&Command::Rename(id.clone(), name.to_owned()));
        assert_eq!(renamed("Union\u{2019}s counter"), Ok(()));
        for bad in ["a\nb", "a\u{202e}b", "a\u{200b}", &"x".repeat(201)] {
            assert!(renamed(bad).is_err(), "{bad:?}");
        }
        let note = |note: &str| check(&Command::Setting(Setting::Note(note.to_owned())));
        assert_eq!(note("two\nlines\tand a tab"), Ok(()));
        assert!(note("esc\u{1b}[2J").is_err());
    }
}
