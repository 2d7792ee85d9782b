//! Offers, clauses of every kind and the case, edited in the window without a screen.
// A panic is how a test fails, and frames last fractions of a second.
#![allow(clippy::unwrap_used, clippy::float_arithmetic, clippy::panic)]

mod screen;

use std::path::PathBuf;

use counteroffer::document::{Command, Setting};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Offer, OfferId, Party, RateUnit, Ratification, Scenario, Status};
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{App, FileChoice, OpenFile};
use counteroffer::units::Date;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use screen::Hands;

struct NoDialogs;

impl FileChoice for NoDialogs {
    fn to_open(&self) -> Option<PathBuf> {
        None
    }
    fn to_save(&self, _suggested: &str) -> Option<PathBuf> {
        None
    }
}

/// Always chooses the same file to save a text as.
struct Always(PathBuf);

impl FileChoice for Always {
    fn to_open(&self) -> Option<PathBuf> {
        None
    }
    fn to_save(&self, _suggested: &str) -> Option<PathBuf> {
        None
    }
    fn to_save_text(&self, suggested: &str) -> Option<PathBuf> {
        assert_eq!(suggested, "Draft 1 term sheet.txt");
        Some(self.0.clone())
    }
}

type Shown = Harness<'static, App>;

fn shown(scenario: Scenario, choice: Box<dyn FileChoice>) -> Shown {
    let today = Date::new(2026, 11, 20).unwrap();
    let window = App::new(scenario, OpenFile::example(), today, choice);
    let mut harness = Harness::builder()
        // Tall, so that no row is scrolled out of sight.
        .with_size(Vec2::new(1440.0, 1700.0))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(|ui, window: &mut App| window.frame(ui), window);
    harness.run();
    harness
}

/// The case with the two offers that are compared and nothing else: a draft begun in it is its third offer.
fn kaiser() -> Scenario {
    screen::example()
}

fn hospital() -> Scenario {
    parse_scenario(include_str!("../scenarios/two-market-hospital.ron")).unwrap()
}

fn with_draft() -> Shown {
    let mut harness = shown(kaiser(), Box::new(NoDialogs));
    click(&mut harness, "+ from B");
    harness
}

fn click(harness: &mut Shown, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

/// Types over a field and leaves it with Enter.
fn enter(harness: &mut Shown, field: &str, text: &str) {
    write(harness, field, text);
    harness.key_press(Key::Enter);
    harness.run();
}

fn write(harness: &mut Shown, field: &str, text: &str) {
    let fields: Vec<_> = harness.get_all_by_label(field).collect();
    let is_field = |role| role == Role::TextInput || role == Role::MultilineTextInput;
    fields
        .into_iter()
        .rfind(|node| is_field(node.accesskit_node().role()))
        .unwrap()
        .focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    if text.is_empty() {
        harness.key_press(Key::Delete);
    } else {
        harness.event(Event::Text(text.to_owned()));
    }
    harness.run();
}

/// Opens a menu by its name and value, and takes an entry.
fn choose(harness: &mut Shown, menu: &str, entry: &str) {
    click(harness, menu);
    let entries = harness.get_all_by_label(entry);
    entries.last().unwrap().click();
    harness.run();
}

fn offer(harness: &Shown, id: &str) -> Offer {
    let document = harness.state().document();
    document.offer(&OfferId(id.to_owned())).unwrap().clone()
}

fn draft(harness: &Shown) -> Offer {
    offer(harness, "draft-1")
}

fn undo_label(harness: &Shown) -> String {
    let label = harness.state().document().undo_label();
    label.unwrap_or_default().to_owned()
}

fn notice(harness: &Shown) -> String {
    harness.state().notice()
}

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
    click(&mut harness, "Sources: 2 sources");
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
        let words = notice(&harness);
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

#[test]
fn passing_an_offer_locks_it_and_going_back_asks() {
    let mut harness = with_draft();
    choose(&mut harness, "Status: draft", "passed");
    let passed = draft(&harness);
    assert_eq!(passed.status.moment().unwrap().on.to_string(), "2026-11-20");
    assert!(passed.shared && passed.status.is_locked());
    enter(&mut harness, "Day it was passed", "11/19/2026");
    enter(&mut harness, "Time it was passed", "2:14 AM");
    let Status::Passed(moment) = draft(&harness).status else {
        panic!("not passed");
    };
    assert_eq!(moment.on.to_string(), "2026-11-19");
    assert_eq!(moment.at.as_deref(), Some("2:14 AM"));
    enter(&mut harness, "Time it was passed", "late");
    assert!(notice(&harness).contains("no time of day"));
    assert!(harness.query_by_label("Offer last day").is_none());
    assert!(
        harness
            .query_by_label("passed Nov 19, 2026, 2:14 AM \u{b7} locked")
            .is_some()
    );
    choose(&mut harness, "Status: passed", "draft");
    assert!(draft(&harness).status.is_locked());
    assert!(
        harness
            .query_by_label("Take Draft 1 back to draft?")
            .is_some()
    );
    click(&mut harness, "Cancel");
    assert!(draft(&harness).status.is_locked());
    choose(&mut harness, "Status: passed", "draft");
    click(&mut harness, "Back to draft");
    assert_eq!(draft(&harness).status, Status::Draft);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(
        draft(&harness).status.moment().unwrap().at.as_deref(),
        Some("2:14 AM")
    );
}

#[test]
fn a_lump_sum_is_added_edited_and_removed() {
    let mut harness = with_draft();
    click(&mut harness, "Add\u{2026}");
    click(&mut harness, "Lump sum\u{2026}");
    click(&mut harness, "Add");
    assert!(
        harness
            .query_by_label("\u{201c}\u{201d} is no amount; write it as $1,500")
            .is_some()
    );
    enter(&mut harness, "Date of the clause", "10/1/2035");
    write(&mut harness, "Dollars of the clause", "$1,500");
    click(&mut harness, "Add");
    assert_eq!(
        draft(&harness).clauses.len(),
        5,
        "a date outside the term was taken"
    );
    write(&mut harness, "Date of the clause", "10/1/2026");
    write(&mut harness, "Dollars of the clause", "$1,500");
    click(&mut harness, "Add");
    let words = |harness: &Shown| {
        draft(harness)
            .clauses
            .last()
            .unwrap()
            .terms
            .in_words(RateUnit::Hour)
    };
    assert_eq!(words(&harness), "lump sum $1,500.00 each");
    let cost = |harness: &mut Shown| {
        let results = harness.state_mut().results();
        let figures = &results.of(&OfferId("draft-1".to_owned())).unwrap().figures;
        figures.lump_sums.unwrap().normalize().to_string()
    };
    assert_eq!(cost(&mut harness), "93000000");
    enter(&mut harness, "Amount", "2,000");
    assert_eq!(cost(&mut harness), "124000000");
    choose(&mut harness, "Counted on: each employee", "each 1.0 FTE");
    assert_eq!(words(&harness), "lump sum $2,000.00 per 1.0 FTE");
    choose(&mut harness, "Paid: on its date", "on ratification");
    enter(&mut harness, "Effective", "10/1/2027");
    assert_eq!(
        draft(&harness).clauses.last().unwrap().date.to_string(),
        "2027-10-01"
    );
    enter(&mut harness, "Amount", "plenty");
    assert!(notice(&harness).contains("no amount"));
    click(&mut harness, "Remove");
    assert_eq!(draft(&harness).clauses.len(), 5);
    assert_eq!(undo_label(&harness), "Remove the lump sum of Draft 1");
}

#[test]
fn clauses_of_every_kind_are_added_with_typed_values() {
    let mut harness = with_draft();
    for (entry, fields, words) in [
        (
            "Raise in percent\u{2026}",
            vec![("Percent of the clause", "1.25%")],
            "1.25 %",
        ),
        (
            "Raise in dollars an hour\u{2026}",
            vec![("Dollars of the clause", "$0.75")],
            "+$0.75 an hour",
        ),
        (
            "Greater of the two\u{2026}",
            vec![
                ("Percent of the clause", "3"),
                ("Dollars of the clause", "1.50"),
            ],
            "3 % or +$1.50 an hour",
        ),
        (
            "Lowest rate\u{2026}",
            vec![("Dollars of the clause", "$24")],
            "at least $24.00 an hour",
        ),
    ] {
        click(&mut harness, "Add\u{2026}");
        click(&mut harness, entry);
        write(&mut harness, "Date of the clause", "1/1/2027");
        for (field, text) in fields {
            write(&mut harness, field, text);
        }
        click(&mut harness, "Add");
        assert_eq!(
            draft(&harness)
                .clauses
                .last()
                .unwrap()
                .terms
                .in_words(RateUnit::Hour),
            words
        );
        click(&mut harness, "Offer details");
    }
    assert_eq!(draft(&harness).clauses.len(), 9);
}

#[test]
fn to_whom_and_when_a_raise_applies_is_chosen_in_the_inspector() {
    let mut harness = shown(hospital(), Box::new(NoDialogs));
    click(&mut harness, "Details of Draft counter");
    let raise = harness.get_all_by_label("Oct 1, 2026   +$0.75 an hour, Valley");
    raise.last().unwrap().click();
    harness.run();
    click(&mut harness, "To: Valley");
    click(&mut harness, "Coast");
    assert_eq!(
        offer(&harness, "draft").clauses[1].scope.market,
        ["Valley", "Coast"]
    );
    click(&mut harness, "everyone");
    assert!(offer(&harness, "draft").clauses[1].scope.is_everyone());
    choose(
        &mut harness,
        "Applies: first pay period on or after, as the offer",
        "nearest pay period",
    );
    assert!(offer(&harness, "draft").clauses[1].effective.is_some());
    assert_eq!(undo_label(&harness), "Change when the raise takes effect");
    enter(&mut harness, "Dollars an hour", "$0.80");
    let terms = &offer(&harness, "draft").clauses[1].terms;
    assert_eq!(terms.in_words(RateUnit::Hour), "+$0.80 an hour");
}

#[test]
fn settings_of_the_case_are_edited_in_place() {
    let mut harness = with_draft();
    let scenario = |harness: &Shown| harness.state().scenario().clone();
    click(&mut harness, "More assumptions");
    enter(&mut harness, "Paid hours a year", "1,950");
    enter(&mut harness, "Discount rate", "3.5%");
    enter(&mut harness, "Compared to", "9/30/2028");
    enter(&mut harness, "Pay periods from", "10/5/2025");
    choose(
        &mut harness,
        "Pay accrues: by calendar month",
        "by pay period",
    );
    choose(
        &mut harness,
        "Take effect: on the date",
        "nearest pay period",
    );
    enter(&mut harness, "Rates as of", "8/31/2025");
    enter(&mut harness, "Last day", "12/31/2029");
    click(&mut harness, "Ratified: on time");
    enter(&mut harness, "Ratified on", "3/1/2026");
    let now = scenario(&harness);
    assert_eq!(now.hours.get().to_string(), "1950");
    assert_eq!(now.discount_rate.get().to_string(), "3.5");
    assert_eq!(now.horizon.unwrap().to_string(), "2028-09-30");
    assert_eq!(now.accrual.name(), "Biweekly");
    assert_eq!(now.workforce.rates_as_of.to_string(), "2025-08-31");
    assert_eq!(now.term.last_day.to_string(), "2029-12-31");
    let march = Ratification::On(Date::new(2026, 3, 1).unwrap());
    assert_eq!(now.ratification, march);
    click(&mut harness, "Ratified: Mar 1, 2026");
    enter(&mut harness, "Ratified on", "later");
    assert!(notice(&harness).contains("is no date"));
    harness.key_press(Key::Escape);
    harness.run();
    for (field, text, told) in [
        ("Paid hours a year", "0", "outside"),
        (
            "Discount rate",
            "200%",
            "outside what a discount rate can be",
        ),
        ("Last day", "9/30/2020", "must come after the first day"),
        (
            "Last day",
            "1/1/2027",
            "lies outside the offer\u{2019}s term",
        ),
        (
            "Pay periods from",
            "none",
            "still take effect by pay period",
        ),
    ] {
        enter(&mut harness, field, text);
        let words = notice(&harness);
        assert!(words.contains(told), "{field} {text}: {words}");
        assert_eq!(scenario(&harness), now, "{field} {text}");
    }
    enter(&mut harness, "Compared to", "last day");
    assert_eq!(scenario(&harness).horizon, None);
}

#[test]
fn the_roll_up_is_typed_and_refused_line_by_line() {
    let mut harness = with_draft();
    click(&mut harness, "Payroll roll-up: none");
    write(&mut harness, "Name of rate 1", "payroll tax");
    write(&mut harness, "Percent of rate 1", "lots");
    click(&mut harness, "Done");
    let told = "Rate 1: \u{201c}lots\u{201d} is no percent; write it as 6.5%";
    assert!(harness.query_by_label(told).is_some());
    write(&mut harness, "Percent of rate 1", "7.65%");
    write(&mut harness, "Pay base of rate 1", "$176,100");
    click(&mut harness, "Done");
    let roll_up = harness.state().scenario().roll_up.clone();
    assert_eq!(roll_up.len(), 1);
    assert_eq!(roll_up[0].percent.get().to_string(), "7.65");
    assert_eq!(roll_up[0].pay_base.unwrap().get().to_string(), "176100");
    // 7.65 % on the whole of Draft 1's cost, which is the union's; pay stays below the limit.
    let results = harness.state_mut().results();
    let figures = &results.of(&OfferId("draft-1".to_owned())).unwrap().figures;
    assert!(figures.roll_up.unwrap() > rust_decimal::Decimal::from(400_000_000));
    assert_eq!(undo_label(&harness), "Change the payroll roll-up");
}

#[test]
fn sources_and_notes_are_edited_and_never_presented() {
    let mut harness = with_draft();
    click(&mut harness, "This case");
    enter(&mut harness, "Title of the case", "Kaiser, second round");
    write(&mut harness, "Notes on the case", "our floor is 22");
    harness.get_by_label("Offer name").focus();
    harness.run();
    let sources = harness.state().scenario().sources.len();
    click(&mut harness, &format!("Sources: {sources}"));
    click(&mut harness, "Add a source");
    click(&mut harness, "Done");
    assert!(
        harness
            .query_by_label("Source 6: it needs a title")
            .is_some()
    );
    write(&mut harness, "Title of source 6", "A leaked memo");
    write(&mut harness, "Note of source 6", "from the night shift");
    click(&mut harness, "Done");
    write(&mut harness, "Note on Draft 1", "trade the dates");
    harness.get_by_label("Offer name").focus();
    harness.run();
    let scenario = harness.state().scenario().clone();
    assert_eq!(scenario.note, "our floor is 22");
    assert_eq!(scenario.sources.last().unwrap().title, "A leaked memo");
    let note = Command::Setting(Setting::WorkforceNote("counted by hand".to_owned()));
    harness.state_mut().apply(note);
    let share = Command::Share(OfferId("draft-1".to_owned()), true);
    harness.state_mut().apply(share);
    harness.key_press(Key::F5);
    harness.run();
    for view in ["Compare", "Gap", "Years", "People", "Timeline"] {
        click(&mut harness, &format!("View: {view}"));
        let mut seen = String::new();
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            seen.push_str(&node.label().unwrap_or_default());
            seen.push_str(&node.value().unwrap_or_default());
            seen.push('\n');
        }
        assert!(seen.contains("Kaiser, second round"));
        for private in [
            "our floor is 22",
            "A leaked memo",
            "from the night shift",
            "trade the dates",
            "counted by hand",
            "give way",
            "Change the",
            "Worked back from",
        ] {
            assert!(!seen.contains(private), "{private} is on screen in {view}");
        }
    }
}

#[test]
fn each_raise_in_the_table_has_a_named_lock_that_the_keyboard_reaches() {
    let mut harness = with_draft();
    let locks = |harness: &Shown| harness.state().locks_of("draft-1");
    for number in 1..=5 {
        let name = format!("Draft 1, raise {number} doesn\u{2019}t give way");
        assert!(
            harness
                .query_by_role_and_label(Role::CheckBox, &name)
                .is_some()
        );
    }
    harness
        .get_by_label("Draft 1, raise 2: Oct 1, 2026 5%")
        .focus();
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(locks(&harness), [1]);
    click(&mut harness, "Draft 1, raise 4 doesn\u{2019}t give way");
    assert_eq!(locks(&harness), [1, 3]);
    // Held, the locked raises stay while the others give way.
    click(&mut harness, "Hold: Simple sum");
    harness
        .get_by_role_and_label(Role::Slider, "Draft 1, raise 3 of 5")
        .set_value_accesskit(4.0);
    harness.run();
    let percent = |harness: &Shown, clause: usize| {
        let terms = draft(harness).clauses[clause].terms.percent();
        terms.unwrap().get().normalize().to_string()
    };
    assert_eq!(percent(&harness, 1), "5");
    assert_eq!(percent(&harness, 3), "4");
    // A raise taken out takes its lock with it, and those behind keep theirs.
    let id = OfferId("draft-1".to_owned());
    harness.state_mut().remove_raise(&id, 1);
    harness.run();
    assert_eq!(locks(&harness), [2]);
    assert!(
        harness
            .query_by_label("Employer, raise 1 doesn\u{2019}t give way")
            .is_none()
    );
}

#[test]
fn a_locked_raise_says_so_and_offers_the_counter() {
    for how in ["delete", "type", "fill"] {
        let mut harness = shown(kaiser(), Box::new(NoDialogs));
        let before = harness.state().scenario().clone();
        match how {
            "delete" => {
                harness
                    .get_by_role_and_label(Role::Slider, "Employer offer, raise 2 of 5")
                    .focus();
                harness.run();
                harness.key_press(Key::Delete);
            }
            "type" => {
                harness
                    .get_by_label("Employer, raise 2: Oct 1, 2026 6.5%")
                    .focus();
                harness.run();
                harness.key_press(Key::F2);
            }
            _ => {
                harness
                    .get_by_label("Union, raise 2: Oct 1, 2026 5%")
                    .focus();
                harness.run();
                harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
            }
        }
        harness.run();
        assert!(
            notice(&harness).ends_with("is passed: its terms are locked"),
            "{how}"
        );
        assert_eq!(*harness.state().scenario(), before);
        click(&mut harness, "Start a counter");
        assert_eq!(draft(&harness).clauses.len(), 5);
        assert!(harness.query_by_label("Start a counter").is_none());
    }
}

#[test]
fn a_double_click_on_a_locked_head_and_an_arrow_out_of_the_term_say_why_nothing_moves() {
    let mut harness = with_draft();
    let before = harness.state().scenario().clone();
    let name = "Employer offer, raise 3 of 5";
    let at = harness
        .get_by_role_and_label(Role::Slider, name)
        .rect()
        .center();
    // Long enough after the click before that these two aren't taken for its second and third.
    for _ in 0..60 {
        harness.step();
    }
    for _ in 0..2 {
        harness.hover_at(at);
        for pressed in [true, false] {
            harness.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            harness.step();
        }
    }
    harness.run();
    assert_eq!(
        notice(&harness),
        "Employer offer is passed: its terms are locked"
    );
    harness
        .get_by_role_and_label(Role::Slider, "Draft 1, raise 1 of 5")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(
        notice(&harness),
        "Raises lie within the term, Oct 1, 2025 to Sep 30, 2029"
    );
    assert_eq!(*harness.state().scenario(), before);
}

#[test]
fn raises_already_owed_are_the_baseline_and_the_employee_may_be_of_a_group() {
    let mut harness = with_draft();
    click(&mut harness, "More assumptions");
    click(&mut harness, "Already owed: none");
    write(&mut harness, "Raises already owed", "soon: 1%");
    click(&mut harness, "Done");
    assert!(harness.state().scenario().baseline.is_empty());
    write(&mut harness, "Raises already owed", "10/1/2026: 1%");
    click(&mut harness, "Done");
    assert_eq!(harness.state().scenario().baseline.len(), 1);
    assert!(harness.query_by_label("Already owed: 1 raise").is_some());
    let mut harness = shown(hospital(), Box::new(NoDialogs));
    let scenario = harness.state().scenario();
    let counteroffer::scenario::People::Groups(groups) = &scenario.workforce.people else {
        panic!("no groups");
    };
    let (now, first) = (scenario.employee.group.clone(), groups[0].name.clone());
    let now = now.unwrap_or_else(|| "the average".to_owned());
    let to = if now == first { "the average" } else { &first };
    choose(&mut harness, &format!("Group: {now}"), to);
    let then = harness.state().scenario().employee.group.clone();
    assert_eq!(then.unwrap_or_else(|| "the average".to_owned()), to);
}

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

fn click_without_running(harness: &Shown, label: &str) {
    harness.get_by_label(label).click();
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
