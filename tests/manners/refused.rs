//! What is refused is said where it was tried: under the field of a page, beside a head, a cell or the pointer; and
//! it stays until it was read.

use super::*;
use counteroffer::document::Command;
use counteroffer::scenario::{OfferId, Status};
use counteroffer::ui::Edit;
use counteroffer::ui::state::Ask;

fn click(harness: &mut Shown, label: &str) {
    harness.get_by_label(label).click();
    harness.rest();
}

fn key(harness: &mut Shown, key: Key) {
    harness.key_press(key);
    harness.rest();
}

/// The field of a page, which lies above whatever else has its name.
fn field<'h>(harness: &'h Shown, name: &'h str) -> egui_kittest::Node<'h> {
    let all: Vec<_> = harness.query_all_by_label(name).collect();
    let found = all.into_iter().rfind(|node| {
        let role = node.accesskit_node().role();
        role == Role::TextInput || role == Role::MultilineTextInput
    });
    found.unwrap_or_else(|| panic!("no field {name} in {}", texts(harness)))
}

/// What is told of a field, and where its words stand.
fn told(harness: &Shown, name: &str) -> Option<(String, Rect, Rect)> {
    let node = field(harness, name);
    let told = node.accesskit_node().description()?;
    let words = told.strip_prefix("Not taken: ")?.to_owned();
    let beneath = harness.query_all_by_label(&words).last()?.rect();
    let field = node.rect();
    Some((words, field, beneath))
}

/// Types into a field and leaves it.
fn leave(harness: &mut Shown, name: &str, text: &str) {
    field(harness, name).focus();
    harness.rest();
    harness.event(Event::Text(text.to_owned()));
    harness.rest();
    key(harness, Key::Tab);
}

#[test]
fn each_field_of_a_new_contract_has_its_trouble_beneath_it_once_it_is_left() {
    let mut harness = shown(window(), Vec2::new(1024.0, 700.0));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.rest();
    let fields = [
        ("First day", "10/1/2026"),
        ("Last day", "soon"),
        ("Employees, FTE", "1200"),
        ("Average pay", "68.000"),
    ];
    for (name, text) in fields {
        leave(&mut harness, name, text);
    }
    assert!(told(&harness, "First day").is_none() && told(&harness, "Employees, FTE").is_none());
    for name in ["Last day", "Average pay"] {
        let (words, field, beneath) = told(&harness, name).unwrap();
        let gap = beneath.top() - field.bottom();
        assert!((0.0..14.0).contains(&gap), "{name}: {words}, {gap} below");
        assert!((beneath.left() - field.left()).abs() < 24.0, "{words}");
    }
    // What is missing is told when the case is to be started, with the keyboard at the first trouble.
    assert!(told(&harness, "Last offer of the union").is_none());
    click(&mut harness, "Start");
    assert!(harness.state().asks());
    assert!(field(&harness, "Last day").is_focused());
    // It stays until it is mended, and goes with that.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.rest();
    harness.event(Event::Text("9/30/2029".to_owned()));
    harness.rest();
    assert!(told(&harness, "Last day").is_none() && told(&harness, "Average pay").is_some());
    let lefts: std::collections::BTreeSet<i32> = [
        "Case",
        "First day",
        "Last day",
        "Symbol of the currency",
        "Employees, FTE",
        "Payroll a year",
        "or cost of 1%",
    ]
    .into_iter()
    .map(|name| field(&harness, name).rect().left().round() as i32)
    .collect();
    assert_eq!(lefts.len(), 1, "they stand at {lefts:?}");
}

#[test]
fn an_empty_new_contract_tells_of_every_field_at_once() {
    let mut harness = harness();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.rest();
    click(&mut harness, "Start");
    for name in ["First day", "Last day", "Employees, FTE"] {
        assert!(told(&harness, name).is_some(), "{name}");
    }
    assert!(field(&harness, "First day").is_focused());
}

/// A page, a button that brings its rows, a field of it, and what can't be read there.
type Page = (
    fn(&OfferId) -> Ask,
    &'static str,
    &'static str,
    &'static str,
);

const PAGES: &[Page] = &[
    (
        |_| Ask::Settlement(None),
        "",
        "Last day of the settlement",
        "soon",
    ),
    (
        |_| Ask::Settlement(None),
        "",
        "Raises of the settlement",
        "3 to 4%",
    ),
    (
        |_| Ask::Settlement(None),
        "",
        "Total of the settlement",
        "much",
    ),
    (
        |_| Ask::Settlement(None),
        "",
        "Lump sums of the settlement",
        "much",
    ),
    (
        |_| Ask::Counts,
        "Add a count",
        "Employees of count 1",
        "many",
    ),
    (
        |_| Ask::Counts,
        "Add a count",
        "Average pay of count 1",
        "68.000",
    ),
    (|_| Ask::Sources, "Add a source", "Date of source 1", "soon"),
    (|_| Ask::RollUp, "", "Percent of rate 1", "3 to 4"),
    (|_| Ask::RollUp, "", "Pay base of rate 1", "68.000"),
    (|_| Ask::Prices, "", "Inflation a year", "much"),
    (|_| Ask::Prices, "", "Reference date", "soon"),
    (
        |_| Ask::Baseline,
        "",
        "Raises already owed",
        "10/1/2026: 3 to 4%",
    ),
    (|_| Ask::Figures, "", "Code of the currency", "pounds"),
    (|_| Ask::Scale(None), "", "Steps, one a line", "soon"),
    (|_| Ask::Ladder(None), "", "Scales, one a line", "MA"),
    (
        |_| Ask::ToGroups,
        "",
        "Groups and shares, one a line",
        "Nurses many",
    ),
    (
        |_| Ask::Claim {
            of: None,
            sentence: String::new(),
        },
        "",
        "Day it was said",
        "soon",
    ),
    (
        |draft| Ask::AddTerm(draft.clone()),
        "Lump sum",
        "Date of the new term",
        "soon",
    ),
    (
        |draft| Ask::AddTerm(draft.clone()),
        "Lump sum",
        "Amount of the new term",
        "68.000",
    ),
];

#[test]
fn what_a_page_cant_read_is_told_beneath_its_field_when_that_is_left() {
    for (page, button, name, text) in PAGES {
        let mut harness = harness();
        harness.get_by_label("+ from A").click();
        harness.rest();
        let draft = harness.state().scenario().counter.clone().unwrap();
        harness.state_mut().open(page(&draft));
        harness.rest();
        if !button.is_empty() {
            let all: Vec<_> = harness.query_all_by_label_contains(button).collect();
            all.last().unwrap().click();
            harness.rest();
        }
        field(&harness, name).focus();
        harness.rest();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.rest();
        assert!(
            told(&harness, name).is_none(),
            "{name} before it is typed in"
        );
        harness.event(Event::Text((*text).to_owned()));
        harness.rest();
        key(&mut harness, Key::Tab);
        let Some((words, field, beneath)) = told(&harness, name) else {
            panic!("{name}: nothing is told of {text} in {}", texts(&harness));
        };
        let gap = beneath.top() - field.bottom();
        assert!((0.0..14.0).contains(&gap), "{name}: {words}, {gap} below");
    }
}

/// A bubble that says `words` near a place; the bar says them as well.
fn says_at(harness: &Shown, words: &str, place: Rect) -> bool {
    let near = place.expand(60.0);
    let mut all = harness.query_all_by_label_contains(words);
    all.any(|node| node.rect().intersects(near) && node.rect().bottom() < 860.0)
}

/// The two offers, both passed.
fn passed() -> Shown {
    let mut harness = harness();
    for offer in ["employer", "union"] {
        let status: Status = harness
            .state()
            .scenario()
            .offers
            .iter()
            .map(|own| own.status.clone())
            .find(Status::is_locked)
            .unwrap();
        let id = OfferId(offer.to_owned());
        let command = Command::SetStatus(id, status);
        harness.state_mut().edit(Edit::Apply(command));
    }
    harness.rest();
    assert!(
        harness
            .state()
            .scenario()
            .offers
            .iter()
            .all(|one| one.status.is_locked())
    );
    harness
}

#[test]
fn a_refused_key_on_a_head_is_said_at_the_head() {
    for pressed in [Key::Delete, Key::L] {
        let mut harness = passed();
        let scenario = harness.state().scenario();
        let name = format!("{}, raise 2 of 5", scenario.offers[0].name);
        let head = harness.get_by_role_and_label(Role::Slider, &name);
        head.focus();
        harness.rest();
        let rect = harness.get_by_role_and_label(Role::Slider, &name).rect();
        key(&mut harness, pressed);
        assert!(
            says_at(&harness, "its terms are locked", rect),
            "{pressed:?}"
        );
        // The next key puts it away; the same one says it again.
        key(&mut harness, Key::ArrowRight);
        key(&mut harness, Key::Escape);
        assert!(!says_at(&harness, "its terms are locked", rect));
    }
}

#[test]
fn a_double_click_where_all_offers_are_locked_is_answered_in_the_lane() {
    let mut harness = passed();
    let plot = lane(&harness, Lane::Raises).unwrap();
    let at = pos2(plot.left() + plot.width() * 0.37, plot.top() + 40.0);
    let before = harness.state().scenario().clone();
    screen::tap(&mut harness, at);
    screen::tap(&mut harness, at);
    harness.rest();
    let place = Rect::from_center_size(at, Vec2::splat(2.0));
    let said = says_at(&harness, "passed offers are locked", place);
    assert!(said, "{}", harness.state().notice());
    key(&mut harness, Key::Escape);
    assert!(!says_at(&harness, "passed offers are locked", place));
    assert_eq!(*harness.state().scenario(), before);
}

#[test]
fn typing_and_delete_in_a_cell_of_a_passed_offer_are_answered_at_the_cell() {
    for pressed in [Key::Delete, Key::F2, Key::Enter] {
        let mut harness = passed();
        let label = "Employer, raise 1: ";
        let cell = harness.query_all_by_label_contains(label).next();
        let cell = cell.unwrap_or_else(|| panic!("{label} in {}", texts(&harness)));
        let rect = cell.rect();
        cell.focus();
        harness.rest();
        key(&mut harness, pressed);
        assert!(
            says_at(&harness, "its terms are locked", rect),
            "{pressed:?}"
        );
        // The way on stands beside it.
        click(&mut harness, "Start a counter");
        assert_eq!(harness.state().scenario().offers.len(), 3, "{pressed:?}");
    }
}

#[test]
fn choosing_the_offer_that_is_worked_on_is_no_change_of_the_work() {
    let folder = Folder::new("choosing");
    let path = folder.file("case.ron");
    let mut harness = harness();
    for _ in 0..2 {
        click(&mut harness, "+ from A");
    }
    harness
        .state_mut()
        .perform_one(counteroffer::ui::Action::Disk(
            counteroffer::ui::state::Disk::SaveTo {
                path: path.clone(),
                over: false,
            },
        ));
    harness.rest();
    assert!(!harness.state().document().is_edited());
    let step = harness.state().document().undo_label().map(str::to_owned);
    let chosen = harness.state().scenario().counter.clone();
    // Whichever of them isn't the edited one: a click on its card.
    let other = harness
        .state()
        .scenario()
        .offers
        .iter()
        .find(|one| !one.status.is_locked() && Some(&one.id) != chosen.as_ref())
        .map(|one| one.id.clone())
        .unwrap();
    let command = Command::WorkOn(Some(other.clone()));
    harness.state_mut().edit(Edit::Apply(command));
    harness.rest();
    assert_eq!(harness.state().scenario().counter.as_ref(), Some(&other));
    assert!(
        !harness.state().document().is_edited(),
        "it asks on quitting"
    );
    let now = harness.state().document().undo_label().map(str::to_owned);
    assert_eq!(now, step, "undo would take it back");
    // The next real save takes it along.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.rest();
    let saved = std::fs::read_to_string(&path).unwrap();
    assert_eq!(parse_scenario(&saved).unwrap().counter, Some(other));
}
