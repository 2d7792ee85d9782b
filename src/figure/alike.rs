//! How the values of one chart, row or column are written alike: in one unit, with the same decimals.

use rust_decimal::Decimal;

use crate::units::decimal::round;
use crate::units::{Currency, MoneyUnit};

/// The decimals a percent that was typed may have.
const MOST_PLACES: u32 = 6;

/// The unit and decimals a sum and its parts are printed in: four figures of the largest.
#[must_use]
pub fn unit_of_parts(largest: Decimal) -> (MoneyUnit, u32) {
    let size = largest.abs();
    let above =
        |unit: MoneyUnit, tenths: i64| size >= unit.size().saturating_mul(Decimal::new(tenths, 1));
    if above(MoneyUnit::Billion, 10_000) {
        (MoneyUnit::Billion, 0)
    } else if above(MoneyUnit::Billion, 1_000) {
        (MoneyUnit::Billion, 1)
    } else if above(MoneyUnit::Billion, 10) {
        (MoneyUnit::Billion, 2)
    } else if above(MoneyUnit::Million, 1_000) {
        (MoneyUnit::Million, 1)
    } else if above(MoneyUnit::Million, 10) {
        (MoneyUnit::Million, 2)
    } else if size >= Decimal::ONE_HUNDRED {
        (MoneyUnit::One, 0)
    } else {
        (MoneyUnit::One, 2)
    }
}

/// The unit and decimals of amounts that stand side by side: small ones in whole dollars.
#[must_use]
pub fn unit_of_all(values: impl IntoIterator<Item = Decimal>) -> (MoneyUnit, u32) {
    let sizes = values.into_iter().map(|value| value.abs());
    match unit_of_parts(sizes.max().unwrap_or_default()) {
        (MoneyUnit::One, _) => (MoneyUnit::One, 0),
        unit => unit,
    }
}

/// The unit and decimals of a column of amounts, so that the smallest shows two figures too: `$1,234.5M`
/// above `$44.3M`, `$1,311M` above `$659M`, `$1,495,000` above `$87,693`.
#[must_use]
pub fn unit_of_column(values: impl IntoIterator<Item = Decimal>) -> (MoneyUnit, u32) {
    let sizes = values.into_iter().map(|value| value.abs());
    let sizes: Vec<Decimal> = sizes.filter(|size| !size.is_zero()).collect();
    let least = sizes.iter().min().copied().unwrap_or_default();
    let most = sizes.iter().max().copied().unwrap_or_default();
    let hundredfold = |unit: MoneyUnit| unit.size().saturating_mul(Decimal::ONE_HUNDRED);
    let tenth = |unit: MoneyUnit| unit.size().checked_div(Decimal::TEN).unwrap_or_default();
    match unit_of_all(sizes.iter().copied()) {
        (MoneyUnit::Billion, _) if least < tenth(MoneyUnit::Billion) => (MoneyUnit::Million, 1),
        (MoneyUnit::Billion, _) if least < MoneyUnit::Billion.size() => (MoneyUnit::Million, 0),
        // Of a small unit's amounts all are short enough to be told in full.
        (MoneyUnit::Million, _)
            if least < tenth(MoneyUnit::Million) && most < hundredfold(MoneyUnit::Million) =>
        {
            (MoneyUnit::One, 0)
        }
        (MoneyUnit::Million, 1) if least < MoneyUnit::Million.size() => (MoneyUnit::Million, 2),
        unit => unit,
    }
}

/// The unit and decimals of all amounts of a table, so that each of them shows a figure in it: `$76.10M` above `$0.04M`,
/// `$76,102,311` above `$2,300`.
#[must_use]
pub fn unit_of_table(values: impl IntoIterator<Item = Decimal>) -> (MoneyUnit, u32) {
    const MOST: u32 = 2;
    let values: Vec<Decimal> = values
        .into_iter()
        .filter(|value| !value.is_zero())
        .collect();
    let (unit, places) = unit_of_column(values.iter().copied());
    if unit == MoneyUnit::One {
        return (unit, places);
    }
    let shows = |places: &u32| {
        let zero = |value: &Decimal| printed(*value, (unit, *places)).is_zero();
        !values.iter().any(zero)
    };
    match (places..=MOST.max(places)).find(shows) {
        Some(places) => (unit, places),
        None => (MoneyUnit::One, 0),
    }
}

/// An amount of a table in its unit; what is less than half of a dollar there is nothing.
#[must_use]
pub fn in_table(currency: &Currency, value: Decimal, unit: (MoneyUnit, u32)) -> String {
    if printed(value, unit).is_zero() {
        return currency.nothing();
    }
    amount(currency, value, unit)
}

/// The unit and decimals of amounts some of whose differences are printed beside them, and whether each difference
/// then is what a reader gets who subtracts the amounts as printed, up to `tolerance`, a share of the difference.
/// A finer unit is taken where the coarser one would contradict itself: `$2,267M` and `$1,923M` beside `$343M`
/// rather than `$2.27B` and `$1.92B`.
#[must_use]
pub fn unit_with_differences(
    values: &[Decimal],
    pairs: &[(Decimal, Decimal)],
    tolerance: Decimal,
) -> ((MoneyUnit, u32), bool) {
    let less = |(from, to): &(Decimal, Decimal)| to.saturating_sub(*from);
    let all = || values.iter().copied().chain(pairs.iter().map(less));
    let agrees = |unit: (MoneyUnit, u32)| {
        pairs.iter().all(|pair| {
            let whole = in_unit(less(pair), unit);
            let read = printed(pair.1, unit).saturating_sub(printed(pair.0, unit));
            if tolerance.is_zero() {
                return read == round(whole, unit.1) && (read.is_zero() == whole.is_zero());
            }
            let off = read.saturating_sub(whole).abs();
            off <= whole.abs().saturating_mul(tolerance)
        })
    };
    let coarse = unit_of_all(values.iter().copied());
    let fine = unit_of_column(all());
    if agrees(coarse) {
        (coarse, true)
    } else {
        (fine, agrees(fine))
    }
}

/// An amount in a unit, unrounded.
fn in_unit(value: Decimal, (unit, _): (MoneyUnit, u32)) -> Decimal {
    value.checked_div(unit.size()).unwrap_or_default()
}

/// An amount as it is printed, in its unit.
#[must_use]
pub fn printed(value: Decimal, unit: (MoneyUnit, u32)) -> Decimal {
    round(in_unit(value, unit), unit.1)
}

/// A column of amounts, each beside `nothing` where there is none.
#[must_use]
pub fn column(currency: &Currency, values: &[Option<Decimal>], nothing: &str) -> Vec<String> {
    let unit = unit_of_column(values.iter().copied().flatten());
    let said = |value: &Option<Decimal>| match value {
        Some(value) => amount(currency, *value, unit),
        None => nothing.to_owned(),
    };
    values.iter().map(said).collect()
}

/// An amount among others of its row or chart. What would show nothing in their unit is told in its own,
/// to the cent where need be.
#[must_use]
pub fn amount(currency: &Currency, value: Decimal, (unit, places): (MoneyUnit, u32)) -> String {
    let shows = |words: &String| words.chars().any(|c| ('1'..='9').contains(&c));
    [
        currency.in_unit(value, unit, places),
        currency.short(value),
        currency.exact(value),
    ]
    .into_iter()
    .find(shows)
    .unwrap_or_else(|| currency.nothing())
}

/// The same with a plus sign where more.
#[must_use]
pub fn amount_signed(currency: &Currency, value: Decimal, unit: (MoneyUnit, u32)) -> String {
    let words = amount(currency, value, unit);
    let shows = words != currency.nothing();
    let plus = if value > Decimal::ZERO && shows {
        "+"
    } else {
        ""
    };
    format!("{plus}{words}")
}

/// The decimals that show every one of some percents as it was typed, at most six.
#[must_use]
pub fn places_of_percents(values: impl IntoIterator<Item = Decimal>) -> u32 {
    let scales = values.into_iter().map(|value| value.normalize().scale());
    scales.max().unwrap_or_default().min(MOST_PLACES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_column_has_one_unit_and_equal_decimals() {
        let written = |of: &[&str]| {
            let values: Vec<Option<Decimal>> = of.iter().map(|one| Some(d(one))).collect();
            column(Currency::us_dollar(), &values, "not costed")
        };
        assert_eq!(
            written(&["1810000", "44300000", "963794507.39"]),
            ["$1.8M", "$44.3M", "$963.8M"]
        );
        assert_eq!(
            written(&["5239246824.94", "44300000"]),
            ["$5,239.2M", "$44.3M"]
        );
        assert_eq!(
            written(&["1310704462.35", "659100000", "118000000"]),
            ["$1,311M", "$659M", "$118M"]
        );
        assert_eq!(
            written(&["450000", "44300000", "-123000000"]),
            ["$0.45M", "$44.30M", "\u{2212}$123.00M"]
        );
        assert_eq!(written(&["720", "15545.07"]), ["$720", "$15,545"]);
        assert_eq!(
            written(&["87693.2", "174741", "1495000"]),
            ["$87,693", "$174,741", "$1,495,000"]
        );
        let with_none = column(Currency::us_dollar(), &[Some(d("5")), None], "not costed");
        assert_eq!(with_none, ["$5", "not costed"]);
    }

    #[test]
    fn every_amount_of_a_table_shows_in_its_one_unit() {
        let written = |of: &[&str]| -> Vec<String> {
            let values: Vec<Decimal> = of.iter().map(|one| d(one)).collect();
            let unit = unit_of_table(values.iter().copied());
            let said = values
                .iter()
                .map(|one| in_table(Currency::us_dollar(), *one, unit));
            said.collect()
        };
        assert_eq!(
            written(&["863654.4", "-0.3", "0"]),
            ["$863,654", "$0", "$0"]
        );
        assert_eq!(
            written(&["76102311", "-17500000", "35402", "0"]),
            ["$76,102,311", "\u{2212}$17,500,000", "$35,402", "$0"]
        );
        assert_eq!(
            written(&["504770000", "49067582", "35402"]),
            ["$504.77M", "$49.07M", "$0.04M"]
        );
        assert_eq!(written(&["504770000", "2300"]), ["$504,770,000", "$2,300"]);
        assert_eq!(written(&["504770000", "49067582"]), ["$504.8M", "$49.1M"]);
    }

    #[test]
    fn a_unit_is_fine_enough_for_the_differences_beside_it() {
        let unit = |of: &[&str], pair: (&str, &str), tolerance: &str| {
            let values: Vec<Decimal> = of.iter().map(|one| d(one)).collect();
            unit_with_differences(&values, &[(d(pair.0), d(pair.1))], d(tolerance))
        };
        let (employer, union) = ("5239246824.94", "6203041332.33");
        let billions = ((MoneyUnit::Billion, 2), true);
        assert_eq!(unit(&[employer, union], (employer, union), "0"), billions);
        // 2.27 less 1.92 is 0.35, and the difference 0.343.
        let (one, other) = ("1923401000", "2266568741");
        let millions = ((MoneyUnit::Million, 0), true);
        assert_eq!(unit(&[one, other], (one, other), "0.01"), millions);
        assert_eq!(unit(&[one, other], (one, other), "0").0, millions.0);
        let apart = unit(&["12005760", "12461280"], ("12005760", "12461280"), "0");
        assert_eq!(apart, ((MoneyUnit::Million, 2), false), "0.46 beside 0.45");
    }

    #[test]
    fn amounts_side_by_side_have_one_unit_and_the_same_decimals() {
        let written = |of: &[&str]| -> Vec<String> {
            let values: Vec<Decimal> = of.iter().map(|one| d(one)).collect();
            let unit = unit_of_all(values.iter().copied());
            values
                .into_iter()
                .map(|value| amount(Currency::us_dollar(), value, unit))
                .collect()
        };
        assert_eq!(
            written(&["535680012.40", "2266568741.03"]),
            ["$0.54B", "$2.27B"]
        );
        assert_eq!(written(&["448646", "1410000"]), ["$0.45M", "$1.41M"]);
        assert_eq!(
            written(&["4505000000000", "570200000000"]),
            ["$4,505B", "$570B"]
        );
        assert_eq!(written(&["570200000000"]), ["$570.2B"]);
        assert_eq!(written(&["18.5", "94.104"]), ["$19", "$94"]);
        // What the unit would hide is told in its own.
        assert_eq!(written(&["2300", "37340000"]), ["$2,300", "$37.34M"]);
        assert_eq!(written(&["0.3", "37"]), ["$0.30", "$37"]);
        assert_eq!(written(&["0", "37340000"]), ["$0", "$37.34M"]);
    }

    #[test]
    fn percents_side_by_side_have_the_decimals_of_the_finest() {
        let places = |of: &[&str]| places_of_percents(of.iter().map(|one| d(one)));
        assert_eq!(places(&["21.5", "25", "20.0"]), 1);
        assert_eq!(places(&["15.25", "38"]), 2);
        assert_eq!(places(&["3", "4"]), 0);
        assert_eq!(places(&["3.1234567"]), 6);
    }
}
