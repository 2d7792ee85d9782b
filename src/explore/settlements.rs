//! Settlements elsewhere on the scale of the offers (METHOD.md "Settlements").

use rust_decimal::Decimal;

use crate::costing::powers::power;
use crate::costing::price_index::index_of;
use crate::costing::report::OfferFigures;
use crate::costing::simple_sum::{average_a_year, months};
use crate::scenario::{ClauseTerms, Inflation, Offer, OfferId, Scenario, Settlement, Term};
use crate::units::{Date, Known};

/// A settlement or an offer on the scale common to all; percents. `None` is unknown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measures {
    /// The sum of its percents.
    pub simple: Option<Decimal>,
    /// Its percents compounded.
    pub compounded: Option<Decimal>,
    /// The even yearly raise that compounds to the same.
    pub average_a_year: Option<Decimal>,
    /// The sum of the percents of its first twelve months.
    pub first_year: Option<Decimal>,
    /// The even yearly raise, compounded over the length of the scenario's own term.
    pub over_this_term: Option<Decimal>,
    /// Years of its term.
    pub years: Option<Decimal>,
    /// What its raises up to the price index's last month buy more than on its first day, percent.
    pub real: Real,
    /// What a total alone could mean compounded.
    pub readings: Option<Readings>,
}

/// How far a settlement's pay can be held against prices.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Real {
    /// Percent more or less than on the first day, and the month it is counted to.
    Known {
        percent: Decimal,
        /// The first day of the month.
        to: Date,
    },
    /// The term begins after the last month of the index.
    NotYet,
    /// No index, no term, no dates, or an index that begins after the term.
    #[default]
    Unknown,
}

/// Two readings of a total. They are no limits: raises of other sizes can lie outside them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Readings {
    /// Everything on the first day, percent.
    pub at_once: Decimal,
    /// Equal yearly raises, as many as years begun, percent; unknown without a term.
    pub equal_years: Option<Decimal>,
}

/// One row of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Whose measures they are.
    pub of: RowOf,
    pub measures: Measures,
}

/// What a row measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowOf {
    /// An offer of the scenario.
    Offer(OfferId),
    /// A settlement, by its place in the scenario's list.
    Settlement(usize),
}

/// The measures of every settlement, in the scenario's order.
#[must_use]
pub fn all(scenario: &Scenario) -> Vec<Measures> {
    let settlements = scenario.settlements.iter();
    settlements.map(|one| measures(scenario, one)).collect()
}

/// Offers first, in the order given, then settlements from the largest compounded percent down, those
/// of which only a total is known last.
#[must_use]
pub fn side_by_side(scenario: &Scenario, offers: &[&OfferFigures]) -> Vec<Row> {
    let of_offers = offers.iter().filter_map(|figures| {
        let offer = scenario.offer(&figures.id)?;
        Some(Row {
            of: RowOf::Offer(figures.id.clone()),
            measures: of_offer(scenario, offer, figures),
        })
    });
    let mut settled: Vec<Row> = all(scenario)
        .into_iter()
        .enumerate()
        .map(|(at, measures)| Row {
            of: RowOf::Settlement(at),
            measures,
        })
        .collect();
    settled.sort_by(|one, other| {
        let of = |row: &Row| (row.measures.compounded, row.measures.simple);
        of(other).cmp(&of(one))
    });
    of_offers.chain(settled).collect()
}

/// The measures of a settlement.
#[must_use]
pub fn measures(scenario: &Scenario, settlement: &Settlement) -> Measures {
    let term = settlement.term;
    let years = term.and_then(years_of);
    if settlement.raises.is_empty() {
        return Measures {
            simple: settlement.total.map(|total| total.get()),
            years,
            readings: settlement.total.map(|total| readings(total.get(), term)),
            ..Measures::default()
        };
    }
    let percents = || settlement.raises.iter().map(|raise| raise.percent.get());
    let simple = percents().try_fold(Decimal::ZERO, Decimal::checked_add);
    let compounded = product(percents());
    let dated: Option<Vec<(Date, Decimal)>> = settlement
        .raises
        .iter()
        .map(|raise| Some((raise.date?, raise.percent.get())))
        .collect();
    let across = dated.map(Across);
    let average = compounded
        .zip(term)
        .and_then(|(compounded, term)| average_a_year(compounded, term.first_day, term.last_day));
    Measures {
        simple,
        compounded,
        average_a_year: average,
        first_year: across.as_ref().zip(term).and_then(|(across, term)| {
            let end = term.first_day.plus_months(12);
            across.sum(|day| day < end)
        }),
        over_this_term: average.and_then(|average| over_this_term(scenario, average)),
        years,
        real: across.zip(term).map_or(Real::Unknown, |(across, term)| {
            real(scenario.inflation.as_ref(), &across, term.first_day)
        }),
        readings: None,
    }
}

/// The measures of an offer, from its figures.
#[must_use]
pub fn of_offer(scenario: &Scenario, offer: &Offer, figures: &OfferFigures) -> Measures {
    let first_day = scenario.term.first_day;
    let term = Term {
        first_day,
        last_day: scenario.common_horizon(),
    };
    let across = Across::of_offer(offer, figures);
    Measures {
        simple: figures.simple_sum,
        compounded: figures.compounded,
        average_a_year: figures.average_a_year,
        first_year: across.as_ref().and_then(|across| {
            let end = first_day.plus_months(12);
            across.sum(|day| day < end)
        }),
        over_this_term: figures.compounded,
        years: years_of(term),
        real: across.map_or(Real::Unknown, |across| {
            real(scenario.inflation.as_ref(), &across, first_day)
        }),
        readings: None,
    }
}

fn years_of(term: Term) -> Option<Decimal> {
    months(term.first_day, term.last_day)?.checked_div(Decimal::from(12))
}

/// (1 + average)^(years of this term) − 1, percent.
fn over_this_term(scenario: &Scenario, average: Decimal) -> Option<Decimal> {
    let years = years_of(Term {
        first_day: scenario.term.first_day,
        last_day: scenario.common_horizon(),
    })?;
    as_percent(power(factor(average)?, years)?)
}

/// A total S: all at once it is S; in n equal yearly raises, n the years begun, (1 + S/n)^n − 1.
fn readings(total: Decimal, term: Option<Term>) -> Readings {
    let equal_years = term.and_then(|term| {
        let begun = (1..=200_i32)
            .take_while(|n| term.first_day.plus_months((n - 1) * 12) <= term.last_day)
            .count();
        let each = total.checked_div(Decimal::from(begun))?;
        product(std::iter::repeat_n(each, begun))
    });
    Readings {
        at_once: total,
        equal_years,
    }
}

/// Pay raised up to the index's last month, against prices since the first day's month.
fn real(inflation: Option<&Inflation>, across: &Across, first_day: Date) -> Real {
    let Some((inflation, last)) = inflation.and_then(|own| Some((own, own.index.last()?.month)))
    else {
        return Real::Unknown;
    };
    let start = first_day.first_of_month();
    if start > last {
        return Real::NotYet;
    }
    let next_month = last.plus_months(1);
    let percent = || {
        let prices = index_of(inflation, last)?.checked_div(index_of(inflation, start)?)?;
        let pay = factor(product(across.percents(|day| day < next_month))?)?;
        as_percent(pay.checked_div(prices)?)
    };
    percent().map_or(Real::Unknown, |percent| Real::Known { percent, to: last })
}

/// Raises for everyone by the day they take effect, in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct Across(pub Vec<(Date, Decimal)>);

impl Across {
    /// The across-the-board raises of an offer that count in its simple sum; `None` where the sum is
    /// unknown.
    #[must_use]
    pub fn of_offer(offer: &Offer, figures: &OfferFigures) -> Option<Self> {
        figures.simple_sum?;
        let last = offer.last_day;
        let raises = figures.raises.iter().filter_map(|raise| {
            let clause = offer.clauses.get(raise.clause)?;
            let counts =
                clause.scope.is_everyone() && last.is_none_or(|last| raise.takes_effect <= last);
            let percent = match &clause.terms {
                ClauseTerms::Percent(Known::Known(percent))
                | ClauseTerms::GreaterOf {
                    percent: Known::Known(percent),
                    ..
                } => Some(percent.get()),
                ClauseTerms::Cola { .. } => raise.resolved_percent,
                _ => return None,
            };
            counts.then_some(percent.map(|percent| (raise.takes_effect, percent)))
        });
        raises.collect::<Option<Vec<_>>>().map(Self)
    }

    /// The percents that take effect on some days.
    pub fn percents(&self, when: impl Fn(Date) -> bool) -> impl Iterator<Item = Decimal> {
        let raises = self.0.iter().filter(move |(day, _)| when(*day));
        raises.map(|(_, percent)| *percent)
    }

    #[must_use]
    pub fn sum(&self, when: impl Fn(Date) -> bool) -> Option<Decimal> {
        self.percents(when)
            .try_fold(Decimal::ZERO, Decimal::checked_add)
    }
}

/// Percents compounded: Π (1 + p) − 1, percent.
#[must_use]
pub fn product(percents: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let mut all = Decimal::ONE;
    for percent in percents {
        all = all.checked_mul(factor(percent)?)?;
    }
    as_percent(all)
}

fn factor(percent: Decimal) -> Option<Decimal> {
    percent
        .checked_div(Decimal::ONE_HUNDRED)?
        .checked_add(Decimal::ONE)
}

fn as_percent(factor: Decimal) -> Option<Decimal> {
    factor
        .checked_sub(Decimal::ONE)?
        .checked_mul(Decimal::ONE_HUNDRED)
}
