//! The window's manners without a screen: lanes, cursor, years, outside changes, earlier versions,
//! what is remembered.
// A panic is how a test fails, and pointers move by fractions.
#![allow(clippy::unwrap_used, clippy::panic, clippy::float_arithmetic)]

mod screen;

use std::path::PathBuf;

use counteroffer::files::keeping::DataFolder;
use counteroffer::files::parse_scenario;
use counteroffer::scenario::Scenario;
use counteroffer::ui::app::remembered;
use counteroffer::ui::state::lane_sizes::Lane;
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{App, FileChoice, OpenFile, View};
use counteroffer::units::Date;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Rect, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use screen::Hands;

struct NoDialogs;

impl FileChoice for NoDialogs {
    fn to_open(&self) -> Option<PathBuf> {
        None
    }
    fn to_save(&self, _suggested: &str) -> Option<PathBuf> {
        None
    }
}

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
    harness.run();
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

#[test]
fn a_handle_makes_one_lane_higher_and_the_next_lower() {
    let mut harness = harness();
    let before = heights(&harness);
    let name = "Height of Wage level and Cost above the baseline";
    let from = harness.get_by_label(name).rect().center();
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    for part in 1..=4 {
        harness.hover_at(from + Vec2::new(0.0, 7.0 * part as f32));
        harness.step();
    }
    harness.drop_at(from + Vec2::new(0.0, 28.0));
    harness.run();
    let after = heights(&harness);
    assert_eq!(after[1] - before[1], 28.0);
    assert_eq!(after[2] - before[2], -28.0);
    assert_eq!((after[0], after[3]), (before[0], before[3]));
    // The same by keys, and back.
    harness.get_by_label(name).focus();
    harness.run();
    for _ in 0..2 {
        harness.key_press(Key::ArrowUp);
        harness.run();
    }
    assert_eq!(heights(&harness)[1], after[1] - 24.0);
    let at = harness.get_by_label(name).rect().center();
    for _ in 0..2 {
        harness.hover_at(at);
        harness.drag_at(at);
        harness.drop_at(at);
    }
    harness.run();
    assert_eq!(heights(&harness), before);
}

#[test]
fn lanes_are_hidden_shown_alone_and_shown_again() {
    let mut harness = harness();
    let before = heights(&harness);
    harness
        .get_by_label("Wage level: show, hide or copy")
        .click();
    harness.run();
    harness.get_by_label("Hide this lane").click();
    harness.run();
    assert_eq!(lane(&harness, Lane::Level), None);
    let three = heights(&harness);
    assert!(three.iter().sum::<f32>() > before.iter().sum::<f32>());
    harness.get_by_label("Raises: show, hide or copy").click();
    harness.run();
    harness.get_by_label("Show alone").click();
    harness.run();
    assert_eq!(heights(&harness).len(), 1);
    assert!(lane(&harness, Lane::Raises).unwrap().height() > 400.0);
    harness.get_by_label("Raises: show, hide or copy").click();
    harness.run();
    harness.get_by_label("Show all lanes").click();
    harness.run();
    assert_eq!(heights(&harness), before);
}

#[test]
fn the_cursor_is_moved_by_the_keys_of_a_lane_and_tells_the_values() {
    let mut harness = harness();
    let name = "Wage level, cursor";
    let said = |harness: &Shown| {
        let node = harness.get_by_role_and_label(Role::Slider, name);
        node.value().unwrap()
    };
    harness.get_by_role_and_label(Role::Slider, name).focus();
    harness.run();
    harness.key_press(Key::Home);
    harness.run();
    // 6.5% of the employer, 9% of the union, on the first day.
    assert_eq!(said(&harness), "Oct 1, 2025: Employer 106.50, Union 109.00");
    for _ in 0..12 {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    // 1.065 × 1.065 and 1.09 × 1.05.
    assert_eq!(said(&harness), "Oct 1, 2026: Employer 113.42, Union 114.45");
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run();
    assert_eq!(
        said(&harness),
        "Sep 30, 2026: Employer 106.50, Union 109.00"
    );
    // A pointer at rest over the lanes doesn't take the cursor back.
    let plot = lane(&harness, Lane::Cost).unwrap();
    harness.hover_at(plot.center());
    harness.run();
    let there = harness.state().cursor();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(harness.state().cursor() > there);
    assert_eq!(harness.state().cursor().day(), 1);
    let day = counteroffer::document::words::date(harness.state().cursor());
    assert!(
        harness
            .query_by_label_contains(&format!("At {day}"))
            .is_some()
    );
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

#[test]
fn view_panels_lanes_and_recent_files_are_remembered() {
    let mut harness = harness();
    harness
        .get_by_label("Cost above the baseline: show, hide or copy")
        .click();
    harness.run();
    harness.get_by_label("Hide this lane").click();
    harness.run();
    harness.get_by_label("Fold the offers panel").click();
    harness.run();
    assert!(harness.query_by_label("+ from A").is_none());
    let lanes = heights(&harness);
    harness.state_mut().file_mut().recent =
        vec!["/cases/north.ron".into(), "/cases/south.ron".into()];
    let next = shown(started_again(&harness), Vec2::new(1440.0, 900.0));
    assert_eq!(heights(&next), lanes);
    assert!(next.query_by_label("+ from A").is_none());
    assert_eq!(next.state().file().recent, harness.state().file().recent);
    harness.get_by_label("View: Gap").click();
    harness.run();
    assert_eq!(started_again(&harness).view(), View::Gap);
}

#[test]
fn a_narrow_window_folds_the_values_and_shows_five_raises_without_scrolling() {
    let mut harness = shown(window(), Vec2::new(1024.0, 700.0));
    harness.get_by_label("+ from B").click();
    harness.run();
    assert!(harness.query_by_label("Show the values panel").is_some());
    for cell in [
        "Union, raise 5: Oct 1, 2028 4%",
        "Draft 1, raise 1: Oct 1, 2025 9%",
        "Draft 1, add a raise",
    ] {
        let rect = harness.get_by_label(cell).rect();
        assert!(
            rect.left() > 232.0 && rect.right() <= 1024.0,
            "{cell}: {rect:?}"
        );
    }
    // Folded to fit is no wish: with the room the panel is back.
    let wide = shown(started_again(&harness), Vec2::new(1440.0, 900.0));
    assert!(wide.query_by_label("Fold the values panel").is_some());
}

#[test]
fn tab_goes_from_the_tabs_to_the_offers_the_lanes_the_table_and_the_values() {
    let mut harness = harness();
    let mut stops = Vec::new();
    for _ in 0..90 {
        harness.key_press(Key::Tab);
        harness.run();
        if let Some(node) = harness
            .root()
            .children_recursive()
            .find(|node| node.is_focused())
        {
            stops.push(node.accesskit_node().label().unwrap_or_default());
        }
    }
    let at = |name: &str| {
        stops
            .iter()
            .position(|stop| stop.starts_with(name))
            .unwrap_or_else(|| panic!("{name} is no stop: {stops:?}"))
    };
    let order = [
        "File",
        "View: Timeline",
        "Present",
        "+ from A",
        "Raises, cursor",
        "Employer offer, raise 1",
        "Wage level, cursor",
        "Employer, raise 1",
        "Hold: Nothing",
    ];
    for pair in order.windows(2) {
        assert!(
            at(pair[0]) < at(pair[1]),
            "{} after {}: {stops:?}",
            pair[0],
            pair[1]
        );
    }
}

#[test]
fn the_first_start_offers_a_contract_of_ones_own_until_there_is_one() {
    for size in [
        Vec2::new(1440.0, 900.0),
        Vec2::new(1024.0, 700.0),
        Vec2::new(900.0, 640.0),
    ] {
        let mut harness = shown(window(), size);
        for name in ["New contract\u{2026}", "Open\u{2026}"] {
            let rect = harness.get_by_label(name).rect();
            let tabs = harness.get_by_label("View: Timeline").rect();
            assert!(
                !tabs.intersects(rect),
                "{name} at {size:?} lies under the tabs"
            );
            let screen = Rect::from_min_size(eframe::egui::Pos2::ZERO, size);
            assert!(screen.contains_rect(rect), "{name} at {size:?}: {rect:?}");
        }
        harness
            .state_mut()
            .file_mut()
            .recent
            .push("/cases/north.ron".into());
        harness.run();
        assert!(harness.query_by_label("New contract\u{2026}").is_none());
    }
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

#[test]
fn years_are_cut_by_contract_calendar_and_fiscal_year() {
    let mut harness = harness();
    harness.get_by_label("View: Years").click();
    harness.run();
    assert!(texts(&harness).contains("Employer offer by contract year"));
    harness.get_by_label("Years: Calendar").click();
    harness.run();
    let seen = texts(&harness);
    // Three twelfths of 6.5% of a payroll of 62,000 × $132,923.08.
    for expected in [
        "Employer offer by calendar year",
        "Calendar 2025 (cut by the term)",
        "$133.9M",
    ] {
        assert!(seen.contains(expected), "{expected} in {seen}");
    }
    harness.get_by_label("Years: Fiscal").click();
    harness.run();
    // From July, so the term's first nine months are the rest of fiscal 2026.
    assert!(texts(&harness).contains("Fiscal 2026 (cut by the term)"));
    assert!(texts(&harness).contains("Fiscal 2030 (cut by the term)"));
    harness.get_by_label("Fiscal year begins in").click();
    harness.run();
    harness.get_by_label("Oct").click();
    harness.run();
    // From October, as the term: four whole years.
    let seen = texts(&harness);
    assert!(
        seen.contains("Fiscal 2026: ") && !seen.contains("cut by the term"),
        "{seen}"
    );
    assert_eq!(started_again(&harness).years.cut, harness.state().years.cut);
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
    harness.run();
    harness.event(Event::Text(path.display().to_string()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().file().path.as_deref(), Some(path));
}

fn come_back(harness: &mut Shown) {
    harness.event(Event::WindowFocused(false));
    harness.run();
    harness.event(Event::WindowFocused(true));
    harness.run();
}

#[test]
fn an_outside_change_is_noticed_on_focus_and_read_again_on_request() {
    let folder = Folder::new("read-again");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron was changed elsewhere")
            .is_none()
    );
    std::fs::write(&path, text_with_pay("5")).unwrap();
    assert!(pay(&harness).contains("132923.08"));
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron was changed elsewhere")
            .is_some()
    );
    // Nothing of one's own is at stake, so nothing is offered to be saved.
    assert!(harness.query_by_label("Save mine as\u{2026}").is_none());
    harness.get_by_label("Read it again").click();
    harness.run();
    assert!(pay(&harness).contains("132923.5"));
    assert!(!harness.state().document().is_edited());
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron was changed elsewhere")
            .is_none()
    );
}

#[test]
fn what_is_kept_is_not_asked_again_and_never_overwrites_unasked() {
    let folder = Folder::new("keep-mine");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    harness.get_by_label("+ from A").click();
    harness.run();
    let mine = harness.state().scenario().clone();
    std::fs::write(&path, text_with_pay("5")).unwrap();
    come_back(&mut harness);
    assert!(harness.query_by_label("Save mine as\u{2026}").is_some());
    harness.get_by_label("Keep mine").click();
    harness.run();
    assert_eq!(*harness.state().scenario(), mine);
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron was changed elsewhere")
            .is_none()
    );
    // Another outside change is another question.
    std::fs::write(&path, text_with_pay("77")).unwrap();
    come_back(&mut harness);
    harness.get_by_label("Keep mine").click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    assert!(harness.query_by_label("Replace the file?").is_some());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text_with_pay("77"));
    harness.get_by_label("Replace").click();
    harness.run();
    let written = parse_scenario(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(written, mine);
    assert!(!harness.state().document().is_edited());
}

#[test]
fn a_file_that_is_gone_is_told_and_its_work_counts_as_unsaved() {
    let folder = Folder::new("gone");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    assert!(!harness.state().document().is_edited());
    std::fs::remove_file(&path).unwrap();
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron is no longer there")
            .is_some()
    );
    harness.get_by_label("Keep mine").click();
    harness.run();
    assert!(harness.state().document().is_edited());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    assert!(path.is_file());
    assert!(!harness.state().document().is_edited());
}

#[test]
fn an_earlier_version_opens_as_a_copy_without_a_file() {
    let folder = Folder::new("versions");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    let data = DataFolder::at(folder.file("data"));
    let ctx = harness.ctx.clone();
    harness.state_mut().start_keeping_in(&ctx, data);
    open(&mut harness, &path);
    harness.get_by_label("+ from A").click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run();
    // The file holds comments: replacing it is asked for first.
    if harness.query_by_label("Replace").is_some() {
        harness.get_by_label("Replace").click();
        harness.run();
    }
    assert!(!harness.state().document().is_edited());
    let saved = std::fs::read_to_string(&path).unwrap();
    // The replaced version is kept by a thread of its own.
    for _ in 0..300 {
        if !harness.state().keeping.versions(&path).is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.get_by_label("File").click();
    harness.run();
    harness
        .get_by_label_contains("Earlier versions\u{2026}")
        .click();
    harness.run();
    harness.get_by_label_contains("Open a copy saved ").click();
    harness.run();
    let state = harness.state();
    assert_eq!(state.file().path, None);
    assert_eq!(state.file().name(), "case, earlier version");
    let whole = include_str!("../scenarios/kaiser-alliance-2025.ron");
    assert_eq!(*state.scenario(), parse_scenario(whole).unwrap());
    assert!(state.document().is_edited(), "closing would lose the copy");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), saved);
}

#[test]
fn undo_goes_to_a_focused_text_field_first() {
    let mut harness = harness();
    harness.get_by_label("+ from A").click();
    harness.run();
    let with_draft = harness.state().scenario().clone();
    let field = harness.get_by_role_and_label(Role::TextInput, "Employees, FTE");
    field.focus();
    harness.run();
    harness.event(Event::Text("7".to_owned()));
    harness.run();
    let typed = |harness: &Shown| {
        let field = harness.get_by_role_and_label(Role::TextInput, "Employees, FTE");
        field.value().unwrap()
    };
    let after = typed(&harness);
    assert_ne!(after, "62,000");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(*harness.state().scenario(), with_draft);
    assert_ne!(typed(&harness), after);
    harness.key_press(Key::Escape);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().scenario().offers.len(), 2);
}

#[test]
fn under_a_question_keys_do_nothing_to_the_document() {
    let mut harness = harness();
    harness.get_by_label("+ from A").click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    assert!(harness.query_by_label("Save the changes?").is_some());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().scenario().offers.len(), 3);
    assert!(harness.query_by_label("Save the changes?").is_some());
}

#[test]
fn arrow_keys_walk_the_table() {
    let mut harness = harness();
    harness
        .get_by_label("Employer, raise 2: Oct 1, 2026 6.5%")
        .focus();
    harness.run();
    for (key, expected) in [
        (Key::ArrowRight, "Employer, raise 3: Aug 1, 2027 3%"),
        (Key::ArrowDown, "Union, raise 3: Apr 1, 2027 3%"),
        (Key::ArrowLeft, "Union, raise 2: Oct 1, 2026 5%"),
    ] {
        harness.key_press(key);
        harness.run();
        assert!(harness.get_by_label(expected).is_focused(), "{expected}");
    }
}
