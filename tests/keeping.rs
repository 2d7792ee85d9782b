//! Keeping: whatever happens between two saves, the work of the last seconds is offered again,
//! once, and nothing tells what nobody should know.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is the failure message"
)]

#[path = "keeping/broken_disk.rs"]
mod broken_disk;
#[path = "keeping/child.rs"]
mod child;
#[path = "keeping/faults.rs"]
mod faults;
#[path = "keeping/killed.rs"]
mod killed;
#[path = "keeping/panics.rs"]
mod panics;
#[path = "keeping/recovering.rs"]
mod recovering;
#[path = "keeping/removed.rs"]
mod removed;
#[path = "keeping/sharing.rs"]
mod sharing;
#[path = "keeping/versions.rs"]
mod versions;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use counteroffer::files::keeping::{
    Autosave, AutosaveStatus, DataFolder, Keeper, Original, Pace, Recovery,
};
use counteroffer::files::{Over, example, open, save};
use counteroffer::scenario::Scenario;
use tempfile::TempDir;

/// A pace for tests: a twentieth of the real one.
const QUICK: Pace = Pace {
    settle: Duration::from_millis(50),
    pause: Duration::from_millis(200),
};

/// A scenario; each number makes another one.
fn version(number: u64) -> Scenario {
    let mut scenario = example().unwrap();
    scenario.note = number.to_string();
    scenario
}

/// The number of a version.
fn number(scenario: &Scenario) -> u64 {
    scenario.note.parse().unwrap()
}

/// A data folder, and a folder for documents, both gone at the end.
fn folders() -> (TempDir, DataFolder, PathBuf) {
    let both = tempfile::tempdir().unwrap();
    let data = DataFolder::at(both.path().join("data")).unwrap();
    let documents = both.path().join("documents");
    fs::create_dir(&documents).unwrap();
    (both, data, documents)
}

/// A saved document.
fn saved(path: &Path, number: u64) -> Original {
    save(&version(number), path, Over::Anything).unwrap();
    as_it_is(path)
}

fn as_it_is(path: &Path) -> Original {
    Original {
        path: path.to_path_buf(),
        fingerprint: open(path).unwrap().fingerprint,
    }
}

/// Leaves work as a program that died would: its lock is given back, its files stay.
fn leave(data: &DataFolder, original: Option<&Original>, number: u64) {
    let mut autosave = Autosave::new(data);
    autosave.record(&version(number), original).unwrap();
}

/// The versions offered.
fn offered(recovery: &Recovery) -> Vec<u64> {
    let numbers = recovery.work.iter().map(|work| number(work.scenario()));
    numbers.collect()
}

/// All files below a folder.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_in(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// Ticks as a window would until the status is as wished.
fn tick_until(
    keeper: &mut Keeper,
    revision: u64,
    work: &dyn Fn() -> Option<Scenario>,
    wished: impl Fn(&AutosaveStatus) -> bool,
) {
    let start = Instant::now();
    while !wished(keeper.status()) {
        keeper.tick(Instant::now(), revision, work);
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "{:?}",
            keeper.status()
        );
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn is_kept(status: &AutosaveStatus) -> bool {
    matches!(status, AutosaveStatus::At(_))
}

#[test]
fn a_document_s_life_leaves_nothing_behind() {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    let original = saved(&path, 1);
    let mut keeper = Keeper::start_on(
        Box::new(counteroffer::files::RealDisk),
        Ok(&data),
        QUICK,
        || {},
    );
    assert_eq!(keeper.opened(Some(original.clone())), None);
    // Opened and unedited: nothing is written, and soon nothing is due.
    let start = Instant::now();
    assert!(keeper.tick(start, 0, || None).is_some());
    assert_eq!(keeper.tick(start + QUICK.settle, 0, || None), None);
    assert!(files_in(data.path()).is_empty());
    // Edited: kept, and then nothing is due again.
    tick_until(&mut keeper, 1, &|| Some(version(2)), is_kept);
    let idle = || -> Option<Scenario> { panic!("nothing was edited") };
    let later = Instant::now() + Duration::from_secs(60);
    assert_eq!(keeper.tick(later, 1, idle), None);
    assert_eq!(files_in(&data.path().join("autosaves")).len(), 2);
    // Undone to what is saved: nothing to offer any more.
    assert_eq!(keeper.tick(later, 2, || None), Some(later + QUICK.settle));
    assert_eq!(keeper.tick(later + QUICK.settle, 2, || None), None);
    // Edited and saved.
    keeper.tick(later, 3, || Some(version(3)));
    let outcome = save(&version(3), &path, Over::Known(&original.fingerprint)).unwrap();
    assert_eq!(keeper.saved(&path, &outcome), None);
    assert!(
        documents.read_dir().unwrap().count() == 3,
        "case, bak, lock"
    );
    keeper.close().unwrap();
    assert!(keeper.take_troubles().is_empty());
    assert!(files_in(&data.path().join("autosaves")).is_empty());
    assert!(documents.read_dir().unwrap().count() == 2, "case, bak");
    assert!(Recovery::look(&data).work.is_empty());
}

#[test]
fn only_the_user_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    let original = saved(&path, 1);
    let mut keeper = Keeper::start(Ok(&data), || {});
    keeper.opened(Some(original));
    let outcome = save(&version(2), &path, Over::Anything).unwrap();
    keeper.saved(&path, &outcome);
    drop(keeper);
    leave(&data, None, 3);
    let files = files_in(data.path());
    assert_eq!(files.len(), 3, "{files:?}");
    for file in files {
        let mode = fs::metadata(&file).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.display());
        let folder = fs::metadata(file.parent().unwrap()).unwrap();
        assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    }
}
