//! What is offered at the start, and what isn't.

use std::fs;
use std::time::{Duration, SystemTime};

use counteroffer::files::keeping::{Autosave, FileSince, Keeper, Recovery};
use counteroffer::files::{Over, save, to_ron};

use super::{files_in, folders, leave, number, offered, saved, version};

#[test]
fn what_is_in_the_file_already_is_not_offered() {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    let original = saved(&path, 1);
    leave(&data, Some(&original), 1);
    assert!(Recovery::look(&data).work.is_empty());
    assert!(files_in(data.path()).is_empty());
    // Also where a save came between, and where the file says the same in other words.
    leave(&data, Some(&original), 2);
    let text = to_ron(&version(2)).unwrap();
    fs::write(&path, format!("// Ours.\n{text}")).unwrap();
    assert!(Recovery::look(&data).work.is_empty());
    assert!(files_in(data.path()).is_empty());
}

#[test]
fn each_offer_says_what_became_of_its_file() {
    let (_both, data, documents) = folders();
    for (name, since) in [
        ("a.ron", FileSince::AsItWas),
        ("b.ron", FileSince::Changed),
        ("c.ron", FileSince::Gone),
    ] {
        let path = documents.join(name);
        let original = saved(&path, 1);
        leave(&data, Some(&original), 2);
        match since {
            FileSince::Changed => drop(save(&version(3), &path, Over::Anything)),
            FileSince::Gone => fs::remove_file(&path).unwrap(),
            _ => {}
        }
        let mut recovery = Recovery::look(&data);
        let work = recovery.work.pop().unwrap();
        assert_eq!((work.file, recovery.work.len()), (since, 0));
        assert_eq!(work.original(), Some(&original));
        let words = work.in_words(SystemTime::now() + Duration::from_secs(120));
        assert!(words.starts_with(work.title()), "{words}");
        assert!(words.contains(&path.display().to_string()), "{words}");
        assert!(words.contains("autosaved 2 minutes ago"), "{words}");
        work.discard().unwrap();
    }
    leave(&data, None, 1);
    let work = Recovery::look(&data).work.pop().unwrap();
    assert_eq!((work.file, work.original()), (FileSince::Untitled, None));
    assert!(work.in_words(SystemTime::now()).contains("never saved"));
}

#[test]
fn the_newest_comes_first_and_the_living_are_left_alone() {
    let (_both, data, _) = folders();
    for number in [1, 2, 3] {
        leave(&data, None, number);
        std::thread::sleep(Duration::from_millis(10));
    }
    let mut living = Autosave::new(&data);
    living.record(&version(4), None).unwrap();
    let recovery = Recovery::look(&data);
    assert_eq!(offered(&recovery), [3, 2, 1]);
    drop(recovery);
    // Neither adopted nor discarded: offered again.
    assert_eq!(offered(&Recovery::look(&data)), [3, 2, 1]);
    living.record(&version(5), None).unwrap();
    drop(living);
    assert_eq!(offered(&Recovery::look(&data)), [5, 3, 2, 1]);
}

#[test]
fn recovered_work_is_safe_from_the_first_moment() {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    let original = saved(&path, 1);
    leave(&data, Some(&original), 2);
    for _ in 0..3 {
        // The program dies right after it took the work: it is offered again.
        let mut keeper = Keeper::start(Ok(&data), || {});
        let work = Recovery::look(&data).work.pop().unwrap();
        let (scenario, of, notice) = keeper.recover(work);
        assert_eq!(number(&scenario), 2);
        assert_eq!((of.as_ref(), notice), (Some(&original), None));
        assert!(Recovery::look(&data).work.is_empty());
    }
    // Edited on, it is one work, not two.
    let mut keeper = Keeper::start_on(
        Box::new(counteroffer::files::RealDisk),
        Ok(&data),
        super::QUICK,
        || {},
    );
    keeper.recover(Recovery::look(&data).work.pop().unwrap());
    super::tick_until(&mut keeper, 1, &|| Some(version(3)), super::is_kept);
    drop(keeper);
    assert_eq!(offered(&Recovery::look(&data)), [3]);
    // Saved, it is gone.
    let mut keeper = Keeper::start(Ok(&data), || {});
    keeper.recover(Recovery::look(&data).work.pop().unwrap());
    let outcome = save(&version(3), &path, Over::Known(&original.fingerprint)).unwrap();
    keeper.saved(&path, &outcome);
    drop(keeper);
    assert!(Recovery::look(&data).work.is_empty());
}

#[test]
fn one_of_many_starting_windows_offers_it() {
    let (_both, data, _) = folders();
    leave(&data, None, 1);
    let looks: Vec<_> = (0..8)
        .map(|_| {
            let data = data.clone();
            std::thread::spawn(move || Recovery::look(&data))
        })
        .collect();
    // Held until all have looked.
    let found: Vec<Recovery> = looks.into_iter().map(|look| look.join().unwrap()).collect();
    let offers: usize = found.iter().map(|found| found.work.len()).sum();
    assert_eq!(offers, 1);
    assert!(found.iter().all(|found| found.messages.is_empty()));
}

#[test]
fn damaged_autosaves_are_set_aside_and_stop_nothing() {
    let whole = to_ron(&version(1)).unwrap();
    let damaged: [&[u8]; 5] = [
        b"",
        b"\0\0\0\0\0\0\0\0",
        b"nonsense",
        &whole.as_bytes()[..whole.len() / 2],
        b"(version: 1",
    ];
    for bytes in damaged {
        let (_both, data, _) = folders();
        leave(&data, None, 1);
        leave(&data, None, 2);
        let mut autosaves = files_in(&data.path().join("autosaves"));
        autosaves.retain(|file| file.extension().is_some_and(|kind| kind == "ron"));
        autosaves.sort();
        let kept = version(2);
        let broken = autosaves
            .iter()
            .find(|file| fs::read_to_string(file).unwrap() != to_ron(&kept).unwrap())
            .unwrap();
        fs::write(broken, bytes).unwrap();
        let recovery = Recovery::look(&data);
        assert_eq!(offered(&recovery), [2]);
        let [message] = &recovery.messages[..] else {
            panic!("{:?}", recovery.messages);
        };
        assert!(message.contains("damaged and was set aside"), "{message}");
        assert_eq!(files_in(&data.path().join("set-aside")).len(), 1);
        drop(recovery);
        let recovery = Recovery::look(&data);
        assert_eq!((offered(&recovery), recovery.messages.len()), (vec![2], 0));
    }
}

#[test]
fn of_two_generations_the_older_helps_where_the_newer_is_damaged() {
    let (_both, data, _) = folders();
    leave(&data, None, 1);
    let autosaves = files_in(&data.path().join("autosaves"));
    let file = autosaves
        .iter()
        .find(|file| file.extension().is_some_and(|kind| kind == "ron"))
        .unwrap();
    let newer = file.display().to_string().replace("000001", "000002");
    fs::write(newer, "(version: 1").unwrap();
    let recovery = Recovery::look(&data);
    assert_eq!((offered(&recovery), recovery.messages.len()), (vec![1], 1));
}

#[test]
fn strangers_lost_locks_and_torn_descriptions_do_no_harm() {
    let (_both, data, documents) = folders();
    let original = saved(&documents.join("case.ron"), 1);
    let autosaves = data.path().join("autosaves");
    fs::create_dir(autosaves.join("folder.lock")).unwrap();
    fs::write(autosaves.join("letter.txt"), "").unwrap();
    fs::write(autosaves.join("dead.lock"), "Some((path: ").unwrap();
    leave(&data, Some(&original), 2);
    let lock = files_in(&autosaves).into_iter().find(|file| {
        let name = file.file_name().unwrap().to_str().unwrap();
        name.ends_with("-0.lock") || name.contains('-') && name.ends_with(".lock")
    });
    let lock = lock.unwrap();
    fs::write(&lock, "Some((path: \"/ca").unwrap();
    let recovery = Recovery::look(&data);
    assert_eq!((offered(&recovery), recovery.messages.len()), (vec![2], 0));
    assert_eq!(recovery.work[0].original(), None);
    drop(recovery);
    fs::remove_file(lock).unwrap();
    assert_eq!(offered(&Recovery::look(&data)), [2]);
    assert!(!autosaves.join("dead.lock").exists());
    assert!(autosaves.join("letter.txt").exists());
}

#[test]
fn work_of_a_newer_version_is_left_for_it() {
    let (_both, data, _) = folders();
    leave(&data, None, 1);
    let file = files_in(&data.path().join("autosaves"))
        .into_iter()
        .find(|file| file.extension().is_some_and(|kind| kind == "ron"))
        .unwrap();
    let text = to_ron(&version(1)).unwrap();
    fs::write(&file, text.replace("version: 1", "version: 2")).unwrap();
    let recovery = Recovery::look(&data);
    assert!(recovery.work.is_empty());
    assert!(
        recovery.messages[0].contains("newer version"),
        "{:?}",
        recovery.messages
    );
    assert!(file.exists());
}
