//! A disk that is full, or a folder that can't be written, while the window saves an imported roster: the old pair
//! of scenario and table stays whole, the work stays in the window, and it is said.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counteroffer::files::roster::made_up_csv;
use counteroffer::files::table::TableState;
use counteroffer::files::{self, Over, table};
use counteroffer::scenario::{Group, People};
use counteroffer::ui::state::{Ask, Disk as Asked};
use counteroffer::ui::{Action, App, OpenFile};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::full_disk::FullDisk;
use crate::importing::{click, import_window, open, until};
use crate::screen::{self, Hands, Rest};
use crate::{five_markets, press, put};

/// A case whose groups are in a table beside it.
fn saved(folder: &Path) -> PathBuf {
    let mut scenario = five_markets();
    let people = table::as_table(&scenario.workforce.people, "case").unwrap();
    scenario.workforce_mut().people = people;
    let path = folder.join("case.ron");
    files::save(&scenario, &path, Over::Nothing).unwrap();
    path
}

fn opened(path: &Path) -> Harness<'static, App> {
    let mut harness = import_window(OpenFile::example());
    harness.state_mut().close_dialogs();
    harness.state_mut().open_path(path.to_path_buf());
    harness.rest();
    harness
}

/// Imports a made-up roster through the three steps.
fn import(harness: &mut Harness<'_, App>, roster: &Path) {
    harness.state_mut().open(Ask::ImportRoster);
    harness.rest();
    open(harness, roster);
    click(harness, "Next: columns");
    until(harness, "every line accounted for");
    click(harness, "Check");
    for tick in [
        "Leave these terms out of the figures",
        "These rates are right",
    ] {
        if harness.query_by_label(tick).is_some() {
            click(harness, tick);
        }
    }
    click(harness, "Import");
}

fn groups(path: &Path) -> Vec<Group> {
    let opened = files::open(path).unwrap();
    assert_eq!(opened.table, TableState::AsSaved);
    opened.scenario.workforce.groups().unwrap().to_vec()
}

/// Every file of a folder with its bytes, locks aside.
fn bytes_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes_in(&path));
        } else if !path.to_string_lossy().contains(".counteroffer-") {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn a_full_disk_while_an_import_is_saved_keeps_the_old_pair_and_the_work() {
    let mut stopped = 0;
    for calls in 0..12 {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let path = saved(folder.path());
        let old = groups(&path);
        let roster = elsewhere.path().join("extract.csv");
        fs::write(&roster, made_up_csv(150, 5)).unwrap();
        let mut harness = opened(&path);
        import(&mut harness, &roster);
        let new = harness
            .state()
            .scenario()
            .workforce
            .groups()
            .unwrap()
            .to_vec();
        assert_ne!(new, old);
        let disk = FullDisk::after(calls);
        harness.state_mut().disk = Box::new(disk.clone());
        harness.state_mut().perform_one(Action::Disk(Asked::Save));
        harness.rest();
        if harness.state().notice().starts_with("Saved") {
            assert_eq!(groups(&path), new);
            continue;
        }
        stopped += 1;
        // The old pair, said, and the work still there and still unsaved.
        assert_eq!(groups(&path), old, "after {calls} calls");
        let said = screen::said(&harness);
        assert!(said.contains("not saved"), "{said}");
        assert!(harness.state().document().is_edited());
        assert_eq!(harness.state().scenario().workforce.groups().unwrap(), new);
        // With room again, it is saved; and taken back in the window it is as it was.
        disk.has_room();
        harness.state_mut().close_dialogs();
        harness.state_mut().perform_one(Action::Disk(Asked::Save));
        harness.rest();
        assert_eq!(groups(&path), new);
        harness.state_mut().undo(false);
        assert_eq!(harness.state().scenario().workforce.groups().unwrap(), old);
        let names = fs::read_dir(folder.path()).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut stray = names.filter(|name| name.starts_with(files::TEMPORARY_PREFIX));
        assert_eq!(stray.next(), None);
    }
    assert!(stopped >= 6, "stopped {stopped} times only");
}

#[test]
fn a_full_disk_while_saving_elsewhere_leaves_both_places_as_they_were() {
    for calls in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let path = saved(folder.path());
        let before = bytes_in(folder.path());
        let mut harness = opened(&path);
        harness.state_mut().disk = Box::new(FullDisk::after(calls));
        let copy = elsewhere.path().join("copy.ron");
        let save_as = Asked::SaveTo {
            path: copy.clone(),
            over: false,
        };
        harness.state_mut().perform_one(Action::Disk(save_as));
        harness.rest();
        let said = screen::said(&harness);
        assert!(said.contains("not saved"), "{calls} calls: {said}");
        assert!(!copy.exists());
        assert_eq!(harness.state().file().path.as_deref(), Some(path.as_path()));
        assert_eq!(bytes_in(folder.path()), before);
    }
}

#[test]
fn a_folder_that_cannot_be_written_leaves_the_work_in_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(folder.path());
    let mut harness = opened(&path);
    let old = groups(&path);
    harness
        .state_mut()
        .show(counteroffer::ui::views::people::VIEW);
    let mut workforce = (*harness.state().scenario().workforce).clone();
    let people = workforce.people.groups().unwrap()[1..].to_vec();
    workforce.people = People::Groups(people.clone());
    workforce.people = table::as_table(&workforce.people, "case").unwrap();
    let People::Table { file, .. } = &workforce.people else {
        panic!("no table");
    };
    // What stands in the way of the table can't be written over: a folder of its name.
    fs::create_dir(folder.path().join(file)).unwrap();
    let edit = counteroffer::document::PayrollEdit::Replace {
        workforce: Arc::new(workforce),
        leave_out: Vec::new(),
        label: "Leave the first group out".to_owned(),
    };
    harness
        .state_mut()
        .apply(counteroffer::document::Command::Payroll(edit));
    harness.state_mut().perform_one(Action::Disk(Asked::Save));
    harness.rest();
    let said = screen::said(&harness);
    assert!(said.contains("not saved"), "{said}");
    assert_eq!(groups(&path), old);
    assert!(harness.state().document().is_edited());
}

#[test]
fn a_changed_table_accepted_on_a_full_disk_stays_the_users_to_save() {
    for calls in 0..4 {
        let folder = tempfile::tempdir().unwrap();
        let path = saved(folder.path());
        let People::Table { file, .. } = files::open(&path)
            .unwrap()
            .scenario
            .workforce
            .people
            .clone()
        else {
            panic!("no table");
        };
        let beside = folder.path().join(file);
        let text = fs::read_to_string(&beside).unwrap();
        let changed = text.replace(",240,228,", ",241,228,");
        assert_ne!(changed, text);
        fs::write(&beside, &changed).unwrap();
        let mut harness = opened(&path);
        click(&mut harness, "Accept it as it is now");
        let disk = FullDisk::after(calls);
        harness.state_mut().disk = Box::new(disk.clone());
        harness.state_mut().perform_one(Action::Disk(Asked::Save));
        harness.rest();
        if screen::said(&harness).contains("Replace the file?") {
            click(&mut harness, "Replace");
        }
        assert!(harness.state().document().is_edited(), "{calls}");
        // Neither what the other program wrote nor the scenario is lost.
        assert_eq!(fs::read_to_string(&beside).unwrap(), changed);
        disk.has_room();
        harness.state_mut().close_dialogs();
        harness.state_mut().perform_one(Action::Disk(Asked::Save));
        harness.rest();
        if screen::said(&harness).contains("Replace the file?") {
            click(&mut harness, "Replace");
        }
        let heads = groups(&path)
            .iter()
            .map(|one| one.headcount.get().unwrap())
            .sum::<u64>();
        assert_eq!(heads, 7_491);
    }
}

#[test]
fn a_table_changed_while_the_scenario_is_open_is_said_and_not_costed_until_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(folder.path());
    let mut harness = opened(&path);
    let before = harness.state_mut().results().offers[0].figures.cost;
    let People::Table { file, .. } = harness.state().scenario().workforce.people.clone() else {
        panic!("no table");
    };
    let beside = folder.path().join(file);
    let text = fs::read_to_string(&beside).unwrap();
    fs::write(&beside, text.replace(",240,228,", ",2400,2280,")).unwrap();
    put(&mut harness, Event::WindowFocused(true));
    let said = screen::said(&harness);
    assert!(
        said.contains("The table of groups was changed outside"),
        "{said}"
    );
    // Nothing of what the other program wrote is costed.
    assert_eq!(harness.state_mut().results().offers[0].figures.cost, before);
    click(&mut harness, "Read again");
    let said = screen::said(&harness);
    assert!(
        said.contains("The table of groups has been changed"),
        "{said}"
    );
    assert_eq!(harness.state_mut().results().offers[0].figures.cost, None);
    click(&mut harness, "Accept it as it is now");
    let after = harness.state_mut().results().offers[0].figures.cost;
    assert!(after.unwrap() > before.unwrap());
}

#[test]
fn cancelled_in_each_step_no_byte_beside_the_scenario_or_in_the_data_folder_changes() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let path = saved(folder.path());
    let roster = elsewhere.path().join("extract.csv");
    fs::write(&roster, made_up_csv(150, 5)).unwrap();
    let mut harness = opened(&path);
    let data = files::keeping::DataFolder::at(folder.path().join("data"));
    let ctx = harness.ctx.clone();
    harness.state_mut().start_keeping_in(&ctx, data);
    harness.rest();
    let before = bytes_in(folder.path());
    for (steps, by_key) in [
        (0, false),
        (1, false),
        (2, false),
        (0, true),
        (1, true),
        (2, true),
    ] {
        harness.state_mut().open(Ask::ImportRoster);
        harness.rest();
        open(&mut harness, &roster);
        for next in ["Next: columns", "Check"].into_iter().take(steps) {
            click(&mut harness, next);
            until(&mut harness, "every line accounted for");
        }
        if by_key {
            // Escape asks first, because a file was opened.
            press(&mut harness, Key::Escape, Modifiers::NONE);
            let leave = harness.query_by_label_contains("Discard").is_some();
            if leave {
                harness.get_by_label_contains("Discard").click();
                harness.rest();
            }
            harness.state_mut().close_dialogs();
        } else {
            click(&mut harness, "Cancel");
        }
        harness.rest();
        assert!(!harness.state().document().is_edited());
        assert_eq!(bytes_in(folder.path()), before, "after {steps} steps");
    }
}
