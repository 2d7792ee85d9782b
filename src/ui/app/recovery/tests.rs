//! Panics while the window is drawn: the work comes back at the next start, and no note holds pay data.
//!
//! Each runs in a program of its own with a data folder of its own: this test program, started again. The
//! window in it is the real one with its real keeper; only the panic is the test's.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Pos2, Ui, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rust_decimal::Decimal;

use super::*;
use crate::scenario::OfferId;
use crate::ui::FileChoice;
use crate::ui::state::{Actions, ClauseAt, Edit, View};
use crate::ui::views;
use crate::ui::widgets::theme;
use crate::units::{Date, Percent};

/// Where a program finds its task.
const TASK: &str = "COUNTEROFFER_WINDOW_TASK";
/// What no note may hold.
const CANARY: &str = "Canary Quillfeather 87.65";

/// What the window is at when it panics: drawing a view, in the middle of something, or waiting for a
/// dialog of the system, whose thread it is that panics.
const POINTS: [&str; 12] = [
    "timeline", "compare", "gap", "years", "people", "drag", "typing", "menu", "dialog", "present",
    "undo", "thread",
];

/// A dialog service that breaks down.
struct Broken;

impl FileChoice for Broken {
    fn to_open(&self) -> Option<PathBuf> {
        panic!("{CANARY}")
    }
    fn to_save(&self, _suggested: &str) -> Option<PathBuf> {
        panic!("{CANARY}")
    }
}

/// The window, and whether the next frame panics.
struct Program {
    window: App,
    breaks: bool,
}

fn draw(ui: &mut Ui, program: &mut Program) {
    if !program.window.keeping.is_started() {
        let lost = program.window.start_keeping(ui.ctx());
        program.window.offer_lost_work(lost);
    }
    program.window.frame(ui);
    if program.breaks {
        let broken: fn(&mut Ui) = |ui| {
            ui.label("half a line");
            panic!("{CANARY}");
        };
        ui.horizontal(broken);
    }
}

fn program() -> Harness<'static, Program> {
    let scenario = crate::files::example().unwrap();
    let today = Date::new(2026, 11, 20).unwrap();
    let window = App::new(scenario, OpenFile::example(), today, Box::new(Broken));
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(
            draw,
            Program {
                window,
                breaks: false,
            },
        );
    harness.run_steps(4);
    harness
}

fn draft() -> OfferId {
    OfferId("draft-1".to_owned())
}

/// Until something holds, in real time: autosaves come from another thread.
fn wait(harness: &mut Harness<'_, Program>, holds: impl Fn(&App) -> bool) {
    for _ in 0..1_000 {
        if holds(&harness.state().window) {
            return;
        }
        harness.step();
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("it never happened");
}

/// Not a test of its own: works, waits for the autosave, and panics at the point it is told.
#[test]
fn window_that_panics() {
    let Ok(point) = std::env::var(TASK) else {
        return;
    };
    let mut harness = program();
    if point == "recover" {
        return recovers(&mut harness);
    }
    let window = &mut harness.state_mut().window;
    let union = window.context.scenario().b.clone().unwrap();
    window.counter_from(&union, None);
    let percent = Percent::new(Decimal::new(375, 2)).unwrap();
    move_raise(window, 2, Date::new(2027, 6, 1).unwrap(), percent);
    wait(&mut harness, |window| {
        let told = window.keeping.in_words();
        told.is_some_and(|told| told.words.starts_with("Autosaved"))
    });
    at(&point, &mut harness);
    harness.state_mut().breaks = true;
    harness.step();
    unreachable!("it went on after a panic");
}

fn move_raise(window: &mut App, place: usize, date: Date, percent: Percent) {
    let clause = window.context.offer(&draft()).unwrap().clauses[place].id;
    let mut actions = Actions::default();
    actions.edit(Edit::MoveRaise {
        raise: ClauseAt {
            offer: draft(),
            clause,
        },
        date,
        percent,
    });
    window.perform(actions, &eframe::egui::Context::default());
}

/// Brings the window to the point. On a machine that is busy enough the work is autosaved once more on the way: nothing
/// here changes the raise that is looked for at the next start, not even for a moment.
fn at(point: &str, harness: &mut Harness<'_, Program>) {
    let view = match point {
        "compare" => views::compare::VIEW,
        "gap" => views::gap::VIEW,
        "years" => views::years::VIEW,
        "people" => views::people::VIEW,
        _ => View::TIMELINE,
    };
    harness.state_mut().window.context.screen.view = view;
    harness.run_steps(3);
    let head = |harness: &Harness<'_, Program>| -> Pos2 {
        let head = harness.get_by_role_and_label(Role::Slider, "Draft 1, raise 5 of 5");
        head.rect().center()
    };
    match point {
        "drag" => {
            let from = head(harness);
            harness.hover_at(from);
            harness.step();
            harness.drag_at(from);
            harness.step();
            harness.hover_at(from + Vec2::new(60.0, -20.0));
            harness.step();
            assert!(harness.state().window.context.document().in_gesture());
        }
        "typing" => {
            harness.get_by_label_contains("Draft 1, raise 2: ").focus();
            harness.run_steps(2);
            harness.key_press(Key::F2);
            harness.run_steps(2);
        }
        "menu" => {
            harness.get_by_label("File").click();
            harness.run_steps(3);
            assert!(harness.query_by_label_contains("New contract").is_some());
        }
        "dialog" => {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
            harness.run_steps(3);
            assert!(harness.state().window.dialogs.is_open());
        }
        "present" => {
            harness.key_press(Key::F5);
            harness.run_steps(3);
            assert!(harness.state().window.context.is_presenting());
        }
        "undo" => {
            let window = &mut harness.state_mut().window;
            let last = &window.context.offer(&draft()).unwrap().clauses[4];
            let (date, percent) = (last.date.plus_days(30), Percent::new(Decimal::ONE).unwrap());
            move_raise(window, 4, date, percent);
            harness.run_steps(2);
            harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
            harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
            harness.run_steps(3);
        }
        "thread" => {
            harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
            // The window goes on, and lets the path be typed.
            wait(harness, |window| window.dialogs.is_open());
            std::process::abort();
        }
        _ => {}
    }
}

/// The next start: it offers the work, and Recover brings it back.
fn recovers(harness: &mut Harness<'_, Program>) {
    assert!(harness.query_by_label("Recover unsaved work?").is_some());
    harness.get_by_label("Recover").click();
    harness.run_steps(4);
    let document = harness.state().window.context.document();
    let clause = &document.offer(&draft()).unwrap().clauses[2];
    assert_eq!(clause.date.to_string(), "2027-06-01");
    assert_eq!(clause.terms.percent().unwrap().get(), Decimal::new(375, 2));
    assert!(document.is_edited(), "it is nowhere saved");
    assert!(harness.query_by_label("Recover unsaved work?").is_none());
}

fn run(point: &str, folder: &Path) -> (Option<i32>, String) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "ui::app::recovery::tests::window_that_panics",
            "--nocapture",
        ])
        .env(TASK, point)
        .env("XDG_DATA_HOME", folder)
        .env("HOME", folder)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), errors)
}

fn panics_at(point: &str) {
    let folder = tempfile::tempdir().unwrap();
    let (code, errors) = run(point, folder.path());
    let goes_on = point == "thread";
    assert_eq!(
        code,
        if goes_on { None } else { Some(101) },
        "{point}: {errors}"
    );
    assert!(
        errors.contains("Counteroffer met an error"),
        "{point}: {errors}"
    );
    assert!(!errors.contains("Canary"), "{point}: {errors}");
    let notes = crash::notes(&DataFolder::at(folder.path().join("counteroffer")).unwrap());
    assert_eq!(notes.len(), 1, "{point}");
    for note in notes {
        let text = std::fs::read_to_string(note).unwrap();
        assert!(text.contains("\nstopped at "), "{point}: {text}");
        for secret in ["Canary", "Quillfeather", "87.65"] {
            assert!(!text.contains(secret), "{point}: {text}");
        }
    }
    let (code, errors) = run("recover", folder.path());
    assert_eq!(code, Some(0), "after {point}: {errors}");
}

#[cfg(target_os = "linux")]
#[test]
fn twelve_panics_of_the_window_are_recovered_at_the_next_start() {
    std::thread::scope(|scope| {
        for three in POINTS.chunks(3) {
            scope.spawn(move || three.iter().copied().for_each(panics_at));
        }
    });
}
