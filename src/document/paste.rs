//! Raises out of pasted text: columns of a spreadsheet, lines of an e-mail.

use super::entry;
use crate::units::{Date, Percent};

/// One pasted line, read or refused.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedLine {
    /// Its number, from 1.
    pub number: usize,
    /// The line as it came.
    pub text: String,
    /// The raise in it, or why there is none.
    pub raise: Result<(Date, Percent), String>,
}

/// Reads each line that isn't blank: one date and one percent, whatever words stand around them.
/// A line with two dates or two percents is refused, never guessed. A date alone and a percent alone
/// make one raise where they take turns, as in cells of two lines.
#[must_use]
pub fn lines(text: &str) -> Vec<PastedLine> {
    // Spreadsheets put a cell of two lines in quotes.
    let text = text.replace('"', " ");
    let lines: Vec<(usize, &str)> = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty())
        .collect();
    let mut read = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let halves: Vec<Half> = lines[at..]
            .iter()
            .map_while(|(_, one)| half_in(one))
            .collect();
        // Lines that are no halves stand by themselves, and so does a run of halves in doubt.
        let run = &lines[at..at + halves.len().max(1)];
        for part in run.chunks(if take_turns(&halves) { 2 } else { 1 }) {
            let text = part
                .iter()
                .map(|(_, one)| *one)
                .collect::<Vec<_>>()
                .join(" ");
            read.push(PastedLine {
                number: part.first().map_or(0, |(number, _)| *number),
                raise: raise_in(&text),
                text,
            });
        }
        at += run.len();
    }
    read
}

/// Half a raise, alone on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Date,
    Percent,
}

fn half_in(line: &str) -> Option<Half> {
    let (dates, rest) = take_dates(line);
    match dates.as_slice() {
        [_] => (!rest.contains(char::is_alphanumeric)).then_some(Half::Date),
        [] => {
            let words = rest
                .to_ascii_lowercase()
                .replace("percent", "")
                .replace("pct", "");
            let alone = !words.contains(char::is_alphabetic);
            (alone && matches!(percents(&rest).as_slice(), [(_, true)])).then_some(Half::Percent)
        }
        _ => None,
    }
}

/// Whether halves pair up without a doubt: a column of dates above a column of percents does not.
fn take_turns(halves: &[Half]) -> bool {
    let paired = !halves.is_empty() && halves.len().is_multiple_of(2);
    paired && halves.windows(2).all(|two| two[0] != two[1])
}

fn raise_in(line: &str) -> Result<(Date, Percent), String> {
    let (dates, rest) = take_dates(line);
    let date = match dates.as_slice() {
        [] => return Err("no date found; write one as 10/1/2027".to_owned()),
        [one] => *one,
        _ => return Err("two dates in one line; give each raise its own line".to_owned()),
    };
    let candidates = percents(&rest);
    let marked: Vec<_> = candidates.iter().filter(|(_, marked)| *marked).collect();
    let chosen = match (marked.as_slice(), candidates.as_slice()) {
        ([(digits, _)], _) | ([], [(digits, _)]) => digits,
        ([], []) => return Err("no percent found; write one as 6.5%".to_owned()),
        _ => return Err("two numbers could be the percent; leave one".to_owned()),
    };
    Ok((date, entry::percent(chosen)?))
}

/// The dates in a line, and what is left of it. A date is three words with a month's name, or one
/// word with two strokes.
fn take_dates(line: &str) -> (Vec<Date>, String) {
    // A comma between figures parts columns: no percent has thousands.
    let mut spaced = String::with_capacity(line.len());
    let mut before = None;
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        let parts = c == ','
            && before.is_some_and(|one: char| one.is_ascii_digit())
            && characters.peek().is_some_and(char::is_ascii_digit);
        spaced.push(if parts { ' ' } else { c });
        before = Some(c);
    }
    let words: Vec<&str> = spaced
        .split(|c: char| c.is_whitespace() || matches!(c, ':' | ';' | '=' | '(' | ')' | '|'))
        .filter(|word| !word.is_empty())
        .collect();
    let (mut dates, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let single = word.trim_end_matches([',', '.']);
        if let Ok(date) = entry::date(single) {
            dates.push(date);
            at += 1;
            continue;
        }
        let three = words.get(at..at + 3).map(|three| three.join(" "));
        let named = three
            .as_deref()
            .is_some_and(|text| text.chars().any(char::is_alphabetic) && !text.contains('%'));
        if let Some(Ok(date)) = three
            .filter(|_| named)
            .map(|text| entry::date(text.trim_end_matches([',', '.'])))
        {
            dates.push(date);
            at += 3;
            continue;
        }
        rest.push(*word);
        at += 1;
    }
    (dates, rest.join(" "))
}

/// The numbers in a text, and whether a percent sign or the word follows.
fn percents(text: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (head, tail) = rest.split_at(start);
        let end = tail
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(tail.len());
        let (digits, after) = tail.split_at(end);
        let inside_a_word = head.ends_with(|c: char| c.is_alphabetic())
            || after.starts_with(|c: char| c.is_alphabetic() && c != 'p');
        let negative = head.ends_with(['-', '\u{2212}'])
            && !head
                .trim_end_matches(['-', '\u{2212}'])
                .ends_with(|c: char| c.is_alphanumeric());
        let next = after.trim_start().to_ascii_lowercase();
        let marked =
            next.starts_with('%') || next.starts_with("percent") || next.starts_with("pct");
        if !inside_a_word {
            let digits = digits.trim_end_matches('.');
            let sign = if negative { "-" } else { "" };
            found.push((format!("{sign}{digits}"), marked));
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let read = lines(text);
            assert_eq!(read.len(), 1, "{text}");
            let (date, percent) = read[0]
                .raise
                .clone()
                .unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(date.to_string(), "2027-10-01", "{text}");
            assert_eq!(percent.get().normalize().to_string(), "6.5", "{text}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_is_refused_line_by_line() {
        let read = lines(
            "Hello,\n\n10/1/2025: 6.5%\n10/1/2026 to 10/1/2027: 3%\n10/1/27: 3% or 4%\n10/1/2028",
        );
        let ok: Vec<bool> = read.iter().map(|line| line.raise.is_ok()).collect();
        assert_eq!(ok, [false, true, false, false, false]);
        assert_eq!(read[1].number, 3);
    }
}
