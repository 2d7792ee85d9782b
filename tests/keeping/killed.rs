//! Programs killed at random moments while their users edit.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use counteroffer::files::RealDisk;
use counteroffer::files::keeping::{DataFolder, Keeper, Pace, Recovery};

use super::child::{End, Program, task};
use super::{QUICK, as_it_is, folders, number, offered, saved, version};

const KILLS: usize = 200;
/// Programs at once: most of the time each of them waits.
const LANES: usize = 6;
/// How fast all goes: quick, or with COUNTEROFFER_REAL_PACE set, as for users.
struct Run {
    pace: Pace,
    /// The time between two edits.
    between: Duration,
    /// Kills come within so many milliseconds.
    within: usize,
    /// What may be lost.
    most: Duration,
}

fn run() -> Run {
    if std::env::var_os("COUNTEROFFER_REAL_PACE").is_some() {
        return Run {
            pace: Pace::default(),
            between: Duration::from_millis(30),
            within: 12_000,
            most: Duration::from_secs(10),
        };
    }
    Run {
        pace: QUICK,
        between: Duration::from_millis(3),
        within: 600,
        // The pause, and what a busy machine and its disk may take besides. That part doesn't
        // shrink with the pace: at the real one this would be 4.8 seconds, of ten promised.
        most: Duration::from_secs(1),
    }
}

fn microseconds() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    u64::try_from(since.as_micros()).unwrap()
}

/// Not a test of its own: edits every few milliseconds and tells when, until it is killed.
#[test]
fn editing_program() {
    let Some(task) = task() else { return };
    let data = DataFolder::at(task.data).unwrap();
    let run = run();
    let mut keeper = Keeper::start_on(Box::new(RealDisk), Ok(&data), run.pace, || {});
    assert_eq!(keeper.opened(Some(as_it_is(&task.document))), None);
    println!("\nready");
    for edit in 1.. {
        println!("{edit} {}", microseconds());
        keeper.tick(Instant::now(), edit, || Some(version(edit)));
        std::thread::sleep(run.between);
    }
}

/// The edits that were made, by number, and when.
fn edits(end: &End) -> Vec<u64> {
    let mut times = Vec::new();
    for line in &end.lines {
        if let Some((edit, time)) = line.split_once(' ')
            && let (Ok(edit), Ok(time)) = (edit.parse::<usize>(), time.parse())
        {
            times.push(time);
            assert_eq!(edit, times.len());
        }
    }
    times
}

/// Kills in turn; gives the most lost, in microseconds, and how often there was work to recover.
fn lane(lane: usize, kills: usize) -> (u64, usize) {
    let (_both, data, documents) = folders();
    let path = documents.join("case.ron");
    saved(&path, 0);
    let (mut worst, mut recovered) = (0, 0);
    for kill in 0..kills {
        let mut program = Program::start("killed::editing_program", "edit", data.path(), &path);
        program.wait_for("ready");
        // Spread over several autosaves, each time another moment.
        let moment = (kill * 7_919 + lane * 104_729) % run().within;
        std::thread::sleep(Duration::from_millis(moment as u64));
        let at = microseconds();
        let end = program.kill();
        let edits = edits(&end);

        let mut recovery = Recovery::look(&data);
        assert!(recovery.messages.is_empty(), "{:?}", recovery.messages);
        let found = offered(&recovery);
        assert!(found.len() <= 1, "offered more than once: {found:?}");
        let kept = found
            .first()
            .map_or(0, |kept| usize::try_from(*kept).unwrap());
        assert!(kept <= edits.len() + 1);
        if let Some(first_lost) = edits.get(kept) {
            worst = worst.max(at.saturating_sub(*first_lost));
        }
        // While it is offered here, nobody else offers it; dealt with, it isn't offered again.
        assert!(Recovery::look(&data).work.is_empty());
        if let Some(work) = recovery.work.pop() {
            recovered += 1;
            assert_eq!(work.original().map(|original| &original.path), Some(&path));
            if kill % 2 == 0 {
                work.discard().unwrap();
            } else {
                let mut keeper = Keeper::start(Ok(&data), || {});
                let (scenario, _, notice) = keeper.recover(work);
                assert_eq!((number(&scenario), notice), (kept as u64, None));
                keeper.close().unwrap();
            }
        }
        assert!(Recovery::look(&data).work.is_empty());
    }
    (worst, recovered)
}

#[test]
fn killed_at_random_it_loses_seconds_and_offers_the_rest_once() {
    let lanes: Vec<_> = (0..LANES)
        .map(|number| {
            let kills = (KILLS + number) / LANES;
            std::thread::spawn(move || lane(number, kills))
        })
        .collect();
    let (mut worst, mut recovered) = (0, 0);
    for lane in lanes {
        let (most, times) = lane.join().unwrap();
        worst = worst.max(most);
        recovered += times;
    }
    let (run, worst) = (run(), Duration::from_micros(worst));
    println!(
        "{KILLS} kills, an autosave every {:?}: {recovered} times work to recover, offered once \
         each; most lost {worst:?}",
        run.pace.pause
    );
    assert!(worst <= run.most, "{worst:?} lost");
    // Kills that always come before the first autosave would prove nothing.
    assert!(recovered > KILLS / 2);
}
