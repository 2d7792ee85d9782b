//! The figures by which offers are compared, computed once: Compare and the table of the figures
//! draw these rows.

use rust_decimal::Decimal;

use crate::costing::report::OfferFigures;

/// What a row's figure is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Dollars, or the scenario's currency.
    Dollars,
    /// Percent as it was typed: as many decimals as it has.
    Percent,
    /// Percent that was worked out: two decimals.
    PercentTwo,
}

/// A figure of every offer.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// What it is called.
    pub(crate) name: &'static str,
    /// What it is in.
    pub(crate) unit: Unit,
    /// The figure of one offer; `None` where it isn't known.
    pub(crate) read: fn(&OfferFigures) -> Option<Decimal>,
    /// Whether the difference from another offer says something.
    pub(crate) differs: bool,
    /// Whether it is an amount of one employee, not of everybody.
    pub of_one_employee: bool,
    /// Whether it is the sum the others lead to.
    pub(crate) total: bool,
}

const fn percent(
    name: &'static str,
    unit: Unit,
    read: fn(&OfferFigures) -> Option<Decimal>,
) -> Row {
    Row {
        name,
        unit,
        read,
        differs: false,
        of_one_employee: false,
        total: false,
    }
}

const fn dollars(
    name: &'static str,
    differs: bool,
    read: fn(&OfferFigures) -> Option<Decimal>,
) -> Row {
    Row {
        name,
        unit: Unit::Dollars,
        read,
        differs,
        of_one_employee: false,
        total: false,
    }
}

/// The rows that say something about these offers: what none of them has is left out.
/// `with_roll_up` tells whether the scenario has rates on top of wages.
#[must_use]
pub fn rows<'f>(
    offers: impl Iterator<Item = &'f OfferFigures> + Clone,
    with_roll_up: bool,
) -> Vec<Row> {
    let any = |row: &Row| {
        let mut values = offers.clone().filter_map(|of| (row.read)(of));
        values.any(|value| !value.is_zero())
    };
    let mut rows = vec![percent("Simple sum", Unit::Percent, |of| of.simple_sum)];
    let scoped = percent("Raises for some, by payroll", Unit::PercentTwo, |of| {
        of.simple_sum_scoped
    });
    rows.extend(any(&scoped).then_some(scoped));
    rows.extend([
        percent("Compounded", Unit::PercentTwo, |of| of.compounded),
        percent("Average a year", Unit::PercentTwo, |of| of.average_a_year),
    ]);
    let with_steps = percent("With steps", Unit::PercentTwo, |of| of.with_steps);
    rows.extend(any(&with_steps).then_some(with_steps));
    rows.extend([Row {
        total: true,
        ..dollars("Cost over the term", true, |of| of.cost)
    }]);
    let lump_sums = dollars("Of it lump sums", false, |of| of.lump_sums);
    let benefits = dollars("Of it benefits", false, |of| of.benefits);
    let of_it = [lump_sums, benefits].into_iter();
    rows.extend(of_it.filter(|row| any(row)));
    rows.push(Row {
        of_one_employee: true,
        ..dollars("Per full-time employee", true, |of| of.cost_per_fte)
    });
    rows.extend(arrears().into_iter().filter(|row| any(row)));
    if with_roll_up {
        rows.push(dollars("Roll-up, on top", true, |of| of.roll_up));
    }
    rows.push(dollars("Payroll a year at the end", true, |of| {
        of.exit_run_rate
    }));
    rows
}

/// What is paid back on ratification, of offers that are ratified late: nothing under the others whose wages are known.
fn arrears() -> [Row; 2] {
    let all = dollars("Arrears on ratification", false, |of| match &of.arrears {
        Some(arrears) => arrears.total,
        None => of.wages.map(|_| Decimal::ZERO),
    });
    let each = dollars("Arrears per employee", false, |of| match &of.arrears {
        Some(arrears) => arrears.per_fte,
        None => of.wages.map(|_| Decimal::ZERO),
    });
    let each = Row {
        of_one_employee: true,
        ..each
    };
    [all, each]
}
