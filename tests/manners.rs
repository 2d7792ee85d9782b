//! The window's manners without a screen: lanes, cursor, years, outside changes, earlier versions,
//! what is remembered.
// A panic is how a test fails, and pointers move by fractions.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_arithmetic)]

#[path = "manners/disk.rs"]
mod disk;
#[path = "manners/kept.rs"]
mod kept;
#[path = "manners/keys.rs"]
mod keys;
#[path = "manners/lanes.rs"]
mod lanes;
#[path = "manners/lost.rs"]
mod lost;
#[path = "manners/pages.rs"]
mod pages;
#[path = "manners/refused.rs"]
mod refused;
mod screen;
#[path = "manners/start.rs"]
mod start;

use counteroffer::files::keeping::DataFolder;
use counteroffer::files::parse_scenario;
use counteroffer::scenario::Scenario;
use counteroffer::ui::app::remembered;
use counteroffer::ui::state::lane_sizes::Lane;
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{App, OpenFile, View, views};
use counteroffer::units::Date;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Rect, Vec2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use screen::{Hands, NoDialogs, Rest};
use std::path::PathBuf;

type Shown = Harness<'static, App>;

/// The case with the two offers that are compared and nothing else: a draft begun in it is its third offer.
fn example() -> Scenario {
    screen::example()
}

fn window() -> App {
    let today = Date::new(2026, 11, 20).unwrap();
    App::new(example(), OpenFile::example(), today, Box::new(NoDialogs))
}

fn shown(window: App, size: Vec2) -> Shown {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(|ui, window: &mut App| window.frame(ui), window);
    harness.rest();
    harness
}

fn harness() -> Shown {
    shown(window(), Vec2::new(1440.0, 900.0))
}

/// Where a lane's plot stands, or nothing while it is hidden.
fn lane(harness: &Shown, lane: Lane) -> Option<Rect> {
    let label = format!("{}, cursor", lane.name());
    let node = harness.query_by_role_and_label(Role::Slider, &label)?;
    Some(node.rect())
}

fn heights(harness: &Shown) -> Vec<f32> {
    let rects = Lane::ALL.into_iter().filter_map(|one| lane(harness, one));
    rects.map(|rect| rect.height().round()).collect()
}

/// What a window remembers, as the next one finds it.
fn started_again(harness: &Shown) -> App {
    let mut kept = std::collections::BTreeMap::new();
    remembered::remember(harness.state(), |name, value| {
        kept.insert(name.to_owned(), value);
    });
    let mut next = window();
    remembered::recall(&mut next, |name| kept.get(name).cloned());
    next
}

/// All texts on screen that are labels of nodes.
fn texts(harness: &Shown) -> String {
    let mut seen = String::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        seen.push_str(&node.label().unwrap_or_default());
        seen.push('\n');
        seen.push_str(&node.value().unwrap_or_default());
        seen.push('\n');
    }
    seen
}

/// A folder of a test's own, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("counteroffer-manners-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The example with another average pay, so that two versions are told apart.
fn text_with_pay(cents: &str) -> String {
    let text = include_str!("../scenarios/kaiser-alliance-2025.ron");
    let pay = "132923.08";
    assert!(text.contains(pay));
    text.replace(pay, &format!("132923.{cents}"))
}

fn pay(harness: &Shown) -> String {
    format!("{:?}", harness.state().scenario().workforce)
}

fn wait_for(harness: &mut Shown, label: &str) {
    for _ in 0..300 {
        harness.step();
        if harness.query_by_label(label).is_some() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("{label} doesn't come: {}", texts(harness));
}

/// Opens a file by its typed path.
fn open(harness: &mut Shown, path: &std::path::Path) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    wait_for(harness, "Path of the file");
    harness.rest();
    harness.event(Event::Text(path.display().to_string()));
    harness.rest();
    harness.key_press(Key::Enter);
    harness.rest();
    assert_eq!(harness.state().file().path.as_deref(), Some(path));
}

fn come_back(harness: &mut Shown) {
    harness.event(Event::WindowFocused(false));
    harness.rest();
    harness.event(Event::WindowFocused(true));
    harness.rest();
}

/// A click in the window's corner, beside every dialog.
fn click_beside(harness: &mut Shown) {
    let corner = pos2(30.0, 860.0);
    harness.hover_at(corner);
    harness.step();
    for pressed in [true, false] {
        harness.event(Event::PointerButton {
            pos: corner,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.step();
    }
    harness.rest();
}
