//! Two windows on one document.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use counteroffer::files::keeping::{Claim, DataFolder, DocumentLock, Keeper, Recovery};
use counteroffer::files::{FileError, Over, RealDisk, open, save, sweep};

use super::broken_disk::{BrokenDisk, Fault};
use super::child::{Program, task};
use super::{QUICK, as_it_is, folders, is_kept, offered, saved, tick_until, version};

/// Not a test of its own: has a document open and edited, until it is killed.
#[test]
fn holding_program() {
    let Some(task) = task() else { return };
    let data = DataFolder::at(&task.data).unwrap();
    let mut keeper = Keeper::start_on(Box::new(RealDisk), Ok(&data), QUICK, || {});
    assert_eq!(keeper.opened(Some(as_it_is(&task.document))), None);
    tick_until(&mut keeper, 2, &|| Some(version(2)), is_kept);
    println!("\nready");
    std::thread::sleep(Duration::from_secs(60));
}

/// The lock files in a folder.
fn locks(folder: &Path) -> Vec<PathBuf> {
    let mut files = super::files_in(folder);
    files.retain(|file| file.extension().is_some_and(|kind| kind == "open"));
    files
}

#[test]
fn the_second_window_is_told_and_the_dead_one_s_place_is_taken() {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    saved(&path, 1);
    for _ in 0..3 {
        let mut program = Program::start("sharing::holding_program", "", data.path(), &path);
        program.wait_for("ready");
        let Claim::Elsewhere(holder) = DocumentLock::take(&path) else {
            panic!("two windows have one document");
        };
        assert_eq!(holder.process, Some(program.id()));
        let since = holder.since.unwrap().elapsed().unwrap();
        assert!(since < Duration::from_secs(60));
        // Also by another way to the same file.
        let detour = documents.join("..").join("documents").join("case.ron");
        assert!(matches!(DocumentLock::take(&detour), Claim::Elsewhere(_)));
        // Its work is its own; here it is opened with a notice, and nothing is overwritten.
        assert!(Recovery::look(&data).work.is_empty());
        let mut keeper = Keeper::start(Ok(&data), || {});
        let notice = keeper.opened(Some(as_it_is(&path))).unwrap();
        assert!(
            notice.contains(&format!("another window (process {}", program.id())),
            "{notice}"
        );
        assert!(notice.contains("close one of them"), "{notice}");
        let before = open(&path).unwrap();
        save(&version(8), &path, Over::Anything).unwrap();
        let refused = save(&version(9), &path, Over::Known(&before.fingerprint));
        assert!(matches!(refused, Err(FileError::ChangedOutside(_))));
        keeper.close().unwrap();

        program.kill();
        assert_eq!(locks(&documents).len(), 1, "a dead program's lock file");
        let Claim::Held(lock) = DocumentLock::take(&path) else {
            panic!("a dead program holds the document");
        };
        assert!(lock.is_of(&detour));
        // It is this window's now, and says so.
        let Claim::Elsewhere(holder) = DocumentLock::take(&path) else {
            panic!("held twice");
        };
        assert_eq!(holder.process, Some(std::process::id()));
        drop(lock);
        assert!(locks(&documents).is_empty());
        let mut recovery = Recovery::look(&data);
        assert_eq!(offered(&recovery), [2]);
        recovery.work.pop().unwrap().discard().unwrap();
        saved(&path, 1);
    }
}

#[test]
fn saving_and_sweeping_leave_the_lock_alone() {
    let (_both, _data, documents) = folders();
    let path = documents.join("case.ron");
    let mut known = saved(&path, 1).fingerprint;
    let lock = DocumentLock::take(&path);
    assert!(matches!(lock, Claim::Held(_)));
    for number in 2..5 {
        known = save(&version(number), &path, Over::Known(&known))
            .unwrap()
            .fingerprint;
        let later = std::time::SystemTime::now() + Duration::from_secs(5);
        assert_eq!(sweep(&documents, later).unwrap(), 0);
        assert!(matches!(DocumentLock::take(&path), Claim::Elsewhere(_)));
    }
}

#[test]
fn of_many_windows_one_has_the_document() {
    let (_both, _data, documents) = folders();
    let path = documents.join("case.ron");
    saved(&path, 1);
    let (holders, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let until = Instant::now() + Duration::from_millis(400);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while Instant::now() < until {
                    if let Claim::Held(lock) = DocumentLock::take(&path) {
                        assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                        taken.fetch_add(1, Ordering::SeqCst);
                        assert_eq!(holders.fetch_sub(1, Ordering::SeqCst), 1);
                        drop(lock);
                    }
                }
            });
        }
    });
    let taken = taken.into_inner();
    println!("8 windows took one document {taken} times, never two at once");
    assert!(taken > 8 && locks(&documents).is_empty());
}

#[test]
fn where_nothing_can_be_written_it_says_so() {
    let path = Path::new("/cases/case.ron");
    for (number, words) in [(30, "can only be read"), (13, "no permission")] {
        let disk = BrokenDisk::default();
        disk.break_at("open_lock", Fault::Refuse(number));
        let Claim::Unlocked(why) = DocumentLock::take_on(&disk, path) else {
            panic!("{:?}", io::Error::from_raw_os_error(number));
        };
        assert!(
            why.contains("case.ron can't be marked as open") && why.contains(words),
            "{why}"
        );
        assert!(why.contains("still noticed before a save"), "{why}");
    }
}

#[test]
fn the_lock_follows_the_document_to_its_new_name() {
    let (_both, data, documents) = folders();
    let (one, other) = (documents.join("one.ron"), documents.join("other.ron"));
    let original = saved(&one, 1);
    let mut keeper = Keeper::start(Ok(&data), || {});
    keeper.opened(Some(original.clone()));
    // Opened again in the same window: no notice about itself.
    assert_eq!(keeper.opened(Some(original)), None);
    let outcome = save(&version(2), &other, Over::Nothing).unwrap();
    assert_eq!(keeper.saved(&other, &outcome), None);
    assert!(matches!(DocumentLock::take(&one), Claim::Held(_)));
    assert!(matches!(DocumentLock::take(&other), Claim::Elsewhere(_)));
    keeper.opened(None);
    assert!(locks(&documents).is_empty());
}
