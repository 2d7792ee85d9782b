//! Full disks, broken disks, folders that can't be written.

use counteroffer::files::RealDisk;
use counteroffer::files::keeping::{
    Autosave, AutosaveStatus, Backups, DataFolder, Keeper, KeepingError, Recovery,
};
use counteroffer::files::{Over, save};

use super::broken_disk::{BrokenDisk, CALLS, Fault};
use super::{QUICK, files_in, folders, is_kept, offered, saved, tick_until, version};

/// Full, read-only, faulty, forbidden, too many open files, over quota.
const REFUSALS: [(i32, &str); 6] = [
    (28, "the disk is full"),
    (30, "the disk can only be read, not written"),
    (5, "the disk reports a fault"),
    (13, "you have no permission"),
    (24, "too many files are open"),
    (122, "your share of the disk is used up"),
];

#[test]
fn whatever_fails_the_autosave_before_is_whole() {
    for call in CALLS {
        for (refusal, words) in REFUSALS {
            let (_both, data, _) = folders();
            let disk = BrokenDisk::default();
            let mut autosave = Autosave::on(Box::new(disk.clone()), &data);
            autosave.record(&version(1), None).unwrap();
            disk.break_at(call, Fault::Refuse(refusal));
            let error = autosave.record(&version(2), None).unwrap_err().to_string();
            assert!(error.contains(words), "{call}: {error}");
            assert!(
                error.contains("not autosaved") && error.contains("Save the file"),
                "{error}"
            );
            // It is tried again, and once the disk is mended it goes as ever.
            autosave.record(&version(3), None).unwrap_err();
            let kept = if refusal % 2 == 0 {
                disk.mend();
                autosave.record(&version(4), None).unwrap();
                4
            } else {
                1
            };
            drop(autosave);
            let recovery = Recovery::look(&data);
            assert!(recovery.messages.is_empty(), "{:?}", recovery.messages);
            assert_eq!(offered(&recovery), [kept], "{call} {refusal}");
            let files = files_in(data.path());
            assert_eq!(files.len(), 2, "{call} {refusal}: {files:?}");
        }
    }
}

#[test]
fn what_can_t_be_confirmed_is_kept_all_the_same() {
    let (_both, data, _) = folders();
    let disk = BrokenDisk::default();
    disk.break_at("sync_folder", Fault::Refuse(5));
    let mut autosave = Autosave::on(Box::new(disk), &data);
    autosave.record(&version(1), None).unwrap();
    drop(autosave);
    assert_eq!(offered(&Recovery::look(&data)), [1]);
}

#[test]
fn a_first_autosave_that_fails_leaves_nothing_to_offer() {
    for call in CALLS {
        let (_both, data, _) = folders();
        let disk = BrokenDisk::default();
        disk.break_at(call, Fault::Refuse(28));
        let mut autosave = Autosave::on(Box::new(disk), &data);
        autosave.record(&version(1), None).unwrap_err();
        drop(autosave);
        let recovery = Recovery::look(&data);
        assert!(recovery.work.is_empty() && recovery.messages.is_empty());
        assert!(files_in(data.path()).is_empty(), "{call}");
    }
}

/// Saved under another name while the disk is full: the work kept under the old one stays.
#[test]
fn a_document_with_a_new_name_keeps_its_last_autosave() {
    for call in CALLS {
        let (_both, data, documents) = folders();
        let (one, other) = (
            saved(&documents.join("one.ron"), 0),
            saved(&documents.join("other.ron"), 0),
        );
        let disk = BrokenDisk::default();
        let mut autosave = Autosave::on(Box::new(disk.clone()), &data);
        autosave.record(&version(1), Some(&one)).unwrap();
        disk.break_at(call, Fault::Refuse(28));
        autosave.record(&version(2), Some(&other)).unwrap_err();
        let wanted = if call == "write" {
            disk.mend();
            autosave.record(&version(3), Some(&other)).unwrap();
            (3, other)
        } else {
            (1, one)
        };
        drop(autosave);
        let recovery = Recovery::look(&data);
        assert_eq!(offered(&recovery), [wanted.0], "{call}");
        assert_eq!(recovery.work[0].original(), Some(&wanted.1));
    }
}

#[test]
fn the_window_hears_of_a_full_disk_and_of_its_end() {
    let (_both, data, _) = folders();
    let disk = BrokenDisk::default();
    let mut keeper = Keeper::start_on(Box::new(disk.clone()), Ok(&data), QUICK, || {});
    disk.break_at("write", Fault::Refuse(28));
    tick_until(
        &mut keeper,
        1,
        &|| Some(version(1)),
        |status| matches!(status, AutosaveStatus::Failed(KeepingError::Autosave { why }) if why == "the disk is full"),
    );
    disk.mend();
    // No further edit is needed: what wasn't kept is tried again.
    tick_until(&mut keeper, 1, &|| Some(version(1)), is_kept);
    drop(keeper);
    assert_eq!(offered(&Recovery::look(&data)), [1]);
}

#[test]
fn without_a_data_folder_the_program_goes_on() {
    let (both, _data, documents) = folders();
    let file = both.path().join("file");
    std::fs::write(&file, "").unwrap();
    let refused = DataFolder::at(file.join("data")).unwrap_err();
    let mut keeper = Keeper::start(Err(&refused), || {});
    let AutosaveStatus::Off(error) = keeper.status() else {
        panic!("{:?}", keeper.status());
    };
    let words = error.to_string();
    assert!(
        words.contains("off") && words.contains("Save often"),
        "{words}"
    );
    // Everything else works, the lock included.
    let path = documents.join("case.ron");
    let original = saved(&path, 1);
    assert_eq!(keeper.opened(Some(original)), None);
    assert_eq!(keeper.tick(std::time::Instant::now(), 1, || None), None);
    let outcome = save(&version(2), &path, Over::Anything).unwrap();
    assert_eq!(keeper.saved(&path, &outcome), None);
    assert!(matches!(keeper.status(), AutosaveStatus::Off(_)));
    keeper.close().unwrap();
}

#[test]
fn a_backup_that_fails_is_told_and_leaves_the_others() {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    saved(&path, 1);
    let replaced = save(&version(2), &path, Over::Anything)
        .unwrap()
        .backup
        .unwrap();
    Backups::on(Box::new(RealDisk), &data)
        .keep(&path, &replaced)
        .unwrap();
    for call in ["create_temporary", "write", "sync_file", "rename_new"] {
        let disk = BrokenDisk::default();
        disk.break_at(call, Fault::Refuse(28));
        let backups = Backups::on(Box::new(disk), &data);
        let error = backups.keep(&path, &replaced).unwrap_err().to_string();
        assert!(
            error.starts_with("The file is saved") && error.contains("the disk is full"),
            "{error}"
        );
        assert_eq!(backups.list(&path).len(), 1);
        assert_eq!(files_in(data.path()).len(), 1, "{call}");
    }
}
