//! The program's report as the same flat list of figures.
//!
//! Every struct is taken apart in full, so that a figure added to the report can't go unchecked.

use std::collections::BTreeMap;

use counteroffer::costing::report::{
    BasisFigures, BenefitFigures, CumulativeFigures, DelayFigures, EmployeeFigures, LeftOut,
    LiftedFigures, OfferApart, OfferFigures, PercentileFigures, Percentiles, PoolFigures,
    RaiseFigures, RealWageFigures, Report, ScopeFigures, StepMovementFigures, YearFigures,
};
use num_bigint::BigInt;
use num_rational::Ratio;
use rust_decimal::Decimal;

use super::exact::{Dec, Fraction, power_of_ten};
use super::figures::{Name, Part, Sheet};
use super::shown_gains::gains;
use super::shown_gap::gap_figures;
use super::spread;
use super::sums::Quotient;

pub fn exact(value: Decimal) -> Fraction {
    Ratio::new_raw(BigInt::from(value.mantissa()), power_of_ten(value.scale()))
}

pub fn maybe(value: &Option<Decimal>) -> Option<Fraction> {
    value.map(exact)
}

pub fn sheet(report: &Report) -> Sheet {
    let mut sheet = Sheet::default();
    let Report {
        basis,
        offers,
        apart,
        people,
        gap,
        // Words for people about figures that have no value.
        undefined: _,
    } = report;
    basis_figures(&mut sheet, basis);
    sheet.text(Part::Report, Name::Count, offers.len());
    for (at, offer) in offers.iter().enumerate() {
        offer_figures(&mut sheet, at, offer);
    }
    for (at, apart) in apart.iter().enumerate() {
        apart_figures(&mut sheet, at, apart);
    }
    sheet.text(Part::Report, Name::Percentiles, people.percentiles.len());
    for (at, figures) in people.percentiles.iter().enumerate() {
        percentile_figures(&mut sheet, at, figures);
    }
    gains(&mut sheet, &people.spread);
    sheet.text(Part::Gap, Name::Count, gap.is_some());
    if let Some(gap) = gap {
        gap_figures(&mut sheet, gap);
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
        rate_unit,
        step_movement,
    } = basis;
    let part = Part::Basis;
    sheet.dollars(part, Name::Payroll, maybe(payroll));
    let headcount = headcount.map(|h| Ratio::from_integer(BigInt::from(h)));
    sheet.number(part, Name::Headcount, headcount);
    sheet.number(part, Name::Fte, maybe(fte));
    sheet.text(part, Name::FirstDay, first_day);
    sheet.text(part, Name::LastDay, last_day);
    sheet.text(part, Name::Horizon, horizon);
    sheet.text(part, Name::Accrual, accrual);
    sheet.text(part, Name::RatesAsOf, rates_as_of);
    sheet.number(part, Name::Hours, Some(exact(*hours)));
    sheet.dollars(part, Name::CostOfOnePercent, maybe(cost_of_one_percent));
    sheet.number(part, Name::DiscountRate, Some(exact(*discount_rate)));
    sheet.text(part, Name::RateUnit, format!("{rate_unit:?}"));
    for (at, figures) in step_movement.iter().enumerate() {
        let StepMovementFigures { label: _, cost } = figures;
        sheet.dollars(Part::StepMovement(at), Name::Cost, maybe(cost));
    }
}

fn offer_figures(sheet: &mut Sheet, at: usize, offer: &OfferFigures) {
    let OfferFigures {
        id,
        name,
        side,
        status,
        shared,
        retroactive,
        simple_sum,
        simple_sum_is_partial,
        // A reason, not a figure.
        simple_sum_is_in_dollars: _,
        simple_sum_scoped,
        compounded,
        average_a_year,
        with_steps,
        cost,
        wages,
        lump_sums,
        benefits,
        benefit_clauses,
        roll_up,
        cost_per_fte,
        present_value,
        exit_run_rate,
        before_the_term,
        years,
        raises,
        left_out,
        pools,
        lifted,
        arrears,
        employee,
        real_wage,
        // Words for people, of which the method fixes nothing.
        not_costed: _,
    } = offer;
    let part = Part::Offer(at);
    sheet.text(part, Name::Id, id);
    sheet.text(part, Name::Title, name);
    sheet.text(part, Name::Side, side.name());
    sheet.text(part, Name::Status, status);
    sheet.text(part, Name::Shared, shared);
    sheet.text(part, Name::Retroactive, retroactive);
    sheet.percent(part, Name::SimpleSum, maybe(simple_sum));
    sheet.text(part, Name::SimpleSumIsPartial, simple_sum_is_partial);
    sheet.percent(part, Name::SimpleSumScoped, maybe(simple_sum_scoped));
    sheet.percent(part, Name::Compounded, maybe(compounded));
    sheet.percent(part, Name::AverageAYear, maybe(average_a_year));
    sheet.percent(part, Name::WithSteps, maybe(with_steps));
    sheet.dollars(part, Name::Cost, maybe(cost));
    sheet.dollars(part, Name::Wages, maybe(wages));
    sheet.dollars(part, Name::LumpSums, maybe(lump_sums));
    sheet.dollars(part, Name::Benefits, maybe(benefits));
    sheet.dollars(part, Name::RollUp, maybe(roll_up));
    sheet.dollars(part, Name::CostPerFte, maybe(cost_per_fte));
    sheet.dollars(part, Name::PresentValue, maybe(present_value));
    sheet.dollars(part, Name::ExitRunRate, maybe(exit_run_rate));
    sheet.dollars(part, Name::BeforeTheTerm, maybe(before_the_term));
    for (year, figures) in years.iter().enumerate() {
        year_figures(sheet, Part::Year(at, year), figures);
    }
    let order: Vec<String> = raises.iter().map(|r| r.clause.to_string()).collect();
    sheet.text(part, Name::Order, order.join(" "));
    for raise in raises {
        raise_figures(sheet, at, raise);
    }
    for figures in benefit_clauses {
        benefit_figures(sheet, at, figures);
    }
    for LeftOut { clause, kind, why } in left_out {
        let part = Part::LeftOut {
            offer: at,
            clause: *clause,
        };
        sheet.text(part, Name::Kind, kind.name());
        sheet.text(part, Name::Because, why);
    }
    pool_figures(sheet, at, pools);
    lifted_figures(sheet, at, lifted);
    let arrears = arrears.as_ref();
    let total = arrears.and_then(|arrears| maybe(&arrears.total));
    let each = arrears.and_then(|arrears| maybe(&arrears.per_fte));
    sheet.dollars(part, Name::Arrears, total);
    sheet.dollars(part, Name::ArrearsPerFte, each);
    for (year, figures) in real_wage.iter().enumerate() {
        let RealWageFigures {
            date,
            ratio,
            catch_up,
        } = figures;
        let part = Part::RealWage(at, year);
        sheet.text(part, Name::Date, date);
        sheet.percent(part, Name::Ratio, maybe(ratio));
        sheet.percent(part, Name::CatchUp, maybe(catch_up));
    }
    employee_figures(sheet, at, employee);
}

fn apart_figures(sheet: &mut Sheet, at: usize, apart: &OfferApart) {
    let OfferApart { by_scope, delay } = apart;
    sheet.text(Part::Offer(at), Name::Count, by_scope.len());
    for (scope, figures) in by_scope.iter().enumerate() {
        scope_figures(sheet, Part::Scope(at, scope), figures);
    }
    sheet.text(Part::Delay(at, 0), Name::Count, delay.len());
    for (month, figures) in delay.iter().enumerate() {
        delay_figures(sheet, Part::Delay(at, month), figures);
    }
}

fn year_figures(sheet: &mut Sheet, part: Part, year: &YearFigures) {
    let YearFigures {
        label,
        first_day,
        last_day,
        payroll,
        cash,
        benefits,
        added,
        annualized,
        carry_over,
        new_money,
    } = year;
    sheet.text(part, Name::FirstDay, first_day);
    sheet.text(part, Name::LastDay, last_day);
    sheet.text(part, Name::Cut, label.cut);
    sheet.dollars(part, Name::Payroll, maybe(payroll));
    sheet.dollars(part, Name::Cash, maybe(cash));
    sheet.dollars(part, Name::Added, maybe(added));
    sheet.dollars(part, Name::Annualized, maybe(annualized));
    sheet.dollars(part, Name::CarryOver, maybe(carry_over));
    sheet.dollars(part, Name::Benefits, maybe(benefits));
    sheet.dollars(part, Name::NewMoney, maybe(new_money));
}

fn raise_figures(sheet: &mut Sheet, offer: usize, raise: &RaiseFigures) {
    let RaiseFigures {
        // As written.
        terms: _,
        scope: _,
        unit: _,
        clause,
        date,
        takes_effect,
        kind,
        percent,
        resolved_percent,
        worth,
        value_of_a_point,
    } = raise;
    let part = Part::Raise {
        offer,
        clause: *clause,
    };
    sheet.text(part, Name::Date, date);
    sheet.text(part, Name::TakesEffect, takes_effect);
    sheet.text(part, Name::Kind, kind.name());
    sheet.number(part, Name::Percent, maybe(percent));
    sheet.number(part, Name::Resolved, maybe(resolved_percent));
    sheet.dollars(part, Name::Worth, maybe(worth));
    sheet.dollars(part, Name::ValueOfAPoint, maybe(value_of_a_point));
}

fn benefit_figures(sheet: &mut Sheet, offer: usize, benefit: &BenefitFigures) {
    let BenefitFigures {
        clause,
        kind,
        cost,
        by_year,
    } = benefit;
    let part = Part::Benefit {
        offer,
        clause: *clause,
    };
    sheet.text(part, Name::Kind, kind.name());
    sheet.dollars(part, Name::Cost, maybe(cost));
    for (year, cost) in by_year.iter().enumerate() {
        let part = Part::BenefitYear {
            offer,
            clause: *clause,
            year,
        };
        sheet.dollars(part, Name::Cost, maybe(cost));
    }
}

fn pool_figures(sheet: &mut Sheet, offer: usize, pools: &[PoolFigures]) {
    for (at, figures) in pools.iter().enumerate() {
        let PoolFigures {
            clause,
            takes_effect,
            percent,
        } = figures;
        let earlier = pools[..at].iter().filter(|pool| pool.clause == *clause);
        let part = Part::Pool {
            offer,
            clause: *clause,
            tranche: earlier.count(),
        };
        sheet.text(part, Name::TakesEffect, takes_effect);
        sheet.percent(part, Name::Percent, maybe(percent));
    }
}

fn lifted_figures(sheet: &mut Sheet, offer: usize, lifted: &[LiftedFigures]) {
    let rates = |rates: &[Decimal]| {
        let each = rates.iter().map(|rate| {
            let digits = Quotient::of_fraction(&exact(*rate)).digits(8);
            Dec { digits, scale: 8 }.to_string()
        });
        each.collect::<Vec<_>>().join(" ")
    };
    let mut copies: Vec<(usize, String)> = vec![];
    for figures in lifted {
        let LiftedFigures {
            clause,
            scale,
            market,
            // Which copy of the scale, in words of the file.
            scopes: _,
            before,
            after,
            by_ladder: _,
        } = figures;
        let scale = scale.as_deref().unwrap_or("none");
        let market = market.as_deref().unwrap_or("none");
        let copy = format!("{scale}, {market}: {} to {}", rates(before), rates(after));
        copies.push((*clause, copy));
    }
    copies.sort();
    copies.dedup();
    let mut by_clause: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (clause, copy) in copies {
        by_clause.entry(clause).or_default().push(copy);
    }
    for (clause, copies) in by_clause {
        sheet.text(
            Part::Lifted { offer, clause },
            Name::Copies,
            copies.join("\n"),
        );
    }
}

fn percentile_figures(sheet: &mut Sheet, offer: usize, figures: &PercentileFigures) {
    let PercentileFigures {
        offer: _,
        end_percent,
        dollars_per_fte,
        // A reason, not a figure.
        without_end: _,
        is_of_no_fte: _,
    } = figures;
    let values = |of: &Option<Percentiles>| {
        of.as_ref().map_or([None; 5], |of| {
            let Percentiles {
                p10,
                p25,
                p50,
                p75,
                p90,
            } = of;
            [p10, p25, p50, p75, p90].map(|value| Some(*value))
        })
    };
    let both = values(end_percent).into_iter().zip(values(dollars_per_fte));
    for (of_hundred, (end, dollars)) in spread::PERCENTILES.into_iter().zip(both) {
        let part = Part::Percentile { offer, of_hundred };
        sheet.percent(part, Name::EndPercent, maybe(&end));
        sheet.dollars(part, Name::DollarsPerFte, maybe(&dollars));
    }
}

fn scope_figures(sheet: &mut Sheet, part: Part, scope: &ScopeFigures) {
    let ScopeFigures {
        market,
        unit,
        job,
        cost,
        hidden,
    } = scope;
    assert!(!hidden, "costing hides nothing");
    sheet.maybe(part, Name::Market, market.as_ref());
    sheet.maybe(part, Name::Unit, unit.as_ref());
    sheet.maybe(part, Name::Job, job.as_ref());
    sheet.dollars(part, Name::Cost, maybe(cost));
}

fn delay_figures(sheet: &mut Sheet, part: Part, delay: &DelayFigures) {
    let DelayFigures {
        ratified,
        lost_per_fte,
        lost,
    } = delay;
    sheet.text(part, Name::Ratified, ratified);
    sheet.dollars(part, Name::LostPerFte, maybe(lost_per_fte));
    sheet.dollars(part, Name::Lost, maybe(lost));
}

fn employee_figures(sheet: &mut Sheet, offer: usize, employee: &EmployeeFigures) {
    let EmployeeFigures {
        rate,
        fte,
        cumulative,
    } = employee;
    let part = Part::Employee(offer);
    sheet.dollars(part, Name::Rate, maybe(rate));
    sheet.number(part, Name::Fte, Some(exact(*fte)));
    sheet.text(part, Name::Count, cumulative.len());
    for (at, figures) in cumulative.iter().enumerate() {
        let CumulativeFigures {
            date,
            earned,
            paid,
            lump_sums,
        } = figures;
        let part = Part::Cumulative(offer, at);
        sheet.text(part, Name::Date, date);
        sheet.dollars(part, Name::Earned, maybe(earned));
        sheet.dollars(part, Name::Paid, maybe(paid));
        sheet.dollars(part, Name::LumpSums, maybe(lump_sums));
    }
}
