//! The report as one JSON object, a contract with other programs.
//!
//! Money is a decimal string to the cent, a percent a decimal string to six decimals, a date ISO; unknown
//! or undefined is `null`. Keys may be added, never renamed.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{PROGRAM, Stated, statements_json};
use crate::costing::not_costed::NotCosted;
use crate::costing::report::{
    ArrearsFigures, BasisFigures, BenefitFigures, BreakEvenFigures, DelayFigures, EmployeeFigures,
    GapFigures, LeftOut, LiftedFigures, MovementFigures, OfferFigures, PercentileFigures,
    Percentiles, PoolFigures, RaiseFigures, RealWageFigures, ScopeFigures, StepMovementFigures,
    WhyFigures, YearFigures,
};
use crate::costing::undefined::Undefined;
use crate::scenario::{Assumption, Scope};
use crate::units::{Date, text};

/// The report as a JSON value.
#[must_use]
pub fn value(stated: Stated<'_>) -> Value {
    let Stated {
        scenario,
        sha256,
        report,
        statements,
    } = stated;
    let mut value = json!({
        "program": {"name": PROGRAM.0, "version": PROGRAM.1},
        "scenario": {
            "title": scenario.title,
            "sha256": sha256,
            "we_are": scenario.we_are.name(),
        },
        "basis": basis(&report.basis),
        "assumptions": scenario.assumptions.iter().map(assumption).collect::<Vec<_>>(),
        "offers": report.offers.iter().map(offer).collect::<Vec<_>>(),
        "people": {
            "percentiles": report.people.percentiles.iter().map(percentiles).collect::<Vec<_>>(),
        },
        "gap": report.gap.as_ref().map(gap),
        "undefined": report.undefined.iter().map(undefined).collect::<Vec<_>>(),
    });
    statements_json::add_to(&mut value, scenario, statements);
    value
}

/// The report as indented JSON text, with a final line break.
#[must_use]
pub fn to_text(stated: Stated<'_>) -> String {
    format!("{:#}\n", value(stated))
}

fn basis(basis: &BasisFigures) -> Value {
    json!({
        "payroll": money(basis.payroll),
        "headcount": basis.headcount,
        "fte": plain(basis.fte),
        "first_day": date(basis.first_day),
        "last_day": date(basis.last_day),
        "horizon": date(basis.horizon),
        "accrual": basis.accrual,
        "rates_as_of": date(basis.rates_as_of),
        "hours": text::plain(basis.hours),
        "cost_of_one_percent": money(basis.cost_of_one_percent),
        "discount_rate": percent(Some(basis.discount_rate)),
        "step_movement": basis.step_movement.iter().map(step_movement).collect::<Vec<_>>(),
    })
}

fn assumption(assumption: &Assumption) -> Value {
    json!({
        "about": assumption.about,
        "standing": assumption.standing.name(),
        "why": assumption.why,
    })
}

fn offer(offer: &OfferFigures) -> Value {
    json!({
        "id": offer.id.0,
        "name": offer.name,
        "side": offer.side.name(),
        "status": offer.status,
        "shared": offer.shared,
        "retroactive": offer.retroactive,
        "simple_sum": percent(offer.simple_sum),
        "simple_sum_is_partial": offer.simple_sum_is_partial,
        "simple_sum_scoped": percent(offer.simple_sum_scoped),
        "compounded": percent(offer.compounded),
        "average_a_year": percent(offer.average_a_year),
        "with_steps": percent(offer.with_steps),
        "cost": money(offer.cost),
        "wages": money(offer.wages),
        "lump_sums": money(offer.lump_sums),
        "benefits": money(offer.benefits),
        "benefit_clauses": offer.benefit_clauses.iter().map(benefit).collect::<Vec<_>>(),
        "roll_up": money(offer.roll_up),
        "cost_per_fte": money(offer.cost_per_fte),
        "present_value": money(offer.present_value),
        "exit_run_rate": money(offer.exit_run_rate),
        "before_the_term": money(offer.before_the_term),
        "years": offer.years.iter().map(year).collect::<Vec<_>>(),
        "raises": offer.raises.iter().map(raise).collect::<Vec<_>>(),
        "left_out": offer.left_out.iter().map(left_out).collect::<Vec<_>>(),
        "pools": offer.pools.iter().map(pool).collect::<Vec<_>>(),
        "lifted": offer.lifted.iter().map(lifted).collect::<Vec<_>>(),
        "arrears": offer.arrears.as_ref().map(arrears),
        "by_scope": offer.by_scope.iter().map(by_scope).collect::<Vec<_>>(),
        "delay": offer.delay.iter().map(delay).collect::<Vec<_>>(),
        "employee": employee(&offer.employee),
        "real_wage": offer.real_wage.iter().map(real_wage).collect::<Vec<_>>(),
        "not_costed": offer.not_costed.iter().map(NotCosted::in_words).collect::<Vec<_>>(),
    })
}

fn step_movement(step: &StepMovementFigures) -> Value {
    json!({"label": step.label.in_words(), "cost": money(step.cost)})
}

fn benefit(benefit: &BenefitFigures) -> Value {
    json!({
        "clause": benefit.clause,
        "kind": benefit.kind.name(),
        "cost": money(benefit.cost),
    })
}

fn left_out(clause: &LeftOut) -> Value {
    json!({"clause": clause.clause, "kind": clause.kind.name(), "why": clause.why})
}

fn pool(part: &PoolFigures) -> Value {
    json!({
        "clause": part.clause,
        "takes_effect": date(part.takes_effect),
        "percent": percent(part.percent),
    })
}

fn lifted(copy: &LiftedFigures) -> Value {
    let rates = |rates: &[Decimal]| -> Vec<String> {
        rates.iter().map(|rate| text::fixed(*rate, 8)).collect()
    };
    let scopes: Vec<String> = copy.scopes.iter().map(Scope::describe).collect();
    json!({
        "clause": copy.clause,
        "scale": copy.scale,
        "market": copy.market,
        "scope": scopes.join("; "),
        "before": rates(&copy.before),
        "after": rates(&copy.after),
    })
}

fn arrears(arrears: &ArrearsFigures) -> Value {
    json!({"total": money(arrears.total), "per_fte": money(arrears.per_fte)})
}

fn percentiles(of: &PercentileFigures) -> Value {
    let all = |of: &Percentiles, show: fn(Decimal) -> String| {
        json!({
            "p10": show(of.p10),
            "p25": show(of.p25),
            "p50": show(of.p50),
            "p75": show(of.p75),
            "p90": show(of.p90),
        })
    };
    json!({
        "offer": of.offer.0,
        "end_percent": of.end_percent.as_ref().map(|one| all(one, text::percent_six)),
        "dollars_per_fte": of.dollars_per_fte.as_ref().map(|one| all(one, text::cents)),
    })
}

fn undefined(figure: &Undefined) -> Value {
    json!({"figure": figure.figure_in_words(), "why": figure.why.in_words()})
}

fn real_wage(real: &RealWageFigures) -> Value {
    json!({
        "date": date(real.date),
        "ratio": percent(real.ratio),
        "catch_up": percent(real.catch_up),
    })
}

fn year(year: &YearFigures) -> Value {
    json!({
        "label": year.label.in_words(),
        "first_day": date(year.first_day),
        "last_day": date(year.last_day),
        "cut": year.label.cut,
        "payroll": money(year.payroll),
        "cash": money(year.cash),
        "added": money(year.added),
        "annualized": money(year.annualized),
        "carry_over": money(year.carry_over),
        "new_money": money(year.new_money),
        "benefits": money(year.benefits),
    })
}

fn raise(raise: &RaiseFigures) -> Value {
    json!({
        "clause": raise.clause,
        "date": date(raise.date),
        "takes_effect": date(raise.takes_effect),
        "kind": raise.kind.name(),
        "terms": raise.terms_in_words(),
        "scope": raise.scope.describe(),
        "percent": percent(raise.percent),
        "resolved_percent": percent(raise.resolved_percent),
        "worth": money(raise.worth),
        "value_of_a_point": money(raise.value_of_a_point),
    })
}

fn by_scope(scope: &ScopeFigures) -> Value {
    json!({
        "market": scope.market,
        "unit": scope.unit,
        "job": scope.job,
        "cost": money(scope.cost),
    })
}

fn delay(delay: &DelayFigures) -> Value {
    json!({
        "ratified": date(delay.ratified),
        "lost_per_fte": money(delay.lost_per_fte),
        "lost": money(delay.lost),
    })
}

fn employee(employee: &EmployeeFigures) -> Value {
    let cumulative: Vec<Value> = employee
        .cumulative
        .iter()
        .map(|to| {
            json!({
                "date": date(to.date),
                "earned": money(to.earned),
                "paid": money(to.paid),
                "lump_sums": money(to.lump_sums),
            })
        })
        .collect();
    json!({
        "rate": money(employee.rate),
        "fte": text::plain(employee.fte),
        "cumulative": cumulative,
    })
}

fn gap(gap: &GapFigures) -> Value {
    let by_year: Vec<Value> = gap
        .by_year
        .iter()
        .map(|(label, cost)| json!({"label": label.in_words(), "cost": money(*cost)}))
        .collect();
    let retroactivity: Vec<Value> = gap
        .retroactivity
        .iter()
        .map(|pair| json!({"a": pair.a, "b": pair.b, "cost": money(pair.cost)}))
        .collect();
    json!({
        "a": gap.a.0,
        "b": gap.b.0,
        "cost": money(gap.cost),
        "cost_per_fte": money(gap.cost_per_fte),
        "simple_points": percent(gap.simple_points),
        "compounded_points": percent(gap.compounded_points),
        "present_value": money(gap.present_value),
        "by_year": by_year,
        "why": why(&gap.why),
        "movement": movement(&gap.movement),
        "break_even": break_even(&gap.break_even),
        "retroactivity": retroactivity,
    })
}

fn why(why: &WhyFigures) -> Value {
    json!({
        "size": money(why.size),
        "timing": money(why.timing),
        "compounding": money(why.compounding),
        "benefits": money(why.benefits),
        "lump_sums": money(why.lump_sums),
        "rounding": money(why.rounding),
        "steps": money(why.steps),
        "pools": money(why.pools),
        "floors": money(why.floors),
    })
}

fn movement(movement: &MovementFigures) -> Value {
    json!({
        "counter": movement.counter.as_ref().map(|id| &id.0),
        "from": movement.from.as_ref().map(|id| &id.0),
        "to": movement.to.as_ref().map(|id| &id.0),
        "moved": money(movement.moved),
        "remains": money(movement.remains),
        "moved_share": percent(movement.moved_share),
        "remains_share": percent(movement.remains_share),
    })
}

fn break_even(even: &BreakEvenFigures) -> Value {
    json!({
        "from": even.from.map(date),
        "date": even.date.map(date),
        "days": even.days,
    })
}

fn money(value: Option<Decimal>) -> Option<String> {
    value.map(text::cents)
}

fn percent(value: Option<Decimal>) -> Option<String> {
    value.map(text::percent_six)
}

fn plain(value: Option<Decimal>) -> Option<String> {
    value.map(text::plain)
}

fn date(date: Date) -> String {
    date.to_string()
}
