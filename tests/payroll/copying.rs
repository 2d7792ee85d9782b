//! Groups on the clipboard: those too small to be shared say so above them, and come back in as they were.

use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::screen::{Hands, Rest};
use crate::{five_markets, groups, payroll, put};

const SAID: &str = "Private: ";

/// What the button above the groups copies.
fn copied(harness: &mut Harness<'_, App>) -> String {
    harness
        .get_by_role_and_label(Role::Button, "Copy the groups shown")
        .click();
    for _ in 0..6 {
        harness.step();
        let commands = &harness.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = text {
            harness.rest();
            return text;
        }
    }
    panic!("nothing is copied");
}

#[test]
fn groups_of_a_few_are_copied_under_a_word_that_says_so_and_pasted_without_it() {
    let mut harness = payroll(five_markets());
    let open = copied(&mut harness);
    assert!(open.starts_with("Group\t"), "{open}");
    let mut scenario = five_markets();
    let few = match &mut scenario.workforce_mut().people {
        counteroffer::scenario::People::Groups(groups) => &mut groups[0],
        other => panic!("{other:?} aren't groups"),
    };
    few.headcount = counteroffer::units::Known::Known(9);
    let mut harness = payroll(scenario);
    let before = groups(&harness);
    let said = copied(&mut harness);
    assert!(said.starts_with(SAID), "{said}");
    assert!(said.contains("\nGroup\t"), "{said}");
    assert!(harness.state().notice().contains("isn\u{2019}t shared"));
    // The same rows with another headcount, as a spreadsheet gives them back.
    let nine = said.lines().find(|line| line.contains("\t9\t")).unwrap();
    let seven = said.replace(nine, &nine.replacen("\t9\t", "\t7\t", 1));
    harness
        .get_by_role_and_label(Role::Cell, &format!("{}, name", before[0].name))
        .click();
    harness.rest();
    put(&mut harness, Event::Paste(seven));
    let now = groups(&harness);
    assert_eq!(now.len(), before.len());
    assert_eq!(now[0].headcount.get(), Some(7));
    harness.state_mut().undo(false);
    assert_eq!(groups(&harness), before);
}
