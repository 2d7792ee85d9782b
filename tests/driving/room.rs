//! What has no room is whole or said: the lowest value of the last lane, and offers a chart doesn't draw.

use counteroffer::scenario::OfferId;
use counteroffer::ui::views;
use eframe::egui::{Rect, Shape};

use super::driven;
use super::screen::{Hands, example, painted};

/// The texts of a shape with their places.
fn texts(shape: &Shape, found: &mut Vec<(String, Rect)>) {
    match shape {
        Shape::Text(text) => {
            let place = text.galley.rect.translate(text.pos.to_vec2());
            found.push((text.galley.text().to_owned(), place));
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, found)),
        _ => {}
    }
}

#[test]
fn no_value_of_a_lane_is_cut_below() {
    let mut scenario = example();
    scenario.a = Some(OfferId(scenario.offers[1].id.0.clone()));
    scenario.b = Some(OfferId(scenario.offers[0].id.0.clone()));
    let harness = driven(scenario);
    let mut below_zero = 0;
    for clipped in &harness.output().shapes {
        let mut found = Vec::new();
        texts(&clipped.shape, &mut found);
        for (text, place) in found {
            if text.starts_with("\u{2212}$") {
                below_zero += 1;
                let end = clipped.clip_rect.bottom();
                assert!(place.bottom() <= end, "{text} ends at {place} under {end}");
            }
        }
    }
    assert!(below_zero > 0, "no value is below zero");
}

#[test]
fn years_says_which_of_the_offers_chosen_its_chart_leaves_out() {
    let mut scenario = example();
    for number in 1..=8 {
        let mut offer = scenario.offers[0].clone();
        offer.id = OfferId(format!("draft{number}"));
        offer.name = format!("Draft {number}");
        scenario.offers.push(offer);
    }
    let mut harness = driven(scenario);
    harness.state_mut().show(views::years::VIEW);
    harness.run();
    let painted = painted(&harness);
    assert!(painted.contains("Offers: 5 of 10"));
    let line = painted
        .lines()
        .find(|line| line.starts_with("Not in the chart: "));
    let left = line.expect("the chart draws fewer than five");
    // The newest are shown; the chart has room for one beside A and B.
    assert_eq!(left.matches("Draft").count(), 2, "{left}");
}
