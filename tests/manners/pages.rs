//! Every page with fields: whatever hands do beside it, what was typed into it is still there.

use super::*;
use counteroffer::scenario::OfferId;
use counteroffer::ui::FileChoice;
use counteroffer::ui::state::Ask;
use eframe::egui::{DroppedFile, ViewportCommand, ViewportEvent, ViewportId};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

/// A page, by its name.
type Page = (&'static str, fn(&OfferId) -> Ask);

const PAGES: &[Page] = &[
    ("new contract", |_| Ask::NewContract),
    ("paste raises", |draft| Ask::PasteRaises(draft.clone())),
    ("rename", |draft| Ask::Rename(draft.clone())),
    ("add a term", |draft| Ask::AddTerm(draft.clone())),
    ("sources", |_| Ask::Sources),
    ("roll-up", |_| Ask::RollUp),
    ("baseline", |_| Ask::Baseline),
    ("prices", |_| Ask::Prices),
    ("figures", |_| Ask::Figures),
    ("counts", |_| Ask::Counts),
    ("settlement", |_| Ask::Settlement(None)),
    ("scale", |_| Ask::Scale(None)),
    ("ladder", |_| Ask::Ladder(None)),
    ("groups", |_| Ask::ToGroups),
    ("claim", |_| Ask::Claim {
        of: None,
        sentence: String::new(),
    }),
    ("path", |_| Ask::TypePath {
        saving: true,
        path: String::new(),
    }),
    ("sheet", |draft| Ask::TermSheetPath {
        offer: draft.clone(),
        path: String::new(),
    }),
];

/// A field, as long as its page is open.
type Field = String;

fn is_field(role: Role) -> bool {
    matches!(role, Role::TextInput | Role::MultilineTextInput)
}

/// The text fields on screen.
fn fields(harness: &Shown) -> BTreeSet<Field> {
    let all = harness.root().children_recursive();
    let all = all.map(|node| node.accesskit_node());
    all.filter(|node| is_field(node.role()) && !node.is_disabled())
        .map(|node| format!("{:?}", node.id()))
        .collect()
}

/// What stands in a field.
fn text(harness: &Shown, field: &Field) -> Option<String> {
    let mut all = harness.root().children_recursive();
    let node = all.find(|node| format!("{:?}", node.accesskit_node().id()) == *field)?;
    node.accesskit_node().value()
}

/// Opens a page over a draft and types a digit into its first field.
fn filled_in(page: &Page) -> Option<(Shown, Field)> {
    let mut harness = harness();
    harness.get_by_label("+ from A").click();
    harness.rest();
    let draft = harness.state().scenario().counter.clone().unwrap();
    let before = fields(&harness);
    harness.state_mut().open((page.1)(&draft));
    harness.rest();
    let field = fields(&harness).difference(&before).next().cloned();
    // Rows come with a button, and the fields of a term with its kind.
    let field = field.or_else(|| {
        let buttons = harness.query_all_by_role(Role::Button);
        let last = buttons.into_iter().rfind(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label == "Add a count" || label.starts_with("Lump sum")
        });
        last?.click();
        harness.rest();
        fields(&harness).difference(&before).next().cloned()
    })?;
    let all = harness.root().children_recursive();
    for node in all {
        if format!("{:?}", node.accesskit_node().id()) == field {
            node.focus();
            break;
        }
    }
    harness.rest();
    harness.event(Event::Text("7".to_owned()));
    harness.rest();
    Some((harness, field))
}

/// The desktop asks the window to close; whether it agrees.
fn closes(harness: &mut Shown) -> bool {
    let input = harness.input_mut();
    let window = input.viewports.entry(ViewportId::ROOT).or_default();
    window.events.push(ViewportEvent::Close);
    harness.step();
    let commands = &harness.output().viewport_output[&ViewportId::ROOT].commands;
    let agrees = !commands.contains(&ViewportCommand::CancelClose);
    harness.rest();
    agrees
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn drop_a_file(harness: &mut Shown, path: &Path) {
    let file = Arc::new(Dropped(path.to_path_buf()));
    harness.input_mut().dropped_files.push(file);
    harness.step();
    harness.rest();
}

#[test]
fn what_is_typed_into_a_page_outlasts_everything_but_cancel() {
    for page in PAGES {
        let (name, _) = page;
        let Some((mut harness, field)) = filled_in(page) else {
            panic!("{name} has no field");
        };
        let typed = text(&harness, &field).unwrap();
        assert!(typed.contains('7'), "{name}: {typed}");
        let revision = harness.state().document().revision();
        let stands = |harness: &Shown, after: &str| {
            let now = text(harness, &field);
            assert_eq!(now.as_ref(), Some(&typed), "{name} after {after}");
            let now = harness.state().document().revision();
            assert_eq!(now, revision, "{name}: {after} reaches the document");
        };
        click_beside(&mut harness);
        stands(&harness, "a click beside it");
        for (modifiers, key) in [
            (Modifiers::COMMAND, Key::O),
            (Modifiers::COMMAND, Key::N),
            (Modifiers::COMMAND, Key::E),
            (Modifiers::COMMAND, Key::K),
            (Modifiers::COMMAND, Key::S),
            (Modifiers::COMMAND, Key::Num3),
            (Modifiers::NONE, Key::F5),
            (Modifiers::NONE, Key::F6),
        ] {
            harness.key_press_modifiers(modifiers, key);
            harness.rest();
            stands(&harness, &format!("{modifiers:?} {key:?}"));
        }
        drop_a_file(&mut harness, Path::new("/cases/other.ron"));
        stands(&harness, "a dropped file");
        assert!(
            harness.state().notice().starts_with("Nothing was opened"),
            "{name}"
        );
        assert!(!closes(&mut harness), "{name}: the window closes");
        let asks = |harness: &Shown| harness.query_by_label("Give up what you typed?").is_some();
        assert!(asks(&harness), "{name}: closing doesn\u{2019}t ask");
        harness.key_press(Key::Enter);
        harness.rest();
        stands(&harness, "Enter, which keeps it");
        harness.key_press(Key::Escape);
        harness.rest();
        assert!(asks(&harness), "{name}: Escape doesn\u{2019}t ask");
        harness.key_press(Key::Escape);
        harness.rest();
        stands(&harness, "a second Escape, which keeps it");
        // A field has its own steps.
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.rest();
        let now = harness.state().document().revision();
        assert_eq!(now, revision, "{name}: Ctrl+Z reaches the document");
        harness.get_by_label("Cancel").click();
        harness.rest();
        assert!(!harness.state().asks(), "{name} isn\u{2019}t cancelled");
        let now = harness.state().document().revision();
        assert_eq!(now, revision, "{name} changes something on Cancel");
    }
}

#[test]
fn a_page_under_another_keeps_the_window_open() {
    let (mut harness, field) = filled_in(&PAGES[0]).unwrap();
    harness.state_mut().document_mut().mark_saved();
    harness.state_mut().open(Ask::Keys);
    harness.rest();
    assert!(!closes(&mut harness), "it closed over the page beneath");
    assert!(harness.query_by_label("Give up what you typed?").is_some());
    harness.key_press(Key::Enter);
    harness.rest();
    assert_eq!(text(&harness, &field).as_deref(), Some("7"));
}

/// A dialog of the system that is answered when the test says so.
struct Late(Mutex<Receiver<Option<PathBuf>>>);

impl FileChoice for Late {
    fn to_open(&self) -> Option<PathBuf> {
        self.0.lock().ok()?.recv().ok()?
    }
    fn to_save(&self, _suggested: &str) -> Option<PathBuf> {
        self.to_open()
    }
}

fn late() -> (Shown, Sender<Option<PathBuf>>) {
    let (answer, waits) = channel();
    let today = Date::new(2026, 11, 20).unwrap();
    let choice = Box::new(Late(Mutex::new(waits)));
    let window = App::new(example(), OpenFile::example(), today, choice);
    (shown(window, Vec2::new(1440.0, 900.0)), answer)
}

/// Frames while a thread answers.
fn until(harness: &mut Shown, holds: impl Fn(&Shown) -> bool) {
    for _ in 0..500 {
        if holds(harness) {
            return;
        }
        harness.step();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("it never happens: {}", texts(harness));
}

#[test]
fn a_file_chosen_late_takes_no_page_away() {
    let folder = Folder::new("late");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("5")).unwrap();
    let (mut harness, answer) = late();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    harness.run_steps(3);
    // Another dialog of the system is not opened over it, and that is said.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    assert!(
        harness
            .state()
            .notice()
            .starts_with("A file dialog is open")
    );
    harness.state_mut().open(Ask::NewContract);
    harness.run_steps(3);
    harness.event(Event::Text("Local 1".to_owned()));
    harness.run_steps(3);
    answer.send(Some(path.clone())).unwrap();
    until(&mut harness, |harness| {
        harness.query_by_label("Give up what you typed?").is_some()
    });
    harness.key_press(Key::Enter);
    harness.rest();
    assert!(screen::said(&harness).contains("Local 1"));
    assert_eq!(harness.state().file().path, None);
}

#[test]
fn a_name_chosen_late_is_for_the_document_it_was_asked_for() {
    let folder = Folder::new("late-save");
    let (mut harness, answer) = late();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    harness.run_steps(3);
    let other = folder.file("other.ron");
    std::fs::write(&other, text_with_pay("5")).unwrap();
    harness.state_mut().open_path(other.clone());
    harness.run_steps(3);
    let asked_for = folder.file("first.ron");
    // Nobody listens any more, or the answer is let go.
    let _ = answer.send(Some(asked_for.clone()));
    for _ in 0..40 {
        harness.step();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(!asked_for.exists(), "the other document was saved there");
    assert_eq!(harness.state().file().path, Some(other));
}

#[test]
fn a_file_dropped_on_the_window_opens_and_edits_are_asked_about_first() {
    let folder = Folder::new("dropped");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("5")).unwrap();
    let mut harness = harness();
    harness.get_by_label("+ from A").click();
    harness.rest();
    let mine = harness.state().scenario().clone();
    drop_a_file(&mut harness, &path);
    assert!(harness.query_by_label("Save the changes?").is_some());
    harness.get_by_label("Cancel").click();
    harness.rest();
    assert_eq!(*harness.state().scenario(), mine);
    assert!(harness.state().document().is_edited());
    drop_a_file(&mut harness, &path);
    harness.get_by_label("Don\u{2019}t save").click();
    harness.rest();
    assert_eq!(harness.state().file().path.as_deref(), Some(path.as_path()));
    assert!(pay(&harness).contains("132923.5"));
    // What is no scenario leaves the one that is open.
    let other = folder.file("notes.txt");
    std::fs::write(&other, "Hi team,").unwrap();
    drop_a_file(&mut harness, &other);
    assert!(
        harness
            .query_by_label("The file can\u{2019}t be opened")
            .is_some()
    );
    assert_eq!(harness.state().file().path.as_deref(), Some(path.as_path()));
}

#[test]
fn closing_asks_once_and_shows_nothing_private_to_those_who_look_on() {
    let mut harness = harness();
    harness.get_by_label("+ from A").click();
    harness.rest();
    let count = |harness: &Shown, words: &str| harness.query_all_by_label(words).count();
    for _ in 0..3 {
        assert!(!closes(&mut harness));
    }
    assert_eq!(count(&harness, "Save the changes?"), 1);
    harness.key_press(Key::Escape);
    harness.rest();
    assert!(!harness.state().asks(), "asked three times");
    harness.key_press(Key::F5);
    harness.rest();
    assert!(harness.state().is_presenting());
    for _ in 0..2 {
        assert!(!closes(&mut harness));
        assert!(harness.state().is_presenting(), "the private view is back");
        assert!(!screen::said(&harness).contains("Draft 1"));
    }
    harness.key_press(Key::Enter);
    harness.rest();
    assert!(harness.state().is_presenting() && !harness.state().asks());
    assert!(!closes(&mut harness));
    harness.get_by_label("End and close\u{2026}").click();
    harness.rest();
    assert!(!harness.state().is_presenting());
    // The window asks itself to close; the harness has no desktop that would.
    assert!(!closes(&mut harness));
    assert_eq!(count(&harness, "Save the changes?"), 1);
    harness.key_press(Key::Escape);
    harness.rest();
    // Without changes nothing is asked, and nothing shown.
    harness.state_mut().document_mut().mark_saved();
    harness.key_press(Key::F5);
    harness.rest();
    assert!(closes(&mut harness));
}
