//! What a roster's form and columns probably are: guessed by name and content, shown, never taken for granted.

use super::cell::{ONE, number};
use super::dates::{DateReading, date};
use super::form::as_cell;
use super::meaning::Meaning;
use super::profile::{ColumnUse, DecimalMark, FteMeasure, Pay};
use super::source::Preview;
use crate::units::HoursPerYear;

/// Guesses for the step in which columns are mapped.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnGuess {
    /// What each column that was recognised is.
    pub columns: Vec<ColumnUse>,
    /// What the pay is for.
    pub pay: Pay,
    /// What full-time equivalents are counted in.
    pub fte: FteMeasure,
    /// The decimal mark that the numbers show; none where they could be read with either.
    pub decimals: Option<DecimalMark>,
}

/// Words in headers that tell what a column is, the surest first.
const WORDS: [(Meaning, &[&str]); 13] = [
    (
        Meaning::NextStep,
        &[
            "nextstep",
            "nxtstep",
            "stepdue",
            "nextincrement",
            "steppingdate",
        ],
    ),
    (
        Meaning::LastStep,
        &["laststep", "stepdate", "lstinc", "lastincrement"],
    ),
    (
        Meaning::Hired,
        &[
            "hiredate",
            "hired",
            "dateofhire",
            "seniority",
            "servicedate",
            "startdate",
            "hiredt",
            "doh",
        ],
    ),
    (
        Meaning::PeriodHours,
        &["periodhours", "payhours", "hoursperperiod", "prdhrs"],
    ),
    (
        Meaning::Scale,
        &[
            "scale",
            "paygrade",
            "grade",
            "grd",
            "salarygrade",
            "payscale",
            "range",
            "schedule",
        ],
    ),
    (Meaning::Step, &["step", "stp"]),
    (
        Meaning::Fte,
        &[
            "fte",
            "stdhrs",
            "stdhours",
            "standardhours",
            "weeklyhours",
            "hoursperweek",
            "schedhrs",
            "parttime",
        ],
    ),
    (
        Meaning::Rate,
        &[
            "rate",
            "baserate",
            "baser",
            "basert",
            "hourlyrate",
            "salary",
            "annualpay",
            "annualsalary",
            "monthlypay",
            "basepay",
            "pay",
            "wage",
            "comprate",
            "payrt",
            "hourly",
            "hrlyrt",
        ],
    ),
    (
        Meaning::Market,
        &["market", "region", "area", "location", "site", "facility"],
    ),
    (
        Meaning::Unit,
        &["unit", "local", "union", "bargainingunit", "bu"],
    ),
    (
        Meaning::Job,
        &[
            "job",
            "jobtitle",
            "jobfamily",
            "classification",
            "position",
            "title",
            "jobcode",
            "class",
        ],
    ),
    (
        Meaning::Id,
        &[
            "id",
            "eeid",
            "empid",
            "employeeid",
            "employeenumber",
            "emplid",
            "personnel",
            "personnelnumber",
            "badge",
            "ssn",
            "eenumber",
            "emp",
            "empno",
            "empnum",
            "empnumber",
            "employeeno",
            "eeno",
            "staffid",
            "workerid",
        ],
    ),
    (
        Meaning::Filter,
        &["status", "emplstatus", "empstatus", "employeestatus"],
    ),
];

/// Guesses what the columns are. A name wins; what a column holds must not speak against it.
#[must_use]
pub fn guess_columns(preview: &Preview) -> ColumnGuess {
    let mut guess = ColumnGuess {
        columns: Vec::new(),
        pay: Pay::Hourly,
        fte: FteMeasure::Share,
        decimals: decimals_of(preview),
    };
    let mark = guess.decimals.unwrap_or_default();
    let mut taken = vec![false; preview.headers.len()];
    for (meaning, words) in WORDS {
        let score = |header: &str| {
            let name = plain_name(header);
            words.iter().position(|word| name == *word).map_or_else(
                || {
                    // A status of another kind is nobody's business here.
                    let inside = meaning != Meaning::Filter
                        && words
                            .iter()
                            .any(|word| word.len() > 3 && name.contains(word));
                    inside.then_some(100)
                },
                Some,
            )
        };
        let best = preview
            .headers
            .iter()
            .enumerate()
            .filter(|(at, _)| !taken.get(*at).copied().unwrap_or(true))
            .filter(|(at, _)| fits(preview, *at, meaning, mark))
            .filter_map(|(at, header)| score(header).map(|score| (score, at)))
            .min();
        if let Some((_, at)) = best {
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
            guess.columns.push(use_of(preview, at, meaning));
        }
    }
    by_content(preview, mark, &mut taken, &mut guess.columns);
    guess.columns.sort_by_key(|one| {
        let at = preview.headers.iter().position(|h| *h == one.header);
        one.column.map_or(at, |column| Some(column as usize - 1))
    });
    measures(preview, mark, &mut guess);
    guess
}

/// Pay and shares of full time under headers nobody knows: told by what stands in the column, where only one
/// column looks like it.
fn by_content(
    preview: &Preview,
    mark: DecimalMark,
    taken: &mut [bool],
    columns: &mut Vec<ColumnUse>,
) {
    let share: fn(i64) -> bool = |value| value > 0 && value <= ONE;
    let pay: fn(i64) -> bool = |value| {
        let hourly = (7 * ONE..200 * ONE).contains(&value) && value % ONE != 0;
        hourly || (12_000 * ONE..1_000_000 * ONE).contains(&value)
    };
    for (meaning, looks) in [(Meaning::Fte, share), (Meaning::Rate, pay)] {
        if columns.iter().any(|one| one.is == meaning) {
            continue;
        }
        let free = |at: &usize| !taken.get(*at).copied().unwrap_or(true);
        let looks_right = |at: &usize| {
            let mut all = 0_usize;
            let fitting = cells(preview, *at)
                .inspect(|_| all += 1)
                .filter_map(|text| number(as_cell(text), mark).ok())
                .filter(|number| looks(number.millionths))
                .count();
            all > 0 && fitting * 10 >= all * 8
        };
        let mut found = (0..preview.headers.len()).filter(free).filter(looks_right);
        if let (Some(at), None) = (found.next(), found.next()) {
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
            columns.push(use_of(preview, at, meaning));
        }
    }
}

/// How pay and full-time equivalents are measured, by their size.
fn measures(preview: &Preview, mark: DecimalMark, guess: &mut ColumnGuess) {
    let values = |meaning| {
        let column = guess.columns.iter().find(|one| one.is == meaning)?;
        let at = column_of(preview, column)?;
        let mut values: Vec<i64> = cells(preview, at)
            .filter_map(|text| number(as_cell(text), mark).ok())
            .map(|number| number.millionths)
            .collect();
        values.sort_unstable();
        Some(values)
    };
    if let Some(values) = values(Meaning::Rate)
        && let Some(median) = values.get(values.len() / 2)
    {
        guess.pay = if *median >= 12_000 * ONE {
            Pay::Annual
        } else if *median >= 1_000 * ONE {
            Pay::Monthly
        } else {
            Pay::Hourly
        };
    }
    if let Some(values) = values(Meaning::Fte)
        && let Some(median) = values.get(values.len() / 2)
        && let Some(most) = values.get(values.len() * 9 / 10)
    {
        let hours = |text: &str| {
            crate::units::digits::FromDigits::from_digits(text).unwrap_or(HoursPerYear::default())
        };
        // A few mistyped lines say nothing of the others.
        if *median > 200 * ONE {
            guess.fte = FteMeasure::YearlyHours(HoursPerYear::default());
        } else if *median > 3 * ONE {
            let full = if *most == 37_500_000 { "37.5" } else { "40" };
            guess.fte = FteMeasure::WeeklyHours(hours(full));
        }
    }
}

fn use_of(preview: &Preview, at: usize, is: Meaning) -> ColumnUse {
    let header = preview.headers.get(at).cloned().unwrap_or_default();
    let same = preview.headers.iter().filter(|one| **one == header).count();
    let number = u32::try_from(at + 1).ok();
    ColumnUse {
        column: number.filter(|_| same > 1 || header.is_empty()),
        header,
        is,
        dates: None,
        serials: None,
    }
}

fn column_of(preview: &Preview, column: &ColumnUse) -> Option<usize> {
    column.column.map_or_else(
        || preview.headers.iter().position(|one| *one == column.header),
        |number| (number as usize).checked_sub(1),
    )
}

fn cells(preview: &Preview, at: usize) -> impl Iterator<Item = &str> {
    let cells = preview.rows.iter().filter_map(move |(_, row)| row.get(at));
    cells.map(String::as_str).filter(|text| !text.is_empty())
}

/// Whether most of what a column holds can be what it is taken for.
fn fits(preview: &Preview, at: usize, meaning: Meaning, mark: DecimalMark) -> bool {
    let is_number = |text: &str| number(as_cell(text), mark).is_ok();
    let is_date = |text: &str| match date(as_cell(text)) {
        Ok(DateReading::Serial(days)) => days > 10_000,
        Ok(_) => true,
        Err(_) => false,
    };
    let test: &dyn Fn(&str) -> bool = match meaning {
        Meaning::Fte | Meaning::Rate | Meaning::PeriodHours | Meaning::Step => &is_number,
        Meaning::NextStep | Meaning::LastStep | Meaning::Hired => &is_date,
        _ => &|_| true,
    };
    let (fitting, all) = cells(preview, at).fold((0_usize, 0_usize), |(fitting, all), text| {
        (fitting + usize::from(test(text)), all + 1)
    });
    fitting * 2 >= all
}

/// Lower-case letters and digits of a header.
fn plain_name(header: &str) -> String {
    let letters = header.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The decimal mark some number proves.
fn decimals_of(preview: &Preview) -> Option<DecimalMark> {
    let (mut point, mut comma) = (0_usize, 0_usize);
    for (_, row) in &preview.rows {
        for text in row {
            let cell = as_cell(text);
            let as_point = number(cell, DecimalMark::Point).is_ok();
            let as_comma = number(cell, DecimalMark::Comma).is_ok();
            point += usize::from(as_point && !as_comma);
            comma += usize::from(as_comma && !as_point);
        }
    }
    match point.cmp(&comma) {
        std::cmp::Ordering::Greater => Some(DecimalMark::Point),
        std::cmp::Ordering::Less => Some(DecimalMark::Comma),
        std::cmp::Ordering::Equal => None,
    }
}
