//! Offers, clauses of every kind and the case, edited in the window without a screen.
// A panic is how a test fails, and frames last fractions of a second.
#![allow(clippy::unwrap_used, clippy::float_arithmetic, clippy::panic)]

#[path = "offer_editing/case.rs"]
mod case;
#[path = "offer_editing/clauses.rs"]
mod clauses;
#[path = "offer_editing/details.rs"]
mod details;
#[path = "offer_editing/locked.rs"]
mod locked;
#[path = "offer_editing/salaries.rs"]
mod salaries;
mod screen;
#[path = "offer_editing/term_sheet.rs"]
mod term_sheet;

use counteroffer::document::{Command, Setting};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Offer, OfferId, Party, RateUnit, Ratification, Scenario, Status};
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{App, FileChoice, OpenFile};
use counteroffer::units::Date;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use screen::{Hands, NoDialogs};
use std::path::PathBuf;

/// Always chooses the same file to save a text as.
struct Always(PathBuf);

impl FileChoice for Always {
    fn to_open(&self) -> Option<PathBuf> {
        None
    }
    fn to_save(&self, _suggested: &str) -> Option<PathBuf> {
        None
    }
    fn to_save_text(&self, suggested: &str) -> Option<PathBuf> {
        assert_eq!(suggested, "Draft 1 term sheet (private).txt");
        Some(self.0.clone())
    }
}

type Shown = Harness<'static, App>;

fn shown(scenario: Scenario, choice: Box<dyn FileChoice>) -> Shown {
    let today = Date::new(2026, 11, 20).unwrap();
    let window = App::new(scenario, OpenFile::example(), today, choice);
    let mut harness = Harness::builder()
        // Tall, so that no row is scrolled out of sight.
        .with_size(Vec2::new(1440.0, 1700.0))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(|ui, window: &mut App| window.frame(ui), window);
    harness.run();
    harness
}

/// The case with the two offers that are compared and nothing else: a draft begun in it is its third offer.
fn kaiser() -> Scenario {
    screen::example()
}

fn hospital() -> Scenario {
    parse_scenario(include_str!("../scenarios/two-market-hospital.ron")).unwrap()
}

fn with_draft() -> Shown {
    let mut harness = shown(kaiser(), Box::new(NoDialogs));
    click(&mut harness, "+ from B");
    harness
}

fn click(harness: &mut Shown, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

/// Chooses a kind of term by its name.
fn kind(harness: &mut Shown, name: &str) {
    // The list scrolls: the pointer may not reach what is further down.
    let name = format!("{name}. ");
    harness.get_by_label_contains(&name).click_accesskit();
    harness.run();
}

/// Types over a field and leaves it with Enter.
fn enter(harness: &mut Shown, field: &str, text: &str) {
    write(harness, field, text);
    harness.key_press(Key::Enter);
    harness.run();
}

fn write(harness: &mut Shown, field: &str, text: &str) {
    let fields: Vec<_> = harness.get_all_by_label(field).collect();
    let is_field = |role| role == Role::TextInput || role == Role::MultilineTextInput;
    fields
        .into_iter()
        .rfind(|node| is_field(node.accesskit_node().role()))
        .unwrap()
        .focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    if text.is_empty() {
        harness.key_press(Key::Delete);
    } else {
        harness.event(Event::Text(text.to_owned()));
    }
    harness.run();
}

/// Opens a menu by its name and value, and takes an entry.
fn choose(harness: &mut Shown, menu: &str, entry: &str) {
    click(harness, menu);
    let entries = harness.get_all_by_label(entry);
    entries.last().unwrap().click();
    harness.run();
}

fn offer(harness: &Shown, id: &str) -> Offer {
    let document = harness.state().document();
    document.offer(&OfferId(id.to_owned())).unwrap().clone()
}

fn draft(harness: &Shown) -> Offer {
    offer(harness, "draft-1")
}

fn undo_label(harness: &Shown) -> String {
    let label = harness.state().document().undo_label();
    label.unwrap_or_default().to_owned()
}

fn notice(harness: &Shown) -> String {
    harness.state().notice()
}

/// What stands beside a field whose typing was refused; it is given up then.
fn refused(harness: &mut Shown, field: &str) -> String {
    let begins = format!("{field}, not taken: ");
    let node = harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(&begins)));
    let words = node.accesskit_node().label().unwrap_or_default();
    node.focus();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    words
}

fn click_without_running(harness: &Shown, label: &str) {
    harness.get_by_label(label).click();
}
