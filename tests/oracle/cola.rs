//! What a cost-of-living clause comes to.

use super::calendar::Day;
use super::exact::{Dec, Fraction, fraction};
use super::model::{Case, Inflation};
use super::powers::Fixed;
use super::sums::Quotient;
use super::terms::{Clause, Terms};

/// Months from the year 0.
pub fn month_count(day: Day) -> i32 {
    let (year, month, _) = day.civil();
    year * 12 + month - 1
}

/// The index of a month: published, or projected to three decimals. `None` before the first.
pub fn index(inflation: &Inflation, month: i32) -> Option<Fraction> {
    let of = |(day, _): &(Day, Dec)| month_count(*day);
    if let Some((_, value)) = inflation.index.iter().find(|entry| of(entry) == month) {
        return Some(value.to_fraction());
    }
    let last = inflation.index.last()?;
    let k = month - of(last);
    if k < 0 {
        return None;
    }
    let growth = fraction(1) + inflation.projected.hundredth().to_fraction();
    // Whole years exactly, so that a half is told from what lies beside it.
    let years = (0..k / 12).fold(last.1.to_fraction(), |value, _| value * &growth);
    let value = if k % 12 == 0 {
        years
    } else {
        let exponent = fraction(i64::from(k % 12)) / fraction(12);
        let factor = Fixed::of(&growth).power(&exponent);
        factor.times(&Fixed::of(&years)).to_fraction()
    };
    let digits = Quotient::of_fraction(&value).digits(3);
    Some(Dec { digits, scale: 3 }.to_fraction())
}

/// The percent of a clause, from the index the lag before its date as written and a year before.
pub fn percent(case: &Case, clause: &Clause) -> Option<Dec> {
    let Terms::Cola {
        share,
        floor,
        cap,
        lag_months,
    } = &clause.terms
    else {
        return None;
    };
    let share = share.as_ref()?.to_fraction();
    let inflation = case.inflation.as_ref()?;
    let month = month_count(clause.date) - lag_months;
    let (now, before) = (index(inflation, month)?, index(inflation, month - 12)?);
    let grown = share * (now / before - fraction(1));
    let digits = Quotient::of_fraction(&grown).digits(2);
    let mut percent = Dec { digits, scale: 2 };
    if let Some(floor) = floor {
        percent = percent.larger(floor.clone());
    }
    if let Some(cap) = cap {
        percent = percent.smaller(cap.clone());
    }
    Some(percent)
}
