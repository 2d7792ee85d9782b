//! The settings of the whole case.

use super::*;
use counteroffer::figure::FigureName;

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
    assert!(refused(&mut harness, "Ratified on").contains("is no date"));
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
        let words = refused(&mut harness, field);
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
    let told = "\u{201c}lots\u{201d} is no percent; write it as 6.5%";
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
    let next = sources + 1;
    click(&mut harness, &format!("Sources: {sources}"));
    click(&mut harness, "Add a source");
    click(&mut harness, "Done");
    assert!(
        harness
            .query_by_label("it needs a title")
            .is_some_and(|told| told.rect().top()
                > harness
                    .get_by_label(&format!("Title of source {next}"))
                    .rect()
                    .top())
    );
    write(
        &mut harness,
        &format!("Title of source {next}"),
        "A leaked memo",
    );
    write(
        &mut harness,
        &format!("Note of source {next}"),
        "from the night shift",
    );
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

/// Currency, parties, order, numbers, colour, short names and words: one step of undo, and as the file keeps it.
#[test]
fn figures_and_currency_are_chosen_on_a_page_and_undone_in_one_step() {
    let mut harness = with_draft();
    let before = harness.state().scenario().clone();
    click(&mut harness, "This case");
    click(&mut harness, "Figures and currency: $ USD");
    write(&mut harness, "Code of the currency", "dollars");
    click(&mut harness, "Done");
    let told = "The currency\u{2019}s code has three letters: USD, CAD, GBP or EUR.";
    assert!(harness.query_by_label(told).is_some());
    write(&mut harness, "Symbol of the currency", "C$");
    write(&mut harness, "Code of the currency", "cad");
    write(&mut harness, "Name of the union", "Alliance");
    click(&mut harness, "Offer in colour: No offer");
    let entries: Vec<_> = harness.get_all_by_label("Union counter").collect();
    let is_entry = |role| role != Role::Label;
    let mut entries = entries.into_iter();
    let entry = entries.rfind(|node| is_entry(node.accesskit_node().role()));
    entry.unwrap().click_accesskit();
    harness.run();
    write(&mut harness, "Short name of Union counter", "Counter");
    harness.get_by_label("Wage level up").click_accesskit();
    harness.run();
    harness
        .get_by_label("Words of Wage level")
        .click_accesskit();
    harness.run();
    write(&mut harness, "Headline of Wage level", "Four points apart");
    harness.get_by_label("Numbered").click_accesskit();
    harness.run();
    click(&mut harness, "Done");
    let now = harness.state().scenario().clone();
    assert_eq!(
        (now.currency.symbol.as_str(), now.currency.code.as_str()),
        ("C$", "CAD")
    );
    assert_eq!(now.parties.union, "Alliance");
    let figures = &now.figures;
    assert_eq!(
        figures.chosen[..2],
        [FigureName::WageLevel, FigureName::Timeline]
    );
    assert_eq!(figures.chosen.len(), FigureName::ALL.len());
    assert!(figures.unnumbered);
    assert_eq!(
        figures.highlight.as_ref().map(|id| id.0.as_str()),
        Some("union-2025-10-07")
    );
    assert_eq!(figures.short_names[0].name, "Counter");
    let edit = figures.edit_of(FigureName::WageLevel).unwrap();
    assert_eq!(edit.headline.as_deref(), Some("Four points apart"));
    assert_eq!((&edit.subtitle, &edit.source), (&None, &None));
    assert_eq!(undo_label(&harness), "Change the figures");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(*harness.state().scenario(), before);
}
