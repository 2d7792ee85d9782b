//! Rows of groups out of a spreadsheet, their columns by their headers or from a cell on.

use std::collections::HashMap;
use std::fmt;

use super::cell::{changed, named};
use super::column::Column;
use crate::figure::PRIVATE;
use crate::scenario::{Group, Workforce};
use crate::units::Currency;

/// The most rows read at once.
pub const MOST_ROWS: usize = 100_000;

/// What a paste comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Put {
    /// Groups that become others, by their places.
    pub(crate) changed: Vec<(usize, Group)>,
    /// Groups that are new.
    pub(crate) added: Vec<Group>,
    /// Headers that name no column, and were left out.
    pub(crate) ignored: Vec<String>,
}

/// What is wrong on one pasted line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasteFault {
    /// The line, from 1.
    line: usize,
    /// The column; none for the whole line.
    column: Option<Column>,
    /// What is wrong and what to do.
    words: String,
}

impl fmt::Display for PasteFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {}", self.line)?;
        if let Some(column) = self.column {
            write!(f, ", {}", column.noun())?;
        }
        write!(f, ": {}", self.words)
    }
}

/// Reads pasted rows. With headers, a row changes the group of its name or is a new one; without, rows fill
/// the groups at `rows`, in this order, from a column on, and those past them are new.
///
/// # Errors
/// Everything that is wrong, line by line; then nothing is taken.
pub fn read(
    workforce: &Workforce,
    currency: &Currency,
    text: &str,
    rows: &[usize],
    column: Column,
) -> Result<Put, Vec<PasteFault>> {
    let lines = cells_of(text)?;
    let groups = workforce.read_groups();
    let mut reader = Reader {
        workforce,
        currency,
        groups,
        by_name: HashMap::new(),
        taken: HashMap::new(),
        put: Put::default(),
        faults: Vec::new(),
    };
    for (at, group) in groups.iter().enumerate() {
        reader.by_name.insert(group.name.as_str(), at);
    }
    let header = lines.first().and_then(|(_, cells)| headers(cells));
    let (columns, body) = match &header {
        Some(header) => {
            reader.put.ignored.clone_from(&header.ignored);
            (header.columns.clone(), lines.get(1..).unwrap_or_default())
        }
        None => {
            let from = Column::ALL.iter().position(|one| *one == column);
            let columns = Column::ALL.iter().skip(from.unwrap_or(0));
            (columns.map(|one| Some(*one)).collect(), lines.as_slice())
        }
    };
    let by_name = header.is_some() && columns.contains(&Some(Column::Name));
    for (number, (line, cells)) in body.iter().enumerate() {
        let row = Row {
            line: *line,
            cells: columns
                .iter()
                .zip(cells)
                .filter_map(|(column, cell)| Some(((*column)?, cell.trim())))
                .collect(),
        };
        let at = if by_name {
            row.text(Column::Name)
                .and_then(|name| reader.by_name.get(name).copied())
        } else {
            rows.get(number).copied()
        };
        reader.take(&row, at);
    }
    if reader.faults.is_empty() && reader.put.changed.is_empty() && reader.put.added.is_empty() {
        reader.fault(1, None, "there are no rows to paste".to_owned());
    }
    reader.names_are_unique();
    if reader.faults.is_empty() {
        Ok(reader.put)
    } else {
        Err(reader.faults)
    }
}

struct Header {
    columns: Vec<Option<Column>>,
    ignored: Vec<String>,
}

/// The columns that a first row names; none where it is no row of headers.
fn headers(cells: &[String]) -> Option<Header> {
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| Column::of_header(cell)).collect();
    let known = columns.iter().flatten().count();
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    // A group may be called Step or Unit; a whole row of such names is headers.
    if known == 0 || known * 2 < filled || (known < 2 && filled > 1) {
        return None;
    }
    let unknown = cells.iter().zip(&columns);
    let unknown = unknown.filter(|(cell, column)| column.is_none() && !cell.trim().is_empty());
    Some(Header {
        ignored: unknown.map(|(cell, _)| cell.trim().to_owned()).collect(),
        columns,
    })
}

/// The cells of each line that isn't blank, each with its number.
fn cells_of(text: &str) -> Result<Vec<(usize, Vec<String>)>, Vec<PasteFault>> {
    // What is copied from a table of groups may have a line above it that says whom it is for.
    let text = text.strip_prefix(PRIVATE).unwrap_or(text);
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    // Only a row of headers tells that commas or semicolons part cells: numbers have commas of their own.
    let parts = |separator: char| {
        let cells: Vec<String> = first.split(separator).map(str::to_owned).collect();
        cells.len() > 1 && headers(&cells).is_some()
    };
    let separator = if first.contains('\t') {
        b'\t'
    } else if parts(';') {
        b';'
    } else if parts(',') {
        b','
    } else {
        b'\t'
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for record in reader.records() {
        let fault = |line: usize, words: String| {
            vec![PasteFault {
                line,
                column: None,
                words,
            }]
        };
        let record = record.map_err(|error| fault(lines.len() + 1, error.to_string()))?;
        let at = record.position().map_or(0, csv::Position::line);
        let line = usize::try_from(at).unwrap_or(lines.len() + 1);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if lines.len() > MOST_ROWS {
            let words = format!(
                "more than {} rows; import them as a roster, or paste a part",
                crate::units::text::count(MOST_ROWS.into())
            );
            return Err(fault(line, words));
        }
        lines.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok(lines)
}

struct Row<'a> {
    line: usize,
    cells: Vec<(Column, &'a str)>,
}

impl Row<'_> {
    /// What stands in a column; none where it is empty or not there.
    fn text(&self, column: Column) -> Option<&str> {
        let cell = self.cells.iter().find(|(own, _)| *own == column);
        cell.map(|(_, text)| *text).filter(|text| !text.is_empty())
    }

    fn has(&self, column: Column) -> bool {
        self.cells.iter().any(|(own, _)| *own == column)
    }
}

struct Reader<'a> {
    workforce: &'a Workforce,
    currency: &'a Currency,
    groups: &'a [Group],
    by_name: HashMap<&'a str, usize>,
    /// The line each place was taken on.
    taken: HashMap<usize, usize>,
    put: Put,
    faults: Vec<PasteFault>,
}

impl Reader<'_> {
    fn fault(&mut self, line: usize, column: Option<Column>, words: String) {
        self.faults.push(PasteFault {
            line,
            column,
            words,
        });
    }

    fn take(&mut self, row: &Row<'_>, at: Option<usize>) {
        let start = match at.and_then(|at| self.groups.get(at)) {
            Some(group) => group.clone(),
            None => match row.text(Column::Name) {
                Some(name) => named(name),
                None => {
                    let words = "the group has no name; paste a column Group".to_owned();
                    self.fault(row.line, Some(Column::Name), words);
                    return;
                }
            },
        };
        let Some(group) = self.read(row, start) else {
            return;
        };
        match at {
            None => self.put.added.push(group),
            Some(at) => {
                if let Some(before) = self.taken.insert(at, row.line) {
                    let words = format!("line {before} has the same group");
                    self.fault(row.line, Some(Column::Name), words);
                } else if self.groups.get(at) != Some(&group) {
                    self.put.changed.push((at, group));
                } else {
                    // As it was: pasting it again changes nothing.
                }
            }
        }
    }

    /// The group with every cell of a row. Empty cells leave numbers as they are and take names away.
    fn read(&mut self, row: &Row<'_>, start: Group) -> Option<Group> {
        let mut group = start;
        let before = self.faults.len();
        // A scale is taken with its step, whatever their order.
        let standing = match (row.text(Column::Scale), row.text(Column::Step)) {
            (Some(scale), Some(step)) if scale != "none" => {
                vec![(Column::Scale, format!("{scale} {step}"))]
            }
            (scale, step) => {
                let scale = row
                    .has(Column::Scale)
                    .then(|| (Column::Scale, scale.unwrap_or_default().to_owned()));
                let step = step.map(|step| (Column::Step, step.to_owned()));
                scale.into_iter().chain(step).collect()
            }
        };
        let names = [Column::Name, Column::Market, Column::Unit, Column::Job];
        let names = names
            .into_iter()
            .filter(|column| row.has(*column))
            .map(|column| (column, row.text(column).unwrap_or_default().to_owned()));
        let numbers = [
            Column::Headcount,
            Column::Fte,
            Column::Rate,
            Column::NextStep,
        ];
        let numbers = numbers
            .into_iter()
            .filter_map(|column| Some((column, row.text(column)?.to_owned())));
        for (column, text) in names.chain(standing).chain(numbers) {
            match changed(self.workforce, self.currency, &group, column, &text) {
                Ok(next) => group = next,
                Err(words) => self.fault(row.line, Some(column), words),
            }
        }
        (self.faults.len() == before).then_some(group)
    }

    fn names_are_unique(&mut self) {
        let renamed: HashMap<usize, &str> = self
            .put
            .changed
            .iter()
            .map(|(at, group)| (*at, group.name.as_str()))
            .collect();
        let own = self
            .groups
            .iter()
            .enumerate()
            .map(|(at, group)| renamed.get(&at).copied().unwrap_or(&group.name));
        let all = own.chain(self.put.added.iter().map(|group| group.name.as_str()));
        let mut seen = std::collections::HashSet::new();
        let doubled: Vec<String> = all
            .filter(|name| !seen.insert(*name))
            .take(20)
            .map(str::to_owned)
            .collect();
        for name in doubled {
            let words = format!("two groups would be called {name}; each needs a name of its own");
            self.fault(1, Some(Column::Name), words);
        }
    }
}
