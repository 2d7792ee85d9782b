//! The sections of the text report that are about one offer.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::report_text::{heading, line, may_not_add, money};
use crate::costing::report::{
    DelayFigures, EmployeeFigures, OfferFigures, RaiseFigures, RealWageFigures, ScopeFigures,
    YearFigures,
};
use crate::units::text;

/// Writes an offer's raises, years, scopes, delay and employee. An offer without any dollar figure gets
/// its raises only, and the employee where the employee's own rate is known.
pub fn write(out: &mut String, offer: &OfferFigures) {
    heading(out, &format!("{}: raises", offer.name));
    raises(out, &offer.raises, offer.cost);
    if offer.wages.is_some() {
        heading(out, &format!("{}: by contract year", offer.name));
        years(out, &offer.years, offer.cost);
        if offer.by_scope.len() > 1 {
            let title = format!("{}: by market, bargaining unit and job", offer.name);
            heading(out, &title);
            by_scope(out, &offer.by_scope, offer.cost);
        }
        let title = format!("{}: ratified late, without retroactive pay", offer.name);
        heading(out, &title);
        delay(out, &offer.delay);
    } else {
        line(
            out,
            "  Years, delay and other dollar figures are not costed.",
        );
    }
    if offer
        .employee
        .cumulative
        .iter()
        .any(|to| to.earned.is_some())
    {
        employee(out, &offer.name, &offer.employee);
    }
    if !offer.real_wage.is_empty() {
        heading(out, &format!("{}: wages against prices", offer.name));
        real_wage(out, &offer.real_wage);
    }
}

fn real_wage(out: &mut String, years: &[RealWageFigures]) {
    let mut table = Columns::with_header(1, &["On", "Real wage, 1 = reference", "Catch-up"]);
    for year in years {
        let known = |value: Option<String>| value.unwrap_or_else(|| "not known".to_owned());
        table.row([
            text::day(year.date),
            known(year.ratio.map(|ratio| text::fixed(ratio, 4))),
            known(year.catch_up.map(|percent| text::percent(percent, 2))),
        ]);
    }
    table.write(out);
}

fn raises(out: &mut String, raises: &[RaiseFigures], cost: Option<Decimal>) {
    let header = [
        "Date",
        "Takes effect",
        "What",
        "To",
        "Worth over the term",
        "One more point",
    ];
    let mut table = Columns::with_header(4, &header);
    for raise in raises {
        table.row([
            text::day(raise.date),
            text::day(raise.takes_effect),
            raise.terms_in_words(),
            raise.scope.describe(),
            money(raise.worth),
            match raise.percent {
                Some(_) => money(raise.value_of_a_point),
                None => "–".to_owned(),
            },
        ]);
    }
    table.write(out);
    may_not_add(out, raises.iter().map(|raise| raise.worth), cost);
}

fn by_scope(out: &mut String, cells: &[ScopeFigures], cost: Option<Decimal>) {
    let mut table = Columns::with_header(3, &["Market", "Bargaining unit", "Job", "Cost"]);
    for cell in cells {
        let key = |key: &Option<String>| key.clone().unwrap_or_else(|| "–".to_owned());
        table.row([
            key(&cell.market),
            key(&cell.unit),
            key(&cell.job),
            money(cell.cost),
        ]);
    }
    table.write(out);
    may_not_add(out, cells.iter().map(|cell| cell.cost), cost);
}

fn delay(out: &mut String, delays: &[DelayFigures]) {
    let header = ["Ratified", "Lost per full-time employee", "Lost"];
    let mut table = Columns::with_header(1, &header);
    for delay in delays {
        table.row([
            text::day(delay.ratified),
            money(delay.lost_per_fte),
            money(delay.lost),
        ]);
    }
    table.write(out);
}

fn employee(out: &mut String, name: &str, employee: &EmployeeFigures) {
    let rate = employee.rate.map_or_else(
        || "rate unknown".to_owned(),
        |rate| format!("{} an hour", text::dollars(rate)),
    );
    let fte = text::plain(employee.fte);
    heading(out, &format!("{name}: one employee, {rate}, {fte} FTE"));
    let mut table = Columns::with_header(1, &["By the end of", "Earned", "Paid", "Lump sums"]);
    for to in &employee.cumulative {
        table.row([
            text::day(to.date),
            money(to.earned),
            money(to.paid),
            money(to.lump_sums),
        ]);
    }
    table.write(out);
}

fn years(out: &mut String, years: &[YearFigures], cost: Option<Decimal>) {
    let mut table = Columns::with_header(
        1,
        &[
            "Year",
            "Payroll",
            "Cash above baseline",
            "Added",
            "Annualized",
            "Carry-over",
        ],
    );
    for year in years {
        table.row([
            year.label.in_words(),
            money(year.payroll),
            money(year.cash),
            money(year.added),
            money(year.annualized),
            money(year.carry_over),
        ]);
    }
    table.write(out);
    may_not_add(out, years.iter().map(|year| year.cash), cost);
}
