//! A figure's values as a table for spreadsheets.
//!
//! UTF-8 with a byte-order mark, ISO dates, plain numbers. Text that a spreadsheet would take for a
//! formula is guarded with an apostrophe; numbers never are.

use crate::figure::{Cell, Data, Figure, PRIVATE};
use crate::units::decimal::round;
use crate::units::spreadsheet::guarded;
use crate::units::text;

/// The byte-order mark by which spreadsheets know UTF-8.
const MARK: &str = "\u{feff}";

/// A figure's values, a row a point, after what they are: lines that begin with `#`, which a
/// spreadsheet shows as text.
///
/// # Errors
/// [`csv::Error`] where the table can't be written to memory.
pub fn to_text(figure: &Figure) -> Result<String, csv::Error> {
    let mut rows = of_case(figure);
    rows.extend(of_figure(figure));
    rows.extend(table(&figure.data));
    written(&rows)
}

/// The values of several figures in one table: the case once, then each figure with its name and
/// its own header, a blank row between.
///
/// # Errors
/// As [`to_text`].
pub fn all_to_text(figures: &[Figure]) -> Result<String, csv::Error> {
    let mut rows: Vec<Vec<String>> = figures.first().map_or_else(Vec::new, of_case);
    for figure in figures {
        rows.push(Vec::new());
        rows.extend(of_figure(figure));
        rows.extend(table(&figure.data));
    }
    written(&rows)
}

/// What all figures of a case share.
fn of_case(figure: &Figure) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    if figure.private {
        lines.push(PRIVATE.to_owned());
    }
    if !figure.case.is_empty() {
        lines.push(figure.case.clone());
    }
    if !figure.hash.is_empty() {
        lines.push(match &figure.file_hash {
            Some(file) => format!("Shared part {} of scenario {file}", figure.hash),
            None => format!("Scenario {}", figure.hash),
        });
    }
    lines.iter().map(|line| comment(line)).collect()
}

/// What one figure is, rests on and comes from.
fn of_figure(figure: &Figure) -> Vec<Vec<String>> {
    let title = figure.name.title();
    let name = match figure.number {
        Some(number) => format!("Figure {number}, {title}: {}", figure.headline),
        None => format!("{title}: {}", figure.headline),
    };
    let notes = figure.notes.iter();
    let notes = notes.map(|note| format!("Note: {}", note.full));
    let sources = figure.sources.iter();
    let sources = sources.map(|note| format!("Source: {}", note.full));
    let lines = [name, figure.subtitle.clone()].into_iter();
    lines
        .chain(notes)
        .chain(sources)
        .map(|line| comment(&line))
        .collect()
}

/// A line about the table, on one line whatever it says.
fn comment(words: &str) -> Vec<String> {
    let words: Vec<&str> = words.split_whitespace().collect();
    vec![format!("# {}", words.join(" "))]
}

fn table(data: &Data) -> Vec<Vec<String>> {
    let head = data.columns.iter().map(|name| guarded(name)).collect();
    let rows = data.rows.iter().map(|row| cells(row));
    std::iter::once(head).chain(rows).collect()
}

/// A figure's values for pasting, under a line that says so where offers are among them that aren't shared.
#[must_use]
pub fn figure_as_cells(figure: &Figure) -> String {
    let cells = as_cells(&figure.data);
    if figure.private {
        format!("{PRIVATE}\n{cells}")
    } else {
        cells
    }
}

/// A figure's values for pasting into a spreadsheet: tabs between cells.
#[must_use]
pub fn as_cells(data: &Data) -> String {
    let mut out = String::new();
    for row in table(data) {
        // What would end a cell or a row must not stand within one.
        let row: Vec<String> = row
            .iter()
            .map(|one| one.replace(['\t', '\n', '\r'], " "))
            .collect();
        out.push_str(&row.join("\t"));
        out.push('\n');
    }
    out
}

/// A cell as it stands in a spreadsheet's file.
#[must_use]
pub fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => guarded(words),
        Cell::Day(day) => day.to_string(),
        Cell::Dollars(value) => text::cents(*value),
        Cell::Percent(value) => text::plain(round(*value, 6)),
        Cell::Count(value) => text::plain(*value),
        Cell::Nothing => String::new(),
    }
}

fn cells(row: &[Cell]) -> Vec<String> {
    row.iter().map(cell).collect()
}

fn written(rows: &[Vec<String>]) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    for row in rows {
        // Every row as long as the longest: spreadsheets and parsers agree on the columns.
        let padding = std::iter::repeat_n("", columns - row.len());
        writer.write_record(row.iter().map(String::as_str).chain(padding))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Date;
    use rust_decimal::Decimal;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn table(rows: Vec<Vec<Cell>>) -> String {
        let columns = vec![
            "offer".to_owned(),
            "day".to_owned(),
            "cost, dollars".to_owned(),
        ];
        written(&super::table(&Data { columns, rows })).unwrap()
    }

    /// Reads a table back as a spreadsheet does.
    fn read(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix(MARK).expect("a byte-order mark");
        csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes())
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn payloads_stay_words_and_negative_numbers_stay_numbers() {
        let payloads = [
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(A1:A9)",
            "\t=1+1",
            "\r=1+1",
            " =1+1",
            "=HYPERLINK(\"http://x\",\"y\")",
            "-5",
        ];
        let rows = payloads
            .iter()
            .map(|words| {
                vec![
                    Cell::Text((*words).to_owned()),
                    Cell::Day(Date::new(2027, 4, 1).unwrap()),
                    Cell::Dollars(d("-1234567.891")),
                ]
            })
            .collect();
        let found = read(&table(rows));
        assert_eq!(found.len(), payloads.len() + 1);
        for (row, payload) in found[1..].iter().zip(payloads) {
            assert_eq!(row[0], format!("'{payload}"));
            assert_eq!(row[1], "2027-04-01");
            assert_eq!(row[2], "-1234567.89");
        }
    }

    #[test]
    fn quotes_commas_line_breaks_and_umlauts_come_back() {
        let name = "Börse, \"Köln\"\nzweite Zeile";
        let found = read(&table(vec![vec![
            Cell::Text(name.to_owned()),
            Cell::Nothing,
            Cell::Count(d("62000.50")),
        ]]));
        assert_eq!(found[1], [name, "", "62000.5"]);
        assert_eq!(cell(&Cell::Percent(d("-23.3381785"))), "-23.338179");
        assert_eq!(cell(&Cell::Dollars(d("-0.004"))), "0.00");
    }
}
