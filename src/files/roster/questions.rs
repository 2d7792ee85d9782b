//! Dates that could be read two ways: whether the column itself settles it.

use super::columns::Columns;
use super::dates::{DateReading, date};
use super::error::{Fault, Question, RosterError};
use super::profile::{ColumnUse, DateOrder, Profile};
use super::progress::Progress;
use super::row::Flow;
use super::source::RosterFile;

/// What the dates of one column show.
#[derive(Debug, Clone, Default)]
struct Evidence {
    month_first: Option<u64>,
    day_first: Option<u64>,
    open: u64,
    example: Option<(u64, String)>,
    serial: Option<(u64, String)>,
}

/// The profile with the order of every column of dates, as far as a date in it proves which it is.
///
/// # Errors
/// [`Fault::Open`] with the question, once a column: the user answers it in the profile.
pub(super) fn settle_dates(
    file: &RosterFile,
    profile: &Profile,
    progress: &Progress,
) -> Result<Profile, RosterError> {
    let columns = Columns::find(file, profile, progress)?;
    let dated: Vec<(usize, &ColumnUse)> = profile
        .columns
        .iter()
        .filter(|column| column.is.is_date())
        .filter_map(|column| Some((columns.slot(column.is)?, column)))
        .collect();
    let mut evidence = vec![Evidence::default(); dated.len()];
    let header = profile.file.header_row;
    file.each(&profile.file, &columns.wanted, progress, &mut |row| {
        if row.line <= header {
            return Ok(Flow::On);
        }
        for ((slot, _), seen) in dated.iter().zip(&mut evidence) {
            let cell = row.cell(*slot);
            match date(cell) {
                Ok(reading @ DateReading::Either { .. }) => match reading.proves() {
                    Some(DateOrder::MonthFirst) => {
                        seen.month_first.get_or_insert(row.line);
                    }
                    Some(DateOrder::DayFirst) => {
                        seen.day_first.get_or_insert(row.line);
                    }
                    None => {
                        seen.open += 1;
                        let here = || (row.line, cell.text.to_owned());
                        seen.example.get_or_insert_with(here);
                    }
                },
                Ok(DateReading::Serial(_)) => {
                    let here = || (row.line, cell.text.to_owned());
                    seen.serial.get_or_insert_with(here);
                }
                _ => {}
            }
        }
        Ok(Flow::On)
    })?;
    let mut settled = profile.clone();
    let ask = |line, question| Err(file.on_line(&profile.file, line, Fault::Open(question)));
    for ((_, column), seen) in dated.iter().zip(&evidence) {
        let header = column.called();
        let of = column.is;
        if column.serials.is_none()
            && file.epoch().is_none()
            && let Some((line, example)) = seen.serial.clone()
        {
            let question = Question::Serials {
                header,
                of,
                example,
                line,
            };
            return ask(line, question);
        }
        if column.dates.is_some() {
            continue;
        }
        let order = match (seen.month_first, seen.day_first, &seen.example) {
            (Some(month_first), Some(day_first), _) => {
                let question = Question::MixedDates {
                    header,
                    of,
                    month_first,
                    day_first,
                };
                return ask(month_first.max(day_first), question);
            }
            (Some(_), None, _) => Some(DateOrder::MonthFirst),
            (None, Some(_), _) => Some(DateOrder::DayFirst),
            (None, None, Some((line, example))) => {
                let question = Question::DateOrder {
                    header,
                    of,
                    example: example.clone(),
                    line: *line,
                    more: seen.open.saturating_sub(1),
                };
                return ask(*line, question);
            }
            (None, None, None) => None,
        };
        let same = |one: &&mut ColumnUse| one.is == column.is;
        if let Some(own) = settled.columns.iter_mut().find(same) {
            own.dates = order;
        }
    }
    Ok(settled)
}
