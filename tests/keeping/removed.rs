//! Nothing depends on frames, and a data folder removed while the program runs is made again.

use std::fs;
use std::time::{Duration, Instant};

use counteroffer::files::keeping::{AutosaveStatus, Keeper, Recovery};
use counteroffer::files::{Over, RealDisk, save};

use super::broken_disk::{BrokenDisk, Fault};
use super::{QUICK, files_in, folders, is_kept, offered, saved, tick_until, version};

/// Until something holds, without a frame being drawn.
fn wait(what: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// The frame in which the edit is made is the last one drawn: the window is covered from then on.
#[test]
fn an_edit_is_kept_though_no_further_frame_is_drawn() {
    let (_both, data, _documents) = folders();
    let mut keeper = Keeper::start_on(Box::new(RealDisk), Ok(&data), QUICK, || {});
    keeper.opened(None);
    keeper.tick(Instant::now(), 1, || Some(version(7)));
    let autosaves = data.path().join("autosaves");
    wait("it is kept", || files_in(&autosaves).len() == 2);
    // What the last frame handed over is kept even where the program ends before it was due.
    keeper.tick(Instant::now(), 2, || Some(version(8)));
    drop(keeper);
    assert_eq!(offered(&Recovery::look(&data)), [8]);
}

#[test]
fn a_data_folder_removed_while_running_is_made_again() {
    use std::os::unix::fs::PermissionsExt;
    let (_both, data, _documents) = folders();
    let mut keeper = Keeper::start_on(Box::new(RealDisk), Ok(&data), QUICK, || {});
    keeper.opened(None);
    tick_until(&mut keeper, 1, &|| Some(version(1)), is_kept);
    fs::remove_dir_all(data.path()).unwrap();
    // With no further edit, what is unsaved comes back.
    let autosaves = data.path().join("autosaves");
    wait("it is kept again", || {
        autosaves.is_dir() && files_in(&autosaves).len() == 2
    });
    let mode = fs::metadata(data.path()).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o700);
    fs::remove_dir_all(data.path()).unwrap();
    keeper.tick(Instant::now(), 2, || Some(version(2)));
    wait("the edit is kept", || {
        autosaves.is_dir() && files_in(&autosaves).len() == 2
    });
    drop(keeper);
    assert_eq!(offered(&Recovery::look(&data)), [2]);
}

/// "Not autosaved" is no longer so once the work is saved.
#[test]
fn what_was_said_of_a_failed_autosave_goes_with_a_save() {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    let original = saved(&path, 1);
    let disk = BrokenDisk::default();
    let mut keeper = Keeper::start_on(Box::new(disk.clone()), Ok(&data), QUICK, || {});
    keeper.opened(Some(original));
    disk.break_at("write", Fault::Refuse(28));
    tick_until(&mut keeper, 1, &|| Some(version(2)), |status| {
        matches!(status, AutosaveStatus::Failed(_))
    });
    let outcome = save(&version(2), &path, Over::Anything).unwrap();
    keeper.saved(&path, &outcome);
    assert_eq!(*keeper.status(), AutosaveStatus::Nothing);
}
