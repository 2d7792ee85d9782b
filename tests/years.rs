//! Calendar and fiscal years beside contract years.

#![allow(clippy::unwrap_used)]

use counteroffer::costing::year_label::YearKind;
use counteroffer::costing::years::years;
use counteroffer::costing::{Model, OfferCost, report};
use counteroffer::files::example;
use rust_decimal::Decimal;

/// Every way of cutting the term into years adds up to the same cost, and what is added to the last cash.
#[test]
fn years_of_every_kind_add_up_to_the_cost() {
    let scenario = example().unwrap();
    let model = Model::new(&scenario).unwrap();
    let paid = model.paid.as_ref().unwrap();
    let figures = report(&scenario).unwrap();
    for (offer, figures) in scenario.offers.iter().zip(&figures.offers) {
        let steps = model.events(offer).unwrap();
        let costed = OfferCost::new(&model, paid, &steps).unwrap().unwrap();
        for kind in [
            YearKind::Contract,
            YearKind::Calendar,
            YearKind::Fiscal(7),
            YearKind::Fiscal(1),
        ] {
            let years = years(&model, Some(&costed), kind).unwrap();
            let off = |sum: Decimal, whole: Option<Decimal>| (sum - whole.unwrap()).abs();
            let cash: Decimal = years.iter().filter_map(|year| year.cash).sum();
            let added: Decimal = years.iter().filter_map(|year| year.added).sum();
            let slack = Decimal::new(1, 9);
            assert!(off(cash, figures.cost) < slack, "{kind:?}");
            assert!(off(added, years.last().unwrap().cash) < slack, "{kind:?}");
        }
    }
}

/// October to December 2025 under the employer's 6.5 %: three twelfths of 6.5 % of base payroll.
#[test]
fn the_calendar_year_cut_by_the_term_costs_its_months() {
    let scenario = example().unwrap();
    let model = Model::new(&scenario).unwrap();
    let paid = model.paid.as_ref().unwrap();
    let steps = model.events(&scenario.offers[0]).unwrap();
    let costed = OfferCost::new(&model, paid, &steps).unwrap().unwrap();
    let calendar = years(&model, Some(&costed), YearKind::Calendar).unwrap();
    assert_eq!(
        calendar[0].label.in_words(),
        "Calendar 2025 (cut by the term)"
    );
    assert_eq!(
        calendar[0].cash.unwrap().round_dp(2),
        Decimal::new(13_392_000_310, 2)
    );
    assert_eq!(calendar.len(), 5);
}
