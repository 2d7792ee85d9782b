//! How a payroll's extract is to be read: kept beside the scenario, so that next month's takes two clicks.

use serde::{Deserialize, Serialize};

use super::decoding::Encoding;
use super::error::MappingFault;
use super::lines::Separator;
use super::meaning::Meaning;
use super::row::Cell;
pub use crate::scenario::Ledger;
use crate::scenario::{RateUnit, Rounding, Scale};
use crate::units::{Date, Fte, HourlyRate, HoursPerYear};

/// All settings of an import. Nothing in it tells of one employee.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What the settings are called.
    pub name: String,
    /// The day the rates are taken from.
    pub(crate) rates_as_of: Date,
    #[serde(default)]
    pub file: FileForm,
    /// What each column that is read is. Columns not named here are never read.
    pub columns: Vec<ColumnUse>,
    /// What the pay is for.
    #[serde(default)]
    pub pay: Pay,
    /// Whether pay is for full time, or for the hours the employee works.
    #[serde(default)]
    pub(crate) paid_for: PaidFor,
    /// What the column of full-time equivalents counts.
    #[serde(default)]
    pub fte: FteMeasure,
    /// How rates are rounded after each raise.
    #[serde(default = "cent")]
    pub(crate) rounding: Rounding,
    /// Only lines with one of these values are read, for each column named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) keep_only: Vec<Values>,
    /// Lines with one of these values are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) leave_out: Vec<Values>,
    /// Where the wage scales come from.
    #[serde(default)]
    pub(crate) scales: ScaleSource,
    /// What a second line with the same employee number is.
    #[serde(default)]
    pub(crate) same_id: SameId,
    /// What is rejected or asked about.
    #[serde(default)]
    pub(crate) limits: Limits,
    /// Totals of the general ledger to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ledger: Option<Ledger>,
}

/// The form of a roster's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileForm {
    /// The sheet of a workbook; its first visible one where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The line or row that holds the headers, from 1; 0 for a file without headers.
    pub header_row: u64,
    /// A text file's encoding.
    pub encoding: Encoding,
    /// What separates its cells.
    pub separator: Separator,
    /// Whether decimals have a point or a comma.
    pub decimals: DecimalMark,
}

impl Default for FileForm {
    fn default() -> Self {
        Self {
            sheet: None,
            header_row: 1,
            encoding: Encoding::default(),
            separator: Separator::default(),
            decimals: DecimalMark::default(),
        }
    }
}

impl ColumnUse {
    /// What it is called in messages: its header, or its number where it has none.
    #[must_use]
    pub fn called(&self) -> String {
        match self.column {
            Some(number) if self.header.trim().is_empty() => number.to_string(),
            _ => self.header.clone(),
        }
    }
}

/// What stands before the decimals of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DecimalMark {
    /// A point; thousands are parted by commas or spaces.
    #[default]
    Point,
    /// A comma; thousands are parted by points or spaces.
    Comma,
}

/// One column that is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnUse {
    /// Its header, as it stands in the file.
    pub header: String,
    /// Its number, from 1, where several columns have that header or it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    pub is: Meaning,
    /// How its dates are read, where they could be read two ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) dates: Option<DateOrder>,
    /// What its day numbers count from, where dates are such numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) serials: Option<Epoch>,
}

/// Which of two numbers in a date is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// 3/4/2026 is March 4.
    MonthFirst,
    /// 3/4/2026 is April 3.
    DayFirst,
}

/// What day numbers of a spreadsheet count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Epoch {
    /// Day 1 is January 1, 1900, and the day after February 28, 1900 is counted twice.
    Since1900,
    /// Day 0 is January 1, 1904.
    Since1904,
}

/// What the pay in the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub enum Pay {
    /// An hour.
    #[default]
    Hourly,
    /// A year.
    Annual,
    /// A month.
    Monthly,
    /// A pay period of so many hours.
    PerPeriod(HoursPerYear),
    /// A pay period of the hours that a column gives for each line.
    PerPeriodHours,
}

impl Pay {
    /// The unit the workforce's rates are kept in.
    #[must_use]
    pub fn rate_unit(self) -> RateUnit {
        match self {
            Self::Hourly | Self::PerPeriod(_) | Self::PerPeriodHours => RateUnit::Hour,
            Self::Annual => RateUnit::Year,
            Self::Monthly => RateUnit::Month,
        }
    }
}

/// Whether pay is for full time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum PaidFor {
    /// Pay of 1.0 FTE.
    #[default]
    FullTime,
    /// Pay of the part of full time the employee works.
    OwnHours,
}

/// What full-time equivalents are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub enum FteMeasure {
    /// A share: 0.9, or 90 %.
    #[default]
    Share,
    /// Hours a week, of so many for full time.
    WeeklyHours(HoursPerYear),
    /// Hours a year, of so many for full time.
    YearlyHours(HoursPerYear),
}

impl FteMeasure {
    /// The hours of full time; 1 for a share.
    #[must_use]
    pub fn full(self) -> Option<HoursPerYear> {
        match self {
            Self::Share => None,
            Self::WeeklyHours(full) | Self::YearlyHours(full) => Some(full),
        }
    }
}

/// Values of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Values {
    /// The column's header.
    pub(crate) header: String,
    /// Its number, from 1, where several columns have that header or it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// Values, as they stand in the file.
    pub(crate) values: Vec<String>,
}

/// Where wage scales come from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum ScaleSource {
    /// Those the scenario has.
    #[default]
    Scenario,
    /// These, from a rate table.
    Given(Vec<Scale>),
    /// From the file: the rate most employees of a scale and step have, so many months a step.
    Roster(u32),
}

/// What a second line with the same employee number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SameId {
    /// A mistake: the line is rejected.
    #[default]
    Rejected,
    /// Another post of the same employee: both count.
    AnotherPost,
}

/// What is rejected, and what is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// The most FTE one line may have; more is rejected.
    pub(crate) most_fte: Fte,
    /// Dollars an hour; lines below are to be confirmed.
    pub(crate) minimum_wage: HourlyRate,
    /// Rates above so many times the median are to be confirmed.
    pub(crate) times_median: u32,
}

impl Default for Limits {
    fn default() -> Self {
        let two = rust_decimal::Decimal::TWO;
        let federal = rust_decimal::Decimal::new(725, 2);
        Self {
            most_fte: Fte::new(two).unwrap_or_default(),
            // The federal minimum wage since 2009.
            minimum_wage: HourlyRate::new(federal).unwrap_or(HourlyRate::ZERO),
            times_median: 5,
        }
    }
}

fn cent() -> Rounding {
    Rounding::Cent
}

impl Profile {
    /// Checks that the columns fit together.
    ///
    /// # Errors
    /// [`MappingFault`].
    pub fn check(&self) -> Result<(), MappingFault> {
        let has = |meaning| self.columns.iter().any(|one| one.is == meaning);
        for meaning in Meaning::ALL {
            let uses = self.columns.iter().filter(|one| one.is == meaning).count();
            if uses > 1 && meaning != Meaning::Filter {
                return Err(MappingFault::Twice(meaning.name()));
            }
        }
        let has_step = has(Meaning::Scale) && has(Meaning::Step);
        if !has(Meaning::Rate) && !has_step {
            return Err(MappingFault::NoRate);
        }
        if self.pay == Pay::PerPeriodHours && !has(Meaning::PeriodHours) {
            return Err(MappingFault::NoPeriodHours);
        }
        let zero = rust_decimal::Decimal::ZERO;
        if self.limits.most_fte.get() <= zero {
            return Err(MappingFault::NotPositive("the most FTE a line may have"));
        }
        if matches!(&self.scales, ScaleSource::Roster(0)) {
            return Err(MappingFault::NotPositive("months from step to step"));
        }
        Ok(())
    }
}

impl Values {
    /// Whether they are those of a column.
    #[must_use]
    pub fn is_of(&self, column: &ColumnUse) -> bool {
        let same = self.header.trim() == column.header.trim();
        same && (self.column.is_none() || self.column == column.column)
    }

    /// Whether a cell has one of the values.
    #[must_use]
    pub fn include(&self, cell: Cell<'_>) -> bool {
        self.values.iter().any(|value| value.trim() == cell.text)
    }
}
