//! Work of earlier sessions, and what went wrong: neither goes before it was dealt with.

use super::*;
use counteroffer::files::keeping::{Autosave, Recovery};
use counteroffer::ui::Action;
use counteroffer::ui::state::{Disk, Notice};
use std::collections::BTreeSet;

/// Leaves work behind, as a program that was killed does.
fn leave(data: &DataFolder, title: &str) {
    let mut scenario = example();
    scenario.title = title.to_owned();
    let mut autosave = Autosave::new(data);
    autosave.record(&scenario, None).unwrap();
}

fn offered(harness: &Shown) -> bool {
    harness.query_by_label("Recover unsaved work?").is_some()
}

/// Files of work in a data folder.
fn left(folder: &Folder) -> usize {
    let autosaves = std::fs::read_dir(folder.file("data").join("autosaves")).unwrap();
    let names = autosaves.map(|one| one.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".ron")).count()
}

#[test]
fn of_two_lost_works_the_second_waits_until_the_first_is_safe() {
    let folder = Folder::new("two-lost");
    let data = DataFolder::at(folder.file("data")).unwrap();
    leave(&data, "North");
    leave(&data, "South");
    let mut harness = harness();
    let ctx = harness.ctx.clone();
    let lost = harness.state_mut().start_keeping_in(&ctx, Ok(data));
    harness.state_mut().offer_lost_work(lost);
    harness.rest();
    assert!(offered(&harness));
    assert!(
        harness
            .query_by_label_contains("One more is offered")
            .is_some()
    );
    // Enter by habit, as often as one likes.
    for _ in 0..3 {
        harness.key_press(Key::Enter);
        harness.rest();
    }
    let first = harness.state().scenario().title.clone();
    assert!(["North", "South"].contains(&first.as_str()), "{first}");
    assert!(!offered(&harness), "it would take the place of the first");
    assert_eq!(left(&folder), 2, "neither is gone");
    let path = folder.file("first.ron");
    harness
        .state_mut()
        .perform_one(Action::Disk(Disk::SaveTo { path, over: false }));
    harness.rest();
    assert!(offered(&harness), "the first is safe now");
    harness.key_press(Key::Enter);
    harness.rest();
    let second = harness.state().scenario().title.clone();
    let both: BTreeSet<&str> = [first.as_str(), second.as_str()].into();
    assert_eq!(both, BTreeSet::from(["North", "South"]));
}

#[test]
fn what_is_not_answered_is_offered_at_the_next_start() {
    let folder = Folder::new("lost-later");
    let data = DataFolder::at(folder.file("data")).unwrap();
    leave(&data, "North");
    leave(&data, "South");
    let mut first = harness();
    let ctx = first.ctx.clone();
    let lost = first.state_mut().start_keeping_in(&ctx, Ok(data.clone()));
    first.state_mut().offer_lost_work(lost);
    first.rest();
    drop(first);
    assert_eq!(Recovery::look(&data).work.len(), 2);
}

#[test]
fn what_went_wrong_stands_whole_until_it_is_dismissed() {
    let mut harness = harness();
    let long = "The disk under /somewhere/far/away isn\u{2019}t there any more, and nothing of what was kept on it can be reached until it is connected again and the program started";
    for words in [long, "Another thing", long] {
        harness
            .state_mut()
            .perform_one(Action::Tell(Notice::trouble(words)));
    }
    harness.rest();
    // An edit, another notice, another view: it stays.
    harness.get_by_label("+ from A").click();
    harness.rest();
    harness.state_mut().tell("Something else");
    harness.state_mut().show(views::years::VIEW);
    harness.rest();
    let told = |harness: &Shown| {
        let node = harness.query_by_label_contains("1 of 2: The disk under");
        node.map(|node| node.rect())
    };
    let rect = told(&harness).unwrap();
    assert!(rect.height() > 20.0, "long words are wrapped: {rect:?}");
    assert!(screen::painted(&harness).contains("started"), "not cut off");
    assert!(harness.query_by_label("Something else").is_some());
    harness.get_by_label("Dismiss").click();
    harness.rest();
    assert!(told(&harness).is_none());
    assert!(harness.query_by_label("Another thing").is_some());
    harness.get_by_label("Dismiss").click();
    harness.rest();
    assert!(harness.query_by_label("Dismiss").is_none());
    // Nothing of it is presented.
    harness
        .state_mut()
        .perform_one(Action::Tell(Notice::trouble(long)));
    harness.key_press(Key::F5);
    harness.rest();
    assert!(harness.state().is_presenting());
    assert!(harness.query_by_label_contains("The disk under").is_none());
    harness.key_press(Key::F5);
    harness.rest();
    assert!(harness.query_by_label_contains("The disk under").is_some());
}
