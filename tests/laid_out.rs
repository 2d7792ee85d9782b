//! Nothing painted covers anything else: the box of every text of every view, with long names and ten
//! offers, at two sizes of the window and up to twice the zoom.
// A panic is how a test fails, and boxes are measured in fractions.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_arithmetic)]

mod screen;

use counteroffer::scenario::{Claim, OfferId, Quantity, Scenario};
use counteroffer::ui::state::{Look, Page};
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{Action, App, View, views};
use eframe::egui::{Rect, Shape, Vec2};
use egui_kittest::Harness;
use screen::Hands;

/// The case with ten offers under names as long as offices write them.
fn crowded() -> Scenario {
    let mut scenario = screen::example();
    for number in 0..8_usize {
        let mut offer = scenario.offers[number % 2].clone();
        offer.id = OfferId(format!("other-{number}"));
        offer.name =
            format!("Comprehensive economic counterproposal of the coalition, no. {number}");
        scenario.offers.push(offer);
    }
    scenario.offers[0].name =
        "Last, best and final offer of the Regional Hospital Employers\u{2019} Association"
            .to_owned();
    scenario.offers[1].name =
        "Counterproposal of the United Nurses and Allied Professionals, Locals 1 to 23".to_owned();
    with_statements(&mut scenario);
    scenario
}

/// Thirty statements in long sentences, and settlements under long names.
fn with_statements(scenario: &mut Scenario) {
    let text = include_str!("../scenarios/kaiser-alliance-2025.ron");
    let case = counteroffer::files::parse_scenario(text).unwrap();
    scenario.counts = case.counts;
    scenario.settlements = case.settlements;
    for settlement in &mut scenario.settlements {
        let name = format!("{} with its Regional Affiliates", settlement.name);
        for claim in case.claims.iter() {
            if let Quantity::AgainstSettlement {
                settlement: about, ..
            } = &claim.quantity
                && *about == settlement.name
            {
                let mut claim = claim.clone();
                if let Quantity::AgainstSettlement { settlement, .. } = &mut claim.quantity {
                    settlement.clone_from(&name);
                }
                scenario.claims.push(claim);
            }
        }
        settlement.name = name;
    }
    let there = |claim: &&Claim| {
        let offer = claim.quantity.offer();
        offer.is_none_or(|id| scenario.offers.iter().any(|offer| offer.id == *id))
            && !matches!(claim.quantity, Quantity::AgainstSettlement { .. })
    };
    let kept: Vec<Claim> = case.claims.iter().filter(there).cloned().collect();
    for number in 0..30_usize {
        let mut claim = kept[number % kept.len()].clone();
        claim.id = format!("claim-{number}");
        claim.source = None;
        claim.shared = number % 2 == 0;
        claim.words = format!(
            "{}, as the parties have said again and again in every one of the open sessions of this year",
            claim.words
        );
        scenario.claims.push(claim);
    }
}

/// Waits until every claim of the page is worked out.
fn settle(harness: &mut Harness<'_, App>) {
    while !harness
        .state()
        .views
        .statements
        .is_settled(&harness.state().context)
    {
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
    }
    // Each claim that is worked out asks for a frame, one after another.
    harness.run_steps(20);
    harness.run();
}

/// The boxes of the texts that can be seen, with their words. What is cut by the edge of a scrolled view
/// counts as far as it is seen.
fn boxes(harness: &Harness<'_, App>) -> Vec<(Rect, String)> {
    fn add(shape: &Shape, clip: Rect, boxes: &mut Vec<(Rect, String)>) {
        match shape {
            Shape::Text(text) => {
                // The ink of its lines, not the room left and right of them.
                for row in &text.galley.rows {
                    let line = row.rect().translate(text.pos.to_vec2());
                    let seen = line.shrink2(Vec2::new(0.5, 2.5)).intersect(clip);
                    let words = row.text();
                    if seen.is_positive() && !words.trim().is_empty() {
                        boxes.push((seen, words));
                    }
                }
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, clip, boxes)),
            _ => {}
        }
    }
    let mut boxes = Vec::new();
    for clipped in &harness.output().shapes {
        add(&clipped.shape, clipped.clip_rect, &mut boxes);
    }
    boxes
}

fn overlaps(harness: &Harness<'_, App>) -> Vec<String> {
    let boxes = boxes(harness);
    let mut found = Vec::new();
    for (place, (one, words)) in boxes.iter().enumerate() {
        for (other, also) in boxes.iter().skip(place + 1) {
            let both = one.intersect(*other);
            if both.is_positive() && both.width() > 1.0 && both.height() > 1.0 {
                found.push(format!(
                    "\u{201c}{words}\u{201d} and \u{201c}{also}\u{201d} at {both}"
                ));
            }
        }
    }
    found
}

#[test]
fn no_text_covers_another_beside_the_timeline_at_any_size_and_zoom() {
    let mut all = Vec::new();
    for (width, height) in [(1024.0, 700.0), (1440.0, 900.0)] {
        for zoom in [1.0_f32, 1.25, 1.5, 2.0] {
            let mut harness = Harness::builder()
                .with_size(Vec2::new(width / zoom, height / zoom))
                .with_step_dt(1.0 / 60.0)
                .with_context_setup(theme::install)
                .build_ui_state(screen::frame, screen::window(crowded()));
            harness.run();
            // The lanes of the timeline draw their labels by rules of their own.
            for view in views::ALL
                .into_iter()
                .filter(|view| *view != View::TIMELINE)
            {
                harness.state_mut().show(view);
                harness.step();
                let statements = view == views::statements::VIEW;
                if statements {
                    // Each claim that is worked out asks for a frame.
                    settle(&mut harness);
                }
                harness.run();
                let pages: &[Page] = if statements {
                    &Page::ALL
                } else {
                    &[Page::Claims]
                };
                for page in pages {
                    if statements {
                        let look = Action::Look(Look::Statements(*page));
                        harness.state_mut().perform_one(look);
                        harness.step();
                        settle(&mut harness);
                    }
                    for one in overlaps(&harness) {
                        let (view, page) = (view.title, page.title());
                        all.push(format!("{view} {page} {width}x{height} at {zoom}: {one}"));
                    }
                }
            }
        }
    }
    assert!(
        all.is_empty(),
        "{} overlaps:\n{}",
        all.len(),
        all.join("\n")
    );
}

/// The window with a case in a view.
fn shown(scenario: Scenario, size: (f32, f32), view: View) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(Vec2::new(size.0, size.1))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(screen::frame, screen::window(scenario));
    harness.run();
    harness.state_mut().show(view);
    harness.step();
    harness.run();
    harness
}

/// Ten offers whose names differ in their middle only are cut on cards, in rows and in the table so that they differ.
#[test]
fn names_that_are_cut_are_told_apart() {
    let mut scenario = crowded();
    for (number, offer) in scenario.offers.iter_mut().enumerate() {
        offer.name = format!(
            "Comprehensive package proposal number {number} of the joint bargaining committee"
        );
    }
    for size in [(1024.0, 700.0), (1440.0, 900.0)] {
        let harness = shown(scenario.clone(), size, View::TIMELINE);
        // The panel of offers is on the left; each is named there once, in one line or two.
        let panel = boxes(&harness)
            .into_iter()
            .filter(|(place, _)| place.right() < 250.0);
        let cut: Vec<String> = panel
            .map(|(_, words)| words)
            .filter(|words| words.contains('\u{2026}') && words.contains("number"))
            .collect();
        let mut distinct = cut.clone();
        distinct.sort();
        distinct.dedup();
        assert!(cut.len() > 4, "{size:?}: {cut:?}");
        assert_eq!(cut.len(), distinct.len(), "{size:?}: {cut:?}");
    }
}

/// The tallest column has its value too, however near the top of the axis it ends: $2,267M of $2,500M.
#[test]
fn the_tallest_column_of_the_years_has_its_value() {
    for size in [(1024.0, 700.0), (1440.0, 900.0)] {
        let harness = shown(screen::example(), size, views::years::VIEW);
        let seen = boxes(&harness);
        for value in ["$536M", "$1,923M", "$742M", "$2,267M"] {
            assert!(
                seen.iter().any(|(_, words)| words == value),
                "{size:?}: {value}"
            );
        }
    }
}
