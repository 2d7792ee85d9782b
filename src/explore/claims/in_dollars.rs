//! Dollars under every convention: compounding × period × roll-up × count × timing.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::convention::{Compounding, Convention, Measure, Period, Timing};
use super::ground::Ground;
use crate::costing::CostingError;
use crate::costing::model::Ready;
use crate::costing::report::OfferFigures;
use crate::costing::roll_up::total_rate;
use crate::costing::simple_sum::months;
use crate::scenario::{ClauseTerms, Offer, OfferId, People, Per, Ratification, Rounding, Scenario};
use crate::units::decimal::round;

/// The roll-up tried where the scenario has none of its own: the employer's payroll tax, percent.
const PAYROLL_TAX: Decimal = Decimal::from_parts(765, 0, 0, false, 2);

/// A workforce tried, with the name of its count.
type Counted = (Option<String>, People);

/// The scenario's own workforce, then its counts that differ from it and from one another.
fn workforces(scenario: &Scenario) -> Vec<Counted> {
    let mut all = vec![(None, scenario.workforce.people.clone())];
    for count in &scenario.counts {
        let people = People::Summary {
            headcount: count.headcount,
            fte: count.fte,
            average_annual_pay: count.average_annual_pay,
        };
        if !all.iter().any(|(_, other)| same(other, &people)) {
            all.push((Some(count.name.clone()), people));
        }
    }
    all
}

/// Whether two summaries have the same numbers, however many zeros they are written with.
fn same(one: &People, other: &People) -> bool {
    match (one, other) {
        (
            People::Summary {
                headcount: a,
                fte: b,
                average_annual_pay: c,
            },
            People::Summary {
                headcount: d,
                fte: e,
                average_annual_pay: f,
            },
        ) => {
            a == d
                && b.get().map(|fte| fte.get()) == e.get().map(|fte| fte.get())
                && c.get().map(|pay| pay.get()) == f.get().map(|pay| pay.get())
        }
        _ => false,
    }
}

/// Dollars: compounding × period × roll-up × count × timing. A figure ratified on time and as
/// ratified alike is tried once.
pub(super) fn dollars(
    ground: &Ground<'_>,
    measure: Measure,
    ids: &[&OfferId],
    per: Per,
) -> Result<Vec<Convention>, CostingError> {
    let scenario = ground.scenario();
    let mut tried: Vec<Convention> = Vec::new();
    let mut known = HashSet::new();
    let to_cost = ground.to_cost();
    for (at, (name, people)) in workforces(scenario).into_iter().enumerate() {
        let counted = counted(&to_cost, &people);
        // The scenario's own workforce is made ready already.
        let mut ready = Grouped {
            rounded: (at == 0).then(|| ground.ready()),
            exact: None,
        };
        for timing in Timing::ALL {
            let sheets = match sheets(&counted, timing, ids, &mut ready) {
                Ok(sheets) => sheets,
                // Another count may be too large to be exact; the scenario itself may not.
                Err(_) if at > 0 => continue,
                Err(error) => return Err(error),
            };
            for compounding in Compounding::ALL {
                for period in Period::ALL {
                    let roll_ups = [false, true].into_iter();
                    for with_roll_up in roll_ups.filter(|with| !with || !sheets.rate.is_zero()) {
                        let value = sheets.value(compounding, period, with_roll_up, per);
                        let Some(value) = value else { continue };
                        let roll_up = if with_roll_up {
                            sheets.rate
                        } else {
                            Decimal::ZERO
                        };
                        let one = Convention {
                            measure,
                            compounding: Some(compounding),
                            period: Some(period),
                            scoped: None,
                            roll_up: Some(roll_up),
                            counts: name.clone(),
                            timing: Some(timing),
                            value,
                            matches: false,
                        };
                        if known.insert(told_apart(&one)) {
                            tried.push(one);
                        }
                    }
                }
            }
        }
    }
    Ok(tried)
}

/// What two conventions have alike that differ in nothing but a count or a timing that makes no difference.
fn told_apart(
    one: &Convention,
) -> (
    Option<Compounding>,
    Option<Period>,
    Option<Decimal>,
    Decimal,
) {
    (
        one.compounding,
        one.period,
        one.roll_up,
        round(one.value, 6),
    )
}

/// The scenario with another count of its workforce, and the same with rates not rounded.
struct Variants {
    rounded: Scenario,
    exact: Scenario,
}

/// What was made of a workforce, with its rates rounded as they are and not rounded.
struct Grouped {
    rounded: Option<Ready>,
    exact: Option<Ready>,
}

fn counted(scenario: &Scenario, people: &People) -> Variants {
    let mut rounded = scenario.clone();
    if rounded.workforce.people != *people {
        let workforce = rounded.workforce_mut();
        workforce.people = people.clone();
        workforce.rounding = Rounding::None;
    }
    let mut exact = rounded.clone();
    if exact.workforce.rounding != Rounding::None {
        exact.workforce_mut().rounding = Rounding::None;
    }
    Variants { rounded, exact }
}

/// The same scenario, ratified at another time.
fn timed(scenario: &Scenario, timing: Timing) -> Scenario {
    let mut variant = scenario.clone();
    if timing == Timing::OnTime {
        for offer in &mut variant.offers {
            offer.ratification = Some(Ratification::OnTime);
        }
    }
    variant
}

/// The dollars of one or two offers: the second less the first.
struct Sheets {
    compounded: Vec<Dollars>,
    first_order: Vec<Dollars>,
    /// Roll-up rates together, percent.
    rate: Decimal,
    years: Option<Decimal>,
    fte: Option<Decimal>,
}

/// What one offer costs by period; `None` is unknown.
#[derive(Debug, Clone, Copy, Default)]
struct Dollars {
    term: Option<Decimal>,
    first_year: Option<Decimal>,
    last_year: Option<Decimal>,
    annualized: Option<Decimal>,
    /// Roll-up on the term, where the scenario's own is known for it.
    roll_up_on_term: Option<Decimal>,
    /// Whether roll-up is the rates times the dollars in every period.
    rolls_up_evenly: bool,
}

impl Dollars {
    const NOTHING: Self = Self {
        term: Some(Decimal::ZERO),
        first_year: Some(Decimal::ZERO),
        last_year: Some(Decimal::ZERO),
        annualized: Some(Decimal::ZERO),
        roll_up_on_term: None,
        rolls_up_evenly: true,
    };

    fn of(figures: &OfferFigures) -> Self {
        let (first, last) = (figures.years.first(), figures.years.last());
        Self {
            term: figures.cost,
            first_year: first.and_then(|year| year.cash),
            last_year: last.and_then(|year| year.cash),
            annualized: last.and_then(|year| year.annualized),
            roll_up_on_term: None,
            rolls_up_evenly: figures.cost == figures.wages,
        }
    }

    fn plus(self, other: Self) -> Self {
        let sum = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
        Self {
            term: sum(self.term, other.term),
            first_year: sum(self.first_year, other.first_year),
            last_year: sum(self.last_year, other.last_year),
            annualized: sum(self.annualized, other.annualized),
            roll_up_on_term: None,
            rolls_up_evenly: self.rolls_up_evenly && other.rolls_up_evenly,
        }
    }
}

/// Costs the offers as they stand, and each of their raises alone.
fn sheets(
    counted: &Variants,
    timing: Timing,
    ids: &[&OfferId],
    ready: &mut Grouped,
) -> Result<Sheets, CostingError> {
    let scenario = timed(&counted.rounded, timing);
    let exact = timed(&counted.exact, timing);
    let ground = Ground::regrouped(&scenario, ready.rounded.take())?;
    ready.rounded = Some(ground.ready());
    let same = scenario.workforce.rounding == Rounding::None;
    let own = if same {
        Some(ground.ready())
    } else {
        ready.exact.take()
    };
    let unrounded = Ground::regrouped(&exact, own)?;
    ready.exact = Some(unrounded.ready());
    let own = total_rate(&scenario.roll_up)?;
    let has_own = !scenario.roll_up.is_empty();
    let has_base = scenario.roll_up.iter().any(|rate| rate.pay_base.is_some());
    let mut compounded = Vec::new();
    let mut first_order = Vec::new();
    for id in ids {
        let (Some(figures), Some(offer)) = (ground.figures(id)?, ground.offer(id)) else {
            continue;
        };
        compounded.push(Dollars {
            roll_up_on_term: figures.roll_up.filter(|_| has_own),
            ..Dollars::of(&figures)
        });
        first_order.push(to_first_order(&unrounded, offer)?);
    }
    for dollars in compounded.iter_mut().chain(&mut first_order) {
        dollars.rolls_up_evenly &= !has_base;
    }
    let span = months(scenario.term.first_day, scenario.common_horizon());
    Ok(Sheets {
        compounded,
        first_order,
        rate: if has_own { own } else { PAYROLL_TAX },
        years: span.and_then(|months| months.checked_div(Decimal::from(12))),
        fte: ground.fte(),
    })
}

/// L: each raise alone above the baseline, rates not rounded, added up. Dollars beside rates, pools,
/// minimums and floors are not in it, as in the bars between two offers.
fn to_first_order(unrounded: &Ground<'_>, offer: &Offer) -> Result<Dollars, CostingError> {
    let counted = offer.clauses.iter().filter(|clause| clause.counted);
    let alone = counted.filter_map(|clause| {
        let mut clause = clause.clone();
        clause.terms = match clause.terms {
            ClauseTerms::GreaterOf { percent, .. } => ClauseTerms::Percent(percent),
            ClauseTerms::Percent(_)
            | ClauseTerms::PerHour(_)
            | ClauseTerms::PerYear(_)
            | ClauseTerms::Cola { .. } => clause.terms,
            _ => return None,
        };
        Some(Offer {
            clauses: vec![clause],
            ..offer.clone()
        })
    });
    let mut sum = Dollars::NOTHING;
    for raise in alone {
        sum = sum.plus(Dollars::of(&unrounded.figures_of(&raise)?));
    }
    Ok(sum)
}

impl Sheets {
    fn value(
        &self,
        compounding: Compounding,
        period: Period,
        with_roll_up: bool,
        per: Per,
    ) -> Option<Decimal> {
        let offers = match compounding {
            Compounding::Compounded => &self.compounded,
            Compounding::FirstOrder => &self.first_order,
        };
        let of = |dollars: &Dollars| self.of_one(dollars, period, with_roll_up);
        let value = match offers.as_slice() {
            [one] => of(one)?,
            [a, b] => of(b)?.checked_sub(of(a)?)?,
            _ => return None,
        };
        match per {
            Per::All => Some(value),
            Per::Fte => value.checked_div(self.fte?),
        }
    }

    fn of_one(&self, dollars: &Dollars, period: Period, with_roll_up: bool) -> Option<Decimal> {
        let plain = match period {
            Period::Term => dollars.term?,
            Period::FirstYear => dollars.first_year?,
            Period::LastYear => dollars.last_year?,
            Period::LastYearAnnualized => dollars.annualized?,
            Period::AverageAYear => dollars.term?.checked_div(self.years?)?,
        };
        if !with_roll_up {
            return Some(plain);
        }
        let on_top = match (period, dollars.roll_up_on_term) {
            (Period::Term, Some(roll_up)) => roll_up,
            (Period::AverageAYear, Some(roll_up)) => roll_up.checked_div(self.years?)?,
            // With a pay base or lump sums the roll-up of one year isn't a fixed share of it.
            _ if !dollars.rolls_up_evenly => return None,
            _ => plain
                .checked_mul(self.rate)?
                .checked_div(Decimal::ONE_HUNDRED)?,
        };
        plain.checked_add(on_top)
    }
}
