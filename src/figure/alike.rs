//! How the values of one chart, row or column are written alike: in one unit, with the same decimals.

use rust_decimal::Decimal;

use crate::units::{Currency, MoneyUnit};

/// The decimals a percent that was typed may have.
const MOST_PLACES: u32 = 6;

/// The unit and decimals a sum and its parts are printed in: four figures of the largest.
#[must_use]
pub fn unit_of_parts(largest: Decimal) -> (MoneyUnit, u32) {
    let size = largest.abs();
    let above =
        |unit: MoneyUnit, tenths: i64| size >= unit.size().saturating_mul(Decimal::new(tenths, 1));
    if above(MoneyUnit::Billion, 10) {
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
/// above `$44.3M`, `$1,311M` above `$659M`.
#[must_use]
pub fn unit_of_column(values: impl IntoIterator<Item = Decimal>) -> (MoneyUnit, u32) {
    let sizes = values.into_iter().map(|value| value.abs());
    let sizes: Vec<Decimal> = sizes.filter(|size| !size.is_zero()).collect();
    let least = sizes.iter().min().copied().unwrap_or_default();
    let tenth = |unit: MoneyUnit| unit.size().checked_div(Decimal::TEN).unwrap_or_default();
    match unit_of_all(sizes.iter().copied()) {
        (MoneyUnit::Billion, _) if least < tenth(MoneyUnit::Billion) => (MoneyUnit::Million, 1),
        (MoneyUnit::Billion, _) if least < MoneyUnit::Billion.size() => (MoneyUnit::Million, 0),
        (MoneyUnit::Million, 1) if least < MoneyUnit::Million.size() => (MoneyUnit::Million, 2),
        unit => unit,
    }
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
        let with_none = column(Currency::us_dollar(), &[Some(d("5")), None], "not costed");
        assert_eq!(with_none, ["$5", "not costed"]);
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
