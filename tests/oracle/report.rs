//! The whole report of a case, figure by figure.

use super::acts::{owed, owed_day};
use super::calendar::Day;
use super::cola;
use super::crew::{Crew, Line};
use super::deal::Deal;
use super::employee::{Looked, employee_figures};
use super::exact::{Dec, Fraction, fraction};
use super::figures::{Name, Part, Sheet};
use super::flows;
use super::gains;
use super::gap::gap_figures;
use super::ledger::{Ledger, Priced};
use super::listed;
use super::model::{Accrual, Case, Offer, Side, Status};
use super::offer::{Outcome, blocks, cost, outcome, years};
use super::powers::Fixed;
use super::spread;
use super::steps::Standing;
use super::sums::Money;
use super::terms::Terms;
use super::worth;
use num_traits::Signed;

/// An offer worked out.
pub struct Worked<'a> {
    pub offer: &'a Offer,
    pub deal: Deal<'a>,
    pub priced: Priced,
    pub outcome: Outcome,
}

impl<'a> Worked<'a> {
    pub fn new(case: &'a Case, ledger: &Ledger, offer: &'a Offer) -> Self {
        let deal = Deal::of(case, offer);
        let priced = ledger.price(&deal);
        Self {
            offer,
            outcome: outcome(ledger, &deal, &priced),
            priced,
            deal,
        }
    }
}

/// Every figure of a case.
pub fn report(case: &Case) -> Sheet {
    let ledger = Ledger::new(case);
    let looked = Looked::new(case, &ledger);
    let offers = case.offers.iter();
    let worked: Vec<Worked> = offers
        .map(|offer| Worked::new(case, &ledger, offer))
        .collect();
    let mut sheet = Sheet::default();
    basis(&mut sheet, case, &ledger);
    sheet.text(Part::Report, Name::Count, worked.len());
    for (at, one) in worked.iter().enumerate() {
        offer_figures(&mut sheet, at, case, &ledger, one);
        employee_figures(&mut sheet, at, case, &looked, &one.deal);
    }
    let spreads = if ledger.crew.has_groups {
        worked.len()
    } else {
        0
    };
    sheet.text(Part::Report, Name::Percentiles, spreads);
    gains::tables(&mut sheet, case, &ledger, &worked);
    gap_figures(&mut sheet, case, &ledger, &looked, &worked);
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

fn exact(amount: Option<&Money>) -> Option<Fraction> {
    amount.map(Money::to_fraction)
}

fn basis(sheet: &mut Sheet, case: &Case, ledger: &Ledger) {
    let part = Part::Basis;
    let payroll = ledger.payroll();
    sheet.dollars(part, Name::Payroll, exact(payroll.as_ref()));
    let headcount = ledger.crew.headcount();
    sheet.number(part, Name::Headcount, headcount.map(|h| h.to_fraction()));
    sheet.number(part, Name::Fte, ledger.crew.fte().map(|f| f.to_fraction()));
    sheet.text(part, Name::FirstDay, case.first_day);
    sheet.text(part, Name::LastDay, case.last_day);
    sheet.text(part, Name::Horizon, case.horizon());
    let accrual = match case.accrual {
        Accrual::Monthly => "Monthly",
        Accrual::Biweekly(_) => "Biweekly",
    };
    sheet.text(part, Name::Accrual, accrual);
    sheet.text(part, Name::RatesAsOf, case.rates_as_of);
    sheet.number(part, Name::Hours, Some(case.hours.to_fraction()));
    let rolled: Dec = case.roll_up.iter().map(|rate| &rate.percent).sum();
    let with_roll_up = &Dec::whole(1) + &rolled.hundredth();
    let one_percent = payroll.map(|payroll| (payroll.hundredth_times(&with_roll_up)).to_fraction());
    sheet.dollars(part, Name::CostOfOnePercent, one_percent);
    let discount = case.discount_rate.to_fraction();
    sheet.number(part, Name::DiscountRate, Some(discount));
    sheet.text(part, Name::RateUnit, format!("{:?}", case.rate_unit));
    // What steps cost before any offer: the baseline beside itself with nobody moving.
    let still = Standing::still(&ledger.crew, &ledger.hours);
    let still = ledger.baseline_on(still);
    for (at, block) in blocks(case).iter().enumerate() {
        let owed = owed(case, &ledger.crew);
        // A pool that is owed gives others more or less by where those who move stand.
        let in_pool = |line: &Line| {
            let mut parts = owed.iter().filter(|act| act.is_part());
            parts.any(|act| act.scope.holds(&line.keys))
        };
        let movers = ledger.crew.counted();
        let movers = movers.filter(|(_, line)| line.moves() || in_pool(line));
        let steps = movers.map(|(at, _)| {
            let moving = ledger.pay(&ledger.baseline, at, block.first, block.last)?;
            Some(&moving - &ledger.pay(&still, at, block.first, block.last)?)
        });
        let steps = steps.sum::<Option<Money>>();
        sheet.dollars(Part::StepMovement(at), Name::Cost, exact(steps.as_ref()));
    }
}

fn percent(factor: Fraction) -> Fraction {
    factor * fraction(100)
}

/// A percent beyond a million tells nobody anything: it is undefined.
fn is_sane(percent: &Fraction) -> bool {
    percent.abs() <= fraction(1_000_000)
}

fn offer_figures(sheet: &mut Sheet, at: usize, case: &Case, ledger: &Ledger, one: &Worked) {
    let part = Part::Offer(at);
    let Worked {
        offer,
        deal,
        priced,
        outcome,
    } = one;
    sheet.text(part, Name::Id, &offer.id);
    sheet.text(part, Name::Title, &offer.name);
    sheet.text(part, Name::Side, side_name(offer.side));
    sheet.text(part, Name::Status, status_name(&offer.status));
    sheet.text(part, Name::Shared, offer.shared);
    sheet.text(part, Name::Retroactive, deal.retroactive);
    sheet.percent(part, Name::SimpleSum, outcome.simple_sum.clone());
    sheet.text(
        part,
        Name::SimpleSumIsPartial,
        outcome.simple_sum_is_partial,
    );
    sheet.percent(
        part,
        Name::SimpleSumScoped,
        outcome.simple_sum_scoped.clone(),
    );
    let compounded = outcome.compounded.clone().map(percent).filter(is_sane);
    sheet.percent(part, Name::Compounded, compounded);
    let average = outcome.compounded.as_ref().map(|compounded| {
        let total = Fixed::of(&(compounded + fraction(1)));
        percent(total.power(&years(case).recip()).to_fraction() - fraction(1))
    });
    sheet.percent(part, Name::AverageAYear, average.filter(is_sane));
    sheet.percent(
        part,
        Name::WithSteps,
        outcome.with_steps.clone().map(percent),
    );
    let cost = exact(outcome.cost.as_ref());
    sheet.dollars(part, Name::Cost, cost.clone());
    sheet.dollars(part, Name::Wages, exact(outcome.wages.as_ref()));
    sheet.dollars(part, Name::LumpSums, exact(outcome.lump_sums.as_ref()));
    sheet.dollars(part, Name::Benefits, exact(outcome.benefits.as_ref()));
    sheet.dollars(part, Name::RollUp, exact(outcome.roll_up.as_ref()));
    sheet.dollars(part, Name::CostPerFte, ledger.per_fte(cost));
    sheet.dollars(part, Name::PresentValue, outcome.present_value.clone());
    let exit = exact(outcome.exit_run_rate.as_ref());
    sheet.dollars(part, Name::ExitRunRate, exit);
    let before = exact(outcome.before_the_term.as_ref());
    sheet.dollars(part, Name::BeforeTheTerm, before);
    let arrears = exact(outcome.arrears.as_ref());
    sheet.dollars(part, Name::Arrears, arrears.clone());
    sheet.dollars(part, Name::ArrearsPerFte, ledger.per_fte(arrears));
    year_figures(sheet, at, case, outcome);
    raise_figures(sheet, at, case, ledger, one);
    real_wage(sheet, at, case, ledger, priced);
    listed::pools(sheet, at, deal, priced);
    listed::lifted(sheet, at, ledger, one);
    listed::left_out(sheet, at, offer);
    spread::scopes(sheet, at, ledger, deal, priced);
    if ledger.crew.has_groups {
        spread::percentiles(sheet, at, ledger, deal, priced);
    }
    delay_figures(sheet, at, case, ledger, one);
}

fn year_figures(sheet: &mut Sheet, offer: usize, case: &Case, outcome: &Outcome) {
    let blocks = blocks(case);
    let mut previous = Some(fraction(0));
    let mut lasting_before = Some(fraction(0));
    for (at, (block, year)) in blocks.iter().zip(&outcome.years).enumerate() {
        let part = Part::Year(offer, at);
        let cash = exact(year.cash.as_ref());
        let lumps = exact(year.lump_sums.as_ref());
        let lasting = exact(year.lasting.as_ref());
        let less = |now: &Option<Fraction>, before: Option<Fraction>| Some(now.clone()? - before?);
        let added = less(&cash, previous.take());
        let grown = less(&lasting, lasting_before.take());
        sheet.text(part, Name::FirstDay, block.first);
        sheet.text(part, Name::LastDay, block.last);
        sheet.text(part, Name::Cut, block.cut);
        sheet.dollars(part, Name::Payroll, exact(year.payroll.as_ref()));
        sheet.dollars(part, Name::Cash, cash.clone());
        sheet.dollars(part, Name::Added, added);
        sheet.dollars(part, Name::Annualized, exact(year.annualized.as_ref()));
        sheet.dollars(part, Name::CarryOver, exact(year.carry_over.as_ref()));
        sheet.dollars(part, Name::Benefits, exact(year.benefits.as_ref()));
        let new_money = grown.zip(lumps).map(|(grown, lumps)| grown + lumps);
        sheet.dollars(part, Name::NewMoney, new_money);
        previous = cash;
        lasting_before = lasting;
    }
}

fn raise_figures(sheet: &mut Sheet, offer: usize, case: &Case, ledger: &Ledger, one: &Worked) {
    let Worked {
        deal,
        priced,
        outcome,
        ..
    } = one;
    let placed = deal.placed();
    let order: Vec<String> = placed.iter().map(|p| p.place.to_string()).collect();
    sheet.text(Part::Offer(offer), Name::Order, order.join(" "));
    let mut before = cost(ledger, &deal.with_first(0));
    for (at, placed) in placed.iter().enumerate() {
        let upto = cost(ledger, &deal.with_first(at + 1));
        let worth = upto
            .as_ref()
            .zip(before.as_ref())
            .map(|(with, without)| with - without);
        let worth = match &outcome.cost {
            Some(_) => worth,
            // Not all of it is known: what of it differs may be.
            None => {
                let (with, without) = (deal.with_first(at + 1), deal.with_first(at));
                worth::apart(ledger, placed.place, &with, &without)
            }
        };
        before = upto;
        let terms = &placed.clause.terms;
        let dearer = |higher| {
            let higher = deal.with_terms(placed.place, &higher);
            let apart = match &outcome.cost {
                Some(whole) => &cost(ledger, &higher)? - whole,
                None => worth::apart(ledger, placed.place, &higher, deal)?,
            };
            Some(apart.to_fraction())
        };
        let resolved = cola::percent(case, placed.clause);
        // A cost-of-living raise has the percent it comes to.
        let stands_for = resolved
            .clone()
            .map(|percent| Terms::Percent(Some(percent)));
        let priced_as = stands_for.as_ref().unwrap_or(terms);
        let is_priced = priced_as.percent().is_some();
        let higher = is_priced.then(|| priced_as.one_point_higher());
        let point = higher.or_else(|| terms.one_more()).and_then(dearer);
        let part = Part::Raise {
            offer,
            clause: placed.place,
        };
        sheet.text(part, Name::Date, placed.clause.date);
        sheet.text(part, Name::TakesEffect, placed.day);
        sheet.text(part, Name::Kind, format!("{:?}", terms.kind()));
        sheet.number(
            part,
            Name::Percent,
            priced_as.percent().map(Dec::to_fraction),
        );
        sheet.number(part, Name::Resolved, resolved.map(|p| p.to_fraction()));
        sheet.dollars(part, Name::Worth, exact(worth.as_ref()));
        sheet.dollars(part, Name::ValueOfAPoint, point);
        if terms.is_benefit() && placed.day <= deal.last() {
            let (first, last) = (ledger.first, ledger.horizon);
            let cost = flows::between(ledger, priced, deal, placed, first, last);
            let part = Part::Benefit {
                offer,
                clause: placed.place,
            };
            sheet.text(part, Name::Kind, format!("{:?}", terms.kind()));
            sheet.dollars(part, Name::Cost, exact(cost.as_ref()));
            for (year, block) in blocks(case).iter().enumerate() {
                let cost = flows::between(ledger, priced, deal, placed, block.first, block.last);
                let part = Part::BenefitYear {
                    offer,
                    clause: placed.place,
                    year,
                };
                sheet.dollars(part, Name::Cost, exact(cost.as_ref()));
            }
        }
    }
}

/// Wages against prices at each contract year's end.
fn real_wage(sheet: &mut Sheet, offer: usize, case: &Case, ledger: &Ledger, priced: &Priced) {
    let Some(inflation) = &case.inflation else {
        return;
    };
    let owed = case.baseline.iter().filter(|clause| clause.is_counted());
    let owed = owed.map(|clause| owed_day(case, clause, clause.date));
    let last_owed = owed.filter(|day| *day < case.first_day).max();
    let otherwise = last_owed.unwrap_or(case.rates_as_of);
    let reference = inflation.reference.unwrap_or(otherwise);
    let level = |day: Day| {
        let rate = ledger.run_rate(priced, day)?.to_fraction();
        let price = cola::index(inflation, cola::month_count(day))?;
        Some(rate / price)
    };
    for (at, block) in blocks(case).iter().enumerate() {
        let ratio = level(block.last)
            .zip(level(reference))
            .map(|(now, then)| now / then);
        let part = Part::RealWage(offer, at);
        sheet.text(part, Name::Date, block.last);
        let catch_up = ratio
            .as_ref()
            .map(|ratio| percent(ratio.recip() - fraction(1)));
        sheet.percent(part, Name::Ratio, ratio);
        sheet.percent(part, Name::CatchUp, catch_up);
    }
}

fn delay_figures(sheet: &mut Sheet, offer: usize, case: &Case, ledger: &Ledger, one: &Worked) {
    let deal = &one.deal;
    let year_end = case.first_day.plus_months(12).plus(-1);
    let days = case.first_day.until(year_end);
    let mut firsts: Vec<Day> = days.filter(|day| day.civil().2 == 1).collect();
    // The offer's own day is always among them.
    firsts.extend(deal.ratified.filter(|day| *day >= case.first_day));
    firsts.sort();
    firsts.dedup();
    let on_time = cost(ledger, &deal.ratified_on(None));
    sheet.text(Part::Delay(offer, 0), Name::Count, firsts.len());
    for (at, day) in firsts.into_iter().enumerate() {
        let late = deal.ratified_on(Some(day)).paying_back(false);
        let lost = on_time
            .as_ref()
            .and_then(|on_time| Some((on_time - &cost(ledger, &late)?).to_fraction()));
        let part = Part::Delay(offer, at);
        sheet.text(part, Name::Ratified, day);
        sheet.dollars(part, Name::LostPerFte, ledger.per_fte(lost.clone()));
        sheet.dollars(part, Name::Lost, lost);
    }
}

/// The crew of a case, for tests that look at single groups.
pub fn crew(case: &Case) -> Crew {
    Crew::of(case)
}
