//! Each call of a save, failing with each errno.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use counteroffer::files::{FileError, Over, backup_path, open, save, save_on};

use super::failing::{Failing, What};
use super::{content, folder, temporaries, text, version};

/// Each errno with what the message must say.
const ERRNOS: [(i32, &str); 5] = [
    (28, "the disk is full"),
    (5, "the disk reports a fault"),
    (13, "you have no permission"),
    (30, "the disk can only be read, not written"),
    (24, "too many files are open"),
];

#[test]
fn any_call_may_fail_and_the_old_file_stays() {
    let calls = {
        let (_folder, path) = folder();
        let disk = Failing::never();
        save_on(&disk, &version(3), &path, Over::Anything).unwrap();
        disk.calls()
    };
    assert_eq!(
        calls,
        [
            "open_lock",
            "may_change",
            "read",
            "create_temporary",
            "copy_mode",
            "write",
            "sync_file",
            "read_back",
            "may_change",
            "read",
            "hard_link",
            "rename",
            "rename",
            "sync_folder"
        ]
    );
    for (errno, words) in ERRNOS {
        for (at, call) in calls.iter().enumerate() {
            let (folder, path) = folder();
            let known = open(&path).unwrap().fingerprint;
            let disk = Failing::at(at, What::Refuse(errno));
            let outcome = save_on(&disk, &version(3), &path, Over::Known(&known));
            let context = format!("{call} {errno}: {outcome:?}");
            assert_eq!(
                temporaries(folder.path()),
                Vec::<PathBuf>::new(),
                "{context}"
            );
            if *call == "sync_folder" {
                let saved = outcome.unwrap();
                assert!(!saved.durable, "{context}");
                assert_eq!(content(&path), text(3), "{context}");
                assert_eq!(content(&backup_path(&path)), text(2), "{context}");
                continue;
            }
            let error = outcome.unwrap_err();
            assert!(matches!(error, FileError::System { .. }), "{context}");
            let message = error.to_string();
            assert!(
                message.contains("was not saved") && message.contains(words),
                "{message}"
            );
            assert_eq!(content(&path), text(2), "{context}");
            let backup = content(&backup_path(&path));
            assert!(backup == text(1) || backup == text(2), "{context}");
            // The document is still unsaved; once the fault is gone, it can be saved.
            save(&version(3), &path, Over::Known(&known)).unwrap();
            assert_eq!(content(&path), text(3), "{context}");
        }
    }
}

#[test]
fn a_new_file_that_fails_is_not_there() {
    let calls = {
        let folder = tempfile::tempdir().unwrap();
        let disk = Failing::never();
        save_on(
            &disk,
            &version(1),
            &folder.path().join("new.ron"),
            Over::Nothing,
        )
        .unwrap();
        disk.calls()
    };
    let written = [
        "open_lock",
        "create_temporary",
        "write",
        "sync_file",
        "read_back",
        "rename_new",
    ];
    assert_eq!(calls[..6], written);
    for (errno, words) in ERRNOS {
        for at in 0..written.len() {
            let folder = tempfile::tempdir().unwrap();
            let disk = Failing::at(at, What::Refuse(errno));
            let error = save_on(
                &disk,
                &version(1),
                &folder.path().join("new.ron"),
                Over::Nothing,
            );
            assert!(error.unwrap_err().to_string().contains(words));
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }
}

#[test]
fn half_a_write_and_a_disk_that_gives_back_something_else() {
    let (folder, path) = folder();
    let disk = Failing::at(5, What::HalfThenRefuse(28));
    assert!(save_on(&disk, &version(3), &path, Over::Anything).is_err());
    let disk = Failing::at(7, What::GiveBackOther);
    let error = save_on(&disk, &version(3), &path, Over::Anything).unwrap_err();
    assert!(matches!(error, FileError::NotReadBack { .. }));
    assert!(
        error
            .to_string()
            .contains("could not be read back as the same scenario")
    );
    assert_eq!(content(&path), text(2));
    assert_eq!(content(&backup_path(&path)), text(1));
    assert_eq!(temporaries(folder.path()), Vec::<PathBuf>::new());
}

#[test]
fn where_a_disk_has_no_second_names_the_backup_is_a_copy() {
    for errno in [1, 95, 31, 18] {
        let (folder, path) = folder();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let disk = Failing::at(10, What::Refuse(errno));
        let saved = save_on(&disk, &version(3), &path, Over::Anything).unwrap();
        assert_eq!(saved.backup, Some(backup_path(&path)));
        assert_eq!(
            (content(&path), content(&backup_path(&path))),
            (text(3), text(2))
        );
        let mode = fs::metadata(backup_path(&path))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(temporaries(folder.path()), Vec::<PathBuf>::new());
    }
}
