//! The whole report of a case, figure by figure, in the order reports are compared in.

use super::calendar::Day;
use super::cost::{Ledger, hours_of};
use super::deal::Deal;
use super::employee::{Looked, employee_figures};
use super::exact::{Dec, Fraction, fraction};
use super::figures::Sheet;
use super::gap::gap_figures;
use super::model::{Accrual, Case, Offer, People, Side, Status};
use super::offer::{Outcome, blocks, outcome, years};
use super::people::Crew;
use super::powers::Fixed;

/// An offer worked out.
pub struct Worked<'a> {
    pub offer: &'a Offer,
    pub deal: Deal<'a>,
    pub outcome: Outcome,
}

/// Every figure of a case.
pub fn report(case: &Case) -> Sheet {
    let hours = hours_of(case);
    let ledger = Crew::of(case).map(|crew| Ledger::new(case, &hours, crew));
    let ledger = ledger.as_ref();
    let looked = Looked::new(case, &hours, ledger);
    let worked: Vec<Worked> = case
        .offers
        .iter()
        .map(|offer| {
            let deal = Deal::of(case, offer);
            Worked {
                offer,
                outcome: outcome(case, ledger, &deal),
                deal,
            }
        })
        .collect();
    let mut sheet = Sheet::default();
    sheet.part("basis", |sheet| basis(sheet, case, ledger));
    sheet.text("offers", worked.len());
    for (at, one) in worked.iter().enumerate() {
        sheet.part(format!("offers.{at}"), |sheet| {
            offer_figures(sheet, case, ledger, one);
            sheet.part("employee", |sheet| {
                employee_figures(sheet, case, &looked, one)
            });
        });
    }
    gap_figures(&mut sheet, case, ledger, &looked, &worked);
    sheet
}

pub fn side_name(side: Side) -> &'static str {
    match side {
        Side::Union => "union",
        Side::Employer => "employer",
        Side::Neutral => "neutral",
    }
}

fn status_name(status: &Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::WhatIf => "what-if",
        Status::Passed(..) => "passed",
        Status::Agreed(..) => "agreed",
        Status::Withdrawn(..) => "withdrawn",
    }
}

/// Headcount and FTE of everyone.
fn totals(people: &People) -> (Option<Dec>, Option<Dec>) {
    match people {
        People::Summary { headcount, fte, .. } => (headcount.clone(), fte.clone()),
        People::Groups(groups) => (
            groups
                .iter()
                .map(|g| g.headcount.clone())
                .sum::<Option<Dec>>(),
            groups.iter().map(|g| g.fte.clone()).sum::<Option<Dec>>(),
        ),
    }
}

fn basis(sheet: &mut Sheet, case: &Case, ledger: Option<&Ledger>) {
    let payroll = ledger.map(|l| l.crew.payroll());
    let (headcount, fte) = totals(&case.people);
    sheet.dollars("payroll", payroll.as_ref().map(Dec::to_fraction));
    sheet.number("headcount", headcount.map(|h| h.to_fraction()));
    sheet.number("fte", fte.map(|f| f.to_fraction()));
    sheet.text("first_day", case.first_day);
    sheet.text("last_day", case.last_day);
    sheet.text("horizon", case.horizon());
    sheet.text(
        "accrual",
        match case.accrual {
            Accrual::Monthly => "Monthly",
            Accrual::Biweekly(_) => "Biweekly",
        },
    );
    sheet.text("rates_as_of", case.rates_as_of);
    sheet.number("hours", Some(case.hours.to_fraction()));
    let rolled: Dec = case.roll_up.iter().map(|rate| &rate.percent).sum();
    let with_roll_up = &Dec::whole(1) + &rolled.hundredth();
    let one_percent = payroll.map(|p| (&p.hundredth() * &with_roll_up).to_fraction());
    sheet.dollars("cost_of_one_percent", one_percent);
    sheet.number("discount_rate", Some(case.discount_rate.to_fraction()));
}

fn percent(factor: Fraction) -> Fraction {
    factor * fraction(100)
}

fn offer_figures(sheet: &mut Sheet, case: &Case, ledger: Option<&Ledger>, one: &Worked) {
    let Worked {
        offer,
        deal,
        outcome,
    } = one;
    let dollars = |amount: Option<&Dec>| ledger.zip(amount).map(|(l, a)| l.dollars(a));
    sheet.text("id", &offer.id);
    sheet.text("name", &offer.name);
    sheet.text("side", side_name(offer.side));
    sheet.text("status", status_name(&offer.status));
    sheet.text("shared", offer.shared);
    sheet.text("retroactive", deal.retroactive);
    sheet.percent("simple_sum", outcome.simple_sum.clone());
    sheet.percent("simple_sum_scoped", outcome.simple_sum_scoped.clone());
    sheet.percent("compounded", outcome.compounded.clone().map(percent));
    sheet.percent(
        "average_a_year",
        outcome.compounded.as_ref().map(|compounded| {
            let total = Fixed::of(&(compounded + fraction(1)));
            percent(total.power(&years(case).recip()).to_fraction() - fraction(1))
        }),
    );
    let cost = dollars(outcome.cost.as_ref());
    sheet.dollars("cost", cost.clone());
    sheet.dollars("wages", dollars(outcome.wages.as_ref()));
    sheet.dollars("lump_sums", dollars(outcome.lump_sums.as_ref()));
    sheet.dollars("roll_up", outcome.roll_up.clone());
    sheet.dollars("cost_per_fte", per_fte(ledger, cost));
    sheet.dollars("present_value", outcome.present_value.clone());
    // Pay a year at a day's rates is in dollars as it stands, not in hour units.
    sheet.dollars(
        "exit_run_rate",
        outcome.exit_run_rate.as_ref().map(Dec::to_fraction),
    );
    sheet.dollars("before_the_term", dollars(outcome.before_the_term.as_ref()));
    year_figures(sheet, case, ledger, outcome);
    raise_figures(sheet, ledger, one);
    scope_figures(sheet, case, ledger, deal);
    delay_figures(sheet, case, ledger, deal);
}

pub fn per_fte(ledger: Option<&Ledger>, dollars: Option<Fraction>) -> Option<Fraction> {
    let fte = ledger?.crew.fte();
    (!fte.is_zero()).then(|| dollars.map(|d| d / fte.to_fraction()))?
}

fn year_figures(sheet: &mut Sheet, case: &Case, ledger: Option<&Ledger>, outcome: &Outcome) {
    let dollars = |amount: &Option<Dec>| ledger.zip(amount.as_ref()).map(|(l, a)| l.dollars(a));
    let blocks = blocks(case);
    sheet.text("years", blocks.len());
    let mut previous = Some(fraction(0));
    for (at, (block, year)) in blocks.iter().zip(&outcome.years).enumerate() {
        let cash = dollars(&year.cash);
        let added = cash
            .clone()
            .zip(previous.take())
            .map(|(cash, before)| cash - before);
        previous.clone_from(&cash);
        sheet.part(format!("years.{at}"), |sheet| {
            sheet.text("label", &block.label);
            sheet.text("first_day", block.first);
            sheet.text("last_day", block.last);
            sheet.text("cut", block.cut);
            sheet.dollars("payroll", dollars(&year.payroll));
            sheet.dollars("cash", cash);
            sheet.dollars("added", added);
            sheet.dollars("annualized", dollars(&year.annualized));
            sheet.dollars("carry_over", dollars(&year.carry_over));
        });
    }
}

fn raise_figures(sheet: &mut Sheet, ledger: Option<&Ledger>, one: &Worked) {
    let Worked { deal, outcome, .. } = one;
    let placed = deal.placed();
    sheet.text("raises", placed.len());
    let known = ledger.zip(outcome.cost.as_ref());
    let mut before = known.and_then(|(l, _)| l.cost(&deal.with_first(0)));
    for (at, placed) in placed.iter().enumerate() {
        let upto = known.and_then(|(l, _)| l.cost(&deal.with_first(at + 1)));
        let worth = upto
            .as_ref()
            .zip(before.as_ref())
            .map(|(with, without)| with - without);
        before = upto;
        let terms = &placed.clause.terms;
        let point = known
            .filter(|_| terms.percent().is_some())
            .and_then(|(l, cost)| {
                let higher = l.cost(&deal.one_point_higher(placed.place))?;
                Some(l.dollars(&(&higher - cost)))
            });
        sheet.part(format!("raises.{at}"), |sheet| {
            sheet.text("clause", placed.place);
            sheet.text("date", placed.clause.date);
            sheet.text("takes_effect", placed.day);
            sheet.text("kind", terms.kind());
            sheet.number("percent", terms.percent().map(Dec::to_fraction));
            sheet.dollars(
                "worth",
                ledger
                    .zip(worth.as_ref())
                    .map(|(l, worth)| l.dollars(worth)),
            );
            sheet.dollars("value_of_a_point", point);
        });
    }
}

/// Cost by market, unit and job together, in the order the workforce lists them.
fn scope_figures(sheet: &mut Sheet, case: &Case, ledger: Option<&Ledger>, deal: &Deal) {
    let combinations: Vec<[Option<String>; 3]> = match &case.people {
        People::Summary { .. } => vec![[None, None, None]],
        People::Groups(groups) => groups
            .iter()
            .map(|g| {
                [
                    g.keys.market.clone(),
                    g.keys.unit.clone(),
                    g.keys.job.clone(),
                ]
            })
            .collect(),
    };
    let costs = ledger.and_then(|l| l.cost_by_member(deal));
    let mut listed: Vec<&[Option<String>; 3]> = vec![];
    for keys in &combinations {
        if !listed.contains(&keys) {
            listed.push(keys);
        }
    }
    sheet.text("by_scope", listed.len());
    for (at, keys) in listed.iter().enumerate() {
        let cost = costs.as_ref().map(|costs| -> Dec {
            let own = combinations.iter().zip(costs).filter(|(k, _)| k == keys);
            own.map(|(_, cost)| cost).sum()
        });
        sheet.part(format!("by_scope.{at}"), |sheet| {
            let [market, unit, job] = keys;
            sheet.maybe("market", market.as_ref());
            sheet.maybe("unit", unit.as_ref());
            sheet.maybe("job", job.as_ref());
            sheet.dollars("cost", ledger.zip(cost).map(|(l, cost)| l.dollars(&cost)));
        });
    }
}

fn delay_figures(sheet: &mut Sheet, case: &Case, ledger: Option<&Ledger>, deal: &Deal) {
    let year_end = case.first_day.plus_months(12).plus(-1);
    let firsts: Vec<Day> = case
        .first_day
        .until(year_end)
        .filter(|day| day.civil().2 == 1)
        .collect();
    let on_time = ledger.and_then(|l| l.cost(&deal.ratified_on(None)));
    sheet.text("delay", firsts.len());
    for (at, day) in firsts.into_iter().enumerate() {
        let late = deal.ratified_on(Some(day)).paying_back(false);
        let lost = ledger
            .zip(on_time.as_ref())
            .and_then(|(l, on_time)| Some(l.dollars(&(on_time - &l.cost(&late)?))));
        sheet.part(format!("delay.{at}"), |sheet| {
            sheet.text("ratified", day);
            sheet.dollars("lost_per_fte", per_fte(ledger, lost.clone()));
            sheet.dollars("lost", lost);
        });
    }
}
