//! Blocks of twelve months and what falls in each (METHOD.md "Time", "Cost").

use super::amount::Amount;
use super::clock::Ticks;
use super::error::CostingError;
use super::model::Model;
use super::offer_cost::OfferCost;
use super::report::YearFigures;
use super::year_label::{YearKind, YearLabel};
use crate::scenario::{OfferId, Scenario};
use crate::units::Date;

/// One block of twelve months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearBlock {
    pub(crate) label: YearLabel,
    /// First day within the term.
    pub(crate) first_day: Date,
    /// Last day within the term.
    pub(crate) last_day: Date,
    /// The first day of its twelve months.
    full_first_day: Date,
    /// The day after its twelve months.
    full_end: Date,
}

/// The blocks from a first day to a horizon. Contract years start at first day + 12n months, Feb 29
/// held back to 28.
#[must_use]
pub fn blocks(first_day: Date, horizon: Date, kind: YearKind) -> Vec<YearBlock> {
    let anchor = match kind {
        YearKind::Contract => first_day,
        YearKind::Calendar => month_start_on_or_before(first_day, 1),
        YearKind::Fiscal(month) => month_start_on_or_before(first_day, month),
    };
    let mut blocks = Vec::new();
    for number in 0.. {
        let full_first_day = anchor.plus_months(12 * number);
        let full_end = anchor.plus_months(12 * (number + 1));
        if full_first_day > horizon || full_end <= full_first_day {
            break;
        }
        let full_last_day = full_end.plus_days(-1);
        let (first, last) = (full_first_day.max(first_day), full_last_day.min(horizon));
        let cut = first != full_first_day || last != full_last_day;
        let number = match kind {
            YearKind::Contract => number + 1,
            YearKind::Calendar => i32::from(full_first_day.year()),
            YearKind::Fiscal(_) => i32::from(full_last_day.year()),
        };
        let label = YearLabel { kind, number, cut };
        blocks.push(YearBlock {
            label,
            first_day: first,
            last_day: last,
            full_first_day,
            full_end,
        });
    }
    blocks
}

fn month_start_on_or_before(day: Date, month: i8) -> Date {
    let back = (i32::from(day.month()) - i32::from(month)).rem_euclid(12);
    day.first_of_month().plus_months(-back)
}

/// The figures of a block, before `added`, and its cash as an exact amount.
struct Costed {
    payroll: Option<Amount>,
    wages: Option<Amount>,
    lump_sums: Option<Amount>,
    benefits: Option<Amount>,
    annualized: Option<Amount>,
    carry_over: Option<Amount>,
}

/// The yearly figures of an offer; every figure `None` where the offer can't be costed.
///
/// # Errors
/// [`CostingError`].
pub fn years(
    model: &Model<'_>,
    offer: Option<&OfferCost>,
    kind: YearKind,
) -> Result<Vec<YearFigures>, CostingError> {
    let mut cash_before = Some(Amount::ZERO);
    let mut lasting_before = Some(Amount::ZERO);
    blocks(model.first_day(), model.horizon(), kind)
        .into_iter()
        .map(|block| {
            let costed = offer
                .map(|offer| cost_block(model, offer, &block))
                .transpose()?;
            // What is paid year after year, apart from what is paid once.
            let lasting = match &costed {
                Some(one) => sum(one.wages, one.benefits)?,
                None => None,
            };
            let lumps = costed.as_ref().and_then(|costed| costed.lump_sums);
            let cash = sum(lasting, lumps)?;
            let added = difference(cash, cash_before)?;
            let new_money = sum(difference(lasting, lasting_before)?, lumps)?;
            (cash_before, lasting_before) = (cash, lasting);
            let dollars = |of: fn(&Costed) -> Option<Amount>| {
                costed.as_ref().and_then(of).map(Amount::dollars)
            };
            Ok(YearFigures {
                label: block.label,
                first_day: block.first_day,
                last_day: block.last_day,
                payroll: dollars(|one| one.payroll),
                cash: cash.map(Amount::dollars),
                benefits: dollars(|one| one.benefits),
                added: added.map(Amount::dollars),
                annualized: dollars(|one| one.annualized),
                carry_over: dollars(|one| one.carry_over),
                new_money: new_money.map(Amount::dollars),
            })
        })
        .collect()
}

fn sum(a: Option<Amount>, b: Option<Amount>) -> Result<Option<Amount>, CostingError> {
    a.zip(b).map(|(a, b)| a.plus(b)).transpose()
}

fn difference(a: Option<Amount>, b: Option<Amount>) -> Result<Option<Amount>, CostingError> {
    a.zip(b).map(|(a, b)| a.minus(b)).transpose()
}

/// The yearly figures of every offer of a scenario, in its order, with the years cut one way.
///
/// # Errors
/// [`CostingError`].
pub fn years_of_all(
    scenario: &Scenario,
    kind: YearKind,
) -> Result<Vec<(OfferId, Vec<YearFigures>)>, CostingError> {
    let model = Model::new(scenario)?;
    let offers = scenario.offers.iter().map(|offer| {
        let costed = OfferCost::part(&model, &model.part, &model.events(offer)?)?;
        Ok((offer.id.clone(), years(&model, Some(&costed), kind)?))
    });
    offers.collect()
}

fn cost_block(
    model: &Model<'_>,
    offer: &OfferCost,
    block: &YearBlock,
) -> Result<Costed, CostingError> {
    let clock = model.calendar.clock;
    let (from, to) = (
        clock.start_of(block.first_day),
        clock.end_of(block.last_day),
    );
    let wages = offer.known_wages(from, to)?;
    let above = offer.pay_above_baseline(clock.start_of(block.last_day))?;
    let whole: Ticks = clock.start_of(block.full_end) - clock.start_of(block.full_first_day);
    let in_term = to.min(model.end) - clock.start_of(block.full_first_day);
    Ok(Costed {
        payroll: offer.pay_in(0, from, to)?,
        wages,
        lump_sums: offer.lump_sums(from, to)?,
        benefits: offer.benefits(from, to)?,
        annualized: above.map(|above| above.over(whole)).transpose()?,
        carry_over: match above {
            Some(above) => difference(Some(above.over(in_term)?), wages)?,
            None => None,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn contract_years_of_a_leap_day_start_on_the_28th() {
        let years = blocks(d("2024-02-29"), d("2028-02-27"), YearKind::Contract);
        let starts: Vec<_> = years.iter().map(|y| y.first_day.to_string()).collect();
        assert_eq!(
            starts,
            ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28"]
        );
        assert!(years[3].label.cut);
        assert_eq!(years[3].label.in_words(), "Year 4 (cut by the term)");
    }

    #[test]
    fn blocks_of_every_kind_cover_the_term_without_gaps() {
        let (first, last) = (d("2025-10-01"), d("2029-09-30"));
        for kind in [
            YearKind::Contract,
            YearKind::Calendar,
            YearKind::Fiscal(7),
            YearKind::Fiscal(10),
        ] {
            let years = blocks(first, last, kind);
            assert_eq!(years[0].first_day, first);
            assert_eq!(years[years.len() - 1].last_day, last);
            for pair in years.windows(2) {
                assert_eq!(pair[0].last_day.plus_days(1), pair[1].first_day);
            }
        }
        let fiscal = blocks(first, last, YearKind::Fiscal(7));
        assert_eq!(fiscal[0].label.in_words(), "Fiscal 2026 (cut by the term)");
        assert_eq!(fiscal[1].label.in_words(), "Fiscal 2027");
    }
}
