//! What the import says of a roster.

use crate::files::roster::{FteMeasure, Meaning, Note, OutlierKind, PaidFor, Pay, Profile, Staged};
use crate::units::{Currency, text};

/// How the columns chosen are taken, in a line or two.
pub(super) fn of_columns(profile: &Profile, currency: &Currency) -> String {
    let header = |meaning| {
        let own = profile.columns.iter().find(|one| one.is == meaning);
        own.map(|one| super::capital(&super::parts::called(one)))
    };
    let mut said = Vec::new();
    if let Some(id) = header(Meaning::Id) {
        said.push(format!(
            "{id} is hashed in memory to find doubles, then forgotten."
        ));
    }
    if let Some(fte) = header(Meaning::Fte) {
        said.push(match profile.fte {
            FteMeasure::Share => format!("{fte} is a share: 1 is full time."),
            FteMeasure::WeeklyHours(full) => {
                format!(
                    "{fte} is weekly hours: {} = 1.0 FTE.",
                    text::plain(full.get())
                )
            }
            FteMeasure::YearlyHours(full) => {
                format!(
                    "{fte} is yearly hours: {} = 1.0 FTE.",
                    text::plain(full.get())
                )
            }
        });
    }
    if let Some(rate) = header(Meaning::Rate) {
        let of = currency.said(&match profile.pay {
            Pay::Hourly => "dollars an hour".to_owned(),
            Pay::Annual => "dollars a year".to_owned(),
            Pay::Monthly => "dollars a month".to_owned(),
            Pay::PerPeriod(hours) => {
                format!("dollars a pay period of {} hours", text::plain(hours.get()))
            }
            Pay::PerPeriodHours => "dollars a pay period".to_owned(),
        });
        let whose = match profile.paid_for {
            PaidFor::FullTime => "",
            PaidFor::OwnHours => ", for the hours each works",
        };
        said.push(format!("{rate} is {of}{whose}."));
    }
    said.join(" ")
}

/// A number of employees.
pub(super) fn employees(number: u64) -> String {
    match number {
        1 => "1 employee".to_owned(),
        number => format!("{} employees", text::count(number.into())),
    }
}

/// A number of lines.
pub(super) fn lines(number: u64) -> String {
    match number {
        1 => "1 line".to_owned(),
        number => format!("{} lines", text::count(number.into())),
    }
}

/// What else is to be known of the figures.
pub(super) fn note(note: &Note) -> String {
    match note {
        Note::AllFullTime => "No column of FTE is read: everyone counts as full-time".to_owned(),
        Note::NoIds => "No column says who it is: doubles can\u{2019}t be found".to_owned(),
        Note::FurtherPosts(posts) => format!(
            "{} further posts of employees on other lines",
            text::count((*posts).into())
        ),
        Note::FteRounded(number) => format!("FTE of {} rounded to four decimals", lines(*number)),
        Note::HoleInScale(scale) => format!(
            "Scale {scale} can\u{2019}t be told from the roster: nobody stands on one of its steps"
        ),
        Note::LineBreaks(number) => format!("{} with line breaks inside a cell", lines(*number)),
    }
}

/// Employees with rates far from the others, one way.
pub(super) fn outliers(staged: &Staged, kind: OutlierKind) -> Option<(u64, u64)> {
    let mut heads = 0_u64;
    let mut first = None::<u64>;
    for one in staged.outliers.iter().filter(|one| one.kind == kind) {
        heads = heads.saturating_add(one.employees);
        first = Some(first.map_or(one.first_line, |line| line.min(one.first_line)));
    }
    first.map(|first| (heads, first))
}
