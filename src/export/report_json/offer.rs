//! One offer's figures, as JSON.

use serde_json::{Value, json};

use super::{date, money, percent, rate};
use crate::costing::report::{
    ArrearsFigures, BenefitFigures, DelayFigures, EmployeeFigures, LeftOut, LiftedFigures,
    OfferApart, OfferFigures, PoolFigures, RaiseFigures, RealWageFigures, ScopeFigures,
    YearFigures,
};
use crate::scenario::{Offer, Scenario, Scope};
use crate::units::{HouseStyle, text};

pub(super) fn value(scenario: &Scenario, offer: &OfferFigures, apart: &OfferApart) -> Value {
    let own = scenario.offer(&offer.id);
    let raises: Vec<Value> = offer
        .raises
        .iter()
        .map(|one| raise(scenario, own, one))
        .collect();
    let not_costed: Vec<String> = offer.not_costed.iter().map(|why| why.in_words()).collect();
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
        "arrears": offer.arrears.as_ref().map(arrears),
        "years": offer.years.iter().map(year).collect::<Vec<_>>(),
        "raises": raises,
        "left_out": offer.left_out.iter().map(left_out).collect::<Vec<_>>(),
        "pools": offer.pools.iter().map(pool).collect::<Vec<_>>(),
        "lifted": offer.lifted.iter().map(lifted).collect::<Vec<_>>(),
        "by_scope": apart.by_scope.iter().map(by_scope).collect::<Vec<_>>(),
        "delay": apart.delay.iter().map(delay).collect::<Vec<_>>(),
        "employee": employee(&offer.employee),
        "real_wage": offer.real_wage.iter().map(real_wage).collect::<Vec<_>>(),
        "not_costed": not_costed,
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
        "benefits": money(year.benefits),
        "added": money(year.added),
        "new_money": money(year.new_money),
        "annualized": money(year.annualized),
        "carry_over": money(year.carry_over),
    })
}

fn raise(scenario: &Scenario, offer: Option<&Offer>, raise: &RaiseFigures) -> Value {
    let paid = scenario.paid_in();
    // The clause itself knows how long it lasts, which its terms don't.
    let terms = offer
        .and_then(|offer| offer.clauses.get(raise.clause))
        .map_or_else(
            || raise.terms.in_words(paid, HouseStyle::File),
            |clause| clause.in_words(paid, HouseStyle::File),
        );
    json!({
        "clause": raise.clause,
        "date": date(raise.date),
        "takes_effect": date(raise.takes_effect),
        "kind": raise.kind.name(),
        "terms": terms,
        "scope": raise.scope.describe(),
        "percent": percent(raise.percent),
        "resolved_percent": percent(raise.resolved_percent),
        "worth": money(raise.worth),
        "value_of_a_point": money(raise.value_of_a_point),
    })
}

fn benefit(benefit: &BenefitFigures) -> Value {
    json!({
        "clause": benefit.clause,
        "kind": benefit.kind.name(),
        "cost": money(benefit.cost),
        "by_year": benefit.by_year.iter().map(|cost| money(*cost)).collect::<Vec<_>>(),
    })
}

fn left_out(left_out: &LeftOut) -> Value {
    json!({
        "clause": left_out.clause,
        "kind": left_out.kind.name(),
        "why": left_out.why,
    })
}

fn pool(pool: &PoolFigures) -> Value {
    json!({
        "clause": pool.clause,
        "takes_effect": date(pool.takes_effect),
        "percent": percent(pool.percent),
    })
}

fn lifted(lifted: &LiftedFigures) -> Value {
    let scopes: Vec<String> = lifted.scopes.iter().map(Scope::describe).collect();
    json!({
        "clause": lifted.clause,
        "scale": lifted.scale,
        "market": lifted.market,
        "scope": if scopes.is_empty() { "everyone".to_owned() } else { scopes.join("; ") },
        "by_ladder": lifted.by_ladder,
        "before": lifted.before.iter().map(|step| rate(*step)).collect::<Vec<_>>(),
        "after": lifted.after.iter().map(|step| rate(*step)).collect::<Vec<_>>(),
    })
}

fn arrears(arrears: &ArrearsFigures) -> Value {
    json!({
        "total": money(arrears.total),
        "per_fte": money(arrears.per_fte),
    })
}

fn real_wage(real: &RealWageFigures) -> Value {
    json!({
        "date": date(real.date),
        "ratio": percent(real.ratio),
        "catch_up": percent(real.catch_up),
    })
}

fn by_scope(scope: &ScopeFigures) -> Value {
    json!({
        "market": scope.market,
        "unit": scope.unit,
        "job": scope.job,
        "cost": money(scope.cost),
        "hidden": scope.hidden,
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
