//! Nothing is lost: neither what was given up too early, nor what a question didn't mention, nor what was
//! typed into a page.

use super::*;
use counteroffer::scenario::OfferId;
use counteroffer::ui::state::{Ask, Disk, Look, Next};
use counteroffer::ui::{Action, Edit};

fn titled(harness: &Shown, words: &str) -> bool {
    harness.query_by_label(words).is_some()
}

fn click(harness: &mut Shown, label: &str) {
    harness.get_by_label(label).click();
    harness.rest();
}

fn key(harness: &mut Shown, key: Key) {
    harness.key_press(key);
    harness.rest();
}

fn ask(harness: &mut Shown, ask: Ask) {
    harness.state_mut().open(ask);
    harness.rest();
}

fn type_text(harness: &mut Shown, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.rest();
}

fn edited() -> Shown {
    let mut harness = harness();
    click(&mut harness, "+ from A");
    assert!(harness.state().document().is_edited());
    harness
}

#[test]
fn dont_save_counts_only_once_another_document_is_there() {
    for next in [Next::New, Next::Choose] {
        let mut harness = edited();
        let mine = harness.state().scenario().clone();
        let start = match next {
            Next::New => Disk::New,
            _ => Disk::Open,
        };
        harness.state_mut().perform_one(Action::Disk(start));
        harness.rest();
        click(&mut harness, "Don\u{2019}t save");
        if next == Next::New {
            assert!(titled(&harness, "New contract"));
            click(&mut harness, "Cancel");
        } else {
            // This desktop has no dialog: the path is typed, or not.
            wait_for(&mut harness, "Path of the file");
            click(&mut harness, "Cancel");
        }
        assert_eq!(*harness.state().scenario(), mine);
        assert!(harness.state().document().is_edited());
        harness
            .state_mut()
            .perform_one(Action::Disk(Disk::OpenExample));
        harness.rest();
        assert!(titled(&harness, "Save the changes?"), "asked again");
    }
}

#[test]
fn dont_save_gives_the_changes_up_for_the_new_document() {
    let mut harness = edited();
    harness
        .state_mut()
        .perform_one(Action::Disk(Disk::OpenExample));
    harness.rest();
    click(&mut harness, "Don\u{2019}t save");
    assert!(!harness.state().document().is_edited());
    let drafts = harness.state().scenario().offers.iter();
    assert_eq!(drafts.filter(|offer| offer.name == "Draft 1").count(), 0);
}

#[test]
fn comments_and_a_change_by_another_program_are_both_asked_about() {
    let folder = Folder::new("both-reasons");
    let path = folder.file("case.ron");
    let commented = format!("// Ours, agreed in caucus.\n{}", text_with_pay("08"));
    std::fs::write(&path, commented).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    click(&mut harness, "+ from A");
    let theirs = text_with_pay("5");
    std::fs::write(&path, &theirs).unwrap();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.rest();
    assert!(titled(&harness, "Replace the file?"));
    assert!(harness.query_by_label_contains("comments").is_some());
    assert!(harness.query_by_label_contains("changed").is_some());
    // What changes while it is asked is asked about as well.
    let later = text_with_pay("77");
    std::fs::write(&path, &later).unwrap();
    click(&mut harness, "Replace");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), later);
    assert!(titled(&harness, "Replace the file?"));
    click(&mut harness, "Replace");
    assert!(std::fs::read_to_string(&path).unwrap().contains("Draft 1"));
}

/// Comments that came with another program's change are named beside it.
#[test]
fn comments_that_another_program_has_added_are_asked_about() {
    let folder = Folder::new("theirs-above");
    let path = folder.file("case.ron");
    std::fs::write(&path, text_with_pay("08")).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    click(&mut harness, "+ from A");
    let theirs = format!("// Theirs, after the meeting.\n{}", text_with_pay("08"));
    std::fs::write(&path, &theirs).unwrap();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.rest();
    assert!(titled(&harness, "Replace the file?"));
    assert!(harness.query_by_label_contains("comments").is_some());
    assert!(harness.query_by_label_contains("changed").is_some());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn a_click_beside_a_page_keeps_it_and_escape_asks_where_something_was_typed() {
    let mut harness = harness();
    for page in [
        || Ask::NewContract,
        || Ask::Sources,
        || Ask::RollUp,
        || Ask::Baseline,
        || Ask::Prices,
    ] {
        ask(&mut harness, page());
        click_beside(&mut harness);
        assert!(harness.state().asks(), "{:?}", page());
        key(&mut harness, Key::Escape);
        assert!(!harness.state().asks(), "nothing was typed: {:?}", page());
    }
    ask(&mut harness, Ask::NewContract);
    type_text(&mut harness, "Local 1");
    click_beside(&mut harness);
    assert!(titled(&harness, "New contract"));
    key(&mut harness, Key::Escape);
    assert!(titled(&harness, "Give up what you typed?"));
    key(&mut harness, Key::Enter);
    assert!(!titled(&harness, "Give up what you typed?"));
    assert!(titled(&harness, "New contract"), "kept by default");
    key(&mut harness, Key::Escape);
    click(&mut harness, "Give it up");
    assert!(!harness.state().asks());
    // What only tells closes by a click beside it.
    ask(&mut harness, Ask::Keys);
    click_beside(&mut harness);
    assert!(!harness.state().asks());
}

#[test]
fn questions_are_answered_by_enter_with_what_loses_nothing() {
    let mut harness = edited();
    harness.state_mut().perform_one(Action::Disk(Disk::New));
    harness.rest();
    assert!(harness.get_by_label("Save").is_focused());
    key(&mut harness, Key::Escape);
    assert!(!harness.state().asks());
    let path = PathBuf::from("/nowhere/case.ron");
    let reasons = vec!["It is there.".to_owned()];
    ask(&mut harness, Ask::Replace { path, reasons });
    assert!(harness.get_by_label("Save as\u{2026}").is_focused());
    key(&mut harness, Key::Escape);
    ask(&mut harness, Ask::About);
    key(&mut harness, Key::Enter);
    assert!(!harness.state().asks());
}

#[test]
fn a_dialog_stays_where_it_opened() {
    let mut harness = harness();
    ask(&mut harness, Ask::RollUp);
    let title = |harness: &Shown| {
        let first = harness.get_by_label_contains("What the employer pays on top");
        first.rect().top()
    };
    let before = title(&harness);
    for _ in 0..4 {
        click(&mut harness, "Add a rate");
    }
    assert_eq!(title(&harness), before);
}

#[test]
fn a_file_that_cant_be_saved_can_be_saved_elsewhere() {
    let mut harness = edited();
    let path = PathBuf::from("/nowhere/at/all/case.ron");
    harness
        .state_mut()
        .perform_one(Action::Disk(Disk::SaveTo { path, over: false }));
    harness.rest();
    assert!(titled(&harness, "The file isn\u{2019}t saved"));
    assert!(harness.get_by_label("Save as\u{2026}").is_focused());
}

#[test]
fn presenting_nothing_says_so_and_offers_to_share() {
    let mut scenario = example();
    for offer in &mut scenario.offers {
        offer.shared = false;
    }
    let today = Date::new(2026, 11, 20).unwrap();
    let window = App::new(scenario, OpenFile::example(), today, Box::new(NoDialogs));
    let mut harness = shown(window, Vec2::new(1440.0, 900.0));
    key(&mut harness, Key::F5);
    assert!(!harness.state().is_presenting());
    assert!(titled(&harness, "Nothing is shared yet"));
    assert!(!titled(&harness, "Share and present"));
    let name = harness.state().scenario().offers[1].name.clone();
    let boxes = harness.get_by_role_and_label(Role::CheckBox, &name);
    boxes.click();
    harness.rest();
    click(&mut harness, "Share and present");
    assert!(harness.state().is_presenting());
    assert_eq!(harness.state().scenario().offers.len(), 1);
    key(&mut harness, Key::F5);
    assert_eq!(
        harness.state().document().undo_label(),
        Some(format!("Share {name}").as_str())
    );
}

#[test]
fn views_have_keys_and_the_edit_menu_adds_and_pastes_raises() {
    let mut harness = edited();
    for (number, view) in [
        (Key::Num2, views::compare::VIEW),
        (Key::Num3, views::gap::VIEW),
        (Key::Num4, views::years::VIEW),
        (Key::Num5, views::people::VIEW),
        (Key::Num1, View::TIMELINE),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, number);
        harness.rest();
        assert_eq!(harness.state().view(), view);
    }
    let draft = harness.state().scenario().counter.clone().unwrap();
    ask(&mut harness, Ask::PasteRaises(draft.clone()));
    type_text(&mut harness, "10/1/2025: 7%\nHi team,\n10/1/2026: 4.25%");
    click(&mut harness, "Paste 2");
    assert!(!harness.state().asks(), "{}", screen::said(&harness));
    assert_eq!(harness.state().notice(), "Pasted 2 raises");
    let percents = |harness: &Shown, offer: &OfferId| -> Vec<String> {
        let offer = harness.state().scenario().offer(offer).unwrap();
        let clauses = offer.clauses.iter().take(2);
        let percents = clauses.map(|one| one.terms.percent().unwrap().get().normalize());
        percents.map(|percent| percent.to_string()).collect()
    };
    assert_eq!(percents(&harness, &draft), ["7", "4.25"]);
    // The values panel has a button of the same name.
    let adding = |harness: &Shown| {
        harness
            .query_all_by_label_contains("Add a term\u{2026}")
            .count()
    };
    let before = adding(&harness);
    click(&mut harness, "Edit");
    assert_eq!(adding(&harness), before + 1);
    harness
        .get_by_label_contains("Paste raises\u{2026}")
        .click();
    harness.rest();
    assert!(
        harness
            .query_by_label_contains("Paste raises into")
            .is_some()
    );
}

#[test]
fn another_file_begins_at_its_beginning() {
    use eframe::egui::{Id, scroll_area};
    let mut harness = edited();
    let id = Id::unique("somewhere scrolled");
    scroll_area::State::default().store(&harness.ctx, id);
    harness
        .state_mut()
        .perform_one(Action::Look(Look::At(views::years::VIEW)));
    harness.rest();
    assert!(scroll_area::State::load(&harness.ctx, id).is_some());
    harness.state_mut().edit(Edit::Undo);
    harness
        .state_mut()
        .perform_one(Action::Disk(Disk::OpenExample));
    harness.rest();
    assert!(scroll_area::State::load(&harness.ctx, id).is_none());
}

#[test]
fn a_newer_file_says_why_it_is_read_only_for_as_long_as_it_is_open() {
    let folder = Folder::new("newer");
    let path = folder.file("case.ron");
    let newer = include_str!("../malformed/newer-readable.ron");
    std::fs::write(&path, newer).unwrap();
    let mut harness = harness();
    open(&mut harness, &path);
    harness.state_mut().tell("Something else");
    harness.rest();
    let stands = |harness: &Shown| {
        let found =
            harness.query_by_label_contains("Read-only: the file was written by a newer version");
        found.is_some()
    };
    assert!(stands(&harness));
    let over = true;
    let to = path.clone();
    harness
        .state_mut()
        .perform_one(Action::Disk(Disk::SaveTo { path: to, over }));
    harness.rest();
    assert!(titled(&harness, "The file isn\u{2019}t saved"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
    key(&mut harness, Key::Escape);
    let elsewhere = folder.file("mine.ron");
    let over = false;
    harness.state_mut().perform_one(Action::Disk(Disk::SaveTo {
        path: elsewhere.clone(),
        over,
    }));
    harness.rest();
    assert!(elsewhere.is_file() && !stands(&harness));
}

#[test]
fn a_head_clicked_after_a_sideways_move_takes_the_arrow_keys() {
    let mut harness = edited();
    let dates = |harness: &Shown| -> Vec<String> {
        let scenario = harness.state().scenario();
        let draft = scenario.offer(scenario.counter.as_ref().unwrap()).unwrap();
        draft
            .clauses
            .iter()
            .map(|one| one.date.to_string())
            .collect()
    };
    let tap = |harness: &mut Shown, label: &str| {
        let at = screen::head(harness, label);
        screen::tap(harness, at);
        harness.rest();
    };
    tap(&mut harness, "Draft 1, raise 2 of 5");
    key(&mut harness, Key::ArrowRight);
    let moved = dates(&harness);
    tap(&mut harness, "Draft 1, raise 4 of 5");
    key(&mut harness, Key::ArrowRight);
    let then = dates(&harness);
    assert_eq!(moved[..3], then[..3], "the first one stays");
    assert_ne!(moved[3], then[3], "the one clicked moves");
}

/// The pages behind an offer stand behind that offer alone: whatever is begun from it has none of its own yet.
#[test]
fn a_counter_has_no_sources_and_says_what_it_was_begun_from() {
    for button in ["+ from A", "+ from B", "+ midpoint"] {
        let mut harness = harness();
        let offers = harness.state().scenario().offers.clone();
        assert!(offers.iter().all(|offer| !offer.sources.is_empty()));
        let cites = |offer: &counteroffer::scenario::Offer| {
            offer.clauses.iter().any(|clause| clause.source.is_some())
        };
        assert!(offers.iter().any(cites));
        click(&mut harness, button);
        let scenario = harness.state().scenario();
        let draft = scenario.offer(scenario.counter.as_ref().unwrap()).unwrap();
        assert!(draft.sources.is_empty() && !cites(draft), "{button}");
        let (a, b) = (&offers[0].name, &offers[1].name);
        let says = match button {
            "+ from A" => format!("Begun from {a}"),
            "+ from B" => format!("Begun from {b}"),
            _ => format!("Begun from the midpoint of {a} and {b}"),
        };
        assert_eq!(draft.note, says);
        assert!(!draft.shared, "{button}: it is private");
        assert!(texts(&harness).contains("Sources: none"), "{button}");
    }
}
