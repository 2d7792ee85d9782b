//! The program's report as the same flat list of figures.
//!
//! Every struct is taken apart in full, so that a figure added to the report can't go unchecked.

use counteroffer::costing::report::{
    BasisFigures, BreakEvenFigures, CumulativeFigures, DelayFigures, EmployeeFigures, GapFigures,
    MovementFigures, OfferFigures, PairingFigures, RaiseFigures, Report, ScopeFigures, WhyFigures,
    YearFigures,
};
use num_bigint::BigInt;
use num_rational::Ratio;
use rust_decimal::Decimal;

use super::exact::{Fraction, power_of_ten};
use super::figures::Sheet;

pub fn exact(value: Decimal) -> Fraction {
    Ratio::new_raw(BigInt::from(value.mantissa()), power_of_ten(value.scale()))
}

fn maybe(value: &Option<Decimal>) -> Option<Fraction> {
    value.map(exact)
}

pub fn sheet(report: &Report) -> Sheet {
    let mut sheet = Sheet::default();
    let Report {
        basis, offers, gap, ..
    } = report;
    sheet.part("basis", |sheet| basis_figures(sheet, basis));
    sheet.text("offers", offers.len());
    for (at, offer) in offers.iter().enumerate() {
        sheet.part(format!("offers.{at}"), |sheet| offer_figures(sheet, offer));
    }
    sheet.text("gap", gap.is_some());
    if let Some(gap) = gap {
        sheet.part("gap", |sheet| gap_figures(sheet, gap));
    }
    sheet
}

fn basis_figures(sheet: &mut Sheet, basis: &BasisFigures) {
    let BasisFigures {
        payroll,
        headcount,
        fte,
        first_day,
        last_day,
        horizon,
        accrual,
        rates_as_of,
        hours,
        cost_of_one_percent,
        discount_rate,
        ..
    } = basis;
    sheet.dollars("payroll", maybe(payroll));
    sheet.number(
        "headcount",
        headcount.map(|h| Ratio::from_integer(BigInt::from(h))),
    );
    sheet.number("fte", maybe(fte));
    sheet.text("first_day", first_day);
    sheet.text("last_day", last_day);
    sheet.text("horizon", horizon);
    sheet.text("accrual", accrual);
    sheet.text("rates_as_of", rates_as_of);
    sheet.number("hours", Some(exact(*hours)));
    sheet.dollars("cost_of_one_percent", maybe(cost_of_one_percent));
    sheet.number("discount_rate", Some(exact(*discount_rate)));
}

fn offer_figures(sheet: &mut Sheet, offer: &OfferFigures) {
    let OfferFigures {
        // Checked in tests/people.rs: cases here have no price index.
        real_wage: _,
        id,
        name,
        side,
        status,
        shared,
        retroactive,
        simple_sum,
        simple_sum_scoped,
        compounded,
        average_a_year,
        cost,
        wages,
        lump_sums,
        roll_up,
        cost_per_fte,
        present_value,
        exit_run_rate,
        before_the_term,
        years,
        raises,
        by_scope,
        delay,
        employee,
        // Words for people, of which the method fixes nothing.
        not_costed: _,
        ..
    } = offer;
    sheet.text("id", id);
    sheet.text("name", name);
    sheet.text("side", side.name());
    sheet.text("status", status);
    sheet.text("shared", shared);
    sheet.text("retroactive", retroactive);
    sheet.percent("simple_sum", maybe(simple_sum));
    sheet.percent("simple_sum_scoped", maybe(simple_sum_scoped));
    sheet.percent("compounded", maybe(compounded));
    sheet.percent("average_a_year", maybe(average_a_year));
    sheet.dollars("cost", maybe(cost));
    sheet.dollars("wages", maybe(wages));
    sheet.dollars("lump_sums", maybe(lump_sums));
    sheet.dollars("roll_up", maybe(roll_up));
    sheet.dollars("cost_per_fte", maybe(cost_per_fte));
    sheet.dollars("present_value", maybe(present_value));
    sheet.dollars("exit_run_rate", maybe(exit_run_rate));
    sheet.dollars("before_the_term", maybe(before_the_term));
    each(sheet, "years", years, year_figures);
    each(sheet, "raises", raises, raise_figures);
    each(sheet, "by_scope", by_scope, scope_figures);
    each(sheet, "delay", delay, delay_figures);
    sheet.part("employee", |sheet| employee_figures(sheet, employee));
}

fn each<T>(sheet: &mut Sheet, name: &str, parts: &[T], fill: impl Fn(&mut Sheet, &T)) {
    sheet.text(name, parts.len());
    for (at, part) in parts.iter().enumerate() {
        sheet.part(format!("{name}.{at}"), |sheet| fill(sheet, part));
    }
}

fn year_figures(sheet: &mut Sheet, year: &YearFigures) {
    let YearFigures {
        label,
        first_day,
        last_day,
        payroll,
        cash,
        added,
        annualized,
        carry_over,
        ..
    } = year;
    sheet.text("label", label.in_words());
    sheet.text("first_day", first_day);
    sheet.text("last_day", last_day);
    sheet.text("cut", label.cut);
    sheet.dollars("payroll", maybe(payroll));
    sheet.dollars("cash", maybe(cash));
    sheet.dollars("added", maybe(added));
    sheet.dollars("annualized", maybe(annualized));
    sheet.dollars("carry_over", maybe(carry_over));
}

fn raise_figures(sheet: &mut Sheet, raise: &RaiseFigures) {
    let RaiseFigures {
        terms: _,
        scope: _,
        clause,
        date,
        takes_effect,
        kind,
        percent,
        worth,
        value_of_a_point,
        ..
    } = raise;
    sheet.text("clause", clause);
    sheet.text("date", date);
    sheet.text("takes_effect", takes_effect);
    sheet.text("kind", kind.name());
    sheet.number("percent", maybe(percent));
    sheet.dollars("worth", maybe(worth));
    sheet.dollars("value_of_a_point", maybe(value_of_a_point));
}

fn scope_figures(sheet: &mut Sheet, scope: &ScopeFigures) {
    let ScopeFigures {
        market,
        unit,
        job,
        cost,
        hidden,
    } = scope;
    assert!(!hidden, "costing hides nothing");
    sheet.maybe("market", market.as_ref());
    sheet.maybe("unit", unit.as_ref());
    sheet.maybe("job", job.as_ref());
    sheet.dollars("cost", maybe(cost));
}

fn delay_figures(sheet: &mut Sheet, delay: &DelayFigures) {
    let DelayFigures {
        ratified,
        lost_per_fte,
        lost,
    } = delay;
    sheet.text("ratified", ratified);
    sheet.dollars("lost_per_fte", maybe(lost_per_fte));
    sheet.dollars("lost", maybe(lost));
}

fn employee_figures(sheet: &mut Sheet, employee: &EmployeeFigures) {
    let EmployeeFigures {
        rate,
        fte,
        cumulative,
    } = employee;
    sheet.dollars("rate", maybe(rate));
    sheet.number("fte", Some(exact(*fte)));
    each(sheet, "cumulative", cumulative, |sheet, figures| {
        let CumulativeFigures {
            date,
            earned,
            paid,
            lump_sums,
        } = figures;
        sheet.text("date", date);
        sheet.dollars("earned", maybe(earned));
        sheet.dollars("paid", maybe(paid));
        sheet.dollars("lump_sums", maybe(lump_sums));
    });
}

fn gap_figures(sheet: &mut Sheet, gap: &GapFigures) {
    let GapFigures {
        a,
        b,
        cost,
        cost_per_fte,
        simple_points,
        compounded_points,
        present_value,
        by_year,
        why,
        movement,
        break_even,
        retroactivity,
    } = gap;
    sheet.text("a", a);
    sheet.text("b", b);
    sheet.dollars("cost", maybe(cost));
    sheet.dollars("cost_per_fte", maybe(cost_per_fte));
    sheet.percent("simple_points", maybe(simple_points));
    sheet.percent("compounded_points", maybe(compounded_points));
    sheet.dollars("present_value", maybe(present_value));
    each(sheet, "by_year", by_year, |sheet, (label, cash)| {
        sheet.text("label", label.in_words());
        sheet.dollars("cash", maybe(cash));
    });
    sheet.part("why", |sheet| why_figures(sheet, why));
    sheet.part("movement", |sheet| movement_figures(sheet, movement));
    sheet.part("break_even", |sheet| {
        let BreakEvenFigures { from, date, days } = break_even;
        sheet.maybe("from", from.as_ref());
        sheet.maybe("date", date.as_ref());
        sheet.maybe("days", days.as_ref());
    });
    for PairingFigures { a, b, cost } in retroactivity {
        sheet.dollars(&format!("retroactivity.{a}.{b}"), maybe(cost));
    }
}

fn why_figures(sheet: &mut Sheet, why: &WhyFigures) {
    let WhyFigures {
        size,
        timing,
        compounding,
        lump_sums,
        rounding,
        floors,
        ..
    } = why;
    sheet.dollars("size", maybe(size));
    sheet.dollars("timing", maybe(timing));
    sheet.dollars("compounding", maybe(compounding));
    sheet.dollars("lump_sums", maybe(lump_sums));
    sheet.dollars("rounding", maybe(rounding));
    sheet.dollars("floors", maybe(floors));
}

fn movement_figures(sheet: &mut Sheet, movement: &MovementFigures) {
    let MovementFigures {
        counter,
        from,
        to,
        moved,
        remains,
        moved_share,
        remains_share,
    } = movement;
    sheet.maybe("counter", counter.as_ref());
    sheet.maybe("from", from.as_ref());
    sheet.maybe("to", to.as_ref());
    sheet.percent("moved_share", maybe(moved_share));
    sheet.percent("remains_share", maybe(remains_share));
    sheet.dollars("moved", maybe(moved));
    sheet.dollars("remains", maybe(remains));
}
