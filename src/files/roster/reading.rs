//! One line of a roster to what is kept of it, or to why it is rejected.

use std::collections::HashMap;

use super::cell::{NumberFault, ONE, number, number_in};
use super::columns::Columns;
use super::dates::{DateFault, DateReading, date};
use super::meaning::Meaning;
use super::profile::{Epoch, PaidFor, Pay, Profile};
use super::reason::{Reason, Rejection};
use super::row::{Cell, Row};
use super::tally::{Key, Names};
use super::totals::{Amounts, is_totals};
use crate::scenario::Scale;
use crate::units::decimal::in_units;
use crate::units::{Currency, Date, Known};

/// The highest rate there is, in millionths of a dollar.
const MOST_RATE: i128 = 10_000_000 * ONE as i128;

/// What holds a name, where a line of totals has a word for it or nothing.
const OF_NAMES: [Meaning; 5] = [
    Meaning::Id,
    Meaning::Market,
    Meaning::Unit,
    Meaning::Job,
    Meaning::Scale,
];

/// What a line comes to.
pub(super) struct Taken {
    pub(crate) key: Key,
    /// Ten-thousandths.
    pub(crate) fte: i64,
    /// Whether the FTE had more decimals than are kept.
    pub(crate) rounded: bool,
}

/// Why a line isn't taken.
pub(super) enum Refused {
    /// It is rejected.
    Line(Box<Rejection>),
    /// Its date reads two ways: a look at the whole column must settle it, or the user.
    Ask,
}

/// Reads lines by a profile.
pub(super) struct LineReader<'a> {
    pub(crate) profile: &'a Profile,
    pub(crate) columns: &'a Columns,
    /// The scales known beforehand; none where they come from the roster itself.
    scales: Option<&'a HashMap<String, Scale>>,
    /// What amounts are in.
    currency: &'a Currency,
    /// What day numbers count from, where the file itself says it.
    epoch: Option<Epoch>,
    pub(crate) names: Names,
    most_fte: i64,
}

impl<'a> LineReader<'a> {
    pub fn new(
        profile: &'a Profile,
        columns: &'a Columns,
        scales: Option<&'a HashMap<String, Scale>>,
        currency: &'a Currency,
        epoch: Option<Epoch>,
    ) -> Self {
        let most = in_units(profile.limits.most_fte.get(), 4);
        Self {
            profile,
            columns,
            scales,
            currency,
            epoch,
            names: Names::default(),
            // A limit beyond 64 bits is none.
            most_fte: most
                .and_then(|most| i64::try_from(most).ok())
                .unwrap_or(i64::MAX),
        }
    }

    pub fn read(&mut self, row: &Row) -> Result<Taken, Refused> {
        if row.width > self.columns.width {
            return Err(self.reject(row, None, Reason::MoreCells));
        }
        if let Some(slot) = self.columns.slot(Meaning::Id)
            && row.cell(slot).text.is_empty()
        {
            return Err(self.reject(row, Some(Meaning::Id), Reason::Empty(Meaning::Id)));
        }
        let market = self.name(row, Meaning::Market)?;
        let unit = self.name(row, Meaning::Unit)?;
        let job = self.name(row, Meaning::Job)?;
        let scale = self.name(row, Meaning::Scale)?;
        let step = self.step(row, scale)?;
        let (fte, rounded) = self.fte(row)?;
        let rate = self.rate(row, scale, step, fte)?;
        let next_step = self.next_step(row, scale, step)?;
        Ok(Taken {
            key: Key {
                market,
                unit,
                job,
                scale,
                step,
                rate,
                next_step,
            },
            fte,
            rounded,
        })
    }

    /// The column in which a line says in a word that it adds others up.
    pub fn said_total(&self, row: &Row) -> Option<Meaning> {
        let says = |meaning: &Meaning| {
            let slot = self.columns.slot(*meaning);
            slot.is_some_and(|slot| is_totals(*meaning, row.cell(slot).text))
        };
        OF_NAMES.into_iter().find(says)
    }

    /// A line's amounts as they stand there, to be compared with the sums of those above.
    pub fn amounts(&self, row: &Row) -> Amounts {
        let cell = |meaning| self.columns.slot(meaning).map(|slot| row.cell(slot));
        let value = |meaning| {
            let value = number(cell(meaning)?, self.profile.file.decimals).ok()?;
            Some(value.millionths)
        };
        let is_missing = |meaning| cell(meaning).is_some_and(|cell| cell.text.is_empty());
        Amounts {
            fte: value(Meaning::Fte),
            rate: value(Meaning::Rate),
            nameless: OF_NAMES.into_iter().any(is_missing),
        }
    }

    fn name(&mut self, row: &Row, meaning: Meaning) -> Result<Option<u32>, Refused> {
        let Some(slot) = self.columns.slot(meaning) else {
            return Ok(None);
        };
        let cell = row.cell(slot);
        if cell.kind == super::row::CellKind::Error {
            return Err(self.reject(row, Some(meaning), Reason::ErrorValue(meaning)));
        }
        match self.names.number(cell.text) {
            Ok(number) => Ok(number),
            Err(()) => Err(self.reject(row, Some(meaning), Reason::Unreadable(meaning))),
        }
    }

    fn known_scale(&self, scale: Option<u32>) -> Option<&'a Scale> {
        self.scales?.get(self.names.text(scale)?)
    }

    fn step(&self, row: &Row, scale: Option<u32>) -> Result<Option<u32>, Refused> {
        let Some(slot) = self.columns.slot(Meaning::Step) else {
            return Ok(None);
        };
        let cell = row.cell(slot);
        if cell.text.is_empty() {
            return Ok(None);
        }
        let refuse = |reason| Err(self.reject(row, Some(Meaning::Step), reason));
        let whole = match number(cell, self.profile.file.decimals) {
            Ok(number) if number.millionths % ONE == 0 && !number.percent => {
                u32::try_from(number.millionths / ONE).ok()
            }
            _ => None,
        };
        let Some(step @ 1..=1000) = whole else {
            return refuse(Reason::NotAStep);
        };
        if let Some(known) = self.known_scale(scale)
            && step as usize > known.steps.len()
        {
            return refuse(Reason::NoSuchStep {
                scale: known.name.clone(),
                steps: known.steps.len(),
            });
        }
        Ok(Some(step))
    }

    /// Ten-thousandths, and whether they were rounded.
    fn fte(&self, row: &Row) -> Result<(i64, bool), Refused> {
        let Some(slot) = self.columns.slot(Meaning::Fte) else {
            return Ok((10_000, false));
        };
        let meaning = Meaning::Fte;
        let refuse = |reason| Err(self.reject(row, Some(meaning), reason));
        let value = self.number(row, row.cell(slot), meaning)?;
        let mut share = i128::from(value.millionths);
        if value.percent {
            share /= 100;
        }
        if let Some(full) = self.profile.fte.full() {
            let Some(full) = in_units(full.get(), 6).filter(|full| *full > 0) else {
                return refuse(Reason::NotANumber(meaning));
            };
            share = divided(share * i128::from(ONE), full);
        }
        // FTE has four decimals: rounded half away from zero.
        let rounded = share % 100 != 0;
        // What is beyond 64 bits is beyond the most a line may have as well, and is refused as that.
        let fte = i64::try_from(divided(share, 100)).unwrap_or(i64::MAX);
        match fte {
            i64::MIN..0 => refuse(Reason::Negative(meaning)),
            0 => refuse(Reason::Zero(meaning)),
            _ if fte > self.most_fte => refuse(Reason::MostFte(self.profile.limits.most_fte)),
            _ => Ok((fte, rounded)),
        }
    }

    /// Millionths of a dollar in the workforce's unit; none where the file has no column of pay.
    fn rate(
        &self,
        row: &Row,
        scale: Option<u32>,
        step: Option<u32>,
        fte: i64,
    ) -> Result<Option<i64>, Refused> {
        let meaning = Meaning::Rate;
        let refuse = |reason| Err(self.reject(row, Some(meaning), reason));
        let Some(slot) = self.columns.slot(meaning) else {
            return match (self.known_scale(scale), step) {
                (Some(scale), Some(step)) => match scale.rate_of(step) {
                    Some(Known::Known(_)) => Ok(None),
                    _ => {
                        let scale = scale.name.clone();
                        refuse(Reason::NoRateOnScale { scale, step })
                    }
                },
                _ => refuse(Reason::Empty(meaning)),
            };
        };
        let cell = row.cell(slot);
        if cell.text.is_empty()
            && let (Some(scale), Some(step)) = (self.names.text(scale), step)
        {
            let scale = scale.to_owned();
            return refuse(Reason::NoRateOnScale { scale, step });
        }
        let value = self.number(row, cell, meaning)?;
        if value.percent {
            return refuse(Reason::NotANumber(meaning));
        }
        let mut rate = i128::from(value.millionths);
        let hours = match self.profile.pay {
            Pay::PerPeriod(hours) => in_units(hours.get(), 6),
            Pay::PerPeriodHours => {
                let cell = self
                    .columns
                    .slot(Meaning::PeriodHours)
                    .map(|slot| row.cell(slot));
                let hours = self.number(row, cell.unwrap_or_default(), Meaning::PeriodHours)?;
                Some(i128::from(hours.millionths))
            }
            Pay::Hourly | Pay::Annual | Pay::Monthly => None,
        };
        if let Some(hours) = hours {
            if hours <= 0 {
                let meaning = Meaning::PeriodHours;
                return Err(self.reject(row, Some(meaning), Reason::Zero(meaning)));
            }
            // A rate has six decimals: rounded half away from zero.
            rate = divided(rate * i128::from(ONE), hours);
        } else if self.profile.paid_for == PaidFor::OwnHours {
            rate = divided(rate * 10_000, i128::from(fte));
        }
        let most = MOST_RATE;
        match rate {
            i128::MIN..0 => refuse(Reason::Negative(meaning)),
            0 => refuse(Reason::Zero(meaning)),
            _ if rate > most => refuse(Reason::TooLarge(meaning)),
            _ => Ok(i64::try_from(rate).ok()),
        }
    }

    fn number(
        &self,
        row: &Row,
        cell: Cell<'_>,
        meaning: Meaning,
    ) -> Result<super::cell::Number, Refused> {
        let decimals = self.profile.file.decimals;
        number_in(cell, decimals, Some(self.currency)).map_err(|fault| {
            let reason = match fault {
                NumberFault::Empty => Reason::Empty(meaning),
                NumberFault::Error => Reason::ErrorValue(meaning),
                NumberFault::NotANumber => Reason::NotANumber(meaning),
                NumberFault::Foreign => Reason::Foreign(meaning),
                NumberFault::TooFine => Reason::TooFine(meaning),
                NumberFault::TooLarge => Reason::TooLarge(meaning),
            };
            self.reject(row, Some(meaning), reason)
        })
    }

    /// The day of the next step, from whichever date the file has. After the last step's date or the hire it
    /// is the first anniversary after the day of the rates, counted in the step's months.
    fn next_step(
        &self,
        row: &Row,
        scale: Option<u32>,
        step: Option<u32>,
    ) -> Result<Option<Date>, Refused> {
        let as_of = self.profile.rates_as_of;
        for meaning in [Meaning::NextStep, Meaning::LastStep, Meaning::Hired] {
            let Some(day) = self.day(row, meaning)? else {
                continue;
            };
            // Nobody moves off the top step, nor without a scale and a step.
            let (Some(at), true) = (step, scale.is_some()) else {
                return Ok(None);
            };
            let months = match (self.known_scale(scale), &self.profile.scales) {
                (Some(known), _) => match known.months_on(at as usize) {
                    Some(months) => months,
                    None => return Ok(None),
                },
                (None, super::profile::ScaleSource::Roster(months)) => *months,
                (None, _) => return Ok(None),
            };
            if meaning == Meaning::NextStep {
                if day <= as_of {
                    return Err(self.reject(row, Some(meaning), Reason::StepBefore(as_of)));
                }
                return Ok(Some(day));
            }
            if day > as_of {
                let reason = Reason::AfterRates(meaning, as_of);
                return Err(self.reject(row, Some(meaning), reason));
            }
            return Ok(anniversary(day, months, as_of));
        }
        Ok(None)
    }

    fn day(&self, row: &Row, meaning: Meaning) -> Result<Option<Date>, Refused> {
        let Some((column, slot)) = self.columns.of(meaning) else {
            return Ok(None);
        };
        let cell = row.cell(*slot);
        let refuse = |reason| Err(self.reject(row, Some(meaning), reason));
        let reading = match date(cell) {
            Ok(reading) => reading,
            Err(DateFault::Empty) => return Ok(None),
            Err(DateFault::Error) => return refuse(Reason::ErrorValue(meaning)),
            Err(DateFault::NotADate) => return refuse(Reason::NotADate(meaning)),
            Err(DateFault::NoSuchDay) => return refuse(Reason::NoSuchDay(meaning)),
        };
        let epoch = column.serials.or(self.epoch);
        match reading {
            DateReading::Either { .. } if column.dates.is_none() => Err(Refused::Ask),
            DateReading::Serial(_) if epoch.is_none() => Err(Refused::Ask),
            _ => match reading.settle(column.dates, epoch) {
                Ok(day) => Ok(Some(day)),
                Err(_) => refuse(Reason::NoSuchDay(meaning)),
            },
        }
    }

    pub fn reject(&self, row: &Row, meaning: Option<Meaning>, reason: Reason) -> Refused {
        let cell = meaning.and_then(|meaning| self.columns.slot(meaning));
        let shown = cell.map_or("", |slot| row.cell(slot).text);
        // Who it is isn't shown either.
        let shown = if meaning == Some(Meaning::Id) {
            ""
        } else {
            shown
        };
        Refused::Line(Box::new(Rejection {
            line: row.line,
            header: meaning.and_then(|meaning| self.columns.header(meaning)),
            shown: crate::units::decimal::shorten(shown),
            reason,
        }))
    }
}

/// A quotient rounded half away from zero.
fn divided(value: i128, by: i128) -> i128 {
    if by == 0 {
        return 0;
    }
    let half = by.abs() / 2;
    if value < 0 {
        (value - half) / by
    } else {
        (value + half) / by
    }
}

/// The first of the days `months` apart from `start` that is after `as_of`.
fn anniversary(start: Date, months: u32, as_of: Date) -> Option<Date> {
    let months = i32::try_from(months).ok().filter(|months| *months > 0)?;
    // Beyond the years that dates have, adding months stands still.
    (1..=(3_700 / months).max(1))
        .map(|times| start.plus_months(months.saturating_mul(times)))
        .find(|day| *day > as_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_round_half_away_from_zero() {
        assert_eq!(divided(5, 10), 1);
        assert_eq!(divided(-5, 10), -1);
        assert_eq!(divided(4, 10), 0);
        assert_eq!(
            divided(2_004_000_000 * i128::from(ONE), 80_000_000),
            25_050_000
        );
    }

    #[test]
    fn steps_come_on_anniversaries() {
        let day = |text: &str| Date::parse(text).unwrap();
        let as_of = day("2025-09-30");
        let next =
            |start: &str, months| anniversary(day(start), months, as_of).unwrap().to_string();
        assert_eq!(next("2019-03-15", 12), "2026-03-15");
        assert_eq!(next("2024-02-29", 12), "2026-02-28");
        assert_eq!(next("2025-09-30", 6), "2026-03-30");
        assert_eq!(next("2024-09-30", 12), "2026-09-30");
        assert_eq!(next("2020-11-01", 24), "2026-11-01");
    }
}
