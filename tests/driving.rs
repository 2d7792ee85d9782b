//! The window driven without a renderer: names, the order of Tab, gestures and their undoing, what
//! Present shows, and that the figures on screen are those of the report.
// A panic is how a test fails, and pointers move by fractions.
#![allow(clippy::unwrap_used, clippy::float_arithmetic, clippy::panic)]

#[path = "driving/copies.rs"]
mod copies;
#[path = "driving/currency.rs"]
mod currency;
#[path = "driving/dice.rs"]
mod dice;
#[path = "driving/dropping.rs"]
mod dropping;
#[path = "driving/gestures.rs"]
mod gestures;
#[path = "driving/holding.rs"]
mod holding;
#[path = "driving/identity.rs"]
mod identity;
#[path = "driving/kinds.rs"]
mod kinds;
#[path = "driving/leaving.rs"]
mod leaving;
#[path = "driving/names.rs"]
mod names;
#[path = "driving/one_offer.rs"]
mod one_offer;
#[path = "driving/order.rs"]
mod order;
#[path = "driving/palette.rs"]
mod palette;
#[path = "driving/present.rs"]
mod present;
#[path = "driving/rings.rs"]
mod rings;
#[path = "driving/room.rs"]
mod room;
#[path = "driving/same_figures.rs"]
mod same_figures;
mod screen;
#[path = "driving/statements.rs"]
mod statements;
#[path = "driving/terms.rs"]
mod terms;
#[path = "driving/typing.rs"]
mod typing;

use counteroffer::scenario::Scenario;
use counteroffer::ui::{App, View, views};
use eframe::egui::Vec2;
use egui_kittest::Harness;

/// Every view, as its tab names it.
const VIEWS: [(&str, View); 6] = [
    ("Timeline", View::TIMELINE),
    ("Compare", views::compare::VIEW),
    ("Gap", views::gap::VIEW),
    ("Years", views::years::VIEW),
    ("People", views::people::VIEW),
    ("Statements", views::statements::VIEW),
];

fn driven(scenario: Scenario) -> Harness<'static, App> {
    let mut harness = screen::shown(screen::window(scenario), Vec2::new(1440.0, 900.0));
    harness.run();
    harness
}

/// The real case with a counter made from B.
fn with_draft() -> Harness<'static, App> {
    let mut harness = driven(screen::example());
    screen::start_draft(&mut harness);
    harness
}
