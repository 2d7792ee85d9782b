//! An offer’s own details, edited in place.

use super::*;

#[test]
fn an_offers_details_are_edited_in_place_each_as_one_step() {
    let mut harness = with_draft();
    let before = harness.state().scenario().clone();
    enter(&mut harness, "Offer name", "Our second counter");
    choose(&mut harness, "Side: neutral", "union");
    choose(&mut harness, "Seen by: us only", "both sides");
    enter(&mut harness, "Offer last day", "3/31/2029");
    choose(&mut harness, "Retroactive: yes", "no");
    enter(&mut harness, "Offer ratified", "2/1/2026");
    click(&mut harness, "Sources: none");
    click(&mut harness, "Where we stand");
    harness.key_press(Key::Escape);
    harness.run();
    write(&mut harness, "Note on Our second counter", "hold the dates");
    harness.get_by_label("Offer name").focus();
    harness.run();
    let now = draft(&harness);
    assert_eq!(now.name, "Our second counter");
    assert_eq!(now.side, Party::Union);
    assert!(now.shared);
    assert_eq!(now.last_day, Some(Date::new(2029, 3, 31).unwrap()));
    assert_eq!(now.retroactive, Some(false));
    assert!(now.ratification.is_some());
    assert_eq!(now.sources.last().unwrap(), "employer-2025-12-05");
    assert_eq!(now.note, "hold the dates");
    assert_eq!(
        undo_label(&harness),
        "Change the note of Our second counter"
    );
    harness.get_by_label("View: Timeline").focus();
    harness.run();
    for _ in 0..8 {
        assert_ne!(*harness.state().scenario(), before);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
    }
    assert_eq!(*harness.state().scenario(), before);
    assert_eq!(undo_label(&harness), "Start Draft 1 from Union counter");
}

#[test]
fn what_is_typed_wrong_is_refused_in_words() {
    let mut harness = with_draft();
    let before = harness.state().scenario().clone();
    for (field, text, told) in [
        ("Offer name", " ", "an offer needs a name"),
        (
            "Offer last day",
            "soon",
            "\u{201c}soon\u{201d} is no date; write it as 10/1/2027",
        ),
        (
            "Offer last day",
            "1/1/2024",
            "lies before the term\u{2019}s first day, Oct 1, 2025",
        ),
        (
            "Offer last day",
            "12/31/2026",
            "Apr 1, 2027 lies outside the offer\u{2019}s term",
        ),
        ("Offer ratified", "some day", "is no date"),
        ("Average pay", "$0", "average annual pay must be above zero"),
    ] {
        enter(&mut harness, field, text);
        let words = refused(&mut harness, field);
        assert!(words.contains(told), "{field} {text}: {words}");
        assert_eq!(*harness.state().scenario(), before, "{field} {text}");
    }
    choose(
        &mut harness,
        "Raises apply: as the case (on the date)",
        "nearest pay period",
    );
    assert!(notice(&harness).contains("no pay periods are known"));
    assert_eq!(*harness.state().scenario(), before);
}
