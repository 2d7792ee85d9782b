//! Who gains: cost by scope, and how dollars and end rates spread over employees.

use super::crew::share_of;
use super::deal::Deal;
use super::exact::{Fraction, fraction};
use super::figures::{Name, Part, Sheet};
use super::ledger::{Ledger, Priced};
use super::lumps::{Payment, part_a_year, part_pay, payments};
use super::model::Keys;
use super::sums::Money;

pub const PERCENTILES: [usize; 5] = [10, 25, 50, 75, 90];

/// Wages and lump sums above the baseline, line by line.
pub fn by_line(ledger: &Ledger, priced: &Priced, paid: &[Payment]) -> Vec<Option<Money>> {
    let days = ledger.first..=ledger.horizon;
    let lines = ledger.crew.counted();
    lines
        .map(|(at, _)| {
            let wages = ledger.above(priced, at, ledger.first, ledger.horizon)?;
            let paid = paid.iter().filter(|payment| days.contains(&payment.day));
            let lumps = paid.map(|payment| payment.by_line[at].clone());
            Some(&wages + &lumps.sum::<Option<Money>>()?)
        })
        .collect()
}

/// Cost by market, unit and job together, in the order the workforce lists them.
pub fn scopes(sheet: &mut Sheet, offer: usize, ledger: &Ledger, deal: &Deal, priced: &Priced) {
    let paid = payments(ledger, priced, deal);
    let costs = by_line(ledger, priced, &paid);
    let own = |keys: &Keys| [keys.market.clone(), keys.unit.clone(), keys.job.clone()];
    let all: Vec<_> = ledger.crew.counted().map(|(_, l)| own(&l.keys)).collect();
    let mut listed: Vec<&[Option<String>; 3]> = vec![];
    for keys in &all {
        if !listed.contains(&keys) {
            listed.push(keys);
        }
    }
    sheet.text(Part::Offer(offer), Name::Count, listed.len());
    for (at, keys) in listed.iter().enumerate() {
        let same = all.iter().zip(&costs).filter(|(k, _)| k == keys);
        let cost = same.map(|(_, cost)| cost.clone()).sum::<Option<Money>>();
        let part = Part::Scope(offer, at);
        let [market, unit, job] = keys;
        sheet.maybe(part, Name::Market, market.as_ref());
        sheet.maybe(part, Name::Unit, unit.as_ref());
        sheet.maybe(part, Name::Job, job.as_ref());
        sheet.dollars(part, Name::Cost, cost.map(|cost| cost.to_fraction()));
    }
}

/// What some employees have of an offer, alike among themselves.
pub struct Share {
    pub line: usize,
    pub heads: Fraction,
    pub end_percent: Option<Fraction>,
    pub dollars_per_fte: Option<Fraction>,
}

/// Every part of every line with what each of its employees has.
pub fn shares(ledger: &Ledger, deal: &Deal, priced: &Priced) -> Option<Vec<Share>> {
    let paid = payments(ledger, priced, deal);
    let days = (ledger.first, ledger.horizon);
    let mut found = vec![];
    for (at, line) in ledger.crew.counted() {
        let heads = share_of(line.headcount.as_ref()?, line).to_fraction();
        for part in 0..line.parts.len() {
            let end = |priced| part_a_year(ledger, priced, at, part, ledger.horizon);
            let end_percent = end(priced).zip(end(&ledger.baseline)).and_then(|(r, b)| {
                let grown = r.is_positive() && b.is_positive();
                grown.then(|| (r.over(&b).to_fraction() - fraction(1)) * fraction(100))
            });
            let earned = |priced| part_pay(ledger, priced, at, part, days);
            let wages = earned(priced).zip(earned(&ledger.baseline));
            let lumps = paid.iter().filter(|p| days.0 <= p.day && p.day <= days.1);
            let lumps = lumps.map(|p| p.per_fte(ledger, priced, at, part));
            let lumps = lumps.sum::<Option<Fraction>>();
            found.push(Share {
                line: at,
                heads: heads.clone(),
                end_percent,
                dollars_per_fte: wages
                    .zip(lumps)
                    .map(|((r, b), lumps)| (&r - &b).to_fraction() + lumps),
            });
        }
    }
    Some(found)
}

/// The least value with at least so many of a hundred heads at or below it.
pub fn percentile(shares: &[(Fraction, Fraction)], of_hundred: usize) -> Option<Fraction> {
    let mut sorted: Vec<&(Fraction, Fraction)> = shares.iter().collect();
    sorted.sort();
    let all: Fraction = shares.iter().map(|(_, heads)| heads.clone()).sum();
    let wanted = all * fraction(i64::try_from(of_hundred).unwrap()) / fraction(100);
    let mut heads = fraction(0);
    sorted.into_iter().find_map(|(value, own)| {
        heads += own.clone();
        (heads >= wanted).then(|| value.clone())
    })
}

pub fn percentiles(sheet: &mut Sheet, offer: usize, ledger: &Ledger, deal: &Deal, priced: &Priced) {
    let shares = shares(ledger, deal, priced);
    let values = |of: fn(&Share) -> &Option<Fraction>| -> Option<Vec<(Fraction, Fraction)>> {
        let shares = shares.as_ref()?.iter();
        shares
            .map(|s| Some((of(s).clone()?, s.heads.clone())))
            .collect()
    };
    let ends = values(|share| &share.end_percent);
    let dollars = values(|share| &share.dollars_per_fte);
    for of_hundred in PERCENTILES {
        let part = Part::Percentile { offer, of_hundred };
        let at = |values: &Option<Vec<_>>| percentile(values.as_ref()?, of_hundred);
        sheet.percent(part, Name::EndPercent, at(&ends));
        sheet.dollars(part, Name::DollarsPerFte, at(&dollars));
    }
}
