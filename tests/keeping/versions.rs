//! The last ten versions of each document.

use std::time::Duration;

use counteroffer::files::keeping::{Backup, Backups, Keeper, MOST_BACKUPS};
use counteroffer::files::{Over, save};

use super::{files_in, folders, number, saved, version};

fn numbers(kept: &[Backup]) -> Vec<u64> {
    let scenarios = kept.iter().map(|backup| backup.open().unwrap().scenario);
    scenarios.map(|scenario| number(&scenario)).collect()
}

#[test]
fn ten_versions_stay_of_each_document() {
    let (_both, data, documents) = folders();
    let backups = Backups::new(&data);
    let (one, other) = (documents.join("one.ron"), documents.join("other.ron"));
    assert!(backups.list(&one).is_empty());
    for (path, saves) in [(&one, 14), (&other, 3)] {
        let mut original = saved(path, 1);
        for number in 2..=saves {
            // A window of its own for each save; dropping it waits until the backup is kept.
            let mut keeper = Keeper::start(Ok(&data), || {});
            keeper.opened(Some(original.clone()));
            let known = Over::Known(&original.fingerprint);
            let outcome = save(&version(number), path, known).unwrap();
            keeper.saved(path, &outcome);
            // The same text again replaces nothing.
            let known = Over::Known(&outcome.fingerprint);
            let again = save(&version(number), path, known).unwrap();
            keeper.saved(path, &again);
            original.fingerprint = again.fingerprint;
            keeper.close().unwrap();
            assert!(keeper.take_troubles().is_empty());
        }
    }
    let kept = backups.list(&one);
    assert_eq!(kept.len(), MOST_BACKUPS);
    assert_eq!(numbers(&kept), (4..=13).rev().collect::<Vec<_>>());
    assert_eq!(numbers(&backups.list(&other)), [2, 1]);
    assert_eq!(files_in(data.path()).len(), 12);
}

#[test]
fn a_version_tells_when_it_was_saved() {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    let first = saved(&path, 1);
    std::thread::sleep(Duration::from_millis(30));
    let outcome = save(&version(2), &path, Over::Anything).unwrap();
    let backups = Backups::new(&data);
    backups.keep(&path, &outcome.backup.unwrap()).unwrap();
    let [kept] = &backups.list(&path)[..] else {
        panic!("one version was replaced");
    };
    assert_eq!(Some(kept.when), first.fingerprint.modified);
}

#[test]
fn two_windows_keep_versions_at_once() {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    saved(&path, 1);
    let replaced = save(&version(2), &path, Over::Anything).unwrap();
    let replaced = replaced.backup.unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..5 {
                    Backups::new(&data).keep(&path, &replaced).unwrap();
                }
            });
        }
    });
    assert_eq!(Backups::new(&data).list(&path).len(), MOST_BACKUPS);
}
