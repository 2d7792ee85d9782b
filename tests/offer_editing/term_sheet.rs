//! The term sheet, and how figures are written.

use super::*;

#[test]
fn the_term_sheet_is_copied_and_saved_without_replacing_a_file_unasked() {
    let folder = std::env::temp_dir().join(format!("counteroffer-sheet-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("sheet.txt");
    let mut harness = shown(kaiser(), Box::new(Always(path.clone())));
    click(&mut harness, "+ from B");
    write(&mut harness, "Note on Draft 1", "ours alone");
    harness.get_by_label("Offer name").focus();
    harness.run();
    click_without_running(&harness, "Copy the term sheet");
    let mut copied = None;
    for _ in 0..5 {
        harness.step();
        for command in &harness.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
    }
    let wait = |harness: &mut Shown, done: &dyn Fn(&Shown) -> bool| {
        for _ in 0..200 {
            harness.step();
            if done(harness) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        harness.run();
    };
    click_without_running(&harness, "Save the term sheet as\u{2026}");
    wait(&mut harness, &|harness| {
        notice(harness).starts_with("Saved the term sheet")
    });
    let sheet = std::fs::read_to_string(&path).unwrap();
    assert!(sheet.contains("Apr 1, 2027: 3% for everyone"), "{sheet}");
    assert!(!sheet.contains("ours alone"));
    assert_eq!(copied.as_ref(), Some(&sheet));
    std::fs::write(&path, "someone else's").unwrap();
    click_without_running(&harness, "Save the term sheet as\u{2026}");
    wait(&mut harness, &|harness| {
        harness.query_by_label("Replace the file?").is_some()
    });
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "someone else's");
    click(&mut harness, "Replace");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), sheet);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn without_a_dialog_service_the_sheets_path_is_typed() {
    let folder = std::env::temp_dir().join(format!("counteroffer-path-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut harness = with_draft();
    click_without_running(&harness, "Save the term sheet as\u{2026}");
    for _ in 0..200 {
        harness.step();
        if harness.query_by_label("Path of the term sheet").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.run();
    let path = folder.join("handed across");
    enter(
        &mut harness,
        "Path of the term sheet",
        &path.display().to_string(),
    );
    let sheet = std::fs::read_to_string(folder.join("handed across.txt")).unwrap();
    assert!(sheet.contains("Oct 1, 2025: 9% for everyone"));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn no_percent_in_the_window_stands_apart_from_its_sign() {
    let mut harness = shown(hospital(), Box::new(NoDialogs));
    click(&mut harness, "Details of Draft counter");
    for view in ["Compare", "Gap", "Years", "People", "Timeline"] {
        click(&mut harness, &format!("View: {view}"));
        let mut percents = 0;
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            for text in [node.label(), node.value()].into_iter().flatten() {
                percents += text.matches('%').count();
                assert!(!text.contains(" %"), "{view}: {text}");
            }
        }
        assert!(
            percents > 0 || matches!(view, "Years" | "People"),
            "{view} shows no percent"
        );
    }
}
