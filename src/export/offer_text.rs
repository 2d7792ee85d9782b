//! The sections of the text report that are about one offer.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::report_text::{heading, line, may_not_add, money};
use crate::costing::report::{
    DelayFigures, EmployeeFigures, OfferFigures, RaiseFigures, ScopeFigures, YearFigures,
};
use crate::units::text;

/// Writes an offer's raises, years, scopes, delay and employee. An offer without any dollar figure gets
/// its raises only.
pub fn write(out: &mut String, offer: &OfferFigures) {
    heading(out, &format!("{}: raises", offer.name));
    raises(out, &offer.raises, offer.cost);
    if offer.wages.is_none() {
        line(
            out,
            "  Dollar figures are not costed; see above what is unknown.",
        );
        return;
    }
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
    employee(out, &offer.name, &offer.employee);
}

fn raises(out: &mut String, raises: &[RaiseFigures], cost: Option<Decimal>) {
    let header = [
        "Date",
        "Takes effect",
        "Kind",
        "Percent",
        "Worth over the term",
        "One more point",
    ];
    let mut table = Columns::with_header(3, &header);
    for raise in raises {
        let dash = || "–".to_owned();
        table.row([
            text::day(raise.date),
            text::day(raise.takes_effect),
            raise.kind.to_owned(),
            raise.percent.map_or_else(dash, |p| text::percent(p, 6)),
            money(raise.worth),
            raise.value_of_a_point.map_or_else(dash, text::dollars),
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
            year.label.clone(),
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
