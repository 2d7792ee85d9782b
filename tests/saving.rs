//! Saving: whatever fails, and whenever the program is killed, the old file or the new one is
//! there, whole.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is the failure message"
)]

#[path = "saving/failing.rs"]
mod failing;
#[path = "saving/faults.rs"]
mod faults;
#[path = "saving/killed.rs"]
mod killed;
mod numbers;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use counteroffer::files::{
    FileError, Over, RealDisk, TEMPORARY_PREFIX, backup_path, has_changed, open, save, save_on,
    sweep, to_ron,
};
use counteroffer::scenario::Scenario;
use failing::{Failing, What};
use tempfile::TempDir;

/// A scenario that keeps every rule; each number makes another one.
fn version(number: u64) -> Scenario {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/malformed/whole.ron");
    let mut scenario = open(Path::new(path)).unwrap().scenario;
    scenario.note = number.to_string();
    scenario
}

fn text(number: u64) -> String {
    to_ron(&version(number)).unwrap()
}

fn content(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// Our temporaries in a folder.
fn temporaries(folder: &Path) -> Vec<PathBuf> {
    let ours = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(TEMPORARY_PREFIX)
    };
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .filter(ours)
        .collect()
}

/// A folder with version 2 in a file and version 1 in its backup.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    save(&version(1), &path, Over::Nothing).unwrap();
    save(&version(2), &path, Over::Anything).unwrap();
    (folder, path)
}

#[test]
fn the_backup_is_the_version_before() {
    let (folder, path) = folder();
    assert_eq!(content(&path), text(2));
    assert_eq!(content(&backup_path(&path)), text(1));
    let known = open(&path).unwrap().fingerprint;
    let saved = save(&version(3), &path, Over::Known(&known)).unwrap();
    assert!(saved.durable);
    assert_eq!(saved.backup, Some(backup_path(&path)));
    assert_eq!(
        (content(&path), content(&backup_path(&path))),
        (text(3), text(2))
    );
    // Saving the same again must not push version 2 out of the backup.
    let again = save(&version(3), &path, Over::Known(&saved.fingerprint)).unwrap();
    assert_eq!(
        (again.backup, again.fingerprint.sha256),
        (None, saved.fingerprint.sha256)
    );
    assert_eq!(content(&backup_path(&path)), text(2));
    assert_eq!(temporaries(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let (far, near) = (folder.path().join("far"), folder.path().join("near"));
    fs::create_dir(&far).unwrap();
    fs::create_dir(&near).unwrap();
    symlink("../far/case.ron", near.join("middle.ron")).unwrap();
    symlink("middle.ron", near.join("case.ron")).unwrap();
    // At first the links lead nowhere.
    for number in [1, 2] {
        save(&version(number), &near.join("case.ron"), Over::Anything).unwrap();
        assert!(
            fs::symlink_metadata(near.join("case.ron"))
                .unwrap()
                .is_symlink()
        );
        assert_eq!(content(&far.join("case.ron")), text(number));
    }
    assert_eq!(content(&far.join("case.ron.bak")), text(1));
    assert_eq!(fs::read_dir(&near).unwrap().count(), 2);
    symlink("round.ron", near.join("round.ron")).unwrap();
    assert!(save(&version(1), &near.join("round.ron"), Over::Anything).is_err());
}

#[test]
fn a_save_keeps_the_mode_of_the_file() {
    let (_folder, path) = folder();
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o7777;
    let fresh = mode();
    assert_eq!(fresh & 0o600, 0o600);
    for wanted in [0o600, 0o640, 0o664, 0o755] {
        fs::set_permissions(&path, fs::Permissions::from_mode(wanted)).unwrap();
        save(&version(u64::from(wanted)), &path, Over::Anything).unwrap();
        assert_eq!(mode(), wanted);
    }
}

#[test]
fn another_windows_change_is_never_overwritten_silently() {
    let (folder, path) = folder();
    let known = open(&path).unwrap().fingerprint;
    assert!(!has_changed(&path, &known).unwrap());
    // The same contents written again are no change, whatever the clock says.
    fs::write(&path, text(2)).unwrap();
    let later = SystemTime::now() + Duration::from_secs(60);
    fs::File::options()
        .append(true)
        .open(&path)
        .unwrap()
        .set_modified(later)
        .unwrap();
    assert!(!has_changed(&path, &known).unwrap());
    fs::write(&path, text(7)).unwrap();
    assert!(has_changed(&path, &known).unwrap());
    let error = save(&version(3), &path, Over::Known(&known)).unwrap_err();
    assert!(matches!(error, FileError::ChangedOutside(_)));
    assert!(error.to_string().contains("nothing was saved"));
    let error = save(&version(3), &path, Over::Nothing).unwrap_err();
    assert!(error.to_string().contains("exists already"));
    assert_eq!(
        (content(&path), content(&backup_path(&path))),
        (text(7), text(1))
    );
    assert_eq!(temporaries(folder.path()), Vec::<PathBuf>::new());
    // Told to overwrite, it keeps the other's version as the backup.
    save(&version(3), &path, Over::Anything).unwrap();
    assert_eq!(
        (content(&path), content(&backup_path(&path))),
        (text(3), text(7))
    );
    fs::remove_file(&path).unwrap();
    assert!(has_changed(&path, &known).unwrap());
    save(&version(4), &path, Over::Known(&known)).unwrap();
    assert_eq!(content(&path), text(4));
}

#[test]
fn a_change_between_look_and_rename_is_seen() {
    let (_folder, path) = folder();
    let known = open(&path).unwrap().fingerprint;
    let disk = Failing::at(7, What::MeanwhileWrite(path.clone(), text(9)));
    let error = save_on(&disk, &version(3), &path, Over::Known(&known)).unwrap_err();
    assert!(matches!(error, FileError::ChangedOutside(_)), "{error}");
    assert_eq!(content(&path), text(9));
}

#[test]
fn two_windows_lose_no_change() {
    let (_folder, path) = folder();
    save(&version(0), &path, Over::Anything).unwrap();
    let count_up = || {
        let mut done = 0;
        while done < 100 {
            let opened = open(&path).unwrap();
            let next = opened.scenario.note.parse::<u64>().unwrap() + 1;
            match save(&version(next), &path, Over::Known(&opened.fingerprint)) {
                Ok(_) => done += 1,
                Err(FileError::ChangedOutside(_) | FileError::Busy(_)) => {}
                Err(error) => panic!("{error}"),
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(count_up);
        scope.spawn(count_up);
    });
    assert_eq!(content(&path), text(200));
}

#[test]
fn a_newer_versions_file_is_not_saved_over() {
    let (_folder, path) = folder();
    let newer = text(2)
        .replace("version: 1", "version: 2")
        .replace("(\n    version", "(\n    mood: 3, version");
    fs::write(&path, &newer).unwrap();
    let opened = open(&path).unwrap();
    assert!(opened.read_only.unwrap().contains("mood"));
    for over in [Over::Known(&opened.fingerprint), Over::Anything] {
        let error = save(&opened.scenario, &path, over).unwrap_err();
        assert!(matches!(
            error,
            FileError::WouldLoseNewer { version: 2, .. }
        ));
        assert!(
            error
                .to_string()
                .contains("Save under another name, or update the program")
        );
    }
    assert_eq!(content(&path), newer);
    let other = path.with_file_name("other.ron");
    save(&opened.scenario, &other, Over::Nothing).unwrap();
    assert_eq!(content(&other), text(2));
}

#[test]
fn where_nothing_can_be_saved_it_says_so() {
    let (folder, _) = folder();
    let told = |path: &Path| {
        save(&version(3), path, Over::Anything)
            .unwrap_err()
            .to_string()
    };
    assert!(told(folder.path()).contains("is a folder"));
    let nowhere = folder.path().join("no/such/case.ron");
    assert!(told(&nowhere).contains("its folder does not exist"));
    let long = folder.path().join("n".repeat(300));
    assert!(told(&long).contains("too long"), "{}", told(&long));
    assert_eq!(temporaries(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn only_our_own_stale_temporaries_are_swept() {
    let (folder, path) = folder();
    let here = folder.path();
    let ours = here.join(format!("{TEMPORARY_PREFIX}abc123.ron"));
    let backup = here.join(format!("{TEMPORARY_PREFIX}abc123.ron.bak"));
    let lock = here.join(format!("{TEMPORARY_PREFIX}0011.lock"));
    let others = here.join(".~lock.case.ron#");
    let nested = here.join(format!("{TEMPORARY_PREFIX}folder"));
    for file in [&ours, &backup, &lock, &others] {
        fs::write(file, "x").unwrap();
    }
    fs::create_dir(&nested).unwrap();
    let (before, after) = (Duration::from_secs(3600), Duration::from_secs(5));
    // Made after the program started: they may belong to a save under way.
    assert_eq!(sweep(here, SystemTime::now() - before).unwrap(), 1);
    assert!(ours.exists() && backup.exists() && !lock.exists());
    // Another window is saving at this moment.
    let held = fs::File::create(&lock).unwrap();
    held.lock().unwrap();
    assert_eq!(sweep(here, SystemTime::now() + after).unwrap(), 0);
    drop(held);
    // A program that another test starts has the lock too, until it runs.
    let patience = std::time::Instant::now() + Duration::from_secs(10);
    let mut swept = 0;
    while swept == 0 && std::time::Instant::now() < patience {
        swept = sweep(here, SystemTime::now() + after).unwrap();
        std::thread::yield_now();
    }
    assert_eq!(swept, 3);
    assert!(others.exists() && nested.exists() && path.exists() && backup_path(&path).exists());
}

#[test]
fn another_save_of_the_same_file_is_waited_for() {
    let (folder, path) = folder();
    let disk = Failing::at(usize::MAX, What::Refuse(0));
    save_on(&disk, &version(3), &path, Over::Anything).unwrap();
    let lock = disk.lock_path().unwrap();
    assert!(!lock.exists(), "the lock file goes with its save");
    let held = fs::File::create(&lock).unwrap();
    held.lock().unwrap();
    let error = save_on(&RealDisk, &version(4), &path, Over::Anything).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("is being saved by another window")
    );
    std::thread::scope(|scope| {
        let saving = scope.spawn(|| save(&version(4), &path, Over::Anything));
        std::thread::sleep(Duration::from_millis(300));
        drop(held);
        saving.join().unwrap().unwrap();
    });
    assert_eq!(content(&path), text(4));
    assert_eq!(temporaries(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn a_file_that_may_not_be_changed_is_not_replaced() {
    let (_folder, path) = folder();
    if fs::metadata(&path).unwrap().uid() == 0 {
        // No mode keeps root out; the call that asks is in the table of calls above.
        return;
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let error = save(&version(3), &path, Over::Anything).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("you have no permission to change it")
    );
    assert_eq!(content(&path), text(2));
}
