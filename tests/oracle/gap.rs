//! The figures between A and B.

use super::cost::Ledger;
use super::employee::{Looked, break_even};
use super::exact::{Fraction, fraction};
use super::figures::Sheet;
use super::model::Case;
use super::movement::movement;
use super::offer::{Outcome, blocks};
use super::report::{Worked, per_fte};
use super::why::why;

fn less(a: Option<Fraction>, b: Option<Fraction>) -> Option<Fraction> {
    Some(b? - a?)
}

pub fn gap_figures<'a>(
    sheet: &mut Sheet,
    case: &Case,
    ledger: Option<&Ledger>,
    looked: &Looked,
    worked: &'a [Worked<'a>],
) {
    let compared = case.compared().map(|(a, b)| {
        let find = |id: &str| worked.iter().find(|one| one.offer.id == id).unwrap();
        (find(&a.id), find(&b.id))
    });
    sheet.text("gap", compared.is_some());
    let Some((a, b)) = compared else {
        return;
    };
    let dollars = |of: fn(&Outcome) -> Option<&super::exact::Dec>| -> Option<Fraction> {
        Some(ledger?.dollars(&(of(&b.outcome)? - of(&a.outcome)?)))
    };
    sheet.part("gap", |sheet| {
        sheet.text("a", &a.offer.id);
        sheet.text("b", &b.offer.id);
        let cost = dollars(|o| o.cost.as_ref());
        sheet.dollars("cost", cost.clone());
        sheet.dollars("cost_per_fte", per_fte(ledger, cost));
        let (a_outcome, b_outcome) = (&a.outcome, &b.outcome);
        let simple = less(a_outcome.simple_sum.clone(), b_outcome.simple_sum.clone());
        sheet.percent("simple_points", simple);
        let compounded = less(a_outcome.compounded.clone(), b_outcome.compounded.clone());
        sheet.percent("compounded_points", compounded.map(|c| c * fraction(100)));
        let (a_value, b_value) = (&a_outcome.present_value, &b_outcome.present_value);
        sheet.dollars("present_value", less(a_value.clone(), b_value.clone()));
        let blocks = blocks(case);
        sheet.text("by_year", blocks.len());
        for (at, block) in blocks.iter().enumerate() {
            let (a_cash, b_cash) = (&a_outcome.years[at].cash, &b_outcome.years[at].cash);
            let cash = a_cash.as_ref().zip(b_cash.as_ref());
            sheet.text(&format!("by_year.{at}.label"), &block.label);
            sheet.dollars(
                &format!("by_year.{at}.cash"),
                ledger.zip(cash).map(|(l, (a, b))| l.dollars(&(b - a))),
            );
        }
        sheet.part("why", |sheet| why(sheet, case, ledger, a, b));
        sheet.part("movement", |sheet| {
            movement(sheet, case, ledger, [a, b], worked)
        });
        sheet.part("break_even", |sheet| {
            break_even(sheet, case, looked, &a.deal, &b.deal);
        });
        for (a_back, b_back) in [(true, true), (false, true), (false, false), (true, false)] {
            let gap = ledger.and_then(|l| {
                let a_cost = l.cost(&a.deal.paying_back(a_back))?;
                let b_cost = l.cost(&b.deal.paying_back(b_back))?;
                Some(l.dollars(&(&b_cost - &a_cost)))
            });
            sheet.dollars(&format!("retroactivity.{a_back}.{b_back}"), gap);
        }
    });
}
