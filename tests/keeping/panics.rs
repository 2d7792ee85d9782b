//! Panics at different points: the work is recovered, and the notes hold no pay data.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use counteroffer::files::keeping::{
    AutosaveStatus, DataFolder, Keeper, KeepingError, Recovery, crash,
};
use counteroffer::files::{Over, open, save, save_on};
use counteroffer::scenario::Scenario;

use super::broken_disk::{BrokenDisk, CALLS, Fault};
use super::child::{Program, task};
use super::{QUICK, as_it_is, folders, is_kept, leave, number, saved, tick_until, version};

/// What no note may hold.
const CANARY: &str = "Canary Quillfeather 87.65";

/// Points in the program's own thread, or in one of its others.
const POINTS: [&str; 6] = ["edit", "work", "save", "saved", "thread", "recover"];

fn secret(number: u64) -> Scenario {
    let mut scenario = version(number);
    scenario.title = CANARY.to_owned();
    scenario
}

/// Not a test of its own: edits, and panics at the point it is told.
#[test]
fn panicking_program() {
    let Some(task) = task() else { return };
    let data = DataFolder::at(&task.data).unwrap();
    crash::install(Some(&data));
    let disk = BrokenDisk::default();
    let mut keeper = Keeper::start_on(Box::new(disk.clone()), Ok(&data), QUICK, || {});
    if task.what == "recover" {
        let work = Recovery::look(&data).work.pop().unwrap();
        let (scenario, ..) = keeper.recover(work);
        panic!("{CANARY} {scenario:?}");
    }
    keeper.opened(Some(as_it_is(&task.document)));
    tick_until(&mut keeper, 2, &|| Some(secret(2)), is_kept);
    if let Some(call) = CALLS.iter().find(|call| **call == task.what) {
        // In the thread that autosaves: it goes on, and so does the program.
        disk.break_at(call, Fault::Panic(CANARY.to_owned()));
        tick_until(&mut keeper, 3, &|| Some(secret(3)), |status| {
            *status == AutosaveStatus::Failed(KeepingError::Fault)
        });
        tick_until(&mut keeper, 4, &|| Some(secret(4)), is_kept);
        std::process::abort();
    }
    let path = &task.document;
    match task.what.as_str() {
        "edit" => panic!("{CANARY}"),
        "work" => {
            keeper.tick(Instant::now(), 3, || panic!("{CANARY}"));
        }
        "save" => {
            let disk = BrokenDisk::default();
            disk.break_at("rename", Fault::Panic(CANARY.to_owned()));
            save_on(&disk, &secret(2), path, Over::Anything).unwrap();
        }
        "saved" => {
            save(&secret(2), path, Over::Anything).unwrap();
            panic!("{CANARY}");
        }
        "thread" => {
            let thread = std::thread::spawn(|| panic!("{CANARY}"));
            assert!(thread.join().is_err());
            tick_until(&mut keeper, 3, &|| None, |_| true);
            // The commonest panic: an unwrap, whose message holds the error.
            let ended: Result<(), String> =
                CANARY.parse::<u8>().map(drop).map_err(|_| CANARY.into());
            ended.unwrap();
        }
        other => panic!("{other}"),
    }
    unreachable!("it went on after a panic");
}

/// How many files or lines hold the canary.
fn canaries(folder: &Path) -> usize {
    let notes = fs::read_dir(folder).unwrap();
    notes
        .filter(|note| {
            let text = fs::read_to_string(note.as_ref().unwrap().path()).unwrap();
            text.contains("Canary") || text.contains("Quillfeather") || text.contains("87.65")
        })
        .count()
}

fn panics_at(point: &str) {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    let original = saved(&path, 1);
    if point == "recover" {
        leave(&data, Some(&original), 2);
    }
    let end = Program::start("panics::panicking_program", point, data.path(), &path).end();
    let in_worker = CALLS.contains(&point);
    let expected = if in_worker { None } else { Some(101) };
    assert_eq!(end.code, expected, "{point}: {}", end.errors);

    let notes = crash::notes(&data);
    let panics = if point == "thread" { 2 } else { 1 };
    assert_eq!(notes.len(), panics, "{point}");
    for note in &notes {
        let text = fs::read_to_string(note).unwrap();
        assert!(text.contains("\nstopped at "), "{point}: {text}");
        assert!(text.contains("panics.rs") || text.contains("broken_disk.rs"));
        assert!(text.lines().count() > 10, "no backtrace: {text}");
    }
    assert_eq!(canaries(&data.crashes()), 0, "{point}");
    assert!(!end.errors.contains("Canary"), "{}", end.errors);
    assert!(end.errors.contains("Counteroffer met an error"));

    let mut recovery = Recovery::look(&data);
    if point == "saved" {
        // The very work is in the file: there is nothing to offer.
        assert!(recovery.work.is_empty());
        assert_eq!(number(&open(&path).unwrap().scenario), 2);
        return;
    }
    assert_eq!(recovery.work.len(), 1, "{point}");
    let work = recovery.work.pop().unwrap();
    let kept = number(work.scenario());
    assert!(kept == if in_worker { 4 } else { 2 }, "{point}: {kept}");
    work.discard().unwrap();
    assert!(Recovery::look(&data).work.is_empty());
}

#[test]
fn twelve_panics_lose_no_work_and_tell_nothing() {
    let points: Vec<&str> = POINTS.into_iter().chain(CALLS).collect();
    assert_eq!(points.len(), 12);
    std::thread::scope(|scope| {
        for three in points.chunks(3) {
            scope.spawn(move || three.iter().copied().for_each(panics_at));
        }
    });
    println!("12 panics at {points:?}: work recovered, 0 canaries in notes and messages");
}

/// A fault that repeats with every frame doesn't fill the disk, nor do many crashes.
#[test]
fn only_the_last_crash_notes_are_kept() {
    let (_both, data, documents) = folders();
    for old in 0..30 {
        fs::write(data.crashes().join(format!("{old:015}-1-0.txt")), "").unwrap();
    }
    let test = "panics::program_of_many_panics";
    let end = Program::start(test, "", data.path(), &documents).end();
    assert_eq!(end.code, Some(0), "{}", end.errors);
    let notes = crash::notes(&data);
    assert_eq!(notes.len(), 20 + 5);
    // The newest first: this program's own.
    let is_own = |note: &&PathBuf| !fs::read_to_string(note).unwrap().is_empty();
    assert_eq!(notes.iter().take_while(is_own).count(), 5);
    assert!(
        !notes
            .iter()
            .any(|note| note.ends_with("000000000000009-1-0.txt"))
    );
    assert_eq!(end.errors.matches("Counteroffer met an error").count(), 12);
}

/// Not a test of its own.
#[test]
fn program_of_many_panics() {
    let Some(task) = task() else { return };
    crash::install(Some(&DataFolder::at(&task.data).unwrap()));
    for _ in 0..12 {
        assert!(std::thread::spawn(|| panic!("{CANARY}")).join().is_err());
    }
}

/// Without a data folder the program still says where it stopped.
#[test]
fn without_a_data_folder_there_is_a_line() {
    let (_both, data, documents) = folders();
    let end = Program::start(
        "panics::program_without_a_folder",
        "",
        data.path(),
        &documents,
    )
    .end();
    assert_eq!(end.code, Some(101));
    assert!(end.errors.contains("panics.rs:"), "{}", end.errors);
    assert!(!end.errors.contains("Canary"), "{}", end.errors);
}

/// Not a test of its own.
#[test]
fn program_without_a_folder() {
    if task().is_some() {
        crash::install(None);
        std::thread::sleep(Duration::from_millis(1));
        panic!("{CANARY}");
    }
}
