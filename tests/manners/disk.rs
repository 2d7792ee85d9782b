//! Files that other programs change or remove, and earlier versions of them.

use super::*;

#[test]
fn an_outside_change_is_noticed_on_focus_and_read_again_on_request() {
    let folder = Folder::new("read-again");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron was changed elsewhere")
            .is_none()
    );
    std::fs::write(&path, text_with_pay("5")).unwrap();
    assert!(pay(&harness).contains("132923.08"));
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron was changed elsewhere")
            .is_some()
    );
    // Nothing of one's own is at stake, so nothing is offered to be saved.
    assert!(harness.query_by_label("Save mine as\u{2026}").is_none());
    harness.get_by_label("Read it again").click();
    harness.rest();
    assert!(pay(&harness).contains("132923.5"));
    assert!(!harness.state().document().is_edited());
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron was changed elsewhere")
            .is_none()
    );
}

#[test]
fn what_is_kept_is_not_asked_again_and_never_overwrites_unasked() {
    let folder = Folder::new("keep-mine");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    harness.get_by_label("+ from A").click();
    harness.rest();
    let mine = harness.state().scenario().clone();
    std::fs::write(&path, text_with_pay("5")).unwrap();
    come_back(&mut harness);
    assert!(harness.query_by_label("Save mine as\u{2026}").is_some());
    harness.get_by_label("Keep mine").click();
    harness.rest();
    assert_eq!(*harness.state().scenario(), mine);
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron was changed elsewhere")
            .is_none()
    );
    // Another outside change is another question.
    std::fs::write(&path, text_with_pay("77")).unwrap();
    come_back(&mut harness);
    harness.get_by_label("Keep mine").click();
    harness.rest();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.rest();
    assert!(harness.query_by_label("Replace the file?").is_some());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text_with_pay("77"));
    harness.get_by_label("Replace").click();
    harness.rest();
    let written = parse_scenario(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(written, mine);
    assert!(!harness.state().document().is_edited());
}

#[test]
fn a_file_that_is_gone_is_told_and_its_work_counts_as_unsaved() {
    let folder = Folder::new("gone");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    assert!(!harness.state().document().is_edited());
    std::fs::remove_file(&path).unwrap();
    come_back(&mut harness);
    assert!(
        harness
            .query_by_label("case.ron is no longer there")
            .is_some()
    );
    harness.get_by_label("Keep mine").click();
    harness.rest();
    assert!(harness.state().document().is_edited());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.rest();
    assert!(path.is_file());
    assert!(!harness.state().document().is_edited());
}

#[test]
fn an_earlier_version_opens_as_a_copy_without_a_file() {
    let folder = Folder::new("versions");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    let data = DataFolder::at(folder.file("data"));
    let ctx = harness.ctx.clone();
    harness.state_mut().start_keeping_in(&ctx, data);
    open(&mut harness, &path);
    harness.get_by_label("+ from A").click();
    harness.rest();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.rest();
    // The file holds comments: replacing it is asked for first.
    if harness.query_by_label("Replace").is_some() {
        harness.get_by_label("Replace").click();
        harness.rest();
    }
    assert!(!harness.state().document().is_edited());
    let saved = std::fs::read_to_string(&path).unwrap();
    // The replaced version is kept by a thread of its own.
    for _ in 0..300 {
        if !harness.state().keeping.versions(&path).is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.get_by_label("File").click();
    harness.rest();
    harness
        .get_by_label_contains("Earlier versions\u{2026}")
        .click();
    harness.rest();
    harness.get_by_label_contains("Open a copy saved ").click();
    harness.rest();
    let state = harness.state();
    assert_eq!(state.file().path, None);
    assert_eq!(state.file().name(), "case, earlier version");
    let whole = include_str!("../../scenarios/kaiser-alliance-2025.ron");
    assert_eq!(*state.scenario(), parse_scenario(whole).unwrap());
    assert!(state.document().is_edited(), "closing would lose the copy");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), saved);
}
