//! Programs killed while they save, at each call and at random moments.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use counteroffer::files::{Over, backup_path, open, save, save_on, sweep};

use super::failing::{Failing, What};
use super::numbers::Numbers;
use super::{content, folder, temporaries, text, version};

const TASK: &str = "COUNTEROFFER_TEST_TASK";
/// How many versions the killed program saves in turn.
const VERSIONS: u64 = 3;

/// Not a test of its own: what the killed programs do. Does nothing unless told to.
#[test]
fn killed_program() {
    let started = SystemTime::now();
    let Ok(task) = std::env::var(TASK) else {
        return;
    };
    let [path, at] = task.split('\n').collect::<Vec<_>>()[..] else {
        panic!("{task}");
    };
    let path = Path::new(path);
    if at == "random" {
        sweep(path.parent().unwrap(), started).unwrap();
        let mut known = open(path).unwrap().fingerprint;
        println!("\nready");
        for number in (1..=VERSIONS).cycle() {
            known = save(&version(number), path, Over::Known(&known))
                .unwrap()
                .fingerprint;
        }
    }
    let (call, what) = at.split_at(at.len() - 1);
    let what = if what == "<" {
        What::DieBefore
    } else {
        What::DieAfter
    };
    let disk = Failing::at(call.parse().unwrap(), what);
    save_on(&disk, &version(3), path, Over::Anything).unwrap();
}

fn spawn(path: &Path, at: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killed::killed_program", "--nocapture"])
        .env(TASK, format!("{}\n{at}", path.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn killed_at_any_call_it_leaves_the_old_file_or_the_new_one() {
    let calls = {
        let (_folder, path) = folder();
        let disk = Failing::never();
        save_on(&disk, &version(3), &path, Over::Anything).unwrap();
        disk.calls()
    };
    for (at, call) in calls.iter().enumerate() {
        for when in ["<", ">"] {
            let (folder, path) = folder();
            let status = spawn(&path, &format!("{at}{when}")).wait().unwrap();
            assert_eq!(status.code(), None, "{call}{when} did not die: {status}");
            let renamed = at == 13 || (at, when) == (12, ">");
            let expected = text(if renamed { 3 } else { 2 });
            assert_eq!(content(&path), expected, "{call}{when}");
            let backup = content(&backup_path(&path));
            assert!(backup == text(1) || backup == text(2), "{call}{when}");
            // What it left is swept, and the next save goes as ever.
            let later = SystemTime::now() + Duration::from_secs(5);
            sweep(folder.path(), later).unwrap();
            assert!(temporaries(folder.path()).is_empty(), "{call}{when}");
            save(&version(4), &path, Over::Anything).unwrap();
            assert_eq!(
                (content(&path), content(&backup_path(&path))),
                (text(4), expected)
            );
            assert!(temporaries(folder.path()).is_empty(), "{call}{when}");
        }
    }
}

#[test]
fn killed_a_thousand_times_at_random_no_file_is_torn() {
    let kills = std::env::var("COUNTEROFFER_KILLS").ok();
    let kills = kills.and_then(|n| n.parse().ok()).unwrap_or(1000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    save(&version(1), &path, Over::Nothing).unwrap();
    let whole: Vec<String> = (1..=VERSIONS).map(text).collect();
    let mut numbers = Numbers::new(20_251_001);
    let (mut in_the_middle, mut moved_on) = (0, 0);
    for kill in 0..kills {
        let before = content(&path);
        let mut child = spawn(&path, "random");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines.any(|line| line.unwrap() == "ready");
        let until = Instant::now() + Duration::from_micros(numbers.below(12_000));
        while Instant::now() < until {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        let status = child.wait().unwrap();
        assert!(
            ready && status.code().is_none(),
            "it ended by itself: {status}"
        );
        let now = content(&path);
        assert!(whole.contains(&now), "torn after kill {kill}:\n{now}");
        let backup = backup_path(&path);
        assert!(
            !backup.exists() || whole.contains(&content(&backup)),
            "kill {kill}"
        );
        moved_on += u32::from(now != before);
        in_the_middle += u32::from(!temporaries(folder.path()).is_empty());
    }
    // Kills that always hit between two saves would prove nothing.
    assert!(in_the_middle > kills / 10 && moved_on > kills / 10);
    println!("{kills} kills: {in_the_middle} in the middle of a save, 0 torn");
    let later = SystemTime::now() + Duration::from_secs(5);
    sweep(folder.path(), later).unwrap();
    assert!(temporaries(folder.path()).is_empty());
    save(&version(9), &path, Over::Anything).unwrap();
    assert_eq!(content(&path), text(9));
}
