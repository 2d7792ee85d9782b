//! The export dialog: what it writes, what it leaves out, what it asks and remembers.
// A panic is how a test fails, and pointers move by fractions.
#![allow(clippy::unwrap_used, clippy::float_arithmetic)]

mod screen;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use counteroffer::export::figure_set::Format;
use counteroffer::figure::FigureName;
use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use screen::{example, start_draft, window};

/// The window on the example with a private draft, the dialog open, one figure as CSV chosen.
fn opened(folder: &Path) -> Harness<'static, App> {
    let mut harness = screen::shown(window(example()), Vec2::new(1440.0, 900.0));
    harness.run();
    start_draft(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    settle(&mut harness);
    let choice = &mut harness.state_mut().dialogs.export.choice;
    choice.figures = [FigureName::Cost].into();
    choice.formats = [Format::Csv].into();
    choice.folder = folder.display().to_string();
    settle(&mut harness);
    harness
}

/// Runs frames while the preview is made on its own thread: so many that a click is always seen pressed, let
/// go and followed, however slow the machine is.
fn settle(harness: &mut Harness<'_, App>) {
    for _ in 0..24 {
        harness.step();
        std::thread::sleep(Duration::from_millis(15));
    }
}

/// Waits for words on the screen.
fn wait_for(harness: &mut Harness<'_, App>, words: &str) {
    let started = Instant::now();
    while harness.query_by_label_contains(words).is_none() {
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "{words} never came"
        );
        harness.step();
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// A figure with nothing to draw isn't written; the dialog says so before, as the command line does.
#[test]
fn a_figure_with_nothing_to_draw_is_named_before_the_export() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    let choice = &mut harness.state_mut().dialogs.export.choice;
    choice.figures = [FigureName::Cost, FigureName::Spread].into();
    settle(&mut harness);
    let words = "Left out, with nothing to draw: Who gains.";
    assert!(harness.query_by_label(words).is_some());
    assert!(harness.query_by_label("Writes 2 files.").is_some());
}

#[test]
fn files_are_written_without_private_offers_unless_ticked() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    assert!(
        harness
            .query_by_label("Left out as private: Draft 1.")
            .is_some()
    );
    assert!(harness.query_by_label("Writes 2 files.").is_some());
    harness
        .get_by_role_and_label(Role::Button, "Export")
        .click();
    wait_for(&mut harness, "Wrote 2 files");
    let written = names(folder.path());
    assert_eq!(written.len(), 2, "{written:?}");
    let table = written.iter().find(|name| name.ends_with("-03-cost.csv"));
    let table = folder.path().join(table.unwrap());
    let values = fs::read_to_string(&table).unwrap();
    assert!(
        values.contains("Union counter") && !values.contains("Draft 1"),
        "{values}"
    );

    // With private offers the files have names of their own: nothing shared is replaced.
    // The tick may have to be scrolled to; a screen reader needn't.
    harness
        .get_by_label("With private offers")
        .click_accesskit();
    settle(&mut harness);
    assert!(
        harness
            .query_by_label("Left out as private: Draft 1.")
            .is_none()
    );
    assert!(harness.query_by_label("Replace and export").is_none());
    harness
        .get_by_role_and_label(Role::Button, "Export")
        .click();
    let started = Instant::now();
    let private = loop {
        let all = names(folder.path());
        let found = all
            .into_iter()
            .find(|name| name.ends_with("-private-03-cost.csv"));
        if let Some(name) = found {
            break name;
        }
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "the private export never came"
        );
        harness.step();
        std::thread::sleep(Duration::from_millis(5));
    };
    let told = fs::read_to_string(folder.path().join(private)).unwrap();
    assert!(told.contains("Draft 1") && told.contains("Private: "));
    assert_eq!(fs::read_to_string(&table).unwrap(), values);
}

#[test]
fn private_offers_are_ticked_anew_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    // It may have to be scrolled to; a screen reader needn't.
    harness
        .get_by_label("With private offers")
        .click_accesskit();
    settle(&mut harness);
    assert!(harness.state().dialogs.export.choice.with_private);
    harness.get_by_label("Close").click();
    settle(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    settle(&mut harness);
    assert!(!harness.state().dialogs.export.choice.with_private);
    // The rest is as it was.
    assert_eq!(
        harness.state().dialogs.export.choice.figures,
        [FigureName::Cost].into()
    );
}

#[test]
fn what_is_missing_is_said_and_nothing_can_be_exported() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    // The formats stand below the list of figures.
    harness.get_by_label("CSV, the values").scroll_to_me();
    settle(&mut harness);
    harness.get_by_label("CSV, the values").click();
    settle(&mut harness);
    assert!(harness.query_by_label("Choose a format.").is_some());
    harness
        .get_by_role_and_label(Role::Button, "Export")
        .click();
    settle(&mut harness);
    assert!(names(folder.path()).is_empty());
    harness.get_by_label("CSV, the values").click();
    for (typed, words) in [
        ("", "Choose a folder."),
        (
            "~/briefing",
            "Type the whole path of the folder, from / or a drive on, or choose it.",
        ),
        (
            "briefing",
            "Type the whole path of the folder, from / or a drive on, or choose it.",
        ),
    ] {
        harness.state_mut().dialogs.export.choice.folder = typed.to_owned();
        settle(&mut harness);
        assert!(harness.query_by_label(words).is_some(), "{typed}");
    }
}

#[test]
fn a_headline_of_ones_own_is_exported_and_can_be_drafted_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    harness.get_by_label("Preview Cumulative cost").click();
    settle(&mut harness);
    harness.get_by_label("Headline of the figure").focus();
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.step();
    harness
        .get_by_label("Headline of the figure")
        .type_text("What four years cost");
    settle(&mut harness);
    harness
        .get_by_role_and_label(Role::Button, "Export")
        .click();
    wait_for(&mut harness, "Wrote 2 files");
    let all = names(folder.path());
    let all = all
        .iter()
        .find(|name| name.ends_with("all-figures.csv"))
        .unwrap();
    let all = fs::read_to_string(folder.path().join(all)).unwrap();
    assert!(all.contains("What four years cost"), "{all}");
    harness.get_by_label("Draft again").click();
    settle(&mut harness);
    assert!(harness.query_by_label("Draft again").is_none());
}

#[test]
fn an_export_of_many_files_can_be_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    let choice = &mut harness.state_mut().dialogs.export.choice;
    choice.figures = FigureName::ALL.into();
    choice.formats = Format::ALL.into();
    choice.dpi = 600;
    settle(&mut harness);
    harness
        .get_by_role_and_label(Role::Button, "Export")
        .click();
    wait_for(&mut harness, "Cancel");
    harness.get_by_label("Cancel").click();
    wait_for(&mut harness, "Cancelled");
    // 9 figures in three formats, a table each and all of them in one.
    assert!(names(folder.path()).len() < 37);
}
