//! A roster imported through the window, from its file to the payroll page.

use std::path::{Path, PathBuf};
use std::time::Duration;

use counteroffer::files::roster::{Profile, made_up_csv};
use counteroffer::scenario::People;
use counteroffer::ui::state::Ask;
use counteroffer::ui::{App, FileChoice, OpenFile};
use counteroffer::units::Date;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::screen::{self, Hands, NoDialogs, Rest};
use crate::{five_markets, press, put};

pub fn import_window(file: OpenFile) -> Harness<'static, App> {
    let today = Date::new(2026, 11, 20).unwrap();
    let dialogs: Box<dyn FileChoice> = Box::new(NoDialogs);
    let mut window = App::new(five_markets(), file, today, dialogs);
    window.open(Ask::ImportRoster);
    let mut harness = screen::shown(window, Vec2::new(1440.0, 900.0));
    harness.rest();
    harness
}

/// Runs frames until a text is said, or gives up.
pub fn until(harness: &mut Harness<'_, App>, words: &str) {
    for _ in 0..400 {
        harness.step();
        if screen::said(harness).contains(words) {
            harness.rest();
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("never said: {words}\n{}", screen::said(harness));
}

pub fn open(harness: &mut Harness<'_, App>, roster: &Path) {
    harness.get_by_label("Path of the roster").click();
    harness.rest();
    put(harness, Event::Text(roster.display().to_string()));
    harness.key_press_modifiers(Modifiers::NONE, Key::Enter);
    until(harness, "Row of headers");
}

pub fn click(harness: &mut Harness<'_, App>, label: &str) {
    match harness.query_by_role_and_label(Role::Button, label) {
        Some(button) => button.click(),
        None => harness.get_by_label(label).click(),
    }
    harness.rest();
}

fn roster(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("extract.csv");
    std::fs::write(&path, text).unwrap();
    path
}

/// Three employees are paid alike, one is on another unit, one line has no rate. Every date reads both ways.
const SMALL: &str = "EE_NAME,EE_ID,REGION,LOCAL,JOB_TITLE,FTE,BASE_RT,HIRE_DATE\n\
Quillfeather,Q1,Inland Empire,Local 1,Aide,1.0,21.50,03/04/2020\n\
Brambledown,Q2,Inland Empire,Local 1,Aide,0.8,21.50,03/04/2020\n\
Hollowreed,Q3,Inland Empire,Local 1,Aide,0.5,21.50,05/06/2021\n\
Nettleship,Q4,Hawaii,Local 5,Cook,1.0,25.00,01/02/2019\n\
Marrowgate,Q5,Hawaii,Local 5,Cook,1.0,,01/02/2019\n";

#[test]
fn a_roster_is_read_checked_and_taken_over_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = import_window(OpenFile::example());
    open(&mut harness, &roster(folder.path(), SMALL));
    click(&mut harness, "Next: columns");
    // The dates are asked for once, and nothing is read before they are answered.
    until(&mut harness, "Is 03/04/2020 Mar 4 or Apr 3?");
    assert!(!screen::said(&harness).contains("every line accounted for"));
    click(&mut harness, "Mar 4 \u{00b7} month first");
    until(&mut harness, "every line accounted for");
    let said = screen::said(&harness);
    for words in ["= employees\n4", "+ rejected\n1", "1 line like this"] {
        assert!(said.contains(words), "{words} in {said}");
    }
    // The column of names is never read.
    assert!(said.contains("Column EE_NAME: never read"), "{said}");
    assert!(!screen::painted(&harness).contains("Quillfeather"));
    click(&mut harness, "Check");
    // Terms for markets and jobs that nobody has any more have to be dealt with.
    let before = harness.state().scenario().clone();
    click(&mut harness, "Leave these terms out of the figures");
    click(&mut harness, "Import");
    let scenario = harness.state().scenario().clone();
    let groups = scenario.workforce.groups().unwrap();
    assert_eq!(groups.len(), 2);
    let aides = groups.iter().find(|one| one.job.as_deref() == Some("Aide"));
    assert_eq!(aides.unwrap().headcount.get(), Some(3));
    assert_eq!(aides.unwrap().fte.get().unwrap().get().to_string(), "2.3");
    assert!(matches!(scenario.workforce.people, People::Table { .. }));
    let label = harness.state().document().undo_label();
    assert_eq!(label, Some("Import a roster of 4 employees"));
    harness.state_mut().undo(false);
    assert_eq!(harness.state().scenario(), &before);
}

#[test]
fn no_name_is_kept_and_the_settings_wait_beside_the_scenario() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    let saved =
        counteroffer::files::save(&five_markets(), &path, counteroffer::files::Over::Nothing)
            .unwrap();
    let file = || OpenFile {
        path: Some(path.clone()),
        fingerprint: Some(saved.fingerprint.clone()),
        ..OpenFile::default()
    };
    let text = SMALL
        .replace("03/04/2020", "03/14/2020")
        .replace(",,01", ",25.00,01");
    let elsewhere = tempfile::tempdir().unwrap();
    let mut harness = import_window(file());
    open(&mut harness, &roster(elsewhere.path(), &text));
    click(&mut harness, "Next: columns");
    until(&mut harness, "every line accounted for");
    click(&mut harness, "Check");
    click(&mut harness, "Leave these terms out of the figures");
    click(&mut harness, "Import");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    until(&mut harness, "Saved");
    let mut written = 0;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for secret in ["Quillfeather", "Brambledown", "Q1", "Q5"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        written += 1;
    }
    // The scenario, its backup, its table, the settings.
    assert!(written >= 4, "{written} files");
    let kept = Profile::read(&Profile::path_beside(&path)).unwrap();
    assert_eq!(kept.name, "Payroll extract");
    // Next month: the file is chosen, and the check is all that is left.
    harness.state_mut().open(Ask::ImportRoster);
    harness.rest();
    let next = roster(
        elsewhere.path(),
        &format!("{text}Thistlewood,Q6,Hawaii,Local 5,Cook,1.0,25.00,01/22/2020\n"),
    );
    harness.get_by_label("Path of the roster").click();
    harness.rest();
    put(&mut harness, Event::Text(next.display().to_string()));
    press(&mut harness, Key::Enter, Modifiers::NONE);
    until(
        &mut harness,
        "Read as last time, by \u{201c}Payroll extract\u{201d}",
    );
    let said = screen::said(&harness);
    assert!(said.contains("Headcount: 5, 6"), "{said}");
}

#[test]
fn cancelled_in_each_step_it_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let path = roster(folder.path(), &made_up_csv(300, 7));
    let files = || std::fs::read_dir(folder.path()).unwrap().count();
    for steps in 0..3 {
        let mut harness = import_window(OpenFile::example());
        open(&mut harness, &path);
        for next in ["Next: columns", "Check"].into_iter().take(steps) {
            click(&mut harness, next);
            until(&mut harness, "every line accounted for");
        }
        click(&mut harness, "Cancel");
        assert!(!harness.state().asks());
        assert_eq!(harness.state().scenario(), &five_markets());
        assert!(harness.state().document().undo_label().is_none());
        assert_eq!(files(), 1);
    }
}

#[test]
fn what_cant_be_opened_says_why_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.xls");
    std::fs::write(&path, [0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]).unwrap();
    let mut harness = import_window(OpenFile::example());
    harness.get_by_label("Path of the roster").click();
    harness.rest();
    put(&mut harness, Event::Text(path.display().to_string()));
    press(&mut harness, Key::Enter, Modifiers::NONE);
    until(&mut harness, "an old Excel workbook");
    assert!(harness.state().asks());
}
