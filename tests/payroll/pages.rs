//! The pages beside the groups, driven as by hand: scales, ladders, proposed scales, a summary turned into groups and
//! back; each one labelled step that Undo takes back. And what two hundred steps keep of ten thousand groups.

use counteroffer::document::payroll::column::Column;
use counteroffer::document::{Command, Document, PayrollEdit};
use counteroffer::scenario::{Group, People, Scenario};
use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::importing::click;
use crate::screen::{self, Hands, Rest};
use crate::{five_markets, payroll, press, put, undo_label};

fn write(harness: &mut Harness<'_, App>, field: &str, text: &str) {
    harness
        .get_by_role_and_label(Role::MultilineTextInput, field)
        .click();
    harness.rest();
    put(harness, Event::Text(text.to_owned()));
}

fn name(harness: &mut Harness<'_, App>, field: &str, text: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, field)
        .click();
    harness.rest();
    press(harness, Key::A, Modifiers::COMMAND);
    put(harness, Event::Text(text.to_owned()));
}

fn scales(harness: &Harness<'_, App>) -> Vec<String> {
    let scales = &harness.state().scenario().workforce.scales;
    scales.iter().map(|scale| scale.name.clone()).collect()
}

#[test]
fn a_scale_and_a_ladder_are_typed_refused_mended_and_taken_back() {
    let mut harness = payroll(five_markets());
    let before = harness.state().scenario().clone();
    click(&mut harness, "Add a scale\u{2026}");
    click(&mut harness, "Done");
    // What is missing is said on the page, which stays.
    assert!(screen::said(&harness).contains("The scale needs a name"));
    name(&mut harness, "Name of the scale", "PH");
    write(&mut harness, "Steps, one a line", "70.10\nseventy\n78.45");
    click(&mut harness, "Done");
    assert!(
        screen::said(&harness).contains("Line 2: "),
        "{}",
        screen::said(&harness)
    );
    press(&mut harness, Key::A, Modifiers::COMMAND);
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Steps, one a line")
        .click();
    harness.rest();
    press(&mut harness, Key::A, Modifiers::COMMAND);
    put(
        &mut harness,
        Event::Text("70.10, 24 months\n78.45".to_owned()),
    );
    click(&mut harness, "Done");
    assert!(!harness.state().asks(), "{}", screen::said(&harness));
    assert!(scales(&harness).contains(&"PH".to_owned()));
    let steps = &harness
        .state()
        .scenario()
        .workforce
        .scales
        .last()
        .unwrap()
        .steps;
    assert_eq!((steps[0].months, steps[1].months), (Some(24), None));

    click(&mut harness, "Add a ladder\u{2026}");
    name(&mut harness, "Name of the ladder", "Pharmacy");
    write(&mut harness, "Scales, one a line", "EVS\nPHX");
    click(&mut harness, "Done");
    // A scale nobody has is refused by its name.
    assert!(harness.state().asks());
    assert!(
        screen::said(&harness).contains("PHX"),
        "{}",
        screen::said(&harness)
    );
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Scales, one a line")
        .click();
    harness.rest();
    press(&mut harness, Key::A, Modifiers::COMMAND);
    put(&mut harness, Event::Text("EVS\nPH".to_owned()));
    click(&mut harness, "Done");
    assert!(!harness.state().asks(), "{}", screen::said(&harness));
    let ladders = &harness.state().scenario().workforce.ladders;
    assert_eq!(ladders.last().unwrap().scales, ["EVS", "PH"]);
    harness.state_mut().undo(false);
    harness.state_mut().undo(false);
    assert_eq!(harness.state().scenario(), &before);
}

#[test]
fn proposed_scales_are_taken_by_a_click_and_by_none_without() {
    // Twelve cooks at one rate and fifteen at another, and three at a rate of their own.
    let mut scenario = five_markets();
    let model = scenario.workforce.groups().unwrap().last().unwrap().clone();
    let of = |heads: u64, cents: i64| Group {
        name: format!("Cooks at {cents}"),
        job: Some("Cook".to_owned()),
        scale: None,
        step: None,
        next_step: None,
        headcount: counteroffer::units::Known::Known(heads),
        fte: counteroffer::units::Known::Known(
            counteroffer::units::Fte::new(rust_decimal::Decimal::from(heads)).unwrap(),
        ),
        rate: Some(counteroffer::units::Known::Known(
            counteroffer::units::HourlyRate::new(rust_decimal::Decimal::new(cents, 2)).unwrap(),
        )),
        ..model.clone()
    };
    let mut all = scenario.workforce.groups().unwrap().to_vec();
    all.extend([of(12, 2_100), of(15, 2_250), of(3, 2_300)]);
    scenario.workforce_mut().people = People::Groups(all);
    let mut harness = payroll(scenario);
    let before = harness.state().scenario().clone();
    click(&mut harness, "Propose scales\u{2026}");
    let said = screen::said(&harness);
    let line = said.lines().find(|line| line.contains("(12)"));
    assert!(
        said.contains("Cook, Colorado: 21.00 (12), 22.50 (15); 3 employees off it"),
        "{line:?}"
    );
    click(&mut harness, "Done");
    assert!(screen::said(&harness).contains("Choose a scale, or cancel"));
    assert_eq!(harness.state().scenario(), &before);
    harness
        .get_by_label_contains("Cook, Colorado: 21.00 (12)")
        .click();
    harness.rest();
    click(&mut harness, "Done");
    let workforce = harness.state().scenario().workforce.clone();
    let on: Vec<&Group> = workforce
        .groups()
        .unwrap()
        .iter()
        .filter(|one| one.job.as_deref() == Some("Cook") && one.scale.is_some())
        .collect();
    assert_eq!(on.len(), 2);
    let scenario = harness.state().scenario();
    assert_eq!(
        workforce.totals(scenario.hours),
        before.workforce.totals(before.hours)
    );
    harness.state_mut().undo(false);
    assert_eq!(harness.state().scenario(), &before);
}

#[test]
fn a_summary_becomes_groups_by_shares_and_groups_a_summary_and_what_is_lost_is_said() {
    let mut harness = payroll(screen::example());
    let before = harness.state().scenario().clone();
    assert!(matches!(before.workforce.people, People::Summary { .. }));
    click(&mut harness, "Turn into groups\u{2026}");
    write(
        &mut harness,
        "Groups and shares, one a line",
        "Nurses 70%\nOthers 40%",
    );
    click(&mut harness, "Done");
    // Shares beyond the whole are refused, and nothing has changed.
    assert!(harness.state().asks());
    assert_eq!(harness.state().scenario(), &before);
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Groups and shares, one a line")
        .click();
    harness.rest();
    press(&mut harness, Key::A, Modifiers::COMMAND);
    put(
        &mut harness,
        Event::Text("Nurses 60%\nOthers rest".to_owned()),
    );
    let said = screen::said(&harness);
    assert!(said.contains("What is lost"), "{said}");
    click(&mut harness, "Done");
    assert!(!harness.state().asks(), "{}", screen::said(&harness));
    assert_eq!(
        harness.state().scenario().workforce.groups().unwrap().len(),
        2
    );
    assert_eq!(undo_label(&harness), "Turn the summary into 2 groups");
    let heads = |scenario: &Scenario| scenario.workforce.totals(scenario.hours).headcount;
    assert_eq!(heads(harness.state().scenario()), heads(&before));
    harness.rest();
    click(&mut harness, "Turn into a summary\u{2026}");
    assert!(screen::said(&harness).contains("What is lost:"));
    click(&mut harness, "Done");
    assert!(matches!(
        harness.state().scenario().workforce.people,
        People::Summary { .. }
    ));
    assert_eq!(heads(harness.state().scenario()), heads(&before));
    harness.state_mut().undo(false);
    harness.state_mut().undo(false);
    assert_eq!(harness.state().scenario(), &before);
}

/// The memory the program has, in megabytes.
#[cfg(target_os = "linux")]
fn megabytes() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: u64 = pages.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4_096 / 1_000_000
}

/// Ten thousand groups, each with a name as an import makes them.
fn ten_thousand() -> Scenario {
    let mut scenario = five_markets();
    let model = scenario.workforce.groups().unwrap()[9].clone();
    let mut all = scenario.workforce.groups().unwrap().to_vec();
    all.extend((0..10_000).map(|number| Group {
        name: format!("Southern California, Local 2, Environmental services, at {number}"),
        ..model.clone()
    }));
    scenario.workforce_mut().people = People::Groups(all);
    scenario
}

#[test]
#[cfg(target_os = "linux")]
fn two_hundred_changes_of_ten_thousand_groups_keep_what_they_changed() {
    // Memory is a program's, so that this is done in one of its own, without the other tests beside it.
    const ALONE: &str = "COUNTEROFFER_MEMORY_TASK";
    if std::env::var_os(ALONE).is_none() {
        let own = "pages::two_hundred_changes_of_ten_thousand_groups_keep_what_they_changed";
        let ended = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", own])
            .env(ALONE, "1")
            .output()
            .unwrap();
        assert!(
            ended.status.success(),
            "{}",
            String::from_utf8_lossy(&ended.stdout)
        );
        return;
    }
    let start = ten_thousand();
    let mut document = Document::new(start.clone());
    let typed = |row: usize, heads: usize| {
        Command::Payroll(PayrollEdit::Cell {
            row,
            column: Column::Headcount,
            typed: heads.to_string(),
        })
    };
    document.apply(typed(20, 7)).unwrap();
    let before = megabytes();
    for number in 0..200 {
        document
            .apply(typed(100 + number * 37, 300 + number))
            .unwrap();
    }
    let end = document.scenario().clone();
    // Two hundred whole copies would be more than 800 MB.
    let grown = megabytes().saturating_sub(before);
    assert!(grown < 120, "{grown} MB for 200 changes");
    while document.undo().is_some() {}
    assert_eq!(document.scenario(), &start);
    while document.redo().is_some() {}
    assert_eq!(document.scenario(), &end);
}

#[test]
fn steps_of_every_kind_are_taken_back_exactly_also_in_a_table() {
    let mut scenario = five_markets();
    let people = counteroffer::files::table::as_table(&scenario.workforce.people, "case").unwrap();
    scenario.workforce_mut().people = people;
    for start in [five_markets(), scenario] {
        let mut document = Document::new(start);
        let groups = |document: &Document| {
            let people = &document.scenario().workforce.people;
            (people.clone(), people.groups().unwrap().to_vec())
        };
        let model = groups(&document).1[3].clone();
        let steps = vec![
            PayrollEdit::Cell {
                row: 0,
                column: Column::Headcount,
                typed: "421".to_owned(),
            },
            PayrollEdit::Cell {
                row: 9,
                column: Column::Fte,
                typed: "200".to_owned(),
            },
            PayrollEdit::FillDown {
                rows: vec![9, 8],
                columns: vec![Column::Fte],
            },
            PayrollEdit::Clear {
                rows: vec![2],
                columns: vec![Column::Headcount],
            },
            PayrollEdit::Replace {
                leave_out: Vec::new(),
                label: "One more".to_owned(),
                workforce: {
                    let mut next = (*document.scenario().workforce).clone();
                    let mut all = next.groups().unwrap().to_vec();
                    all.insert(
                        4,
                        Group {
                            name: "One more".to_owned(),
                            ..model
                        },
                    );
                    next.people = People::Groups(all);
                    next.into()
                },
            },
            PayrollEdit::Sort {
                by: Column::Pay,
                descending: true,
            },
            PayrollEdit::RemoveScale(0),
        ];
        let mut seen = vec![groups(&document)];
        for step in steps {
            if document.apply(Command::Payroll(step)).is_ok() {
                seen.push(groups(&document));
            }
        }
        assert!(seen.len() >= 6, "{}", seen.len());
        for wanted in seen.iter().rev().skip(1) {
            document.undo().unwrap();
            assert_eq!(&groups(&document), wanted);
        }
        for wanted in seen.iter().skip(1) {
            document.redo().unwrap();
            assert_eq!(&groups(&document), wanted);
        }
    }
}
