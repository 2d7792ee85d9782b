//! The figures between A and B.

use super::employee::{Looked, break_even};
use super::exact::{Fraction, fraction};
use super::figures::{Name, Part, Sheet};
use super::ledger::Ledger;
use super::model::Case;
use super::movement::movement;
use super::offer::{blocks, cost};
use super::report::Worked;
use super::sums::Money;
use super::why::why;

fn less(a: Option<Fraction>, b: Option<Fraction>) -> Option<Fraction> {
    Some(b? - a?)
}

fn dollars(a: Option<&Money>, b: Option<&Money>) -> Option<Fraction> {
    Some((b? - a?).to_fraction())
}

pub fn gap_figures<'a>(
    sheet: &mut Sheet,
    case: &Case,
    ledger: &Ledger,
    looked: &Looked,
    worked: &'a [Worked<'a>],
) {
    let compared = case.compared().map(|(a, b)| {
        let find = |id: &str| worked.iter().find(|one| one.offer.id == id).unwrap();
        (find(&a.id), find(&b.id))
    });
    sheet.text(Part::Gap, Name::Count, compared.is_some());
    let Some((a, b)) = compared else {
        return;
    };
    let part = Part::Gap;
    sheet.text(part, Name::A, &a.offer.id);
    sheet.text(part, Name::B, &b.offer.id);
    let (of_a, of_b) = (&a.outcome, &b.outcome);
    let gap = dollars(of_a.cost.as_ref(), of_b.cost.as_ref());
    sheet.dollars(part, Name::Cost, gap.clone());
    sheet.dollars(part, Name::CostPerFte, ledger.per_fte(gap));
    let simple = less(of_a.simple_sum.clone(), of_b.simple_sum.clone());
    sheet.percent(part, Name::SimplePoints, simple);
    let compounded = less(of_a.compounded.clone(), of_b.compounded.clone());
    let compounded = compounded.map(|points| points * fraction(100));
    sheet.percent(part, Name::CompoundedPoints, compounded);
    let value = less(of_a.present_value.clone(), of_b.present_value.clone());
    sheet.dollars(part, Name::PresentValue, value);
    for (at, _) in blocks(case).iter().enumerate() {
        let (a, b) = (&of_a.years[at].cash, &of_b.years[at].cash);
        let gap = dollars(a.as_ref(), b.as_ref());
        sheet.dollars(Part::GapYear(at), Name::Cash, gap);
    }
    why(sheet, ledger, a, b);
    movement(sheet, case, [a, b], worked);
    break_even(sheet, case, looked, &a.deal, &b.deal);
    for (a_back, b_back) in [(true, true), (false, true), (false, false), (true, false)] {
        let a = cost(ledger, &a.deal.paying_back(a_back));
        let b = cost(ledger, &b.deal.paying_back(b_back));
        let gap = dollars(a.as_ref(), b.as_ref());
        sheet.dollars(Part::Retroactivity(a_back, b_back), Name::Cost, gap);
    }
}
