//! Terms out of pasted text: columns of a spreadsheet, lines of an e-mail.

use super::cell::Draft;
use super::line::{self, Half, LineRefusal, Said, Slashes};
use crate::scenario::PaidIn;
use crate::units::reading::DateRefusal;
use crate::units::{Currency, Date, Percent};

/// The most lines read at once: a hundred times a long contract. What follows is refused, not dropped.
pub const MOST_LINES: usize = 2_000;

/// One pasted line, read or refused.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedLine {
    /// Its number, from 1.
    pub number: usize,
    /// The line as it came.
    pub(crate) text: String,
    /// What it says, or why that is in doubt.
    said: Result<Said, PasteRefusal>,
}

/// Why a pasted line was not taken.
#[derive(Debug, Clone, PartialEq)]
pub enum PasteRefusal {
    /// The line itself.
    Line(LineRefusal),
    /// It and all after it are more than are read at once.
    TooMany,
}

impl PastedLine {
    /// Its raise in percent.
    ///
    /// # Errors
    /// Words that say why there is none.
    pub fn raise(&self, currency: &Currency) -> Result<(Date, Percent), String> {
        match self.term(currency)? {
            (date, Draft::Percent(percent)) => Ok((date, percent)),
            _ => Err("this is no raise in percent; add it as a term of its own".to_owned()),
        }
    }

    /// Its date and term.
    ///
    /// # Errors
    /// Words that say why there is none.
    pub fn term(&self, currency: &Currency) -> Result<(Date, Draft), String> {
        match &self.said {
            Ok(Said::Term(date, draft)) => Ok((*date, draft.clone())),
            Ok(Said::Nothing) => Err("no date and no number here; left out".to_owned()),
            Err(PasteRefusal::Line(refusal)) => Err(refusal.words(&self.text, currency)),
            Err(PasteRefusal::TooMany) => Err(format!(
                "more than {MOST_LINES} lines; paste the rest by itself"
            )),
        }
    }

    /// Whether it holds no number and is left out without a complaint.
    #[must_use]
    pub fn left_out(&self) -> bool {
        self.said == Ok(Said::Nothing)
    }
}

/// Reads each line that isn't blank: one date and one term, whatever harmless words stand around them.
/// A line with two dates or two numbers is refused, never guessed. A date alone and a percent alone
/// make one raise where they take turns, as in cells of two lines. Where one line's date has the day first,
/// as `31/12/2026`, no other of the text is taken for month first. Amounts are in what
/// `paid` says.
#[must_use]
pub fn lines(text: &str, paid: PaidIn<'_>) -> Vec<PastedLine> {
    // Spreadsheets put a cell of two lines in quotes.
    let text = text.replace('"', " ");
    let mut lines: Vec<(usize, &str)> = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim_end()))
        .filter(|(_, line)| !line.trim().is_empty())
        .collect();
    let beyond = lines.get(MOST_LINES).copied();
    lines.truncate(MOST_LINES);
    let day_first = lines
        .iter()
        .any(|(_, one)| line::slashes(one).is_some_and(|order| order == Slashes::DayFirst));
    let halves: Vec<Option<Half>> = lines.iter().map(|(_, one)| line::half(one)).collect();
    let mut read = Vec::with_capacity(lines.len());
    let mut ahead = lines.as_slice();
    let mut halves = halves.as_slice();
    while !ahead.is_empty() {
        let run: Vec<Half> = halves.iter().map_while(|half| *half).collect();
        // Lines that are no halves stand by themselves, and so does a run of halves in doubt.
        let length = run.len().max(1).min(ahead.len());
        let (own, rest) = ahead.split_at(length);
        for part in own.chunks(if take_turns(&run) { 2 } else { 1 }) {
            let text = part
                .iter()
                .map(|(_, one)| one.trim())
                .collect::<Vec<_>>()
                .join(" ");
            read.push(PastedLine {
                number: part.first().map_or(0, |(number, _)| *number),
                said: match line::slashes(&text) {
                    // One line of the text has the day first, and so may this one.
                    Some(Slashes::Either(one, other)) if day_first => Err(PasteRefusal::Line(
                        LineRefusal::Date(DateRefusal::Ambiguous(one, other)),
                    )),
                    _ => line::read(&text, paid).map_err(PasteRefusal::Line),
                },
                text,
            });
        }
        ahead = rest;
        halves = halves.get(length..).unwrap_or_default();
    }
    if let Some((number, text)) = beyond {
        read.push(PastedLine {
            number,
            text: text.to_owned(),
            said: Err(PasteRefusal::TooMany),
        });
    }
    read
}

/// Whether halves pair up without a doubt: a column of dates above a column of percents does not.
fn take_turns(halves: &[Half]) -> bool {
    let paired = !halves.is_empty() && halves.len().is_multiple_of(2);
    paired && halves.array_windows().all(|[one, next]| one != next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::RateUnit;

    #[test]
    fn twelve_shapes_of_text_people_send() {
        for text in [
            "10/1/2027\t6.5%",
            "10/1/27 6.5%",
            "2027-10-01,6.5",
            "2027-10-01\t6.5",
            "10/1/2027: 6.5%",
            "October 1, 2027 \u{2013} 6.5 %",
            "Effective October 1, 2027, a 6.5% across-the-board increase",
            "6.5% on Oct 1, 2027",
            "Year 2: 6.5 percent effective 10/01/2027",
            "\u{2022} 10/1/2027 = 6.5%",
            "- 1 October 2027: 6.50%",
            "Raise 3 (10/1/27) 6.5% ATB",
        ] {
            let read = lines(text, PaidIn::us_dollars(RateUnit::Hour));
            assert_eq!(read.len(), 1, "{text}");
            let (date, percent) = read[0]
                .raise(Currency::us_dollar())
                .unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(date.to_string(), "2027-10-01", "{text}");
            assert_eq!(percent.get().normalize().to_string(), "6.5", "{text}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_is_refused_line_by_line() {
        let read = lines(
            "Hello,\n\n10/1/2025: 6.5%\n10/1/2026 to 10/1/2027: 3%\n10/1/27: 3% or 4%\n10/1/2028",
            PaidIn::us_dollars(RateUnit::Hour),
        );
        let ok: Vec<bool> = read
            .iter()
            .map(|line| line.raise(Currency::us_dollar()).is_ok())
            .collect();
        assert_eq!(ok, [false, true, false, false, false]);
        assert!(read[0].left_out());
        assert_eq!(read[1].number, 3);
    }
}
