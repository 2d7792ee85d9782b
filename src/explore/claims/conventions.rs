//! Under which conventions a quoted number comes out (METHOD.md, "Claims").
//!
//! A number said in public leaves open how it was worked out. All usual ways are tried, and all that meet
//! the quote are listed with how many were tried: a match shows that a way is possible, not that it was taken.

use rust_decimal::Decimal;

use super::finding::only;
use super::verdict::meets;
use crate::costing::report::OfferFigures;
use crate::costing::roll_up::total_rate;
use crate::costing::simple_sum::months;
use crate::costing::{CostingError, Report, report};
use crate::explore::settlements::Across;
use crate::scenario::{
    Claim, ClauseTerms, Offer, OfferId, People, Per, Quantity, Ratification, Rounding, Scenario,
};
use crate::units::decimal::round;

/// The roll-up tried where the scenario has none of its own: the employer's payroll tax, percent.
const PAYROLL_TAX: Decimal = Decimal::from_parts(765, 0, 0, false, 2);

/// The conventions tried for a claim; those that can't be told apart are one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Conventions {
    /// All that were tried, in a fixed order.
    pub tried: Vec<Convention>,
}

impl Conventions {
    /// Those under which the number comes out at the precision quoted.
    pub fn matching(&self) -> impl Iterator<Item = &Convention> {
        self.tried.iter().filter(|one| one.matches)
    }
}

/// One way to work a number out.
#[derive(Debug, Clone, PartialEq)]
pub struct Convention {
    /// What is measured.
    pub measure: Measure,
    /// Dollars: whether raises build on raises.
    pub compounding: Option<Compounding>,
    /// Dollars: over which time.
    pub period: Option<Period>,
    /// Percents: whether raises for some count, at their share of payroll.
    pub scoped: Option<bool>,
    /// Dollars: the roll-up on top, percent; 0 is without.
    pub roll_up: Option<Decimal>,
    /// Dollars: whose count of the workforce; `None` is the scenario's own.
    pub counts: Option<String>,
    /// Dollars: ratified when.
    pub timing: Option<Timing>,
    /// What comes out: dollars or percent, unrounded.
    pub value: Decimal,
    /// Whether it meets the quote.
    pub matches: bool,
}

/// What a convention measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Cost of B less cost of A.
    Gap,
    /// Cost of one offer.
    Cost,
    /// Percents added up.
    Simple,
    /// The end rate.
    Compounded,
    /// The even yearly raise.
    AverageAYear,
    /// The percents of the first twelve months, added up.
    FirstYear,
    /// The end rate with step movement.
    WithSteps,
}

impl Measure {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Cost => "cost",
            Self::Simple => "simple",
            Self::Compounded => "compounded",
            Self::AverageAYear => "average a year",
            Self::FirstYear => "first year",
            Self::WithSteps => "with steps",
        }
    }
}

/// Whether raises build on raises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Compounding {
    /// Each raise on the rates the one before left.
    Compounded,
    /// Each raise alone on the baseline, added up.
    FirstOrder,
}

impl Compounding {
    const ALL: [Self; 2] = [Self::Compounded, Self::FirstOrder];

    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Compounded => "compounded",
            Self::FirstOrder => "to first order",
        }
    }
}

/// Over which time dollars are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Over the term.
    Term,
    /// In the first contract year.
    FirstYear,
    /// In the last contract year.
    LastYear,
    /// At the rates of the last day, for a whole year.
    LastYearAnnualized,
    /// Over the term, divided by its years.
    AverageAYear,
}

impl Period {
    const ALL: [Self; 5] = [
        Self::Term,
        Self::FirstYear,
        Self::LastYear,
        Self::LastYearAnnualized,
        Self::AverageAYear,
    ];

    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Term => "over the term",
            Self::FirstYear => "first year",
            Self::LastYear => "last year",
            Self::LastYearAnnualized => "last year annualized",
            Self::AverageAYear => "average a year",
        }
    }
}

/// When the offers are ratified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timing {
    /// No later than the first day.
    OnTime,
    /// As the scenario and its offers say.
    AsRatified,
}

impl Timing {
    const ALL: [Self; 2] = [Self::OnTime, Self::AsRatified];

    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnTime => "on time",
            Self::AsRatified => "as ratified",
        }
    }
}

/// Tries every convention of a claim's kind; none for claims that leave none open.
///
/// # Errors
/// [`CostingError`] of the scenario itself; a count too large to be exact isn't tried.
pub(super) fn conventions(scenario: &Scenario, claim: &Claim) -> Result<Conventions, CostingError> {
    let Some(quoted) = claim.value.map(|value| value.get()) else {
        return Ok(Conventions::default());
    };
    let mut tried = match &claim.quantity {
        Quantity::Gap { per, .. } => match (&scenario.a, &scenario.b) {
            (Some(a), Some(b)) => dollars(scenario, Measure::Gap, &[a, b], *per)?,
            _ => Vec::new(),
        },
        Quantity::Cost { offer, per, .. } => dollars(scenario, Measure::Cost, &[offer], *per)?,
        Quantity::SimpleSum { offer }
        | Quantity::Compounded { offer }
        | Quantity::AverageAYear { offer }
        | Quantity::WithSteps { offer } => percents(scenario, offer)?,
        _ => Vec::new(),
    };
    for one in &mut tried {
        one.matches = meets(claim.precision, quoted, one.value, claim.quantity.unit());
    }
    Ok(Conventions { tried })
}

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
fn dollars(
    scenario: &Scenario,
    measure: Measure,
    ids: &[&OfferId],
    per: Per,
) -> Result<Vec<Convention>, CostingError> {
    let mut tried: Vec<Convention> = Vec::new();
    for (at, (name, people)) in workforces(scenario).into_iter().enumerate() {
        for timing in Timing::ALL {
            let variant = counted(scenario, &people, timing);
            let sheets = match sheets(&variant, ids) {
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
                        if !tried.iter().any(|other| coincide(other, &one)) {
                            tried.push(one);
                        }
                    }
                }
            }
        }
    }
    Ok(tried)
}

/// Whether two conventions differ in nothing but a count or a timing that makes no difference.
fn coincide(one: &Convention, other: &Convention) -> bool {
    one.compounding == other.compounding
        && one.period == other.period
        && one.roll_up == other.roll_up
        && round(one.value, 6) == round(other.value, 6)
}

/// The scenario with another count of its workforce and another ratification.
fn counted(scenario: &Scenario, people: &People, timing: Timing) -> Scenario {
    let mut variant = scenario.clone();
    if variant.workforce.people != *people {
        let workforce = variant.workforce_mut();
        workforce.people = people.clone();
        workforce.rounding = Rounding::None;
    }
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
fn sheets(scenario: &Scenario, ids: &[&OfferId]) -> Result<Sheets, CostingError> {
    let offers: Vec<Offer> = ids
        .iter()
        .filter_map(|id| scenario.offer(id).cloned())
        .collect();
    let told = report(&only(scenario, offers.clone()))?;
    let own = total_rate(&scenario.roll_up)?;
    let has_own = !scenario.roll_up.is_empty();
    let has_base = scenario.roll_up.iter().any(|rate| rate.pay_base.is_some());
    let compounded = told.offers.iter().map(|figures| Dollars {
        roll_up_on_term: figures.roll_up.filter(|_| has_own),
        ..Dollars::of(figures)
    });
    let mut compounded: Vec<Dollars> = compounded.collect();
    let mut first_order = Vec::new();
    for offer in &offers {
        first_order.push(to_first_order(scenario, offer)?);
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
        fte: told.basis.fte,
    })
}

/// L: each raise alone above the baseline, rates not rounded, added up. Dollars beside rates, pools,
/// minimums and floors are not in it, as in the bars between two offers.
fn to_first_order(scenario: &Scenario, offer: &Offer) -> Result<Dollars, CostingError> {
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
    let mut unrounded = only(scenario, alone.collect());
    unrounded.workforce_mut().rounding = Rounding::None;
    let told = report(&unrounded)?;
    let parts = told.offers.iter().map(Dollars::of);
    Ok(parts.fold(Dollars::NOTHING, Dollars::plus))
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

/// Percents: measure × with or without raises for some; alike where the offer has none.
fn percents(scenario: &Scenario, id: &OfferId) -> Result<Vec<Convention>, CostingError> {
    let Some(offer) = scenario.offer(id) else {
        return Ok(Vec::new());
    };
    let mut for_everyone = offer.clone();
    for_everyone.clauses.retain(|clause| {
        clause.counted && (clause.scope.is_everyone() || !clause.terms.changes_rates())
    });
    let counted = offer.clauses.iter().filter(|clause| clause.counted).count();
    let has_scoped = for_everyone.clauses.len() < counted;
    let told = report(&only(scenario, vec![for_everyone.clone(), offer.clone()]))?;
    let Report { offers, .. } = &told;
    let [without, with] = offers.as_slice() else {
        return Ok(Vec::new());
    };
    let first_year = first_year(scenario, &for_everyone, without);
    let scoped_first_year = if has_scoped {
        scoped_first_year(scenario, offer)?
    } else {
        None
    };
    let sum = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
    let rows = [
        (
            Measure::Simple,
            without.simple_sum,
            sum(with.simple_sum, with.simple_sum_scoped),
        ),
        (Measure::Compounded, without.compounded, with.compounded),
        (
            Measure::AverageAYear,
            without.average_a_year,
            with.average_a_year,
        ),
        (
            Measure::FirstYear,
            first_year,
            sum(first_year, scoped_first_year),
        ),
        (Measure::WithSteps, without.with_steps, with.with_steps),
    ];
    let mut tried = Vec::new();
    for (measure, plain, all) in rows {
        for (scoped, value) in [(false, plain), (true, all)] {
            let Some(value) = value.filter(|_| has_scoped || !scoped) else {
                continue;
            };
            tried.push(Convention {
                measure,
                compounding: None,
                period: None,
                scoped: Some(scoped),
                roll_up: None,
                counts: None,
                timing: None,
                value,
                matches: false,
            });
        }
    }
    Ok(tried)
}

/// The percents for everyone of the first twelve months, added up.
fn first_year(scenario: &Scenario, offer: &Offer, figures: &OfferFigures) -> Option<Decimal> {
    let end = scenario.term.first_day.plus_months(12);
    Across::of_offer(offer, figures)?.sum(|day| day < end)
}

/// The percents for some of the first twelve months, at their shares of payroll: the scoped sum of the
/// offer held to those months.
fn scoped_first_year(scenario: &Scenario, offer: &Offer) -> Result<Option<Decimal>, CostingError> {
    let first_year = Offer {
        last_day: Some(scenario.term.first_day.plus_months(12).plus_days(-1)),
        ..offer.clone()
    };
    let told = report(&only(scenario, vec![first_year]))?;
    Ok(told.offers.first().and_then(|one| one.simple_sum_scoped))
}
