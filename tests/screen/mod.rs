//! The window for tests: a fixed day, no dialogs, no data folder, and hands to drive it.
// Each test file uses its part of it.
#![allow(dead_code)]

mod hands;

use std::path::PathBuf;

use counteroffer::files::parse_scenario;
use counteroffer::scenario::{ClauseTerms, OfferId, Scenario};
use counteroffer::ui::{App, FileChoice, OpenFile};
use counteroffer::units::Date;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Shape, Ui, UiBuilder, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

pub use hands::Hands;

/// A key pressed and let go, for frames that several keys come before.
pub fn key_events(key: Key, modifiers: Modifiers) -> [Event; 2] {
    [true, false].map(|pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    })
}

pub struct NoDialogs;

impl FileChoice for NoDialogs {
    fn to_open(&self) -> Option<PathBuf> {
        None
    }
    fn to_save(&self, _suggested: &str) -> Option<PathBuf> {
        None
    }
}

/// The case with the two offers that are compared and their percent raises, five each, and
/// nothing else: a draft begun in it is its third offer.
pub fn example() -> Scenario {
    let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
    let mut scenario = parse_scenario(text).unwrap();
    scenario.offers.truncate(2);
    for offer in &mut scenario.offers {
        let raise = |terms: &ClauseTerms| matches!(terms, ClauseTerms::Percent(_));
        offer.clauses.retain(|clause| raise(&clause.terms));
    }
    scenario.claims.clear();
    scenario.counts.clear();
    scenario.settlements.clear();
    scenario
}

/// A window on a scenario, on November 20, 2026.
pub fn window(scenario: Scenario) -> App {
    let today = Date::new(2026, 11, 20).unwrap();
    App::new(scenario, OpenFile::example(), today, Box::new(NoDialogs))
}

/// A window shown at a size in points, before its first frame.
pub fn shown(window: App, size: Vec2) -> Harness<'static, App> {
    Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(counteroffer::ui::widgets::theme::install)
        .build_ui_state(frame, window)
}

/// One frame over the whole window, as the program shows it: the harness itself leaves a margin.
pub fn frame(ui: &mut Ui, window: &mut App) {
    let whole = ui.ctx().content_rect();
    ui.scope_builder(UiBuilder::new().max_rect(whole), |ui| {
        ui.set_clip_rect(whole);
        window.frame(ui);
    });
}

/// Starts a counter from B with the button of the offers panel.
pub fn start_draft(harness: &mut Harness<'_, App>) {
    harness.get_by_label("+ from B").click();
    harness.run();
}

/// The terms of an offer's raise: `3 2027-04-01`.
pub fn terms(harness: &Harness<'_, App>, offer: &str, clause: usize) -> String {
    let scenario = harness.state().scenario();
    let offer = scenario.offer(&OfferId(offer.to_owned())).unwrap();
    let clause = &offer.clauses[clause];
    let percent = clause.terms.percent().unwrap().get().normalize();
    format!("{percent} {}", clause.date)
}

/// Where a head stands.
pub fn head(harness: &Harness<'_, App>, label: &str) -> Pos2 {
    harness
        .get_by_role_and_label(Role::Slider, label)
        .rect()
        .center()
}

/// Coming to rest, though a thread works beside the frames and asks for more of them.
pub trait Rest {
    /// Frames until nothing asks for another. A harness alone gives up after a few.
    fn rest(&mut self);
}

impl<S> Rest for Harness<'_, S> {
    fn rest(&mut self) {
        let rested = (0..2_000).any(|_| {
            let done = self.try_run().is_ok();
            if !done {
                std::thread::sleep(std::time::Duration::from_millis(2));
            }
            done
        });
        assert!(rested, "the window never comes to rest");
    }
}

/// Presses the primary button at a place and lets it go, a frame each.
pub fn tap(harness: &mut Harness<'_, App>, at: Pos2) {
    harness.hover_at(at);
    harness.step();
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.step();
    }
}

/// Presses the pointer at a place and moves it in six frames; the button stays down.
pub fn pull(harness: &mut Harness<'_, App>, from: Pos2, by: Vec2) {
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    for part in 1..=6 {
        harness.hover_at(from + by * (part as f32 / 6.0));
        harness.step();
    }
}

/// Everything a screen reader could say of what is on screen, a line for each thing.
pub fn said(harness: &Harness<'_, App>) -> String {
    let mut said = String::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        let texts = [node.label(), node.value(), node.description()];
        for text in texts.into_iter().flatten() {
            said.push_str(&text);
            said.push('\n');
        }
        if node.toggled() == Some(Toggled::True) {
            said.push_str("on\n");
        }
    }
    said
}

/// Every text painted in the last frame, a line for each: also what has no node to be spoken, such as the
/// bubble and the lanes.
pub fn painted(harness: &Harness<'_, App>) -> String {
    let mut texts = String::new();
    for clipped in &harness.output().shapes {
        add_texts(&clipped.shape, &mut texts);
    }
    texts
}

fn add_texts(shape: &Shape, texts: &mut String) {
    match shape {
        Shape::Text(text) => {
            texts.push_str(text.galley.text());
            texts.push('\n');
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| add_texts(shape, texts)),
        _ => {}
    }
}
