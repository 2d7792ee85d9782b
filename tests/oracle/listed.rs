//! What pools and minimums do on their days, and what is left out.

use super::crew::Line;
use super::deal::Deal;
use super::figures::{Name, Part, Sheet};
use super::ledger::{Ledger, Priced};
use super::model::Offer;
use super::path::Rates;
use super::report::Worked;
use super::sums::Rate;
use super::terms::Terms;

pub fn pools(sheet: &mut Sheet, offer: usize, deal: &Deal, priced: &Priced) {
    for placed in deal.counted() {
        if !matches!(placed.clause.terms, Terms::EquityPool(_)) {
            continue;
        }
        let done = priced
            .path
            .done
            .iter()
            .filter(|done| done.place == placed.place && done.day <= deal.last());
        for done in done {
            if !done.is_part {
                continue;
            }
            let part = Part::Pool {
                offer,
                clause: placed.place,
                tranche: done.tranche,
            };
            sheet.text(part, Name::TakesEffect, done.day);
            sheet.percent(
                part,
                Name::Percent,
                done.adds.as_ref().map(super::sums::Quotient::to_fraction),
            );
        }
    }
}

fn digits(rates: &[Rate]) -> String {
    let each = rates.iter().map(|rate| {
        let digits = rate.to_quotient().digits(8);
        super::exact::Dec { digits, scale: 8 }.to_string()
    });
    each.collect::<Vec<_>>().join(" ")
}

/// The copies of scales a minimum lifts, as lines of text with the rates before and after.
pub fn copies(ledger: &Ledger, before: &Rates, after: &Rates) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for (at, line) in ledger.crew.counted() {
        let (Some(before), Some(after)) = (&before[at], &after[at]) else {
            continue;
        };
        if before == after {
            continue;
        }
        let Line { keys, scale, .. } = line;
        // Employees without a scale are lifted too, but have no copy to list.
        let Some(own) = scale.as_deref() else {
            continue;
        };
        let market = keys.market.as_deref().unwrap_or("none");
        let copy = format!("{own}, {market}: {} to {}", digits(before), digits(after));
        if !found.contains(&copy) {
            found.push(copy);
        }
    }
    found.sort();
    found
}

pub fn lifted(sheet: &mut Sheet, offer: usize, ledger: &Ledger, one: &Worked) {
    for placed in one.deal.counted() {
        if !matches!(placed.clause.terms, Terms::MinimumRate { .. }) {
            continue;
        }
        let done = one
            .priced
            .path
            .done
            .iter()
            .find(|done| done.place == placed.place);
        let Some(done) = done else { continue };
        let part = Part::Lifted {
            offer,
            clause: placed.place,
        };
        let copies = copies(ledger, &done.before, &done.after);
        if copies.is_empty() {
            continue;
        }
        sheet.text(part, Name::Copies, copies.join("\n"));
    }
}

pub fn left_out(sheet: &mut Sheet, at: usize, offer: &Offer) {
    for (place, clause) in offer.clauses.iter().enumerate() {
        if !clause.is_counted() {
            let part = Part::LeftOut {
                offer: at,
                clause: place,
            };
            sheet.text(part, Name::Kind, format!("{:?}", clause.terms.kind()));
            sheet.maybe(part, Name::Because, clause.left_out.as_ref());
        }
    }
}
