//! From what a cell says to the terms of a clause.

use rust_decimal::Decimal;

use super::{CellRefusal, Dollars, Draft, Share};
use crate::document::entry;
use crate::scenario::{
    CapReading, ClauseTerms, LumpAmount, LumpTiming, MarketMinimum, PayrollMeasured, RateUnit,
    Ripple, Scope,
};
use crate::units::reading::{Per, Refusal};
use crate::units::{Date, HourlyAmount, HourlyRate, Known, Percent, YearlyAmount};

impl Draft {
    /// The terms it gives on `date`, where rates are in `unit`. What a cell can't say, such as when a lump sum
    /// is paid, stays as it was `before`, or is as usual. A bare percent typed over a pool or over a lump sum in
    /// percent changes its number.
    ///
    /// # Errors
    /// [`CellRefusal`] where a unit isn't the workforce's, a value is outside its range, or something is
    /// missing that has no usual value.
    pub fn terms(
        &self,
        date: Date,
        unit: RateUnit,
        before: Option<&ClauseTerms>,
    ) -> Result<ClauseTerms, CellRefusal> {
        match self {
            Self::Unknown => unknown(before),
            Self::Percent(percent) => Ok(of_percent(*percent, before)),
            Self::Dollars(dollars) => match raise_in(*dollars, unit)? {
                Raise::Hour(amount) => Ok(ClauseTerms::PerHour(Known::Known(amount))),
                Raise::Year(amount) => Ok(ClauseTerms::PerYear(Known::Known(amount))),
            },
            Self::GreaterOf(percent, dollars) => {
                let (per_hour, per_year) = match raise_in(*dollars, unit)? {
                    Raise::Hour(amount) => (Some(Known::Known(amount)), None),
                    Raise::Year(amount) => (None, Some(Known::Known(amount))),
                };
                Ok(ClauseTerms::GreaterOf {
                    percent: Known::Known(*percent),
                    per_hour,
                    per_year,
                })
            }
            Self::Floor(rate) => Ok(ClauseTerms::Floor(Known::Known(rate_in(*rate, unit)?))),
            Self::MinimumRates {
                by_market,
                elsewhere,
            } => minimum(by_market, *elsewhere, before),
            Self::Cola { share, floor, cap } => Ok(cola(*share, *floor, *cap, before)),
            Self::Pool { percent, cap } => Ok(pool(*percent, *cap, date, before)),
            Self::HoldSteps { until } => match (until, before) {
                (Some(until), _) | (None, Some(ClauseTerms::HoldSteps { until })) => {
                    Ok(ClauseTerms::HoldSteps { until: *until })
                }
                _ => Err(CellRefusal::Until),
            },
            Self::LumpSum(money, share) => {
                let money = Known::Known(*money);
                Ok(lump(
                    match share {
                        Share::Each => LumpAmount::PerHead(money),
                        Share::PerFte => LumpAmount::PerFte(money),
                        Share::ByFte => LumpAmount::Prorated(money),
                    },
                    before,
                ))
            }
            Self::LumpOfPay(percent) => {
                let amount = LumpAmount::PercentOfPay(Known::Known(*percent));
                Ok(lump(amount, before))
            }
        }
    }
}

/// A raise in dollars of the unit clauses have.
enum Raise {
    Hour(HourlyAmount),
    Year(YearlyAmount),
}

fn raise_in(dollars: Dollars, unit: RateUnit) -> Result<Raise, CellRefusal> {
    let per = dollars.per.unwrap_or(entry::per(unit));
    let months = match per {
        Per::Hour => {
            let amount = HourlyAmount::new(dollars.amount).map_err(CellRefusal::Value)?;
            return Ok(Raise::Hour(amount));
        }
        Per::Month => Decimal::from(12),
        Per::Year => Decimal::ONE,
    };
    let yearly = dollars
        .amount
        .checked_mul(months)
        .ok_or(Refusal::TooManyDigits)?;
    let yearly = YearlyAmount::new(yearly).map_err(CellRefusal::Value)?;
    Ok(Raise::Year(yearly))
}

/// A rate in the workforce's own unit; another one is refused, because hours would have to be assumed.
fn rate_in(rate: Dollars, unit: RateUnit) -> Result<HourlyRate, CellRefusal> {
    let wrong = match (rate.per, unit) {
        (None, _)
        | (Some(Per::Hour), RateUnit::Hour)
        | (Some(Per::Month), RateUnit::Month)
        | (Some(Per::Year), RateUnit::Year) => None,
        (Some(Per::Hour), _) => Some("an hour"),
        (Some(Per::Month), _) => Some("a month"),
        (Some(Per::Year), _) => Some("a year"),
    };
    match wrong {
        Some(unit) => Err(Refusal::Unit(unit.to_owned()).into()),
        None => HourlyRate::new(rate.amount).map_err(CellRefusal::Value),
    }
}

fn of_percent(percent: Percent, before: Option<&ClauseTerms>) -> ClauseTerms {
    match before {
        Some(ClauseTerms::EquityPool { cap, .. }) => pool(percent, *cap, Date::earliest(), before),
        Some(ClauseTerms::LumpSum {
            amount: LumpAmount::PercentOfPay(_),
            ..
        }) => lump(LumpAmount::PercentOfPay(Known::Known(percent)), before),
        _ => ClauseTerms::Percent(Known::Known(percent)),
    }
}

/// The same terms with their number unknown; a raise in percent where there were none. Terms of many
/// numbers don't say which.
fn unknown(before: Option<&ClauseTerms>) -> Result<ClauseTerms, CellRefusal> {
    Ok(match before {
        None | Some(ClauseTerms::Percent(_)) => ClauseTerms::Percent(Known::Unknown),
        Some(ClauseTerms::PerHour(_)) => ClauseTerms::PerHour(Known::Unknown),
        Some(ClauseTerms::PerYear(_)) => ClauseTerms::PerYear(Known::Unknown),
        Some(ClauseTerms::Floor(_)) => ClauseTerms::Floor(Known::Unknown),
        Some(ClauseTerms::LumpSum { amount, .. }) => lump(
            match amount {
                LumpAmount::PerHead(_) => LumpAmount::PerHead(Known::Unknown),
                LumpAmount::PerFte(_) => LumpAmount::PerFte(Known::Unknown),
                LumpAmount::Prorated(_) => LumpAmount::Prorated(Known::Unknown),
                LumpAmount::PercentOfPay(_) => LumpAmount::PercentOfPay(Known::Unknown),
            },
            before,
        ),
        Some(_) => return Err(Refusal::Word("unknown".to_owned()).into()),
    })
}

fn cola(
    share: Option<Percent>,
    floor: Option<Percent>,
    cap: Option<Percent>,
    before: Option<&ClauseTerms>,
) -> ClauseTerms {
    /// One month's index is not yet published when the next begins.
    const USUAL_LAG: u8 = 2;
    let (own_share, lag_months) = match before {
        Some(ClauseTerms::Cola {
            share, lag_months, ..
        }) => (*share, *lag_months),
        _ => (Known::Known(Percent::WHOLE), USUAL_LAG),
    };
    ClauseTerms::Cola {
        share: share.map_or(own_share, Known::Known),
        floor,
        cap,
        lag_months,
    }
}

fn pool(
    percent: Percent,
    cap: Option<Percent>,
    date: Date,
    before: Option<&ClauseTerms>,
) -> ClauseTerms {
    let percent = Known::Known(percent);
    match before {
        Some(ClauseTerms::EquityPool {
            payroll_of,
            tranches,
            reading,
            measured,
            ..
        }) => ClauseTerms::EquityPool {
            percent,
            payroll_of: payroll_of.clone(),
            tranches: tranches.clone(),
            cap,
            reading: *reading,
            measured: *measured,
        },
        _ => ClauseTerms::EquityPool {
            percent,
            payroll_of: Scope::default(),
            tranches: vec![date],
            cap,
            reading: CapReading::default(),
            measured: PayrollMeasured::default(),
        },
    }
}

fn minimum(
    by_market: &[(String, Decimal)],
    elsewhere: Option<Decimal>,
    before: Option<&ClauseTerms>,
) -> Result<ClauseTerms, CellRefusal> {
    let rate = |value| {
        HourlyRate::new(value)
            .map(Known::Known)
            .map_err(CellRefusal::Value)
    };
    let ripple = match before {
        Some(ClauseTerms::MinimumRate { ripple, .. }) => *ripple,
        // Nothing moves but what is below the minimum; anything more is said on the clause's page.
        _ => Ripple::FirstStepOnly,
    };
    let by_market = by_market
        .iter()
        .map(|(market, value)| {
            Ok(MarketMinimum {
                market: market.clone(),
                rate: rate(*value)?,
            })
        })
        .collect::<Result<Vec<_>, CellRefusal>>()?;
    Ok(ClauseTerms::MinimumRate {
        by_market,
        elsewhere: elsewhere.map(rate).transpose()?,
        ripple,
    })
}

pub(super) fn lump(amount: LumpAmount, before: Option<&ClauseTerms>) -> ClauseTerms {
    let (paid, measured_to) = match before {
        Some(ClauseTerms::LumpSum {
            paid, measured_to, ..
        }) => (*paid, *measured_to),
        _ => (LumpTiming::default(), None),
    };
    // A day that pay is measured to belongs to a percent of pay alone.
    let of_pay = matches!(amount, LumpAmount::PercentOfPay(_));
    ClauseTerms::LumpSum {
        amount,
        paid,
        measured_to: measured_to.filter(|_| of_pay),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::PaidIn;

    fn read(text: &str, unit: RateUnit) -> Result<Draft, CellRefusal> {
        super::super::read(text, PaidIn::us_dollars(unit))
    }

    fn terms(text: &str, unit: RateUnit, before: Option<&ClauseTerms>) -> Option<String> {
        let date = Date::parse("2027-10-01").ok()?;
        let terms = read(text, unit).ok()?.terms(date, unit, before).ok()?;
        ron::to_string(&terms).ok()
    }

    #[test]
    fn cells_become_the_terms_that_a_file_would_have() {
        for (text, expected) in [
            ("6,5 %", "Percent(6.5)"),
            ("$1.50/h", "PerHour(1.50)"),
            ("$1,500 a year", "PerYear(1500)"),
            ("$100 a month", "PerYear(1200)"),
            ("5% or $1.50", "GreaterOf(percent:5,per_hour:1.50)"),
            ("min 24", "Floor(24)"),
            ("$750", "LumpSum(amount:PerHead(750))"),
            ("2% bonus", "LumpSum(amount:PercentOfPay(2))"),
            ("COLA 2\u{2013}4", "Cola(share:100,floor:2,cap:4)"),
            (
                "pool 1.25",
                "EquityPool(percent:1.25,tranches:[\"2027-10-01\"])",
            ),
            ("unknown", "Percent(unknown)"),
        ] {
            let got = terms(text, RateUnit::Hour, None).unwrap_or_default();
            let dense = |text: &str| text.replace(' ', "");
            assert!(
                dense(&got).starts_with(dense(expected).trim_end_matches(')')),
                "{text}: {got}, not {expected}"
            );
        }
    }

    #[test]
    fn dollars_without_a_unit_are_in_the_workforce_s() {
        assert_eq!(
            terms("+$50", RateUnit::Month, None).unwrap(),
            "PerYear(600)"
        );
        assert_eq!(terms("+$50", RateUnit::Year, None).unwrap(), "PerYear(50)");
        assert_eq!(terms("min $24/h", RateUnit::Year, None), None);
    }

    #[test]
    fn what_a_cell_can_t_say_stays_as_it_was() {
        let before = ClauseTerms::Cola {
            share: Known::Known(Percent::ZERO),
            floor: None,
            cap: None,
            lag_months: 5,
        };
        let after = terms("COLA max 3", RateUnit::Hour, Some(&before)).unwrap();
        assert!(
            after.contains("share:0") && after.contains("lag_months:5"),
            "{after}"
        );
        let pool = read("pool 2 cap 9", RateUnit::Hour)
            .unwrap()
            .terms(Date::latest(), RateUnit::Hour, None)
            .unwrap();
        let other = terms("1.5", RateUnit::Hour, Some(&pool)).unwrap();
        assert!(
            other.contains("percent:1.5") && other.contains("2200-12-31"),
            "{other}"
        );
    }
}
